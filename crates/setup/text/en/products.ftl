# What a profile asks for, and what is said about profiles that did not come with the program.

## What it asks for, before it is used
asks-scopes = Scopes: what the application may do
asks-account = Made in Halo, to sign in with
asks-permissions = Permissions of the agent
asks-in-halo = Teams, ticket types and settings
asks-steps = Steps of its own
asks-values = Where the values go
asks-application = The API application { $name }
asks-other-scopes = Every scope that is not listed
asks-role-held = The role { $name }, which Halo has already
asks-redirect = Halo sends people who sign in on to: { $address }
asks-cors = Pages that may call your Halo: { $address }
asks-section = Everything in { $section }: { $value }
asks-other-permissions = Everything that is not listed: { $value }
asks-teams = Membership of teams
asks-departments = Membership of departments
asks-ticket-type = Ticket type: { $name }
asks-valued = { $name }: { $value }
asks-side-halo = in Halo
asks-side-vendor = in { $product }
asks-form = The form: { $path }
asks-form-at = The form: { $path } ({ $host })
asks-secret-here = the Client Secret goes here
asks-recommended = recommended
asks-optional = optional
asks-forbidden = must not be so
asks-set-up-only = during the set-up only
asks-test-only = while testing only
asks-removal = when it is taken out
asks-depends = depends on your answers

## Opening a profile file
opened-dialog = Open a profile file
opened-kind = Profile of a product
opened-unreadable = The file could not be read. See that it is still there and that you may open it, then try again.
opened-not-text = This file is not text. A profile is a text file that ends in .toml.
opened-too-large = This file is too large for a profile. A profile has a few hundred lines.
opened-gone = The file is not shown any more. Open it again, then keep it.
opened-secret = There is a Client Secret in this file, so it was not kept. Take it out of the file, then open it again.
opened-built-in = Halyard has a profile of its own with the id “{ $id }”, and a file cannot take its place. Give yours another id, for example “{ $id }-own”, then open it again.
opened-same-name = Halyard has a built-in profile for { $name }. This file is not it: it has the same name, and comes from somebody else.
opened-same-text = You keep this very text already.
opened-replaces = You keep a profile with the id “{ $id }” already, from { $file }. Keeping this one puts it in its place.
opened-older = Its newest guide is of { $new }; the one you keep knows a guide of { $old }. This looks like an older version.
opened-users = { $count ->
    [one] One connection uses it: { $names }. Where it asks for something else now, what you confirmed there by looking has to be confirmed again, and the connection is worth a new check.
   *[other] { $count } connections use it: { $names }. Where it asks for something else now, what you confirmed there by looking has to be confirmed again, and the connections are worth a new check.
}

## Profiles that cannot be used
profile-no-built-in = This connection uses the profile “{ $id }”, which this version of Halyard does not have. Install the version it was made with, or delete the connection.
profile-not-kept = This connection uses the profile “{ $id }”, which came from a file and is no longer kept. Open the file again, or delete the connection.
profile-unreadable = This connection uses the profile “{ $id }” from { $file }, which this version of Halyard does not read: { $problem } Open a newer file of it, or delete the connection.
profile-kept-unreadable = This version of Halyard does not read it: { $problem } Open a newer file of it, or remove it.
profile-not-built-in = { $name } (not built in: this profile came from a file)

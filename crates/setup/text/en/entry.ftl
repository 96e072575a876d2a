# What the wizard says to what was typed or pasted, and what it looks at while a check runs.
# Said by the handlers of the commands crate.

## What is being looked at
probe-address = The address of your Halo
probe-sign-in = Signing in with the Client ID and the Client Secret
probe-scope-alone = Which of the scopes Halo refuses
probe-me = Which agent you are connected as
probe-agent = The agent’s teams, departments and restrictions
probe-teams = Teams this agent can see
probe-departments = Departments this agent can see
probe-agents = Agents this agent can see
probe-customers = Customers this agent can see
probe-tickets = Tickets this agent can see
probe-ticket-types = Ticket types this agent can see
probe-ticket-type = The fields of the ticket types
probe-area = Permissions that a harmless read can show
probe-settings = Settings of your Halo

## The Halo
entry-address-first = Enter the address of your Halo first.
entry-authorisation-server = Enter the authorisation server as Halo shows it, for example https://acme.halopsa.com/auth. It begins with https.

## The Client ID
entry-client-id-nothing = Enter the Client ID. Halo shows it on the application’s Details tab.
entry-client-id-is-secret = This is a Client Secret, and nothing was kept. The Client ID is the shorter value above it in Halo. The secret comes on the next page.
entry-client-id-is-address = This is an address. The Client ID is a row of letters and digits on the application’s Details tab in Halo.
entry-client-id-shape = A Client ID has 36 characters in five groups, for example 0b6f2c1e-5d7a-4c1b-9f43-2a6f1f0f9c11. Copy it from Halo again.

## The Client Secret
entry-secret-no-clipboard = The clipboard is empty. Copy the Client Secret in Halo, then select Paste again.
entry-secret-nothing = Enter the Client Secret. Halo shows it once, when the application is new.
entry-secret-is-client-id = This is a Client ID, and nothing was kept. The Client Secret is the longer value below it in Halo.
entry-secret-is-address = This is an address, and nothing was kept. Copy the Client Secret in Halo, then paste again.
entry-secret-is-words = There are several words on the clipboard, and nothing was kept. Copy only the Client Secret in Halo, then paste again.
entry-secret-part = This is only a part of a Client Secret: { $characters } characters arrived, and Halo’s have 73. Copy all of it in Halo, then paste again.
entry-secret-short = This is too short for a Client Secret, and nothing was kept. Copy it in Halo, then paste again.
entry-secret-client-id-first = Enter the Client ID first. Halyard tries both together.
entry-secret-not-pending = There is no secret to try again. Paste the Client Secret again.
entry-secret-keychain = Halo accepted the secret, but it could not be stored. It is kept in memory until you close Halyard.
entry-secret-not-kept = The secret could not be stored. It is kept in memory until you close Halyard.
entry-no-secret-stored = There is no Client Secret stored for this connection. Go to the page for the Client Secret and paste it again.
entry-keychain-closed = The keychain of this computer could not be read. Unlock it, then try again.

## The desktop
entry-clipboard-failed = The clipboard of this computer cannot be used right now. Try again, or select the text and copy it yourself.
entry-browser-failed = The browser did not open. Copy the address and open it yourself.
entry-file-failed = The file could not be written there. Choose another folder.
entry-link-unknown = This address is not part of the set-up, so it was not opened.
entry-no-report = There is no report yet. Run the check first.

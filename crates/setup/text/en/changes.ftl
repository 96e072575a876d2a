# What changed between two checks of a connection. `when` is one of the `changes-when` messages.

## When
changes-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
changes-day = { $day } { $month }
changes-day-year = { $day } { $month } { $year }
changes-when-days = between { $from } and { $to }
changes-when-hours = on { $day }, between { $from } and { $to }
changes-when-minute = on { $day } at { $to }
changes-none = none
changes-more = { $count } more

## The Halo
changes-halo-address = The address of your Halo changed { $when }, from { $was } to { $now }.
changes-resource-server = The address of Halo’s API changed { $when }, from { $was } to { $now }.
changes-authorisation-server = The authorisation server changed { $when }, from { $was } to { $now }.
changes-tenant = The tenant changed { $when }, from { $was } to { $now }.
changes-halo-product = The product changed { $when }, from { $was } to { $now }.
changes-halo-version = Halo was updated from version { $was } to { $now } { $when }.

## The agent
changes-agent = The connection works as another agent: { $now } instead of { $was }. It changed { $when }.
changes-agent-enabled =
    .yes = The agent was enabled again { $when }.
    .no = The agent was disabled { $when }.
changes-agent-api-only =
    .yes = The agent became an API-only Agent { $when }.
    .no = The agent stopped being an API-only Agent { $when }.
changes-agent-administrator =
    .yes = The agent became a Halo administrator { $when }.
    .no = The agent stopped being a Halo administrator { $when }.
changes-agent-default-team = The agent’s default team changed { $when }, from { $was } to { $now }.
changes-agent-role =
    .added = { $count ->
        [one] The agent was given the role { $names } { $when }.
       *[other] The agent was given the roles { $names } { $when }.
    }
    .removed = { $count ->
        [one] The role { $names } was taken from the agent { $when }.
       *[other] The roles { $names } were taken from the agent { $when }.
    }
changes-agent-team =
    .added = { $count ->
        [one] The agent was put into the team { $names } { $when }.
       *[other] The agent was put into the teams { $names } { $when }.
    }
    .removed = { $count ->
        [one] The agent was taken out of the team { $names } { $when }.
       *[other] The agent was taken out of the teams { $names } { $when }.
    }
changes-agent-department =
    .added = { $count ->
        [one] The agent was put into the department { $names } { $when }.
       *[other] The agent was put into the departments { $names } { $when }.
    }
    .removed = { $count ->
        [one] The agent was taken out of the department { $names } { $when }.
       *[other] The agent was taken out of the departments { $names } { $when }.
    }
changes-department-level = The agent’s membership level in the department { $names } changed { $when }, from Halo’s number { $was } to { $now }.
changes-agent-customer-limit =
    .added = { $count ->
        [one] The agent was restricted to the customer { $names } { $when }.
       *[other] The agent was restricted to the customers { $names } { $when }.
    }
    .removed = { $count ->
        [one] The restriction to the customer { $names } was taken from the agent { $when }.
       *[other] The restriction to the customers { $names } was taken from the agent { $when }.
    }
changes-agent-ticket-type-limit =
    .added = { $count ->
        [one] The agent was restricted to the ticket type { $names } { $when }.
       *[other] The agent was restricted to the ticket types { $names } { $when }.
    }
    .removed = { $count ->
        [one] The restriction to the ticket type { $names } was taken from the agent { $when }.
       *[other] The restriction to the ticket types { $names } was taken from the agent { $when }.
    }

## Scopes
changes-scope =
    .added = { $count ->
        [one] Scope { $names } was added { $when }.
       *[other] Scopes { $names } were added { $when }.
    }
    .removed = { $count ->
        [one] Scope { $names } was removed { $when }.
       *[other] Scopes { $names } were removed { $when }.
    }

## What the agent sees
changes-team =
    .added = { $count ->
        [one] The agent sees one team more: { $names }. It came { $when }.
       *[other] The agent sees { $count } teams more: { $names }. They came { $when }.
    }
    .removed = { $count ->
        [one] The agent no longer sees the team { $names }. It went { $when }.
       *[other] The agent no longer sees { $count } teams: { $names }. They went { $when }.
    }
changes-department =
    .added = { $count ->
        [one] The agent sees one department more: { $names }. It came { $when }.
       *[other] The agent sees { $count } departments more: { $names }. They came { $when }.
    }
    .removed = { $count ->
        [one] The agent no longer sees the department { $names }. It went { $when }.
       *[other] The agent no longer sees { $count } departments: { $names }. They went { $when }.
    }
changes-ticket-type =
    .added = { $count ->
        [one] The agent sees one ticket type more: { $names }. It came { $when }.
       *[other] The agent sees { $count } ticket types more: { $names }. They came { $when }.
    }
    .removed = { $count ->
        [one] The agent no longer sees the ticket type { $names }. It went { $when }.
       *[other] The agent no longer sees { $count } ticket types: { $names }. They went { $when }.
    }
    .changed = The ticket type { $was } was renamed to { $now } { $when }.
changes-customers = The number of customers this agent sees went from { $was } to { $now } { $when }.
changes-agents = The number of agents this agent sees went from { $was } to { $now } { $when }.

## The rest
changes-setting = Halo’s setting { $names } changed { $when }, from { $was } to { $now }.
changes-finding =
    .worse = Began { $when }: { $title }
    .better = Put right { $when }: { $title }
    .changed = Changed { $when }: { $title }

## How the connection stands, on the terminal
changes-since-good = Changed since the last good check of { $day }:
changes-since = Changed since the check of { $day }:
changes-nothing-since-good = Nothing has changed since the last good check of { $day }.
changes-nothing-since = Nothing has changed since the check of { $day }.
changes-first = This is the first check of this connection. The next one says what has changed.
changes-not-reached = Halo could not be examined this time. The last good check was on { $day }.
changes-not-reached-never = Halo could not be examined this time, and there is no good check from before.

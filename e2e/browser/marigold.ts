/** The profile file of an invented product that asks for every kind of step and of field there is. */
export const marigold = `schema = 1
id = "marigold"
name = "Marigold Desk"
maker = "Marigold Ltd"
category = "Everything"
summary = "Has one of each kind of step and of field."
minutes = 60
completeness = "partial"
source = "guide"
missing = ["the permissions of the agent", "how a brand is named"]
scopes = ["read:tickets"]
permissions = [
    { name = "Tickets Access Level", value = "Read Only", differs = [{ source = "faq", says = "Read and Modify" }] },
]

[[sources]]
id = "guide"
title = "Marigold: HaloPSA"
link = "https://help.marigold.example/halo"
date = "2026-05"

[[sources]]
id = "faq"
title = "Marigold: FAQ"
link = "https://help.marigold.example/faq"
date = "2024-02"

[agent]
name = "Marigold API"

[application]
name = "Marigold"

[[steps]]
key = "plan"
kind = "licence"
name = "the plan Marigold Plus"

[[steps]]
key = "collector"
kind = "install"
name = "the Marigold collector"
link = "https://marigold.example/download"

[[steps]]
key = "old"
kind = "switch-off"
name = "the older Marigold add-on"

[[steps]]
key = "permissions"
kind = "guide"
about = "the permissions of the agent"
step = "agent"

[[steps]]
key = "helper"
kind = "agent"
name = "Marigold Helper"
fields = [{ label = "Email", value = "helper@marigold.example" }]

[[steps]]
key = "reports"
kind = "application"
name = "Marigold Reports"
scopes = ["read:reporting", "read:tickets"]

[[steps]]
key = "type-id"
kind = "look-up"
name = "the id of the ticket type Incident"

[[steps]]
key = "button"
kind = "custom-button"
name = "Send to Marigold"
fields = [{ label = "URL", value = "https://app.marigold.example/send/$FAULTID" }]

[[steps]]
key = "field"
kind = "custom-field"
name = "Marigold brand"
for_each = "each brand"

[[steps]]
key = "rule"
kind = "event-rule"
name = "Marigold closes"
events = ["Ticket Closed", "Ticket Reopened"]

[[steps]]
key = "bridge"
kind = "custom-integration"
name = "Marigold bridge"
events = ["Invoice Created"]

[[steps]]
key = "nobody"
kind = "record"
name = "Marigold Nobody"
fields = [{ label = "Email", value = "nobody@marigold.example", hint = "No mail is sent there." }]

[[steps]]
key = "origins"
kind = "cors"
addresses = ["https://app.marigold.example"]

[[steps]]
key = "networks"
kind = "allow-list"
addresses = ["203.0.113.7", "198.51.100.0/24"]

[[steps]]
key = "callback"
kind = "webhook"
name = "Marigold"
fields = [{ label = "Payload URL", from_vendor = "Callback URL" }]
events = ["New Ticket Logged", "Ticket Closed"]
success = "The Callback URL turns green in Marigold."

[[steps]]
key = "tab"
kind = "custom-tab"
name = "Marigold"
fields = [{ label = "URL", value = "https://{your-domain}.marigold.example/ticket/$FAULTID", from_vendor = "Your domain" }]

[[steps]]
key = "try"
kind = "test"
actions = ["Press Test."]

[[steps]]
key = "invite"
title = "Invite your technicians"
actions = ["Send the invitations."]

[[steps]]
key = "leave"
title = "Leave Marigold"
at = "removal"
path = ["Settings", "Danger zone"]
actions = ["Select Disconnect."]

[hand_over]
path = ["Settings", "HaloPSA"]
link = "https://app.marigold.example/settings"
remarks = ["Sign in as an owner."]
finish_with = "Test and Save"
fields = [
    { label = "Hosting", section = "Server", value = "on-premises", kind = "choice", options = ["Own server", "Halo's cloud"], hosted_text = "Halo's cloud", on_premises_text = "Own server" },
    { label = "Resource Server", section = "Server", value = "resource-server", kind = "address", transforms = ["strip-scheme"] },
    { label = "Session", section = "Server", value = "leave-alone" },
    { label = "Frequency", section = "Billing", value = "own", kind = "choice", options = ["daily", "monthly"], default = "daily" },
    { label = "Day", section = "Billing", value = "own", kind = "number", optional = true, shown_if = { field = "Frequency", is = "monthly" } },
    { label = "Kinds", section = "Billing", value = "own", kind = "several", options = ["Recurring", "Single", "Credit"] },
    { label = "First day", section = "Billing", value = "own", kind = "date", hint = "The first day of the month is usual" },
    { label = "Time", section = "Billing", value = "own", kind = "time", default = "07:00" },
    { label = "Active", section = "Billing", value = "own", kind = "switch", options = ["On", "Off"], default = "On" },
    { label = "Report to", section = "Billing", value = "own", kind = "email", hint = "Who reads the reports" },
    { label = "Billing key", section = "Billing", value = "own", kind = "secret", hint = "From your billing product" },
    { label = "Callback URL", section = "Server", value = "from-vendor", goes_into = "callback" },
    { label = "Client ID", section = "Server", value = "client-id" },
    { label = "Client Secret", section = "Server", value = "client-secret" },
]
`;

/** The profile file of an invented product, as its maker would hand it out. */
export const larkspur = `schema = 1
id = "larkspur"
name = "Larkspur Rota"
maker = "Larkspur Software"
category = "Rotas"
summary = "Turns appointments in Halo into shifts of a rota."
keywords = ["shift"]
minutes = 12

needs = [
    { side = "halo", text = "You are a HaloPSA administrator.", source = "guide" },
    { side = "vendor", text = "You own the rota in Larkspur.", source = "guide" },
]

scopes = [
    { name = "read:calendar", source = "guide" },
    { name = "read:tickets", level = "recommended", source = "guide" },
]

permissions = [
    { name = "Tickets Access Level", value = "Read Only", source = "guide" },
]

[[sources]]
id = "guide"
title = "Larkspur: connecting HaloPSA"
link = "https://help.larkspur.example/halo"
date = "2026-05"

[[uses]]
title = "Shifts"
text = "An appointment in Halo becomes a shift."
source = "guide"

[agent]
name = "Larkspur API"
source = "guide"

[application]
name = "Larkspur"
source = "guide"

[[steps]]
key = "publish-rota"
title = "Publish the rota"
side = "vendor"
at = "after-hand-over"
actions = ["In Larkspur, select Publish."]
source = "guide"

[hand_over]
path = ["Settings", "HaloPSA"]
link = "https://rota.larkspur.example/settings"
source = "guide"
fields = [
    { label = "Address", value = "web-address" },
    { label = "Key", value = "client-id" },
    { label = "Passphrase", value = "client-secret" },
]
`;

# The words of the steps and pages of the wizard. Product words come from profiles.
# Always at hand: $product, its name; $halo, "HaloPSA" or "HaloITSM"; $api, the API's menu entry.

list-separator = ,{" "}
list-or = { $most } or { $last }
list-and = { $most } and { $last }

## The tasks of the hub: a name, and a hint without a full stop.

step-vendor-first = Prepare { $product }
    .hint = What comes before { $halo }
step-halo = Find your Halo
    .hint = Its address, servers and tenant
step-role = Create the role
    .hint = The rights that the agent will have
step-agent = Create the agent
    .hint = The account that { $product } works as
step-application = Create the API application
    .hint = What lets { $product } sign in to { $halo }
step-credentials = Client ID and Client Secret
    .hint = Tested as soon as both are here
step-teams = Teams and departments
    .hint = What the agent may see, and how many customers
step-teams-only = Teams
    .hint = What the agent may see, and how many customers
step-departments-only = Departments
    .hint = What the agent may see, and how many customers
step-customers-only = Customers
    .hint = How many of them the agent sees
step-ticket-types = Ticket types
    .hint = The kinds of ticket that { $product } uses
step-settings = Settings of { $halo }
    .hint = Values that { $product } depends on
step-proof = Prove the connection
    .hint = Every requirement, checked in your Halo
step-hand-over = Fill in the form of { $product }
    .hint = Each value in its place, the secret last
step-vendor-after = Finish in { $product }
    .hint = What follows the form
step-mapping = Match { $halo } with { $product }
    .hint = Which belongs to which
step-finish = Finish
    .hint = The report, the next check, and the way back

## Pages: the heading, and the sentence below it.

page-halo-address = What is the address of your Halo?
    .lead = Copy it from your browser while { $halo } is open. Any page of it will do: Halyard takes what it needs.
page-halo-confirm = Is this your Halo?
    .lead = Halyard asked the address what it is. Compare this with what you know of your { $halo }.

page-role-name = Name the role
    .lead = A role holds rights. It changes nothing for anyone until an agent has it.
page-role-permissions = Set the permissions of the role
    .lead = Set only what is listed. Your Halo may show some names in another wording; the other names are given too.
page-role-teams = Give the role its teams
    .lead = { $product } sees only tickets of teams that its agent belongs to.
page-role-departments = Give the role its departments
    .lead = The membership decides whether { $product } may only look or also change tickets.

page-agent-open = Open the list of agents
    .lead = { $product } gets an agent of its own, so that everything it does carries its name.
page-agent-details = Fill in the agent's details
    .lead = Fields that are not listed here can stay as they are.
page-agent-permissions = Set the permissions of the agent
    .lead = Set only what is listed. Your Halo may show some names in another wording; the other names are given too.

page-application-open = Open the list of applications
    .lead = Halo shows its Resource Server, Authorisation Server and Tenant here. Halyard finds these by itself, so there is nothing to copy.
page-application-details = Fill in the application's details
    .lead = An application can never do more than the agent it logs in as.
page-application-scopes = Tick the application's scopes
    .lead = Scopes are the boxes on the application's Permissions tab: Halo's documentation calls them so. They say what { $product } may ask for; what its agent may do, the agent's own permissions say. Tick these and no others.

page-credentials-id = Copy the Client ID
    .lead = It is on the Details tab of the application. Saving can change it: copy it now, even if you copied it before.
page-credentials-secret = Copy the Client Secret
    .lead = It is beside the Client ID. Halo shows it only for a short while: if you see none to copy, select Edit, then Generate, copy the new one, and select Save. The one before it stops working then.
page-credentials-check = Does Halo accept them?
    .lead = Halyard signs in with them, as { $product } will.

page-teams-which = Which teams should { $product } see?
    .lead = Write their names as they stand in Halo.
page-teams-teams = Add the agent to its teams
    .lead = { $product } sees only what the teams of its agent may see. Without a team, some lists stay empty.
page-teams-departments = Add the agent to its departments
    .lead = The membership decides whether { $product } may only look or also change tickets.
page-teams-customers = How many customers do you see in Halo?
    .lead = Halyard compares this number with what the agent sees, since Halo leaves customers out without saying so. You find it in Customers. If you do not know, leave it empty.
page-teams-check = Does the agent see enough?
    .lead = If you have just changed the agent, give Halo a moment.

page-ticket-type = { $title }
    .lead = Create a ticket type with these settings, or compare one that you have.
page-ticket-type-existing = { $title }
    .lead = A ticket type that you have already will do.
page-ticket-type-which = What is it called in your Halo?
    .lead = { $title }: write the name as it stands in Halo.
page-ticket-types-check = Are the ticket types ready?
    .lead = If you have just saved them, give Halo a moment.

page-setting = Set { $field }
page-settings-check = Are the settings in place?
    .lead = If you have just saved them, give Halo a moment.

page-proof = The proof
    .lead = Halyard asks your Halo now, as { $product } would. What the API cannot tell is marked for you to look at.
page-hand-over = Fill in the form of { $product }
    .lead = The same labels as in { $product }. The Client Secret comes last, so that it is on the clipboard only briefly.
page-mapping = Match { $halo } with { $product }
    .lead = Halyard reads both lists and suggests what belongs together. You decide. Every decision is saved at once, and nothing is written to { $halo } or to { $product }.
page-mapping-writing = Match { $halo } with { $product }
    .lead = Halyard reads both lists and suggests what belongs together. You decide. Every decision is saved at once, and nothing is written to { $halo }. Nothing is written to { $product } either, unless you ask for it at the end and have seen what will be written.
page-finish = The connection is set up
    .lead = Keep the report. Halyard can check the connection again at any time.

## What a live check proves.

proves-credentials = Halo knows the application, accepts its secret, and grants what { $product } asks for.
proves-teams-departments = The agent belongs to its teams and departments, and sees your customers.
proves-teams = The agent belongs to its teams, and sees your customers.
proves-departments = The agent belongs to its departments, and sees your customers.
proves-customers = The agent sees your customers.
proves-ticket-types = The agent sees the ticket types, and they are set as { $product } needs them.
proves-settings = The settings have the values that { $product } needs, as far as Halo shows them.

## Things to do. Labels stand as they do in Halo.

do-new = Select New.
do-new-role = Select New, unless an empty role is open already.
do-edit = Select Edit.
do-save = Select Save.
do-choose = In { $field }, choose { $value }.
do-tick = Tick { $field }.
do-tick-recommended = Tick { $field }. The guide recommends it.
do-tick-optional = Tick { $field } if you want to. The guide leaves it to you.
do-leave-unticked = Leave { $field } without a tick.
do-open-tab = Open the { $tab } tab.
do-on-tab = On the { $tab } tab, { $field }: { $value }
do-others = Leave every permission that is not listed at { $value }.

do-role-name = In Role Name, enter the name.
do-role-save = Select Save. The other tabs of a new role open only after this.

do-open-agent = Open the agent { $agent }.
do-agent-existing = An agent that you have already may serve as well. In that case open it and select Edit instead.
do-agent-name = In Username, enter the name.
do-agent-other-fields = If Halo asks for more, for example an email address, enter what your company uses for accounts of this kind.
do-default-team = In Default Team, choose a team. Do not leave it at *No Default Team*.
do-default-team-like = In Default Team, choose a team, for example { $examples }. Do not leave it at *No Default Team*.

do-view-applications = Select View Applications.
do-application-name = In Application Name, enter the name.
do-active = Make sure that Active is ticked.
do-any-agent = In { $field }, choose an agent. The application sees what this agent may see.
do-save-application = Select Save, and stay on the application.

do-teams-add = Under Teams, select Add.
do-teams-all = Choose a team. Repeat this until every team is in the list.
do-teams-wanted = Choose each team that { $product } should see.
do-teams-wanted-like = Choose each team that { $product } should see, for example { $examples }.
do-team = Choose { $team }.
do-teams-flag = For each of these teams, tick { $flag }.
do-departments = Under Departments, add each department that { $product } should work in.
do-departments-named = Under Departments, add every department for { $names }.
do-membership = For each of them, set Membership to { $membership }.

do-ticket-type-existing = If you have such a ticket type already, open that one instead and compare.
do-ticket-type-name = In Ticket Type Name, enter the name.
do-ticket-type-open = Open the ticket type that { $product } should use.
do-mandatory-fields = When { $product } creates a ticket, it fills in only { $fields }. Make sure that no other field is mandatory.
do-mandatory-on-update = When { $product } updates a ticket, it fills in only { $fields }. Make sure that no other field is mandatory there.

do-find-setting = Find { $field }.

## Values and remarks.

note-no-permissions = The guide names no permissions for the agent. An application can do no more than its agent: on the Permissions tab, the agent needs at least Read Only for whatever { $product } is to read.
remark = From the guide: { $text }
value-ticked = Ticked
value-not-ticked = Not ticked
value-add = Add
section-scopes = Scopes, on the Permissions tab
scope-or = { $others } will do as well.
mapping-what = { $ours } in { $halo } with { $theirs } in { $product }
level-recommended = The guide recommends this step.
level-optional = This step is optional.
level-forbidden = This must not be done.

## After the last step.

finish-recheck = Open this connection in Halyard at any time to check it again. To check on a schedule, run halyard check --connection with the connection's name.
finish-open-application = In { $halo }, open { $path } and the application { $name }.
finish-rotate-when = Choose a time when { $product } can do without Halo for a few minutes: the earlier secret stops working as soon as there is a new one.
finish-rotate-generate = Select Edit, then Generate beside Client Secret, and copy the new secret.
finish-rotate-paste = In Halyard, open Client ID and Client Secret and put the new secret in.
finish-rotate-save = In { $halo }, select Save.
finish-rotate-form = Put the new secret into the form of { $product } as well.
finish-rotate-check = Check the connection again.
finish-remove-vendor = In { $product }, switch off or delete the connection to { $halo } first, so that nothing there fails halfway.
finish-remove-application = Select Edit, take away the tick at Active and select Save. Whatever still uses it stops now. When nothing is missed, delete the application.
finish-remove-agent = Open { $path } and the agent { $name }. Take away the tick at Account Active, or delete the agent.
finish-remove-agent-existing = If you used an agent that was there before, keep it and take back only what you changed.
finish-remove-role = Open { $path } and delete the role { $name }, once no agent has it.
finish-remove-ticket-types = Open { $path }. Keep { $names } as long as there are tickets of these types; hide a type by taking away the tick at Visible in List for Agents.
finish-remove-settings = { $names }: change it back only if you know what it was, and that nothing else depends on it.
finish-remove-made = { $made }: take it out where you made it.
finish-remove-connection = In Halyard, remove this connection. Its secret is deleted from this computer.
finish-clean-permission = Take back the permission { $name }. It was needed for the set-up only.
finish-clean-scope = Take away the tick at { $name } in the application. It was needed for the set-up only.
finish-clean-setting = Change { $name } back. It was needed for the set-up only.
finish-clean-other = Take back: { $name }. It was needed for the set-up only.

## The first page.

overview-needs-configuration = You can open Configuration in { $halo } and save what you change there.
overview-creates-role = The role { $name }
overview-creates-agent = The agent { $name }
overview-creates-agent-or-existing = The agent { $name }, or one that you have already
overview-creates-application = { $count ->
    [one] The API application { $name } with one scope, a box to tick on its Permissions tab
   *[other] The API application { $name } with { $count } scopes, boxes to tick on its Permissions tab
}
overview-creates-ticket-types = Ticket types, unless you have them: { $names }
overview-uses-ticket-types = Nothing new, but one of your ticket types is used: { $names }
overview-sets = The setting { $name } becomes { $value }
overview-several = { $product } can be connected more than once. Each connection is set up on its own.
overview-partial = Only part of the guide could be read. What is missing is a step that you check by hand.
overview-never-changes = Halyard creates and changes nothing in your Halo by itself. You do that, step by step, and Halyard looks whether it is there. Only if you ask for it at the end does it make one test ticket, and take it away again.
overview-never-reads = Halyard counts what the agent sees, such as tickets and customers, and reads names, such as those of customers and teams. What is written in a ticket is not used, shown or kept.
overview-never-secret = Halyard sends the Client Secret to the authorisation server of your Halo and to nobody else. It is kept in this computer's keychain, or in memory only if you choose that, and never in a file.
overview-never-contacts = Halyard contacts your Halo with its authorisation server, and no other computer. It reports nothing to anyone.
overview-never-contacts-unasked = Halyard contacts your Halo with its authorisation server, and the server of { $product } only if you give its address for the mapping. No other computer, and it reports nothing to anyone.

## Steps that a person does: a title for each kind, with and without a name, and what it is called.

task-guide = Read the guide for { $about }
task-test = Test the connection
    .named = Test the connection: { $name }
task-licence = See to the licence
    .named = See to the licence: { $name }
task-install = Install the software
    .named = Install { $name }
task-switch-off = Switch off what is in the way
    .named = Switch off { $name }
task-look-up = Look something up in { $halo }
    .named = Look up { $name }
task-webhook = Create a webhook
    .named = Create the webhook { $name }
    .made = The webhook { $name }
    .what = webhooks
task-custom-tab = Create a custom tab
    .named = Create the custom tab { $name }
    .made = The custom tab { $name }
    .what = custom tabs
task-custom-button = Create a custom button
    .named = Create the custom button { $name }
    .made = The custom button { $name }
    .what = custom buttons
task-custom-field = Create a custom field
    .named = Create the custom field { $name }
    .made = The custom field { $name }
    .what = custom fields
task-event-rule = Create a rule
    .named = Create the rule { $name }
    .made = The rule { $name }
    .what = rules for tickets or events
task-custom-integration = Create a custom integration
    .named = Create the custom integration { $name }
    .made = The custom integration { $name }
    .what = custom integrations
task-record = Complete a record in { $halo }
    .named = Create the record { $name }
    .made = The record { $name }
    .what = records of this kind
task-cors = Allow addresses to call { $halo }
    .named = Allow { $name } to call { $halo }
task-allow-list = Allow the addresses of { $product }
    .named = Allow the addresses of { $name }
task-agent = Create a further agent
    .named = Create the agent { $name } as well
    .made = The agent { $name }
    .what = agents
task-application = Create a further application
    .named = Create the application { $name } as well
    .made = The API application { $name }
    .what = applications

task-guide-open = Open the guide and find what it says of { $about }.
task-guide-do = Do that in full. Halyard’s copy of the guide ends before it, and does not guess.
task-find = Open the place in { $halo } where { $what } are made. The guide shows where.
task-name = In { $field }, enter the name.
task-field = In { $field }, enter this value:
task-field-completed = In { $field }, enter this text, with the parts in braces replaced by what { $product } shows as { $shown }:
task-field-from-vendor = In { $product }, copy { $shown }. Paste it into { $field } in { $halo }.
task-field-own = Fill in { $field }.
task-events = Add the event { $value }.
task-addresses = Add the address { $value }.
task-find-list = Open the list of addresses that { $halo } allows. The guide shows where.
task-scopes-tab = Open the Permissions tab.
task-scopes = Tick { $value }.
task-scopes-only = Tick nothing else there.
task-look-up-do = Find { $name } in { $halo } and write it down.
task-licence-do = Make sure that you have { $name }.
task-install-do = Install { $name }.
task-switch-off-do = Switch { $name } off.
task-for-each = Do this again for { $what }.
task-success = You know that it worked by this: { $sign }

do-cors = Among the addresses that CORS allows, add this one:
do-setting-on = Make sure that { $field } is on.
do-setting-off = Make sure that { $field } is off.
everything-in-section = Everything in this section
everything = Everything on this tab
differs = “{ $guide }” says: { $says }
differs-dated = “{ $guide }” ({ $date }) says: { $says }
note-other-method = Halyard itself cannot sign in with this method. It checks the address of your Halo; the rest is for you to look at.
note-other-scopes = No other scope may be ticked here.
finish-open = Open { $path }.
finish-clean-role = Take the role { $name } away from the agent. It was needed for the set-up only.

choice-language = Which words does your Halo use?
    .hint = The language of your Halo changes the names of menus and permissions.
choice-language-en-us = Customers, Items and Vendors
choice-language-en-gb = Clients, Products and Suppliers

## Ways other than a form, and rows that are not simply filled in.

hand-over-email-warning = Never send the Client Secret by email or in a ticket: whoever reads the message can use it. Ask { $product } for a safe way, for example a form or an encrypted link.
hand-over-file-warning = The file holds the Client Secret. Keep it where only { $product } can read it, and do not send it.
hand-over-environment-warning = Whoever can read these variables can use the Client Secret. Set them only where { $product } runs.
hand-over-leave-alone = Leave this as { $product } has it
hand-over-goes-into = { $product } shows this value. Keep it at hand for: { $step }
hand-over-from-vendor = { $product } shows this value. Nothing here needs it
hand-over-shown-if = Only there when { $field } is { $value }.

## Findings about them.

about-agent-roles = the agent’s further roles
    .why = A role gives the agent rights that { $product } needs.
about-whole-section = everything in { $section }
    .why = { $product } uses more of { $section } than its guide lists.
agent-roles-look =
    .title = For you to look: the agent has the roles { $roles }
    .detail = Halo’s API does not tell this in a way that Halyard can rely on.
    .fix = Open the agent and look at Roles: { $roles } must be among them. Then confirm it in the wizard.
whole-section-look =
    .title = For you to look: everything in { $section } is “{ $value }”
    .detail = The guide asks for this value throughout, and Halo’s API does not show each permission.
    .fix = Look through { $section } on the Permissions tab: everything has to be “{ $value }”. Then confirm it in the wizard.
look-without-sign-in =
    .title = For you to look: { $about }
    .detail = { $product } signs in to { $halo } in a way in which Halyard cannot, so Halo was not asked.
    .fix = Look at it in { $halo }: it has to be as the wizard says. Then confirm it in the wizard.

// Written by the contract test of the commands crate from its Rust types.
// Do not edit: `UPDATE=1 cargo test -p commands contract` writes it anew.

/**
 * Accepts all undecided rows whose suggestion is of these classes, in one step.
 */
export type AcceptClasses = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The classes.
 */
classes: Array<SuggestionClass>, };

/**
 * One thing to do.
 */
export type Action = { 
/**
 * What to do, as a sentence.
 */
text: string, 
/**
 * A value to enter, with a button that copies it.
 */
copy: CopyValue | null, };

/**
 * What is to become of the ticket in the end.
 */
export type Afterwards = "delete" | "close";

/**
 * An answer.
 */
export type Answer = { "to": "choice", 
/**
 * The choice.
 */
id: string, 
/**
 * The option.
 */
option: string, } | { "to": "ticket-type", 
/**
 * The requirement's key.
 */
key: string, 
/**
 * The ticket type's name.
 */
name: string, } | { "to": "teams", 
/**
 * Their names.
 */
names: Array<string>, } | { "to": "expected-customers", 
/**
 * The number.
 */
count: number | null, };

/**
 * An answer to one of the wizard's questions.
 */
export type Answered = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The answer.
 */
answer: Answer, };

/**
 * Answers to the wizard's questions.
 */
export type AnswersView = { 
/**
 * Options by choice.
 */
choices: { [key in string]: string }, 
/**
 * Ticket type names by key.
 */
ticket_types: { [key in string]: string }, 
/**
 * Teams the product should see.
 */
teams: Array<string>, 
/**
 * Customers the admin sees in Halo.
 */
expected_customers: number | null, };

/**
 * What the page needs to know of the program and this computer.
 */
export type AppInfo = { 
/**
 * The program's version.
 */
version: string, 
/**
 * "linux", "macos" or "windows".
 */
platform: string, 
/**
 * The colours the admin chose.
 */
theme: Theme, 
/**
 * The rehearsal tenant, where the wizard was opened on it.
 */
rehearsal: RehearsalInfo | null, 
/**
 * Something to tell the admin at the start, for example that a damaged file was set aside.
 */
notice: string | null, 
/**
 * The connection that was worked on last.
 */
last_connection: string | null, };

/**
 * What is asked for of one kind.
 */
export type AskGroup = { 
/**
 * What kind.
 */
title: string, 
/**
 * One line each.
 */
lines: Array<AskLine>, };

/**
 * One thing that is asked for.
 */
export type AskLine = { 
/**
 * What, in Halo's or the vendor's words.
 */
text: string, 
/**
 * How strongly, when and under which condition, where that is not "always".
 */
remark: string | null, 
/**
 * It gives far more than one thing, or it is where the secret goes.
 */
weighty: boolean, };

/**
 * A page that the profile may offer to open.
 */
export type AskLink = { 
/**
 * Its address.
 */
link: string, 
/**
 * The host it leads to.
 */
host: string, };

/**
 * Everything a profile asks for.
 */
export type Asks = { 
/**
 * In the order in which one meets it.
 */
groups: Array<AskGroup>, 
/**
 * Every page that it may offer to open, each once.
 */
links: Array<AskLink>, };

/**
 * Names a connection.
 */
export type ByConnection = { 
/**
 * The connection's id.
 */
connection: string, };

/**
 * Names a mapping.
 */
export type ByMapping = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping's key, from [`MappingCard`].
 */
mapping: string, };

/**
 * Names a profile.
 */
export type ByProfile = { 
/**
 * The profile's id.
 */
profile: string, };

/**
 * Names a check that runs or has run.
 */
export type ByRun = { 
/**
 * The number from [`CheckStarted`].
 */
run: number, };

/**
 * What a change is about. Its names are part of `check --json` and of the kept reports.
 */
export type ChangeAbout = "halo-address" | "resource-server" | "authorisation-server" | "tenant" | "halo-product" | "halo-version" | "agent" | "agent-enabled" | "agent-api-only" | "agent-administrator" | "agent-default-team" | "agent-role" | "agent-team" | "agent-department" | "agent-customer-limit" | "agent-ticket-type-limit" | "department-level" | "scope" | "team" | "department" | "ticket-type" | "customers" | "agents" | "setting" | "finding";

/**
 * How much is different from the last time.
 */
export type ChangeCounts = { 
/**
 * There for the first time.
 */
new: number, 
/**
 * With another name.
 */
renamed: number, 
/**
 * Not there any more.
 */
gone: number, };

/**
 * What became of a thing.
 */
export type ChangeKind = "added" | "removed" | "changed";

/**
 * How a check ended.
 */
export type CheckEnd = { "how": "done", 
/**
 * The connection as it is now.
 */
view: ConnectionView, 
/**
 * The findings that were asked for.
 */
findings: Array<Finding>, } | { "how": "cancelled" } | { "how": "error", 
/**
 * What, and what to do.
 */
message: string, };

/**
 * How far a check is.
 */
export type CheckProgress = { 
/**
 * Version of this progress; goes up with every change.
 */
version: number, 
/**
 * What is being looked at, in order.
 */
looks: Array<Look>, 
/**
 * Halo asked us to wait: for how many seconds.
 */
waiting_seconds: number | null, 
/**
 * How the check ended, once it has.
 */
ended: CheckEnd | null, };

/**
 * What to check.
 */
export type CheckScope = { 
/**
 * The connection.
 */
connection: string, 
/**
 * Findings to check, by id or by a pattern with `*` at its end; all where absent.
 */
findings: Array<string> | null, };

/**
 * A check has begun.
 */
export type CheckStarted = { 
/**
 * The run's number.
 */
run: number, };

/**
 * A list to tick while doing it in Halo.
 */
export type Checklist = { 
/**
 * Where to do it.
 */
place: Place, 
/**
 * What to do before the list, in order.
 */
actions: Array<Action>, 
/**
 * What to tick, by section of Halo's screen.
 */
sections: Array<ChecklistSection>, 
/**
 * The drawing of the screen.
 */
screen: HaloScreen | null, 
/**
 * What to do at the end, for example "Select Save".
 */
finish: string | null, };

/**
 * One line of a checklist.
 */
export type ChecklistItem = { 
/**
 * The tick is kept under this name; the finding's id where it has one.
 */
key: string, 
/**
 * Halo's label.
 */
label: string, 
/**
 * The same label in other display languages and versions.
 */
aliases: Array<string>, 
/**
 * The value to set, in Halo's words.
 */
value: string, 
/**
 * How strongly it is asked for.
 */
level: Level, 
/**
 * Why.
 */
reason: string | null, };

/**
 * A section of a checklist.
 */
export type ChecklistSection = { 
/**
 * The section's title in Halo.
 */
title: string, 
/**
 * What to set.
 */
items: Array<ChecklistItem>, };

/**
 * Whether our secret is still on the clipboard.
 */
export type ClipboardView = { 
/**
 * Seconds until it is cleared; absent when it is not there.
 */
seconds_left: number | null, };

/**
 * The colours of the window.
 */
export type Colours = "system" | "light" | "dark";

/**
 * Halyard could not do what it was asked.
 */
export type CommandError = { 
/**
 * What kind of trouble it is.
 */
code: ErrorCode, 
/**
 * What happened and what to do, ready to be shown. Never holds what was typed.
 */
message: string, };

/**
 * How much of the maker's guide the profile was made from.
 */
export type Completeness = "full" | "partial";

/**
 * The admin has looked at what the API cannot tell.
 */
export type Confirmation = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The finding's id.
 */
finding: string, 
/**
 * It is as it should be; `false` takes it back.
 */
confirmed: boolean, };

/**
 * A saved connection in the list of connections.
 */
export type ConnectionCard = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The product's name.
 */
product: string, 
/**
 * Where its profile came from.
 */
origin: ProfileOrigin, 
/**
 * Why it cannot be opened, and what to do: its profile is not there any more.
 */
problem: string | null, 
/**
 * The Halo's address, once known.
 */
address: string | null, 
/**
 * The last check that reached Halo, where there was one.
 */
last_check: LastCheck | null, 
/**
 * How it stands by its last checks.
 */
standing: Standing, 
/**
 * How many of the hub's tasks are completed.
 */
done: number, 
/**
 * How many tasks there are.
 */
tasks: number, };

/**
 * One connection with everything the hub and its pages show.
 */
export type ConnectionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its product.
 */
profile: ProfileCard, 
/**
 * The tasks of the hub with their pages and states.
 */
tasks: Array<Task>, 
/**
 * What was typed as the address.
 */
typed_address: string | null, 
/**
 * The Halo, once found.
 */
halo: HaloFound | null, 
/**
 * The admin has confirmed the Halo's values.
 */
halo_confirmed: boolean, 
/**
 * On the customer's own server; absent where nobody said.
 */
on_premises: boolean | null, 
/**
 * The Client ID.
 */
client_id: string | null, 
/**
 * Whether a secret is stored, and where.
 */
secret: SecretView, 
/**
 * Keys that are ticked.
 */
ticks: Array<string>, 
/**
 * Findings confirmed by looking, with the time, RFC 3339.
 */
confirmed: { [key in string]: string }, 
/**
 * Answers to the wizard's questions.
 */
answers: AnswersView, 
/**
 * When the check was made that the report is of.
 */
last_check: LastCheck | null, 
/**
 * How it stands by its last checks.
 */
standing: Standing, 
/**
 * Everything has been looked at at least once; before that the report holds findings that
 * nobody has asked Halo about yet.
 */
checked_all: boolean, 
/**
 * The report of the last check that reached Halo; while none has, of the last that tried.
 */
report: Report | null, 
/**
 * The page the admin was on.
 */
place: string | null, };

/**
 * A text for the clipboard.
 */
export type CopyText = { 
/**
 * The text.
 */
text: string, };

/**
 * A value to enter elsewhere.
 */
export type CopyValue = { 
/**
 * The field it goes into, for example "Application Name".
 */
label: string, 
/**
 * The value.
 */
value: string, };

/**
 * The page the admin is on.
 */
export type CurrentPage = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The page's id; absent for the hub.
 */
place: string | null, };

/**
 * Decides about rows, all in one step.
 */
export type Decide = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The rows, by id.
 */
rows: Array<string>, 
/**
 * What of them.
 */
decision: Deciding, };

/**
 * What was decided, taken back or taken again.
 */
export type Decided = { 
/**
 * How many rows it was about.
 */
rows: number, 
/**
 * The first of them by id, to show.
 */
first: string | null, 
/**
 * The mapping as it is now.
 */
view: MappingView, };

/**
 * What to decide.
 */
export type Deciding = { "what": "accept-suggestion" } | { "what": "accept", 
/**
 * Its id.
 */
id: string, } | { "what": "later" } | { "what": "ignore" } | { "what": "clear" };

/**
 * The membership of a department that counts.
 */
export type DepartmentSeen = { 
/**
 * The department's name.
 */
name: string, 
/**
 * Halo's number of the membership level; 2 is "Modify All".
 */
level: number | null, };

/**
 * What a change means for the connection.
 */
export type Effect = "worse" | "better" | "neither";

/**
 * The kinds of trouble that a face tells apart.
 */
export type ErrorCode = "bad_request" | "no_such_connection" | "no_such_profile" | "storage" | "keychain" | "desktop";

/**
 * How a finding was learned.
 */
export type Evidence = "api" | "behaviour" | "confirmed" | "none";

/**
 * Saves the mapping to a file the admin chooses.
 */
export type Export = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * In which form.
 */
format: ExportFormat, };

/**
 * In which form a mapping is saved.
 */
export type ExportFormat = "vendor" | "csv" | "json" | "page";

/**
 * What was saved.
 */
export type Exported = { 
/**
 * The files that are there now and whole; none when the admin chose no place.
 */
files: Array<ExportedFile>, 
/**
 * Why nothing was saved, or not all, and what to do.
 */
problem: string | null, 
/**
 * Rows that are in no file, because the other product would refuse them.
 */
left_out: number, 
/**
 * The first of them, each with the reason.
 */
problems: Array<string>, };

/**
 * One file that was saved.
 */
export type ExportedFile = { 
/**
 * Where.
 */
path: string, 
/**
 * How many rows it has.
 */
rows: number, };

/**
 * What kind of field the vendor's form has.
 */
export type FieldKind = "text" | "number" | "date" | "time" | "choice" | "several" | "switch" | "address" | "email" | "secret";

/**
 * What became of a typed value.
 */
export type FieldReply = { 
/**
 * What is wrong with it and what to do, where it was not taken.
 */
problem: string | null, 
/**
 * The name of the field that is wrong, where a page has several.
 */
field: string | null, 
/**
 * The connection as it is now.
 */
view: ConnectionView, };

/**
 * Something that is wrong with a profile file.
 */
export type FileProblem = { 
/**
 * The line, from 1.
 */
line: number, 
/**
 * The character in the line, from 1.
 */
column: number, 
/**
 * The profile can be used all the same.
 */
can_be_used: boolean, 
/**
 * What is wrong.
 */
message: string, 
/**
 * What would be right.
 */
hint: string | null, };

/**
 * The vendor's form, filled in. The secret's row, where the form has one, comes last.
 */
export type FilledForm = { 
/**
 * In which way the values reach the vendor.
 */
how: HandOverWay, 
/**
 * The name of the file, or to whom the message goes.
 */
target: string | null, 
/**
 * What must not be done on the way, for example sending the secret in a message.
 */
warning: string | null, 
/**
 * Where the form is, in the vendor's words.
 */
path: Array<string>, 
/**
 * The form's page.
 */
link: string | null, 
/**
 * What to know before filling it in.
 */
remarks: Array<string>, 
/**
 * The rows.
 */
rows: Array<FormRow>, 
/**
 * The button that ends the form.
 */
finish_with: string | null, };

/**
 * Looks for an answer among all there are.
 */
export type FindOptions = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The row that the answer is for.
 */
row: string, 
/**
 * Words of its name or the rest; empty for all.
 */
text: string, };

/**
 * One finding.
 */
export type Finding = { 
/**
 * What it is about, for example `permission:tickets-access-level`.
 */
id: string, 
/**
 * The answer.
 */
status: Status, 
/**
 * The kind of trouble; absent when it passed.
 */
code: string | null, 
/**
 * How it was learned.
 */
evidence: Evidence, 
/**
 * A headline.
 */
title: string, 
/**
 * What is wrong, or what was seen.
 */
detail: string, 
/**
 * Why it matters for this product, where the guide says so.
 */
why: string | null, 
/**
 * What to do. Always there on `failed`, `warning` and `to_confirm`.
 */
fix: Fix | null, };

/**
 * What to do later, in words.
 */
export type FinishGuide = { 
/**
 * How to replace the Client Secret, in order; empty where there is none.
 */
rotate: Array<Action>, 
/**
 * How to take out everything that was made, in the order that breaks nothing else.
 */
remove: Array<Action>, 
/**
 * The guides that say how the connection is taken out at the vendor.
 */
remove_sources: Array<PageSource>, 
/**
 * What was for the set-up or for testing only and should be taken back now.
 */
clean_up: Array<Action>, 
/**
 * How to check again later.
 */
recheck: string, };

/**
 * What to do about a finding.
 */
export type Fix = { 
/**
 * What to do, as sentences; complete without the fields below.
 */
text: string, 
/**
 * Where to click.
 */
path: Array<string>, 
/**
 * The page to open in Halo or at the vendor.
 */
link: string | null, 
/**
 * Where several causes look alike: each of them, the likeliest first by what the check saw.
 * To be shown in place of `text`, which holds the same as sentences.
 */
causes: Array<PossibleCause>, 
/**
 * What the product's guide adds; in `text` as well.
 */
advice: string | null, };

/**
 * One row of the vendor's form.
 */
export type FormRow = { 
/**
 * Position in the vendor's own form, from 1.
 */
position: number, 
/**
 * The label in the vendor's words.
 */
label: string, 
/**
 * The heading below which the form has it, where it has several parts.
 */
section: string | null, 
/**
 * What goes in.
 */
meaning: FormValue, 
/**
 * What kind of field it is.
 */
kind: FieldKind, 
/**
 * What the form offers to choose from.
 */
options: Array<string>, 
/**
 * The form lets it be empty.
 */
optional: boolean, 
/**
 * The text to enter; absent for the secret and for values not known yet.
 */
text: string | null, 
/**
 * The field is to be left empty.
 */
leave_empty: boolean, 
/**
 * Where the value goes that the vendor's product shows.
 */
goes_into: GoesInto | null, 
/**
 * On what it hangs whether the form shows the field, where only the admin can see that.
 */
only_if: string | null, 
/**
 * A hint.
 */
hint: string | null, };

/**
 * What goes into a field of the vendor's form.
 */
export type FormValue = "web-address" | "resource-server" | "authorisation-server" | "token-endpoint" | "authorise-endpoint" | "token-endpoint-with-tenant" | "tenant" | "client-id" | "client-secret" | "on-premises" | "agent-id" | "agent-name" | "constant" | "own" | "leave-alone" | "from-vendor";

/**
 * What was found at the typed address.
 */
export type Found = { 
/**
 * The Halo, where there is one.
 */
halo: HaloFound | null, 
/**
 * The finding about the address.
 */
finding: Finding, 
/**
 * The text is not an address at all: an error of the field, not of the network.
 */
field_problem: string | null, 
/**
 * The connection as it is now.
 */
view: ConnectionView, };

/**
 * What could be the answer.
 */
export type FoundOptions = { 
/**
 * How many fit.
 */
total: number, 
/**
 * The first fifty: names that begin with the text before the others.
 */
options: Array<MappingOption>, };

/**
 * The step that needs a value which the vendor's product shows.
 */
export type GoesInto = { 
/**
 * The step's page.
 */
page: string, 
/**
 * Its title.
 */
title: string, };

/**
 * Something that is not there any more.
 */
export type GoneItem = { 
/**
 * Its id.
 */
id: string, 
/**
 * The name it had.
 */
name: string, 
/**
 * The decision that is kept for it, in words.
 */
decision: string | null, };

/**
 * Something to do in Halo or at the vendor.
 */
export type Guide = { 
/**
 * Where to do it.
 */
place: Place, 
/**
 * What to do, in order.
 */
actions: Array<Action>, 
/**
 * The drawing of the screen.
 */
screen: HaloScreen | null, 
/**
 * The admin's tick is kept under this name where the API cannot prove the step.
 */
confirms: string | null, 
/**
 * What else there is to a step that a person does and confirms.
 */
task: GuideTask | null, };

/**
 * What is particular to a step that a person does and confirms.
 */
export type GuideTask = { 
/**
 * What kind of step it is.
 */
kind: TaskKind, 
/**
 * For what it is done again, as a sentence.
 */
again: string | null, 
/**
 * What shows that it worked, as a sentence.
 */
success: string | null, };

/**
 * Which of Halo's customers are read.
 */
export type HaloChoice = { 
/**
 * Those that are switched off too.
 */
inactive: boolean, 
/**
 * Those of the admin's own company too.
 */
internal: boolean, };

/**
 * The servers and the tenant as the admin confirmed them.
 */
export type HaloConfirmed = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The authorisation server, as shown or corrected.
 */
authorisation_server: string, 
/**
 * The tenant; empty for none.
 */
tenant: string, 
/**
 * On the customer's own server.
 */
on_premises: boolean, };

/**
 * What discovery found.
 */
export type HaloFound = { 
/**
 * The web address, without a slash at the end.
 */
address: string, 
/**
 * Where the API is, ending in `/api`.
 */
resource_server: string, 
/**
 * Where tokens are issued, ending in `/auth` in current versions.
 */
authorisation_server: string, 
/**
 * The tenant; hosted Halos have one.
 */
tenant: string | null, 
/**
 * "HaloPSA", "HaloITSM" and the like.
 */
product: string | null, 
/**
 * For example "2.236.133".
 */
version: string | null, 
/**
 * Hosted by Halo, or on the customer's own server; absent where the host does not tell.
 */
hosted: boolean | null, 
/**
 * The authorisation server is on another host than the API.
 */
authorisation_elsewhere: boolean, };

/**
 * A drawing of a Halo screen.
 */
export type HaloScreen = { 
/**
 * The screen's title, for example "New Agent".
 */
title: string, 
/**
 * Its tabs.
 */
tabs: Array<string>, 
/**
 * The tab that is open.
 */
active_tab: string | null, 
/**
 * Buttons of the toolbar.
 */
buttons: Array<ScreenButton>, 
/**
 * Fields, from top to bottom.
 */
fields: Array<ScreenRow>, };

/**
 * The vendor's form, filled in.
 */
export type HandOverView = { 
/**
 * The form; absent where the product has none.
 */
form: FilledForm | null, 
/**
 * Rows that are ticked, by label.
 */
ticked: Array<string>, };

/**
 * How the values reach the vendor.
 */
export type HandOverWay = "form" | "portal" | "file" | "environment" | "email" | "sign-in";

/**
 * How what is held compares with what is needed.
 */
export type Held = "as_needed" | "missing" | "excess" | "confirmed" | "not_told";

/**
 * Who the token stands for.
 */
export type Identity = { 
/**
 * Halo's number of the agent.
 */
agent_id: number | null, 
/**
 * The agent's name.
 */
name: string | null, 
/**
 * The agent's e-mail address.
 */
email: string | null, };

/**
 * Includes rows of a plan, or leaves them out.
 */
export type IncludeRows = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The plan's number.
 */
plan: number, 
/**
 * One customer's id; absent for all that stand so.
 */
row: string | null, 
/**
 * All that stand so; absent for one row.
 */
state: WriteState | null, 
/**
 * They will be written.
 */
included: boolean, };

/**
 * The number that the vendor gave to the integration.
 */
export type IntegrationNumber = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The number as typed.
 */
number: string, };

/**
 * What is different from the last time a list was read.
 */
export type ItemChange = { "what": "new" } | { "what": "renamed", 
/**
 * The name it had.
 */
was: string, };

/**
 * Keeps the profile that was shown.
 */
export type KeepProfile = { 
/**
 * Its number.
 */
number: number, };

/**
 * What became of the list.
 */
export type KeptList = { 
/**
 * Why nothing was kept, and what to do.
 */
problem: string | null, 
/**
 * Rows that were left out.
 */
left_out: number, 
/**
 * The first of them, each with its line and the reason.
 */
problems: Array<string>, 
/**
 * The mapping as it is now.
 */
view: MappingView, };

/**
 * A profile that was kept from a file.
 */
export type KeptView = { 
/**
 * The file it was opened from.
 */
file: string, 
/**
 * When it was kept, RFC 3339.
 */
at: string, 
/**
 * The connections that follow it, by name.
 */
used_by: Array<string>, 
/**
 * The program has a profile of this id by now; this one serves older connections only.
 */
beside_built_in: boolean, };

/**
 * How the keychain is.
 */
export type KeychainState = "ready" | "locked" | "denied" | "absent" | "timed-out";

/**
 * Whether the keychain can keep a secret.
 */
export type KeychainView = { 
/**
 * How it is.
 */
state: KeychainState, 
/**
 * Its name on this system.
 */
name: string, 
/**
 * What that means, as a sentence.
 */
meaning: string, 
/**
 * What to do about it; absent when it is ready.
 */
advice: string | null, 
/**
 * Secrets are kept in memory only, by the admin's choice.
 */
session_only: boolean, };

/**
 * When the last check was and what it found.
 */
export type LastCheck = { 
/**
 * When it ended, RFC 3339.
 */
at: string, 
/**
 * What it found, counted.
 */
summary: Summary, };

/**
 * The last writing.
 */
export type LastWriting = { 
/**
 * When it was begun, RFC 3339.
 */
begun: string, 
/**
 * Where it was written.
 */
host: string, 
/**
 * How many rows were to be written.
 */
rows: number, 
/**
 * Those that stand there.
 */
done: number, 
/**
 * Those that do not.
 */
failed: number, 
/**
 * Those of which nobody knows.
 */
unknown: number, 
/**
 * Those for which nothing was sent.
 */
waiting: number, 
/**
 * Why it ended before its last row, and what to do.
 */
message: string | null, };

/**
 * How strongly something is asked for.
 */
export type Level = "required" | "recommended" | "optional" | "forbidden";

/**
 * A page to open in the browser.
 */
export type Link = { 
/**
 * The connection, or absent on pages before there is one.
 */
connection: string | null, 
/**
 * The profile, where there is no connection.
 */
profile: string | null, 
/**
 * The address, exactly as the plan or profile names it.
 */
link: string, };

/**
 * What is different in one list, the first five hundred of each.
 */
export type ListChanges = { 
/**
 * How much.
 */
counts: ChangeCounts, 
/**
 * There for the first time.
 */
new: Array<MappingItem>, 
/**
 * With another name.
 */
renamed: Array<RenamedItem>, 
/**
 * Not there any more.
 */
gone: Array<GoneItem>, };

/**
 * A column that matching can use.
 */
export type ListColumn = "id" | "name" | "domain" | "website" | "phone" | "city" | "postcode" | "country" | "external_id";

/**
 * A list that was opened and is not kept yet.
 */
export type ListPreview = { 
/**
 * The file's name, or what else it is.
 */
name: string, 
/**
 * Why it cannot be read, and what to do; the rest is empty then.
 */
problem: string | null, 
/**
 * How its letters are written, for example "UTF-8".
 */
encoding: string, 
/**
 * What parts its fields, in words; absent for one name a line.
 */
delimiter: string | null, 
/**
 * The names of the columns; absent where the first line is a row.
 */
header: Array<string> | null, 
/**
 * The first rows.
 */
rows: Array<Array<string>>, 
/**
 * Which column each field seems to be.
 */
columns: Array<ListColumn | null>, 
/**
 * The columns are so plain that nobody has to look.
 */
certain: boolean, 
/**
 * The other product tells its entries apart by an id, so that names alone are not enough.
 */
needs_ids: boolean, };

/**
 * One list as it is kept.
 */
export type ListState = { 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * When it was read, RFC 3339; absent where it never was.
 */
read: string | null, 
/**
 * How it was read, in words, for example "customers.csv".
 */
how: string | null, 
/**
 * Rows that a reading which was broken off has already.
 */
begun: number | null, 
/**
 * Which customers that reading is of, or else the list.
 */
which: HaloChoice, 
/**
 * What was different from the time before.
 */
changes: ChangeCounts, };

/**
 * One thing that is looked at.
 */
export type Look = { 
/**
 * What it is, for example "Teams this agent can see".
 */
what: string, 
/**
 * How far it is.
 */
state: LookState, };

/**
 * How far a look is.
 */
export type LookState = "waiting" | "looking" | "looked" | "no-answer";

/**
 * Something that comes near a row.
 */
export type MappingCandidate = { 
/**
 * What it is.
 */
item: MappingItem, 
/**
 * How sure, from 0 to 100.
 */
percent: number, 
/**
 * Why, in words.
 */
reason: string, 
/**
 * The row that has it already, by name, where each is given once only.
 */
taken_by: string | null, };

/**
 * A mapping in the list of a connection's mappings.
 */
export type MappingCard = { 
/**
 * Its key.
 */
key: string, 
/**
 * What of Halo's it is.
 */
kind: MappingKind, 
/**
 * Halo's things, for example "Customers".
 */
halo: string, 
/**
 * The vendor's things, for example "Organizations".
 */
vendor: string, 
/**
 * The rows are the vendor's things, and Halo's are their answers; else the other way round.
 */
asks_vendor: boolean, 
/**
 * One answer may serve several rows.
 */
many_to_one: boolean, 
/**
 * How the guide says it is done.
 */
actions: Array<string>, 
/**
 * Halo's list.
 */
halo_list: ListState, 
/**
 * The vendor's list.
 */
vendor_list: ListState, 
/**
 * How many rows stand how.
 */
counts: MappingCounts, };

/**
 * What is different in both lists from the time before.
 */
export type MappingChanges = { 
/**
 * Halo's list.
 */
halo: ListChanges, 
/**
 * The vendor's list.
 */
vendor: ListChanges, };

/**
 * How many rows stand how.
 */
export type MappingCounts = { 
/**
 * All rows.
 */
rows: number, 
/**
 * Those with an answer.
 */
accepted: number, 
/**
 * Those to be made on the other side.
 */
later: number, 
/**
 * Those that are ignored.
 */
ignored: number, 
/**
 * Those of which nothing is decided.
 */
undecided: number, 
/**
 * Undecided, with a suggestion that is certain.
 */
exact: number, 
/**
 * Undecided, with a suggestion that needs no look.
 */
likely: number, 
/**
 * Undecided, with a suggestion to look at.
 */
review: number, 
/**
 * Undecided, without a suggestion.
 */
none: number, 
/**
 * Those with a conflict.
 */
conflicts: number, 
/**
 * Those that are new or were renamed since the last time.
 */
changed: number, };

/**
 * How it ended.
 */
export type MappingEnd = { "how": "done", 
/**
 * The mapping as it is now.
 */
view: MappingView, 
/**
 * Rows of the list that could not be used.
 */
left_out: number, 
/**
 * The first of them, each with its place and the reason.
 */
problems: Array<string>, } | { "how": "cancelled", 
/**
 * Rows that were read and are kept to go on from.
 */
kept: number, } | { "how": "stopped", 
/**
 * Why, and what to do.
 */
message: string, 
/**
 * Rows that were read and are kept to go on from.
 */
kept: number, };

/**
 * One of Halo's things or of the vendor's.
 */
export type MappingItem = { 
/**
 * Its id in its list.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What else is known of it, for example "acme.com · York"; may be empty.
 */
about: string, };

/**
 * What of Halo's is mapped.
 */
export type MappingKind = "customers" | "statuses" | "ticket-types" | "agents";

/**
 * Something that could be the answer.
 */
export type MappingOption = { 
/**
 * What it is.
 */
item: MappingItem, 
/**
 * The row that has it already, by name, where each is given once only.
 */
taken_by: string | null, };

/**
 * How far it is.
 */
export type MappingProgress = { 
/**
 * Goes up with every change.
 */
version: number, 
/**
 * What is being done, in words.
 */
what: string, 
/**
 * How many are done.
 */
done: number, 
/**
 * How many there are, where that is known.
 */
total: number | null, 
/**
 * The other side asked us to wait: for how many seconds.
 */
waiting_seconds: number | null, 
/**
 * How it ended, once it has.
 */
ended: MappingEnd | null, };

/**
 * One row.
 */
export type MappingRow = { 
/**
 * What it is about.
 */
item: MappingItem, 
/**
 * What is decided.
 */
standing: RowStanding, 
/**
 * By whom.
 */
by: WhoDecided | null, 
/**
 * The answer, where there is one.
 */
answer: MappingItem | null, 
/**
 * How sure the suggestion is; absent before suggestions were made.
 */
class: SuggestionClass | null, 
/**
 * Why, in words.
 */
reason: string | null, 
/**
 * What comes near, best first, at most five. The first is the suggestion where
 * `class` is not `none`.
 */
candidates: Array<MappingCandidate>, 
/**
 * What stands against the decision.
 */
conflict: RowConflict | null, 
/**
 * What is different from the last time.
 */
change: ItemChange | null, 
/**
 * What the profile says about it.
 */
hint: string | null, };

/**
 * A part of the rows.
 */
export type MappingRows = { 
/**
 * How many rows there are that fit.
 */
total: number, 
/**
 * Those in sight.
 */
rows: Array<MappingRow>, 
/**
 * Where the row is that was asked for, from 0; absent where none is, or none was asked for.
 */
place: number | null, };

/**
 * Something has begun in the background.
 */
export type MappingRun = { 
/**
 * Its number.
 */
run: number, };

/**
 * One mapping as its page shows it.
 */
export type MappingView = { 
/**
 * What the list shows as well.
 */
card: MappingCard, 
/**
 * Suggestions have been made for the lists as they are.
 */
suggested: boolean, 
/**
 * There is a step to take back.
 */
can_undo: boolean, 
/**
 * There is a step to take again.
 */
can_redo: boolean, 
/**
 * The profile names the vendor's things, so that no list has to be brought.
 */
values_known: boolean, 
/**
 * The vendor's API that the list can be read from.
 */
reader: ReaderView | null, 
/**
 * The vendor's own form that the result can be saved in, by its title.
 */
file: string | null, 
/**
 * Customers of Halo's can be told apart by more than their name.
 */
offers_inactive: boolean, };

/**
 * Keeps the list that was opened last as the vendor's.
 */
export type NewList = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * Which column each field is.
 */
columns: Array<ListColumn | null>, 
/**
 * Whether the first line names the columns and is no row; as it was found, where nobody says.
 */
header?: boolean, };

/**
 * Gives a connection another name.
 */
export type NewName = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The name.
 */
name: string, };

/**
 * No request, or no reply.
 */
export type Nothing = Record<symbol, never>;

/**
 * Opens a profile file.
 */
export type OpenProfile = { 
/**
 * Reads the file again that was opened last, without asking for one.
 */
again: boolean, };

/**
 * What came of opening a profile file.
 */
export type OpenedProfile = { 
/**
 * The file's name; absent when the admin chose none.
 */
file: string | null, 
/**
 * Why it could not be read at all, and what to do.
 */
trouble: string | null, 
/**
 * Everything that is wrong with it, in the order of the file.
 */
problems: Array<FileProblem>, 
/**
 * The profile, where nothing stands against its use. Nothing has been kept yet.
 */
offer: ProfileOffer | null, };

/**
 * What connecting a product takes, makes and never does.
 */
export type Overview = { 
/**
 * The profile's id.
 */
id: string, 
/**
 * The product's name.
 */
product: string, 
/**
 * Who makes it.
 */
maker: string, 
/**
 * What the connection does, in one sentence.
 */
summary: string, 
/**
 * What the guide says the connection is used for.
 */
uses: Array<OverviewUse>, 
/**
 * How long the set-up takes, in minutes.
 */
minutes: number, 
/**
 * What a person needs in Halo.
 */
halo_needs: Array<string>, 
/**
 * What a person needs in the vendor's product.
 */
vendor_needs: Array<string>, 
/**
 * What will be made or changed in Halo, one line each.
 */
creates: Array<string>, 
/**
 * What Halyard never does, one sentence each.
 */
never: Array<string>, 
/**
 * The product may be connected more than once; absent where it may not.
 */
several_connections: string | null, 
/**
 * The guides the profile was made from.
 */
sources: Array<OverviewSource>, 
/**
 * What it means that only part of the guide could be read; absent where all of it was.
 */
partial: string | null, 
/**
 * What of the guide could not be read, in a few words each.
 */
missing: Array<string>, 
/**
 * Contradictions and remarks that will be shown at their steps.
 */
notes: number, };

/**
 * A guide, with what a reader should know about it.
 */
export type OverviewSource = { 
/**
 * Its title.
 */
title: string, 
/**
 * Its address.
 */
link: string | null, 
/**
 * When it was written or read.
 */
date: string | null, 
/**
 * A remark.
 */
remark: string | null, };

/**
 * Something the connection is used for.
 */
export type OverviewUse = { 
/**
 * A few words.
 */
title: string, 
/**
 * What it does.
 */
text: string, };

/**
 * One page: one thing to do.
 */
export type Page = { 
/**
 * Stable name inside the connection, for example `agent/details`.
 */
id: string, 
/**
 * The heading.
 */
title: string, 
/**
 * A sentence or two below the heading.
 */
lead: string | null, 
/**
 * Contradictions and remarks to show here.
 */
notes: Array<PageNote>, 
/**
 * What is on the page.
 */
body: PageBody, 
/**
 * The guides this page comes from.
 */
sources: Array<PageSource>, };

/**
 * What is on a page.
 */
export type PageBody = { "kind": "guide" } & Guide | { "kind": "checklist" } & Checklist | { "kind": "question" } & Question | { "kind": "watch", 
/**
 * What the checks prove, as a sentence.
 */
proves: string, } | { "kind": "proof" } | { "kind": "mapping", 
/**
 * What will be mapped, one line each.
 */
what: Array<string>, 
/**
 * How it is done in the vendor's product today, in order.
 */
actions: Array<string>, } | { "kind": "hand-over" } | { "kind": "finish" };

/**
 * A contradiction between guides, or a remark.
 */
export type PageNote = { 
/**
 * The remark.
 */
text: string, 
/**
 * Where it comes from.
 */
sources: Array<PageSource>, };

/**
 * A guide.
 */
export type PageSource = { 
/**
 * Its title.
 */
title: string, 
/**
 * Its address.
 */
link: string | null, 
/**
 * Its date.
 */
date: string | null, };

/**
 * A list that was pasted.
 */
export type PastedList = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The text.
 */
text: string, };

/**
 * One permission of the agent.
 */
export type PermissionRow = { 
/**
 * Halo's label.
 */
name: string, 
/**
 * The value that the profile needs, in Halo's words; in ours where only a scope needs it.
 */
needed: string, 
/**
 * What a harmless read showed.
 */
shown: Shown, 
/**
 * What that means.
 */
held: Held, 
/**
 * The finding that tells more.
 */
finding: string, };

/**
 * Something of Halo's that the admin picked.
 */
export type Picked = { 
/**
 * Halo's number of it.
 */
id: number, 
/**
 * Its name.
 */
name: string, };

/**
 * Where to click, and the page that may be opened.
 */
export type Place = { 
/**
 * For example `["Configuration", "Teams & Agents", "Agents"]`.
 */
path: Array<string>, 
/**
 * The page's address: in this customer's Halo, or the vendor's.
 */
link: string | null, };

/**
 * One of several causes that Halo words alike.
 */
export type PossibleCause = { 
/**
 * Its name, for example `client-id-changed`; stable, for whoever reads the JSON.
 */
id: string, 
/**
 * The cause, as a headline.
 */
title: string, 
/**
 * What the check saw that speaks for it, where it saw something.
 */
clue: string | null, 
/**
 * How to tell whether it is this one.
 */
tell: string, 
/**
 * What to do if it is.
 */
remedy: string, 
/**
 * Where to click.
 */
path: Array<string>, 
/**
 * The page to open in Halo.
 */
link: string | null, };

/**
 * The products that can be connected.
 */
export type ProductList = { 
/**
 * By name.
 */
cards: Array<ProfileCard>, 
/**
 * Profiles kept from files that this version cannot read.
 */
unusable: Array<UnusableProfile>, };

/**
 * One product.
 */
export type ProductView = { 
/**
 * What connecting it takes, makes and never does.
 */
overview: Overview, 
/**
 * Everything its profile asks for.
 */
asks: Asks, 
/**
 * Where its guides contradict each other or need a remark.
 */
notes: Array<PageNote>, 
/**
 * How much of the maker's guide the profile was made from.
 */
completeness: Completeness, 
/**
 * Where the profile came from.
 */
origin: ProfileOrigin, 
/**
 * What is known of the kept profile of this id, where there is one.
 */
kept: KeptView | null, };

/**
 * A product in the list of products.
 */
export type ProfileCard = { 
/**
 * The profile's id.
 */
id: string, 
/**
 * The product's name.
 */
name: string, 
/**
 * Who makes it.
 */
maker: string, 
/**
 * Its category.
 */
category: string, 
/**
 * What the connection does.
 */
summary: string, 
/**
 * Words a person may search for.
 */
keywords: Array<string>, 
/**
 * What the connection is used for.
 */
uses: Array<string>, 
/**
 * How long the set-up takes, in minutes.
 */
minutes: number, 
/**
 * How many scopes it asks for.
 */
scopes: number, 
/**
 * It works as an agent of its own in Halo.
 */
agent: boolean, 
/**
 * It signs in with an API application.
 */
application: boolean, 
/**
 * Something is set up in the product as well.
 */
vendor_side: boolean, 
/**
 * How much of the maker's guide the profile was made from.
 */
completeness: Completeness, 
/**
 * Where the profile came from.
 */
origin: ProfileOrigin, };

/**
 * A profile that may be kept.
 */
export type ProfileOffer = { 
/**
 * Which of the files opened so far, for [`KeepProfile`].
 */
number: number, 
/**
 * What it asks for.
 */
product: ProductView, 
/**
 * What to know before keeping it, one sentence or two each.
 */
remarks: Array<string>, 
/**
 * Why it cannot be kept, and what to do.
 */
hindrance: string | null, };

/**
 * Where a profile came from.
 */
export type ProfileOrigin = "built-in" | "file" | "installed";

/**
 * What became of a profile that was to be removed.
 */
export type ProfileRemoval = { 
/**
 * It is gone.
 */
removed: boolean, 
/**
 * The connections that stand in the way, by name.
 */
used_by: Array<string>, };

/**
 * A question that the wizard asks. The window has one screen for each.
 */
export type Question = { "asks": "address" } | { "asks": "confirm-halo" } | { "asks": "client-id" } | { "asks": "client-secret" } | { "asks": "choice", 
/**
 * The choice's id.
 */
id: string, 
/**
 * The question.
 */
question: string, 
/**
 * A hint.
 */
hint: string | null, 
/**
 * The possible answers.
 */
options: Array<QuestionOption>, } | { "asks": "ticket-type", 
/**
 * The requirement's key.
 */
key: string, 
/**
 * What it is for.
 */
question: string, 
/**
 * The name to suggest.
 */
suggested: string, } | { "asks": "teams", 
/**
 * Names the guide gives.
 */
examples: Array<string>, } | { "asks": "expected-customers" };

/**
 * A possible answer.
 */
export type QuestionOption = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its words.
 */
label: string, 
/**
 * What it means.
 */
hint: string | null, };

/**
 * Reads Halo's list.
 */
export type ReadHaloList = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * Customers that are switched off too.
 */
inactive: boolean, 
/**
 * The admin's own company too.
 */
internal: boolean, 
/**
 * Begins anew, where a reading was broken off; else it goes on, if it is of the same
 * customers.
 */
anew: boolean, };

/**
 * Where the vendor's API is.
 */
export type ReaderAddress = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The address as typed.
 */
address: string, };

/**
 * What became of an address or a key.
 */
export type ReaderReply = { 
/**
 * What is wrong and what to do, where nothing was kept.
 */
problem: string | null, 
/**
 * The mapping as it is now.
 */
view: MappingView, };

/**
 * The vendor's API that a list can be read from.
 */
export type ReaderView = { 
/**
 * Where it is, once typed.
 */
address: string | null, 
/**
 * A key is stored for it.
 */
has_key: boolean, };

/**
 * How to connect to the rehearsal tenant. Its secret is for practice and opens nothing else;
 * it is handed over by the clipboard all the same.
 */
export type RehearsalInfo = { 
/**
 * Its address.
 */
address: string, 
/**
 * The Client ID to use, by profile.
 */
client_ids: { [key in string]: string }, 
/**
 * The address of the other product's practice server, for mappings.
 */
vendor_address: string, 
/**
 * The number of its integration with the tenant.
 */
vendor_integration: string, };

/**
 * Something with another name than before.
 */
export type RenamedItem = { 
/**
 * Its id.
 */
id: string, 
/**
 * The name it had.
 */
was: string, 
/**
 * The name it has.
 */
is: string, };

/**
 * One run's answer. A value that was not learned is `null`, never a guess.
 */
export type Report = { 
/**
 * Version of the shape; [`SCHEMA`].
 */
schema: number, 
/**
 * The profile that was checked.
 */
profile: ReportProfile, 
/**
 * The Halo that was looked at.
 */
halo: ReportHalo, 
/**
 * Who the token stands for.
 */
identity: Identity | null, 
/**
 * Scopes asked for and granted.
 */
scopes: ReportScopes, 
/**
 * What this agent can see.
 */
visibility: Visibility, 
/**
 * What this agent sees, in names.
 */
sees: Sees, 
/**
 * Needed, asked for and granted, side by side.
 */
rights: Rights, 
/**
 * All findings, in the order in which an admin would fix them.
 */
findings: Array<Finding>, 
/**
 * How many have which status.
 */
summary: Summary, 
/**
 * What the last test ticket showed. Only in reports that the window saves, and only where one
 * was made.
 */
test_ticket?: TrialOutcome, };

/**
 * Which file to write the report to.
 */
export type ReportFormat = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The format.
 */
format: ReportKind, };

/**
 * The Halo that was looked at.
 */
export type ReportHalo = { 
/**
 * Its web address.
 */
address: string | null, 
/**
 * Where the API is.
 */
resource_server: string | null, 
/**
 * Where tokens are issued.
 */
authorisation_server: string | null, 
/**
 * The tenant.
 */
tenant: string | null, 
/**
 * The product.
 */
product: string | null, 
/**
 * The version.
 */
version: string | null, };

/**
 * The format of a saved report.
 */
export type ReportKind = "page" | "text" | "json";

/**
 * The profile that was checked.
 */
export type ReportProfile = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Where it came from.
 */
source: ProfileOrigin, };

/**
 * Scopes asked for and granted.
 */
export type ReportScopes = { 
/**
 * What the profile asks for.
 */
required: Array<string>, 
/**
 * What Halo says it granted; `null` where it does not say.
 */
granted: Array<string> | null, 
/**
 * Names that are not scopes of Halo.
 */
unknown: Array<string>, };

/**
 * Scopes and permissions side by side.
 */
export type Rights = { 
/**
 * Scopes: those that are needed in the profile's order, then those beyond them.
 */
scopes: Array<ScopeRow>, 
/**
 * The agent's permissions that the profile speaks of, in its order, then those that only its
 * scopes do, where a look showed them.
 */
permissions: Array<PermissionRow>, };

/**
 * What stands against a decision.
 */
export type RowConflict = { "what": "shared", 
/**
 * That row's name.
 */
with: string, 
/**
 * The conflict in words.
 */
words: string, } | { "what": "gone", 
/**
 * The conflict in words.
 */
words: string, } | { "what": "ask-again", 
/**
 * The conflict in words.
 */
words: string, };

/**
 * Which rows to show.
 */
export type RowFilter = "all" | "undecided" | "exact" | "likely" | "review" | "none" | "accepted" | "later" | "ignored" | "conflicts" | "changed";

/**
 * A place to go on from.
 */
export type RowFrom = { 
/**
 * The place among those that fit, from 0; it does not count itself.
 */
place: number, 
/**
 * Up the list rather than down.
 */
up: boolean, };

/**
 * What is decided of a row.
 */
export type RowStanding = "undecided" | "accepted" | "later" | "ignored";

/**
 * A part of the rows, for a list that shows only what is in sight.
 */
export type RowWindow = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * Which rows.
 */
filter: RowFilter, 
/**
 * Only those with all these words in the names or the rest; empty for all.
 */
text: string, 
/**
 * How many of them to leave out at the beginning.
 */
offset: number, 
/**
 * How many to show, 200 at most.
 */
count: number, 
/**
 * A row whose place among those that fit is to be told, by its id.
 */
place_of?: string, 
/**
 * From where the next undecided row among those that fit is to be told instead.
 */
undecided_from?: RowFrom, };

/**
 * Where a file was written.
 */
export type SavedFile = { 
/**
 * Its path; absent when the admin chose none.
 */
path: string | null, };

/**
 * One scope.
 */
export type ScopeRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * The profile needs it, or advises it.
 */
needed: boolean, 
/**
 * It was asked for with the token.
 */
asked: boolean, 
/**
 * Halo granted it, itself or by a wider one; `null` where that was not learned.
 */
granted: boolean | null, 
/**
 * What that means.
 */
held: Held, };

/**
 * A button of a drawn screen.
 */
export type ScreenButton = { 
/**
 * Its label.
 */
label: string, 
/**
 * It is the place to click.
 */
marked: boolean, };

/**
 * How a field of a drawn screen looks.
 */
export type ScreenControl = "text" | "select" | "tick";

/**
 * A field of a drawn screen.
 */
export type ScreenRow = { 
/**
 * Its label.
 */
label: string, 
/**
 * What stands in it.
 */
value: string, 
/**
 * How it looks.
 */
control: ScreenControl, 
/**
 * It is the place to fill in.
 */
marked: boolean, };

/**
 * What became of a secret that was pasted or typed.
 */
export type SecretReply = { 
/**
 * It was taken, tested with Halo and stored.
 */
stored: boolean, 
/**
 * How many characters arrived. Never the characters.
 */
characters: number, 
/**
 * What is wrong and what to do, where it was not stored.
 */
problem: string | null, 
/**
 * The finding about the credentials, where they were tested.
 */
finding: Finding | null, 
/**
 * The connection as it is now.
 */
view: ConnectionView, };

/**
 * Whether a secret is stored, and where.
 */
export type SecretView = { 
/**
 * There is one.
 */
stored: boolean, 
/**
 * In memory only, gone when the program ends.
 */
session_only: boolean, 
/**
 * A secret that Halo has not accepted yet is held in memory, to be tried again.
 */
pending: boolean, 
/**
 * The keychain's name on this system.
 */
keychain: string, };

/**
 * What the agent sees, in names. A value that was not learned is `null`, never a guess.
 */
export type Sees = { 
/**
 * How many customers the admin says there are.
 */
expected_customers: number | null, 
/**
 * The first customers that Halo lists to the agent; [`super::Visibility`] says how many there are.
 */
customers: Array<string> | null, 
/**
 * The first agents that Halo lists to it.
 */
agents: Array<string> | null, 
/**
 * Customers that the agent is restricted to; empty for no restriction.
 */
restricted_to: Array<string> | null, 
/**
 * Teams that the agent belongs to.
 */
teams: Array<string> | null, 
/**
 * Wanted teams that it does not belong to, or that are not even listed to it.
 */
missing_teams: Array<string>, 
/**
 * Departments that the agent belongs to, each once: of several memberships the highest counts.
 */
departments: Array<DepartmentSeen> | null, 
/**
 * Ticket types that Halo lists to it.
 */
ticket_types: Array<string> | null, };

/**
 * Keep secrets in memory only.
 */
export type SessionOnly = { 
/**
 * In memory only, or in the keychain again.
 */
session_only: boolean, };

/**
 * What a harmless read showed of a permission.
 */
export type Shown = "opens" | "empty" | "refused" | "nothing";

/**
 * One change, as it is shown.
 */
export type ShownChange = { 
/**
 * All that in a sentence.
 */
text: string, 
/**
 * What it is about.
 */
about: ChangeAbout, 
/**
 * What became of it.
 */
kind: ChangeKind, 
/**
 * What it means for the connection.
 */
effect: Effect, 
/**
 * The names of what came or went, where they are known.
 */
names: Array<string>, 
/**
 * The value before, where it has one.
 */
was: string | null, 
/**
 * The value now, where it has one.
 */
now: string | null, 
/**
 * The last check that found it as before.
 */
after: string, 
/**
 * The first check that found it as it is now.
 */
by: string, 
/**
 * The findings of the present report that say what to do about it, by id.
 */
findings: Array<string>, };

/**
 * How a connection stands.
 */
export type Standing = { 
/**
 * In one word.
 */
state: StandingState, 
/**
 * When Halyard last looked, whatever came of it, RFC 3339.
 */
checked: string | null, 
/**
 * When the last good check was, RFC 3339.
 */
last_good: string | null, 
/**
 * The first of the good checks without a bad one between it and the last good one, as far
 * back as checks are kept, RFC 3339.
 */
good_since: string | null, 
/**
 * When the check was made that the last one is compared with, RFC 3339.
 */
compared_with: string | null, 
/**
 * That check was good.
 */
compared_with_good: boolean, 
/**
 * What is different since, most important first.
 */
changes: Array<ShownChange>, 
/**
 * What stood in the way, where Halo could not be reached.
 */
obstacle: Finding | null, };

/**
 * How a connection stands, in one word.
 */
export type StandingState = "never-checked" | "good" | "changed" | "to-fix" | "unanswered" | "not-reached";

/**
 * Looks what would be written.
 */
export type StartWritePlan = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * Only the rows of the last writing that do not stand there.
 */
only_failed: boolean, };

/**
 * Writes what was shown.
 */
export type StartWriting = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The plan that was shown.
 */
plan: number, 
/**
 * How many rows the admin was told will be written.
 */
rows: number, };

/**
 * The answer a finding gives.
 */
export type Status = "passed" | "failed" | "warning" | "to_confirm" | "unknown";

/**
 * One task of the hub.
 */
export type Step = { 
/**
 * The kind of task.
 */
kind: StepKind, 
/**
 * Its name in the hub, for example "Create the agent".
 */
title: string, 
/**
 * A hint below the name, without a full stop.
 */
hint: string, 
/**
 * Findings that prove it, by id; a `*` at the end stands for any ending.
 */
findings: Array<string>, 
/**
 * Its pages, one thing each, in order.
 */
pages: Array<Page>, };

/**
 * The kinds of step. A closed list: products differ by data, never by a kind of their own.
 */
export type StepKind = "vendor-first" | "halo" | "role" | "agent" | "application" | "credentials" | "teams" | "ticket-types" | "settings" | "proof" | "mapping" | "hand-over" | "vendor-after" | "finish";

/**
 * How sure a suggestion is.
 */
export type SuggestionClass = "exact" | "likely" | "review" | "none";

/**
 * How many findings have which status.
 */
export type Summary = { 
/**
 * Proved.
 */
passed: number, 
/**
 * Proved wrong.
 */
failed: number, 
/**
 * Should not stay so.
 */
warning: number, 
/**
 * For the admin to look at.
 */
to_confirm: number, 
/**
 * Could not be checked.
 */
unknown: number, };

/**
 * A task of the hub.
 */
export type Task = { 
/**
 * What it is.
 */
step: Step, 
/**
 * How far it is.
 */
state: TaskState, 
/**
 * How many of its findings wait for the admin to look, once everything has been checked.
 */
to_confirm: number, };

/**
 * What a step does or makes. A closed list: each kind has its words.
 */
export type TaskKind = "task" | "guide" | "test" | "licence" | "install" | "switch-off" | "look-up" | "webhook" | "custom-tab" | "custom-button" | "custom-field" | "event-rule" | "custom-integration" | "record" | "cors" | "allow-list" | "agent" | "application";

/**
 * How far a task is.
 */
export type TaskState = "completed" | "in-progress" | "not-started" | "cannot-start-yet" | "problem" | "to-confirm";

/**
 * What may be picked.
 */
export type TestTicketChoices = { 
/**
 * Customers whose name holds what was typed; the first twenty.
 */
customers: Array<Picked>, 
/**
 * How many there are in all, where Halo says so.
 */
total: number | null, 
/**
 * Ticket types, those that the product asks for first.
 */
ticket_types: Array<TestTicketType>, 
/**
 * Why there is nothing to pick from, and what to do.
 */
problem: string | null, };

/**
 * A test ticket to be made.
 */
export type TestTicketOrder = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The customer.
 */
customer: Picked, 
/**
 * The ticket type.
 */
ticket_type: Picked, 
/**
 * What is to become of it.
 */
afterwards: Afterwards, };

/**
 * What to look for.
 */
export type TestTicketSearch = { 
/**
 * The connection.
 */
connection: string, 
/**
 * A part of the customer's name; empty for the first customers.
 */
customer: string, };

/**
 * A ticket type that may be picked.
 */
export type TestTicketType = { 
/**
 * The ticket type.
 */
ticket_type: Picked, 
/**
 * The product asks for it.
 */
wanted: boolean, };

/**
 * The test ticket of a connection, before, while and after it is made.
 */
export type TestTicketView = { 
/**
 * The product makes tickets. Where it does not, there is nothing to try.
 */
offered: boolean, 
/**
 * Everything that will be written when the ticket is deleted afterwards.
 */
will_write_and_delete: Array<string>, 
/**
 * Everything that will be written when it is closed afterwards.
 */
will_write_and_close: Array<string>, 
/**
 * The run that is under way.
 */
running: number | null, 
/**
 * What the last one showed.
 */
last: TrialOutcome | null, };

/**
 * The colours the admin chose.
 */
export type Theme = { 
/**
 * The colours.
 */
colours: Colours, };

/**
 * A tick.
 */
export type Tick = { 
/**
 * The connection.
 */
connection: string, 
/**
 * What is ticked.
 */
key: string, 
/**
 * Ticked or not.
 */
done: boolean, };

/**
 * The things that are tried, in order.
 */
export type TrialAct = "sign-in" | "create" | "read-back" | "note" | "time" | "delete" | "close";

/**
 * What to do.
 */
export type TrialFix = { 
/**
 * What to do, as sentences.
 */
text: string, 
/**
 * Where to click.
 */
path: Array<string>, 
/**
 * The page to open in Halo.
 */
link: string | null, };

/**
 * What is left in Halo, or may be.
 */
export type TrialLeft = { 
/**
 * It should not stay so: the ticket is open, or may be there.
 */
urgent: boolean, 
/**
 * What is left.
 */
title: string, 
/**
 * How to remove it by hand, and where.
 */
fix: TrialFix, };

/**
 * What a trial showed.
 */
export type TrialOutcome = { 
/**
 * When it ended, or began if it never ended; RFC 3339.
 */
at: string, 
/**
 * It all worked, and nothing needs removing.
 */
good: boolean, 
/**
 * The outcome in one sentence.
 */
headline: string, 
/**
 * The customer it was for.
 */
customer: string, 
/**
 * The ticket type it was of.
 */
ticket_type: string, 
/**
 * Each step, in order.
 */
steps: Array<TrialStep>, 
/**
 * The ticket as Halo gave it back.
 */
came_back: Array<TrialShown>, 
/**
 * What is left in Halo, or may be.
 */
left: TrialLeft | null, };

/**
 * A value of the ticket as it came back.
 */
export type TrialShown = { 
/**
 * What it is.
 */
label: string, 
/**
 * The value.
 */
value: string, };

/**
 * What became of a step.
 */
export type TrialState = "done" | "refused" | "unknown" | "not-needed" | "skipped";

/**
 * One step.
 */
export type TrialStep = { 
/**
 * What was tried.
 */
act: TrialAct, 
/**
 * What became of it.
 */
state: TrialState, 
/**
 * A headline.
 */
title: string, 
/**
 * Why it did not happen, with Halo's own words where it gave any.
 */
detail: string | null, 
/**
 * What to do about it.
 */
fix: TrialFix | null, };

/**
 * What was typed as the address.
 */
export type TypedAddress = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The text, as typed or pasted.
 */
address: string, };

/**
 * The Client ID as typed.
 */
export type TypedClientId = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The text, as typed or pasted.
 */
text: string, };

/**
 * The key of the vendor's API as typed. One way: it has no way to be serialised or printed.
 */
export type TypedReaderKey = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The key.
 */
key: string, };

/**
 * The Client Secret as typed. One way: it has no way to be serialised or printed.
 */
export type TypedSecret = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The secret.
 */
secret: string, };

/**
 * A kept profile that this version cannot read.
 */
export type UnusableProfile = { 
/**
 * Its id.
 */
id: string, 
/**
 * The file it was opened from.
 */
file: string, 
/**
 * What stands against its use, and what to do.
 */
why: string, 
/**
 * The connections that follow it, by name.
 */
used_by: Array<string>, };

/**
 * What Halo lists to this agent by default.
 */
export type Visibility = { 
/**
 * Customers.
 */
customers: number | null, 
/**
 * Teams.
 */
teams: number | null, 
/**
 * Agents.
 */
agents: number | null, 
/**
 * Ticket types.
 */
ticket_types: number | null, 
/**
 * Tickets.
 */
tickets: number | null, };

/**
 * Waits for a check to move on.
 */
export type WatchRun = { 
/**
 * The run.
 */
run: number, 
/**
 * The version of the progress that the page has seen; 0 for none.
 */
seen: number, };

/**
 * Who decided.
 */
export type WhoDecided = "person" | "suggestion";

/**
 * What became of a row.
 */
export type WriteOutcome = "done" | "failed" | "unknown" | "waiting";

/**
 * What would be written.
 */
export type WritePlan = { 
/**
 * Names it: what was shown is what is written.
 */
number: number, 
/**
 * When it was made, RFC 3339.
 */
made: string, 
/**
 * The server it was made for.
 */
host: string, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * Those that get their company.
 */
set: number, 
/**
 * Those that have it already.
 */
same: number, 
/**
 * Those that have another company now.
 */
change: number, 
/**
 * Those that are perhaps another's.
 */
doubtful: number, 
/**
 * Those that the vendor has no row for yet.
 */
missing: number, 
/**
 * Those that cannot be written as things are.
 */
stuck: number, 
/**
 * Those that will be written.
 */
included: number, };

/**
 * One row of a plan.
 */
export type WriteRow = { 
/**
 * The customer's id.
 */
id: string, 
/**
 * The customer.
 */
customer: string, 
/**
 * The company it gets.
 */
company: string, 
/**
 * The company it has now.
 */
now: string | null, 
/**
 * How it stands.
 */
state: WriteState, 
/**
 * The same in words, with what to do.
 */
words: string, 
/**
 * The admin may include it or leave it out.
 */
may_be_included: boolean, 
/**
 * It will be written.
 */
included: boolean, };

/**
 * Rows of a plan.
 */
export type WriteRows = { 
/**
 * How many there are.
 */
total: number, 
/**
 * Those in sight.
 */
rows: Array<WriteRow>, };

/**
 * How a row of a plan stands.
 */
export type WriteState = "set" | "same" | "change" | "doubtful" | "missing" | "stuck";

/**
 * Which rows of a plan are in sight.
 */
export type WriteWindow = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * Only those that stand so; absent for all.
 */
state: WriteState | null, 
/**
 * The first one's place.
 */
offset: number, 
/**
 * How many, two hundred at most.
 */
count: number, };

/**
 * What became of the number.
 */
export type WritingReply = { 
/**
 * What is wrong and what to do, where nothing was kept.
 */
problem: string | null, 
/**
 * Writing as it stands now.
 */
view: WritingView, };

/**
 * Writing, before, while and after it happens.
 */
export type WritingView = { 
/**
 * The profile names a way to write this mapping. Where it does not, the rest is empty.
 */
offered: boolean, 
/**
 * The vendor's server, once its address is known.
 */
host: string | null, 
/**
 * A key is stored for it.
 */
has_key: boolean, 
/**
 * The number that the vendor gave to the integration, once typed.
 */
number: string | null, 
/**
 * Where that number is found.
 */
number_hint: string, 
/**
 * What the admin should know before.
 */
remarks: Array<string>, 
/**
 * How many customers have their company.
 */
decided: number, 
/**
 * The run that is under way.
 */
running: number | null, 
/**
 * What would be written, once it was asked for.
 */
plan: WritePlan | null, 
/**
 * The last writing.
 */
last: LastWriting | null, };

/**
 * One row that was to be written.
 */
export type WrittenRow = { 
/**
 * The customer's id.
 */
id: string, 
/**
 * The customer.
 */
customer: string, 
/**
 * The company it was to get.
 */
company: string, 
/**
 * The company it had before.
 */
before: string | null, 
/**
 * What became of it.
 */
outcome: WriteOutcome, 
/**
 * The same in words, with what to do.
 */
words: string, };

/**
 * Rows of the last writing.
 */
export type WrittenRows = { 
/**
 * How many there are.
 */
total: number, 
/**
 * Those in sight.
 */
rows: Array<WrittenRow>, };

/**
 * Which rows of the last writing are in sight.
 */
export type WrittenWindow = { 
/**
 * The connection.
 */
connection: string, 
/**
 * The mapping.
 */
mapping: string, 
/**
 * The first one's place; failures come first.
 */
offset: number, 
/**
 * How many, two hundred at most.
 */
count: number, };

/** Every command with its request and its reply. */
export type Commands = {
  app_info: { request: Nothing; reply: AppInfo };
  page_painted: { request: Nothing; reply: Nothing };
  copy_practice_secret: { request: ByProfile; reply: Nothing };
  copy_practice_key: { request: Nothing; reply: Nothing };
  set_theme: { request: Theme; reply: Nothing };
  profiles: { request: Nothing; reply: ProductList };
  profile_overview: { request: ByProfile; reply: ProductView };
  open_profile_file: { request: OpenProfile; reply: OpenedProfile };
  keep_profile: { request: KeepProfile; reply: ByProfile };
  remove_profile: { request: ByProfile; reply: ProfileRemoval };
  save_profile_guide: { request: Nothing; reply: SavedFile };
  connections: { request: Nothing; reply: Array<ConnectionCard> };
  create_connection: { request: ByProfile; reply: ConnectionView };
  connection: { request: ByConnection; reply: ConnectionView };
  rename_connection: { request: NewName; reply: FieldReply };
  remove_connection: { request: ByConnection; reply: Nothing };
  go_to: { request: CurrentPage; reply: Nothing };
  find_halo: { request: TypedAddress; reply: Found };
  confirm_halo: { request: HaloConfirmed; reply: FieldReply };
  answer: { request: Answered; reply: ConnectionView };
  tick: { request: Tick; reply: ConnectionView };
  confirm_finding: { request: Confirmation; reply: ConnectionView };
  set_client_id: { request: TypedClientId; reply: FieldReply };
  paste_secret: { request: ByConnection; reply: SecretReply };
  type_secret: { request: TypedSecret; reply: SecretReply };
  retry_secret: { request: ByConnection; reply: SecretReply };
  forget_secret: { request: ByConnection; reply: ConnectionView };
  keychain: { request: Nothing; reply: KeychainView };
  keep_for_session: { request: SessionOnly; reply: KeychainView };
  start_check: { request: CheckScope; reply: CheckStarted };
  watch_check: { request: WatchRun; reply: CheckProgress };
  cancel_check: { request: ByRun; reply: Nothing };
  test_ticket: { request: ByConnection; reply: TestTicketView };
  test_ticket_choices: { request: TestTicketSearch; reply: TestTicketChoices };
  start_test_ticket: { request: TestTicketOrder; reply: CheckStarted };
  clear_up_test_ticket: { request: ByConnection; reply: CheckStarted };
  test_ticket_removed: { request: ByConnection; reply: TestTicketView };
  mappings: { request: ByConnection; reply: Array<MappingCard> };
  mapping: { request: ByMapping; reply: MappingView };
  start_halo_list: { request: ReadHaloList; reply: MappingRun };
  choose_vendor_list: { request: ByMapping; reply: ListPreview | null };
  paste_vendor_list: { request: PastedList; reply: ListPreview };
  keep_vendor_list: { request: NewList; reply: KeptList };
  set_reader_address: { request: ReaderAddress; reply: ReaderReply };
  paste_reader_key: { request: ByMapping; reply: ReaderReply };
  type_reader_key: { request: TypedReaderKey; reply: ReaderReply };
  forget_reader_key: { request: ByMapping; reply: ReaderReply };
  start_vendor_list: { request: ByMapping; reply: MappingRun };
  start_suggestions: { request: ByMapping; reply: MappingRun };
  watch_mapping: { request: WatchRun; reply: MappingProgress };
  cancel_mapping: { request: ByRun; reply: Nothing };
  mapping_rows: { request: RowWindow; reply: MappingRows };
  find_mapping_options: { request: FindOptions; reply: FoundOptions };
  decide_mapping: { request: Decide; reply: Decided };
  accept_suggestions: { request: AcceptClasses; reply: Decided };
  undo_mapping: { request: ByMapping; reply: Decided };
  redo_mapping: { request: ByMapping; reply: Decided };
  mapping_changes: { request: ByMapping; reply: MappingChanges };
  export_mapping: { request: Export; reply: Exported };
  writing: { request: ByMapping; reply: WritingView };
  set_integration_number: { request: IntegrationNumber; reply: WritingReply };
  start_write_plan: { request: StartWritePlan; reply: MappingRun };
  write_plan_rows: { request: WriteWindow; reply: WriteRows };
  include_in_writing: { request: IncludeRows; reply: WritingView };
  drop_write_plan: { request: ByMapping; reply: WritingView };
  start_writing: { request: StartWriting; reply: MappingRun };
  written_rows: { request: WrittenWindow; reply: WrittenRows };
  save_written: { request: ByMapping; reply: SavedFile };
  hand_over: { request: ByConnection; reply: HandOverView };
  copy_text: { request: CopyText; reply: Nothing };
  copy_secret: { request: ByConnection; reply: ClipboardView };
  clipboard: { request: Nothing; reply: ClipboardView };
  open_link: { request: Link; reply: Nothing };
  save_report: { request: ReportFormat; reply: SavedFile };
  finish_guide: { request: ByConnection; reply: FinishGuide };
};

// Written by the contract test of the commands crate from its Rust types.
// Do not edit: `UPDATE=1 cargo test -p commands contract` writes it anew.

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
 * Names a connection.
 */
export type ByConnection = { 
/**
 * The connection's id.
 */
connection: string, };

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
 * The Halo's address, once known.
 */
address: string | null, 
/**
 * The last check, where there was one.
 */
last_check: LastCheck | null, 
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
 * When the last check was.
 */
last_check: LastCheck | null, 
/**
 * Everything has been looked at at least once; before that the report holds findings that
 * nobody has asked Halo about yet.
 */
checked_all: boolean, 
/**
 * The last report.
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
 * The kinds of trouble that a face tells apart.
 */
export type ErrorCode = "bad_request" | "no_such_connection" | "no_such_profile" | "storage" | "keychain" | "desktop";

/**
 * How a finding was learned.
 */
export type Evidence = "api" | "behaviour" | "confirmed" | "none";

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
 * The vendor's form, filled in. The secret's row, where the form has one, comes last.
 */
export type FilledForm = { 
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
 * What to do, as sentences.
 */
text: string, 
/**
 * Where to click.
 */
path: Array<string>, 
/**
 * The page to open in Halo or at the vendor.
 */
link: string | null, };

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
 * What goes in.
 */
meaning: FormValue, 
/**
 * The text to enter; absent for the secret and for values not known yet.
 */
text: string | null, 
/**
 * The field is to be left empty.
 */
leave_empty: boolean, 
/**
 * A hint.
 */
hint: string | null, };

/**
 * What goes into a field of the vendor's form.
 */
export type FormValue = "web-address" | "resource-server" | "authorisation-server" | "token-endpoint" | "tenant" | "client-id" | "client-secret" | "on-premises" | "agent-id" | "agent-name" | "constant" | "own";

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
confirms: string | null, };

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
 * How long the set-up takes, in minutes.
 */
minutes: number, 
/**
 * How much of the maker's guide the profile was made from.
 */
completeness: Completeness, 
/**
 * Where the profile came from.
 */
origin: ProfileOrigin, };

/**
 * Where a profile came from.
 */
export type ProfileOrigin = "built-in" | "file";

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
client_ids: { [key in string]: string }, };

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
 * All findings, in the order in which an admin would fix them.
 */
findings: Array<Finding>, 
/**
 * How many have which status.
 */
summary: Summary, };

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
 * Where a file was written.
 */
export type SavedFile = { 
/**
 * Its path; absent when the admin chose none.
 */
path: string | null, };

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
 * Keep secrets in memory only.
 */
export type SessionOnly = { 
/**
 * In memory only, or in the keychain again.
 */
session_only: boolean, };

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
 * How far a task is.
 */
export type TaskState = "completed" | "in-progress" | "not-started" | "cannot-start-yet" | "problem";

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

/** Every command with its request and its reply. */
export type Commands = {
  app_info: { request: Nothing; reply: AppInfo };
  page_painted: { request: Nothing; reply: Nothing };
  copy_practice_secret: { request: ByProfile; reply: Nothing };
  set_theme: { request: Theme; reply: Nothing };
  profiles: { request: Nothing; reply: Array<ProfileCard> };
  profile_overview: { request: ByProfile; reply: Overview };
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
  hand_over: { request: ByConnection; reply: HandOverView };
  copy_text: { request: CopyText; reply: Nothing };
  copy_secret: { request: ByConnection; reply: ClipboardView };
  clipboard: { request: Nothing; reply: ClipboardView };
  open_link: { request: Link; reply: Nothing };
  save_report: { request: ReportFormat; reply: SavedFile };
  finish_guide: { request: ByConnection; reply: FinishGuide };
};

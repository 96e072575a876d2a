//! The one place where the contract with the page is declared: a list of
//! `name(Request) -> Reply`, each with the handler of the same name in [`crate::handlers`].
//!
//! Every host expands [`crate::with_commands`]: the desktop shell into Tauri commands, the dev host into
//! routes, a test into the page's TypeScript types. A command without a handler does not compile.

use crate::wire::{
    AcceptClasses, Answered, AppInfo, ByConnection, ByMapping, ByProfile, ByRun, ChangedItems,
    ChangesWindow, CheckProgress, CheckScope, CheckStarted, ClipboardView, Confirmation,
    ConnectionCard, ConnectionView, CopyText, Decide, Decided, Export, Exported, FieldReply,
    FindOptions, Found, FoundOptions, HaloConfirmed, HandOverView, IncludeRows, IntegrationNumber,
    KeepProfile, KeptList, KeychainView, Link, ListPreview, MappingCard, MappingProgress,
    MappingRows, MappingRun, MappingView, NewList, NewName, Nothing, OpenProfile, OpenedProfile,
    PastedList, Place, ProductList, ProductView, ProfileRemoval, ReadHaloList, ReaderAddress,
    ReaderReply, ReportFormat, RowWindow, SavedFile, SecretReply, SessionOnly, StartWritePlan,
    StartWriting, TestTicketChoices, TestTicketOrder, TestTicketSearch, TestTicketView, Theme,
    Tick, TypedAddress, TypedClientId, TypedReaderKey, TypedSecret, WatchRun, WriteRows,
    WriteWindow, WritingReply, WritingView, WrittenRows, WrittenWindow,
};
use setup::finish::FinishGuide;

/// Calls `$expand!` with every command of the contract.
#[macro_export]
macro_rules! with_commands {
    ($expand:path) => {
        $expand! {
            /// What the page needs to know of the program and this computer.
            app_info(Nothing) -> AppInfo;
            /// Shows the window, once the page has painted itself.
            page_painted(Nothing) -> Nothing;
            /// Puts a practice secret on the clipboard, as Halo's own Copy button would.
            copy_practice_secret(ByProfile) -> Nothing;
            /// Puts the key of the other product's practice server on the clipboard.
            copy_practice_key(Nothing) -> Nothing;
            /// Changes the colours: as the system, light or dark.
            set_theme(Theme) -> Nothing;
            /// The products that can be connected.
            profiles(Nothing) -> ProductList;
            /// What connecting a product needs, creates, asks for and never does.
            profile_overview(ByProfile) -> ProductView;
            /// Lets the admin choose a profile file, and shows what it asks for or what is wrong with it.
            open_profile_file(OpenProfile) -> OpenedProfile;
            /// Keeps the profile that was shown.
            keep_profile(KeepProfile) -> ByProfile;
            /// Removes a profile that was kept from a file, unless a connection uses it.
            remove_profile(ByProfile) -> ProfileRemoval;
            /// Writes the guide for writing a profile to a file the admin chooses.
            save_profile_guide(Nothing) -> SavedFile;
            /// The saved connections, the one worked on last first.
            connections(Nothing) -> Vec<ConnectionCard>;
            /// Starts a connection for a product.
            create_connection(ByProfile) -> ConnectionView;
            /// One connection with its steps, answers and last check.
            connection(ByConnection) -> ConnectionView;
            /// Gives a connection another name.
            rename_connection(NewName) -> FieldReply;
            /// Deletes a connection and its secret.
            remove_connection(ByConnection) -> Nothing;
            /// Remembers the page the admin is on.
            go_to(Place) -> Nothing;
            /// Looks for a Halo at what was typed.
            find_halo(TypedAddress) -> Found;
            /// Keeps the servers and the tenant as the admin confirmed them.
            confirm_halo(HaloConfirmed) -> FieldReply;
            /// Keeps an answer to one of the wizard's questions.
            answer(Answered) -> ConnectionView;
            /// Keeps a tick of a checklist, of a page or of the vendor's form.
            tick(Tick) -> ConnectionView;
            /// Keeps that the admin has looked at what the API cannot tell.
            confirm_finding(Confirmation) -> ConnectionView;
            /// Keeps the Client ID.
            set_client_id(TypedClientId) -> FieldReply;
            /// Takes the Client Secret from the clipboard.
            paste_secret(ByConnection) -> SecretReply;
            /// Takes the Client Secret from the page's field; one way only.
            type_secret(TypedSecret) -> SecretReply;
            /// Tries the secret again that Halo did not accept, for example with another Client ID.
            retry_secret(ByConnection) -> SecretReply;
            /// Deletes the stored secret.
            forget_secret(ByConnection) -> ConnectionView;
            /// Whether the keychain can keep a secret, in words for this system.
            keychain(Nothing) -> KeychainView;
            /// Keeps secrets in memory only, or in the keychain again.
            keep_for_session(SessionOnly) -> KeychainView;
            /// Starts a check of all findings or of some.
            start_check(CheckScope) -> CheckStarted;
            /// Waits for a check to move on, ten seconds at most.
            watch_check(WatchRun) -> CheckProgress;
            /// Stops a check.
            cancel_check(ByRun) -> Nothing;
            /// The test ticket of a connection: what will be written, and what became of the last.
            test_ticket(ByConnection) -> TestTicketView;
            /// Customers and ticket types that may be picked for the test ticket.
            test_ticket_choices(TestTicketSearch) -> TestTicketChoices;
            /// Makes the test ticket and takes it away again; watched and cancelled like a check.
            start_test_ticket(TestTicketOrder) -> CheckStarted;
            /// Takes away what an earlier test ticket left behind; watched like a check.
            clear_up_test_ticket(ByConnection) -> CheckStarted;
            /// Notes that the admin has removed the test ticket.
            test_ticket_removed(ByConnection) -> TestTicketView;
            /// What is mapped between Halo and the product, and how far that is.
            mappings(ByConnection) -> Vec<MappingCard>;
            /// One mapping as its page shows it.
            mapping(ByMapping) -> MappingView;
            /// Starts to read Halo's list, or goes on.
            start_halo_list(ReadHaloList) -> MappingRun;
            /// Lets the admin choose a file with the vendor's list, and shows what is in it.
            choose_vendor_list(ByMapping) -> Option<ListPreview>;
            /// Takes the vendor's list as pasted text, and shows what is in it.
            paste_vendor_list(PastedList) -> ListPreview;
            /// Keeps the list that was shown last, with these columns.
            keep_vendor_list(NewList) -> KeptList;
            /// Keeps where the vendor's API is.
            set_reader_address(ReaderAddress) -> ReaderReply;
            /// Takes the key of the vendor's API from the clipboard.
            paste_reader_key(ByMapping) -> ReaderReply;
            /// Takes the key of the vendor's API from the page's field; one way only.
            type_reader_key(TypedReaderKey) -> ReaderReply;
            /// Deletes the key of the vendor's API.
            forget_reader_key(ByMapping) -> ReaderReply;
            /// Starts to read the vendor's list from its API.
            start_vendor_list(ByMapping) -> MappingRun;
            /// Starts to make suggestions for the lists as they are.
            start_suggestions(ByMapping) -> MappingRun;
            /// Waits for a reading or for suggestions to move on, ten seconds at most.
            watch_mapping(WatchRun) -> MappingProgress;
            /// Stops a reading or the making of suggestions.
            cancel_mapping(ByRun) -> Nothing;
            /// The rows in sight.
            mapping_rows(RowWindow) -> MappingRows;
            /// Looks for an answer among all there are.
            find_mapping_options(FindOptions) -> FoundOptions;
            /// Decides about rows, in one step.
            decide_mapping(Decide) -> Decided;
            /// Accepts all undecided rows whose suggestion is of some classes, in one step.
            accept_suggestions(AcceptClasses) -> Decided;
            /// Takes the last step back.
            undo_mapping(ByMapping) -> Decided;
            /// Takes the step again that was taken back last.
            redo_mapping(ByMapping) -> Decided;
            /// What is different in both lists from the time before.
            mapping_changes(ChangesWindow) -> ChangedItems;
            /// Saves the mapping to a file the admin chooses.
            export_mapping(Export) -> Exported;
            /// Writing a mapping into the other product, as it stands.
            writing(ByMapping) -> WritingView;
            /// Keeps the number that the vendor gave to the integration.
            set_integration_number(IntegrationNumber) -> WritingReply;
            /// Looks what would be written. Writes nothing.
            start_write_plan(StartWritePlan) -> MappingRun;
            /// The rows of what would be written that are in sight.
            write_plan_rows(WriteWindow) -> WriteRows;
            /// Includes rows in what will be written, or leaves them out.
            include_in_writing(IncludeRows) -> WritingView;
            /// Forgets what would be written.
            drop_write_plan(ByMapping) -> WritingView;
            /// Writes what was shown; watched and stopped like a reading.
            start_writing(StartWriting) -> MappingRun;
            /// The rows of the last writing that are in sight, failures first.
            written_rows(WrittenWindow) -> WrittenRows;
            /// Saves what became of the last writing to a file the admin chooses.
            save_written(ByMapping) -> SavedFile;
            /// The vendor's form, filled in.
            hand_over(ByConnection) -> HandOverView;
            /// Puts a text on the clipboard.
            copy_text(CopyText) -> Nothing;
            /// Puts the Client Secret on the clipboard for a while.
            copy_secret(ByConnection) -> ClipboardView;
            /// Whether our secret is still on the clipboard, and for how long.
            clipboard(Nothing) -> ClipboardView;
            /// Opens a page in the browser that the connection's plan or profile names.
            open_link(Link) -> Nothing;
            /// Writes the last report to a file the admin chooses.
            save_report(ReportFormat) -> SavedFile;
            /// How to rotate the secret, check again, and take everything out.
            finish_guide(ByConnection) -> FinishGuide;
        }
    };
}

/// The trait form of the list: one method per command, so that a missing handler is a compile
/// error and every host calls the same thing.
macro_rules! declare_dispatch {
    ($($(#[$doc:meta])* $name:ident($request:ty) -> $reply:ty;)*) => {
        /// The names of all commands, in the order of the list.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Runs the command called `name`: reads its request from JSON, returns its reply as JSON.
        ///
        /// # Errors
        /// [`CommandError`](crate::CommandError) with code `bad_request` when there is no such
        /// command or the request does not fit; otherwise what the handler said.
        pub async fn dispatch(
            wizard: &crate::Wizard,
            name: &str,
            request: serde_json::Value,
        ) -> Result<serde_json::Value, crate::CommandError> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request)
                        .map_err(|_| crate::CommandError::bad_request())?;
                    // Boxed: otherwise one future would hold the futures of all commands at once.
                    let reply: $reply = Box::pin(crate::handlers::$name(wizard, request)).await?;
                    serde_json::to_value(reply).map_err(|_| crate::CommandError::bad_request())
                })*
                _ => Err(crate::CommandError::bad_request()),
            }
        }

        /// The TypeScript of the whole contract: every type it uses and the table of commands.
        pub fn typescript() -> String {
            let mut types = crate::wire::typescript::Types::default();
            $(types.add::<$request>(); types.add::<$reply>();)*
            types.add::<crate::error::CommandError>();
            types.render(&[$((stringify!($name), <$request as ts_rs::TS>::name(&crate::wire::typescript::config()), <$reply as ts_rs::TS>::name(&crate::wire::typescript::config()))),*])
        }
    };
}

with_commands!(declare_dispatch);

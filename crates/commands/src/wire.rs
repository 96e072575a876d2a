//! The types that cross to the page and back, beside those of the domain, by area.
//!
//! None of them can hold a secret on its way out: [`TypedSecret`] is read only, and nothing that
//! is serialised here has a field for one.

mod about;
mod answers;
mod checks;
mod connection;
mod credentials;
mod ends;
mod mapping;
mod products;
mod proof;
mod standing;
pub mod typescript;

pub use about::{AppInfo, ByProfile, Colours, Nothing, ProfileCard, RehearsalInfo, Theme};
pub use answers::{
    Answer, Answered, Confirmation, FieldReply, Found, HaloConfirmed, Tick, TypedAddress,
};
pub use checks::{
    ByRun, CheckEnd, CheckProgress, CheckScope, CheckStarted, Look, LookState, WatchRun,
};
pub use connection::{
    AnswersView, ByConnection, ConnectionCard, ConnectionView, LastCheck, NewName, Place,
    SecretView, Task, TaskState,
};
pub use credentials::{
    ClipboardView, KeychainState, KeychainView, SecretReply, SessionOnly, TypedClientId,
    TypedSecret,
};
pub use ends::{CopyText, HandOverView, Link, ReportFormat, ReportKind, SavedFile};
pub use mapping::{
    AcceptClasses, ByMapping, ChangeCounts, ChangedItem, ChangedItems, ChangesWindow, Decide,
    Decided, Deciding, Export, ExportFormat, Exported, ExportedFile, FindOptions, FoundOptions,
    HaloChoice, ItemChange, KeptList, ListChange, ListColumn, ListPreview, ListState,
    MappingCandidate, MappingCard, MappingCounts, MappingEnd, MappingItem, MappingOption,
    MappingProgress, MappingRow, MappingRows, MappingRun, MappingView, NewList, PastedList,
    ReadHaloList, ReaderAddress, ReaderReply, ReaderView, RowConflict, RowFilter, RowFrom,
    RowStanding, RowWindow, SuggestionClass, TypedReaderKey, WhichList, WhoDecided,
};
pub use mapping::{
    IncludeRows, IntegrationNumber, LastWriting, StartWritePlan, StartWriting, WriteOutcome,
    WritePlan, WriteRow, WriteRows, WriteState, WriteWindow, WritingReply, WritingView, WrittenRow,
    WrittenRows, WrittenWindow,
};
pub use products::{
    FileProblem, KeepProfile, KeptView, OpenProfile, OpenedProfile, ProductList, ProductView,
    ProfileOffer, ProfileRemoval, UnusableProfile,
};
pub use proof::{
    TestTicketChoices, TestTicketOrder, TestTicketSearch, TestTicketType, TestTicketView,
};
pub use standing::{Standing, StandingState};

//! The domain of Halyard, without any input or output: what a product needs of Halo
//! ([`profile`]), what to do for it ([`plan`]), what Halo said ([`facts`]), what that means
//! ([`judge`]), and what to give the vendor ([`hand_over`]).
//!
//! `Profile → Plan → Facts → Findings → Report`, in one direction. Asking Halo is the business
//! of the `commands` crate; showing is that of the window and the terminal.

pub mod answers;
pub mod changes;
pub mod facts;
pub mod finding;
pub mod finish;
pub mod hand_over;
pub mod judge;
pub mod permission;
pub mod plan;
pub mod profile;
pub mod proof;
pub mod report;
pub mod scope;
pub mod statement;
pub mod text;
pub mod ticket_use;

pub use answers::Answers;
pub use facts::Facts;
pub use finding::Finding;
pub use plan::Plan;
pub use profile::Profile;
pub use report::Report;

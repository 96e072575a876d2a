//! The contract between Halyard's engine and its faces: one list of commands ([`contract`]),
//! their types, and their handlers of a few lines each.
//!
//! The desktop shell, the dev host and the tests all run these handlers; each brings its own
//! [`Host`] for the handful of things only it can do. The terminal uses the same pieces below the
//! commands: [`probe`] to ask Halo, [`check`] to run a whole check.
//! Not here: anything of Tauri, anything that draws.

pub mod check;
pub mod clock;
pub mod contract;
pub mod error;
pub mod handlers;
pub mod history;
pub mod host;
pub mod library;
pub mod mapping;
pub mod pasted;
pub mod probe;
pub mod profile_file;
pub mod progress;
pub mod rehearse;
pub mod removal;
pub mod runs;
pub mod saved;
pub mod standing;
mod test_ticket;
pub mod wire;
pub mod wizard;
mod words;

pub use clock::Clock;
pub use error::CommandError;
pub use host::Host;
pub use wizard::Wizard;

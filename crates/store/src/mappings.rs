//! What is kept of a mapping between Halo's things and the vendor's: both lists as they were last
//! read, what was decided of each row, and how to take decisions back.
//!
//! A mapping is named by its connection and by its key in the profile. The lists are kept whole,
//! as text that only the caller reads: a list of fifty thousand rows is one value. Decisions are
//! rows of their own, so that one more costs one more; reading a list anew touches none of them.

mod decisions;
mod history;
mod pages;
mod sides;
mod writings;

pub use decisions::{DecidedBy, Decision, Verdict};
pub use history::Steps;
pub use pages::KeptPage;
pub use sides::{KeptSide, MappingExtent, Side};
pub use writings::KeptWriting;

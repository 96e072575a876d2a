//! Which of the vendor's organisations is which of Halo's customers.
//!
//! [`suggest`] takes two lists of [`Record`]s and answers with one [`Suggestion`] per customer: the organisation,
//! how sure we are ([`Class`] and score), why ([`Reason`]), and up to five candidates for the person who decides.
//!
//! Pure: no files, no network, no clock. The same lists give the same answer on any number of threads. How it works
//! and what it was measured at stands in `docs/MAPPING.md`.

mod align;
mod alike;
mod class;
mod explain;
mod fields;
mod fold;
mod give;
mod lists;
pub mod meaning;
mod model;
mod odds;
mod pair;
mod parallel;
pub mod reason;
mod record;
mod rivals;
mod run;
mod search;
mod slips;
mod suggestion;
pub mod table;
#[cfg(feature = "training")]
pub mod training;
mod vocabulary;
mod watch;

pub use reason::{Doubt, Evidence, NameLink, Reason};
pub use record::{Options, Record};
pub use suggestion::{Candidate, Class, Suggestion};
pub use watch::{Cancelled, Unwatched, Watch};

/// A text as it is searched in: lower case, without marks, in Latin letters, with one kind of quote and dash. What is typed
/// to search with has to be folded the same way.
pub fn searchable(text: &str) -> String {
    fold::ascii(text)
}

/// What a name is without legal form, notes, case and marks: the same for two names that the matcher takes for one.
pub fn folded_name(name: &str) -> String {
    fold::compact(&fold::name::fold(name).forms[0].text)
}

/// An id as ids are compared: letters and digits, without zeros before them; none where nothing is left.
pub fn folded_id(id: &str) -> Option<String> {
    let id = fold::compact(&fold::ascii(id));
    let id = id.trim_start_matches('0');
    (!id.is_empty()).then(|| id.to_owned())
}

/// Suggests for every customer the organisation that it is, in the order of the customers.
///
/// Numbers of customers and organisations in the answer are places in the two lists.
pub fn suggest(
    customers: &[Record],
    organisations: &[Record],
    options: &Options,
    watch: &(dyn Watch + Sync),
) -> Result<Vec<Suggestion>, Cancelled> {
    let run = run::Run::new(customers, organisations, options, watch)?;
    give::give(&run, options, watch)
}

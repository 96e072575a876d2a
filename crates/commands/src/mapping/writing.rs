//! Writing the result of a mapping into the vendor's product: first a plan that is shown, then,
//! where the admin asks for it, row by row.
//!
//! [`matchers`] speaks to the server, [`plan()`] compares what was decided with what stands there,
//! [`run`] writes, [`kept`] is what is known of it afterwards, also when the program was ended in
//! the middle. Nothing here decides what belongs together, and nothing is written without a plan
//! that was shown. Called by [`mod@crate::handlers::mapping`].

mod decided;
mod desks;
mod kept;
mod matchers;
mod plan;
mod run;
mod shown;

pub(crate) use decided::decided;
pub(crate) use desks::Writings;
pub(crate) use kept::{About, Row, last};
pub(crate) use matchers::{Server, read as read_matchers};
pub(crate) use plan::{Decided, Plan, plan};
pub(crate) use run::{Run, reading};
pub(crate) use shown::{csv, plan_rows, plan_view, written_rows, written_view};

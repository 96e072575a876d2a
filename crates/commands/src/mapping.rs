//! The mapping at work: both lists in memory, what is suggested, what is decided.
//!
//! A [`Board`] is one mapping of one connection. [`Boards`] holds those in use; the store holds
//! everything else and sees every decision before the page does. The matching itself is in the
//! `mapping` crate. Called by [`mod@crate::handlers::mapping`].

mod absent;
mod board;
mod boards;
mod broken;
mod changes;
mod companies;
mod customers;
mod decide;
mod details;
mod export;
mod extent;
mod external_ids;
mod folded;
mod halo_list;
mod in_sight;
mod item;
mod left_out;
mod meaning;
mod options;
mod pages;
mod proposal;
mod renumbered;
mod room;
mod rows;
mod runs;
mod saving;
mod standing;
mod suggest;
mod vendor_list;
mod view;
mod waits;
pub(crate) mod writing;

pub(crate) use board::{Board, Source};
pub(crate) use boards::{Boards, Open};
pub(crate) use broken::Broken;
pub(crate) use changes::Changes;
pub(crate) use companies::{origin, read as read_companies};
pub(crate) use decide::{accept, decide, keep as keep_choices};
pub(crate) use export::export;
pub use extent::Extent;
pub(crate) use extent::extent;
pub(crate) use external_ids::known_to_halo;
pub(crate) use halo_list::{HaloList, Reading, errand, read as read_halo};
pub(crate) use item::{Item, write};
pub(crate) use left_out::LeftOut;
pub(crate) use options::find;
pub(crate) use renumbered::Renumbered;
pub(crate) use rows::window;
pub(crate) use runs::{MappingRuns, Progress};
pub(crate) use saving::{Saved, first_of_several, save};
pub(crate) use suggest::{Lists, made};
pub(crate) use vendor_list::{Opened, columns, keep, preview};
pub(crate) use view::{card, changes, view};
pub(crate) use waits::showing_waits;

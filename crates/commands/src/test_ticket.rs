//! The proof by writing: one test ticket in the customer's Halo, made only when the admin asks.
//!
//! [`trial`] does it, step by step, and [`kept`] notes every step with the connection before the
//! next is taken: above all, that a ticket is about to be made before it is. A trial that was cut
//! off in whatever way therefore leaves a note of what may be in Halo, and no second ticket is
//! made while there is one. The note also keeps other programs away while one is at it. Words and meaning: [`setup::proof`]. Not here: what the page sends
//! ([`crate::handlers::proof`]).

pub(crate) mod choices;
pub(crate) mod clearing;
pub(crate) mod kept;
pub(crate) mod steps;
pub(crate) mod trial;
mod under_way;

pub(crate) use under_way::{Place, UnderWay};

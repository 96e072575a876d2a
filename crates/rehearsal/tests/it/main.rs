//! The practice tenant, asked over HTTP as any program would ask a real Halo.

mod envelopes;
mod open_questions;
mod rights;
mod scenarios;
mod support;
mod test_tickets;
mod tokens;
mod writing;

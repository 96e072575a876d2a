//! The commands against a real store, a real rehearsal tenant and a desk of nothing but the trait.

mod contract;
mod desk;
mod diagnosis;
mod fair_use;
mod mapping;
mod profile_files;
mod recheck;
mod scenarios;
mod scope_by_scope;
mod secrets;
mod signing_in;
mod test_ticket;
mod way;

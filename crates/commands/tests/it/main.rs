//! The commands against a real store, a real rehearsal tenant and a desk of nothing but the trait.

mod contract;
mod desk;
mod scenarios;
mod secrets;
mod way;

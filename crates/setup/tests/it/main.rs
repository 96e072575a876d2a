//! Integration tests of the domain.

mod judging;
mod profiles;
mod planning;

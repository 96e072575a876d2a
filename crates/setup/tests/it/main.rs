//! Integration tests of the domain.

mod judging;
mod planning;
mod profiles;

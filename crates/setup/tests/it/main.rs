//! Integration tests of the domain.

mod documents;
mod judging;
mod planning;
mod profiles;
mod proof;

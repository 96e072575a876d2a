//! Integration tests of the domain.

mod profiles;

//! The matcher from outside: what it must find, what it must leave alone, and what never changes its answer.

mod behaviour;
mod laws;
mod lists;

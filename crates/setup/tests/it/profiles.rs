//! Profiles: the built-in ones are whole and right, and a bad file is told everything at once.

mod built_in;
mod hostile;
mod problems;
mod schema;
mod seeds;

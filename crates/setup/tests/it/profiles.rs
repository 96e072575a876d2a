//! Profiles: the built-in ones are whole and right, and a bad file is told everything at once.

mod built_in;
mod dependences;
mod extending;
mod hostile;
mod look_alikes;
mod problems;
mod schema;
mod seeds;
mod tasks;
mod writers;

//! Learns.
fn main() {}

//! What reads texts of strangers, one function each. A function panics when something is wrong:
//! when the code that it calls does, or when what comes out breaks a promise.
//!
//! Ordinary tests run each function on its seeds (`fuzz/seeds`) and on what proptest makes of them;
//! `cargo xtask fuzz` runs the same functions under cargo-fuzz, for as long as one likes. Never
//! shipped. Deliberately not here: anything that needs a network or a file.

mod address;
mod csv;
mod profile;

pub use address::address;
pub use csv::csv;
pub use halo::fuzzing::answer;
pub use profile::profile;

/// A function that reads a stranger's bytes.
pub type Target = fn(&[u8]);

/// The targets by name, as `fuzz/fuzz_targets` and `fuzz/seeds` have them.
pub const TARGETS: [(&str, Target); 4] = [
    ("address", |bytes| address(&String::from_utf8_lossy(bytes))),
    ("answer", answer),
    ("csv", csv),
    ("profile", |bytes| profile(&String::from_utf8_lossy(bytes))),
];

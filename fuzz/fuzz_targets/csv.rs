//! Lists of organisations, from files and from the clipboard. What is done with it is in `crates/fuzzed`, which ordinary tests run too.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzed::csv(data));

//! What people paste and servers tell as an address. What is done with it is in `crates/fuzzed`, which ordinary tests run too.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &str| fuzzed::address(data));

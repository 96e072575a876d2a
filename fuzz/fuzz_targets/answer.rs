//! What a server answers. What is done with it is in `crates/fuzzed`, which ordinary tests run too.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzed::answer(data));

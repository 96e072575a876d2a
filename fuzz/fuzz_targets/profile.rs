#![no_main]

libfuzzer_sys::fuzz_target!(|data: &str| fuzzed::profile(data));

//! Every target on its seeds, on pieces of them put together anew, and on anything at all.

use std::fs;
use std::path::Path;

use fuzzed::TARGETS;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

const FUZZ: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz");

/// The seeds of a target; there is at least one.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(FUZZ).join("seeds").join(target);
    let files = fs::read_dir(&folder).expect("each target has seeds");
    let seeds: Vec<_> = files
        .map(|file| fs::read(file.expect("a file of ours").path()).expect("it can be read"))
        .collect();
    assert!(!seeds.is_empty(), "{target} has no seeds");
    seeds
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        failure_persistence: None,
        ..Config::with_cases(cases)
    })
}

#[test]
fn every_target_can_be_fuzzed_by_its_name() {
    let mut named: Vec<_> = fs::read_dir(Path::new(FUZZ).join("fuzz_targets"))
        .expect("the targets are there")
        .map(|file| file.expect("a file of ours").path())
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    named.sort();
    assert_eq!(named, TARGETS.map(|(name, _)| name));
}

#[test]
fn every_seed_is_read_without_harm() {
    for (name, target) in TARGETS {
        for seed in seeds(name) {
            target(&seed);
        }
    }
}

#[test]
fn seeds_cut_up_and_put_together_anew_do_no_harm() {
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        let piece = (any::<Index>(), any::<Index>(), any::<Index>());
        let pieces = vec((piece, vec(any::<u8>(), 0..3)), 1..5);
        runner(300)
            .run(&pieces, |pieces| {
                let mut text = Vec::new();
                for ((seed, from, to), noise) in pieces {
                    let seed = seed.get(&seeds);
                    let (from, to) = (from.index(seed.len() + 1), to.index(seed.len() + 1));
                    text.extend_from_slice(&seed[from.min(to)..from.max(to)]);
                    text.extend(noise);
                }
                target(&text);
                Ok(())
            })
            .expect(name);
    }
}

#[test]
fn anything_at_all_does_no_harm() {
    for (name, target) in TARGETS {
        let anything = prop_oneof![
            vec(any::<u8>(), 0..400),
            "\\PC{0,120}".prop_map(String::into_bytes),
        ];
        runner(500)
            .run(&anything, |bytes| {
                target(&bytes);
                Ok(())
            })
            .expect(name);
    }
}

//! The catalogue's own rules: whole, plain, without markup, and nothing in it unused.

use std::collections::BTreeSet;
use std::path::Path;

use fluent_bundle::FluentResource;

use super::*;

/// Words that never help a person.
const BANNED: &[&str] = &[
    "invalid",
    "please",
    "sorry",
    "oops",
    "forbidden",
    "error 0x",
];

fn values(pairs: &[(&'static str, Value)]) -> BTreeMap<&'static str, Value> {
    pairs.iter().cloned().collect()
}

/// The quoted names in this crate's sources; how `say` and the judging name messages.
fn literals(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            found.extend(source.split('"').map(|part| {
                let name = part.split('.').next().unwrap_or(part);
                name.to_owned()
            }));
        }
    }
}

fn messages(source: &str) -> Vec<String> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn every_file_is_read_without_complaint() {
    for source in ENGLISH {
        if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
            panic!("the catalogue has mistakes: {errors:#?}");
        }
    }
}

#[test]
fn no_key_is_defined_twice() {
    let mut seen = BTreeSet::new();
    for name in ENGLISH.iter().flat_map(|source| messages(source)) {
        assert!(seen.insert(name.clone()), "{name} is defined twice");
    }
}

#[test]
fn every_message_of_the_findings_is_used() {
    let mut used = BTreeSet::new();
    literals(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut used,
    );
    let unused: Vec<_> = messages(include_str!("../../text/en/findings.ftl"))
        .into_iter()
        .filter(|name| !used.contains(name))
        .collect();
    assert!(unused.is_empty(), "nothing uses {unused:?}");
}

#[test]
fn the_words_are_plain() {
    for source in ENGLISH {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let lower = line.to_lowercase();
            // Message names carry codes, which may hold any word.
            let words = lower
                .split_once('=')
                .map_or(lower.as_str(), |(_, words)| words);
            for banned in BANNED {
                assert!(!words.contains(banned), "\"{banned}\" in: {line}");
            }
            assert!(
                !words.contains(['<', '>']) || words.trim_end().ends_with("->"),
                "markup in: {line}"
            );
        }
    }
}

#[test]
fn values_stand_in_the_words_without_marks_around_them() {
    let counted = |count| values(&[("count", Value::Count(count)), ("more", Value::Count(0))]);
    let (one, many) = (counted(1), counted(18_212));
    assert_eq!(
        say("customers-all.detail", &one),
        "Halo lists one customer to it and shows no restriction."
    );
    assert_eq!(
        say("customers-all.detail", &many),
        "Halo lists 18,212 customers to it and shows no restriction."
    );
}

#[test]
fn unknown_keys_are_not_there() {
    assert!(has("customers-all.detail"));
    assert!(!has("customers-all"));
    assert!(!has("customers-all.fix"));
    assert!(!has("nothing-of-this-name"));
}

#[test]
#[should_panic(expected = "values missing")]
fn a_missing_value_stops_a_test() {
    say("customers-all.detail", &BTreeMap::new());
}

#[test]
#[should_panic(expected = "no words for")]
fn a_missing_key_stops_a_test() {
    say("nothing-of-this-name", &BTreeMap::new());
}

#[test]
fn words_are_found_from_any_thread() {
    let threads: Vec<_> = (2..6_u64)
        .map(|count| {
            std::thread::spawn(move || {
                say(
                    "customers-all.detail",
                    &values(&[("count", Value::Count(count)), ("more", Value::Count(0))]),
                )
            })
        })
        .collect();
    for (count, thread) in (2..6_u64).zip(threads) {
        let said = thread.join().unwrap();
        assert!(said.contains(&format!("{count} customers")), "{said}");
    }
}

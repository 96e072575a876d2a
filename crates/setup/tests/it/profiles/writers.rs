//! A mapping that can be written says all that is needed, and what is missing is told at its place.

use setup::profile::{ListWriter, built_in, parse};

/// A whole profile with a mapping that can be written.
const GOOD: &str = r#"schema = 1
id = "example"
name = "Example"
maker = "Example"
category = "Example"
summary = "Shows the format."
minutes = 5

[[sources]]
id = "guide"
title = "Guide"
date = "2025-03"

[[mappings]]
key = "companies"
halo = "Customers"
vendor = "Companies"
reader = "companies-v1"
source = "guide"

[mappings.writer]
kind = "matchers-v1"
number_hint = "In the address of the page."
source = "guide"
"#;

/// What is wrong after one text was replaced by another: lines and messages.
fn wrong(old: &str, new: &str) -> Vec<(usize, String)> {
    assert_eq!(GOOD.matches(old).count(), 1, "{old:?} must be there once");
    let problems = parse(&GOOD.replace(old, new)).expect_err("it is wrong");
    problems
        .into_iter()
        .map(|problem| (problem.line, problem.message))
        .collect()
}

#[test]
fn a_whole_one_is_taken_as_it_is() {
    let profile = parse(GOOD).expect("it is right");
    let writer = profile.mappings[0].writer.as_ref().expect("a writer");
    assert_eq!(writer.kind, ListWriter::MatchersV1);
    let ships = |id| {
        let profile = built_in::find(id).expect("built in");
        profile.mappings.iter().any(|it| it.writer.is_some())
    };
    assert!(ships("hudu"));
    assert!(!ships("rewst"));
}

#[test]
fn what_it_rests_on_has_to_be_there() {
    let [(line, message)] = wrong("reader = \"companies-v1\"\n", "")
        .try_into()
        .expect("one problem");
    assert_eq!(line, 21);
    assert!(message.contains("has to be read"), "{message}");
    for other in ["kind = \"agents\"", "rows = \"vendor\""] {
        let halo = if other.contains("agents") {
            "Agents"
        } else {
            "Customers"
        };
        let text = format!("halo = \"{halo}\"\n{other}");
        let found = wrong("halo = \"Customers\"", &text);
        let said = found.iter().any(|it| it.1.contains("one answer for each"));
        assert!(said, "{other}: {found:?}");
    }
}

#[test]
fn what_is_not_known_is_told_where_it_stands() {
    for (old, new, line, about) in [
        ("matchers-v1", "matchers-v2", 22, "one of: matchers-v1"),
        ("In the address of the page.", " ", 23, "where"),
        (
            "number_hint = \"In the address of the page.\"\n",
            "",
            21,
            "number_hint",
        ),
        ("number_hint", "number_hints", 23, "number_hints"),
        (
            "\"In the address",
            "\"\u{200B}In the address",
            23,
            "cannot be seen",
        ),
    ] {
        let found = wrong(old, new);
        let is_told = |it: &(usize, String)| it.0 == line && it.1.contains(about);
        assert!(found.iter().any(is_told), "{new:?}: {found:?}");
    }
    let unknown = GOOD.replacen(
        "page.\"\nsource = \"guide\"",
        "page.\"\nsource = \"gide\"",
        1,
    );
    let problems = parse(&unknown).expect_err("there is no such source");
    assert_eq!(problems[0].line, 24);
    assert!(problems[0].message.contains("gide"), "{problems:?}");
}

//! `docs/ADDING-A-PROFILE.md`: its profiles are sound and its outputs are the program's. What it
//! says of each field is the matter of [`super::every_field`].
//!
//! Kinds of blocks: `toml complete` is a whole profile, the blocks `toml fernwick` make one
//! together, `toml wrong` is one with mistakes, `toml` is a piece of one, `console` is a command
//! with what it prints.

use std::collections::BTreeSet;

use setup::facts::Facts;
use setup::judge::judge;
use setup::plan::ProfileOrigin;
use setup::profile::{Severity, parse, review};
use setup::report::{Report, plain};
use setup::{Answers, Plan};

use super::{Block, blocks, cells, document, fernwick};

pub(super) const GUIDE: &str = "docs/ADDING-A-PROFILE.md";
const LEFT_OUT: &str = "…\n";

fn of_kind(kind: &str) -> Vec<Block> {
    let all = blocks(&document(GUIDE));
    let found: Vec<Block> = all.into_iter().filter(|it| it.kind == kind).collect();
    assert!(!found.is_empty(), "{GUIDE} has no block of kind {kind}");
    found
}

/// The pieces of the worked example, put together.
pub(super) fn worked_example() -> String {
    let pieces = of_kind("toml fernwick").into_iter();
    pieces
        .map(|piece| piece.text)
        .collect::<Vec<_>>()
        .join("\n")
}

fn lines(name: &str, text: &str) -> String {
    let problems = review(text).problems;
    if problems.is_empty() {
        return format!("{name}: no problems\n");
    }
    let lines = problems.iter().map(|problem| format!("{name}:{problem}\n"));
    lines.collect()
}

fn printed(facts: &Facts) -> String {
    let profile = parse(&worked_example()).expect("the worked example is a profile");
    let plan = Plan::make(profile, ProfileOrigin::File, Answers::default(), None);
    plain::print(&Report::new(&plan, facts, judge(&plan, facts)))
}

#[test]
fn the_worked_example_becomes_the_steps_of_the_table_in_its_order() {
    let profile = parse(&worked_example()).expect("the worked example is a profile");
    let mut answers = Answers::default();
    answers
        .choices
        .insert("lost-items".to_owned(), "yes".to_owned());
    let steps = Plan::make(profile, ProfileOrigin::File, answers, None).steps();
    let guide = document(GUIDE);
    let below = guide.lines();
    let mut rows = below
        .skip_while(|line| *line != "## What becomes of it")
        .filter_map(cells);
    for step in steps {
        assert!(
            rows.any(|row| row[0] == step.title),
            "{} is not in the table, or not in its place",
            step.title
        );
    }
}

#[test]
fn complete_profiles_have_no_problems() {
    for block in of_kind("toml complete") {
        assert_eq!(review(&block.text).problems, [], "line {}", block.line);
    }
}

#[test]
fn the_worked_example_is_sound_after_every_piece() {
    let mut so_far = String::new();
    for piece in of_kind("toml fernwick") {
        so_far.push_str(&piece.text);
        so_far.push('\n');
        assert_eq!(review(&so_far).problems, [], "line {}", piece.line);
    }
}

#[test]
fn the_wrong_profile_shows_errors_and_a_warning() {
    let reading = review(&of_kind("toml wrong")[0].text);
    let severities: BTreeSet<_> = reading.problems.iter().map(|it| it.severity).collect();
    assert_eq!(severities, [Severity::Error, Severity::Warning].into());
    assert_eq!(reading.profile, None);
}

#[test]
fn pieces_have_only_fields_and_values_that_exist() {
    for piece in of_kind("toml") {
        let problems = review(&piece.text).problems;
        let others: Vec<_> = problems
            .iter()
            .filter(|it| !it.message.ends_with("is missing here."))
            .filter(|it| !it.message.starts_with("There is no choice"))
            .collect();
        assert!(others.is_empty(), "line {}: {others:?}", piece.line);
        assert!(!problems.is_empty(), "line {} is complete", piece.line);
    }
}

#[test]
fn outputs_are_what_the_program_prints() {
    for block in of_kind("console") {
        let (command, shown) = block
            .text
            .split_once('\n')
            .expect("a command and its output");
        let prints = match command.strip_prefix("$ halyard ") {
            Some("profiles check fernwick.toml") => lines("fernwick.toml", &worked_example()),
            Some("profiles check wrong.toml") => {
                lines("wrong.toml", &of_kind("toml wrong")[0].text)
            }
            Some("check --profile fernwick.toml --rehearsal healthy") => {
                printed(&fernwick::healthy())
            }
            Some("check --profile fernwick.toml --rehearsal scope-not-granted") => {
                printed(&fernwick::scope_not_granted())
            }
            _ => panic!(
                "line {}: nothing here knows what {command} prints",
                block.line
            ),
        };
        let mut rest = prints.as_str();
        for part in shown.split(LEFT_OUT) {
            let Some(at) = rest.find(part) else {
                panic!(
                    "line {}: {command} prints\n{prints}\nwithout\n{part}",
                    block.line
                );
            };
            rest = &rest[at + part.len()..];
        }
        if !shown.contains(LEFT_OUT) {
            assert_eq!(shown, prints, "line {}", block.line);
        }
    }
}

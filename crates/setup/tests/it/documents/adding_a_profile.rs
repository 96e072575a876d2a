//! `docs/ADDING-A-PROFILE.md`: its profiles are sound, its outputs are the program's, and no
//! field of the format is missing.
//!
//! Kinds of blocks: `toml complete` is a whole profile, the blocks `toml fernwick` make one
//! together, `toml wrong` is one with mistakes, `toml` is a piece of one, `console` is a command
//! with what it prints.

use std::collections::BTreeSet;

use serde_json::Value;
use setup::facts::{Facts, HaloFound};
use setup::hand_over::{Values, fill, transformed};
use setup::judge::judge;
use setup::plan::ProfileOrigin;
use setup::profile::{Severity, parse, review, shape};
use setup::report::{Report, plain};
use setup::{Answers, Plan};

use super::{Block, blocks, cells, code, document, fernwick};

const GUIDE: &str = "docs/ADDING-A-PROFILE.md";
const LEFT_OUT: &str = "…\n";

/// Types of the schema by the heading under which the guide has their fields.
const TYPES: &[(&str, &str)] = &[
    ("Source", "Sources"),
    ("Use", "Uses"),
    ("Need", "Needs"),
    ("Note", "Notes"),
    ("Choice", "Choices"),
    ("ChoiceOption", "Options"),
    ("Condition", "Conditions"),
    ("Role", "Role"),
    ("Agent", "Agent"),
    ("ApiOnlyNeed", "API-only"),
    ("DefaultTeamNeed", "Default team"),
    ("ValueNeed", "Work hours"),
    ("Application", "Application"),
    ("ScopeNeed", "Scopes"),
    ("PermissionNeed", "Permissions"),
    ("OtherPermissions", "Other permissions"),
    ("TeamsNeed", "Teams"),
    ("DepartmentsNeed", "Departments"),
    ("TicketTypeNeed", "Ticket types"),
    ("ScreenField", "Fields of a ticket type"),
    ("SettingNeed", "Settings"),
    ("VendorStep", "Steps"),
    ("HandOver", "The vendor's form"),
    ("FormField", "Form fields"),
    ("Mapping", "Mappings"),
    ("Trouble", "Troubleshooting"),
];

fn of_kind(kind: &str) -> Vec<Block> {
    let all = blocks(&document(GUIDE));
    let found: Vec<Block> = all.into_iter().filter(|it| it.kind == kind).collect();
    assert!(!found.is_empty(), "{GUIDE} has no block of kind {kind}");
    found
}

fn worked_example() -> String {
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

/// The lines below a heading, up to the next one.
fn section<'a>(guide: &'a str, heading: &str) -> Vec<&'a str> {
    let start = format!("### {heading}");
    let mut rest = guide.lines().skip_while(|line| **line != *start);
    assert!(rest.next().is_some(), "{GUIDE} has no heading {start}");
    rest.take_while(|line| !line.starts_with('#')).collect()
}

/// The fields that the tables of a section describe, each with its example.
fn described<'a>(section: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let rows = section.iter().filter_map(|line| cells(line));
    rows.filter(|row| row.len() == 3 && row[0].contains('`'))
        .flat_map(|row| {
            let example = code(row[1]).first().copied().unwrap_or_default();
            code(row[0]).into_iter().map(move |name| (name, example))
        })
        .collect()
}

fn names(fields: &Value) -> BTreeSet<&str> {
    let fields = fields["properties"]
        .as_object()
        .expect("a type with fields");
    fields.keys().map(String::as_str).collect()
}

#[test]
fn every_field_of_the_format_is_described() {
    let guide = document(GUIDE);
    let common: BTreeSet<&str> = described(&section(&guide, "What every requirement has"))
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let schema = shape::schema();
    let types = schema["$defs"].as_object().expect("the schema has types");
    let with_fields = types.iter().filter(|(_, it)| it["properties"].is_object());
    let known: BTreeSet<&str> = TYPES.iter().map(|(name, _)| *name).collect();
    let all: BTreeSet<&str> = with_fields.map(|(name, _)| name.as_str()).collect();
    assert_eq!(known, all, "the types with fields");

    let tables = TYPES
        .iter()
        .map(|(name, heading)| (*heading, &types[*name]));
    for (heading, fields) in std::iter::once(("The file itself", schema)).chain(tables) {
        let described = described(&section(&guide, heading));
        let is_requirement = common.iter().all(|name| names(fields).contains(name));
        let mut has: BTreeSet<&str> = described.iter().map(|(name, _)| *name).collect();
        if is_requirement {
            has.extend(&common);
        }
        assert_eq!(has, names(fields), "under {heading}");
        let bold = section(&guide, heading)
            .into_iter()
            .filter_map(cells)
            .filter(|row| row.len() == 3 && row[0].starts_with("**`"))
            .flat_map(|row| code(row[0]));
        let required = fields["required"].as_array().into_iter().flatten();
        let required: BTreeSet<&str> = required.filter_map(Value::as_str).collect();
        assert_eq!(
            bold.collect::<BTreeSet<_>>(),
            required,
            "bold under {heading}"
        );
    }
}

#[test]
fn every_example_of_a_field_is_toml_for_that_field() {
    let guide = document(GUIDE);
    let headings = TYPES.iter().map(|(_, heading)| *heading);
    let headings = headings.chain(["The file itself", "What every requirement has"]);
    for (name, example) in headings.flat_map(|heading| described(&section(&guide, heading))) {
        if example.is_empty() {
            continue;
        }
        let table: toml::Table = toml::from_str(example).expect("an example is TOML");
        assert!(table.contains_key(name), "{example} is not of {name}");
    }
}

#[test]
fn every_word_that_a_field_may_hold_is_in_the_guide() {
    let guide = document(GUIDE);
    let said: BTreeSet<&str> = guide.lines().flat_map(code).collect();
    for (name, it) in shape::schema()["$defs"].as_object().expect("types") {
        let listed = it["enum"].as_array().into_iter().flatten();
        let described = it["oneOf"].as_array().into_iter().flatten();
        let words = described.map(|way| &way["const"]).chain(listed);
        for word in words.filter_map(Value::as_str) {
            assert!(said.contains(word), "{name}: {word} is not in {GUIDE}");
        }
    }
}

/// The rows of the table with this first cell in its head.
fn table<'a>(guide: &'a str, heading: &str, head: &str) -> Vec<Vec<&'a str>> {
    let lines = section(guide, heading).into_iter();
    let mut lines = lines.skip_while(|line| cells(line).is_none_or(|row| row[0] != head));
    assert!(lines.next().is_some(), "no table {head} under {heading}");
    lines.skip(1).map_while(cells).collect()
}

#[test]
fn transforms_write_what_the_guide_says() {
    let guide = document(GUIDE);
    let rows = table(&guide, "Form fields", "Transform");
    assert_eq!(rows.len(), 7);
    for row in rows {
        let name = code(row[0])[0];
        let transform = serde_json::from_value(Value::from(name)).expect("a transform");
        let written = transformed("https://example.halopsa.com/api", &[transform]);
        assert_eq!(written, code(row[1])[0], "{name}");
    }
}

#[test]
fn values_of_the_form_are_what_the_guide_says() {
    let guide = document(GUIDE);
    let values = Values {
        halo: Some(HaloFound {
            address: "https://example.halopsa.com".to_owned(),
            resource_server: "https://example.halopsa.com/api".to_owned(),
            authorisation_server: "https://example.halopsa.com/auth".to_owned(),
            tenant: Some("example".to_owned()),
            ..HaloFound::default()
        }),
        ..Values::default()
    };
    let mut profile = parse(&worked_example()).expect("the worked example is a profile");
    let rows = table(&guide, "Form fields", "`value`");
    for row in &rows[..5] {
        let name = code(row[0])[0];
        let form = profile.hand_over.as_mut().expect("it has a form");
        form.fields.truncate(1);
        form.fields[0].value = serde_json::from_value(Value::from(name)).expect("a value");
        form.fields[0].transforms.clear();
        let plan = Plan::make(
            profile.clone(),
            ProfileOrigin::File,
            Answers::default(),
            None,
        );
        let filled = fill(&plan, &values).expect("it has a form");
        assert_eq!(
            filled.rows[0].text.as_deref(),
            Some(code(row[1])[0]),
            "{name}"
        );
    }
}

//! `docs/ADDING-A-PROFILE.md`, the part that describes every field: nothing of the format is
//! missing, and what it says of the vendor's form is so.

use std::collections::BTreeSet;

use serde_json::Value;
use setup::facts::HaloFound;
use setup::hand_over::{Values, fill, transformed};
use setup::plan::ProfileOrigin;
use setup::profile::{parse, shape};
use setup::{Answers, Plan};

use super::adding_a_profile::{GUIDE, worked_example};
use super::{cells, code, document};

/// Types of the schema by the heading under which the guide has their fields.
const TYPES: &[(&str, &str)] = &[
    ("Source", "Sources"),
    ("Use", "Uses"),
    ("Need", "Needs"),
    ("Note", "Notes"),
    ("Choice", "Choices"),
    ("ChoiceOption", "Options"),
    ("Differing", "Where guides differ"),
    ("Condition", "Conditions"),
    ("Role", "Role"),
    ("Agent", "Agent"),
    ("ApiOnlyNeed", "API-only"),
    ("DefaultTeamNeed", "Default team"),
    ("ValueNeed", "Work hours"),
    ("Application", "Application"),
    ("RoleHeld", "Roles of the agent"),
    ("LabelValue", "Labels and values"),
    ("ScopeNeed", "Scopes"),
    ("OtherScopes", "Other scopes"),
    ("PermissionSectionNeed", "Sections of permissions"),
    ("PermissionNeed", "Permissions"),
    ("OtherPermissions", "Other permissions"),
    ("TeamsNeed", "Teams"),
    ("DepartmentsNeed", "Departments"),
    ("TicketTypeNeed", "Ticket types"),
    ("ScreenField", "Fields of a ticket type"),
    ("SettingNeed", "Settings"),
    ("StepNeed", "Steps"),
    ("StepField", "Fields of a step"),
    ("HandOver", "The vendor's form"),
    ("FormField", "Form fields"),
    ("ShownIf", "Fields that appear"),
    ("Mapping", "Mappings"),
    ("MappingWriter", "Writing a mapping"),
    ("DependsOn", "What a mapping depends on"),
    ("MappingValue", "Values of a mapping"),
    ("MappingFile", "The file of a mapping"),
    ("FileColumn", "Columns"),
    ("Trouble", "Troubleshooting"),
];

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
    assert_eq!(rows.len(), 9);
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
    for row in &rows[..7] {
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

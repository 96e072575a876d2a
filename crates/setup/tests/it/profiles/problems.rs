//! Every kind of problem is found at its place, and several are found at once.

use setup::profile::{Problem, Severity, parse, review};

/// A whole profile, small enough to be seen at once.
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

[[choices]]
id = "billing"
question = "Use billing?"
options = [{ id = "no", label = "No" }, { id = "yes", label = "Yes" }]

[[scopes]]
name = "read:tickets"
source = "guide"

[[permissions]]
name = "Tickets Access Level"
value = "Read Only"
source = "guide"
if = { choice = { billing = "yes" } }

[[steps]]
key = "look"
title = "Look"
side = "vendor"
at = "first"
link = "https://example.com/guide"
actions = ["Look."]

[hand_over]
path = ["Settings"]

[[hand_over.fields]]
label = "Secret"
value = "client-secret"

[[troubleshooting]]
symptom = "Nothing works."
findings = ["scope:*", "vendor:look"]
fix = ["Look again."]
"#;

/// The problems of the good profile with one text replaced by another.
fn with(old: &str, new: &str) -> Vec<Problem> {
    assert_eq!(GOOD.matches(old).count(), 1, "{old:?} must be there once");
    review(&GOOD.replace(old, new)).problems
}

/// The only problem, which must start with the first word of `at` in the line that holds it.
#[track_caller]
fn only(problems: &[Problem], line: usize, column: usize, message: &str) {
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let problem = &problems[0];
    assert!(problem.message.contains(message), "{problem}");
    assert_eq!((problem.line, problem.column), (line, column), "{problem}");
}

#[test]
fn the_good_profile_has_none() {
    assert_eq!(review(GOOD).problems, []);
    assert!(parse(GOOD).is_ok());
}

#[test]
fn an_unknown_field_is_named_with_the_one_it_may_mean() {
    let problems = with("maker = ", "makker = ");
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems[1].message.contains("\"makker\""));
    assert_eq!((problems[1].line, problems[1].column), (4, 1));
    assert_eq!(problems[1].hint.as_deref(), Some("Did you mean \"maker\"?"));
    assert!(problems[0].message.contains("\"maker\" is missing"));
}

#[test]
fn a_value_of_the_wrong_kind_is_named() {
    only(
        &with("minutes = 5", "minutes = \"5\""),
        7,
        11,
        "A whole number",
    );
    only(&with("minutes = 5", "minutes = -5"), 7, 11, "out of range");
    only(
        &with("minutes = 5", "minutes = 99999999999999999999"),
        7,
        11,
        "out of range",
    );
    only(&with("[\"Look.\"]", "\"Look.\""), 36, 11, "A list");
    only(
        &with("side = \"vendor\"", "side = \"vender\""),
        33,
        8,
        "halo, vendor",
    );
}

#[test]
fn a_scope_that_halo_does_not_have_is_a_warning() {
    let problems = with("\"read:tickets\"", "\"write:tickets\"");
    only(&problems, 20, 8, "no scope");
    assert_eq!(problems[0].severity, Severity::Warning);
    assert_eq!(
        problems[0].hint.as_deref(),
        Some("Did you mean \"edit:tickets\"?")
    );
    assert!(parse(&GOOD.replace("read:tickets", "write:tickets")).is_ok());
}

#[test]
fn a_permission_that_is_not_known_is_a_warning() {
    let problems = with("\"Tickets Access Level\"", "\"Ticketts Access Level\"");
    only(&problems, 24, 8, "not among the permissions");
    assert_eq!(problems[0].severity, Severity::Warning);
    assert_eq!(
        problems[0].hint.as_deref(),
        Some("Did you mean \"Tickets Access Level\"?")
    );
}

#[test]
fn a_value_a_permission_cannot_have_is_named() {
    let problems = with("\"Read Only\"", "\"Ready Only\"");
    only(&problems, 25, 9, "cannot have the value \"Ready Only\"");
    assert_eq!(problems[0].severity, Severity::Error);
    assert!(
        problems[0]
            .hint
            .as_deref()
            .is_some_and(|hint| hint.contains("Read Only"))
    );
}

#[test]
fn references_must_lead_somewhere() {
    let twice = review(&GOOD.replace(
        "source = \"guide\"\n\n[[perm",
        "source = \"giude\"\n\n[[perm",
    ));
    only(&twice.problems, 21, 10, "no source \"giude\"");
    only(
        &with("{ billing = ", "{ biling = "),
        27,
        17,
        "no choice \"biling\"",
    );
    only(
        &with("billing = \"yes\" }", "billing = \"maybe\" }"),
        27,
        17,
        "no option \"maybe\"",
    );
    only(
        &with("\"vendor:look\"", "\"vendor:watch\""),
        47,
        25,
        "vendor:watch",
    );
    only(
        &with(
            "date = \"2025-03\"\n",
            "date = \"2025-03\"\n\n[[sources]]\nid = \"other\"\ntitle = \"Other\"\n",
        ),
        15,
        6,
        "Nothing in this profile comes from \"other\"",
    );
}

#[test]
fn nothing_is_named_twice() {
    let again = "[[scopes]]\nname = \"read:tickets\"\nsource = \"guide\"\n\n[[permissions]]";
    only(&with("[[permissions]]", again), 24, 8, "asked for twice");
    let again = "[[permissions]]\nname = \"Ticket Access Level\"\nvalue = \"Read Only\"\nif = { choice = { billing = \"yes\" } }\n\n[[steps]]";
    only(&with("[[steps]]", again), 30, 8, "asked for twice");
    let other = again.replace("yes", "no");
    assert_eq!(
        with("[[steps]]", &other),
        [],
        "another condition is another requirement"
    );
    only(
        &with("id = \"yes\", label", "id = \"no\", label"),
        17,
        50,
        "twice",
    );
}

#[test]
fn ids_dates_and_versions_are_checked() {
    only(
        &with("id = \"example\"", "id = \"Ex ample\""),
        2,
        6,
        "not a name for use inside",
    );
    only(&with("2025-03", "2025-13"), 12, 8, "calendar");
    only(&with("2025-03", "2025-02-30"), 12, 8, "calendar");
    only(
        &with("if = {", "if = { from_version = \"new\","),
        27,
        23,
        "not a version",
    );
}

#[test]
fn fields_of_a_form_must_agree() {
    only(
        &with(
            "value = \"client-secret\"",
            "value = \"client-secret\"\ntransforms = [\"host-only\"]",
        ),
        44,
        14,
        "as it is",
    );
    only(
        &with("\"client-secret\"", "\"constant\""),
        43,
        9,
        "belong together",
    );
    only(
        &with(
            "\"client-secret\"",
            "\"tenant\"\nonly_if_differs_from = \"Host\"",
        ),
        44,
        24,
        "no field \"Host\"",
    );
}

#[test]
fn a_role_must_exist_to_hold_something() {
    only(
        &with(
            "value = \"Read Only\"",
            "value = \"Read Only\"\nheld_by = \"role\"",
        ),
        26,
        11,
        "makes no role",
    );
}

#[test]
fn what_is_not_toml_is_said_with_its_place() {
    let problems = with("minutes = 5", "minutes = = 5");
    assert_eq!(problems[0].line, 7);
    assert!(problems[0].message.starts_with("This is not TOML"));
    assert!(
        review("").problems.len() > 3,
        "an empty file lacks every required field"
    );
}

#[test]
fn a_later_format_says_only_that() {
    let text = "schema = 2\nname = 7\nnew_things = true\n";
    only(&review(text).problems, 1, 10, "format 2");
}

#[test]
fn all_problems_are_found_in_one_run_and_in_order() {
    let text = GOOD
        .replace("\"Read Only\"", "\"Ready Only\"")
        .replace("2025-03", "March 2025")
        .replace("\"vendor:look\"", "\"vendor:watch\"");
    let lines: Vec<_> = review(&text)
        .problems
        .iter()
        .map(|problem| problem.line)
        .collect();
    assert_eq!(lines, [12, 25, 47]);
}

#[test]
fn columns_count_characters_and_not_bytes() {
    let text = GOOD.replace(
        "options = [{ id = \"no\", label = \"No\" }, { id = \"yes\"",
        "options = [{ id = \"no\", label = \"Ñô\" }, { id = \"no\"",
    );
    only(&review(&text).problems, 17, 47, "twice");
}

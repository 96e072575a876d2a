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

/// The good profile with one text replaced by another.
fn with(old: &str, new: &str) -> String {
    assert_eq!(GOOD.matches(old).count(), 1, "{old:?} must be there once");
    GOOD.replace(old, new)
}

/// The only problem of the text, which must stand where the last `at` of the text begins.
#[track_caller]
fn only(text: &str, at: &str, message: &str) -> Problem {
    let problems = review(text).problems;
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let problem = problems.into_iter().next().expect("there is one");
    assert!(problem.message.contains(message), "{problem}");
    assert_eq!((problem.line, problem.column), place(text, at), "{problem}");
    problem
}

/// Line and character of the last `at`, counted by hand.
fn place(text: &str, at: &str) -> (usize, usize) {
    let start = text.rfind(at).expect("the place is in the text");
    let mut line = 1;
    let mut column = 1;
    for letter in text[..start].chars() {
        (line, column) = match letter {
            '\n' => (line + 1, 1),
            _ => (line, column + 1),
        };
    }
    (line, column)
}

#[test]
fn the_good_profile_has_none() {
    assert_eq!(review(GOOD).problems, []);
    assert!(parse(GOOD).is_ok());
}

#[test]
fn an_unknown_field_is_named_with_the_one_it_may_mean() {
    // Nothing is said of the one it may mean, which is missing for that reason.
    let problem = only(&with("maker = ", "makker = "), "makker", "\"makker\"");
    assert_eq!(problem.hint.as_deref(), Some("Did you mean \"maker\"?"));
}

#[test]
fn a_wrong_shape_hides_no_problem_that_does_not_hang_on_it() {
    let text = with("minutes = 5", "minutes = \"5\"")
        .replace("title = \"Look\"", "title = \"Look\"\nkind = \"web\"")
        .replace("name = \"read:tickets\"", "name = \"read:clients\"")
        .replace("date = \"2025-03\"", "date = \"May\"")
        .replace("billing = \"yes\"", "billing = \"maybe\"");
    let problems = review(&text).problems;
    for said in [
        "whole number",
        "one of: task",
        "read:clients",
        "calendar",
        "maybe",
    ] {
        let lines = problems.iter().filter(|it| it.message.contains(said));
        assert_eq!(lines.count(), 1, "{said}: {problems:#?}");
    }
    assert_eq!(problems.len(), 5, "{problems:#?}");
}

#[test]
fn a_list_of_the_file_below_a_table_is_told_where_it_belongs() {
    let text = format!("{GOOD}\n[teams]\nwhich = \"all\"\nscopes = [\"read:kb\"]\n");
    let problem = only(&text, "scopes = ", "no field \"scopes\"");
    assert!(problem.hint.is_some_and(|hint| hint.contains("[[scopes]]")));
}

#[test]
fn a_mapping_of_what_is_not_compared_is_a_warning() {
    let mapping = |halo: &str| {
        let table = "\n[[mappings]]\nkey = \"one\"\nvendor = \"Theirs\"\n";
        format!("{GOOD}{table}halo = \"{halo}\"\n")
    };
    for halo in ["Customers", "Clients", "Sites"] {
        assert_eq!(review(&mapping(halo)).problems, [], "{halo}");
    }
    let problem = only(&mapping("Products"), "\"Products\"", "does not compare");
    assert_eq!(problem.severity, Severity::Warning);
    only(&mapping("Statuses"), "\"Statuses\"", "does not compare");
    let named = mapping("Ticket statuses") + "kind = \"statuses\"\n";
    assert_eq!(review(&named).problems, []);
}

#[test]
fn values_of_another_kind_are_told_how_to_write_them() {
    for (old, new, hint) in [
        ("[[choices]]", "[choices]", "two brackets"),
        (
            "maker = \"Example\"",
            "maker = \u{201c}Example\u{201d}",
            "straight",
        ),
        (
            "actions = [\"Look.\"]",
            "actions = \"Look.\"",
            "actions = [\"…\"]",
        ),
        (
            "if = { choice = { billing = \"yes\" } }",
            "if = true",
            "choice",
        ),
    ] {
        let problems = review(&with(old, new)).problems;
        let hints = problems.iter().filter_map(|it| it.hint.as_deref());
        assert!(hints.clone().any(|it| it.contains(hint)), "{problems:#?}");
    }
}

#[test]
fn a_missing_field_is_named_at_its_table() {
    only(
        &with("key = \"look\"\n", ""),
        "[[steps]]",
        "\"key\" is missing",
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_named() {
    only(
        &with("minutes = 5", "minutes = \"5\""),
        "\"5\"",
        "A whole number",
    );
    only(&with("minutes = 5", "minutes = -5"), "-5", "out of range");
    only(
        &with("minutes = 5", "minutes = 4294967296"),
        "4294967296",
        "out of range",
    );
    only(
        &with("minutes = 5", "minutes = 99999999999999999999"),
        "99999999999999999999",
        "out of range",
    );
    only(&with("[\"Look.\"]", "\"Look.\""), "\"Look.\"", "A list");
    only(
        &with("\"vendor\"", "\"vender\""),
        "\"vender\"",
        "halo, vendor",
    );
}

#[test]
fn a_scope_that_halo_does_not_have_is_a_warning() {
    let text = with("\"read:tickets\"", "\"write:tickets\"");
    let problem = only(&text, "\"write:tickets\"", "no scope");
    assert_eq!(problem.severity, Severity::Warning);
    assert_eq!(
        problem.hint.as_deref(),
        Some("Did you mean \"edit:tickets\"?")
    );
    assert!(
        parse(&text).is_ok(),
        "the check of a connection reports it as a finding"
    );
}

#[test]
fn a_permission_that_is_not_known_is_a_warning() {
    let text = with("\"Tickets Access Level\"", "\"Ticketts Access Level\"");
    let problem = only(&text, "\"Ticketts", "not among the permissions");
    assert_eq!(problem.severity, Severity::Warning);
    assert_eq!(
        problem.hint.as_deref(),
        Some("Did you mean \"Tickets Access Level\"?")
    );
    assert!(parse(&text).is_ok());
}

#[test]
fn a_value_a_permission_cannot_have_is_named() {
    let text = with("\"Read Only\"", "\"Ready Only\"");
    let problem = only(
        &text,
        "\"Ready Only\"",
        "cannot have the value \"Ready Only\"",
    );
    assert_eq!(problem.severity, Severity::Error);
    assert!(problem.hint.is_some_and(|hint| hint.contains("Read Only")));
    assert!(parse(&text).is_err());
}

#[test]
fn references_must_lead_somewhere() {
    let text = with(
        "source = \"guide\"\n\n[[perm",
        "source = \"giude\"\n\n[[perm",
    );
    let problem = only(&text, "\"giude\"", "no source \"giude\"");
    assert_eq!(problem.hint.as_deref(), Some("Did you mean \"guide\"?"));
    let text = with("{ billing = ", "{ biling = ");
    only(&text, "{ biling", "no choice \"biling\"");
    let text = with("billing = \"yes\" }", "billing = \"maybe\" }");
    only(&text, "{ billing", "no option \"maybe\"");
    let text = with("\"vendor:look\"", "\"vendor:watch\"");
    only(
        &text,
        "\"vendor:watch\"",
        "leads to a finding \"vendor:watch\"",
    );
}

#[test]
fn a_source_nobody_uses_is_a_warning() {
    let text = with(
        "[[choices]]",
        "[[sources]]\nid = \"other\"\ntitle = \"Other\"\n\n[[choices]]",
    );
    let problem = only(&text, "\"other\"", "comes from \"other\"");
    assert_eq!(problem.severity, Severity::Warning);
}

#[test]
fn nothing_is_named_twice() {
    let again = "[[scopes]]\nname = \"read:tickets\"\n\n[[permissions]]";
    only(
        &with("[[permissions]]", again),
        "\"read:tickets\"",
        "asked for twice",
    );
    let text = with(
        "{ id = \"yes\", label = \"Yes\" }",
        "{ id = \"yes\", label = \"Yes\" }, { id = \"no\", label = \"Never\" }",
    );
    only(&text, "\"no\", label = \"Never\"", "twice");
    let text = with(
        "[hand_over]",
        "[[mappings]]\nkey = \"a\"\nhalo = \"A\"\nvendor = \"A\"\n\n[[mappings]]\nkey = \"a\"\nhalo = \"B\"\nvendor = \"B\"\n\n[hand_over]",
    );
    only(&text, "\"a\"", "twice");
}

#[test]
fn a_permission_may_be_asked_for_again_under_another_condition() {
    let again = "[[permissions]]\nname = \"Ticket Access Level\"\nvalue = \"Read and Modify\"\nif = { choice = { billing = \"yes\" } }\n\n[[steps]]";
    only(
        &with("[[steps]]", again),
        "\"Ticket Access Level\"",
        "asked for twice",
    );
    assert_eq!(
        review(&with("[[steps]]", &again.replace("yes", "no"))).problems,
        []
    );
}

#[test]
fn a_choice_has_at_least_two_options() {
    let text = with(", { id = \"yes\", label = \"Yes\" }", "")
        .replace("billing = \"yes\"", "billing = \"no\"");
    only(&text, "[{ id = \"no\"", "at least two options");
}

#[test]
fn ids_dates_and_versions_are_checked() {
    only(
        &with("\"example\"", "\"Ex ample\""),
        "\"Ex ample\"",
        "not a name for use inside",
    );
    only(
        &with("\"look\"", "\"look-\"").replace(", \"vendor:look\"", ""),
        "\"look-\"",
        "not a name",
    );
    only(&with("2025-03", "2025-13"), "\"2025-13\"", "calendar");
    only(&with("2025-03", "2025-02-30"), "\"2025-02-30\"", "calendar");
    assert_eq!(review(&with("2025-03", "2024-02-29")).problems, []);
    only(
        &with("if = {", "if = { from_version = \"new\","),
        "\"new\"",
        "not a version",
    );
    assert_eq!(
        review(&with("if = {", "if = { from_version = \"2.143.23\",")).problems,
        []
    );
}

#[test]
fn fields_of_a_form_must_agree() {
    let secret = "value = \"client-secret\"";
    let text = with(
        secret,
        "value = \"client-secret\"\ntransforms = [\"host-only\"]",
    );
    only(&text, "[\"host-only\"]", "as it is");
    let text = with(secret, "value = \"tenant\"\ntransforms = [\"host-only\"]");
    only(&text, "[\"host-only\"]", "for addresses");
    let by_mail = with("[hand_over]", "[hand_over]\nhow = \"email\"");
    let problem = only(&by_mail, "\"client-secret\"", "by e-mail");
    assert_eq!(problem.severity, Severity::Warning);
    only(
        &with(secret, "value = \"constant\""),
        "\"constant\"",
        "belong together",
    );
    only(
        &with(secret, "value = \"own\""),
        "\"own\"",
        "something must say how",
    );
    let text = with(
        secret,
        "value = \"tenant\"\nonly_if_differs_from = \"Host\"",
    );
    only(&text, "\"Host\"", "no field \"Host\"");
    let text = with(
        secret,
        "value = \"client-secret\"\n\n[[hand_over.fields]]\nlabel = \"Secret\"\nvalue = \"tenant\"",
    );
    only(&text, "\"Secret\"", "label twice");
}

#[test]
fn tables_must_agree_with_each_other() {
    let text = with(
        "value = \"Read Only\"",
        "value = \"Read Only\"\nheld_by = \"role\"",
    );
    only(&text, "\"role\"", "makes no role");
    let text = with("[hand_over]", "[teams]\nwhich = \"named\"\n\n[hand_over]");
    only(&text, "[teams]", "none is named");
    let text = with("\"look\"", "\"team-ticks\"").replace("vendor:look", "vendor:team-ticks");
    only(
        &text.replace(", \"vendor:team-ticks\"", ""),
        "\"team-ticks\"",
        "Halyard's own",
    );
    let text = with("[\"Look.\"]", "[]");
    only(&text, "[]", "at least one thing to do");
    let setting = "[[settings]]\nkey = \"a\"\nname = \"A\"\nvalue = \"B\"\npath = []\nproperty = \"a\"\nproperty_value = 1\nwrong_property_value = 1\n\n[hand_over]";
    only(
        &with("[hand_over]", setting),
        "1\n\n[hand",
        "right and wrong",
    );
}

#[test]
fn what_is_not_toml_is_said_with_its_place() {
    let problems = review(&with("minutes = 5", "minutes = = 5")).problems;
    assert_eq!(problems[0].line, 7);
    assert!(problems[0].message.starts_with("This is not TOML"));
    assert!(
        review("").problems.len() > 3,
        "an empty file lacks every required field"
    );
}

#[test]
fn a_later_format_says_only_that() {
    only("schema = 2\nname = 7\nnew_things = true\n", "2", "format 2");
}

#[test]
fn all_problems_are_found_in_one_run_and_in_order() {
    let text = GOOD
        .replace("\"Read Only\"", "\"Ready Only\"")
        .replace("2025-03", "March 2025")
        .replace("\"vendor:look\"", "\"vendor:watch\"");
    let found: Vec<_> = review(&text)
        .problems
        .iter()
        .map(|problem| (problem.line, problem.column))
        .collect();
    let wanted = ["\"March 2025\"", "\"Ready Only\"", "\"vendor:watch\""];
    assert_eq!(found, wanted.map(|at| place(&text, at)));
}

#[test]
fn columns_count_characters_and_not_bytes() {
    let text = with(
        "label = \"No\" }",
        "label = \"Ñô\" }, { id = \"no\", label = \"Nö\" }",
    );
    only(&text, "\"no\", label = \"Nö\"", "twice");
}

//! Steps, forms and the other tables: what does not fit is told with what would.

use setup::profile::{Problem, review};

const HEAD: &str = r#"schema = 1
id = "example"
name = "Example"
maker = "Example"
category = "Example"
summary = "Shows the format."
minutes = 5
"#;

const SOURCES: &str = "
[[sources]]
id = \"guide\"
title = \"Guide\"

[[sources]]
id = \"faq\"
title = \"FAQ\"

[[uses]]
title = \"Use\"
text = \"Text.\"
source = \"faq\"
";

fn with(rest: &str) -> Vec<Problem> {
    review(&format!("{HEAD}{rest}\n{SOURCES}")).problems
}

#[track_caller]
fn only(rest: &str, line: usize, message: &str, hint: &str) {
    let problems: Vec<_> = with(rest)
        .into_iter()
        .filter(|problem| {
            !problem
                .message
                .contains("Nothing in this profile comes from")
        })
        .collect();
    assert_eq!(problems.len(), 1, "{rest}\n{problems:#?}");
    let problem = &problems[0];
    assert_eq!(problem.line - HEAD.lines().count(), line, "{problem}");
    assert!(problem.message.contains(message), "{problem}");
    let said = problem.hint.as_deref().unwrap_or_default();
    assert!(said.contains(hint), "{problem}");
}

fn step(rest: &str) -> String {
    format!("[[steps]]\nkey = \"a\"\n{rest}")
}

#[test]
fn a_step_has_what_its_kind_needs_and_nothing_else() {
    only(
        &step("kind = \"webhok\"\nname = \"A\""),
        3,
        "must be one of",
        "\"webhook\"",
    );
    only(&step("kind = \"webhook\""), 1, "one thing to do", "");
    only(
        &step("kind = \"guide\"\nactions = [\"Read.\"]"),
        1,
        "what is missing",
        "about",
    );
    only(&step("actions = [\"Do it.\"]"), 1, "needs a title", "kind");
    only(
        &step("kind = \"record\"\nname = \"A\"\nevents = [\"B\"]"),
        5,
        "has no \"events\"",
        "kind",
    );
    only(
        &step("kind = \"allow-list\"\naddresses = [\"203.0.113.7\", \"203.0.113.0/33\"]"),
        4,
        "not the address",
        "203.0.113.0/24",
    );
    only(
        &step("kind = \"cors\"\naddresses = [\"app.example.com\"]"),
        4,
        "begins with https",
        "",
    );
    only(
        &step("kind = \"application\"\nname = \"A\"\nscopes = [\"write:clients\"]"),
        5,
        "no scope \"write:clients\"",
        "edit:customers",
    );
    only(
        &step("kind = \"webhook\"\nname = \"A\"\nfields = [{ label = \"URL\" }]"),
        5,
        "Nothing says",
        "from_vendor",
    );
    only(
        &step("kind = \"licence\"\nname = \"A\"\nclean_up = \"End it.\""),
        5,
        "a phase that ends",
        "set-up-only",
    );
    let own = "[[steps]]\nkey = \"agent-roles\"\nkind = \"test\"\nactions = [\"Do it.\"]";
    only(own, 2, "of Halyard's own", "another key");
}

#[test]
fn what_differs_names_another_guide() {
    let scope = |differs: &str| {
        format!("source = \"guide\"\nscopes = [{{ name = \"all\", differs = [{differs}] }}]")
    };
    assert_eq!(with(&scope("{ source = \"faq\", says = \"None\" }")), []);
    only(
        &scope("{ source = \"fax\", says = \"None\" }"),
        2,
        "no source \"fax\"",
        "\"faq\"",
    );
    only(
        &scope("{ source = \"guide\", says = \"None\" }"),
        2,
        "another than the one",
        "note",
    );
    only("source = \"gide\"", 1, "no source \"gide\"", "\"guide\"");
}

#[test]
fn conditions_name_known_choices_options_and_versions() {
    let scope =
        |condition: &str| format!("scopes = [{{ name = \"all\", if = {{ {condition} }} }}]");
    only(
        &scope("before_version = \"next\""),
        1,
        "not a version",
        "2.143.23",
    );
    only(
        &scope("not_choice = { a = \"b\" }"),
        1,
        "no choice \"a\"",
        "",
    );
    only(&scope("language = \"de\""), 1, "en-us, en-gb", "");
    let choice = "[[choices]]\nid = \"a\"\nquestion = \"A?\"\noptions = [{ id = \"yes\", label = \"Yes\" }, { id = \"no\", label = \"No\" }]";
    only(
        &format!("{}\n{choice}", scope("not_choice = { a = \"yess\" }")),
        1,
        "no option \"yess\"",
        "\"yes\"",
    );
}

fn field(rest: &str) -> String {
    format!("[hand_over]\nfields = [\n{{ label = \"A\", {rest} }},\n]")
}

#[test]
fn fields_of_the_form_agree_with_themselves() {
    for (rest, message, hint) in [
        (
            "value = \"resource_server\"",
            "must be one of",
            "\"resource-server\"",
        ),
        (
            "value = \"tenant\", transforms = [\"strip-shceme\"]",
            "must be one of",
            "\"strip-scheme\"",
        ),
        ("value = \"own\"", "something must say how", "options"),
        (
            "value = \"tenant\", kind = \"choice\"",
            "needs its options",
            "",
        ),
        (
            "value = \"own\", options = [\"x\"]",
            "Only a choice",
            "kind",
        ),
        (
            "value = \"own\", kind = \"choice\", options = [\"daily\"], default = \"dayly\"",
            "not among the options",
            "\"daily\"",
        ),
        (
            "value = \"tenant\", default = \"x\"",
            "admin's own",
            "constant",
        ),
        ("value = \"tenant\", hosted_text = \"x\"", "on-premises", ""),
        (
            "value = \"from-vendor\"",
            "belongs into a step",
            "goes_into",
        ),
        (
            "value = \"from-vendor\", goes_into = \"b\"",
            "no step \"b\"",
            "",
        ),
        (
            "value = \"tenant\", goes_into = \"b\"",
            "Only a value from the vendor",
            "from-vendor",
        ),
        (
            "value = \"tenant\", shown_if = { field = \"Aa\", is = \"x\" }",
            "no field \"Aa\"",
            "",
        ),
    ] {
        only(&field(rest), 3, message, hint);
    }
}

#[test]
fn tables_that_cannot_be_are_refused() {
    only(
        "[application]\nname = \"A\"\nredirect_addresses = [\"https://a.example.com\"]",
        3,
        "redirect",
        "",
    );
    only(
        "[application]\nname = \"A\"\nmethod = \"authorisation-code\"\nredirect_addresses = [\"a.example.com\"]",
        4,
        "address",
        "",
    );
    only(
        "[[settings]]\nkey = \"a\"\nname = \"A\"\nvalue = \"On\"\nlevel = \"forbidden\"\npath = [\"Configuration\"]",
        5,
        "must have",
        "Off",
    );
    only(
        "[[permission_sections]]\nsection = \"all\"\nvalue = \"Read and Modify\"\nheld_by = \"role\"",
        4,
        "makes no role",
        "[role]",
    );
}

#[test]
fn scopes_are_written_as_names_tables_or_both() {
    assert_eq!(
        with("scopes = [\"read:tickets\", { name = \"edit:tickets\", level = \"optional\" }]"),
        with(""),
    );
    only("scopes = [\"read:tickets\", 5]", 1, "must be here", "");
    only(
        "scopes = [\"all\", { nam = \"read:kb\", name = \"read:kb\" }]",
        1,
        "no field \"nam\"",
        "\"name\"",
    );
    only(
        "scopes = [\"all\", \"read:clients\"]",
        1,
        "no scope",
        "read:customers",
    );
    only("scopes = [\"all\", \"all\"]", 1, "twice", "");
}

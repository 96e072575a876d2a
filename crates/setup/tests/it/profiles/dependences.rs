//! A mapping that hangs on a row of another one: the row is there, or it is told at its place.

use setup::profile::parse;

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
key = "types"
halo = "Ticket types"
vendor = "Types"
kind = "ticket-types"
rows = "vendor"
values = [{ name = "Project" }]

[[mappings]]
key = "statuses"
halo = "Statuses"
vendor = "States"
kind = "statuses"
depends_on = { mapping = "types", row = "Project" }
"#;

#[test]
fn the_row_it_names_has_to_be_there() {
    parse(GOOD).expect("it is right");
    for (right, wrong, said) in [
        (
            "\"types\", row",
            "\"typs\", row",
            "no other mapping \"typs\"",
        ),
        ("\"types\", row", "\"statuses\", row", "no other mapping"),
        (
            "row = \"Project\"",
            "row = \"Projects\"",
            "no row \"Projects\"",
        ),
        ("rows = \"vendor\"", "rows = \"halo\"", "no row \"Project\""),
        (
            "{ mapping = \"types\", row = \"Project\" }",
            "\"types\"",
            "",
        ),
    ] {
        assert_eq!(GOOD.matches(right).count(), 1, "{right:?} is there once");
        let problems = parse(&GOOD.replace(right, wrong)).expect_err(wrong);
        let found = problems
            .iter()
            .any(|problem| problem.line == 27 && problem.message.contains(said));
        assert!(found, "{wrong}: {problems:?}");
    }
}

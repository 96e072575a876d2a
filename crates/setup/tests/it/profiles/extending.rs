//! A profile built on another: what goes over what, what is left out, and what is refused.

use setup::profile::{Problem, Profile, parse_with, review_with};

const BASE: &str = r#"schema = 1
id = "base"
name = "Base"
maker = "Base Ltd"
category = "Example"
summary = "What others build on."
minutes = 20
keywords = ["one", "two"]
scopes = ["read:tickets", { name = "read:assets", reason = "Assets are shown." }]

[[sources]]
id = "guide"
title = "Guide"

[agent]
name = "Base"
remarks = ["First."]

[agent.work_hours]
value = "24 Hours"

[application]
name = "Base"

[[permissions]]
name = "Tickets Access Level"
value = "Read Only"

[[permissions]]
name = "Customers Access Level"
value = "Read Only"

[[steps]]
key = "test"
kind = "test"
actions = ["Select Test."]

[hand_over]
path = ["Settings"]
finish_with = "Save"
fields = [
    { label = "Client ID", value = "client-id" },
    { label = "Client Secret", value = "client-secret" },
]
"#;

fn library(id: &str) -> Option<String> {
    match id {
        "base" => Some(BASE.to_owned()),
        "middle" => Some(on("middle", "base", "minutes = 15")),
        "top" => Some(on("top", "middle", "")),
        "left" => Some(on("left", "right", "")),
        "right" => Some(on("right", "left", "")),
        "broken" => Some(BASE.replace("read:tickets", "<b>")),
        _ => None,
    }
}

fn on(id: &str, base: &str, rest: &str) -> String {
    format!("schema = 1\nid = \"{id}\"\nextends = \"{base}\"\nname = \"{id}\"\n{rest}\n")
}

#[track_caller]
fn read(text: &str) -> Profile {
    match parse_with(text, &library) {
        Ok(profile) => profile,
        Err(problems) => panic!("{problems:#?}"),
    }
}

#[track_caller]
fn refused(text: &str) -> Problem {
    let problems = review_with(text, &library).problems;
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.into_iter().next().expect("there is one")
}

#[test]
fn what_is_not_said_is_as_the_other_says() {
    let base = read(BASE);
    let profile = read(&on("brand", "base", ""));
    assert_eq!(
        (profile.id.as_str(), profile.name.as_str()),
        ("brand", "brand")
    );
    assert_eq!(profile.maker, base.maker);
    assert_eq!(profile.scopes, base.scopes);
    assert_eq!(profile.hand_over, base.hand_over);
    assert_eq!(profile.steps[0].source.as_deref(), Some("guide"));
}

#[test]
fn values_and_plain_lists_replace_and_tables_go_over_tables() {
    let profile = read(&on(
        "brand",
        "base",
        "minutes = 3\nkeywords = [\"three\"]\n[agent]\nname = \"Brand\"\n[hand_over]\nfinish_with = \"Go\"",
    ));
    assert_eq!(profile.minutes, 3);
    assert_eq!(profile.keywords, ["three"]);
    let agent = profile.agent.expect("it is inherited");
    assert_eq!(agent.name, "Brand");
    assert_eq!(agent.remarks, ["First."]);
    assert!(agent.work_hours.is_some());
    let form = profile.hand_over.expect("it is inherited");
    assert_eq!(form.finish_with.as_deref(), Some("Go"));
    assert_eq!(form.fields.len(), 2);
}

#[test]
fn an_entry_with_a_name_takes_the_place_of_that_one_and_a_new_one_follows() {
    let profile = read(&on(
        "brand",
        "base",
        "scopes = [\"read:assets\", \"read:kb\"]\n\
         [[permissions]]\nname = \"Tickets Access Level\"\nvalue = \"Read and Modify\"\n\
         [[hand_over.fields]]\nlabel = \"Tenant\"\nvalue = \"tenant\"",
    ));
    let scopes: Vec<_> = profile
        .scopes
        .iter()
        .map(|need| need.name.as_str())
        .collect();
    assert_eq!(scopes, ["read:tickets", "read:assets", "read:kb"]);
    assert_eq!(
        profile.scopes[1].reason, None,
        "the whole entry is replaced"
    );
    let values: Vec<_> = profile
        .permissions
        .iter()
        .map(|need| need.value.as_str())
        .collect();
    assert_eq!(values, ["Read and Modify", "Read Only"]);
    let labels = profile.hand_over.expect("a form").fields;
    assert_eq!(
        labels.last().map(|field| field.label.as_str()),
        Some("Tenant")
    );
}

#[test]
fn what_is_left_out_is_not_there() {
    let without = "without = [\"scopes.read:assets\", \"scopes.read:tickets\", \"agent.work_hours\", \
                   \"steps.test\", \"hand_over.fields.Client ID\", \"permissions\"]";
    let profile = read(&on("brand", "base", without));
    assert_eq!(profile.scopes, []);
    assert_eq!(profile.steps, []);
    assert_eq!(profile.permissions, []);
    assert!(profile.agent.expect("an agent").work_hours.is_none());
    assert_eq!(profile.hand_over.expect("a form").fields.len(), 1);

    let problem = refused(&on("brand", "base", "without = [\"scopes.read:kb\"]"));
    assert_eq!((problem.line, problem.column), (5, 12));
    assert!(problem.message.contains("scopes.read:kb"), "{problem}");
}

#[test]
fn three_files_may_build_on_each_other_and_no_more() {
    assert_eq!(read(&on("brand", "middle", "")).minutes, 15);
    let problem = refused(&on("brand", "top", ""));
    assert_eq!((problem.line, problem.column), (3, 11));
    assert!(problem.message.contains("More than 3"), "{problem}");
}

#[test]
fn circles_strangers_and_broken_files_are_refused_at_the_line_that_names_them() {
    for (base, message) in [
        ("left", "build on itself"),
        ("brand", "build on itself"),
        ("bas", "no profile \"bas\""),
        ("broken", "problems of its own"),
    ] {
        let problem = refused(&on("brand", base, ""));
        assert_eq!((problem.line, problem.column), (3, 11), "{base}");
        assert!(problem.message.contains(message), "{problem}");
    }
}

#[test]
fn a_problem_in_what_is_inherited_is_told_at_the_line_of_extends() {
    // The choice that the entry would need is not in the other profile.
    let text = on("brand", "base", "without = [\"sources\"]\nsources = []");
    let problems = review_with(&text, &library).problems;
    assert_eq!(problems, [], "nothing names a source any more");
    let text = on("brand", "base", "without = [\"maker\"]");
    let problem = refused(&text);
    assert!(
        problem.message.contains("\"maker\" is missing"),
        "{problem}"
    );
}

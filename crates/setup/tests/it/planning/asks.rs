//! Everything a profile asks for is told before it is used.

use std::collections::BTreeSet;

use setup::Profile;
use setup::plan::asks::{AskLine, Asks, asks};
use setup::profile::{FormValue, built_in, parse};

const INVENTED: &str = include_str!("invented.toml");
const SMALL: &str = r#"
schema = 1
id = "small"
name = "Small"
maker = "Small"
category = "Test"
summary = "Does little."
minutes = 5

[[sources]]
id = "guide"
title = "Guide"
link = "https://help.small.example/a"

[[uses]]
title = "Use"
text = "Text."
"#;

fn lines(asks: &Asks) -> impl Iterator<Item = &AskLine> {
    asks.groups.iter().flat_map(|group| &group.lines)
}

fn read(more: &str) -> Profile {
    parse(&format!("{SMALL}\n{more}")).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn every_scope_permission_step_and_field_of_every_profile_is_told() {
    let invented = parse(INVENTED).expect("it is sound");
    for profile in built_in::all().iter().chain([&invented]) {
        let asks = asks(profile);
        let said: Vec<&str> = lines(&asks).map(|line| line.text.as_str()).collect();
        let is_told = |what: &str| said.iter().any(|line| line.contains(what));
        let scopes = profile.scopes.iter().map(|need| &need.name);
        let permissions = profile.permissions.iter().map(|need| &need.name);
        let types = profile.ticket_types.iter().map(|need| &need.title);
        let settings = profile.settings.iter().map(|need| &need.name);
        let titles = profile.steps.iter().filter_map(|step| step.title.as_ref());
        let forms = profile.hand_over.iter().flat_map(|form| &form.fields);
        let fields = forms.clone().map(|field| &field.label);
        let all = scopes.chain(permissions).chain(types);
        for what in all.chain(settings).chain(titles).chain(fields) {
            assert!(is_told(what), "{}: {what}", profile.id);
        }
        let secrets = forms.filter(|field| field.value == FormValue::ClientSecret);
        for field in secrets {
            let line = lines(&asks).find(|line| line.text == field.label && line.weighty);
            assert!(line.is_some(), "{}: where the secret goes", profile.id);
        }
    }
}

#[test]
fn every_link_is_told_once_with_its_host() {
    let mut looked = 0;
    for (id, text) in built_in::files() {
        let profile = built_in::find(id).expect("it is built in");
        let told = asks(profile).links;
        let different: BTreeSet<&str> = told.iter().map(|link| link.link.as_str()).collect();
        assert_eq!(different.len(), told.len(), "{id}");
        for line in text
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
        {
            let Some((_, rest)) = line.split_once("link = \"") else {
                continue;
            };
            let link = rest.split('"').next().expect("a text ends");
            let host = link.trim_start_matches("https://").split('/').next();
            let found = told.iter().find(|told| told.link == link);
            assert_eq!(found.map(|told| told.host.as_str()), host, "{id}");
            looked += 1;
        }
    }
    assert!(looked > 0, "the profiles have links");
}

#[test]
fn what_gives_much_away_stands_out() {
    for (more, what) in [
        (
            "[application]\nname = \"A\"\n[[scopes]]\nname = \"all\"",
            "all",
        ),
        (
            "[application]\nname = \"A\"\n[[scopes]]\nname = \"admin\"",
            "admin",
        ),
        (
            "[agent]\nname = \"A\"\n[[permissions]]\nname = \"Is a HaloPSA Administrator\"\nvalue = \"Yes\"",
            "Is a HaloPSA Administrator: Yes",
        ),
    ] {
        let asks = asks(&read(more));
        let line = lines(&asks).find(|line| line.text == what);
        assert!(line.is_some_and(|line| line.weighty), "{what}: {asks:?}");
    }
    let modest = "[application]\nname = \"A\"\n[[scopes]]\nname = \"read:tickets\"\n[[scopes]]\nname = \"all\"\nlevel = \"forbidden\"";
    let asks = asks(&read(modest));
    assert!(lines(&asks).all(|line| !line.weighty), "{asks:?}");
    let forbidden = lines(&asks).find(|line| line.text == "all");
    assert_eq!(
        forbidden.and_then(|line| line.remark.as_deref()),
        Some("must not be so")
    );
}

//! Names that must not occur twice: ids, keys, scopes, permissions, labels.

use std::collections::HashMap;

use super::names::{is_id, not_an_id};
use super::{Flaw, RestsOn};
use crate::permission;
use crate::profile::place::Path;
use crate::profile::{Condition, DisplayLanguage, Profile};

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let sources = profile.sources.iter().map(|source| source.id.as_str());
    flaws.extend(ids(sources, &Path::of("sources"), "id"));
    let choices = profile.choices.iter().map(|choice| choice.id.as_str());
    flaws.extend(ids(choices, &Path::of("choices"), "id"));
    for (index, choice) in profile.choices.iter().enumerate() {
        let options = choice.options.iter().map(|option| option.id.as_str());
        let path = Path::of("choices").item(index).name("options");
        flaws.extend(ids(options, &path, "id"));
        if choice.options.len() < 2 {
            let flaw = Flaw::error(path, "A choice needs at least two options.");
            flaws.push(flaw.resting_on(RestsOn::Part("choices")));
        }
    }
    if let Some(index) = profile.choices.iter().position(|choice| {
        // Made here where a condition needs it; only another one is a flaw.
        choice.id == DisplayLanguage::CHOICE && choice.options.len() != DisplayLanguage::ALL.len()
    }) {
        let path = Path::of("choices").item(index).name("id");
        let message = format!(
            "\"{}\" is a choice of Halyard's own.",
            DisplayLanguage::CHOICE
        );
        flaws.push(Flaw::error(path, message));
    }
    let sections = profile.permission_sections.iter();
    flaws.extend(conditional_twice(
        sections.map(|need| (need.finding(), need.condition.as_ref())),
        "permission_sections",
        "This section is here twice.",
    ));
    let ticket_types = profile.ticket_types.iter().map(|need| need.key.as_str());
    flaws.extend(ids(ticket_types, &Path::of("ticket_types"), "key"));
    let settings = profile.settings.iter().map(|need| need.key.as_str());
    flaws.extend(ids(settings, &Path::of("settings"), "key"));
    let steps = profile.steps.iter().map(|step| step.key.as_str());
    flaws.extend(ids(steps, &Path::of("steps"), "key"));
    let mappings = profile.mappings.iter().map(|mapping| mapping.key.as_str());
    flaws.extend(ids(mappings, &Path::of("mappings"), "key"));

    // A permission or a scope may be asked for more than once under different conditions.
    let scopes = profile.scopes.iter();
    flaws.extend(conditional_twice(
        scopes.map(|need| (need.name.clone(), need.condition.as_ref())),
        "scopes",
        "This scope is asked for twice.",
    ));
    let permissions = profile.permissions.iter();
    flaws.extend(conditional_twice(
        permissions.map(|need| (slug(&need.name), need.condition.as_ref())),
        "permissions",
        "This permission is asked for twice, here or under another of its names.",
    ));
    flaws
}

fn slug(name: &str) -> String {
    permission::find(name).map_or_else(|| permission::slug(name), permission::Permission::slug)
}

fn ids<'a>(names: impl Iterator<Item = &'a str>, list: &Path, field: &'static str) -> Vec<Flaw> {
    let mut seen = Vec::new();
    let mut flaws = Vec::new();
    for (index, name) in names.enumerate() {
        let path = list.item(index).name(field);
        if !is_id(name) {
            flaws.push(not_an_id(path));
        } else if seen.contains(&name) {
            flaws.push(Flaw::error(path, format!("\"{name}\" is here twice.")));
        } else {
            seen.push(name);
        }
    }
    flaws
}

fn conditional_twice<'a>(
    names: impl Iterator<Item = (String, Option<&'a Condition>)>,
    list: &'static str,
    message: &str,
) -> Vec<Flaw> {
    let mut seen: HashMap<String, Vec<Option<&Condition>>> = HashMap::new();
    let mut flaws = Vec::new();
    for (index, (name, condition)) in names.enumerate() {
        let conditions = seen.entry(name).or_default();
        if conditions.contains(&condition) {
            let path = Path::of(list).item(index).name("name");
            flaws.push(Flaw::error(path, message));
        }
        conditions.push(condition);
    }
    flaws
}

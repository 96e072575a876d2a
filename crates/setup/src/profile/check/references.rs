//! References inside a profile: sources and choices that must exist, and sources nobody uses.

use std::collections::BTreeSet;

use super::Flaw;
use super::requirements;
use crate::profile::place::Path;
use crate::profile::shape::did_you_mean;
use crate::profile::{Condition, Profile};

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut used = BTreeSet::new();
    for requirement in requirements::all(profile) {
        if let Some(id) = requirement.source {
            used.insert(id);
            flaws.extend(source(profile, id, || requirement.path.name("source")));
        }
        if let Some(condition) = requirement.condition {
            flaws.extend(choices(profile, condition, &requirement.path.name("if")));
        }
    }
    for (index, note) in profile.notes.iter().enumerate() {
        for (place, id) in note.sources.iter().enumerate() {
            used.insert(id);
            flaws.extend(source(profile, id, || {
                Path::of("notes").item(index).name("sources").item(place)
            }));
        }
    }
    for (index, source) in profile.sources.iter().enumerate() {
        if !used.contains(source.id.as_str()) {
            let path = Path::of("sources").item(index).name("id");
            let message = format!("Nothing in this profile comes from \"{}\".", source.id);
            flaws.push(
                Flaw::warning(path, message)
                    .hint("Name it where it is the source, or leave it out.".to_owned()),
            );
        }
    }
    flaws
}

fn source(profile: &Profile, id: &str, path: impl FnOnce() -> Path) -> Option<Flaw> {
    if profile.source(id).is_some() {
        return None;
    }
    let known = profile.sources.iter().map(|source| source.id.as_str());
    let message = format!("There is no source \"{id}\" in this profile.");
    Some(Flaw::error(path(), message).hint(did_you_mean(id, known)))
}

fn choices(profile: &Profile, condition: &Condition, path: &Path) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (id, wanted) in &condition.choice {
        let Some(choice) = profile.choices.iter().find(|choice| choice.id == *id) else {
            let known = profile.choices.iter().map(|choice| choice.id.as_str());
            let message = format!("There is no choice \"{id}\" in this profile.");
            flaws.push(Flaw::error(path.name("choice"), message).hint(did_you_mean(id, known)));
            continue;
        };
        let options = choice.options.iter().map(|option| option.id.as_str());
        if !options.clone().any(|option| option == wanted) {
            let message = format!("The choice \"{id}\" has no option \"{wanted}\".");
            let hint = did_you_mean(wanted, options);
            flaws.push(Flaw::error(path.name("choice"), message).hint(hint));
        }
    }
    if condition
        .from_version
        .as_deref()
        .is_some_and(|version| !is_version(version))
    {
        flaws.push(
            Flaw::error(path.name("from_version"), "This is not a version of Halo.")
                .hint("Write it as 2.143.23.".to_owned()),
        );
    }
    flaws
}

fn is_version(text: &str) -> bool {
    text.split('.').count() >= 2 && text.split('.').all(|part| part.parse::<u32>().is_ok())
}

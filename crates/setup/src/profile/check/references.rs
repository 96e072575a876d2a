//! References inside a profile: sources and choices that must exist, and sources nobody uses.

use std::collections::BTreeSet;

use super::{Flaw, RestsOn, requirements};
use crate::profile::place::Path;
use crate::profile::shape::did_you_mean;
use crate::profile::{Condition, Profile};

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut used = BTreeSet::new();
    if let Some(id) = &profile.source {
        flaws.extend(source(profile, id, || Path::of("source")));
    }
    for requirement in requirements::all(profile) {
        for (index, other) in requirement.differs.iter().enumerate() {
            let path = requirement.path.name("differs").item(index);
            used.insert(other.source.as_str());
            flaws.extend(source(profile, &other.source, || path.name("source")));
            if requirement.source == Some(other.source.as_str()) {
                let message = "A guide that differs is another than the one it comes from.";
                flaws.push(
                    Flaw::error(path.name("source"), message)
                        .hint("For one guide that contradicts itself, write a note.".to_owned()),
                );
            }
        }
        if requirement.is_taken_back_in_vain {
            let message = "What is taken back has to be for a phase that ends.";
            flaws.push(
                Flaw::error(requirement.path.name("clean_up"), message)
                    .hint("Add phase = \"set-up-only\" or phase = \"test-only\".".to_owned()),
            );
        }
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
        // The guide of everything that names none may turn out to be the source of nothing.
        let usual = profile.source.as_ref() == Some(&source.id) || profile.sources.len() == 1;
        if !used.contains(source.id.as_str()) && !usual {
            let path = Path::of("sources").item(index).name("id");
            let message = format!("Nothing in this profile comes from \"{}\".", source.id);
            flaws.push(
                Flaw::warning(path, message)
                    .hint("Name it where it is the source, or leave it out.".to_owned())
                    .resting_on(RestsOn::All),
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
    let flaw = Flaw::error(path(), message).hint(did_you_mean(id, known));
    Some(flaw.resting_on(RestsOn::Part("sources")))
}

fn choices(profile: &Profile, condition: &Condition, path: &Path) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let wanted = condition.choice.iter().map(|part| ("choice", part));
    let unwanted = condition.not_choice.iter().map(|part| ("not_choice", part));
    for (field, (id, wanted)) in wanted.chain(unwanted) {
        let Some(choice) = profile.choices.iter().find(|choice| choice.id == *id) else {
            let known = profile.choices.iter().map(|choice| choice.id.as_str());
            let message = format!("There is no choice \"{id}\" in this profile.");
            let flaw = Flaw::error(path.name(field), message).hint(did_you_mean(id, known));
            flaws.push(flaw.resting_on(RestsOn::Part("choices")));
            continue;
        };
        let options = choice.options.iter().map(|option| option.id.as_str());
        if !options.clone().any(|option| option == wanted) {
            let message = format!("The choice \"{id}\" has no option \"{wanted}\".");
            let hint = did_you_mean(wanted, options);
            let flaw = Flaw::error(path.name(field), message).hint(hint);
            flaws.push(flaw.resting_on(RestsOn::Part("choices")));
        }
    }
    let versions = [
        ("from_version", &condition.from_version),
        ("before_version", &condition.before_version),
    ];
    for (field, version) in versions {
        if version
            .as_deref()
            .is_some_and(|version| !is_version(version))
        {
            flaws.push(
                Flaw::error(path.name(field), "This is not a version of Halo.")
                    .hint("Write it as 2.143.23.".to_owned()),
            );
        }
    }
    flaws
}

fn is_version(text: &str) -> bool {
    text.split('.').count() >= 2 && text.split('.').all(|part| part.parse::<u32>().is_ok())
}

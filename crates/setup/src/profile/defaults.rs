//! What a profile may leave out because it goes without saying: the source of each part where
//! there is one guide, and the question for Halo's display language.
//!
//! Called by [`mod@super::parse`]. Defaults of single fields are with the fields.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value as Schema;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::shape::{resolve, schema, way};
use super::{Choice, ChoiceOption, DisplayLanguage, Profile, check};
use crate::text;

/// Writes the profile's `source`, or its only guide, into every part that may name one and does
/// not.
pub(super) fn name_sources(root: &mut Spanned<DeTable<'_>>) {
    let Some(source) = usual_source(root.get_ref()) else {
        return;
    };
    let fields = &schema()["properties"];
    for (key, value) in root.get_mut().iter_mut() {
        fill(&fields[key.get_ref().as_ref()], value, &source);
    }
}

fn usual_source(root: &DeTable<'_>) -> Option<String> {
    if let Some(named) = root.get("source") {
        return named.get_ref().as_str().map(str::to_owned);
    }
    match root.get("sources")?.get_ref() {
        DeValue::Array(sources) if sources.len() == 1 => {
            let id = sources[0].get_ref().get("id")?;
            id.get_ref().as_str().map(str::to_owned)
        }
        _ => None,
    }
}

fn fill(schema: &'static Schema, value: &mut Spanned<DeValue<'_>>, source: &str) {
    let schema = resolve(way(schema, value.get_ref()));
    let place = value.span();
    match value.get_mut() {
        DeValue::Array(entries) => {
            for entry in entries.iter_mut() {
                spell_out(&schema["items"], entry);
                fill(&schema["items"], entry, source);
            }
        }
        DeValue::Table(table) => {
            let fields = &schema["properties"];
            for (key, value) in table.iter_mut() {
                fill(&fields[key.get_ref().as_ref()], value, source);
            }
            if fields["source"].is_object() && !table.contains_key("source") {
                let named = DeValue::String(Cow::Owned(source.to_owned()));
                table.insert(
                    Spanned::new(place.clone(), Cow::Borrowed("source")),
                    Spanned::new(place, named),
                );
            }
        }
        _ => {}
    }
}

/// Makes a bare name, where a table may stand as well, the table that it is short for.
fn spell_out(schema: &'static Schema, entry: &mut Spanned<DeValue<'_>>) {
    let table = DeValue::Table(DeTable::new());
    let is_short = resolve(way(schema, &table))["properties"]["name"].is_object();
    if entry.get_ref().is_str() && is_short {
        let place = entry.span();
        let name = std::mem::replace(entry.get_mut(), table);
        if let DeValue::Table(table) = entry.get_mut() {
            table.insert(
                Spanned::new(place.clone(), Cow::Borrowed("name")),
                Spanned::new(place, name),
            );
        }
    }
}

/// Adds the question for Halo's display language where a condition hangs on it.
pub(super) fn ask_language(profile: &mut Profile) {
    let asked = check::conditions(profile).any(|condition| condition.language.is_some());
    let known = profile
        .choices
        .iter()
        .any(|choice| choice.id == DisplayLanguage::CHOICE);
    if !asked || known {
        return;
    }
    let say = |key: &str| text::say(key, &BTreeMap::new());
    let options = DisplayLanguage::ALL.map(|language| ChoiceOption {
        id: language.option().to_owned(),
        label: say(&format!("choice-language-{}", language.option())),
        hint: None,
    });
    profile.choices.push(Choice {
        id: DisplayLanguage::CHOICE.to_owned(),
        question: say("choice-language"),
        hint: Some(say("choice-language.hint")),
        options: options.to_vec(),
    });
}

//! Inheritance: a profile that says `extends = "other"` is the other profile with its own words
//! put over it.
//!
//! The rules, in the order in which they are applied: what `without` names is left out of the
//! other profile; a table goes over a table, field by field; of a list whose entries have a name
//! (`key`, `id`, `name`, `label`, `title` or `symptom`), an entry goes in the place of the one with its name, and new
//! ones follow; any other value or list goes in the place of the old one. Called by
//! [`mod@super::parse`] before shape and sense are looked at, so that a problem in what was
//! inherited is told at the line of `extends`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::parse::{Library, tables};
use super::problem::Problem;
use super::shape::did_you_mean;

/// Most profiles that may build on each other, the file itself among them.
const MOST_LEVELS: usize = 3;
/// Fields of the file itself, which are never inherited.
const OWN: [&str; 3] = ["id", "extends", "without"];
/// Fields that name an entry of a list, the first that it has.
const NAMES: [&str; 6] = ["key", "id", "name", "label", "title", "symptom"];

/// The texts of the profiles that this one builds on, the nearest first.
pub(super) fn bases(
    text: &str,
    root: &DeTable<'_>,
    library: Library<'_>,
) -> Result<Vec<String>, Problem> {
    let Some((first, place)) = word(root, "extends") else {
        return Ok(Vec::new());
    };
    let mut seen: Vec<String> = word(root, "id")
        .map(|(id, _)| id.to_owned())
        .into_iter()
        .collect();
    let mut texts = Vec::new();
    let mut next = Some(first.to_owned());
    while let Some(id) = next.take() {
        let (text, further) = base(&id, &seen, library)
            .map_err(|(message, hint)| Problem::at(text, &place, message).with_hint(hint))?;
        seen.push(id);
        texts.push(text);
        next = further;
    }
    Ok(texts)
}

type Refusal = (String, Option<String>);

/// One of them, and the one that it builds on itself.
fn base(
    id: &str,
    seen: &[String],
    library: Library<'_>,
) -> Result<(String, Option<String>), Refusal> {
    if seen.iter().any(|known| known == id) {
        return Err((format!("The profile \"{id}\" would build on itself."), None));
    }
    if seen.len() >= MOST_LEVELS {
        let message = format!("More than {MOST_LEVELS} profiles build on each other.");
        return Err((message, Some("Build on the first of them.".to_owned())));
    }
    let Some(text) = library(id) else {
        let known = super::built_in::files().map(|(name, _)| name);
        let message = format!("There is no profile \"{id}\" to build on.");
        return Err((message, did_you_mean(id, known)));
    };
    let further = match tables(&text) {
        Ok((root, problems)) if problems.is_empty() => {
            word(root.get_ref(), "extends").map(|(id, _)| id.to_owned())
        }
        _ => {
            let message = format!("The profile \"{id}\" has problems of its own.");
            return Err((message, Some("Check that file first.".to_owned())));
        }
    };
    Ok((text, further))
}

/// The whole profile: the file over what it builds on.
pub(super) fn whole<'a>(
    text: &str,
    root: Spanned<DeTable<'a>>,
    bases: &'a [String],
) -> Result<Spanned<DeTable<'a>>, Problem> {
    let Some((_, place)) = word(root.get_ref(), "extends") else {
        return Ok(root);
    };
    let mut inherited = DeTable::new();
    for base in bases.iter().rev() {
        if let Ok((table, _)) = tables(base) {
            let table = table.into_inner();
            leave_out(&table, &mut inherited)
                .map_err(|(_, flaw)| Problem::at(text, &place, flaw))?;
            inherited = over(inherited, table);
            for field in OWN {
                inherited.remove(field);
            }
        }
    }
    leave_out(root.get_ref(), &mut inherited)
        .map_err(|(place, flaw)| Problem::at(text, &place, flaw))?;
    move_to(&mut inherited, &place);
    let span = root.span();
    Ok(Spanned::new(span, over(inherited, root.into_inner())))
}

/// What to do about a problem in what was inherited, which has the place of `extends`.
pub(super) fn inherited_hint(root: &Spanned<DeTable<'_>>, place: &Range<usize>) -> Option<String> {
    let (_, extends) = word(root.get_ref(), "extends")?;
    (extends == *place).then(|| {
        "It is in the profile that this one builds on: write it anew here, or name it in without."
            .to_owned()
    })
}

/// The text of a field, and where it is.
fn word<'b>(table: &'b DeTable<'_>, field: &str) -> Option<(&'b str, Range<usize>)> {
    let value = table.get(field)?;
    Some((value.get_ref().as_str()?, value.span()))
}

/// Takes out of what is inherited what the table's `without` names.
fn leave_out(
    table: &DeTable<'_>,
    inherited: &mut DeTable<'_>,
) -> Result<(), (Range<usize>, String)> {
    let parts = table
        .get("without")
        .and_then(|list| list.get_ref().as_array());
    for part in parts.into_iter().flat_map(|parts| parts.iter()) {
        let Some(path) = part.get_ref().as_str() else {
            continue;
        };
        if !take_out(inherited, path) {
            let flaw = format!("The profile that this one builds on has no \"{path}\".");
            return Err((part.span(), flaw));
        }
    }
    Ok(())
}

/// Takes out one field, or one entry of a list by its name; whether it was there.
fn take_out(table: &mut DeTable<'_>, path: &str) -> bool {
    let Some((field, rest)) = path.split_once('.') else {
        return table.remove(path).is_some();
    };
    match table.get_mut(field).map(Spanned::get_mut) {
        Some(DeValue::Table(inner)) => take_out(inner, rest),
        Some(DeValue::Array(entries)) => {
            let before = entries.len();
            let kept = entries.iter();
            *entries = kept
                .filter(|entry| name(entry.get_ref()) != Some(rest))
                .cloned()
                .collect();
            entries.len() < before
        }
        _ => false,
    }
}

/// What names an entry of a list: its first naming field, or the entry itself where it is a text.
fn name<'b>(entry: &'b DeValue<'_>) -> Option<&'b str> {
    match entry {
        DeValue::String(text) => Some(text),
        DeValue::Table(table) => NAMES
            .iter()
            .find_map(|field| table.get(*field)?.get_ref().as_str()),
        _ => None,
    }
}

/// One table over another.
fn over<'a>(mut base: DeTable<'a>, table: DeTable<'a>) -> DeTable<'a> {
    for (key, value) in table {
        let value = match base.remove(key.get_ref().as_ref()) {
            Some(old) => {
                let merges = key.get_ref() == "scopes";
                value_over(old, value, merges)
            }
            None => value,
        };
        base.insert(key, value);
    }
    base
}

fn value_over<'a>(
    old: Spanned<DeValue<'a>>,
    new: Spanned<DeValue<'a>>,
    merges: bool,
) -> Spanned<DeValue<'a>> {
    let span = new.span();
    let value = match (old.into_inner(), new.into_inner()) {
        (DeValue::Table(old), DeValue::Table(new)) => DeValue::Table(over(old, new)),
        (DeValue::Array(old), DeValue::Array(new))
            if named(&old, merges) && named(&new, merges) =>
        {
            DeValue::Array(list_over(old, new))
        }
        (_, new) => new,
    };
    Spanned::new(span, value)
}

/// A list of tables that each have a name. Bare names count where such a list may have them.
fn named(list: &DeArray<'_>, bare: bool) -> bool {
    list.iter()
        .all(|entry| (bare || entry.get_ref().is_table()) && name(entry.get_ref()).is_some())
}

fn list_over<'a>(old: DeArray<'a>, new: DeArray<'a>) -> DeArray<'a> {
    let mut entries: Vec<Spanned<DeValue<'a>>> = old.into_iter().collect();
    for entry in new {
        let place = entries
            .iter()
            .position(|other| name(other.get_ref()) == name(entry.get_ref()));
        match place {
            Some(place) => entries[place] = entry,
            None => entries.push(entry),
        }
    }
    entries.into_iter().collect()
}

/// Gives everything the place of `extends`, which is where a problem in it can be put right.
fn move_to(table: &mut DeTable<'_>, place: &Range<usize>) {
    let entries = std::mem::take(table);
    for (key, value) in entries {
        let key = Spanned::new(place.clone(), key.into_inner());
        table.insert(key, value_at(value, place));
    }
}

fn value_at<'a>(value: Spanned<DeValue<'a>>, place: &Range<usize>) -> Spanned<DeValue<'a>> {
    let value = match value.into_inner() {
        DeValue::Table(mut table) => {
            move_to(&mut table, place);
            DeValue::Table(table)
        }
        DeValue::Array(entries) => DeValue::Array(
            entries
                .into_iter()
                .map(|entry| value_at(entry, place))
                .collect(),
        ),
        value => value,
    };
    Spanned::new(place.clone(), value)
}

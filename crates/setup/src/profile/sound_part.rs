//! The part of a file whose shape is right, so that one run can also say what its names and values
//! mean: a field that does not exist hides no scope that does not.
//!
//! Called by [`mod@super::parse`] with a file whose shape is wrong somewhere. What comes of it is
//! looked at and thrown away.

use std::borrow::Cow;

use serde_json::Value as Schema;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::shape::{fits, resolve, schema, way};

/// The file without what does not fit, and with something in place of what is missing at its top.
pub(super) fn sound_part<'a>(root: &Spanned<DeTable<'a>>) -> Spanned<DeTable<'a>> {
    let mut table = root.get_ref().clone();
    prune(schema(), &mut table);
    for name in required(schema()) {
        if !table.contains_key(name) {
            let value = match resolve(&schema()["properties"][name])["type"].as_str() {
                Some("array") => DeValue::Array(DeArray::new()),
                Some("string") => DeValue::String(Cow::Borrowed("x")),
                _ => continue,
            };
            let key = Spanned::new(0..0, Cow::Borrowed(name));
            table.insert(key, Spanned::new(0..0, value));
        }
    }
    Spanned::new(root.span(), table)
}

fn required(schema: &'static Schema) -> impl Iterator<Item = &'static str> {
    let names = schema["required"].as_array().into_iter().flatten();
    names.filter_map(Schema::as_str)
}

/// Takes out of a table what does not fit; whether anything can be made of the rest.
fn prune(schema: &'static Schema, table: &mut DeTable<'_>) -> bool {
    let fields = &schema["properties"];
    let entries = std::mem::take(table);
    for (key, mut value) in entries {
        let named = &fields[key.get_ref().as_ref()];
        let field = if named.is_object() {
            named
        } else {
            &schema["additionalProperties"]
        };
        if field.is_object() && prune_value(field, &mut value) {
            table.insert(key, value);
        }
    }
    required(schema).all(|name| table.contains_key(name))
}

fn prune_value<'a>(field: &'static Schema, value: &mut Spanned<DeValue<'a>>) -> bool {
    let field = resolve(way(field, value.get_ref()));
    let span = value.span();
    match value.get_mut() {
        DeValue::Table(table) if field["properties"].is_object() => prune(field, table),
        DeValue::Array(entries) if field["items"].is_object() => {
            let mut kept: Vec<Spanned<DeValue<'a>>> = entries.iter().cloned().collect();
            kept.retain_mut(|entry| prune_value(&field["items"], entry));
            *value = Spanned::new(span, DeValue::Array(kept.into_iter().collect()));
            true
        }
        _ => fits(field, value),
    }
}

//! The part of a file whose shape is right, so that one run can also say what its names and values
//! mean: a field that does not exist hides no scope that does not.
//!
//! Called by [`mod@super::parse`] with a file whose shape is wrong somewhere. What comes of it is
//! looked at and thrown away.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::Value as Schema;
use toml::Spanned;
use toml::de::{DeArray, DeInteger, DeTable, DeValue};

use super::place::Path;
use super::shape::{fits, resolve, schema, way};

/// What had to be taken out of a file.
#[derive(Debug, Default)]
pub(super) struct Lost {
    /// Tables that lost a field.
    tables: Vec<Path>,
    /// Fields at the top of the file of which something was lost.
    tops: BTreeSet<&'static str>,
}

impl Lost {
    /// Whether the table around `path` is not whole any more.
    pub(super) fn around(&self, path: &Path) -> bool {
        self.tables.iter().any(|table| table.is_around(path))
    }

    /// Whether something of this field at the top of the file was lost.
    pub(super) fn of(&self, top: &str) -> bool {
        self.tops.contains(top)
    }

    fn field(&mut self, table: &Path, name: &'static str) {
        self.tops.insert(table.top().unwrap_or(name));
        if table.top().is_some() {
            self.tables.push(table.clone());
        }
    }
}

/// The file without what does not fit, and with something in place of what is missing at its top.
pub(super) fn sound_part<'a>(root: &Spanned<DeTable<'a>>) -> (Spanned<DeTable<'a>>, Lost) {
    let mut table = root.get_ref().clone();
    let mut lost = Lost::default();
    prune(schema(), &mut table, &Path::default(), &mut lost);
    for name in required(schema()) {
        if !table.contains_key(name) {
            lost.tops.insert(name);
            let value = match resolve(&schema()["properties"][name])["type"].as_str() {
                Some("array") => DeValue::Array(DeArray::new()),
                Some("string") => DeValue::String(Cow::Borrowed("x")),
                Some("integer") => DeValue::Integer(DeInteger::default()),
                _ => continue,
            };
            let key = Spanned::new(0..0, Cow::Borrowed(name));
            table.insert(key, Spanned::new(0..0, value));
        }
    }
    (Spanned::new(root.span(), table), lost)
}

fn required(schema: &'static Schema) -> impl Iterator<Item = &'static str> {
    let names = schema["required"].as_array().into_iter().flatten();
    names.filter_map(Schema::as_str)
}

/// Takes out of a table what does not fit; whether anything can be made of the rest.
fn prune(schema: &'static Schema, table: &mut DeTable<'_>, path: &Path, lost: &mut Lost) -> bool {
    let entries = std::mem::take(table);
    for (key, mut value) in entries {
        let fields = schema["properties"].as_object();
        let named = fields.and_then(|fields| fields.get_key_value(key.get_ref().as_ref()));
        let kept = if let Some((name, field)) = named {
            let kept = prune_value(field, &mut value, &path.name(name), lost);
            if !kept {
                lost.field(path, name);
            }
            kept
        } else {
            let field = &schema["additionalProperties"];
            field.is_object() && prune_value(field, &mut value, path, lost)
        };
        if kept {
            table.insert(key, value);
        }
    }
    required(schema).all(|name| table.contains_key(name))
}

fn prune_value<'a>(
    field: &'static Schema,
    value: &mut Spanned<DeValue<'a>>,
    path: &Path,
    lost: &mut Lost,
) -> bool {
    let field = resolve(way(field, value.get_ref()));
    let span = value.span();
    match value.get_mut() {
        DeValue::Table(table) if field["properties"].is_object() => prune(field, table, path, lost),
        DeValue::Array(entries) if field["items"].is_object() => {
            let mut kept: Vec<Spanned<DeValue<'a>>> = Vec::new();
            for mut entry in entries.iter().cloned() {
                if prune_value(&field["items"], &mut entry, &path.item(kept.len()), lost) {
                    kept.push(entry);
                } else {
                    lost.tops.extend(path.top());
                }
            }
            *value = Spanned::new(span, DeValue::Array(kept.into_iter().collect()));
            true
        }
        _ => fits(field, value),
    }
}

//! The shape of a profile: every field known, none missing, every value of its kind.
//!
//! It is checked against the JSON schema made from the types of [`super`], so that one run names
//! every problem with its place; reading straight into the types would stop at the first. Called
//! by [`mod@super::parse`]. Not here: whether names and values make sense ([`super::check`]).

use std::sync::LazyLock;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{self, Problem};

/// The JSON schema of a profile file, for editors and for this check.
pub fn schema() -> &'static Value {
    static SCHEMA: LazyLock<Value> =
        LazyLock::new(|| schemars::schema_for!(super::Profile).to_value());
    &SCHEMA
}

/// Compares a parsed file with the schema.
pub(super) fn check(text: &str, root: &Spanned<DeTable<'_>>) -> Vec<Problem> {
    let mut compare = Compare {
        text,
        problems: Vec::new(),
    };
    compare.table(resolve(schema()), root.get_ref(), &(0..0));
    compare.problems
}

/// Whether one value is what its field asks for.
pub(super) fn fits(field: &'static Value, value: &Spanned<DeValue<'_>>) -> bool {
    let mut compare = Compare {
        text: "",
        problems: Vec::new(),
    };
    compare.value("", field, value);
    compare.problems.is_empty()
}

struct Compare<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Compare<'_> {
    fn table(
        &mut self,
        schema: &'static Value,
        table: &DeTable<'_>,
        place: &std::ops::Range<usize>,
    ) {
        static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
        let fields = schema["properties"].as_object().unwrap_or(&NONE);
        let mut misspelt = Vec::new();
        for (key, value) in table {
            if self.problems.len() >= problem::MOST {
                return;
            }
            if let Some(field) = fields.get(key.get_ref().as_ref()) {
                self.value(key.get_ref(), field, value);
            } else if schema["additionalProperties"].is_object() {
                self.value(key.get_ref(), &schema["additionalProperties"], value);
            } else {
                let names = fields.keys().map(String::as_str);
                let meant = nearest(key.get_ref(), names.clone());
                misspelt.extend(meant);
                let hint = of_the_file(key.get_ref()).or_else(|| meant.map(you_mean));
                let hint = hint.unwrap_or_else(|| {
                    format!("Known here: {}.", names.collect::<Vec<_>>().join(", "))
                });
                self.problem(
                    &key.span(),
                    format!("There is no field \"{}\" here.", key.get_ref()),
                    Some(hint),
                );
            }
        }
        for name in schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            if !table.contains_key(name) && !misspelt.contains(&name) {
                let hint = (name == "schema")
                    .then(|| format!("Write schema = {} at the top.", super::parse::FORMAT));
                self.problem(
                    place,
                    format!("The field \"{name}\" is missing here."),
                    hint,
                );
            }
        }
    }

    fn value(&mut self, name: &str, schema: &'static Value, value: &Spanned<DeValue<'_>>) {
        if self.problems.len() >= problem::MOST {
            return;
        }
        let schema = resolve(way(schema, value.get_ref()));
        let place = value.span();
        let allowed = constants(schema);
        if !allowed.is_empty() {
            match value.get_ref().as_str() {
                Some(word) if allowed.contains(&word) => {}
                word => {
                    let hint = word.and_then(|word| did_you_mean(word, allowed.iter().copied()));
                    self.problem(
                        &place,
                        format!("The value here must be one of: {}.", allowed.join(", ")),
                        hint,
                    );
                }
            }
            return;
        }
        match (kind(schema), value.get_ref()) {
            ("object", DeValue::Table(table)) => self.table(schema, table, &place),
            ("array", DeValue::Array(values)) => {
                for value in values {
                    self.value(name, &schema["items"], value);
                }
            }
            ("string", DeValue::String(_)) | ("boolean", DeValue::Boolean(_)) => {}
            ("integer", DeValue::Integer(number)) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                let fits = number.is_some_and(|number| match schema["format"].as_str() {
                    Some("uint32") => u32::try_from(number).is_ok(),
                    _ => true,
                });
                if !fits {
                    self.problem(&place, "The number here is out of range.".to_owned(), None);
                }
            }
            (kind, found) => {
                let hint = how_to_write(name, schema, found);
                self.problem(&place, format!("{} must be here.", in_words(kind)), hint);
            }
        }
    }

    fn problem(&mut self, place: &std::ops::Range<usize>, message: String, hint: Option<String>) {
        self.problems
            .push(Problem::at(self.text, place, message).with_hint(hint));
    }
}

/// Of a field that may be a text or a table, the one that the value is.
pub(super) fn way(schema: &'static Value, value: &DeValue<'_>) -> &'static Value {
    let wanted = if value.is_str() { "string" } else { "object" };
    let schema = referred(schema);
    schema["anyOf"]
        .as_array()
        .filter(|ways| ways.iter().all(|way| way["type"] != "null"))
        .and_then(|ways| ways.iter().find(|way| kind(resolve(way)) == wanted))
        .unwrap_or(schema)
}

/// Follows a reference and leaves out the "or nothing" of optional fields.
pub(super) fn resolve(schema: &'static Value) -> &'static Value {
    let schema = referred(schema);
    schema["anyOf"]
        .as_array()
        .and_then(|ways| ways.iter().find(|way| way["type"] != "null"))
        .map_or(schema, resolve)
}

/// What a reference leads to.
fn referred(schema: &'static Value) -> &'static Value {
    match schema["$ref"].as_str() {
        Some(name) => {
            let name = name.trim_start_matches("#/$defs/");
            referred(&self::schema()["$defs"][name])
        }
        None => schema,
    }
}

/// The words a value must be one of; none where any will do.
fn constants(schema: &'static Value) -> Vec<&'static str> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    let described = schema["oneOf"].as_array().into_iter().flatten();
    let described = described.flat_map(|way| {
        std::iter::once(&way["const"]).chain(way["enum"].as_array().into_iter().flatten())
    });
    listed.chain(described).filter_map(Value::as_str).collect()
}

fn kind(schema: &'static Value) -> &'static str {
    let kinds = &schema["type"];
    kinds
        .as_str()
        .or_else(|| {
            let kinds = kinds.as_array()?;
            kinds
                .iter()
                .filter_map(Value::as_str)
                .find(|kind| *kind != "null")
        })
        .unwrap_or("object")
}

/// Where a field stands that is one of the file itself: below a table's name, TOML takes it for
/// one of that table.
fn of_the_file(name: &str) -> Option<String> {
    let field = schema()["properties"].get(name)?;
    let below = match kind(resolve(field)) {
        "array" if holds_tables(&resolve(field)["items"]) => {
            format!(", or write each entry below [[{name}]]")
        }
        "object" => format!(", or write it below [{name}]"),
        _ => String::new(),
    };
    Some(format!(
        "It is one of the file itself: put it above the first line that begins with [{below}."
    ))
}

/// Whether entries of a list may be tables.
fn holds_tables(items: &'static Value) -> bool {
    let items = referred(items);
    let ways = items["anyOf"].as_array().map_or(&[][..], Vec::as_slice);
    std::iter::once(items)
        .chain(ways.iter().map(referred))
        .any(|way| way["properties"].is_object())
}

/// How a list or a table is written, where something else stands in its place.
fn how_to_write(name: &str, schema: &'static Value, found: &DeValue<'_>) -> Option<String> {
    match (kind(schema), found) {
        ("array", DeValue::Table(_)) => Some(format!("Write [[{name}]], with two brackets.")),
        ("array", DeValue::String(_)) => Some(format!("Write {name} = [\"…\"].")),
        ("object", DeValue::Array(_)) => Some(format!("Write [{name}], with one bracket.")),
        ("object", _) => {
            let fields = schema["properties"].as_object()?;
            let names: Vec<&str> = fields.keys().map(String::as_str).collect();
            let names = names.join(", ");
            Some(format!(
                "Write it in braces, {{ }}, which may hold: {names}."
            ))
        }
        _ => None,
    }
}

fn in_words(kind: &str) -> &'static str {
    match kind {
        "string" => "A text in quotation marks",
        "integer" => "A whole number",
        "boolean" => "Either true or false",
        "array" => "A list in square brackets",
        _ => "A table",
    }
}

/// "Did you mean …?" where one of the names is alike enough.
pub(super) fn did_you_mean<'a>(
    name: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(name, names).map(you_mean)
}

fn you_mean(known: &str) -> String {
    format!("Did you mean \"{known}\"?")
}

fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names
        .into_iter()
        .map(|known| (known, strsim::damerau_levenshtein(known, name)))
        .min_by_key(|(_, distance)| *distance)
        .filter(|(known, distance)| *distance <= 3 && *distance < known.chars().count())
        .map(|(known, _)| known)
}

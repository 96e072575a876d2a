//! What a server said when it refused, as one short clean line.
//!
//! Used where an answer becomes an error. Deliberately not here: any judgement of the words.

use serde_json::Value;

/// The longest text kept, in characters.
const LONGEST: usize = 200;

/// Fields that carry the message, in the order of trust. `Message` and `ClassName` come with
/// .NET exceptions (confirmed 2026), `errorMessage` and `error` are parsed by public tools.
const FIELDS: [&str; 8] = [
    "message",
    "errormessage",
    "error_description",
    "error_message",
    "detail",
    "title",
    "error",
    "errors",
];

/// The message in any of the bodies Halo refuses with: a JSON string, a .NET exception, a map
/// of fields to problems, or an object with an error field.
pub(crate) fn from_json(body: &Value) -> String {
    clean(&message(body))
}

fn message(body: &Value) -> String {
    match body {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(message).collect::<Vec<_>>().join(" "),
        Value::Object(fields) => {
            let named = FIELDS.iter().find_map(|wanted| {
                let (_, value) = fields
                    .iter()
                    .find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
                Some(message(value)).filter(|text| !text.trim().is_empty())
            });
            named.unwrap_or_else(|| {
                let problems = fields.iter().filter_map(|(field, value)| {
                    let lists = matches!(value, Value::Array(_));
                    lists.then(|| format!("{field}: {}", message(value)))
                });
                problems.collect::<Vec<_>>().join("; ")
            })
        }
        Value::Number(_) | Value::Bool(_) | Value::Null => String::new(),
    }
}

/// One line without control or invisible characters, at most [`LONGEST`] characters.
pub(crate) fn clean(text: &str) -> String {
    let shown = |c: char| match c {
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => None,
        c => Some(c),
    };
    let line: String = text.chars().filter_map(shown).take(LONGEST * 8).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut short: String = line.chars().take(LONGEST - 1).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_message_is_found_in_every_known_body() {
        let table = [
            (
                json!("Priority Description must not be blank"),
                "Priority Description must not be blank",
            ),
            (
                json!({"ClassName": "System.Exception", "Message": "Please select a Start Step.",
                       "Data": null, "InnerException": null, "HResult": -2_146_233_088}),
                "Please select a Start Step.",
            ),
            (
                json!({"[0].outcome_id": ["Could not convert string to integer: x."]}),
                "[0].outcome_id: Could not convert string to integer: x.",
            ),
            (
                json!({"resultCode": 7, "errorMessage": "No such thing"}),
                "No such thing",
            ),
            (json!({"error": "invalid_request"}), "invalid_request"),
            (
                json!({"Message": "An Outcome must be entered"}),
                "An Outcome must be entered",
            ),
            (
                json!({"title": "One or more validation errors occurred.", "errors": {"id": ["bad"]}}),
                "One or more validation errors occurred.",
            ),
            (json!({"errors": {"id": ["is wrong"]}}), "id: is wrong"),
            (json!(null), ""),
            (json!({}), ""),
        ];
        for (body, expected) in table {
            assert_eq!(from_json(&body), expected, "{body}");
        }
    }

    #[test]
    fn long_and_dirty_texts_become_one_short_line() {
        assert_eq!(clean("a\r\n\t b\u{1b}[31m\u{202e}c\0"), "a b[31mc");
        let long = clean(&"ä".repeat(5000));
        assert_eq!(long.chars().count(), LONGEST);
        assert!(long.ends_with('…'));
    }
}

//! Which character parts the fields: comma, semicolon, tab or bar.
//!
//! A header that gives more known column names under one of them decides; else the lines that
//! have as many as the first. A first line `sep=;`, as spreadsheets write it, says it outright.

use super::{Column, MOST_COLUMNS};

/// Those that are looked for, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many lines are looked at.
const LOOKED_AT: usize = 30;

/// The delimiter that the text says it has, and the text after that line.
pub(super) fn announced(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    let said = line.trim_end().strip_prefix("sep=")?;
    let delimiter = *said.as_bytes().first()?;
    let is_known = DELIMITERS.contains(&delimiter) && said.len() == 1;
    let after = text.find('\n').map_or(text.len(), |at| at + 1);
    is_known.then_some((delimiter, after))
}

/// The likeliest delimiter; `None` where no line has any.
pub(super) fn detect(text: &str) -> Option<u8> {
    let lines = looked_at(text);
    let first = *lines.first()?;
    DELIMITERS
        .into_iter()
        .enumerate()
        .filter_map(|(order, delimiter)| {
            let fields = count(first, delimiter);
            let alike = lines
                .iter()
                .filter(|line| fields > 0 && count(line, delimiter) == fields)
                .count();
            let any = lines.iter().any(|line| count(line, delimiter) > 0);
            let known = known_names(first, delimiter);
            any.then_some(((known, alike, fields, std::cmp::Reverse(order)), delimiter))
        })
        .max()
        .map(|(_, delimiter)| delimiter)
}

/// Whether the delimiter parts the fields of a list without a header, and is not part of names as
/// in "Acme, Inc.": it stands on most lines, and somewhere without a space after it.
pub(super) fn parts_fields(text: &str, delimiter: Option<u8>) -> bool {
    let Some(delimiter) = delimiter else {
        return false;
    };
    let lines = looked_at(text);
    let is_tight = |line: &&str| {
        let line = line.trim_end();
        let fields = line.split(char::from(delimiter)).skip(1);
        fields.into_iter().any(|field| !field.starts_with(' '))
    };
    let having = lines.iter().filter(|line| count(line, delimiter) > 0);
    2 * having.count() > lines.len() && lines.iter().any(is_tight)
}

fn looked_at(text: &str) -> Vec<&str> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.take(LOOKED_AT).collect()
}

/// How many of the first line's fields are known column names; one alone says nothing about
/// what parts them.
fn known_names(line: &str, delimiter: u8) -> usize {
    let fields = line.split(char::from(delimiter)).take(MOST_COLUMNS);
    let known = fields
        .filter(|field| Column::meant_by(field).is_some())
        .count();
    if known > 1 { known } else { 0 }
}

/// How often the delimiter stands in the line, outside quotation marks.
fn count(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted && *byte == delimiter
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_found() {
        let table = [
            ("id,name\n1,Acme\n", Some(b',')),
            ("id;name\n1;Acme, Inc.\n2;B, C, D\n", Some(b';')),
            ("id\tname\n1\tAcme, Inc.\n", Some(b'\t')),
            ("id|name|city\n1|Acme; Inc.|York\n", Some(b'|')),
            ("\"id\";\"name, full\"\n1;\"Acme, Inc.\"\n", Some(b';')),
            ("Acme; Inc.,York\nBolt,Leeds\nCog,Hull\n", Some(b',')),
            ("Acme\nBolt\n", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(detect(text), expected, "{text}");
        }
    }

    #[test]
    fn a_file_may_say_its_delimiter() {
        assert_eq!(announced("sep=;\r\nid;name"), Some((b';', 7)));
        assert_eq!(announced("sep=x\nid"), None);
        assert_eq!(announced("id,name"), None);
    }
}

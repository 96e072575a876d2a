//! The parts of a name as people set them apart: the trading name behind "t/a", what stands in brackets, what stands behind a
//! dash. What the parts are is for `name` to say.

use super::compact;

/// What parts a company's own name from the name it trades under, or had before.
const TRADING: &[&str] = &[
    " t/a ",
    " t/as ",
    " t-a ",
    " t.a. ",
    " trading as ",
    " d/b/a ",
    " dba ",
    " d.b.a. ",
    " d.b.a ",
    " doing business as ",
    " operating as ",
    " o/a ",
    " a/k/a ",
    " aka ",
    " a.k.a. ",
    " also known as ",
    " formerly known as ",
    " formerly ",
    " f/k/a ",
    " fka ",
    " previously ",
    " known as ",
    " c/o ",
    " ta ",
];

/// The words with which a marker can begin.
const TELLING: &[&str] = &[
    "t/a",
    "t/as",
    "t-a",
    "t.a.",
    "trading",
    "d/b/a",
    "dba",
    "d.b.a.",
    "d.b.a",
    "doing",
    "operating",
    "o/a",
    "a/k/a",
    "aka",
    "a.k.a.",
    "also",
    "formerly",
    "f/k/a",
    "fka",
    "previously",
    "known",
    "c/o",
    "ta",
];

pub(super) fn trading_name(text: &str) -> (&str, Option<&str>) {
    // Most names have no such word: that is seen quickly.
    let told = |word: &str| TELLING.contains(&word.trim_start_matches(['(', '[']));
    if !text.split(' ').any(told) {
        return (text, None);
    }
    let found = TRADING.iter().filter_map(|marker| {
        // A bracket may stand before the marker: "Acme Ltd (t/a Widgets)".
        if let Some(start) = text.find(marker) {
            return Some((start, marker.len()));
        }
        let inner = marker.trim_start();
        let start = text
            .find(&format!("({inner}"))
            .or_else(|| text.find(&format!("[{inner}")))?;
        Some((start, inner.len() + 1))
    });
    let Some((start, length)) = found.min() else {
        return (text, None);
    };
    let (own, trading) = (&text[..start], &text[start + length..]);
    if compact(own).is_empty() || compact(trading).is_empty() {
        return (text, None);
    }
    (
        own.trim_end_matches(['(', '[', ' ']),
        Some(trading.trim_end_matches([')', ']', ' '])),
    )
}

/// The text without what stands in brackets, and what stood there. A bracket left open goes to the end.
pub(super) fn without_brackets(text: &str) -> (String, Vec<String>) {
    let mut body = String::with_capacity(text.len());
    let mut brackets: Vec<String> = Vec::new();
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '(' | '[' | '{' => {
                depth += 1;
                if depth == 1 {
                    brackets.push(String::new());
                    body.push(' ');
                }
            }
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => brackets
                .last_mut()
                .expect("a bracket was opened")
                .push(letter),
            _ => body.push(letter),
        }
    }
    if compact(&body).is_empty() {
        return (brackets.join(" "), Vec::new());
    }
    (body, brackets)
}

/// The parts of a text set apart by dashes with a space beside them, bars, colons and stars.
pub(super) fn segments(text: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for (place, byte) in bytes.iter().enumerate() {
        let apart = match byte {
            b'|' | b'*' | b';' | b'#' | b'~' | b'>' | b'<' | b'=' => true,
            b'-' | b'/' | b':' | b'_' => {
                let before = place.checked_sub(1).and_then(|at| bytes.get(at));
                let is_space = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
                is_space(before) || is_space(bytes.get(place + 1))
            }
            _ => false,
        };
        if apart {
            segments.push(&text[start..place]);
            start = place + 1;
        }
    }
    segments.push(&text[start..]);
    segments
}

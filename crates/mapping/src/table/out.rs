//! Suggestions and mappings as CSV and JSON.
//!
//! In what people write, as names and reasons, a cell that a spreadsheet would take for a formula gets
//! an apostrophe before it, which spreadsheets hide and [`super::Sheet`] takes off again. Plain
//! numbers stay as they are. In a column of ids (`id`, `…_id`) whatever can call nothing stays too:
//! programs join by ids, and `'-NxAbC` is nobody's. A text that has such an apostrophe of its own gets
//! another, so that what is read is always what was written.

use std::io::{self, Write};

use csv::WriterBuilder;
use serde::{Serialize, Serializer};

use crate::{Candidate, Record, Suggestion};

/// What a formula begins with.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// What is put before a cell that a spreadsheet would take for a formula.
const GUARD: char = '\'';

/// Whether a spreadsheet would take the cell for a formula, or once its guards are taken off.
pub(super) fn is_taken_for_formula(cell: &str) -> bool {
    cell.trim_start_matches(GUARD).starts_with(FORMULA)
}

/// Writes CSV: a header and rows, every cell safe to open in a spreadsheet, ids as they are.
pub fn csv<'a>(
    to: impl Write,
    header: &[&str],
    rows: impl Iterator<Item = Vec<std::borrow::Cow<'a, str>>>,
) -> io::Result<()> {
    let is_of_ids = |place: usize| header.get(place).is_some_and(|name| is_of_ids(name));
    csv_with_ids(to, header, is_of_ids, rows)
}

/// As [`csv()`], where the caller knows which columns hold ids, whatever they are called.
pub fn csv_with_ids<'a>(
    to: impl Write,
    header: &[&str],
    is_of_ids: impl Fn(usize) -> bool,
    rows: impl Iterator<Item = Vec<std::borrow::Cow<'a, str>>>,
) -> io::Result<()> {
    let may_stay = |place: usize, cell: &str| is_of_ids(place) && calls_nothing(cell);
    written(to, header, may_stay, rows)
}

/// As [`csv()`], with every text as it is: for programs that read it, which take a guard for a letter.
pub fn csv_as_it_is<'a>(
    to: impl Write,
    header: &[&str],
    rows: impl Iterator<Item = Vec<std::borrow::Cow<'a, str>>>,
) -> io::Result<()> {
    written(to, header, |_, _| true, rows)
}

fn written<'a>(
    to: impl Write,
    header: &[&str],
    may_stay: impl Fn(usize, &str) -> bool,
    rows: impl Iterator<Item = Vec<std::borrow::Cow<'a, str>>>,
) -> io::Result<()> {
    let mut writer = WriterBuilder::new().from_writer(to);
    writer.write_record(header).map_err(as_it_came)?;
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            let cell = if may_stay(place, cell) {
                cell.as_ref().into()
            } else {
                guarded(cell)
            };
            writer.write_field(cell.as_bytes()).map_err(as_it_came)?;
        }
        writer.write_record(None::<&[u8]>).map_err(as_it_came)?;
    }
    writer.flush()
}

/// The file system's own error, which its wrapping would hide: a reader that went away is told
/// by its kind.
fn as_it_came(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn is_of_ids(column: &str) -> bool {
    column == "id" || column.ends_with("_id")
}

/// Whether a spreadsheet that takes the cell for a formula could run or fetch nothing with it.
fn calls_nothing(cell: &str) -> bool {
    let is_plain = |letter: char| letter.is_alphanumeric() || "+-_.:/@=".contains(letter);
    !cell.starts_with('=') && cell.chars().all(is_plain)
}

/// The cell as a spreadsheet shows it and does not calculate it.
fn guarded(cell: &str) -> std::borrow::Cow<'_, str> {
    let is_number = |cell: &str| {
        cell.chars()
            .all(|letter| letter.is_ascii_digit() || "+-. ()".contains(letter))
    };
    if is_taken_for_formula(cell) && !is_number(cell) {
        format!("{GUARD}{cell}").into()
    } else {
        cell.into()
    }
}

/// Writes suggestions as CSV, one row per customer in the customers' order.
///
/// `suggestions` are those that [`crate::suggest`] gave for just these lists.
pub fn suggestions_csv(
    to: impl Write,
    customers: &[Record],
    organisations: &[Record],
    suggestions: &[Suggestion],
) -> io::Result<()> {
    let header = ["customer_id", "organisation_id", "class", "score", "reason"];
    let rows = customers.iter().zip(suggestions).map(|(customer, it)| {
        let organisation = it
            .organisation
            .map_or("", |at| organisations[at].id.as_str());
        vec![
            customer.id.as_str().into(),
            organisation.into(),
            it.class.word().into(),
            rounded(it.score).to_string().into(),
            it.reason.to_string().into(),
        ]
    });
    csv(to, &header, rows)
}

/// Writes suggestions as the one JSON document that the contract describes.
///
/// `suggestions` are those that [`crate::suggest`] gave for just these lists.
pub fn suggestions_json(
    mut to: impl Write,
    customers: &[Record],
    organisations: &[Record],
    suggestions: &[Suggestion],
) -> io::Result<()> {
    let rows = customers.iter().zip(suggestions).map(|(customer, it)| Row {
        customer_id: &customer.id,
        organisation_id: it.organisation.map(|at| organisations[at].id.as_str()),
        class: it.class.word(),
        score: rounded(it.score),
        reason: it.reason.to_string(),
        candidates: Each {
            candidates: &it.candidates,
            organisations,
        },
    });
    // Row by row, so that the document is never in memory as a whole.
    write!(to, "{{\"schema\":1,\"suggestions\":[")?;
    for (place, row) in rows.enumerate() {
        if place > 0 {
            to.write_all(b",\n")?;
        }
        serde_json::to_writer(&mut to, &row)?;
    }
    to.write_all(b"]}\n")
}

/// Six places: enough to keep rows in their order, and short to read.
fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}

#[derive(Serialize)]
struct Row<'a> {
    customer_id: &'a str,
    organisation_id: Option<&'a str>,
    class: &'static str,
    score: f64,
    reason: String,
    candidates: Each<'a>,
}

struct Each<'a> {
    candidates: &'a [Candidate],
    organisations: &'a [Record],
}

impl Serialize for Each<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct One<'a> {
            organisation_id: &'a str,
            score: f64,
            reason: String,
        }
        serializer.collect_seq(self.candidates.iter().map(|candidate| One {
            organisation_id: &self.organisations[candidate.organisation].id,
            score: rounded(candidate.score),
            reason: candidate.reason.to_string(),
        }))
    }
}

//! The rows of a list: good ones as records, the others with line and reason.

use std::collections::HashMap;

use csv::StringRecord;

use super::sheet::{Sheet, count_lines};
use super::{Column, Layout, MOST_CHARACTERS, MOST_ROWS, RowProblem, RowReason, TableError};
use crate::Record;

/// How many problems are kept with their words; the others are counted.
const PROBLEMS_KEPT: usize = 1_000;
/// How often reading begins anew after a quotation mark that is never closed. Each time costs a
/// look at the rest of the file; after that, quotation marks count as letters.
const NEW_BEGINNINGS: usize = 20;
/// Most lines that one row may have; an address in one cell has a few.
const MOST_LINES: u64 = 20;

/// What a list must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// An id and a name.
    IdAndName,
    /// A name, which stands for the id of every row that has none.
    Name,
}

/// What came of reading a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// The good rows, in their order.
    pub records: Vec<Record>,
    /// The rows that were left out, in their order, at most a thousand.
    pub problems: Vec<RowProblem>,
    /// How many were left out in all.
    pub left_out: usize,
    /// The ids of those that were left out, where they have one: they are in the list all the
    /// same, and nobody may take them for gone.
    pub left_out_ids: Vec<String>,
}

pub(super) fn read(
    sheet: &Sheet,
    layout: &Layout,
    need: Need,
    is_secret: fn(&str) -> bool,
) -> Result<Rows, TableError> {
    let needed: &[Column] = match need {
        Need::IdAndName => &[Column::Id, Column::Name],
        Need::Name => &[Column::Name],
    };
    let missing = |column: &&Column| layout.place(**column).is_none();
    let columns: Vec<Column> = needed.iter().filter(missing).copied().collect();
    if !columns.is_empty() {
        return Err(TableError::MissingColumns {
            columns,
            found: sheet.header.clone().unwrap_or_default(),
        });
    }
    let mut reading = Reading {
        sheet,
        layout,
        need,
        rows: Rows::default(),
        ids: HashMap::new(),
        is_secret,
    };
    for line in &sheet.overfull {
        reading.problem(*line, RowReason::Overfull);
    }
    reading.all()?;
    if !sheet.overfull.is_empty() {
        reading.rows.problems.sort_by_key(|problem| problem.line);
    }
    Ok(reading.rows)
}

struct Reading<'a> {
    sheet: &'a Sheet,
    layout: &'a Layout,
    need: Need,
    rows: Rows,
    /// The line on which each id was first seen.
    ids: HashMap<String, u64>,
    is_secret: fn(&str) -> bool,
}

impl Reading<'_> {
    fn all(&mut self) -> Result<(), TableError> {
        let mut from = self.sheet.begin;
        let mut line = self.sheet.first_line;
        let mut skip_header = self.sheet.header.is_some();
        for beginning in 0..=NEW_BEGINNINGS {
            let quoted = beginning < NEW_BEGINNINGS;
            match self.stretch(from, line, quoted, skip_header)? {
                None => break,
                Some(open) => {
                    self.problem(open.line, RowReason::OpenQuote);
                    from = open.next;
                    line = open.line + 1;
                    skip_header = false;
                }
            }
        }
        Ok(())
    }

    /// Reads rows until the end, or until a quotation mark that is never closed.
    fn stretch(
        &mut self,
        from: usize,
        first_line: u64,
        quoted: bool,
        skip_header: bool,
    ) -> Result<Option<OpenQuote>, TableError> {
        let text = &self.sheet.text[from..];
        let mut reader = self.sheet.reader(from, quoted);
        let mut row = StringRecord::new();
        let mut skip = skip_header;
        // Where the lines have been counted up to.
        let (mut counted, mut line) = (0, first_line);
        loop {
            let begin = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            if !reader.read_record(&mut row).unwrap_or(false) {
                return Ok(None);
            }
            let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            // Blank lines before a row are none of it.
            let blank = text[begin..end]
                .bytes()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
            line += count_lines(&text[counted..begin + blank]);
            counted = begin + blank;
            let raw = &text[counted..end];
            if quoted && !skip && self.has_open_quote(&row, raw) {
                let next = raw.find('\n').map_or(raw.len(), |at| at + 1);
                return Ok(Some(OpenQuote {
                    line,
                    next: from + counted + next,
                }));
            }
            if std::mem::take(&mut skip) {
                continue;
            }
            if self.rows.records.len() >= MOST_ROWS {
                return Err(TableError::TooManyRows);
            }
            self.row(&row, line);
        }
    }

    /// Whether a quotation mark in this row takes in lines that are rows of their own.
    fn has_open_quote(&self, row: &StringRecord, raw: &str) -> bool {
        let lines = 1 + count_lines(raw.trim_end());
        if lines == 1 {
            return false;
        }
        let width = self.sheet.header.as_ref().map(Vec::len);
        let is_odd_shape = width.is_some_and(|width| row.len() != width);
        !closes_its_quotes(raw, self.sheet.delimiter)
            || lines > MOST_LINES
            || is_odd_shape
            || row.iter().any(is_too_long)
    }

    fn row(&mut self, row: &StringRecord, line: u64) {
        if row.iter().all(str::is_empty) {
            return;
        }
        match self.record(row, line) {
            Ok(record) => {
                self.ids.insert(record.id.clone(), line);
                self.rows.records.push(record);
            }
            Err(reason) => {
                let id = self.field(row, Column::Id);
                let known = id.filter(|id| !is_too_long(id) && !(self.is_secret)(id));
                self.rows.left_out_ids.extend(known);
                self.problem(line, reason);
            }
        }
    }

    /// What a row has in a column, on one line and without the mark against formulas.
    fn field(&self, row: &StringRecord, column: Column) -> Option<String> {
        let field = row.get(self.layout.place(column)?)?;
        Some(one_line(unguarded(field))).filter(|field| !field.is_empty())
    }

    fn record(&self, row: &StringRecord, line: u64) -> Result<Record, RowReason> {
        if let Some(header) = &self.sheet.header
            && row.iter().skip(header.len()).any(|field| !field.is_empty())
        {
            return Err(RowReason::TooManyFields {
                found: row.len(),
                expected: header.len(),
            });
        }
        if row.iter().any(is_too_long) {
            return Err(RowReason::TooLong);
        }
        let field = |column| self.field(row, column);
        let needed = |column| field(column).ok_or(RowReason::Empty { column });
        let name = needed(Column::Name)?;
        let (has_id, id) = match (field(Column::Id), self.need) {
            (Some(id), _) => (true, id),
            (None, Need::IdAndName) => return Err(RowReason::Empty { column: Column::Id }),
            (None, Need::Name) => (false, name.clone()),
        };
        let domains = [Column::Domain, Column::Website].into_iter();
        let record = Record {
            id,
            name,
            domains: domains
                .filter_map(field)
                .flat_map(|it| several(&it))
                .collect(),
            phones: field(Column::Phone).into_iter().collect(),
            city: field(Column::City),
            postcode: field(Column::Postcode),
            country: field(Column::Country),
            external_ids: field(Column::ExternalId).into_iter().collect(),
        };
        if record.texts().any(|text| (self.is_secret)(text)) {
            return Err(RowReason::LooksLikeASecret);
        }
        let Some(first) = self.ids.get(&record.id).copied() else {
            return Ok(record);
        };
        debug_assert!(first <= line, "lines are read in order");
        let Record { id, name, .. } = record;
        Err(if has_id {
            RowReason::SameId { id, first }
        } else {
            RowReason::SameName { name, first }
        })
    }

    fn problem(&mut self, line: u64, reason: RowReason) {
        self.rows.left_out += 1;
        if self.rows.problems.len() < PROBLEMS_KEPT {
            self.rows.problems.push(RowProblem { line, reason });
        }
    }
}

/// Where a quotation mark opens that is never closed, and where the next line begins.
struct OpenQuote {
    line: u64,
    next: usize,
}

/// Whether every quotation mark that opens a field closes it just before the next one.
fn closes_its_quotes(raw: &str, delimiter: Option<u8>) -> bool {
    let bytes = raw.as_bytes();
    let parts = |byte: u8| Some(byte) == delimiter || matches!(byte, b'\r' | b'\n');
    let (mut quoted, mut at) = (false, 0);
    while let Some(byte) = bytes.get(at) {
        let begins_field = at == 0 || parts(bytes[at - 1]);
        match (quoted, *byte) {
            (true, b'"') if bytes.get(at + 1) == Some(&b'"') => at += 1,
            (true, b'"') if bytes.get(at + 1).is_none_or(|next| parts(*next)) => quoted = false,
            (true, b'"') => return false,
            (false, b'"') if begins_field => quoted = true,
            _ => {}
        }
        at += 1;
    }
    !quoted
}

fn is_too_long(field: &str) -> bool {
    // Fewer bytes than characters there cannot be.
    field.len() > MOST_CHARACTERS && field.chars().count() > MOST_CHARACTERS
}

/// The field without the mark that keeps spreadsheets from taking it for a formula.
fn unguarded(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if super::out::is_taken_for_formula(rest) => rest,
        _ => field,
    }
}

/// The field in one line.
fn one_line(field: &str) -> String {
    if field.contains(char::is_control) {
        let words = field.split(|letter: char| letter.is_control() || letter == ' ');
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        return words.join(" ");
    }
    field.to_owned()
}

/// The domains of one field: lists have several in it, parted in every way.
fn several(field: &str) -> Vec<String> {
    field
        .split([',', ';', '|', ' '])
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

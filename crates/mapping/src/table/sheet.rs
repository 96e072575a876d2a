//! A list that has been opened: its text, its delimiter, its header.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::rows::{self, Need, Rows};
use super::{Column, Encoding, Layout, MOST_COLUMNS, MOST_FIELDS, TableError, delimiter, encoding};

/// How many rows a preview shows.
const SHOWN: usize = 5;
/// Parts the fields of a list that has one field a line: a control character no text has.
const NO_DELIMITER: u8 = 0x1F;

/// A list whose text and shape are known and whose rows are still to be read.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub(super) text: String,
    /// Where the first row or the header begins.
    pub(super) begin: usize,
    /// The line on which that is, from 1.
    pub(super) first_line: u64,
    /// `None` where each line is one field.
    pub(super) delimiter: Option<u8>,
    pub(super) header: Option<Vec<String>>,
    /// The lines, from 1, of more fields than are read; they are blank in the text.
    pub(super) overfull: Vec<u64>,
    encoding: Encoding,
    layout: Layout,
}

/// What was found in a list, to be shown before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// How the letters were written.
    pub encoding: Encoding,
    /// What parts the fields; `None` for one field a line.
    pub delimiter: Option<char>,
    /// The header's names; none where the first line is a row.
    pub header: Option<Vec<String>>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// Which column each field seems to be.
    pub layout: Layout,
}

/// Where a list comes from, which says how it may look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// A file that is known to have a header.
    Table,
    /// Any file.
    File,
    /// The clipboard.
    Paste,
}

impl Sheet {
    /// Opens a file that is known to have a header.
    pub fn of_table(bytes: &[u8]) -> Result<Self, TableError> {
        Self::open(encoding::decode(bytes)?, From::Table)
    }

    /// Opens a file: a list with or without a header, or one name a line.
    pub fn of_file(bytes: &[u8]) -> Result<Self, TableError> {
        Self::open(encoding::decode(bytes)?, From::File)
    }

    /// Opens what was pasted: a list with a header, cells of a spreadsheet, or one name a line.
    pub fn of_paste(text: &str) -> Result<Self, TableError> {
        Self::open(encoding::decode(text.as_bytes())?, From::Paste)
    }

    fn open((mut text, encoding): (String, Encoding), from: From) -> Result<Self, TableError> {
        // Line ends of old Macs, which some exports still have.
        if !text.contains('\n') && text.contains('\r') {
            text = text.replace('\r', "\n");
        }
        let announced = delimiter::announced(&text);
        let said = announced.map_or(0, |(_, after)| after);
        let blank = text[said..]
            .find(|letter: char| !letter.is_whitespace())
            .ok_or(TableError::Empty)?;
        // A tab at the beginning of a line is an empty first field, not blank space.
        let begin = text[..said + blank]
            .rfind('\n')
            .map_or(said, |at| (at + 1).max(said));
        let detected = announced
            .map(|(it, _)| it)
            .or_else(|| delimiter::detect(&text[begin..]));
        let mut sheet = Self {
            first_line: 1 + count_lines(&text[..begin]),
            begin,
            delimiter: Some(detected.unwrap_or(b',')),
            header: None,
            overfull: Vec::new(),
            encoding,
            layout: Layout::default(),
            text,
        };
        sheet.blank_overfull();
        if sheet.overfull.first() == Some(&sheet.first_line) {
            return Err(TableError::TooManyColumns);
        }
        let mut first = sheet.first_rows(1);
        let header = first.pop().ok_or(TableError::Empty)?;
        if header.len() > MOST_COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        let layout = Layout::of_header(&header);
        let is_parted = match from {
            From::Table => true,
            From::File => announced.is_some() || delimiter::parts_fields(sheet.body(), detected),
            // Names have commas in them; only cells that come out of a spreadsheet are parted.
            From::Paste => detected == Some(b'\t'),
        };
        let reads_as_header = is_header(&header, &layout, is_parted);
        // What else the first line of a file may be, nobody can tell: a person is asked.
        let may_be_header =
            from == From::File && is_parted && header.len() > 1 && !Layout::reads_as_row(&header);
        if from == From::Table || reads_as_header || may_be_header {
            if header.len() == 1 && !sheet.body().contains('"') {
                sheet.delimiter = None;
            }
            sheet.header = Some(header);
            sheet.layout = layout;
        } else {
            sheet.delimiter = detected.filter(|_| is_parted);
            sheet.layout = Layout::of_rows(&sheet.first_rows(SHOWN * 10));
        }
        Ok(sheet)
    }

    /// The list as a person says it begins: with a header, or with its first row.
    #[must_use]
    pub fn beginning_with_header(mut self, has_header: bool) -> Self {
        if self.header.is_some() != has_header {
            self.header = self.first_rows(1).pop().filter(|_| has_header);
        }
        self
    }

    /// The text from the first row or the header on.
    fn body(&self) -> &str {
        &self.text[self.begin..]
    }

    /// Takes the text out of lines that have more fields than are read, and notes which they are.
    fn blank_overfull(&mut self) {
        let parts = |byte: &u8| Some(*byte) == self.delimiter;
        let is_overfull = |line: &str| {
            line.len() > MOST_FIELDS && line.bytes().filter(parts).count() > MOST_FIELDS
        };
        let rest = self.body();
        if !rest.lines().any(is_overfull) {
            return;
        }
        let mut text = self.text[..self.begin].to_owned();
        let mut overfull = Vec::new();
        for (line, number) in rest.split_inclusive('\n').zip(self.first_line..) {
            if is_overfull(line) {
                overfull.push(number);
                text.push('\n');
            } else {
                text.push_str(line);
            }
        }
        (self.text, self.overfull) = (text, overfull);
    }

    /// What was found, to be shown and corrected.
    pub fn preview(&self) -> Preview {
        let skipped = usize::from(self.header.is_some());
        Preview {
            encoding: self.encoding,
            delimiter: self.delimiter.map(char::from),
            header: self.header.clone(),
            rows: self.first_rows(SHOWN + skipped).split_off(skipped),
            layout: self.layout.clone(),
        }
    }

    /// Which column each field seems to be.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Reads the rows, by the layout that was found or by another.
    pub fn rows(&self, layout: &Layout, need: Need) -> Result<Rows, TableError> {
        rows::read(self, layout, need, |_| false)
    }

    /// As [`Self::rows`], without those rows that hold what `is_secret` says of a text.
    pub fn rows_without_secrets(
        &self,
        layout: &Layout,
        need: Need,
        is_secret: fn(&str) -> bool,
    ) -> Result<Rows, TableError> {
        rows::read(self, layout, need, is_secret)
    }

    /// A reader of the text from a place in it on.
    pub(super) fn reader(&self, from: usize, quoted: bool) -> csv::Reader<&[u8]> {
        let mut reader = ReaderBuilder::new();
        reader
            .has_headers(false)
            .flexible(true)
            .trim(Trim::All)
            .delimiter(self.delimiter.unwrap_or(NO_DELIMITER))
            .quoting(quoted && self.delimiter.is_some());
        reader.from_reader(&self.text.as_bytes()[from..])
    }

    fn first_rows(&self, count: usize) -> Vec<Vec<String>> {
        let mut reader = self.reader(self.begin, true);
        let rows = reader.records().filter_map(Result::ok);
        let owned = |row: StringRecord| row.iter().map(shortened).collect();
        rows.map(owned).take(count).collect()
    }
}

/// Whether the first line's fields are names of columns: what names the names, or several that are
/// known. Where it is not sure that the fields are parted, all have to be known.
fn is_header(first: &[String], layout: &Layout, is_parted: bool) -> bool {
    let known = layout.columns().iter().flatten().count();
    let names_a_name = layout.place(Column::Name).is_some();
    known > 1 || (names_a_name && (known == first.len() || is_parted))
}

/// A field as a preview or a header holds it: a quotation mark that is never closed would take
/// in the whole file.
fn shortened(field: &str) -> String {
    field.chars().take(200).collect()
}

pub(super) fn count_lines(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

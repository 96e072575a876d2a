//! The vendor's list from a file or from the clipboard: opened, shown, then kept.

use std::path::Path;
use std::sync::Arc;

use mapping::table::{Column, Layout, MOST_BYTES, Need, Rows, Sheet, TableError};
use setup::profile::{ColumnValue, Mapping};
use tokio::io::AsyncReadExt as _;

use super::Item;
use crate::wire::{ListColumn, ListPreview};
use crate::words;

/// A list that was opened and is not kept yet.
#[derive(Clone)]
pub(crate) struct Opened {
    pub(crate) name: String,
    pub(crate) sheet: Arc<Sheet>,
}

impl Opened {
    /// Opens a file that the admin chose.
    ///
    /// # Errors
    /// A sentence: what is wrong with the file and what to do.
    pub(crate) async fn file(path: &Path) -> Result<Self, String> {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        // The name is kept with the list.
        let name = if store::looks_like_a_secret(&name) {
            words::say("mapping-file-unnamed")
        } else {
            name
        };
        let about = |key| words::say_with(key, &[("name", &name)]);
        let unreadable = |_| about("mapping-file-unreadable");
        // Asked before anything is opened: opening a pipe would wait for somebody to write.
        let found = tokio::fs::metadata(path).await.map_err(unreadable)?;
        if !found.is_file() {
            return Err(about("mapping-file-none"));
        }
        if found.len() > MOST_BYTES as u64 {
            return Err(why(&name, &TableError::TooLarge));
        }
        let length = usize::try_from(found.len()).unwrap_or(MOST_BYTES);
        let mut bytes = Vec::with_capacity(length + 1);
        let file = tokio::fs::File::open(path).await.map_err(unreadable)?;
        file.take(MOST_BYTES as u64 + 1)
            .read_to_end(&mut bytes)
            .await
            .map_err(unreadable)?;
        let sheet = Sheet::of_file(&bytes).map_err(|error| why(&name, &error))?;
        Ok(Self {
            name,
            sheet: Arc::new(sheet),
        })
    }

    /// Opens what was pasted.
    ///
    /// # Errors
    /// A sentence: what is wrong with it and what to do.
    pub(crate) fn paste(text: &str) -> Result<Self, String> {
        let name = words::say("mapping-pasted");
        let sheet = Sheet::of_paste(text).map_err(|error| why(&name, &error))?;
        Ok(Self {
            name,
            sheet: Arc::new(sheet),
        })
    }
}

/// Why a list cannot be read, as a sentence.
fn why(name: &str, error: &TableError) -> String {
    format!("{name} {error}.")
}

/// What was opened, as the page shows it.
pub(crate) fn preview(opened: &Opened, spec: &Mapping) -> ListPreview {
    let found = opened.sheet.preview();
    let layout = &found.layout;
    let needs_ids = needs_ids(spec);
    ListPreview {
        name: opened.name.clone(),
        problem: None,
        encoding: found.encoding.as_str().to_owned(),
        delimiter: found.delimiter.map(delimiter),
        certain: is_certain(layout, found.header.is_some(), needs_ids),
        needs_ids,
        columns: layout.columns().iter().map(|it| it.map(column)).collect(),
        header: found.header.map(shown),
        rows: found.rows.into_iter().map(shown).collect(),
    }
}

/// Whether nobody has to be asked: the names are there, and the ids where they are needed. Where no
/// header says which are the names, no field may be left over that could have them as well.
fn is_certain(layout: &Layout, has_header: bool, needs_ids: bool) -> bool {
    let has = |column| layout.place(column).is_some();
    let is_one = layout.columns().len() == 1;
    let is_told = has_header || layout.columns().iter().all(Option::is_some);
    has(Column::Name) && (is_one || has(Column::Id) || (is_told && !needs_ids))
}

/// Whether what leaves the mapping names the vendor's entries by their ids.
fn needs_ids(spec: &Mapping) -> bool {
    let columns = spec.file.iter().flat_map(|file| &file.columns);
    let mut values = columns.map(|column| column.value);
    spec.writer.is_some() || values.any(|value| value == ColumnValue::VendorId)
}

/// The cells of a row as the page shows them: none that looks like a client secret.
fn shown(mut cells: Vec<String>) -> Vec<String> {
    for cell in &mut cells {
        if store::looks_like_a_secret(cell) {
            *cell = words::say("mapping-cell-hidden");
        }
    }
    cells
}

impl ListPreview {
    /// A list that cannot be read.
    pub(crate) fn unreadable(problem: String) -> Self {
        Self {
            name: String::new(),
            problem: Some(problem),
            encoding: String::new(),
            delimiter: None,
            header: None,
            rows: Vec::new(),
            columns: Vec::new(),
            certain: false,
            needs_ids: false,
        }
    }
}

fn delimiter(letter: char) -> String {
    words::say(match letter {
        ';' => "mapping-delimiter-semicolon",
        '\t' => "mapping-delimiter-tab",
        '|' => "mapping-delimiter-bar",
        _ => "mapping-delimiter-comma",
    })
}

/// The columns as the page gave them, for reading.
pub(crate) fn columns(given: &[Option<ListColumn>]) -> Layout {
    Layout::given(given.iter().map(|it| it.map(Column::from)))
}

/// Reads the rows of what was opened, with or without a header where somebody said so.
///
/// # Errors
/// A sentence: what is missing and what to do.
pub(crate) fn keep(
    opened: &Opened,
    layout: &Layout,
    header: Option<bool>,
) -> Result<(Vec<Item>, Rows), String> {
    let sheet = header.map_or_else(
        || Arc::clone(&opened.sheet),
        |has_header| Arc::new(Sheet::clone(&opened.sheet).beginning_with_header(has_header)),
    );
    let rows = sheet.rows_without_secrets(layout, Need::Name, store::looks_like_a_secret);
    let mut rows = rows.map_err(|error| match error {
        TableError::MissingColumns { .. } => words::say("mapping-no-name-column"),
        error => why(&opened.name, &error),
    })?;
    let records = std::mem::take(&mut rows.records).into_iter();
    let items = records.map(|record| Item {
        record,
        ..Item::default()
    });
    Ok((items.collect(), rows))
}

fn column(column: Column) -> ListColumn {
    match column {
        Column::Id => ListColumn::Id,
        Column::Name => ListColumn::Name,
        Column::Domain => ListColumn::Domain,
        Column::Website => ListColumn::Website,
        Column::Phone => ListColumn::Phone,
        Column::City => ListColumn::City,
        Column::Postcode => ListColumn::Postcode,
        Column::Country => ListColumn::Country,
        Column::ExternalId => ListColumn::ExternalId,
    }
}

impl From<ListColumn> for Column {
    fn from(column: ListColumn) -> Self {
        match column {
            ListColumn::Id => Self::Id,
            ListColumn::Name => Self::Name,
            ListColumn::Domain => Self::Domain,
            ListColumn::Website => Self::Website,
            ListColumn::Phone => Self::Phone,
            ListColumn::City => Self::City,
            ListColumn::Postcode => Self::Postcode,
            ListColumn::Country => Self::Country,
            ListColumn::ExternalId => Self::ExternalId,
        }
    }
}

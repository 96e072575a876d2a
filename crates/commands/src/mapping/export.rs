//! A mapping as files: in the vendor's own form, as CSV, as JSON, as a list to print.

use std::borrow::Cow;
use std::collections::HashSet;

use mapping::table::out;
use serde::Serialize;
use setup::profile::{ColumnValue, FileColumn, FileRows, MappingFile};
use setup::report::list_page::list_page;
use store::{Decision, Side, Verdict};

use super::{Board, Item};
use crate::wire::{ExportFormat, RowStanding};
use crate::words;

/// What to save: one file, or several where the form takes only so many rows.
pub(crate) struct Files {
    /// What their names end in.
    pub(crate) ending: &'static str,
    /// None only where every row was refused.
    pub(crate) parts: Vec<Part>,
    /// The rows that the vendor would refuse, with the reason, in sentences: they are in no file.
    pub(crate) refused: Vec<String>,
}

/// One file.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) contents: Vec<u8>,
    /// How many rows it has.
    pub(crate) rows: usize,
}

/// One row on its way out.
struct Line<'a> {
    row: &'a Item,
    standing: RowStanding,
    decision: Option<&'a Decision>,
    /// The other side's id and name, where the row has an answer.
    answer: Option<(&'a str, &'a str)>,
}

/// The mapping in a form. `None` where there is nothing to save in it.
pub(crate) fn export(board: &Board, format: ExportFormat, title: &str) -> Option<Files> {
    let lines: Vec<Line<'_>> = board
        .rows()
        .items
        .iter()
        .map(|row| line(board, row))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let one = |ending, contents: Vec<u8>| {
        Some(Files {
            ending,
            parts: vec![Part {
                contents,
                rows: lines.len(),
            }],
            refused: Vec::new(),
        })
    };
    match format {
        ExportFormat::Vendor => vendor(board, board.spec.file.as_ref()?, &lines),
        ExportFormat::Csv => one("csv", csv(board, &lines)),
        ExportFormat::Json => one("json", json(board, &lines)),
        ExportFormat::Page => one("html", page(board, &lines, title)),
    }
}

fn line<'a>(board: &'a Board, row: &'a Item) -> Line<'a> {
    let decision = board.decisions.get(&row.record.id);
    let answer = match decision.map(|decision| &decision.verdict) {
        // The name that it has today, where it is still there.
        Some(Verdict::Accepted { id, name }) => {
            let today = board.answers().get(id);
            let name = today.map_or(name.as_str(), |answer| answer.record.name.as_str());
            Some((id.as_str(), name))
        }
        _ => None,
    };
    Line {
        row,
        standing: board.standing(&row.record.id),
        decision,
        answer,
    }
}

impl<'a> Line<'a> {
    /// Id and name on a side.
    fn on(&self, side: Side, asking: Side) -> Option<(&'a str, &'a str)> {
        if side == asking {
            let record = &self.row.record;
            Some((&record.id, &record.name))
        } else {
            self.answer
        }
    }
}

fn csv(board: &Board, lines: &[Line<'_>]) -> Vec<u8> {
    let asking = board.asking();
    let header = [
        "halo_id",
        "halo_name",
        "vendor_id",
        "vendor_name",
        "decision",
        "decided_by",
        "decided_at",
    ];
    let rows = lines.iter().map(|line| {
        let (halo, vendor) = (line.on(Side::Halo, asking), line.on(Side::Vendor, asking));
        let cell = |text: Option<&'_ str>| Cow::from(text.unwrap_or_default().to_owned());
        vec![
            cell(halo.map(|it| it.0)),
            cell(halo.map(|it| it.1)),
            cell(vendor.map(|it| it.0)),
            cell(vendor.map(|it| it.1)),
            cell(Some(word(line.standing))),
            cell(line.decision.map(by)),
            Cow::from(
                line.decision
                    .map(|it| it.decided.to_string())
                    .unwrap_or_default(),
            ),
        ]
    });
    let mut bytes = Vec::new();
    out::csv(&mut bytes, &header, rows).expect("memory takes all that is written");
    bytes
}

const fn word(standing: RowStanding) -> &'static str {
    match standing {
        RowStanding::Undecided => "undecided",
        RowStanding::Accepted => "accepted",
        RowStanding::Later => "create-later",
        RowStanding::Ignored => "ignored",
    }
}

const fn by(decision: &Decision) -> &'static str {
    match decision.by {
        store::DecidedBy::Person => "person",
        store::DecidedBy::Suggestion => "suggestion",
    }
}

fn json(board: &Board, lines: &[Line<'_>]) -> Vec<u8> {
    #[derive(Serialize)]
    struct One<'a> {
        id: &'a str,
        name: &'a str,
    }
    #[derive(Serialize)]
    struct Row<'a> {
        halo: Option<One<'a>>,
        vendor: Option<One<'a>>,
        decision: &'static str,
        decided_by: Option<&'static str>,
        decided_at: Option<String>,
    }
    #[derive(Serialize)]
    struct Document<'a> {
        schema: u32,
        mapping: &'a str,
        rows: Vec<Row<'a>>,
    }
    let asking = board.asking();
    let rows = lines.iter().map(|line| {
        let on = |side| line.on(side, asking).map(|(id, name)| One { id, name });
        Row {
            halo: on(Side::Halo),
            vendor: on(Side::Vendor),
            decision: word(line.standing),
            decided_by: line.decision.map(by),
            decided_at: line.decision.map(|it| it.decided.to_string()),
        }
    });
    let document = Document {
        schema: 1,
        mapping: &board.spec.key,
        rows: rows.collect(),
    };
    serde_json::to_vec_pretty(&document).expect("texts and numbers only")
}

fn page(board: &Board, lines: &[Line<'_>], title: &str) -> Vec<u8> {
    let asking = board.asking();
    let header = [
        board.spec.halo.clone(),
        board.spec.vendor.clone(),
        words::say("mapping-page-decision"),
    ];
    let rows = lines.iter().map(|line| {
        let name = |side| line.on(side, asking).map(|it| it.1.to_owned());
        [
            name(Side::Halo).unwrap_or_default(),
            name(Side::Vendor).unwrap_or_default(),
            words::say(match line.standing {
                RowStanding::Undecided => "mapping-page-undecided",
                RowStanding::Accepted => "mapping-page-accepted",
                RowStanding::Later => "mapping-page-later",
                RowStanding::Ignored => "mapping-page-ignored",
            }),
        ]
    });
    let rows: Vec<[String; 3]> = rows.collect();
    list_page(title, &header, &rows).into_bytes()
}

/// The vendor's own form, in as many files as it takes.
fn vendor(board: &Board, file: &MappingFile, lines: &[Line<'_>]) -> Option<Files> {
    let wanted = match file.rows {
        FileRows::Accepted => RowStanding::Accepted,
        FileRows::Later => RowStanding::Later,
    };
    let lines = lines.iter().filter(|line| line.standing == wanted);
    let rows: Vec<Vec<Cow<'_, str>>> = lines.map(|line| cells(board, file, line)).collect();
    if rows.is_empty() {
        return None;
    }
    let (rows, refused) = accepted(&file.columns, rows);
    let most = file.most_rows.and_then(|most| usize::try_from(most).ok());
    let parts = rows.chunks(most.unwrap_or(rows.len()).max(1)).map(|part| {
        let mut contents = Vec::new();
        write(&mut contents, file, part).expect("memory takes all that is written");
        Part {
            contents,
            rows: part.len(),
        }
    });
    Some(Files {
        ending: "csv",
        parts: parts.collect(),
        refused,
    })
}

/// One row in the vendor's form.
fn cells<'a>(board: &Board, file: &'a MappingFile, line: &Line<'a>) -> Vec<Cow<'a, str>> {
    let asking = board.asking();
    let (halo, vendor) = (line.on(Side::Halo, asking), line.on(Side::Vendor, asking));
    let domain = (asking == Side::Halo)
        .then(|| line.row.record.domains.iter().find_map(|text| host(text)))
        .flatten();
    let cell = |column: &'a FileColumn| {
        let text = match column.value {
            ColumnValue::HaloId => halo.map(|it| it.0),
            ColumnValue::HaloName => halo.map(|it| it.1),
            ColumnValue::HaloDomain => domain,
            ColumnValue::VendorId => vendor.map(|it| it.0),
            ColumnValue::VendorName => vendor.map(|it| it.1),
            ColumnValue::Constant => column.constant.as_deref(),
            ColumnValue::Empty => None,
        };
        Cow::from(text.unwrap_or_default())
    };
    file.columns.iter().map(cell).collect()
}

/// The rows that the vendor takes, and why it would refuse the others.
fn accepted<'a>(
    columns: &[FileColumn],
    rows: Vec<Vec<Cow<'a, str>>>,
) -> (Vec<Vec<Cow<'a, str>>>, Vec<String>) {
    let mut seen: HashSet<(usize, String)> = HashSet::new();
    let mut refused = Vec::new();
    let mut taken = Vec::new();
    for row in rows {
        let mut fields = columns.iter().zip(&row).enumerate();
        let why = fields.find_map(|(place, (column, cell))| {
            too_long(column, cell).or_else(|| {
                let same = (place, cell.trim().to_lowercase());
                let is_known = column.unique && !same.1.is_empty() && seen.contains(&same);
                is_known.then(|| refusal("mapping-refused-twice", column, cell, None))
            })
        });
        if let Some(why) = why {
            refused.push(why);
            continue;
        }
        let unique = columns.iter().zip(&row).enumerate();
        let unique = unique.filter(|(_, (column, _))| column.unique);
        seen.extend(unique.map(|(place, (_, cell))| (place, cell.trim().to_lowercase())));
        taken.push(row);
    }
    (taken, refused)
}

fn too_long(column: &FileColumn, cell: &str) -> Option<String> {
    let most = column.most_characters?;
    let length = cell.chars().count();
    let is_too_long = usize::try_from(most).is_ok_and(|most| length > most);
    is_too_long.then(|| refusal("mapping-refused-too-long", column, cell, Some(most)))
}

/// How much of a text that is refused is shown.
const SHOWN: usize = 80;

fn refusal(key: &str, column: &FileColumn, cell: &str, most: Option<u32>) -> String {
    let mut text: String = cell.chars().take(SHOWN).collect();
    if cell.chars().count() > SHOWN {
        text.push('…');
    }
    let most = most.unwrap_or_default().to_string();
    let known = [
        ("text", &*text),
        ("column", &*column.name),
        ("most", &*most),
    ];
    words::say_with(key, &known)
}

fn write(
    to: impl std::io::Write,
    file: &MappingFile,
    rows: &[Vec<Cow<'_, str>>],
) -> std::io::Result<()> {
    let header: Vec<&str> = file.columns.iter().map(|it| it.name.as_str()).collect();
    let rows = rows.iter().cloned();
    if !file.for_spreadsheets {
        return out::csv_as_it_is(to, &header, rows);
    }
    // A vendor calls its columns as it likes: which of them hold ids, the profile says.
    let ids = |column: usize| {
        let value = file.columns.get(column).map(|column| column.value);
        matches!(value, Some(ColumnValue::HaloId | ColumnValue::VendorId))
    };
    out::csv_with_ids(to, &header, ids, rows)
}

/// The host in what Halo has as a domain, which may be an address of any kind or several.
fn host(text: &str) -> Option<&str> {
    let parts = text.split([',', ';', '|', ' ']);
    parts.into_iter().find_map(|part| {
        let host = part.split_once("://").map_or(part, |(_, rest)| rest);
        let host = host.split(['/', '?', '#']).next()?;
        let host = host.rsplit('@').next()?;
        let host = host.split(':').next()?.trim_matches('.');
        let is_letter = |letter: char| letter.is_alphanumeric() || "-.".contains(letter);
        let is_host = host.contains('.') && !host.starts_with('-') && host.chars().all(is_letter);
        is_host.then_some(host)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, unique: bool, most_characters: Option<u32>) -> FileColumn {
        FileColumn {
            name: name.to_owned(),
            value: ColumnValue::HaloName,
            constant: None,
            unique,
            most_characters,
        }
    }

    #[test]
    fn rows_that_the_vendor_would_refuse_are_named_and_the_others_go_out() {
        let columns = [
            column("organizationName", true, Some(5)),
            column("domain", false, Some(8)),
        ];
        let row = |texts: [&'static str; 2]| texts.map(Cow::from).to_vec();
        let rows = vec![
            row(["Acme", "a.de"]),
            row(["acme ", "b.de"]),
            row(["Müller", ""]),
            row(["Bolt", "bolt.example"]),
            row(["Bolt", "a.de"]),
            row(["Läden", "a.de"]),
        ];
        let (taken, refused) = accepted(&columns, rows.clone());
        assert_eq!(taken, [rows[0].clone(), rows[4].clone(), rows[5].clone()]);
        assert_eq!(refused.len(), 3);
        assert!(refused[0].contains("“acme ”") && refused[0].contains("organizationName"));
        assert!(refused[1].contains("“Müller”") && refused[1].contains('5'));
        assert!(refused[2].contains("bolt.example") && refused[2].contains("domain"));
        // Where nothing is asked of them, all go out.
        let free = [column("name", false, None), column("domain", false, None)];
        assert_eq!(accepted(&free, rows.clone()), (rows, Vec::new()));
    }

    #[test]
    fn a_domain_goes_out_bare_or_not_at_all() {
        for (text, expected) in [
            ("acme.com", Some("acme.com")),
            ("@acme.com", Some("acme.com")),
            ("https://www.acme.com:8443/about?x=1", Some("www.acme.com")),
            ("it@acme.com; acme.de", Some("acme.com")),
            ("n/a, müller.de", Some("müller.de")),
            ("=HYPERLINK(\"https://evil.example\")", None),
            ("-acme.com", None),
            ("acme", None),
            ("", None),
        ] {
            assert_eq!(host(text), expected, "{text}");
        }
    }
}

//! A mapping as files: in the vendor's own form, as CSV, as JSON, as a list to print.

use std::borrow::Cow;

use mapping::table::out;
use serde::Serialize;
use setup::profile::{ColumnValue, FileRows, MappingFile};
use setup::report::list_page::list_page;
use store::{Decision, Side, Verdict};

use super::{Board, Item};
use crate::wire::{ExportFormat, RowStanding};
use crate::words;

/// What to save: one file, or several where the form takes only so many rows.
pub(crate) struct Files {
    /// What their names end in.
    pub(crate) ending: &'static str,
    /// At least one.
    pub(crate) parts: Vec<Part>,
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
    let asking = board.asking();
    let wanted = match file.rows {
        FileRows::Accepted => RowStanding::Accepted,
        FileRows::Later => RowStanding::Later,
    };
    let rows: Vec<&Line<'_>> = lines
        .iter()
        .filter(|line| line.standing == wanted)
        .collect();
    if rows.is_empty() {
        return None;
    }
    let header: Vec<&str> = file
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    // A vendor calls its columns as it likes: which of them hold ids, the profile says.
    let ids = |column: usize| {
        let value = file.columns.get(column).map(|column| column.value);
        matches!(value, Some(ColumnValue::HaloId | ColumnValue::VendorId))
    };
    let most = file.most_rows.and_then(|most| usize::try_from(most).ok());
    let parts = rows.chunks(most.unwrap_or(rows.len()).max(1)).map(|part| {
        let rows = part.iter().map(|line| {
            let (halo, vendor) = (line.on(Side::Halo, asking), line.on(Side::Vendor, asking));
            let domain = (asking == Side::Halo)
                .then(|| line.row.record.domains.iter().find_map(|text| host(text)))
                .flatten();
            let cell = |column: &setup::profile::FileColumn| {
                let text = match column.value {
                    ColumnValue::HaloId => halo.map(|it| it.0),
                    ColumnValue::HaloName => halo.map(|it| it.1),
                    ColumnValue::HaloDomain => domain,
                    ColumnValue::VendorId => vendor.map(|it| it.0),
                    ColumnValue::VendorName => vendor.map(|it| it.1),
                    ColumnValue::Constant => column.constant.as_deref(),
                    ColumnValue::Empty => None,
                };
                Cow::from(text.unwrap_or_default().to_owned())
            };
            file.columns.iter().map(cell).collect()
        });
        let mut contents = Vec::new();
        out::csv_with_ids(&mut contents, &header, ids, rows)
            .expect("memory takes all that is written");
        Part {
            contents,
            rows: part.len(),
        }
    });
    Some(Files {
        ending: "csv",
        parts: parts.collect(),
    })
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
    use super::host;

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

//! `docs/HALO.md`: what it names exists, every open question is there, and so is every file that
//! states a fact about Halo with its year.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{ROOT, cells, code, document};

const FACTS: &str = "docs/HALO.md";
const SURE: [&str; 3] = ["confirmed", "reported", "inferred"];

/// The rows of every table with so many columns, without the head.
fn rows(text: &str, columns: usize) -> Vec<Vec<&str>> {
    let mut rows: Vec<Vec<&str>> = Vec::new();
    let mut is_body = false;
    for line in text.lines() {
        match cells(line) {
            Some(row) if row[0].starts_with("---") => is_body = true,
            Some(row) if is_body && row.len() == columns => rows.push(row),
            Some(_) => {}
            None => is_body = false,
        }
    }
    rows
}

/// The file that `halo/token.rs` stands for; other paths are as they are.
fn file(name: &str) -> PathBuf {
    let path = match name.split_once('/') {
        Some(("crates" | "profiles" | "docs", _)) | None => name.to_owned(),
        Some((of, rest)) => format!("crates/{of}/src/{rest}"),
    };
    Path::new(ROOT).join(path)
}

fn named_files(text: &str) -> BTreeSet<&str> {
    let endings = [".rs", ".toml"];
    let names = text.lines().flat_map(code);
    names
        .filter(|name| name.contains('/') && endings.iter().any(|end| name.ends_with(end)))
        .collect()
}

#[test]
fn every_file_that_is_named_exists() {
    let text = document(FACTS);
    let missing: Vec<_> = named_files(&text)
        .into_iter()
        .filter(|name| !file(name).is_file())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn every_fact_has_a_place_a_source_a_date_and_how_sure_it_is() {
    let text = document(FACTS);
    let facts = rows(&text, 5);
    assert!(facts.len() > 50, "only {} facts were read", facts.len());
    for row in facts {
        assert!(!named_files(row[1]).is_empty(), "{row:?} is used nowhere");
        assert!(!row[2].is_empty(), "{row:?} has no source");
        assert!(row[3].contains("20"), "{row:?} has no date");
        assert!(SURE.contains(&row[4]), "{row:?} is not sure or unsure");
    }
}

/// Names of the fields of `Variants`, read off its source.
fn switches() -> BTreeSet<String> {
    let source = document("crates/rehearsal/src/variants.rs");
    let fields = source
        .lines()
        .skip_while(|line| !line.contains("struct Variants"));
    let fields = fields.take_while(|line| *line != "}");
    let fields = fields.filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
    fields.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_switch_of_the_practice_tenant_is_explained_and_no_other() {
    let text = document(FACTS);
    let explained = rows(&text, 4).into_iter().map(|row| {
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        code(row[1])[0].to_owned()
    });
    assert_eq!(explained.collect::<BTreeSet<_>>(), switches());
}

#[test]
fn what_findings_are_said_to_say_is_in_the_catalogue() {
    let text = document(FACTS);
    let catalogue = document("crates/setup/text/en/findings.ftl");
    let unknown = text.split("## What nobody could tell us").nth(1);
    let unknown = unknown.expect("the section on open questions");
    let answers = [4, 2].map(|columns| rows(unknown, columns)).concat();
    let said: Vec<&str> = answers
        .iter()
        .filter_map(|row| row.last())
        .flat_map(|cell| cell.split('"').skip(1).step_by(2))
        .collect();
    assert!(said.len() > 10, "only {} quotations", said.len());
    for words in said {
        assert!(catalogue.contains(words), "no finding says: {words}");
    }
}

/// Whether a comment states a fact about Halo: how sure it is, with the year.
fn states_a_fact(line: &str) -> bool {
    let is_comment = line.trim_start().starts_with("//");
    let line = line.to_lowercase();
    is_comment
        && SURE.iter().any(|word| line.contains(word))
        && ["2024", "2025", "2026"]
            .iter()
            .any(|year| line.contains(year))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_file_that_states_a_dated_fact_is_named() {
    let text = document(FACTS);
    let named: BTreeSet<PathBuf> = named_files(&text).into_iter().map(file).collect();
    let mut unnamed = Vec::new();
    // The vault speaks of keychains, not of Halo.
    for of in ["commands", "halo", "rehearsal", "setup", "store"] {
        let mut files = Vec::new();
        sources(
            &Path::new(ROOT).join(format!("crates/{of}/src")),
            &mut files,
        );
        assert!(!files.is_empty(), "crates/{of} has no sources");
        let stating = files.into_iter().filter(|path| {
            let source = std::fs::read_to_string(path).expect("a source is text");
            source.lines().any(states_a_fact)
        });
        unnamed.extend(stating.filter(|path| !named.contains(path)));
    }
    assert_eq!(unnamed, Vec::<PathBuf>::new(), "add their facts to {FACTS}");
}

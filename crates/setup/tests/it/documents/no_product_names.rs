//! No code knows a product: products are data in `profiles/`.
//!
//! Looked at: every file of the program, its page, its commands and its words. Comments may name a
//! product where they say where a fact was seen; code, tests beside it and words may not. A name
//! counts as it is written, as an identifier (`ExamplaOne`, `exampla_one`) and in any case.

use std::fs;
use std::path::{Path, PathBuf};

use setup::profile::built_in;

use super::ROOT;

/// Names that are ordinary English words, and what they mean in code.
const ORDINARY: [(&str, &str); 1] = [("thread", "a line of execution of the program")];

/// Halo's own names of fields that have a product's name in them.
const FIELDS_OF_HALO: [&str; 1] = ["hudu_url"];

/// Where code and words are.
const FOLDERS: [&str; 3] = ["src-tauri/src", "ui/src", "xtask/src"];
/// What code and words end in.
const ENDINGS: [&str; 5] = ["rs", "ts", "svelte", "css", "ftl"];

#[test]
fn no_code_knows_a_product() {
    let names = names();
    assert!(names.len() >= built_in::all().len());
    let files = files();
    assert!(files.len() > 200, "the whole program is looked at");
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("source is text");
        let text = FIELDS_OF_HALO
            .iter()
            .fold(text, |text, field| text.replace(field, "field"));
        for (line, name) in mentions(&text, &names) {
            found.push(format!("{}:{line}: {name}", file.display()));
        }
    }
    assert!(
        found.is_empty(),
        "code knows products; say it in a profile instead:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_name_is_found_however_it_is_written() {
    let names = ["exampla one".to_owned(), "exampla".to_owned()];
    for (code, count) in [
        ("if profile.id == \"exampla\" {", 1),
        ("fn is_exampla(profile: &Profile) -> bool {", 1),
        ("struct ExamplaRow;", 1),
        ("const EXAMPLA: &str = \"x\";", 1),
        ("\"Exampla One wants it so\"", 2),
        ("let example = examplary;", 0),
        ("// Seen in Exampla's guide, 2026.", 0),
        ("/// As Exampla's guide says.\nfn next() {}", 0),
        ("/* Exampla\n Exampla */ let other = 1;", 0),
        ("<!-- Exampla -->", 0),
        ("let link = \"https://exampla.example\"; // a page", 1),
    ] {
        let found: Vec<_> = mentions(code, &names).collect();
        assert_eq!(found.len(), count, "{code}: {found:?}");
    }
    let in_two_lines = mentions("let one = 1;\nlet two = \"exampla\";", &names);
    assert_eq!(in_two_lines.map(|(line, _)| line).collect::<Vec<_>>(), [2]);
}

/// Ids and names of the built-in profiles, in plain words.
fn names() -> Vec<String> {
    let both = built_in::all().iter().flat_map(|one| [&one.id, &one.name]);
    let mut names: Vec<String> = both.map(|name| plain(name)).collect();
    names.retain(|name| !ORDINARY.iter().any(|(word, _)| word == name));
    names.sort();
    names.dedup();
    names
}

/// The lines of code in which a name stands, from 1.
fn mentions<'a>(text: &str, names: &'a [String]) -> impl Iterator<Item = (usize, &'a str)> {
    let lines: Vec<String> = without_comments(text)
        .lines()
        .map(|line| format!(" {} ", plain(line)))
        .collect();
    let lines = (1..).zip(lines);
    lines.flat_map(move |(number, line)| {
        let found = names
            .iter()
            .filter(move |name| line.contains(&format!(" {name} ")));
        found.map(move |name| (number, name.as_str()))
    })
}

/// Words in lower case with one space between them; the parts of an identifier are words.
fn plain(text: &str) -> String {
    let mut words = String::new();
    let mut before = ' ';
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            if before.is_lowercase() && letter.is_uppercase() {
                words.push(' ');
            }
            words.extend(letter.to_lowercase());
        } else {
            words.push(' ');
        }
        before = letter;
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its comments blanked, line for line. An address is no comment.
fn without_comments(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let end = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |at| at + 3)
        } else if rest.starts_with("//") && !code.ends_with(':') {
            rest.find('\n').unwrap_or(rest.len())
        } else {
            code.push(letter);
            rest = &rest[letter.len_utf8()..];
            continue;
        };
        code.extend(rest[..end].matches('\n'));
        rest = &rest[end..];
    }
    code
}

fn files() -> Vec<PathBuf> {
    let root = Path::new(ROOT);
    let crates = fs::read_dir(root.join("crates")).expect("the folder exists");
    let mut folders: Vec<PathBuf> = crates
        .map(|entry| entry.expect("an entry").path())
        .flat_map(|path| [path.join("src"), path.join("text")])
        .filter(|path| path.is_dir())
        .collect();
    folders.extend(FOLDERS.map(|folder| root.join(folder)));
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder exists") {
            let path = entry.expect("an entry").path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if path.is_dir() {
                folders.push(path);
            } else if ending.is_some_and(|ending| ENDINGS.contains(&ending)) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

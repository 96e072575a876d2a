//! Keeps a profile inert: its texts hold nothing that could hide, disguise, format or open
//! anything, and nothing of a size that could tire the reader.
//!
//! A profile may come from anybody. It is shown in the window and read aloud by screen readers,
//! so that a text must be what it looks like. Called by [`mod@super::parse`] before anything else is
//! made of the file. Not here: what the texts mean.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript as _};
use unicode_security::{GeneralSecurityProfile as _, MixedScript as _, skeleton};
use url::Url;

use super::problem::{self, Problem};

/// Most bytes of a profile file.
pub(super) const MOST_BYTES: usize = 256 * 1024;
/// Most characters of one text.
const MOST_CHARACTERS: usize = 2000;
/// Most levels of tables and lists inside each other.
const MOST_LEVELS: usize = 8;
/// Most values in one file.
const MOST_VALUES: usize = 10_000;

/// Looks for characters that cannot be seen, in the file as it is: comments too.
pub(super) fn hidden_characters(text: &str) -> Vec<Problem> {
    text.char_indices()
        // Some editors begin a file with a mark that says how it is written.
        .filter(|(at, letter)| !(*at == 0 && *letter == '\u{FEFF}'))
        .filter(|(_, letter)| is_hidden(*letter) && !matches!(letter, '\n' | '\r' | '\t'))
        .take(20)
        .map(|(offset, letter)| hidden(text, &(offset..offset), letter))
        .collect()
}

fn hidden(text: &str, place: &Range<usize>, letter: char) -> Problem {
    Problem::at(
        text,
        place,
        format!(
            "There is a character here that cannot be seen (U+{:04X}).",
            u32::from(letter)
        ),
    )
    .with_hint(Some("Delete it and type the text again.".to_owned()))
}

/// Looks at every text, name and link of the file.
pub(super) fn harmful_values(text: &str, root: &Spanned<DeTable<'_>>) -> Vec<Problem> {
    let mut look = Look {
        text,
        problems: Vec::new(),
        values: 0,
    };
    look.table(root.get_ref(), 1);
    if look.values > MOST_VALUES {
        look.problems.push(Problem::at(
            text,
            &(0..0),
            format!("The file has more than {MOST_VALUES} values."),
        ));
    }
    look.problems
}

struct Look<'a> {
    text: &'a str,
    problems: Vec<Problem>,
    values: usize,
}

impl Look<'_> {
    fn table(&mut self, table: &DeTable<'_>, level: usize) {
        for (key, value) in table {
            self.string(key.get_ref(), &key.span(), false);
            self.value(value, key.get_ref() == "link", level);
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, is_link: bool, level: usize) {
        self.values += 1;
        if self.values > MOST_VALUES || self.problems.len() >= problem::MOST {
            return;
        }
        match value.get_ref() {
            DeValue::String(string) => self.string(string, &value.span(), is_link),
            DeValue::Array(_) | DeValue::Table(_) if level >= MOST_LEVELS => {
                let message = format!("More than {MOST_LEVELS} levels inside each other.");
                self.problem(&value.span(), message, None);
            }
            DeValue::Array(values) => {
                for value in values {
                    self.value(value, is_link, level + 1);
                }
            }
            DeValue::Table(table) => self.table(table, level + 1),
            _ => {}
        }
    }

    fn string(&mut self, string: &str, place: &Range<usize>, is_link: bool) {
        let written = self.text.get(place.clone()).unwrap_or_default();
        // Those that stand in the file as they are were reported with their own place.
        let escaped = string
            .chars()
            .find(|letter| is_hidden(*letter) && !written.contains(*letter));
        if let Some(letter) = escaped {
            self.problems.push(hidden(self.text, place, letter));
        }
        if string
            .chars()
            .any(|letter| matches!(letter, '\n' | '\r' | '\t'))
        {
            self.problem(
                place,
                "A text here has more than one line, or a tab.",
                Some("Write it in one line; for several sentences use a list."),
            );
        }
        if let Some(word) = look_alike(string) {
            self.problem(
                place,
                format!("\"{word}\" has letters in it that look like others."),
                Some("Type the word again with the letters of one alphabet."),
            );
        }
        if string.chars().count() > MOST_CHARACTERS {
            self.problem(
                place,
                format!("A text here has more than {MOST_CHARACTERS} characters."),
                None,
            );
        }
        if string.contains(['<', '>']) {
            self.problem(
                place,
                "A text here has \"<\" or \">\" in it, which could be markup.",
                Some("Write plain words; for a way through menus use commas or a list."),
            );
        }
        if is_link {
            if let Err(reason) = check_link(string) {
                self.problem(
                    place,
                    reason,
                    Some("Use the address of a public page, beginning with https://."),
                );
            }
        } else if has_other_address(string) {
            self.problem(
                place,
                "A text here has an address in it that a program could open.",
                Some("Only \"link\" may hold an address, and it begins with https://."),
            );
        }
    }

    fn problem(&mut self, place: &Range<usize>, message: impl Into<String>, hint: Option<&str>) {
        self.problems
            .push(Problem::at(self.text, place, message).with_hint(hint.map(str::to_owned)));
    }
}

/// A link is the address of a public page and of nothing else.
fn check_link(link: &str) -> Result<(), &'static str> {
    let Ok(url) = Url::parse(link) else {
        return Err("This link is not an address.");
    };
    if url.scheme() != "https" || !link.starts_with("https://") {
        return Err("This link does not begin with https://.");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("This link has a user name in it, which hides where it leads.");
    }
    if url.port().is_some() {
        return Err("This link has a port in it.");
    }
    if link.contains(char::is_whitespace) || link.contains('\\') {
        return Err("This link has a space or a backslash in it.");
    }
    match url.host() {
        // A name in other letters comes back in this form, whatever it looks like.
        Some(url::Host::Domain(host)) if host.split('.').any(|part| part.starts_with("xn--")) => {
            Err("This link leads to a name with letters that may look like others.")
        }
        Some(url::Host::Domain(host)) if host.contains('.') => Ok(()),
        _ => Err("This link does not lead to a named public host."),
    }
}

/// Addresses of other kinds than https, and shares of a Windows network.
fn has_other_address(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("\\\\")
        || ["javascript:", "vbscript:", "data:text", "file:", "mailto:"]
            .iter()
            .any(|scheme| text.contains(scheme))
        || text
            .match_indices("://")
            .any(|(at, _)| !text[..at].ends_with("https"))
}

/// The first word that is not what it looks like: letters of several alphabets, a word of another
/// alphabet that reads as one of ours, letters made for formulas, or accents on accents (after
/// Unicode's technical standard 39).
fn look_alike(text: &str) -> Option<&str> {
    if text.is_ascii() {
        return None;
    }
    let words = text.split(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter));
    words.filter(|word| !word.is_ascii()).find(|word| {
        let strange = word.chars().any(|letter| {
            letter.is_alphabetic() && !letter.is_ascii() && !letter.identifier_allowed()
        });
        let accents = word
            .chars()
            .filter(|letter| is_combining_mark(*letter))
            .count();
        let latin = word
            .chars()
            .all(|letter| matches!(letter.script(), Script::Latin | Script::Inherited));
        // A letter alone, as in a formula, stands for itself.
        let reads_as_ours = !latin
            && word.chars().nth(1).is_some()
            && skeleton(word).all(|letter| letter.is_ascii());
        strange || accents > 3 || !word.is_single_script() || reads_as_ours
    })
}

/// Control characters, and characters that take no room, change the direction of the text, or
/// mean nothing to others.
fn is_hidden(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
        || matches!(
            u32::from(letter),
            0x00AD
                | 0x034F
                | 0x061C
                | 0x115F..=0x1160
                | 0x17B4..=0x17B5
                | 0x180B..=0x180F
                | 0x200B..=0x200F
                | 0x2028..=0x202E
                | 0x2060..=0x206F
                | 0x3164
                | 0xFE00..=0xFE0F
                | 0xFEFF
                | 0xFFA0
                | 0xFFF0..=0xFFFD
                | 0xE000..=0xF8FF
                | 0xE0000..=0x10_FFFF
        )
}

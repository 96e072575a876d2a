//! A name taken apart: what the company is called, what else it is called, and what somebody wrote beside it.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::legal::{self, LegalForm};
use super::parts::{segments, trading_name, without_brackets};
use super::{ascii, initials, note, words};

/// A name, folded.
#[derive(Debug)]
pub(crate) struct FoldedName {
    /// The whole name, folded, with single spaces.
    pub(crate) plain: Box<str>,
    /// The same for two names exactly when they were typed the same, capitals and spaces at the ends aside.
    pub(crate) identity: u64,
    /// What it can be called, the fullest first. Never empty; at most [`MOST_FORMS`].
    pub(crate) forms: Vec<FoldedForm>,
    /// What it can be shortened to, without the legal form and with it; see [`initials`].
    pub(crate) initials: Vec<Box<str>>,
    pub(crate) legal: LegalForm,
    /// Whether a note or code was taken off.
    pub(crate) noted: bool,
    /// Whether a note says that the company is no longer dealt with.
    pub(crate) retired: bool,
}

/// One thing that a name can be called: its words without legal form, with single spaces.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FoldedForm {
    pub(crate) text: String,
    pub(crate) kind: FormKind,
}

/// Which part of a name a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FormKind {
    /// Everything but notes.
    Whole,
    /// Without what stands in brackets or after a dash.
    WithoutAside,
    /// The trading or former name.
    TradingName,
    /// What stands in brackets or after a dash.
    Aside,
}

/// More ways to call one company than this are not looked at.
const MOST_FORMS: usize = 4;

/// Takes a name apart.
pub(crate) fn fold(name: &str) -> FoldedName {
    let mut hasher = FxHasher::default();
    name.trim().to_lowercase().hash(&mut hasher);
    let folded = ascii(&apart(name)).replace(['\'', '`'], "");
    let mut reading = Reading::default();
    let (own, trading) = trading_name(&folded);
    reading.read(own, false);
    if let Some(trading) = trading {
        reading.read(trading, true);
    }
    let words = words_of(&folded);
    let plain = words.join(" ");
    if reading.forms.is_empty() {
        // Nothing but notes: then the notes are the name.
        let text = if plain.is_empty() {
            String::new()
        } else {
            strip_text(&plain).0
        };
        reading.forms.push(FoldedForm {
            text,
            kind: FormKind::Whole,
        });
        reading.noted = false;
    }
    reading.forms.truncate(MOST_FORMS);
    FoldedName {
        initials: initials::of(&words, reading.forms[0].text.split(' ').count()),
        plain: plain.into(),
        identity: hasher.finish(),
        forms: reading.forms,
        legal: reading.legal,
        noted: reading.noted,
        retired: reading.retired,
    }
}

/// A name without a space in which three words and more begin with a capital, with its words set apart.
fn apart(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    let begins = |(before, letter): (char, char)| before.is_lowercase() && letter.is_uppercase();
    let pairs = || name.chars().zip(name.chars().skip(1));
    if name.contains(char::is_whitespace) || pairs().filter(|pair| begins(*pair)).count() < 2 {
        return Cow::Borrowed(name);
    }
    let mut spaced: String = name.chars().take(1).collect();
    for pair in pairs() {
        if begins(pair) {
            spaced.push(' ');
        }
        spaced.push(pair.1);
    }
    Cow::Owned(spaced)
}

/// A name as it is being taken apart.
#[derive(Default)]
struct Reading {
    forms: Vec<FoldedForm>,
    legal: LegalForm,
    noted: bool,
    retired: bool,
}

impl Reading {
    fn read(&mut self, text: &str, trading: bool) {
        let (body, brackets) = without_brackets(text);
        let mut parts = Vec::new();
        for segment in segments(&body) {
            let first = parts.is_empty();
            self.part(segment, &mut parts, first);
        }
        let in_body = parts.len();
        for bracket in &brackets {
            self.part(bracket, &mut parts, false);
        }
        if parts.is_empty() {
            return;
        }
        let whole = parts.join(" ");
        if trading {
            self.add(whole, FormKind::TradingName);
            return;
        }
        self.add(whole, FormKind::Whole);
        if parts.len() > 1 {
            if in_body > 0 {
                self.add(parts[0].clone(), FormKind::WithoutAside);
            }
            for part in &parts[1..] {
                self.add(part.clone(), FormKind::Aside);
            }
        }
    }

    /// One part set apart: a note is noted, anything else is kept without its legal form.
    fn part(&mut self, text: &str, parts: &mut Vec<String>, first: bool) {
        let joined = words_of(text);
        let mut words: Vec<&str> = joined.iter().map(|word| &**word).collect();
        while first && words.len() > 1 && note::is_mark(words[0]) {
            words.remove(0);
            self.noted = true;
            self.retired = true;
        }
        self.noted |= drop_trailing_note(&mut words, &mut self.retired);
        if words.is_empty() {
            return;
        }
        if note::is_note(&words) {
            self.noted = true;
            self.retired |= note::is_retired(&words);
            return;
        }
        words.retain(|word| !words::is_and(word));
        let form = legal::strip(&mut words);
        if self.legal == 0 {
            self.legal = form;
        }
        // "Acme (Ltd)": a bracket that is nothing but a legal form.
        if !parts.is_empty() && legal::is_form(&words) {
            return;
        }
        if !words.is_empty() {
            parts.push(words.join(" "));
        }
    }

    fn add(&mut self, text: String, kind: FormKind) {
        if !text.is_empty() && self.forms.iter().all(|form| form.text != text) {
            self.forms.push(FoldedForm { text, kind });
        }
    }
}

/// Takes off what needs no bracket to be known as a note: "Acme Ltd DO NOT USE", "Acme Ltd OLD".
fn drop_trailing_note(words: &mut Vec<&str>, retired: &mut bool) -> bool {
    let length = match words.as_slice() {
        [_, .., "do", "not", "use"] => 3,
        [_, .., "dont" | "not", "use"] => 2,
        [
            _,
            ..,
            "inactive" | "archived" | "duplicate" | "dnu" | "terminated" | "dupe",
        ] => 1,
        [_, .., before, "old" | "closed" | "dissolved" | "new"] if legal::is_form(&[*before]) => 1,
        _ => return false,
    };
    *retired |= words.last() != Some(&"new");
    words.truncate(words.len() - length);
    true
}

fn strip_text(plain: &str) -> (String, LegalForm) {
    let mut words: Vec<&str> = plain.split(' ').collect();
    let form = legal::strip(&mut words);
    (words.join(" "), form)
}

/// The words of a text; single letters in a row are one word, so that "I.B.M." and "S.p.A." are "ibm" and "spa".
fn words_of(text: &str) -> Vec<Cow<'_, str>> {
    let mut words: Vec<Cow<'_, str>> = Vec::with_capacity(8);
    let mut letters = false;
    for word in text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let single = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
        match words.last_mut() {
            Some(last) if single && letters => last.to_mut().push_str(word),
            _ => words.push(Cow::Borrowed(word)),
        }
        letters = single;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(name: &str) -> String {
        fold(name).forms[0].text.clone()
    }

    #[test]
    fn notes_codes_and_legal_forms_come_off() {
        for name in [
            "Acme Widgets Ltd",
            "ACME WIDGETS",
            "Acme Widgets (old)",
            "ZZ - Acme Widgets Ltd",
            "ZZ Acme Widgets",
            "Acme Widgets - DO NOT USE",
            "Acme Widgets Ltd DO NOT USE",
            "C1023 - Acme Widgets",
            "Acme Widgets [10023]",
            "*Acme Widgets*",
            "Acme Widgets, Inc.",
            "Acme & Widgets GmbH & Co. KG",
            "The Acme Widgets Company",
            "Acme Widgets Limited (Inactive)",
            "10023: Acme Widgets",
            "Acme Widgets S.p.A.",
            "Acme Widgets OLD Ltd - old",
            "AcmeWidgetsLtd",
        ] {
            if name.contains("OLD Ltd") {
                assert_eq!(
                    whole(name),
                    "acme widgets old",
                    "a note in the middle may be a word"
                );
            } else {
                assert_eq!(whole(name), "acme widgets", "{name}");
            }
        }
        assert!(
            fold("Acme (old)").retired && fold("ZZ - Acme").retired && !fold("Acme (VIP)").retired
        );
    }

    #[test]
    fn trading_names_and_brackets_are_other_names() {
        let forms = |name| {
            fold(name)
                .forms
                .into_iter()
                .map(|form| (form.text, form.kind))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            forms("Smith Foods Ltd t/a The Hungry Cat"),
            [
                ("smith foods".to_owned(), FormKind::Whole),
                ("hungry cat".to_owned(), FormKind::TradingName)
            ]
        );
        assert_eq!(
            forms("Smith Foods (d/b/a Hungry Cat, Inc.)")[1],
            ("hungry cat".to_owned(), FormKind::TradingName)
        );
        assert_eq!(
            forms("International Business Machines (IBM)"),
            [
                (
                    "international business machines ibm".to_owned(),
                    FormKind::Whole
                ),
                (
                    "international business machines".to_owned(),
                    FormKind::WithoutAside
                ),
                ("ibm".to_owned(), FormKind::Aside),
            ]
        );
    }

    #[test]
    fn something_always_stays() {
        for name in [
            "Ltd",
            "(old)",
            "ZZ",
            "- - -",
            "",
            "!!!",
            "t/a",
            "123",
            "日本",
            "(",
            "d/b/a d/b/a",
        ] {
            assert!(!fold(name).forms.is_empty(), "{name}");
        }
        assert_eq!(whole("(old)"), "old");
        assert_eq!(whole("I.B.M."), "ibm");
        assert_eq!(whole("AT&T Inc"), "at t");
    }
}

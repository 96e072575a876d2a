//! A list as it is searched in: every entry folded once, so that neither case nor marks count.
//!
//! Made when somebody searches for the first time. All entries lie in one text, one after the
//! other: looking through fifty thousand of them is then as quick as reading it.

use memchr::memmem::Finder;

use super::Item;

/// Between the parts of an entry, so that no word is found across two of them.
const PART: char = '\n';

/// The folded text of every entry of a list.
#[derive(Debug)]
pub(crate) struct Folded {
    text: String,
    /// Where each entry ends.
    ends: Vec<usize>,
}

/// What was typed to search for, folded: every word of it has to be somewhere.
pub(crate) struct Words(Vec<Finder<'static>>);

impl Folded {
    /// Folds a list.
    pub(crate) fn of(items: &[Item]) -> Self {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(items.len());
        for item in items {
            for part in item.sought() {
                text.push_str(&mapping::searchable(part));
                text.push(PART);
            }
            ends.push(text.len());
        }
        Self { text, ends }
    }

    /// Whether the entry at a place has every one of the words.
    pub(crate) fn has_all(&self, place: usize, words: &Words) -> bool {
        let entry = self.entry(place).as_bytes();
        words.0.iter().all(|word| word.find(entry).is_some())
    }

    /// Whether the entry at a place begins with this text, which is its name's beginning.
    pub(crate) fn begins_with(&self, place: usize, folded: &str) -> bool {
        self.entry(place).starts_with(folded)
    }

    fn entry(&self, place: usize) -> &str {
        let Some(end) = self.ends.get(place) else {
            return "";
        };
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..*end]
    }
}

impl Words {
    /// The words of what was typed.
    pub(crate) fn of(typed: &str) -> Self {
        let words = typed.split_whitespace().map(mapping::searchable);
        let words = words.filter(|word| !word.trim().is_empty());
        Self(
            words
                .map(|word| Finder::new(word.trim()).into_owned())
                .collect(),
        )
    }

    /// Nothing is sought.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use mapping::Record;

    use super::*;

    fn list() -> Folded {
        let item = |name: &str, domain: &str| Item {
            record: Record {
                name: name.into(),
                domains: vec![domain.into()],
                ..Record::default()
            },
            ..Item::default()
        };
        Folded::of(&[
            item("Äpfel und Birnen GmbH", "obst.example"),
            item("Müller’s Łódź", "b.example"),
            item("北京 Trading", "c.example"),
        ])
    }

    fn found(typed: &str) -> Vec<usize> {
        let (list, words) = (list(), Words::of(typed));
        (0..3)
            .filter(|place| list.has_all(*place, &words))
            .collect()
    }

    #[test]
    fn every_word_has_to_be_somewhere() {
        assert_eq!(found("gmbh ÄPFEL"), [0]);
        assert_eq!(found("birnen OBST."), [0]);
        assert_eq!(found(""), [0, 1, 2]);
        assert!(found("äpfel pflaumen").is_empty());
    }

    #[test]
    fn neither_case_nor_marks_nor_kinds_of_quotes_count() {
        assert_eq!(found("apfel"), [0]);
        assert_eq!(found("MULLER'S lodz"), [1]);
        assert_eq!(found("Mu\u{308}ller"), [1]);
        assert_eq!(found("北京"), [2]);
    }

    #[test]
    fn nothing_is_found_across_two_parts_or_two_entries() {
        assert!(found("gmbhobst").is_empty());
        assert!(found("examplem").is_empty());
        assert!(list().begins_with(1, "muller"));
        assert!(!list().begins_with(1, "lodz"));
        assert!(!list().begins_with(9, "a"));
    }
}

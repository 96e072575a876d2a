//! How much of a list another server may fill memory with.

use super::Item;

/// Most rows of one list: four times as many as anybody is known to have.
pub(super) const MOST_ROWS: usize = 200_000;
/// The longest text of one field, in bytes; a row with a longer one is no organisation.
pub(super) const LONGEST: usize = 2_000;
/// Most text of one list as it is kept, in bytes: several times as much as fifty thousand
/// organisations have.
pub(super) const MOST_TEXT: usize = 32 * 1024 * 1024;

/// How much of a list there is so far.
#[derive(Debug, Default)]
pub(super) struct Room {
    text: usize,
}

impl Room {
    /// Whether a row is one that can be kept: no text in it is longer than what it is meant for,
    /// and none is one that the store would refuse.
    pub(super) fn fits(item: &Item) -> bool {
        let mut texts = item.record.texts();
        texts.all(|text| text.len() <= LONGEST && !store::looks_like_a_secret(text))
    }

    /// Takes rows in, as the text that they are kept as.
    pub(super) const fn take(&mut self, text: &str) {
        self.text = self.text.saturating_add(text.len());
    }

    /// Whether a list of so many rows is more than can be held.
    pub(super) const fn is_full(&self, rows: usize) -> bool {
        rows > MOST_ROWS || self.text > MOST_TEXT
    }
}

#[cfg(test)]
mod tests {
    use mapping::Record;

    use super::*;

    fn named(name: String) -> Item {
        Item {
            record: Record {
                name,
                ..Record::default()
            },
            ..Item::default()
        }
    }

    #[test]
    fn rows_texts_and_fields_have_their_ends() {
        assert!(Room::fits(&named("n".repeat(LONGEST))));
        assert!(!Room::fits(&named("n".repeat(LONGEST + 1))));
        let guid = "0a1B2c3d-4e5f-6789-abCD-ef0123456789";
        assert!(Room::fits(&named(guid.to_owned())));
        assert!(!Room::fits(&named(format!("{guid}-{guid}"))));
        let mut room = Room::default();
        assert!(!room.is_full(MOST_ROWS));
        assert!(room.is_full(MOST_ROWS + 1));
        let text = "t".repeat(MOST_TEXT);
        room.take(&text);
        assert!(!room.is_full(1));
        room.take("t");
        assert!(room.is_full(1));
    }
}

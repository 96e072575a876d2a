//! How much of a list another server may fill memory with.

use super::Item;

/// Most rows of one list: four times as many as anybody is known to have.
pub(super) const MOST_ROWS: usize = 200_000;
/// The longest text of one field, in bytes; a row with a longer one is no organisation.
pub(super) const LONGEST: usize = 2_000;
/// Most text of one list, in bytes.
const MOST_TEXT: usize = 100 * 1024 * 1024;

/// How much of a list there is so far.
#[derive(Debug, Default)]
pub(super) struct Room {
    text: usize,
}

impl Room {
    /// Whether a row is one that can be kept; counts its text.
    pub(super) fn has_for(&mut self, item: &Item) -> bool {
        let record = &item.record;
        let texts = [&record.id, &record.name]
            .into_iter()
            .chain(&record.domains)
            .chain(&record.phones)
            .chain(&record.city)
            .chain(&record.postcode)
            .chain(&record.country)
            .chain(&record.external_ids);
        let (mut longest, mut sum) = (0, 0);
        for text in texts {
            longest = longest.max(text.len());
            sum += text.len();
        }
        let fits = longest <= LONGEST;
        if fits {
            self.text += sum;
        }
        fits
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
        let mut room = Room::default();
        assert!(room.has_for(&named("n".repeat(LONGEST))));
        assert!(!room.has_for(&named("n".repeat(LONGEST + 1))));
        assert!(!room.is_full(MOST_ROWS));
        assert!(room.is_full(MOST_ROWS + 1));
        for _ in 0..=MOST_TEXT / LONGEST {
            assert!(room.has_for(&named("n".repeat(LONGEST))));
        }
        assert!(room.is_full(1));
    }
}

//! What is different between a list and the one before it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::Item;
use crate::wire::ChangeCounts;

/// What is different from the time before, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Changes {
    /// There for the first time.
    pub(crate) new: Vec<String>,
    /// The names that those had which have another now.
    pub(crate) renamed: BTreeMap<String, String>,
    /// The names of those that are not there any more.
    pub(crate) gone: BTreeMap<String, String>,
}

impl Changes {
    /// Compares a list with the one before; a first list has no changes.
    pub(crate) fn between(before: Option<&[Item]>, now: &[Item]) -> Self {
        let Some(before) = before else {
            return Self::default();
        };
        let mut known: HashMap<&str, &str> = before
            .iter()
            .map(|item| (item.record.id.as_str(), item.record.name.as_str()))
            .collect();
        let mut changes = Self::default();
        for item in now {
            let (id, name) = (&item.record.id, &item.record.name);
            match known.remove(id.as_str()) {
                None => changes.new.push(id.clone()),
                Some(was) if was != name => {
                    changes.renamed.insert(id.clone(), was.to_owned());
                }
                Some(_) => {}
            }
        }
        let gone = known.into_iter();
        changes.gone = gone
            .map(|(id, name)| (id.to_owned(), name.to_owned()))
            .collect();
        changes
    }

    /// Takes back what is no change: what was only left out before is not new, and what is only
    /// left out now is not gone.
    pub(crate) fn without_left_out(
        mut self,
        before: &BTreeSet<String>,
        now: &BTreeSet<String>,
    ) -> Self {
        self.new.retain(|id| !before.contains(id));
        self.gone.retain(|id, _| !now.contains(id));
        self
    }

    pub(crate) fn counts(&self) -> ChangeCounts {
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        ChangeCounts {
            new: count(self.new.len()),
            renamed: count(self.renamed.len()),
            gone: count(self.gone.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use mapping::Record;

    use super::*;

    fn list(entries: &[(&str, &str)]) -> Vec<Item> {
        let item = |(id, name): &(&str, &str)| Item {
            record: Record {
                id: (*id).to_owned(),
                name: (*name).to_owned(),
                ..Record::default()
            },
            ..Item::default()
        };
        entries.iter().map(item).collect()
    }

    #[test]
    fn new_renamed_and_gone_are_told_apart() {
        let before = list(&[("1", "Acme"), ("2", "Bolt"), ("3", "Cog")]);
        let now = list(&[("3", "Cog"), ("2", "Bolt Ltd"), ("4", "Dyne")]);
        let changes = Changes::between(Some(&before), &now);
        assert_eq!(changes.new, ["4"]);
        assert_eq!(changes.renamed, [("2".into(), "Bolt".into())].into());
        assert_eq!(changes.gone, [("1".into(), "Acme".into())].into());
        assert_eq!(Changes::between(None, &now), Changes::default());
        assert_eq!(Changes::between(Some(&now), &now), Changes::default());
    }

    #[test]
    fn what_was_only_left_out_is_neither_new_nor_gone() {
        let before = list(&[("1", "Acme"), ("2", "Bolt")]);
        let now = list(&[("3", "Cog"), ("4", "Dyne")]);
        let changes = Changes::between(Some(&before), &now);
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        let changes = changes.without_left_out(&ids(&["3"]), &ids(&["1"]));
        assert_eq!(changes.new, ["4"]);
        assert_eq!(changes.gone, [("2".into(), "Bolt".into())].into());
    }
}

//! The ids by which a customer may be known on both sides.
//!
//! Of a customer Halo's list has several: its own number, and those of other products. A vendor's list
//! has one, and seldom says whose. So the lists themselves tell: an id counts as one of Halo's where
//! those that have the same name have the same id. Called by [`super::suggest`].

use std::collections::{HashMap, HashSet};

use mapping::{Record, folded_id, folded_name};

use super::Item;

/// Whose id it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The customer's number in Halo.
    Halo,
    /// The accounting product's.
    Accounts,
    /// IT Glue's.
    ItGlue,
}

impl Whose {
    const ALL: [Self; 3] = [Self::Halo, Self::Accounts, Self::ItGlue];

    /// What begins an id whose owner is known: it equals no other product's id.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Halo => "Halo ",
            Self::Accounts => "Accounts ",
            Self::ItGlue => "IT Glue ",
        }
    }

    /// An id with its owner.
    pub(super) fn owned(self, id: &str) -> String {
        format!("{}{id}", self.prefix())
    }

    fn is_owner(self, id: &str) -> bool {
        id.starts_with(self.prefix())
    }

    /// The id of a customer of Halo's, without its owner.
    fn of(self, customer: &Item) -> Option<&str> {
        let record = &customer.record;
        match self {
            Self::Halo => Some(&record.id),
            _ => record
                .external_ids
                .iter()
                .find_map(|id| id.strip_prefix(self.prefix())),
        }
    }
}

/// A Halo customer's id as the vendor's product knows it.
pub(crate) fn known_to_halo(id: &str) -> String {
    Whose::Halo.owned(id)
}

/// Halo's records with those of their ids that the vendor's list knows them by.
pub(super) fn of_halo(halo: &[Item], vendor: &[Item]) -> Vec<Record> {
    let counting: Vec<Whose> = Whose::ALL
        .into_iter()
        .filter(|whose| counts(*whose, halo, vendor))
        .collect();
    let is_told = vendor.iter().any(|item| {
        let mut ids = item.record.external_ids.iter();
        ids.any(|id| Whose::Halo.is_owner(id))
    });
    let record = |customer: &Item| {
        let mut record = customer.record.clone();
        let ids = counting.iter().filter_map(|whose| whose.of(customer));
        record.external_ids = ids.map(str::to_owned).collect();
        if is_told {
            record.external_ids.push(known_to_halo(&record.id));
        }
        record
    };
    halo.iter().map(record).collect()
}

/// Whether the ids of the vendor's list are these. Those of the same name tell; where no name is the
/// same, most of the ids have to be there.
fn counts(whose: Whose, halo: &[Item], vendor: &[Item]) -> bool {
    let asked: Vec<(&Item, String)> = vendor
        .iter()
        .filter_map(|item| Some((item, told_by_nobody(item)?)))
        .collect();
    if asked.is_empty() {
        return false;
    }
    let mut by_name: HashMap<String, Option<String>> = HashMap::new();
    let mut ids: HashSet<String> = HashSet::new();
    for customer in halo {
        let Some(id) = whose.of(customer).and_then(folded_id) else {
            continue;
        };
        ids.insert(id.clone());
        // A name that several have tells nothing.
        by_name
            .entry(folded_name(&customer.record.name))
            .and_modify(|known| *known = None)
            .or_insert(Some(id));
    }
    let (mut same, mut other, mut there) = (0, 0, 0);
    for (item, id) in &asked {
        there += usize::from(ids.contains(id));
        match by_name.get(&folded_name(&item.record.name)) {
            Some(Some(known)) if known == id => same += 1,
            Some(Some(_)) => other += 1,
            _ => {}
        }
    }
    if same + other > 0 {
        same > other
    } else {
        2 * there > asked.len()
    }
}

/// The id of a vendor's entry of which nobody says whose it is.
fn told_by_nobody(item: &Item) -> Option<String> {
    let mut ids = item.record.external_ids.iter();
    let id = ids.find(|id| !Whose::ALL.iter().any(|whose| whose.is_owner(id)))?;
    folded_id(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(entries: &[(&str, &str, &[String])]) -> Vec<Item> {
        let item = |(id, name, ids): &(&str, &str, &[String])| Item {
            record: Record {
                id: (*id).to_owned(),
                name: (*name).to_owned(),
                external_ids: ids.to_vec(),
                ..Record::default()
            },
            ..Item::default()
        };
        entries.iter().map(item).collect()
    }

    fn ids(records: &[Record]) -> Vec<&[String]> {
        let ids = records.iter().map(|record| record.external_ids.as_slice());
        ids.collect()
    }

    fn halo() -> Vec<Item> {
        let [acme, bolt] = ["A-1", "A-2"].map(|id| [Whose::Accounts.owned(id)]);
        list(&[
            ("17", "Acme Ltd", &acme),
            ("18", "Bolt", &bolt),
            ("19", "Cog", &[]),
        ])
    }

    #[test]
    fn those_of_the_same_name_tell_whose_the_ids_are() {
        let of = |entries: [(&str, &str); 3]| {
            let entries = entries.map(|(name, id)| (name, [id.to_owned()]));
            let entries: Vec<_> = entries
                .iter()
                .map(|(name, id)| ("x", *name, &id[..]))
                .collect();
            of_halo(&halo(), &list(&entries))
        };
        let numbers = of([("Acme Limited", "0017"), ("Bolt", "18"), ("New name", "19")]);
        assert_eq!(ids(&numbers), [["17"], ["18"], ["19"]]);
        let accounts = of([("Acme", "a1"), ("Bolt", "A-2"), ("Else", "17")]);
        assert_eq!(
            ids(&accounts),
            [&["A-1".to_owned()][..], &["A-2".to_owned()], &[]]
        );
        // Another product's numbers, some of which are Halo's by chance.
        let chance = of([("Acme", "18"), ("Bolt", "17"), ("Cog", "19")]);
        assert!(chance.iter().all(|record| record.external_ids.is_empty()));
        // No name is the same: most of the ids are there, or few.
        let renamed = of([("One", "17"), ("Two", "18"), ("Three", "77")]);
        assert_eq!(ids(&renamed)[0], ["17"]);
        let few = of([("One", "17"), ("Two", "78"), ("Three", "77")]);
        assert!(few.iter().all(|record| record.external_ids.is_empty()));
    }

    #[test]
    fn an_id_that_says_whose_it_is_is_believed() {
        let told = list(&[("x", "Acme", &[known_to_halo("18")])]);
        let records = of_halo(&halo(), &told);
        assert_eq!(ids(&records), [["Halo 17"], ["Halo 18"], ["Halo 19"]]);
        let silent = of_halo(&halo(), &list(&[("x", "Acme", &[])]));
        assert!(silent.iter().all(|record| record.external_ids.is_empty()));
    }
}

//! One entry of a list, as it is matched, kept and shown.

use mapping::Record;
use serde::{Deserialize, Serialize};

use crate::wire::MappingItem;

/// One entry of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Item {
    /// What is known of it for matching.
    pub(crate) record: Record,
    /// What Halo uses it for, or what the profile wants it to be used for.
    pub(crate) used_for: Option<String>,
    /// What the profile says about it.
    pub(crate) hint: Option<String>,
    /// Its place in Halo's own order.
    pub(crate) order: Option<i64>,
    /// Halo has it switched off.
    pub(crate) off: bool,
}

impl Item {
    /// Whether the store would refuse it: a text in it looks like a client secret.
    pub(crate) fn holds_a_secret(&self) -> bool {
        let texts = self.record.texts();
        let mut texts = texts.chain(self.used_for.as_deref());
        texts.any(store::looks_like_a_secret)
    }

    /// The entry as the page shows it.
    pub(crate) fn shown(&self) -> MappingItem {
        let record = &self.record;
        let known = record
            .domains
            .iter()
            .take(2)
            .chain(&record.city)
            .chain(&record.postcode)
            .chain(&record.country)
            .chain(record.phones.first())
            .chain(&self.used_for);
        let known: Vec<&str> = known.map(String::as_str).collect();
        MappingItem {
            id: record.id.clone(),
            name: record.name.clone(),
            about: known.join(" · "),
        }
    }

    /// What is searched in: everything by which somebody would look for it.
    pub(crate) fn sought(&self) -> impl Iterator<Item = &str> {
        let record = &self.record;
        std::iter::once(&record.name)
            .chain(&record.domains)
            .chain(&record.city)
            .chain(&record.postcode)
            .chain(std::iter::once(&record.id))
            .map(String::as_str)
    }
}

/// A list as text for the store: short names, and nothing of what is empty.
pub(crate) fn write(items: &[Item]) -> String {
    let kept: Vec<Kept> = items.iter().map(Kept::from).collect();
    serde_json::to_string(&kept).unwrap_or_default()
}

/// A list from the store; `None` where another version wrote what this one cannot read.
pub(crate) fn read(text: &str) -> Option<Vec<Item>> {
    let kept: Vec<Kept> = serde_json::from_str(text).ok()?;
    Some(kept.into_iter().map(Item::from).collect())
}

#[derive(Serialize, Deserialize)]
struct Kept {
    i: String,
    n: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    d: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    p: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    t: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    z: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    c: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    x: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    u: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    h: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    o: Option<i64>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    f: bool,
}

impl From<&Item> for Kept {
    fn from(item: &Item) -> Self {
        let record = item.record.clone();
        Self {
            i: record.id,
            n: record.name,
            d: record.domains,
            p: record.phones,
            t: record.city,
            z: record.postcode,
            c: record.country,
            x: record.external_ids,
            u: item.used_for.clone(),
            h: item.hint.clone(),
            o: item.order,
            f: item.off,
        }
    }
}

impl From<Kept> for Item {
    fn from(kept: Kept) -> Self {
        Self {
            record: Record {
                id: kept.i,
                name: kept.n,
                domains: kept.d,
                phones: kept.p,
                city: kept.t,
                postcode: kept.z,
                country: kept.c,
                external_ids: kept.x,
            },
            used_for: kept.u,
            hint: kept.h,
            order: kept.o,
            off: kept.f,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_as_it_was_kept() {
        let full = Item {
            record: Record {
                id: "17".into(),
                name: "Müller & Söhne".into(),
                domains: vec!["a.de".into(), "b.de".into()],
                phones: vec!["+49 30 1".into()],
                city: Some("Berlin".into()),
                postcode: Some("10115".into()),
                country: Some("DE".into()),
                external_ids: vec!["x".into()],
            },
            used_for: Some("Projects".into()),
            hint: Some("Choose well.".into()),
            order: Some(3),
            off: true,
        };
        let items = [full, Item::default()];
        assert_eq!(read(&write(&items)).as_deref(), Some(&items[..]));
        assert_eq!(read("{}"), None);
    }
}

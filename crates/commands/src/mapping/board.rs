//! One mapping of one connection as it stands: both lists, decisions, suggestions.
//!
//! Nothing here is the only copy of anything: lists and decisions are in the store, suggestions
//! can be made again.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use setup::profile::{Mapping, MappingKind, Side as Whose};
use store::{Connection, ConnectionId, Decision, KeptSide, Side, Steps, Store, Verdict};

use super::decide::Choice;
use super::folded::Folded;
use super::pages::BegunReading;
use super::suggest::Proposals;
use super::{Changes, Item, item};
use crate::error::CommandError;
use crate::wire::{RowFilter, SuggestionClass};

/// How a list was read, as it is kept beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Source {
    /// In words.
    pub(crate) how: String,
    /// Rows that could not be used.
    pub(crate) left_out: u32,
    /// Rows that the list has, for those who do not read it.
    #[serde(default)]
    pub(crate) rows: u32,
    /// Rows at most that should have come and did not.
    #[serde(default)]
    pub(crate) missing: u32,
    /// Decisions that went over to this list's ids from names.
    #[serde(default)]
    pub(crate) taken_over: u32,
    /// Customers that are switched off were read too.
    #[serde(default)]
    pub(crate) inactive: bool,
    /// Customers of the admin's own company were read too.
    #[serde(default)]
    pub(crate) internal: bool,
    /// Ids of what was known before, is not among the rows, and is there all the same, or may be:
    /// the choice left it out, or its row could not be used. Never called gone.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) withheld: BTreeSet<String>,
}

/// One list with what is known of its reading.
#[derive(Debug, Clone, Default)]
pub(crate) struct List {
    pub(crate) items: Arc<Vec<Item>>,
    pub(crate) by_id: Arc<HashMap<String, usize>>,
    pub(crate) read: Option<Timestamp>,
    pub(crate) source: Source,
    pub(crate) changes: Changes,
    pub(crate) new: HashSet<String>,
    /// A reading that was broken off.
    pub(crate) begun: Option<BegunReading>,
    /// The entries as they are searched in, once somebody did.
    folded: Arc<OnceLock<Folded>>,
}

impl List {
    fn of(items: Vec<Item>) -> Self {
        let by_id = items.iter().enumerate();
        let by_id = by_id.map(|(place, item)| (item.record.id.clone(), place));
        Self {
            by_id: Arc::new(by_id.collect()),
            items: Arc::new(items),
            ..Self::default()
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Item> {
        self.by_id.get(id).map(|place| &self.items[*place])
    }

    /// The entries as they are searched in.
    pub(crate) fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::of(&self.items))
    }

    /// Whether an entry is known to be gone: of a list that is known to be incomplete, none is,
    /// and nothing is that was only left out.
    pub(crate) fn lacks(&self, id: &str) -> bool {
        self.read.is_some()
            && self.source.missing == 0
            && self.get(id).is_none()
            && !self.source.withheld.contains(id)
    }
}

/// One mapping of one connection.
pub(crate) struct Board {
    pub(crate) connection: ConnectionId,
    pub(crate) spec: Mapping,
    pub(crate) halo: List,
    pub(crate) vendor: List,
    pub(crate) decisions: HashMap<String, Decision>,
    /// For each row a suggestion, once made for the lists as they are.
    pub(crate) suggestions: Option<Arc<Proposals>>,
    pub(crate) steps: Steps,
    /// Who has what, where each is given once only: answers by id, with their rows.
    pub(crate) given: HashMap<String, Vec<String>>,
    /// The answer that the row has which this mapping depends on, by id.
    pub(crate) under: Option<String>,
    /// Goes up whenever rows or decisions change, so that filtered lists are made anew.
    pub(crate) version: u64,
    /// The last filtered list of rows.
    pub(crate) filtered: Option<Filtered>,
}

/// Rows that fit a filter.
pub(crate) struct Filtered {
    pub(crate) filter: RowFilter,
    pub(crate) class: Option<SuggestionClass>,
    pub(crate) text: String,
    pub(crate) version: u64,
    pub(crate) places: Arc<Vec<usize>>,
}

impl Board {
    /// Reads a mapping out of the store.
    pub(crate) async fn load(
        store: &Store,
        connection: &Connection,
        spec: Mapping,
    ) -> Result<Self, CommandError> {
        let mut board = Self {
            connection: connection.id,
            halo: List::default(),
            vendor: List::default(),
            decisions: HashMap::new(),
            suggestions: None,
            steps: Steps::default(),
            given: HashMap::new(),
            under: None,
            version: 0,
            filtered: None,
            spec,
        };
        board.load_list(store, Side::Halo).await?;
        board.load_list(store, Side::Vendor).await?;
        board.load_decisions(store).await?;
        Ok(board)
    }

    /// The list of a side.
    pub(crate) fn list(&self, side: Side) -> &List {
        match side {
            Side::Halo => &self.halo,
            Side::Vendor => &self.vendor,
        }
    }

    /// Everything of a side that was there once: of the list, left out of it, or decided about.
    /// With whether it was switched off when it was last seen, where that is known.
    pub(crate) fn known(&self, side: Side) -> BTreeMap<String, bool> {
        let list = self.list(side);
        let decided = self.decisions.values().filter_map(|decision| {
            match (&decision.verdict, side == self.asking()) {
                (_, true) => Some(&decision.row),
                (Verdict::Accepted { id, .. }, false) => Some(id),
                _ => None,
            }
        });
        let seen = decided.chain(&list.source.withheld);
        let mut known: BTreeMap<String, bool> = seen.map(|id| (id.clone(), false)).collect();
        let items = list.items.iter();
        known.extend(items.map(|item| (item.record.id.clone(), item.off)));
        known
    }

    /// What is [`Self::known`] of a side, without what is known to be gone.
    pub(crate) fn still_known(&self, side: Side) -> BTreeMap<String, bool> {
        let mut known = self.known(side);
        known.retain(|id, _| !self.list(side).lacks(id));
        known
    }

    /// Which side's rows get an answer each.
    pub(crate) fn asking(&self) -> Side {
        match self.spec.rows {
            Whose::Halo => Side::Halo,
            Whose::Vendor => Side::Vendor,
        }
    }

    /// The rows.
    pub(crate) fn rows(&self) -> &List {
        self.list(self.asking())
    }

    /// What the answers are taken from.
    pub(crate) fn answers(&self) -> &List {
        match self.asking() {
            Side::Halo => &self.vendor,
            Side::Vendor => &self.halo,
        }
    }

    /// Whether an answer suits a row: a ticket type has to be of the use that is asked for.
    pub(crate) fn suits(&self, row: &Item, answer: &Item) -> bool {
        let is_ticket_type = self.spec.kind == MappingKind::TicketTypes;
        match (&row.used_for, &answer.used_for) {
            (Some(wanted), Some(is)) if is_ticket_type => setup::ticket_use::same(wanted, is),
            _ => true,
        }
    }

    /// Reads a list out of the store again, after it was kept there.
    pub(crate) async fn load_list(
        &mut self,
        store: &Store,
        side: Side,
    ) -> Result<(), CommandError> {
        let list = if side == Side::Vendor && !self.spec.values.is_empty() {
            List::of(values(&self.spec))
        } else {
            let kept = store
                .mapping_side(self.connection, &self.spec.key, side)
                .await?;
            kept.and_then(list).unwrap_or_default()
        };
        match side {
            Side::Halo => self.halo = list,
            Side::Vendor => self.vendor = list,
        }
        self.suggestions = None;
        self.version += 1;
        self.note_begun(store).await
    }

    /// Notes what a reading of Halo's list which was broken off has already.
    pub(crate) async fn note_begun(&mut self, store: &Store) -> Result<(), CommandError> {
        let pages = store
            .mapping_pages(self.connection, &self.spec.key, Side::Halo)
            .await?;
        self.halo.begun = BegunReading::of(&pages, Timestamp::now());
        Ok(())
    }

    /// Reads the decisions out of the store again, after they were kept there.
    pub(crate) async fn load_decisions(&mut self, store: &Store) -> Result<(), CommandError> {
        let decisions = store.decisions(self.connection, &self.spec.key).await?;
        self.decisions = decisions
            .into_iter()
            .map(|decision| (decision.row.clone(), decision))
            .collect();
        self.steps = store.steps(self.connection, &self.spec.key).await?;
        self.under = match &self.spec.depends_on {
            Some(on) => {
                let others = store.decisions(self.connection, &on.mapping).await?;
                let row = others.into_iter().find(|decision| decision.row == on.row);
                row.and_then(|decision| match decision.verdict {
                    Verdict::Accepted { id, .. } => Some(id),
                    Verdict::Later | Verdict::Ignored => None,
                })
            }
            None => None,
        };
        self.given = HashMap::new();
        if !self.spec.many_to_one {
            for decision in self.decisions.values() {
                give(&mut self.given, decision);
            }
        }
        self.version += 1;
        Ok(())
    }

    /// Notes choices that were kept in the store: for a step of a few rows among many, this is
    /// far less than reading them all again.
    pub(crate) fn note(&mut self, choices: Vec<Choice>) {
        for (row, decision) in choices {
            let before = match &decision {
                Some(decision) => self.decisions.insert(row.clone(), decision.clone()),
                None => self.decisions.remove(&row),
            };
            if self.spec.many_to_one {
                continue;
            }
            if let Some(Verdict::Accepted { id, .. }) = before.map(|before| before.verdict)
                && let Some(rows) = self.given.get_mut(&id)
            {
                rows.retain(|other| *other != row);
                if rows.is_empty() {
                    self.given.remove(&id);
                }
            }
            if let Some(decision) = &decision {
                give(&mut self.given, decision);
            }
        }
        self.steps = Steps {
            back: true,
            forth: false,
        };
        self.version += 1;
    }
}

fn give(given: &mut HashMap<String, Vec<String>>, decision: &Decision) {
    if let Verdict::Accepted { id, .. } = &decision.verdict {
        let rows = given.entry(id.clone()).or_default();
        rows.push(decision.row.clone());
    }
}

/// The vendor's things that the profile names; their names are their ids.
fn values(spec: &Mapping) -> Vec<Item> {
    let value = |value: &setup::profile::MappingValue| Item {
        record: mapping::Record {
            id: value.name.clone(),
            name: value.name.clone(),
            ..mapping::Record::default()
        },
        used_for: value.used_for.clone(),
        hint: value.hint.clone(),
        ..Item::default()
    };
    spec.values.iter().map(value).collect()
}

fn list(kept: KeptSide) -> Option<List> {
    let mut list = List::of(item::read(&kept.rows)?);
    list.read = Some(kept.read);
    list.source = read_or_default(kept.source);
    list.changes = read_or_default(kept.changes);
    list.new = list.changes.new.iter().cloned().collect();
    Some(list)
}

fn read_or_default<T: for<'a> Deserialize<'a> + Default>(value: Value) -> T {
    serde_json::from_value(value).unwrap_or_default()
}

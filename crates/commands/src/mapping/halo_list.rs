//! Halo's side of a mapping, read politely at any size.
//!
//! Customers by page, then their sites for domains and telephone numbers, then the details of
//! those few that still look alike. Every page is kept as it comes: a reading that was stopped,
//! by whomever, goes on after its last page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use halo::{Customer, Errand, Halo, HaloError, Pages, Row, Site, StatusTicketType, Which};
use jiff::Timestamp;
use mapping::Record;
use setup::profile::MappingKind;
use store::{ConnectionId, KeptPage, Side, Store};
use tokio_util::sync::CancellationToken;

use super::absent::withheld;
use super::broken::Broken;
use super::customers::{Kept, together};
use super::details;
use super::left_out::{LeftOut, Why};
use super::pages::{fit, name_of};
use super::room::Room;
use super::{Item, Progress};
use crate::words;

/// Most requests of one reading; more pages are read by going on.
pub(super) const BUDGET: u32 = 3_000;
/// How long one reading may take: a hundred pages a minute, and pauses that Halo asks for.
const TIME: Duration = Duration::from_mins(45);

/// The list of pages of customers and of sites.
const CUSTOMERS: &str = "customers";
const SITES: &str = "sites";

/// What came of reading.
#[derive(Debug)]
pub(crate) struct HaloList {
    pub(crate) items: Vec<Item>,
    /// How many rows at most Halo has announced and did not give.
    pub(crate) missing: u32,
    /// Rows that cannot be used.
    pub(crate) left_out: LeftOut,
    /// Ids known from before that the choice left out, or may have.
    pub(crate) withheld: BTreeSet<String>,
}

/// What to read and where to keep its pages.
pub(crate) struct Reading<'a> {
    pub(crate) store: &'a Store,
    pub(crate) connection: ConnectionId,
    pub(crate) mapping: &'a str,
    pub(crate) kind: MappingKind,
    pub(crate) which: Which,
    /// What was there before, and whether it was switched off.
    pub(crate) known: BTreeMap<String, bool>,
    /// The vendor's list, where it is there already: it tells whose details are worth asking for.
    pub(crate) vendor: Arc<Vec<Item>>,
    pub(crate) progress: &'a Progress,
    pub(crate) cancel: &'a CancellationToken,
}

/// The errand of one reading.
pub(crate) fn errand(cancel: &CancellationToken) -> Errand {
    Errand::new(BUDGET, TIME, cancel.clone())
}

/// Reads Halo's list. An empty one is no list: it would say that everything is gone, and an agent
/// that may see nothing is shown just that.
pub(crate) async fn read(
    reading: &Reading<'_>,
    halo: &Halo,
    errand: &Errand,
) -> Result<HaloList, Broken> {
    let list = Box::pin(of_kind(reading, halo, errand)).await?;
    if list.items.is_empty() {
        return Err(Broken::Because(words::say("mapping-halo-empty")));
    }
    Ok(list)
}

async fn of_kind(reading: &Reading<'_>, halo: &Halo, errand: &Errand) -> Result<HaloList, Broken> {
    let (rows, missing): (Vec<(i64, Option<Item>)>, u64) = match reading.kind {
        MappingKind::Customers => return reading.customers(halo, errand).await,
        MappingKind::Statuses => {
            reading.shows("mapping-reading-statuses");
            let rows = halo.statuses(errand).await?.into_iter();
            let rows = rows.map(|row| {
                let used_for = for_types(row.ticket_types.unwrap_or_default());
                (row.id, named(row.id, row.name, used_for, row.sequence))
            });
            (rows.collect(), 0)
        }
        MappingKind::TicketTypes => {
            reading.shows("mapping-reading-ticket-types");
            let rows = halo.ticket_types(errand).await?.into_iter();
            let rows = rows.map(|row| {
                let item = named(row.id, row.name, row.used_for, row.sequence);
                (row.id, item)
            });
            (rows.collect(), 0)
        }
        MappingKind::Agents => {
            reading.shows("mapping-reading-agents");
            let list = halo.agents(errand).await?;
            let missing = list.total.unwrap_or_default();
            let missing = missing.saturating_sub(list.rows.len() as u64);
            let rows = list.rows.into_iter();
            let rows = rows.map(|row| (row.id, named(row.id, row.name, None, None)));
            (rows.collect(), missing)
        }
    };
    let mut left_out = LeftOut::default();
    let items = (1..).zip(rows).filter_map(|(place, (id, item))| {
        let why = match item {
            None => Why::NoName,
            Some(item) if item.holds_a_secret() => Why::Secret,
            Some(item) => return Some(item),
        };
        left_out.row(place, Some(&id.to_string()), why);
        None
    });
    Ok(HaloList {
        missing: count(missing),
        items: in_order(items.collect()),
        left_out,
        withheld: BTreeSet::new(),
    })
}

/// What Halo uses a status for: the ticket types that it names with it.
fn for_types(types: Vec<StatusTicketType>) -> Option<String> {
    let names: Vec<String> = types.into_iter().filter_map(|it| it.label).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Something with a number and a name; without a name it cannot be mapped.
pub(super) fn named(
    id: i64,
    name: Option<String>,
    used_for: Option<String>,
    order: Option<i64>,
) -> Option<Item> {
    let name = name.filter(|name| !name.trim().is_empty())?;
    Some(Item {
        record: Record {
            id: id.to_string(),
            name,
            ..Record::default()
        },
        used_for,
        hint: None,
        order,
        off: false,
    })
}

/// Halo's own order; what has no place in it comes last, as it came.
fn in_order(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| item.order.unwrap_or(i64::MAX));
    items
}

impl Reading<'_> {
    fn shows(&self, key: &str) {
        self.progress.show(&words::say(key), 0, None);
    }

    async fn customers(&self, halo: &Halo, errand: &Errand) -> Result<HaloList, Broken> {
        let kept = self.begun().await?;
        let (customers, sites) = (name_of(CUSTOMERS, self.which), name_of(SITES, self.which));
        let (of_customers, of_sites) = (Reached::of(&kept, &customers), Reached::of(&kept, &sites));
        drop(kept);
        let pages = halo.customers_by_page(errand, self.which);
        let what = words::say("mapping-reading-customers");
        let (customer_pages, missing) = self
            .list(pages, &customers, &what, of_customers, |row: &Customer| {
                Kept {
                    id: row.id,
                    name: row.name.clone(),
                    off: row.inactive == Some(true),
                    accounts: row.accounts_id.clone(),
                    itglue: row.itglue_id.clone(),
                    ..Kept::default()
                }
            })
            .await?;
        let pages = halo.sites_by_page(errand, self.which);
        let what = words::say("mapping-reading-sites");
        let (site_pages, _) = self
            .list(pages, &sites, &what, of_sites, |row: &Site| Kept {
                id: row.id,
                of: row.customer_id,
                domain: row.email_domain.clone(),
                phone: row.phone.clone(),
                town: row.town.clone(),
                postcode: row.postcode.clone(),
                country: row.country.clone(),
                ..Kept::default()
            })
            .await?;
        let mut left_out = LeftOut::default();
        let kept = self.pages().await?;
        let mut items = together(
            rows(&kept, &customers, customer_pages),
            rows(&kept, &sites, site_pages),
            &mut left_out,
        );
        drop(kept);
        Box::pin(details::read(self, halo, errand, &mut items)).await?;
        let mut list = HaloList {
            missing: count(missing),
            items,
            left_out,
            withheld: BTreeSet::new(),
        };
        list.withheld = withheld(self, halo, errand, &list).await?;
        Ok(list)
    }

    /// The pages that are kept, by list and number.
    async fn pages(&self) -> Result<Vec<KeptPage>, Broken> {
        let pages = self
            .store
            .mapping_pages(self.connection, self.mapping, Side::Halo);
        Ok(pages.await?)
    }

    /// The pages that this reading can go on from; others are forgotten.
    async fn begun(&self) -> Result<Vec<KeptPage>, Broken> {
        let pages = self.pages().await?;
        if fit(&pages, self.which, Timestamp::now()) {
            return Ok(pages);
        }
        self.store
            .forget_mapping_pages(self.connection, self.mapping, Side::Halo)
            .await?;
        Ok(Vec::new())
    }

    /// One list to its end, page by page, after the pages that are kept already. How many pages
    /// it then has, which are all in the store, and how many rows did not come.
    async fn list<T: Row>(
        &self,
        pages: Pages<'_, T>,
        list: &str,
        what: &str,
        reached: Reached,
        read: impl Fn(&T) -> Kept,
    ) -> Result<(u32, u64), Broken> {
        let (mut done, mut room) = (reached.ids.len(), reached.room);
        let mut kept_pages = reached.pages;
        let read_before = usize::try_from(kept_pages).unwrap_or(usize::MAX);
        let mut pages = pages
            .after(read_before, reached.ids)
            .expecting(reached.announced);
        self.progress.show(what, done, None);
        loop {
            let number = count(pages.number() as u64);
            let next = pages.next().await;
            let is_too_long = matches!(next, Err(HaloError::TooLarge)) && pages.is_too_long();
            if is_too_long || room.is_full(done) {
                // There is nothing to go on to.
                self.store
                    .forget_mapping_pages(self.connection, self.mapping, Side::Halo)
                    .await?;
                return Err(Broken::too_long());
            }
            let Some(new) = next? else {
                return Ok((kept_pages, pages.missing()));
            };
            let new: Vec<Kept> = new.iter().map(|row| read(row).checked()).collect();
            let rows = serde_json::to_string(&new).unwrap_or_default();
            room.take(&rows);
            let total = pages.total().and_then(|total| usize::try_from(total).ok());
            self.store
                .keep_mapping_page(
                    self.connection,
                    self.mapping,
                    Side::Halo,
                    &KeptPage {
                        list: list.to_owned(),
                        number,
                        total: total.and_then(|total| u32::try_from(total).ok()),
                        read: Timestamp::now(),
                        rows,
                    },
                )
                .await?;
            (kept_pages, done) = (number, done + new.len());
            self.progress.show(what, done, total);
        }
    }
}

/// What an earlier reading has of a list.
#[derive(Default)]
struct Reached {
    pages: u32,
    ids: Vec<i64>,
    announced: Option<u64>,
    room: Room,
}

impl Reached {
    /// Its pages up to the first gap.
    fn of(kept: &[KeptPage], list: &str) -> Self {
        let mut reached = Self::default();
        let own = kept.iter().filter(|kept| kept.list == list);
        for (number, kept) in (1..).zip(own) {
            if kept.number != number {
                break;
            }
            let rows: Vec<Kept> = serde_json::from_str(&kept.rows).unwrap_or_default();
            reached.ids.extend(rows.iter().map(|row| row.id));
            reached.announced = reached.announced.max(kept.total.map(u64::from));
            reached.room.take(&kept.rows);
            reached.pages = number;
        }
        reached
    }
}

/// The rows of the first pages of a list.
fn rows(kept: &[KeptPage], list: &str, pages: u32) -> impl Iterator<Item = Kept> {
    let own = kept
        .iter()
        .filter(move |kept| kept.list == list && kept.number <= pages);
    own.flat_map(|kept| serde_json::from_str::<Vec<Kept>>(&kept.rows).unwrap_or_default())
}

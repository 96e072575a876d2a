//! Halo's side of a mapping, read politely at any size.
//!
//! Customers by page, then their sites for domains and telephone numbers, then the details of
//! those few that still look alike. Every page is kept as it comes: a reading that was stopped,
//! by whomever, goes on after its last page.

use std::collections::HashMap;
use std::time::Duration;

use halo::{Customer, Errand, Halo, HaloError, Pages, Row, Site, Which};
use jiff::Timestamp;
use mapping::Record;
use setup::profile::MappingKind;
use store::{ConnectionId, KeptPage, Side, Store};
use tokio_util::sync::CancellationToken;

use super::broken::Broken;
use super::customers::{Kept, add, together};
use super::{Item, Progress};
use crate::words;

/// Most requests of one reading; more pages are read by going on.
const BUDGET: u32 = 3_000;
/// How long one reading may take: a hundred pages a minute, and pauses that Halo asks for.
const TIME: Duration = Duration::from_mins(45);
/// Most details that are read: each costs a request.
const DETAILS: usize = 100;
/// After this time a reading begins anew: pages would no longer fit together.
const STALE: Duration = Duration::from_hours(6);

/// The list of pages of customers and of sites.
const CUSTOMERS: &str = "customers";
const SITES: &str = "sites";

/// What came of reading.
#[derive(Debug)]
pub(crate) struct HaloList {
    pub(crate) items: Vec<Item>,
    /// How many rows at most Halo has announced and did not give.
    pub(crate) missing: u32,
}

/// What to read and where to keep its pages.
pub(crate) struct Reading<'a> {
    pub(crate) store: &'a Store,
    pub(crate) connection: ConnectionId,
    pub(crate) mapping: &'a str,
    pub(crate) kind: MappingKind,
    pub(crate) which: Which,
    pub(crate) progress: &'a Progress,
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
    let items = match reading.kind {
        MappingKind::Customers => return reading.customers(halo, errand).await,
        MappingKind::Statuses => {
            reading.shows("mapping-reading-statuses");
            let rows = halo.statuses(errand).await?.into_iter();
            in_order(rows.map(|row| named(row.id, row.name, None, row.sequence)))
        }
        MappingKind::TicketTypes => {
            reading.shows("mapping-reading-ticket-types");
            let rows = halo.ticket_types(errand).await?.into_iter();
            in_order(rows.map(|row| named(row.id, row.name, row.used_for, row.sequence)))
        }
        MappingKind::Agents => {
            reading.shows("mapping-reading-agents");
            let rows = halo.agents(errand).await?.rows.into_iter();
            in_order(rows.map(|row| named(row.id, row.name, None, None)))
        }
    };
    Ok(HaloList { items, missing: 0 })
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
    })
}

/// Halo's own order; what has no place in it comes last, as it came.
fn in_order(items: impl Iterator<Item = Option<Item>>) -> Vec<Item> {
    let mut items: Vec<Item> = items.flatten().collect();
    items.sort_by_key(|item| item.order.unwrap_or(i64::MAX));
    items
}

impl Reading<'_> {
    fn shows(&self, key: &str) {
        self.progress.show(&words::say(key), 0, None);
    }

    async fn customers(&self, halo: &Halo, errand: &Errand) -> Result<HaloList, Broken> {
        let kept = self.kept_pages().await?;
        let pages = halo.customers_by_page(errand, self.which);
        let (customers, missing) = self
            .list(
                pages,
                CUSTOMERS,
                "mapping-reading-customers",
                &kept,
                |row: &Customer| Kept {
                    id: row.id,
                    name: row.name.clone(),
                    ..Kept::default()
                },
            )
            .await?;
        let pages = halo.sites_by_page(errand, self.which);
        let (sites, _) = self
            .list(
                pages,
                SITES,
                "mapping-reading-sites",
                &kept,
                |row: &Site| Kept {
                    id: row.id,
                    of: row.customer_id,
                    domain: row.email_domain.clone(),
                    phone: row.phone.clone(),
                    town: row.town.clone(),
                    postcode: row.postcode.clone(),
                    country: row.country.clone(),
                    ..Kept::default()
                },
            )
            .await?;
        let mut items = together(customers, sites);
        self.details(halo, errand, &mut items).await?;
        Ok(HaloList {
            items,
            missing: u32::try_from(missing).unwrap_or(u32::MAX),
        })
    }

    /// The pages of a reading that was broken off, by list and number; none that are too old.
    async fn kept_pages(&self) -> Result<Vec<KeptPage>, Broken> {
        let pages = self
            .store
            .mapping_pages(self.connection, self.mapping, Side::Halo)
            .await?;
        let now = Timestamp::now();
        let is_fresh = |page: &KeptPage| now.duration_since(page.read).unsigned_abs() < STALE;
        if pages.iter().all(is_fresh) {
            return Ok(pages);
        }
        self.store
            .forget_mapping_pages(self.connection, self.mapping, Side::Halo)
            .await?;
        Ok(Vec::new())
    }

    /// One list to its end, page by page, after the pages that are kept already; with how many
    /// rows did not come.
    async fn list<T: Row>(
        &self,
        pages: Pages<'_, T>,
        list: &str,
        key: &str,
        kept: &[KeptPage],
        read: impl Fn(&T) -> Kept,
    ) -> Result<(Vec<Kept>, u64), Broken> {
        let what = words::say(key);
        // Pages of different rows do not fit together.
        let inactive = if self.which.inactive { "+inactive" } else { "" };
        let internal = if self.which.internal { "+internal" } else { "" };
        let list = format!("{list}{inactive}{internal}");
        let mut rows: Vec<Kept> = Vec::new();
        let (mut reached, mut announced) = (0, None);
        // Up to the first gap.
        let own = kept.iter().filter(|kept| kept.list == list);
        for (number, kept) in (1..).zip(own) {
            if kept.number != number {
                break;
            }
            rows.extend(serde_json::from_str::<Vec<Kept>>(&kept.rows).unwrap_or_default());
            announced = announced.max(kept.total.map(u64::from));
            reached = usize::try_from(number).unwrap_or(usize::MAX);
        }
        let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
        let mut pages = pages.after(reached, ids).expecting(announced);
        self.progress.show(&what, rows.len(), None);
        loop {
            let number = u32::try_from(pages.number()).unwrap_or(u32::MAX);
            let next = pages.next().await;
            if matches!(next, Err(HaloError::TooLarge)) {
                // There is nothing to go on to.
                self.store
                    .forget_mapping_pages(self.connection, self.mapping, Side::Halo)
                    .await?;
            }
            let Some(new) = next? else {
                return Ok((rows, pages.missing()));
            };
            let new: Vec<Kept> = new.iter().map(|row| read(row).short()).collect();
            let total = pages.total().and_then(|total| usize::try_from(total).ok());
            self.store
                .keep_mapping_page(
                    self.connection,
                    self.mapping,
                    Side::Halo,
                    &KeptPage {
                        list: list.clone(),
                        number,
                        total: total.and_then(|total| u32::try_from(total).ok()),
                        read: Timestamp::now(),
                        rows: serde_json::to_string(&new).unwrap_or_default(),
                    },
                )
                .await?;
            rows.extend(new);
            self.progress.show(&what, rows.len(), total);
        }
    }

    /// The details of customers that have the same name as another and no domain to tell them
    /// apart. A customer whose record is refused or gone stays as it is.
    async fn details(
        &self,
        halo: &Halo,
        errand: &Errand,
        items: &mut [Item],
    ) -> Result<(), Broken> {
        let mut names: HashMap<String, usize> = HashMap::new();
        for item in items.iter() {
            *names.entry(item.record.name.to_lowercase()).or_default() += 1;
        }
        let is_alike = |item: &&mut Item| {
            item.record.domains.is_empty()
                && names
                    .get(&item.record.name.to_lowercase())
                    .is_some_and(|many| *many > 1)
        };
        let alike: Vec<&mut Item> = items.iter_mut().filter(is_alike).take(DETAILS).collect();
        let (what, total) = (words::say("mapping-reading-details"), alike.len());
        for (done, item) in alike.into_iter().enumerate() {
            self.progress.show(&what, done, Some(total));
            let Ok(id) = item.record.id.parse() else {
                continue;
            };
            match halo.customer(errand, id).await {
                Ok(detail) => add(&mut item.record, detail),
                Err(HaloError::Unauthorised | HaloError::Forbidden | HaloError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

//! Whole lists, page by page.
//!
//! For what really needs every row, such as matching customers; checks never do. Every page
//! costs one request of the errand's budget, which also ends a list that never ends.

use std::{collections::HashSet, marker::PhantomData};

use serde::de::DeserializeOwned;

use crate::{
    customers::Customer,
    errand::Errand,
    error::HaloError,
    halo::{Halo, PAGE, on, page},
    resource::Resource,
    sites::Site,
};

/// Most rows of one list: a server that goes on above it never ends.
pub const MOST_ROWS: usize = 200_000;

/// A row that can be told from the others of its list.
pub trait Row: DeserializeOwned {
    /// The row's number.
    fn id(&self) -> i64;
}

impl Row for Customer {
    fn id(&self) -> i64 {
        self.id
    }
}

impl Row for Site {
    fn id(&self) -> i64 {
        self.id
    }
}

/// Which rows of a list are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Which {
    /// Those that are switched off too.
    pub inactive: bool,
    /// Those of the admin's own company too.
    pub internal: bool,
}

impl Which {
    fn query(self) -> Vec<(&'static str, String)> {
        let mut query = Vec::new();
        if self.inactive {
            query.push(on("includeinactive"));
        }
        if !self.internal {
            query.push(on("exclude_internal"));
        }
        query
    }
}

/// A list being read; [`Self::next`] reads one page.
#[derive(Debug)]
pub struct Pages<'a, T> {
    halo: &'a Halo,
    errand: &'a Errand,
    resource: Resource,
    number: usize,
    query: Vec<(&'static str, String)>,
    total: Option<u64>,
    most: u64,
    /// How many rows the fullest page so far had.
    fullest: usize,
    seen: HashSet<i64>,
    ended: bool,
    rows: PhantomData<fn() -> T>,
}

impl<T: Row> Pages<'_, T> {
    /// Goes on where an earlier reading was broken off: after page `read`, with the rows that it
    /// got.
    #[must_use]
    pub fn after(mut self, read: usize, rows: impl IntoIterator<Item = i64>) -> Self {
        self.number = read + 1;
        self.seen.extend(rows);
        self
    }

    /// How many rows Halo had announced before the earlier reading was broken off.
    #[must_use]
    pub fn expecting(mut self, announced: Option<u64>) -> Self {
        self.most = self.most.max(announced.unwrap_or_default());
        self
    }

    /// How many rows at most did not come, of all that Halo has announced at any time: a row that
    /// is deleted while pages are read moves another one to a page that was read already.
    pub fn missing(&self) -> u64 {
        self.most.saturating_sub(self.seen.len() as u64)
    }

    /// The number of the page that is read next, from 1.
    pub fn number(&self) -> usize {
        self.number
    }

    /// How many rows there are in all, once Halo has said so.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// Whether more rows have come than are read of any list.
    pub fn is_too_long(&self) -> bool {
        self.seen.len() > MOST_ROWS
    }

    /// How many different rows have come so far.
    pub fn received(&self) -> usize {
        self.seen.len()
    }

    /// The rows of the next page that have not come before; `None` at the end.
    ///
    /// Halo may give fewer rows per page than asked for, so a short page is no end. The end is an
    /// empty page, a page without a new row (some lists ignore the page number; confirmed, 2026),
    /// or the announced number of rows: [`Self::missing`] says whether it came too early. A number
    /// that is reached by a page as full as any before may count that page alone, or be wrong in
    /// another way, so one page more is asked for. After an error the same page is asked again.
    ///
    /// # Errors
    /// [`HaloError::TooLarge`] above [`MOST_ROWS`], as [`Self::is_too_long`] says afterwards; else
    /// as [`Halo`]'s other lists.
    pub async fn next(&mut self) -> Result<Option<Vec<T>>, HaloError> {
        if self.ended {
            return Ok(None);
        }
        let mut query = page(self.number, PAGE);
        query.extend(self.query.iter().cloned());
        let page = self
            .halo
            .list::<T>(self.errand, self.resource, &query)
            .await?;
        self.number += 1;
        // A number above all that would be read is no count.
        let total = page.total.filter(|total| *total <= MOST_ROWS as u64);
        self.total = total.or(self.total);
        self.most = self.most.max(self.total.unwrap_or_default());
        let is_full = page.rows.len() >= self.fullest;
        self.fullest = self.fullest.max(page.rows.len());
        let rows: Vec<T> = page
            .rows
            .into_iter()
            .filter(|row| self.seen.insert(row.id()))
            .collect();
        if self.is_too_long() {
            return Err(HaloError::TooLarge);
        }
        let has_all = self.total == Some(self.seen.len() as u64);
        self.ended = rows.is_empty() || (has_all && !is_full);
        Ok(Some(rows).filter(|rows| !rows.is_empty()))
    }
}

impl Halo {
    /// All customers this token may see, page by page.
    pub fn all_customers<'a>(&'a self, errand: &'a Errand) -> Pages<'a, Customer> {
        self.pages(errand, Resource::Customers, Vec::new())
    }

    /// Those customers this token may see that are wanted, page by page.
    pub fn customers_by_page<'a>(
        &'a self,
        errand: &'a Errand,
        which: Which,
    ) -> Pages<'a, Customer> {
        self.pages(errand, Resource::Customers, which.query())
    }

    /// The sites of those customers, page by page, with their addresses.
    pub fn sites_by_page<'a>(&'a self, errand: &'a Errand, which: Which) -> Pages<'a, Site> {
        let mut query = which.query();
        query.push(on("includeaddress"));
        self.pages(errand, Resource::Sites, query)
    }

    fn pages<'a, T>(
        &'a self,
        errand: &'a Errand,
        resource: Resource,
        query: Vec<(&'static str, String)>,
    ) -> Pages<'a, T> {
        Pages {
            halo: self,
            errand,
            resource,
            number: 1,
            query,
            total: None,
            most: 0,
            fullest: 0,
            seen: HashSet::new(),
            ended: false,
            rows: PhantomData,
        }
    }
}

//! Customers whose own record is worth a request: those that the matcher cannot tell apart without it.
//!
//! Halo's lists have a domain for a customer only where a site of it has one. Looked at are customers
//! without any that have the name of another, and, where the vendor's list is there already, those that
//! would be left to a person. Called by [`super::halo_list`].

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use halo::{Errand, Halo, HaloError};
use mapping::{Class, folded_name};

use super::Item;
use super::broken::Broken;
use super::customers::add;
use super::halo_list::Reading;
use super::suggest::{Lists, made};
use crate::words;

/// Most records that are read: each costs a request, and a minute has a hundred.
const MOST: usize = 300;
/// Requests that are left for what is asked after the details.
const LEFT_FOR_OTHERS: u32 = 100;

/// Reads those records, as many as the requests of this reading allow. A customer whose record is
/// refused, gone or unreadable stays as it is.
pub(super) async fn read(
    reading: &Reading<'_>,
    halo: &Halo,
    errand: &Errand,
    items: &mut Vec<Item>,
) -> Result<(), Broken> {
    let allowed = errand.remaining().saturating_sub(LEFT_FOR_OTHERS);
    let most = usize::try_from(allowed).map_or(MOST, |allowed| allowed.min(MOST));
    let mut wanted = alike(items);
    if wanted.len() < most && !reading.vendor.is_empty() {
        wanted.extend(in_review(reading, items).await?);
    }
    let mut first = BTreeSet::new();
    wanted.retain(|place| items[*place].record.domains.is_empty() && first.insert(*place));
    wanted.truncate(most);
    let what = words::say("mapping-reading-details");
    for (done, place) in wanted.iter().enumerate() {
        reading.progress.show(&what, done, Some(wanted.len()));
        let record = &mut items[*place].record;
        let Ok(id) = record.id.parse() else {
            continue;
        };
        match halo.customer(errand, id).await {
            Ok(detail) => add(record, detail),
            Err(
                HaloError::Unauthorised
                | HaloError::Forbidden
                | HaloError::NotFound
                | HaloError::NotJson { .. }
                | HaloError::TooLarge,
            ) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// The places of customers that have the name of another, as the matcher takes names.
fn alike(items: &[Item]) -> Vec<usize> {
    let names = items.iter().map(|item| folded_name(&item.record.name));
    let names: Vec<String> = names.collect();
    let mut many: HashMap<&str, usize> = HashMap::new();
    for name in &names {
        *many.entry(name).or_default() += 1;
    }
    let places = names.iter().enumerate();
    let alike = places.filter(|(_, name)| many[name.as_str()] > 1);
    alike.map(|(place, _)| place).collect()
}

/// The places of customers that would be left to a person, as far as the lists tell now.
async fn in_review(reading: &Reading<'_>, items: &mut Vec<Item>) -> Result<Vec<usize>, Broken> {
    let halo = Arc::new(std::mem::take(items));
    let lists = Lists::of_halo(Arc::clone(&halo), Arc::clone(&reading.vendor));
    let made = made(Arc::new(lists), reading.progress, reading.cancel).await;
    *items = Arc::unwrap_or_clone(halo);
    let suggestions = made?.suggestions.into_iter().enumerate();
    let in_review = suggestions.filter(|(_, it)| it.class == Class::Review);
    Ok(in_review.map(|(place, _)| place).collect())
}

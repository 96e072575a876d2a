//! Customers that were known before and are not in a new reading: gone, or only left out by the
//! choice of which to read?
//!
//! A reading without inactive customers leaves out whoever was switched off since, and nothing in
//! it tells them from those that were deleted. So Halo is asked about them one by one, a limited
//! number: only whoever it has no record of for this agent is gone. It says so by 404 (confirmed,
//! 2026); after any other answer the customer may be there. Called by [`super::halo_list`].

use std::collections::BTreeSet;

use halo::{Errand, Halo, HaloError};

use super::broken::Broken;
use super::halo_list::{HaloList, Reading};
use crate::words;

/// Most customers that are asked about: each costs a request.
const ASKED: usize = 100;

/// Ids of customers that are known from before, are not in the reading, and may be there.
pub(super) async fn withheld(
    reading: &Reading<'_>,
    halo: &Halo,
    errand: &Errand,
    read: &HaloList,
) -> Result<BTreeSet<String>, Broken> {
    let which = reading.which;
    let ids = read.items.iter().map(|item| item.record.id.as_str());
    // A row that could not be used is known to be there.
    let there: BTreeSet<&str> = ids
        .chain(read.left_out.ids.iter().map(String::as_str))
        .collect();
    let known = reading.known.iter();
    let absent = known.filter(|(id, _)| !there.contains(id.as_str()));
    if read.missing > 0 {
        // Whoever is not there may be among those that did not come.
        return Ok(absent.map(|(id, _)| id.clone()).collect());
    }
    if which.inactive && which.internal {
        // Nothing was left out: what is not there is not there.
        return Ok(BTreeSet::new());
    }
    let (off, unsure): (Vec<_>, Vec<_>) =
        absent.partition(|(_, was_off)| **was_off && !which.inactive);
    let mut withheld: BTreeSet<String> = off.into_iter().map(|(id, _)| id.clone()).collect();
    let what = words::say("mapping-reading-absent");
    let total = unsure.len().min(ASKED);
    let mut asking = true;
    for (done, (id, _)) in unsure.into_iter().enumerate() {
        asking &= done < ASKED;
        if asking {
            reading.progress.show(&what, done, Some(total));
            match ask(halo, errand, id).await {
                Ok(()) | Err(HaloError::Unauthorised | HaloError::Forbidden) => {}
                Err(HaloError::NotFound) => continue,
                Err(HaloError::Cancelled) => return Err(Broken::Cancelled),
                // The list itself was read; what is not known now is asked the next time.
                Err(_) => asking = false,
            }
        }
        withheld.insert(id.clone());
    }
    Ok(withheld)
}

/// Asks for a customer's record. An id that is no number is none of Halo's.
async fn ask(halo: &Halo, errand: &Errand, id: &str) -> Result<(), HaloError> {
    let id = id.parse().map_err(|_| HaloError::NotFound)?;
    halo.customer(errand, id).await.map(drop)
}

//! Customers that were known before and are not in a new reading: gone, or only left out by the
//! choice of which to read?
//!
//! A reading without inactive customers leaves out whoever was switched off since, and nothing in
//! it tells them from those that were deleted. So Halo is asked about them one by one, a limited
//! number: only whoever it has no record of is gone. Called by [`super::halo_list`].

use std::collections::BTreeSet;

use halo::{Errand, Halo, HaloError};

use super::Item;
use super::broken::Broken;
use super::halo_list::Reading;
use super::left_out::LeftOut;
use crate::words;

/// Most customers that are asked about: each costs a request.
const ASKED: usize = 100;

/// Ids of customers that are known from before, are not in the reading, and may be there.
pub(super) async fn withheld(
    reading: &Reading<'_>,
    halo: &Halo,
    errand: &Errand,
    items: &[Item],
    left_out: &LeftOut,
) -> Result<BTreeSet<String>, Broken> {
    let read: BTreeSet<&str> = items.iter().map(|item| item.record.id.as_str()).collect();
    let absent = reading.known.iter();
    // A row that could not be used is known to be there.
    let absent =
        absent.filter(|(id, _)| !read.contains(id.as_str()) && !left_out.ids.contains(*id));
    if reading.which.inactive && reading.which.internal {
        // Nothing was left out: what is not there is not there.
        return Ok(BTreeSet::new());
    }
    let mut withheld = BTreeSet::new();
    let mut unsure = Vec::new();
    for (id, was_off) in absent {
        if *was_off && !reading.which.inactive {
            withheld.insert(id.clone());
        } else {
            unsure.push(id);
        }
    }
    let what = words::say("mapping-reading-absent");
    let total = unsure.len().min(ASKED);
    for (done, id) in unsure.into_iter().enumerate() {
        if done < ASKED {
            reading.progress.show(&what, done, Some(total));
            if is_gone(halo, errand, id).await? {
                continue;
            }
        }
        withheld.insert(id.clone());
    }
    Ok(withheld)
}

/// Whether Halo has no record of a customer. One that it refuses to show may be there.
async fn is_gone(halo: &Halo, errand: &Errand, id: &str) -> Result<bool, Broken> {
    let Ok(id) = id.parse() else {
        return Ok(true);
    };
    match halo.customer(errand, id).await {
        Ok(_) | Err(HaloError::Unauthorised | HaloError::Forbidden) => Ok(false),
        Err(HaloError::NotFound) => Ok(true),
        Err(error) => Err(error.into()),
    }
}

//! What the learning of the models needs to see: the numbers of the pairs that a run compares. Only with the feature
//! `training`; nothing in the program uses it.

use crate::rivals;
use crate::run::{LOOKED_AT_TWICE, Run};
use crate::{Cancelled, Options, Record, Unwatched};

/// The names of the numbers in order, with the direction in which each may speak.
pub fn names() -> Vec<(&'static str, i8)> {
    rivals::names().collect()
}

/// Tells `see` the customer, the organisation and the numbers of every pair that is compared a second time, or of all that
/// are compared.
///
/// # Panics
///
/// With more rows than four billion.
pub fn pairs(
    customers: &[Record],
    organisations: &[Record],
    all: bool,
    mut see: impl FnMut(usize, usize, &[f32]),
) -> Result<(), Cancelled> {
    let run = Run::new(customers, organisations, &Options::default(), &Unwatched)?;
    for (customer, near) in run.rivals.near.iter().enumerate() {
        let place = u32::try_from(customer).expect("fewer rows than a list can have");
        for pair in near
            .iter()
            .take(if all { usize::MAX } else { LOOKED_AT_TWICE })
        {
            let laid = run.pair(customer, pair.organisation);
            if laid.is_hopeless() {
                continue;
            }
            see(
                customer,
                pair.organisation as usize,
                &run.rivals.numbers(place, *pair, &laid.numbers),
            );
        }
    }
    Ok(())
}

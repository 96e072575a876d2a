//! People who work for customers: Halo calls them users.

use super::{
    customers,
    words::{FAMILY_NAMES, FIRST_NAMES},
};
use crate::chance::pick;

const SEED: u64 = 0x5eed_9e09_1e00;

/// Contacts per customer; the first is the "General User" that Halo makes for every site.
pub(crate) const PER_CUSTOMER: usize = 4;

/// A contact, before it is written as a `Users` row.
#[derive(Debug, Clone)]
pub(crate) struct Contact {
    /// Halo's number.
    pub(crate) id: i64,
    /// Position of its customer.
    pub(crate) customer: usize,
    /// Given name.
    pub(crate) first_name: String,
    /// Family name.
    pub(crate) family_name: String,
}

/// The contact at `index` in the list of all contacts.
pub(crate) fn contact(index: usize) -> Contact {
    let customer = index / PER_CUSTOMER;
    let seed = u64::try_from(index).expect("an index fits");
    let (first_name, family_name) = if index.is_multiple_of(PER_CUSTOMER) {
        ("General", "User")
    } else {
        (
            pick(FIRST_NAMES, SEED, seed),
            pick(FAMILY_NAMES, SEED ^ 1, seed),
        )
    };
    Contact {
        id: id(customer, index % PER_CUSTOMER),
        customer,
        first_name: first_name.to_owned(),
        family_name: family_name.to_owned(),
    }
}

/// Halo's number of a customer's contact.
pub(crate) fn id(customer: usize, ordinal: usize) -> i64 {
    customers::id(customer) * 4 + i64::try_from(ordinal).expect("an ordinal fits") + 30
}

/// The index of the contact with this number, if there is one.
pub(crate) fn index(id: i64) -> Option<usize> {
    let offset = id.checked_sub(30)?;
    let customer = customers::position(offset.div_euclid(4))?;
    Some(customer * PER_CUSTOMER + usize::try_from(offset.rem_euclid(4)).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_leads_back_to_the_contact() {
        for at in 0..500 {
            assert_eq!(index(contact(at).id), Some(at));
        }
    }
}

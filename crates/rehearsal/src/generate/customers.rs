//! Customers and their sites, made from their position.
//!
//! Halo's numbers have gaps, as in any tenant that has lived: the number of a customer tells its
//! position and back. Some names are alike on purpose, because real customer lists are.

use super::countries::{COUNTRIES, Country};
use crate::chance::{below, pick};

const SEED: u64 = 0x00c0_ffee_5eed;
const FIRST_ID: i64 = 12;

/// A customer, before it is written as a `Client`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Customer {
    /// Halo's number.
    pub(crate) id: i64,
    /// The name.
    pub(crate) name: String,
    /// Host name of web site and e-mail.
    pub(crate) domain: String,
    /// The telephone number.
    pub(crate) phone: String,
    /// The town of the main site.
    pub(crate) town: &'static str,
    /// The postcode of the main site.
    pub(crate) postcode: &'static str,
    /// The country.
    pub(crate) country: &'static str,
    /// IANA name of the time zone.
    pub(crate) time_zone: &'static str,
    /// No longer a customer.
    pub(crate) is_inactive: bool,
}

/// Whether the customer at this position is not in use any more.
pub(crate) fn is_inactive(position: usize) -> bool {
    position % 97 == 96
}

/// The customer at `position`, counted from 0.
pub(crate) fn customer(position: usize) -> Customer {
    let index = index(position);
    let country = country_of(index);
    let (town, postcode) = pick(country.towns, SEED ^ 2, index);
    let name = name(position, country);
    Customer {
        id: id(position),
        domain: format!("{}.{}", host_label(&name), country.domain),
        phone: format!("{}{:04}", country.dial, below(SEED ^ 3, index, 10_000)),
        town,
        postcode,
        country: country.name,
        time_zone: country.time_zone,
        is_inactive: is_inactive(position),
        name,
    }
}

/// Halo's number of the customer at `position`: every eighth number was deleted long ago.
pub(crate) fn id(position: usize) -> i64 {
    let position = i64::try_from(position).expect("a position fits");
    FIRST_ID + position + position / 7
}

/// The position of the customer that Halo gave this number, if it gave it.
pub(crate) fn position(id: i64) -> Option<usize> {
    let offset = usize::try_from(id.checked_sub(FIRST_ID)?).ok()?;
    (offset % 8 != 7).then_some(offset / 8 * 7 + offset % 8)
}

fn index(position: usize) -> u64 {
    u64::try_from(position).expect("a position fits")
}

/// Mostly the United Kingdom and the United States, as the provider grew from there.
fn country_of(index: u64) -> &'static Country {
    const SHARES: [usize; 10] = [0, 0, 0, 1, 1, 1, 2, 3, 4, 5];
    &COUNTRIES[pick(&SHARES, SEED ^ 1, index)]
}

fn name(position: usize, country: &Country) -> String {
    let index = index(position);
    // One in forty is the namesake of its predecessor in the same trade: same house, other form.
    let root = if position % 40 == 39 {
        index - 1
    } else {
        index
    };
    let country = if root == index {
        country
    } else {
        country_of(root)
    };
    let house = pick(country.houses, SEED ^ 4, root);
    let trade = pick(country.trades, SEED ^ 5, root);
    let form = pick(country.forms, SEED ^ 6, index);
    let place = pick(country.towns, SEED ^ 7, root).0;
    let mut name = match below(SEED ^ 8, root, 6) {
        0 => format!("{house} {place} {trade}"),
        1 => format!("{trade} {house}"),
        2 => format!("{house} & {} {trade}", pick(country.houses, SEED ^ 9, root)),
        _ => format!("{house} {trade}"),
    };
    if position >= 1_000 {
        // Larger tenants have branches; the number keeps their names apart.
        name = format!("{name} {place} {}", position / 1_000);
    }
    if form.is_empty() {
        name
    } else {
        format!("{name} {form}")
    }
}

fn host_label(name: &str) -> String {
    let mut label = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => label.push(letter),
            'ä' => label.push_str("ae"),
            'ö' => label.push_str("oe"),
            'ü' => label.push_str("ue"),
            'ß' => label.push_str("ss"),
            'å' | 'â' | 'à' => label.push('a'),
            'é' | 'è' | 'ê' => label.push('e'),
            'ç' => label.push('c'),
            'ô' => label.push('o'),
            'î' | 'ï' => label.push('i'),
            ' ' | '-' if !label.is_empty() && !label.ends_with('-') => label.push('-'),
            _ => {}
        }
    }
    label.truncate(40);
    format!("{}.example", label.trim_matches('-'))
}

/// How many sites the customer at `position` has.
pub(crate) fn sites(position: usize) -> usize {
    if position % 5 == 4 { 2 } else { 1 }
}

/// How many sites the first `customers` customers have.
pub(crate) fn site_count(customers: usize) -> usize {
    customers + customers / 5
}

/// Halo's number of a site.
pub(crate) fn site_id(position: usize, ordinal: usize) -> i64 {
    2 * id(position) + i64::try_from(ordinal).expect("an ordinal fits") + 5
}

/// The customer and ordinal that a site's number stands for, if it stands for one.
pub(crate) fn site_position(id: i64) -> Option<(usize, usize)> {
    let offset = id.checked_sub(5)?;
    let owner = position(offset.div_euclid(2))?;
    let ordinal = usize::try_from(offset.rem_euclid(2)).ok()?;
    (ordinal < sites(owner)).then_some((owner, ordinal))
}

/// The site at `index` in the list of all sites.
pub(crate) fn nth_site(index: usize) -> (usize, usize) {
    let (block, rest) = (index / 6, index % 6);
    if rest == 5 {
        (block * 5 + 4, 1)
    } else {
        (block * 5 + rest, 0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_number_leads_back_to_its_position() {
        for at in 0..2_000 {
            assert_eq!(position(id(at)), Some(at));
        }
        assert_eq!(position(FIRST_ID + 7), None, "the eighth number is a gap");
        assert_eq!(position(1), None);
    }

    #[test]
    fn sites_are_listed_once_each() {
        let listed: Vec<_> = (0..site_count(50)).map(nth_site).collect();
        let expected: Vec<_> = (0..50)
            .flat_map(|owner| (0..sites(owner)).map(move |ordinal| (owner, ordinal)))
            .collect();
        assert_eq!(listed, expected);
        for (owner, ordinal) in listed {
            assert_eq!(
                site_position(site_id(owner, ordinal)),
                Some((owner, ordinal))
            );
        }
    }

    #[test]
    fn a_few_hundred_names_are_nearly_all_different_and_some_are_not_plain_ascii() {
        let names: Vec<String> = (0..230).map(|at| customer(at).name).collect();
        let different: HashSet<&String> = names.iter().collect();
        assert!(different.len() > 220, "{} of 230 differ", different.len());
        assert!(names.iter().any(|name| !name.is_ascii()));
    }
}

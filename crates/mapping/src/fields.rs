//! What the fields besides the name say of a pair: agreement, conflict, or nothing because one side is empty.

use crate::fold::domain;
use crate::lists::{Lists, Row};

/// What one field says: 1 for the same, above 0 for nearly the same, 0 for nothing to compare, below 0 for a conflict.
pub(crate) type Relation = f32;

/// What two domains say that are the same but for their ending.
pub(crate) const SAME_LABEL: Relation = 0.7;

/// What all fields say of one pair.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fields {
    pub(crate) domain: Relation,
    /// How many rows of either list share the domain that agrees; zero where none agrees.
    pub(crate) domain_rows: f32,
    pub(crate) phone: Relation,
    pub(crate) phone_rows: f32,
    pub(crate) town: Relation,
    pub(crate) postcode: Relation,
    pub(crate) postcode_rows: f32,
    pub(crate) country: Relation,
    pub(crate) external_id: Relation,
}

/// The fields whose trustworthiness is learnt from the lists.
pub(crate) const TRUSTED: usize = 5;

impl Fields {
    /// Compares the fields of a customer and an organisation.
    pub(crate) fn of(customer: &Row, organisation: &Row) -> Self {
        let (domain, domain_rows) = domain(customer, organisation);
        let (phone, phone_rows) = phone(customer, organisation);
        let (postcode, postcode_rows) = postcode(customer, organisation);
        Self {
            domain,
            domain_rows,
            phone,
            phone_rows,
            town: town(customer, organisation),
            postcode,
            postcode_rows,
            country: same_or_not(customer.country.as_ref(), organisation.country.as_ref()),
            external_id: external_id(customer, organisation),
        }
    }

    fn trusted(&self) -> [Relation; TRUSTED] {
        [
            self.domain,
            self.phone,
            self.town,
            self.postcode,
            self.external_id,
        ]
    }
}

/// How far each field can be trusted, learnt from pairs whose names leave little doubt: the share in which it agrees,
/// and the share in which it would agree by chance.
#[derive(Clone, Debug)]
pub(crate) struct Trust {
    agrees: [f32; TRUSTED],
}

impl Trust {
    /// Learns from pairs of rows that have one name nobody else in their lists has.
    #[expect(clippy::cast_precision_loss, reason = "counts of rows")]
    pub(crate) fn learn(pairs: impl Iterator<Item = (u32, u32)>, lists: &Lists) -> Self {
        let mut same = [0_u32; TRUSTED];
        let mut compared = [0_u32; TRUSTED];
        for (customer, organisation) in pairs {
            let fields = Fields::of(
                &lists.customers.rows[customer as usize],
                &lists.organisations.rows[organisation as usize],
            );
            for (place, relation) in fields.trusted().into_iter().enumerate() {
                compared[place] += u32::from(relation != 0.0);
                same[place] += u32::from(relation > 0.4);
            }
        }
        // Before anything is seen: as lists usually are, worth eight pairs.
        let usual = [0.85, 0.75, 0.85, 0.8, 0.9];
        let mut agrees = usual;
        for place in 0..TRUSTED {
            agrees[place] =
                (same[place] as f32 + 8.0 * usual[place]) / (compared[place] as f32 + 8.0);
        }
        Self { agrees }
    }

    /// How much the fields together speak for the pair, as the logarithm of how much likelier they are if it is one
    /// company than if it is two.
    #[expect(clippy::cast_precision_loss, reason = "counts of rows")]
    pub(crate) fn weigh(&self, fields: &Fields, lists: &Lists, organisation: &Row) -> f32 {
        let all = lists.organisations.rows.len().max(20) as f32;
        let town_rows = organisation
            .town
            .as_ref()
            .map_or(1.0, |town| rows(town.rows));
        let by_chance = [
            fields.domain_rows.max(1.0) / all,
            fields.phone_rows.max(1.0) / all,
            (town_rows / all).max(0.003),
            (fields.postcode_rows.max(1.0) / all).max(0.001),
            1.5 / all,
        ];
        let mut sum = 0.0;
        for (place, relation) in fields.trusted().into_iter().enumerate() {
            let agrees = self.agrees[place].clamp(0.02, 0.995);
            let chance = by_chance[place].clamp(1e-5, 0.5);
            if relation > 0.9 {
                sum += (agrees / chance).ln();
            } else if relation > 0.4 {
                sum += 0.5 * (agrees / chance).ln();
            } else if relation < 0.0 {
                sum += ((1.0 - agrees) / (1.0 - chance)).ln() * relation.abs();
            }
        }
        sum
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn rows(rows: u32) -> f32 {
    rows as f32
}

/// Whether one of the row's domains is its name at Microsoft.
pub(crate) fn has_tenant(row: &Row) -> bool {
    row.domains
        .iter()
        .any(|own| domain::is_tenant(&own.name.value))
}

fn domain(customer: &Row, organisation: &Row) -> (Relation, f32) {
    if customer.domains.is_empty() || organisation.domains.is_empty() {
        return (0.0, 0.0);
    }
    let mut fewest = f32::INFINITY;
    let mut nearest: f32 = -1.0;
    for own in &customer.domains {
        for other in &organisation.domains {
            if own.name.value == other.name.value {
                nearest = 1.0;
                fewest = fewest.min(rows(own.name.rows));
            } else if own.label == other.label {
                nearest = nearest.max(SAME_LABEL);
            } else {
                let (short, long) = if own.label.len() < other.label.len() {
                    (own, other)
                } else {
                    (other, own)
                };
                let is_tenant = domain::is_tenant(&short.name.value);
                if is_tenant && short.label.len() >= 8 && long.label.starts_with(&*short.label) {
                    nearest = nearest.max(SAME_LABEL);
                } else if short.label.len() >= 4 && long.label.starts_with(&*short.label) {
                    nearest = nearest.max(0.2);
                } else if short.label.len() >= 6
                    && crate::alike::spelling(&short.label, &long.label) > 0.8
                {
                    nearest = nearest.max(0.1);
                }
            }
        }
    }
    if has_tenant(customer) != has_tenant(organisation) {
        nearest = nearest.max(0.0);
    }
    (nearest, if fewest.is_finite() { fewest } else { 0.0 })
}

fn phone(customer: &Row, organisation: &Row) -> (Relation, f32) {
    if customer.phones.is_empty() || organisation.phones.is_empty() {
        return (0.0, 0.0);
    }
    let mut nearest: (Relation, f32) = (-1.0, 0.0);
    for own in &customer.phones {
        for other in &organisation.phones {
            if own.value == other.value {
                return (1.0, rows(own.rows));
            }
            // Another line of one switchboard.
            if own.value / 100 == other.value / 100 {
                nearest = (0.3, 0.0);
            }
        }
    }
    nearest
}

fn town(customer: &Row, organisation: &Row) -> Relation {
    let (Some(own), Some(other)) = (&customer.town, &organisation.town) else {
        return 0.0;
    };
    let (own, other) = (&own.value, &other.value);
    if own == other {
        return 1.0;
    }
    let (short, long) = if own.len() < other.len() {
        (own, other)
    } else {
        (other, own)
    };
    if short.len() >= 4 && (long.starts_with(&**short) || long.ends_with(&**short)) {
        return 0.7;
    }
    if short.len() >= 4 && crate::alike::spelling(own, other) >= 0.75 {
        0.6
    } else {
        -1.0
    }
}

fn postcode(customer: &Row, organisation: &Row) -> (Relation, f32) {
    let (Some(own), Some(other)) = (&customer.postcode, &organisation.postcode) else {
        return (0.0, 0.0);
    };
    let shared = own.rows;
    let (own, other) = (&own.value, &other.value);
    if own == other {
        return (1.0, rows(shared));
    }
    let same = own
        .bytes()
        .zip(other.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let shorter = own.len().min(other.len());
    let relation = if same == shorter {
        0.8
    } else if same + 1 >= shorter || crate::alike::spelling(own, other) > 0.8 {
        0.3
    } else if same >= 3 {
        0.1
    } else {
        -1.0
    };
    (relation, 0.0)
}

fn same_or_not<T: PartialEq>(own: Option<&T>, other: Option<&T>) -> Relation {
    match (own, other) {
        (Some(own), Some(other)) if own == other => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    }
}

fn external_id(customer: &Row, organisation: &Row) -> Relation {
    if customer.external_ids.is_empty() || organisation.external_ids.is_empty() {
        return 0.0;
    }
    let shared = customer
        .external_ids
        .iter()
        .any(|id| organisation.external_ids.contains(id));
    if shared { 1.0 } else { -1.0 }
}

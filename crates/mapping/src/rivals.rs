//! A pair among its rivals: the customer's other organisations and the organisation's other customers.
//!
//! Two siblings of one group are alike as pairs go; that the other one has a better claim, or is settled with somebody
//! else, is seen only here.

#[cfg(feature = "training")]
use crate::pair::NAMES;
use crate::pair::NUMBERS;

/// How many numbers describe a pair among its rivals.
pub(crate) const AMONG: usize = NUMBERS + OWN;
const OWN: usize = 9;

/// As [`NAMES`], for the numbers added here.
#[cfg(feature = "training")]
pub(crate) const OWN_NAMES: [(&str, i8); OWN] = [
    ("odds", 1),
    ("lead_customer", 1),
    ("lead_organisation", 1),
    ("free_lead_customer", 1),
    ("free_lead_organisation", 1),
    ("near_customer", -1),
    ("near_organisation", -1),
    ("is_settled", 0),
    ("organisations_logarithm", 0),
];

/// The names of all numbers in order.
#[cfg(feature = "training")]
pub(crate) fn names() -> impl Iterator<Item = (&'static str, i8)> {
    NAMES.into_iter().chain(OWN_NAMES)
}

/// An organisation that a customer was compared with, and the odds of the first model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Near {
    pub(crate) organisation: u32,
    pub(crate) odds: f32,
}

/// All pairs that were compared, from both sides.
pub(crate) struct Rivals {
    /// For each customer what it was compared with, best first.
    pub(crate) near: Vec<Box<[Near]>>,
    /// For each organisation where its customers begin in `customers`.
    starts: Vec<u32>,
    customers: Vec<(u32, f32)>,
    /// For each customer the organisation with which it is settled: each the other's best by a clear lead.
    settled: Vec<Option<u32>>,
    /// For each organisation the customer with which it is settled, and the odds of that pair.
    settled_with: Vec<Option<(u32, f32)>>,
    many_to_one: bool,
}

/// A lead larger than this says no more.
const FARTHEST: f32 = 8.0;
/// A lead that settles a matter.
const CLEAR: f32 = 1.0;
/// Rivals within this are near.
const NEAR: f32 = 2.0;

impl Rivals {
    pub(crate) fn new(near: Vec<Box<[Near]>>, organisations: usize, many_to_one: bool) -> Self {
        let mut starts = vec![0_u32; organisations + 1];
        for pair in near.iter().flatten() {
            starts[pair.organisation as usize + 1] += 1;
        }
        for place in 0..organisations {
            starts[place + 1] += starts[place];
        }
        let mut next = starts.clone();
        let mut customers = vec![(0, 0.0); starts[organisations] as usize];
        for (customer, pairs) in (0..).zip(&near) {
            for pair in pairs {
                let at = &mut next[pair.organisation as usize];
                customers[*at as usize] = (customer, pair.odds);
                *at += 1;
            }
        }
        let mut rivals = Self {
            near,
            starts,
            customers,
            settled: Vec::new(),
            settled_with: vec![None; organisations],
            many_to_one,
        };
        rivals.settled = (0..)
            .zip(&rivals.near)
            .map(|(customer, pairs)| rivals.settle(customer, pairs))
            .collect();
        for (customer, settled) in (0..).zip(&rivals.settled) {
            if let (Some(organisation), Some(best)) =
                (settled, rivals.near[customer as usize].first())
            {
                rivals.settled_with[*organisation as usize] = Some((customer, best.odds));
            }
        }
        rivals
    }

    fn settle(&self, customer: u32, pairs: &[Near]) -> Option<u32> {
        let best = pairs.first()?;
        let second = pairs.get(1).map_or(f32::NEG_INFINITY, |pair| pair.odds);
        let rival = self.best_customer_but(best.organisation, customer, |_| true);
        (best.odds > 0.0 && best.odds > second + CLEAR && best.odds > rival + CLEAR)
            .then_some(best.organisation)
    }

    fn of(&self, organisation: u32) -> &[(u32, f32)] {
        &self.customers[self.starts[organisation as usize] as usize
            ..self.starts[organisation as usize + 1] as usize]
    }

    fn best_customer_but(
        &self,
        organisation: u32,
        customer: u32,
        counts: impl Fn(u32) -> bool,
    ) -> f32 {
        let rivals = self
            .of(organisation)
            .iter()
            .filter(|(rival, _)| *rival != customer && counts(*rival));
        rivals
            .map(|(_, odds)| *odds)
            .fold(f32::NEG_INFINITY, f32::max)
    }

    /// The numbers of a pair among its rivals, after those of the pair alone.
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    pub(crate) fn numbers(
        &self,
        customer: u32,
        pair: Near,
        alone: &[f32; NUMBERS],
    ) -> [f32; AMONG] {
        let Near { organisation, odds } = pair;
        let others = || {
            self.near[customer as usize]
                .iter()
                .filter(|other| other.organisation != organisation)
        };
        let free = |other: &&Near| {
            let taken = self.settled_with[other.organisation as usize]
                .is_some_and(|(rival, rival_odds)| rival != customer && rival_odds > other.odds);
            !taken || self.many_to_one
        };
        let best = |pairs: &mut dyn Iterator<Item = f32>| pairs.fold(f32::NEG_INFINITY, f32::max);
        let lead = |other: f32| (odds - other).clamp(-FARTHEST, FARTHEST);
        let loose =
            |rival: u32| self.settled[rival as usize].is_none_or(|with| with == organisation);
        let near_customer = others().filter(|other| other.odds > odds - NEAR).count();
        let mut own = [
            odds,
            lead(best(&mut others().map(|other| other.odds))),
            lead(self.best_customer_but(organisation, customer, |_| true)),
            lead(best(&mut others().filter(free).map(|other| other.odds))),
            lead(self.best_customer_but(organisation, customer, loose)),
            near_customer as f32,
            self.of(organisation)
                .iter()
                .filter(|(rival, rival_odds)| *rival != customer && *rival_odds > odds - NEAR)
                .count() as f32,
            f32::from(u8::from(
                self.settled[customer as usize] == Some(organisation),
            )),
            (self.starts.len() as f32).ln(),
        ];
        if self.many_to_one {
            (own[2], own[4], own[6]) = (FARTHEST, FARTHEST, 0.0);
        }
        let mut numbers = [0.0; AMONG];
        numbers[..NUMBERS].copy_from_slice(alone);
        numbers[NUMBERS..].copy_from_slice(&own);
        numbers
    }
}

//! Changing the other product's server while it runs, and looking at what was written there.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::data::{Company, Matcher, companies, matchers};

/// Something that goes wrong there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VendorTrouble {
    /// The key is not accepted.
    KeyRefused,
    /// The key may read and not write.
    WritingForbidden,
    /// The next so many changes are turned away with 429 and a second to wait.
    TooFast(u32),
    /// The next so many changes are turned away with 429 and an hour to wait.
    FarTooFast(u32),
    /// A change of the matcher of this customer is answered with 500, and nothing is changed.
    ServerErrorFor(i64),
    /// The next so many changes are made, and their answers get lost.
    AnswerLost(u32),
    /// The next so many changes get lost on their way.
    NothingArrives(u32),
    /// The integration has never synchronised.
    NoMatchers,
    /// The company of a change is said to be set, and is not.
    Forgets,
}

/// Changes it while it runs. Clones are the same server.
#[derive(Clone)]
pub struct VendorControl(pub(super) Arc<Shared>);

/// Everything that is there.
pub(super) struct Shared(Mutex<Inside>);

pub(super) struct Inside {
    pub(super) companies: Vec<Company>,
    pub(super) matchers: Vec<Matcher>,
    pub(super) trouble: Option<VendorTrouble>,
    /// The matchers that were to be changed, in the order of the requests.
    pub(super) changes: Vec<u64>,
}

impl Shared {
    pub(super) fn new(customers: usize) -> Self {
        Self(Mutex::new(Inside {
            companies: companies(customers),
            matchers: matchers(customers),
            trouble: None,
            changes: Vec::new(),
        }))
    }

    pub(super) fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    /// Whether the trouble of the next so many changes strikes now.
    pub(super) fn strikes(&mut self, trouble: fn(u32) -> VendorTrouble) -> bool {
        let left = match self.trouble {
            Some(
                VendorTrouble::TooFast(left)
                | VendorTrouble::FarTooFast(left)
                | VendorTrouble::AnswerLost(left)
                | VendorTrouble::NothingArrives(left),
            ) if self.trouble == Some(trouble(left)) => left,
            _ => return false,
        };
        self.trouble = (left > 1).then(|| trouble(left - 1));
        left > 0
    }
}

impl VendorControl {
    /// Makes something go wrong from now on, in place of what did before.
    pub fn set(&self, trouble: VendorTrouble) {
        self.0.inside().trouble = Some(trouble);
    }

    /// Puts everything right. What was written stays.
    pub fn fix(&self) {
        self.0.inside().trouble = None;
    }

    /// The company that stands with a customer, by Halo's number of it.
    pub fn company_of(&self, customer: i64) -> Option<u64> {
        let inside = self.0.inside();
        let mut own = inside.matchers.iter().filter(|it| it.is_for(customer));
        own.next()?.company
    }

    /// Puts a company with a customer, as somebody does who works there meanwhile.
    pub fn put(&self, customer: i64, company: Option<u64>) {
        let mut inside = self.0.inside();
        for matcher in inside.matchers.iter_mut().filter(|it| it.is_for(customer)) {
            matcher.company = company;
        }
    }

    /// Gives the matcher of a customer another name.
    pub fn rename(&self, customer: i64, name: &str) {
        let mut inside = self.0.inside();
        for matcher in inside.matchers.iter_mut().filter(|it| it.is_for(customer)) {
            name.clone_into(&mut matcher.name);
        }
    }

    /// Takes the matcher of a customer away.
    pub fn forget(&self, customer: i64) {
        let mut inside = self.0.inside();
        inside.matchers.retain(|matcher| !matcher.is_for(customer));
    }

    /// Halo's numbers of the customers whose matcher was to be changed, in the order of the
    /// requests, whatever became of them.
    pub fn changes(&self) -> Vec<i64> {
        let inside = self.0.inside();
        let customer = |id: &u64| inside.matchers.iter().find(|matcher| matcher.id == *id);
        let changed = inside.changes.iter().filter_map(customer);
        changed.map(|matcher| matcher.sync_id).collect()
    }
}

impl Matcher {
    fn is_for(&self, customer: i64) -> bool {
        self.integration == super::INTEGRATION && self.sync_id == customer
    }
}

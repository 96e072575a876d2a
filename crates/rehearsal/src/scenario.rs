//! What can be wrong with a tenant: each scenario is a healthy tenant with a few small changes.
//!
//! The table is in [`table`]. Callers pick a scenario by name and read from [`ScenarioInfo`] what a
//! check should find. Not here: how a finding is worded, and who judges.

mod change;
mod table;

use crate::{
    Needs, Options, RehearsalError,
    chance::guid,
    state::{PracticeSecret, State},
};
use change::{Change, Target};

/// Something that is wrong, or nothing.
#[derive(Clone, Copy)]
pub struct Scenario(&'static Entry);

/// What a scenario shows, and what a check should find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScenarioInfo {
    /// Its name, in kebab-case.
    pub name: &'static str,
    /// What it shows, in one plain sentence.
    pub shows: &'static str,
    /// What a check should find; none where everything passes.
    pub expected: Option<Expected>,
    /// The exit code that `check` should end with.
    pub exit: u8,
}

/// The finding that a scenario provokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// The finding's id; `*` at the end stands for whatever the product calls it.
    pub finding: &'static str,
    /// `failed`, `warning` or `unknown`.
    pub status: &'static str,
    /// The finding's code.
    pub code: &'static str,
}

/// A scenario as the table has it.
struct Entry {
    info: ScenarioInfo,
    /// Whether it means anything for a product.
    applies: fn(&Needs) -> bool,
    changes: &'static [Change],
}

impl std::fmt::Debug for Scenario {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Scenario({})", self.0.info.name)
    }
}

/// Every scenario, `healthy` first.
pub fn scenarios() -> &'static [ScenarioInfo] {
    &table::INFOS
}

impl ScenarioInfo {
    /// Whether the scenario can show what it is for with this product: one without ticket types
    /// cannot miss one.
    pub fn applies_to(&self, needs: &Needs) -> bool {
        table::ENTRIES
            .iter()
            .find(|entry| entry.info.name == self.name)
            .is_some_and(|entry| (entry.applies)(needs))
    }
}

/// The credentials a product is given.
pub(crate) struct Credentials {
    pub(crate) client_id: String,
    pub(crate) client_secret: PracticeSecret,
}

impl Scenario {
    /// Nothing is wrong.
    pub fn healthy() -> Self {
        Self(table::ENTRIES[0])
    }

    /// The scenario with this name.
    pub fn named(name: &str) -> Result<Self, RehearsalError> {
        table::ENTRIES
            .iter()
            .copied()
            .find(|entry| entry.info.name == name)
            .map(Self)
            .ok_or_else(|| RehearsalError::UnknownScenario {
                name: name.to_owned(),
            })
    }

    /// What it shows and what a check should find.
    pub fn info(self) -> &'static ScenarioInfo {
        &self.0.info
    }

    /// The tenant with everything that is wrong with it.
    pub(crate) fn state(self, options: &Options) -> State {
        let mut state = State::healthy(options);
        let found = options
            .needs
            .iter()
            .position(|needs| needs.product == options.product);
        if let Some(index) = found {
            let target = Target {
                application: index,
                agent: state.agents.len() - options.needs.len() + index,
                needs: &options.needs[index],
            };
            for change in self.0.changes {
                change.apply(&mut state, &target);
            }
        }
        state
    }
}

/// The credentials that a product was handed, which a scenario may since have made worthless.
pub(crate) fn handed_out(options: &Options, product: &str) -> Option<Credentials> {
    let known = options.needs.iter().any(|needs| needs.product == product);
    known.then(|| Credentials {
        client_id: guid(product, "client id"),
        client_secret: crate::state::secret(product, &options.variants),
    })
}

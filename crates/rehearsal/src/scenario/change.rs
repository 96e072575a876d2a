//! The small changes that scenarios are made of.

use std::collections::BTreeSet;

use crate::{
    Needs,
    faults::{Fault, How, Place},
    state::{Agent, Application, State, TicketType},
};

/// A change to a healthy tenant.
pub(super) enum Change {
    /// To the product's application.
    Application(fn(&mut Application, &Needs)),
    /// To the product's agent.
    Agent(fn(&mut Agent, &Needs)),
    /// To every ticket type that the product needs.
    TicketTypes(fn(&mut TicketType)),
    /// To the tenant itself.
    Tenant(fn(&mut State, &Needs)),
    /// Something that misbehaves for good.
    Fault(Place, How),
    /// Something that misbehaves for the next few requests.
    Passing(Place, How, u32),
}

/// Whom a scenario acts on.
pub(super) struct Target<'a> {
    /// Index of the application.
    pub(super) application: usize,
    /// Index of the agent.
    pub(super) agent: usize,
    /// What the product needs.
    pub(super) needs: &'a Needs,
}

impl Change {
    /// Makes the change.
    pub(super) fn apply(&self, state: &mut State, target: &Target<'_>) {
        match self {
            Self::Application(change) => {
                change(&mut state.applications[target.application], target.needs);
            }
            Self::Agent(change) => change(&mut state.agents[target.agent], target.needs),
            Self::TicketTypes(change) => {
                let needed = target.needs.ticket_types.iter();
                let found: BTreeSet<usize> = needed
                    .filter_map(|needed| state.find_ticket_type(needed))
                    .collect();
                for index in found {
                    change(&mut state.ticket_types[index]);
                }
            }
            Self::Tenant(change) => change(state, target.needs),
            Self::Fault(at, how) => state.faults.push(Fault::always(*at, *how)),
            Self::Passing(at, how, count) => state.faults.push(Fault::times(*at, *how, *count)),
        }
    }
}

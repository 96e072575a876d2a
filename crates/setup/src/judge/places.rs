//! Where to click: the names of Halo's menus, and the pages that may be opened directly.
//!
//! Names as reported by Halo's and vendors' guides, 2024 to 2026. A page's address is here only
//! where it was seen working on a live Halo (confirmed, 2026); elsewhere the names must do.

use crate::plan::Plan;
use crate::profile::HeldBy;

use super::look::Look;

/// A place to click.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// No particular place.
    Nowhere,
    /// "API Details".
    ApiDetails,
    /// The application, and a tab of it.
    Application(&'static str),
    /// The agent, with a tab and what is below it.
    Agent(Vec<&'static str>),
    /// The role or the agent, wherever the guide puts it, with a tab and what is below it.
    Holder(HeldBy, Vec<&'static str>),
    /// The list of ticket types.
    TicketTypes,
    /// A ticket type of this name and number, with a tab.
    TicketType(String, i64, &'static str),
    /// Somewhere else, as the profile says.
    Elsewhere(Vec<String>, Option<String>),
}

impl Place {
    /// The names to click, and the page's address where it is known.
    pub(super) fn resolve(self, look: &Look<'_>) -> (Vec<String>, Option<String>) {
        match self {
            Self::Nowhere => (Vec::new(), None),
            Self::ApiDetails => (api(look.plan, &[]), look.page("/config/integrations/api")),
            Self::Application(tab) => {
                let mut path = api(look.plan, &["View Applications"]);
                path.extend(look.application_name().map(ToOwned::to_owned));
                path.push(tab.to_owned());
                (path, look.page("/config/integrations/api/applications"))
            }
            Self::Holder(HeldBy::Role, below) if look.plan.profile.role.is_some() => {
                role(look, &below)
            }
            Self::Agent(below) | Self::Holder(_, below) => agent(look, &below),
            Self::TicketTypes => (configuration(&["Tickets", "Ticket Types"]), None),
            Self::TicketType(name, id, tab) => {
                let path = configuration(&["Tickets", "Ticket Types", &name, tab]);
                let page = format!("/config/tickets/tickettype?id={id}");
                (path, look.page(&page))
            }
            Self::Elsewhere(path, link) => (path, link),
        }
    }
}

fn api(plan: &Plan, below: &[&str]) -> Vec<String> {
    let menu = format!("{} API", plan.halo_name());
    let mut path = configuration(&["Integrations", &menu]);
    path.extend(below.iter().map(ToString::to_string));
    path
}

fn agent(look: &Look<'_>, below: &[&str]) -> (Vec<String>, Option<String>) {
    let mut path = configuration(&["Teams & Agents", "Agents"]);
    path.extend(look.agent_name().map(ToOwned::to_owned));
    path.extend(below.iter().map(ToString::to_string));
    (path, look.page("/config/agents/agents"))
}

fn role(look: &Look<'_>, below: &[&str]) -> (Vec<String>, Option<String>) {
    let mut path = configuration(&["Teams & Agents", "Roles"]);
    path.extend(look.plan.profile.role.iter().map(|role| role.name.clone()));
    path.extend(below.iter().map(ToString::to_string));
    (path, None)
}

fn configuration(below: &[&str]) -> Vec<String> {
    let start = std::iter::once(&"Configuration");
    start.chain(below).map(ToString::to_string).collect()
}

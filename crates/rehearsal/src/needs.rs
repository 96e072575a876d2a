//! What a caller tells the rehearsal tenant: what each integration needs of Halo, and how the
//! tenant should behave.
//!
//! The crate knows no product: callers make [`Needs`] from whatever they know products by.
//! Not here: what becomes of it ([`crate::state`]).

use std::time::Duration;

use crate::{Certificate, Scenario, Variants, generate::customers};

/// What one integration needs of Halo. One agent, one role and one application are made of it.
#[derive(Debug, Clone, Default)]
pub struct Needs {
    /// The product's id; opaque here. Credentials are derived from it.
    pub product: String,
    /// The product's name, used to name its agent, role and application.
    pub name: String,
    /// Scopes to tick on the application's Permissions tab.
    pub scopes: Vec<String>,
    /// Scopes that must not be ticked there.
    pub forbidden_scopes: Vec<String>,
    /// Permissions of the agent: slug of Halo's label, and the value in Halo's words, for example
    /// `("tickets-access-level", "Read and Modify")`.
    pub permissions: Vec<(String, String)>,
    /// "Is an API-only Agent", where the product cares.
    pub api_only: Option<bool>,
    /// Whether the product wants "Is a HaloPSA Administrator".
    pub administrator: bool,
    /// Whether the product needs a default team on its agent.
    pub default_team: bool,
    /// Whether its agent must have none: "*No Default Team*".
    pub no_default_team: bool,
    /// The least department membership level: 0 Basic Member, 1 View All, 2 Modify All,
    /// 3 Department Manager. 2 is confirmed (2026), the others are inferred from their order.
    pub department_level: Option<u8>,
    /// Ticket types the product needs.
    pub ticket_types: Vec<NeededTicketType>,
    /// Tenant settings by API property, for example `("nextfaultidcalculationmethod", 1)`.
    pub settings: Vec<(String, i64)>,
}

/// A ticket type an integration needs.
#[derive(Debug, Clone, Default)]
pub struct NeededTicketType {
    /// What the product calls it; opaque here.
    pub key: String,
    /// Its name in Halo.
    pub name: String,
    /// Halo's "Use" in Halo's words: Tickets, Projects, Contracts or Opportunities.
    pub use_: String,
    /// Halo's number for the ITIL ticket type, for example 22 for Projects.
    pub itil: Option<u32>,
    /// "Project Hierarchy" in Halo's words: Projects or Project Tasks.
    pub project_hierarchy: Option<String>,
}

/// How to set up and run a rehearsal tenant.
#[derive(Debug, Clone)]
pub struct Options {
    /// Every integration this tenant knows.
    pub needs: Vec<Needs>,
    /// Whose credentials are handed out, and on whom the scenario acts.
    pub product: String,
    /// What is wrong with the tenant.
    pub scenario: Scenario,
    /// The loopback port; 0 takes any free one.
    pub port: u16,
    /// How many customers it has.
    pub customers: usize,
    /// Added before every reply.
    pub delay: Duration,
    /// Serve by HTTPS with this certificate, unless the scenario says otherwise. The authority that
    /// makes it is [`crate::Tenant::authority`].
    pub certificate: Option<Certificate>,
    /// Answers to what is not known about the real Halo.
    pub variants: Variants,
}

impl Options {
    /// A healthy tenant with 230 customers on any free port, for the first of `needs`.
    pub fn healthy(needs: Vec<Needs>) -> Self {
        Self {
            product: needs
                .first()
                .map(|needs| needs.product.clone())
                .unwrap_or_default(),
            needs,
            scenario: Scenario::healthy(),
            port: 0,
            customers: 230,
            delay: Duration::ZERO,
            certificate: None,
            variants: Variants::default(),
        }
    }

    /// How many customers an admin of this tenant would count: those that are in use.
    pub fn customers_in_use(&self) -> u64 {
        let in_use = (0..self.customers).filter(|position| !customers::is_inactive(*position));
        in_use.count() as u64
    }
}

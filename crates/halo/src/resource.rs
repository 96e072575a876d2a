//! The lists of Halo's REST API that a check may look into.
//!
//! Paths and list names: Halo's own API description of 2024 and live captures of 2026 (confirmed),
//! except where a line says otherwise.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// One list of the API. Written by name in profiles: `tickets`, `purchase-orders`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are Halo's own and say it all")]
pub enum Resource {
    Tickets,
    Actions,
    Customers,
    Sites,
    Users,
    Assets,
    Items,
    Projects,
    Opportunities,
    Quotations,
    SalesOrders,
    PurchaseOrders,
    Invoices,
    Contracts,
    Suppliers,
    SupplierContracts,
    KnowledgeBase,
    Reports,
    Timesheets,
    Appointments,
    Agents,
    Teams,
    TicketTypes,
    Statuses,
    Software,
    Crm,
    Services,
    DistributionLists,
    Webhooks,
}

/// A name that no list has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no list called {0:?}")]
pub struct UnknownResource(pub String);

/// Name in profiles, path, name of the list in the answer.
type Row = (Resource, &'static str, &'static str, &'static str);

const TABLE: [Row; 29] = [
    (Resource::Tickets, "tickets", "Tickets", "tickets"),
    (Resource::Actions, "actions", "Actions", "actions"),
    (Resource::Customers, "customers", "Client", "clients"),
    (Resource::Sites, "sites", "Site", "sites"),
    (Resource::Users, "users", "Users", "users"),
    (Resource::Assets, "assets", "Asset", "assets"),
    (Resource::Items, "items", "Item", "items"),
    // Clients of the API disagree about this list's name (inferred).
    (Resource::Projects, "projects", "Projects", "tickets"),
    (
        Resource::Opportunities,
        "opportunities",
        "Opportunities",
        "opportunities",
    ),
    (Resource::Quotations, "quotations", "Quotation", "quotes"),
    (
        Resource::SalesOrders,
        "sales-orders",
        "SalesOrder",
        "salesorders",
    ),
    (
        Resource::PurchaseOrders,
        "purchase-orders",
        "PurchaseOrder",
        "purchaseorders",
    ),
    (Resource::Invoices, "invoices", "Invoice", "invoices"),
    (
        Resource::Contracts,
        "contracts",
        "ClientContract",
        "contracts",
    ),
    (Resource::Suppliers, "suppliers", "Supplier", "suppliers"),
    (
        Resource::SupplierContracts,
        "supplier-contracts",
        "SupplierContract",
        "contracts",
    ),
    (
        Resource::KnowledgeBase,
        "knowledge-base",
        "KBArticle",
        "articles",
    ),
    (Resource::Reports, "reports", "Report", "reports"),
    (
        Resource::Timesheets,
        "timesheets",
        "TimesheetEvent",
        "events",
    ),
    (
        Resource::Appointments,
        "appointments",
        "Appointment",
        "appointments",
    ),
    (Resource::Agents, "agents", "Agent", "agents"),
    (Resource::Teams, "teams", "Team", "teams"),
    (
        Resource::TicketTypes,
        "ticket-types",
        "TicketType",
        "tickettypes",
    ),
    (Resource::Statuses, "statuses", "Status", "statuses"),
    (
        Resource::Software,
        "software",
        "SoftwareLicence",
        "licences",
    ),
    (Resource::Crm, "crm", "CRMNote", "actions"),
    (Resource::Services, "services", "Service", "services"),
    (
        Resource::DistributionLists,
        "distribution-lists",
        "DistributionLists",
        "distributionlists",
    ),
    (Resource::Webhooks, "webhooks", "Webhook", "webhooks"),
];

impl Resource {
    /// Every list.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.0)
    }

    /// The name used in profiles.
    pub fn as_str(self) -> &'static str {
        self.row().1
    }

    /// The path below the resource server.
    pub fn path(self) -> &'static str {
        self.row().2
    }

    /// The name under which the rows usually come.
    pub(crate) fn key(self) -> &'static str {
        self.row().3
    }

    /// Whether the list answers only for a span of days (`start_date`, `end_date`).
    pub(crate) fn wants_dates(self) -> bool {
        matches!(self, Self::Appointments | Self::Timesheets)
    }

    fn row(self) -> &'static Row {
        TABLE
            .iter()
            .find(|row| row.0 == self)
            .expect("every list has its row in the table")
    }
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Resource {
    type Err = UnknownResource;

    fn from_str(name: &str) -> Result<Self, UnknownResource> {
        let row = TABLE.iter().find(|row| row.1 == name);
        row.map(|row| row.0)
            .ok_or_else(|| UnknownResource(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_found_by_its_own_name() {
        for resource in Resource::all() {
            assert_eq!(resource.as_str().parse(), Ok(resource));
        }
        assert_eq!(
            "Tickets".parse::<Resource>(),
            Err(UnknownResource("Tickets".into()))
        );
    }

    #[test]
    fn the_table_names_every_variant_once() {
        let mut names: Vec<_> = Resource::all().collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), TABLE.len());
        assert_eq!(
            Resource::Webhooks as usize + 1,
            TABLE.len(),
            "a variant without a row"
        );
    }
}

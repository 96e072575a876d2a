//! The areas of Halo that a harmless read opens, and the scopes that open them.
//!
//! The prober asks one list per area; judging reads what came of it. Not here: the addresses of
//! the lists, which are the `halo` crate's.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scope;

/// An area of Halo that one harmless read of a list opens.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// `/Tickets`
    Tickets,
    /// `/Client`
    Customers,
    /// `/Site`
    Sites,
    /// `/Users`
    Users,
    /// `/Asset`
    Assets,
    /// `/Item`
    Items,
    /// `/Projects`
    Projects,
    /// `/Opportunities`
    Opportunities,
    /// `/Quotation`
    Quotations,
    /// `/SalesOrder`
    SalesOrders,
    /// `/PurchaseOrder`
    PurchaseOrders,
    /// `/Invoice`
    Invoices,
    /// `/ClientContract`
    Contracts,
    /// `/Supplier`
    Suppliers,
    /// `/SupplierContract`
    SupplierContracts,
    /// `/KBArticle`
    KnowledgeBase,
    /// `/Report`
    Reports,
    /// `/TimesheetEvent`
    Timesheets,
    /// `/Appointment`
    Appointments,
    /// `/SoftwareLicence`
    SoftwareLicences,
    /// `/CRMNote`
    Crm,
}

impl Area {
    /// Every area, in the order in which a person would go through them.
    pub const ALL: [Self; 21] = [
        Self::Tickets,
        Self::Customers,
        Self::Sites,
        Self::Users,
        Self::Assets,
        Self::Items,
        Self::Projects,
        Self::Opportunities,
        Self::Quotations,
        Self::SalesOrders,
        Self::PurchaseOrders,
        Self::Invoices,
        Self::Contracts,
        Self::Suppliers,
        Self::SupplierContracts,
        Self::KnowledgeBase,
        Self::Reports,
        Self::Timesheets,
        Self::Appointments,
        Self::SoftwareLicences,
        Self::Crm,
    ];

    /// The area's name in files and keys, the same as serde's.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tickets => "tickets",
            Self::Customers => "customers",
            Self::Sites => "sites",
            Self::Users => "users",
            Self::Assets => "assets",
            Self::Items => "items",
            Self::Projects => "projects",
            Self::Opportunities => "opportunities",
            Self::Quotations => "quotations",
            Self::SalesOrders => "sales-orders",
            Self::PurchaseOrders => "purchase-orders",
            Self::Invoices => "invoices",
            Self::Contracts => "contracts",
            Self::Suppliers => "suppliers",
            Self::SupplierContracts => "supplier-contracts",
            Self::KnowledgeBase => "knowledge-base",
            Self::Reports => "reports",
            Self::Timesheets => "timesheets",
            Self::Appointments => "appointments",
            Self::SoftwareLicences => "software-licences",
            Self::Crm => "crm",
        }
    }

    /// Scopes any one of which opens the area's list, the narrowest first.
    ///
    /// Sites and users have no scope of their own and go with customers (confirmed on a live
    /// tenant, 2026-05). `edit:` of tickets and of assets includes reading (confirmed, 2026-05);
    /// that other `edit:` scopes do is inferred from these two. `all` opens everything and
    /// `all:standard` everything below administrator level (reported). That supplier contracts
    /// go with contracts, opportunities with sales and CRM notes with crm follows from the names
    /// (inferred): a refusal there is a finding about the area, not proof about one scope.
    pub fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::Tickets => &["read:tickets", "edit:tickets", "all:standard", "all"],
            Self::Customers | Self::Sites | Self::Users => {
                &["read:customers", "edit:customers", "all:standard", "all"]
            }
            Self::Assets => &["read:assets", "edit:assets", "all:standard", "all"],
            Self::Items => &["read:items", "edit:items", "all:standard", "all"],
            Self::Projects => &["read:projects", "edit:projects", "all:standard", "all"],
            Self::Opportunities => &["read:sales", "edit:sales", "all:standard", "all"],
            Self::Quotations => &["read:quotes", "edit:quotes", "all:standard", "all"],
            Self::SalesOrders => &["read:sos", "edit:sos", "all:standard", "all"],
            Self::PurchaseOrders => &["read:pos", "edit:pos", "all:standard", "all"],
            Self::Invoices => &["read:invoices", "edit:invoices", "all:standard", "all"],
            Self::Contracts | Self::SupplierContracts => {
                &["read:contracts", "edit:contracts", "all:standard", "all"]
            }
            Self::Suppliers => &["read:suppliers", "edit:suppliers", "all:standard", "all"],
            Self::KnowledgeBase => &["read:kb", "edit:kb", "all:standard", "all"],
            Self::Reports => &["read:reporting", "edit:reporting", "all:standard", "all"],
            Self::Timesheets => &["read:timesheets", "edit:timesheets", "all:standard", "all"],
            Self::Appointments => &["read:calendar", "edit:calendar", "all:standard", "all"],
            Self::SoftwareLicences => &[
                "read:softwarelicensing",
                "edit:softwarelicensing",
                "all:standard",
                "all",
            ],
            Self::Crm => &["read:crm", "edit:crm", "all:standard", "all"],
        }
    }
}

impl Area {
    /// The area whose list opens with this scope and with few others.
    pub(crate) fn shown_by(name: &str) -> Option<Self> {
        let name = scope::normalise(name);
        if !name.starts_with("read:") && !name.starts_with("edit:") {
            return None;
        }
        Self::ALL
            .into_iter()
            .find(|area| area.scopes().contains(&name.as_str()))
    }

    /// Scopes that may be needed instead of [`Area::scopes`], where no source says which of the two:
    /// supplier contracts may go with contracts or with suppliers, opportunities with sales or with
    /// tickets, CRM notes with crm or with customers (inferred all of them).
    pub(crate) fn scopes_in_doubt(self) -> &'static [&'static str] {
        match self {
            Self::SupplierContracts => &["read:suppliers", "edit:suppliers", "all:standard", "all"],
            Self::Opportunities => &["read:tickets", "edit:tickets", "all:standard", "all"],
            Self::Crm => &["read:customers", "edit:customers", "all:standard", "all"],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn areas_are_named_as_serde_names_them_and_opened_by_real_scopes() {
        let mut seen = BTreeSet::new();
        for area in Area::ALL {
            assert!(seen.insert(area), "{area:?} is there twice");
            assert_eq!(serde_json::to_value(area).unwrap(), area.as_str());
            assert!(
                area.scopes().iter().all(|name| scope::exists(name)),
                "{area:?}"
            );
            assert!(area.scopes().contains(&"all"), "{area:?}");
        }
    }
}

//! Halo's permissions: one key each, the label under which display languages show it, the values
//! it can have, and the area of Halo in which a harmless read shows it.
//!
//! Profiles name a permission by its US English label or any alias; everything else uses the
//! slug. Not here: which of them a product needs ([`crate::profile`]).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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

/// A permission of Halo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    /// Halo's label, US English, for example "Tickets Access Level".
    pub name: &'static str,
    /// Other labels of the same permission, by display language or version.
    pub aliases: &'static [&'static str],
    /// The section of Halo's Permissions tab.
    pub section: Section,
    /// The values it can have, lowest first.
    pub values: &'static [&'static str],
    /// The area whose list opens with it, where a read shows it.
    pub area: Option<Area>,
}

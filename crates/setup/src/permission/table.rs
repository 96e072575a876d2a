//! The list of Halo's permissions that vendors' guides speak of.
//!
//! Labels, aliases and values as printed in the guides of some thirty vendors and in a role audit
//! of a live tenant (read 2026; reported). Halo has more than a hundred; one that no guide asks
//! for is not here. Read through [`super::find`] and [`ALL`].

use super::{Area, Permission, Section};

/// "Not set", "No" and "No Access" all mean that nothing grants it (reported, 2026).
const SWITCH: &[&str] = &["Not set", "No", "Yes"];

const ACCESS: &[&str] = &[
    "Not set",
    "No Access",
    "Read Only",
    "Read and Modify",
    "Read, Modify and Delete",
];

const CUSTOMERS: &[&str] = &[
    "Not set",
    "No Access",
    "View (Names Only)",
    "Read Only",
    "Read and Modify",
    "Read, Modify and Delete",
];

/// "Read and Modify" is what older versions call "Read, Create and Modify" (one vendor's older
/// page; reported).
const INVOICES: &[&str] = &[
    "Not set",
    "No Access",
    "Read Only",
    "Read and Create",
    "Read and Modify",
    "Read, Create and Modify",
    "Read, Create, Modify and Delete",
];

const TIMESHEETS: &[&str] = &[
    "Not set",
    "No Access",
    "Read and Modify (own)",
    "Read only (All), Modify Own",
    "Read and Modify (All)",
];

/// One guide prints "Read Only" and another "Yes" for the same permission.
const ITEM_DETAIL: &[&str] = &["Not set", "No", "Read Only", "Yes"];

const ACTIONS: &[&str] = &[
    "Not set",
    "Cannot Edit Actions",
    "Can Edit Own Actions Only",
    "Can Edit All Actions",
];

/// Halo has narrower values between these two; no guide prints their words.
const EDIT_APPOINTMENTS: &[&str] = &["Not set", "Can Edit All Appointments"];
const ADD_APPOINTMENTS: &[&str] = &["Not set", "Can Add All Appointments"];
const VIEW_APPOINTMENTS: &[&str] = &["Not set", "Can View All Appointments"];
const DELETE_APPOINTMENTS: &[&str] = &["Not set", "Can Delete All Appointments"];

/// Every permission known here, in the order of Halo's Permissions tab.
pub const ALL: &[Permission] = &[
    Permission {
        name: "Is a HaloPSA Administrator",
        aliases: &[
            "Is a HaloITSM Administrator",
            "Is a Halo Administrator",
            "Is an Administrator",
        ],
        section: Section::General,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Tickets Access Level",
        aliases: &["Ticket Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Tickets),
    },
    Permission {
        name: "Customers Access Level",
        aliases: &[
            "Clients Access Level",
            "Customer Access Level",
            "Client Access Level",
        ],
        section: Section::FeatureAccess,
        values: CUSTOMERS,
        area: Some(Area::Customers),
    },
    Permission {
        name: "Users Access Level",
        aliases: &["User Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Users),
    },
    Permission {
        name: "CRM Access Level",
        aliases: &[],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Crm),
    },
    Permission {
        name: "Calendars and Appointments Access Level",
        aliases: &["Calendar and Appointments Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Appointments),
    },
    Permission {
        name: "Assets Access Level",
        aliases: &["Asset Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Assets),
    },
    Permission {
        name: "Items Access Level",
        aliases: &["Products Access Level", "Item Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Items),
    },
    Permission {
        name: "Can View Item Costs",
        aliases: &["Can View Product Costs"],
        section: Section::FeatureAccess,
        values: ITEM_DETAIL,
        area: None,
    },
    Permission {
        name: "Can View Item Prices",
        aliases: &["Can View Product Prices"],
        section: Section::FeatureAccess,
        values: ITEM_DETAIL,
        area: None,
    },
    Permission {
        name: "Can View Item SKU",
        aliases: &["Can View Product SKU"],
        section: Section::FeatureAccess,
        values: ITEM_DETAIL,
        area: None,
    },
    Permission {
        name: "Sales Access Level",
        aliases: &[],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Opportunities),
    },
    Permission {
        name: "Quotations Access Level",
        aliases: &["Quotes Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Quotations),
    },
    Permission {
        name: "Sales Orders Access Level",
        aliases: &[],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::SalesOrders),
    },
    Permission {
        name: "Purchase Orders Access Level",
        aliases: &[],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::PurchaseOrders),
    },
    Permission {
        name: "Invoices Access Level",
        aliases: &[],
        section: Section::FeatureAccess,
        values: INVOICES,
        area: Some(Area::Invoices),
    },
    Permission {
        name: "Billing Details Access Level",
        aliases: &[],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: None,
    },
    Permission {
        name: "Customer Agreements Access Level",
        aliases: &[
            "Customer Contracts Access Level",
            "Client Contracts Access Level",
            "Client Agreements Access Level",
        ],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Contracts),
    },
    Permission {
        name: "Suppliers Access Level",
        aliases: &["Vendors Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Suppliers),
    },
    Permission {
        name: "Supplier Agreements Access Level",
        aliases: &[
            "Supplier Contracts Access Level",
            "Vendor Contracts Access Level",
            "Vendor Agreements Access Level",
        ],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::SupplierContracts),
    },
    Permission {
        name: "Software Licensing Access Level",
        aliases: &["Software Licencing Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::SoftwareLicences),
    },
    Permission {
        name: "Software Releases Access Level",
        aliases: &[],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: None,
    },
    Permission {
        name: "Knowledge Base Access Level",
        aliases: &[],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::KnowledgeBase),
    },
    Permission {
        name: "Reporting Access Level",
        aliases: &["Reports Access Level"],
        section: Section::FeatureAccess,
        values: ACCESS,
        area: Some(Area::Reports),
    },
    Permission {
        name: "Timesheets Access Level",
        aliases: &["Timesheet Access Level"],
        section: Section::FeatureAccess,
        values: TIMESHEETS,
        area: Some(Area::Timesheets),
    },
    Permission {
        name: "Can add new Tickets",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can edit closed Tickets",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can view Unassigned Tickets",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can view Tickets that are assigned to other Agents",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can change a Ticket's Ticket Type",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can Re-assign Tickets",
        aliases: &["Can Reassign Tickets"],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can Edit Advanced Ticket Details",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Editing of Actions",
        aliases: &[],
        section: Section::Tickets,
        values: ACTIONS,
        area: None,
    },
    Permission {
        name: "Can Delete Tickets",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can assign to Agents in Teams the Agent is not a member of",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can Edit Tickets Which Are Not Assigned To Them",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can always update Ticket Statuses and re-assign Tickets outside of actions",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can remove To-Do items",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can export tickets",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can override Ticket Review Processing",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can override maximum priority escalation at ticket type level",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Can use the Treat as Spam button and edit action visibility for users",
        aliases: &[],
        section: Section::Tickets,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Editing of Appointments",
        aliases: &[],
        section: Section::Calendars,
        values: EDIT_APPOINTMENTS,
        area: None,
    },
    Permission {
        name: "Adding New Appointments",
        aliases: &[],
        section: Section::Calendars,
        values: ADD_APPOINTMENTS,
        area: None,
    },
    Permission {
        name: "Visibility of Appointments",
        aliases: &[],
        section: Section::Calendars,
        values: VIEW_APPOINTMENTS,
        area: None,
    },
    Permission {
        name: "Deleting of Appointments",
        aliases: &[],
        section: Section::Calendars,
        values: DELETE_APPOINTMENTS,
        area: None,
    },
    Permission {
        name: "Allow use of all Ticket Types",
        aliases: &[],
        section: Section::TicketTypeRestrictions,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Allow use of all Customers",
        aliases: &["Allow use of all Clients"],
        section: Section::ClientRestrictions,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Allow use of all Asset Types",
        aliases: &[],
        section: Section::Other,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Allow use of all Asset Fields",
        aliases: &[],
        section: Section::Other,
        values: SWITCH,
        area: None,
    },
    Permission {
        name: "Allow creation of new Ticket Types and linked objects",
        aliases: &[],
        section: Section::Configuration,
        values: SWITCH,
        area: None,
    },
];

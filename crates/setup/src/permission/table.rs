//! The list of Halo's permissions that vendors' guides speak of.
//!
//! Labels, aliases and values as printed in the guides of some thirty vendors and in a role audit
//! of a live tenant (read 2026; reported). Halo has more than a hundred; one that no guide asks
//! for is not here. Read through [`super::find`] and [`ALL`].

use super::Section::{
    self, Calendars, ClientRestrictions, Configuration, FeatureAccess, General, Other,
    TicketTypeRestrictions, Tickets,
};
use super::{Area, Permission};

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

const fn permission(
    name: &'static str,
    aliases: &'static [&'static str],
    section: Section,
    values: &'static [&'static str],
    area: Option<Area>,
) -> Permission {
    Permission {
        name,
        aliases,
        section,
        values,
        area,
    }
}

/// A permission of the section "Feature Access" that an area's list shows.
const fn access(
    name: &'static str,
    aliases: &'static [&'static str],
    values: &'static [&'static str],
    area: Area,
) -> Permission {
    permission(name, aliases, FeatureAccess, values, Some(area))
}

/// A permission of one label that no list shows.
const fn plain(
    name: &'static str,
    section: Section,
    values: &'static [&'static str],
) -> Permission {
    permission(name, &[], section, values, None)
}

/// Every permission known here, in the order of Halo's Permissions tab.
pub const ALL: &[Permission] = &[
    permission(
        "Is a HaloPSA Administrator",
        &[
            "Is a HaloITSM Administrator",
            "Is a Halo Administrator",
            "Is an Administrator",
        ],
        General,
        SWITCH,
        None,
    ),
    access(
        "Tickets Access Level",
        &["Ticket Access Level"],
        ACCESS,
        Area::Tickets,
    ),
    access(
        "Customers Access Level",
        &[
            "Clients Access Level",
            "Customer Access Level",
            "Client Access Level",
        ],
        CUSTOMERS,
        Area::Customers,
    ),
    access(
        "Users Access Level",
        &["User Access Level"],
        ACCESS,
        Area::Users,
    ),
    access("CRM Access Level", &[], ACCESS, Area::Crm),
    access(
        "Calendars and Appointments Access Level",
        &["Calendar and Appointments Access Level"],
        ACCESS,
        Area::Appointments,
    ),
    access(
        "Assets Access Level",
        &["Asset Access Level"],
        ACCESS,
        Area::Assets,
    ),
    access(
        "Items Access Level",
        &["Products Access Level", "Item Access Level"],
        ACCESS,
        Area::Items,
    ),
    permission(
        "Can View Item Costs",
        &["Can View Product Costs"],
        FeatureAccess,
        ITEM_DETAIL,
        None,
    ),
    permission(
        "Can View Item Prices",
        &["Can View Product Prices"],
        FeatureAccess,
        ITEM_DETAIL,
        None,
    ),
    permission(
        "Can View Item SKU",
        &["Can View Product SKU"],
        FeatureAccess,
        ITEM_DETAIL,
        None,
    ),
    access("Sales Access Level", &[], ACCESS, Area::Opportunities),
    access(
        "Quotations Access Level",
        &["Quotes Access Level"],
        ACCESS,
        Area::Quotations,
    ),
    access("Sales Orders Access Level", &[], ACCESS, Area::SalesOrders),
    access(
        "Purchase Orders Access Level",
        &[],
        ACCESS,
        Area::PurchaseOrders,
    ),
    access("Invoices Access Level", &[], INVOICES, Area::Invoices),
    plain("Billing Details Access Level", FeatureAccess, ACCESS),
    access(
        "Customer Agreements Access Level",
        &[
            "Customer Contracts Access Level",
            "Client Contracts Access Level",
            "Client Agreements Access Level",
        ],
        ACCESS,
        Area::Contracts,
    ),
    access(
        "Suppliers Access Level",
        &["Vendors Access Level"],
        ACCESS,
        Area::Suppliers,
    ),
    access(
        "Supplier Agreements Access Level",
        &[
            "Supplier Contracts Access Level",
            "Vendor Contracts Access Level",
            "Vendor Agreements Access Level",
        ],
        ACCESS,
        Area::SupplierContracts,
    ),
    access(
        "Software Licensing Access Level",
        &["Software Licencing Access Level"],
        ACCESS,
        Area::SoftwareLicences,
    ),
    plain("Software Releases Access Level", FeatureAccess, ACCESS),
    access(
        "Knowledge Base Access Level",
        &[],
        ACCESS,
        Area::KnowledgeBase,
    ),
    access(
        "Reporting Access Level",
        &["Reports Access Level"],
        ACCESS,
        Area::Reports,
    ),
    access(
        "Timesheets Access Level",
        &["Timesheet Access Level"],
        TIMESHEETS,
        Area::Timesheets,
    ),
    plain("Can add new Tickets", Tickets, SWITCH),
    plain("Can edit closed Tickets", Tickets, SWITCH),
    plain("Can view Unassigned Tickets", Tickets, SWITCH),
    plain(
        "Can view Tickets that are assigned to other Agents",
        Tickets,
        SWITCH,
    ),
    plain("Can change a Ticket's Ticket Type", Tickets, SWITCH),
    permission(
        "Can Re-assign Tickets",
        &["Can Reassign Tickets"],
        Tickets,
        SWITCH,
        None,
    ),
    plain("Can Edit Advanced Ticket Details", Tickets, SWITCH),
    plain("Editing of Actions", Tickets, ACTIONS),
    plain("Can Delete Tickets", Tickets, SWITCH),
    plain(
        "Can assign to Agents in Teams the Agent is not a member of",
        Tickets,
        SWITCH,
    ),
    plain(
        "Can Edit Tickets Which Are Not Assigned To Them",
        Tickets,
        SWITCH,
    ),
    plain(
        "Can always update Ticket Statuses and re-assign Tickets outside of actions",
        Tickets,
        SWITCH,
    ),
    plain("Can remove To-Do items", Tickets, SWITCH),
    plain("Can export tickets", Tickets, SWITCH),
    plain("Can override Ticket Review Processing", Tickets, SWITCH),
    plain(
        "Can override maximum priority escalation at ticket type level",
        Tickets,
        SWITCH,
    ),
    plain(
        "Can use the Treat as Spam button and edit action visibility for users",
        Tickets,
        SWITCH,
    ),
    plain("Editing of Appointments", Calendars, EDIT_APPOINTMENTS),
    plain("Adding New Appointments", Calendars, ADD_APPOINTMENTS),
    plain("Visibility of Appointments", Calendars, VIEW_APPOINTMENTS),
    plain("Deleting of Appointments", Calendars, DELETE_APPOINTMENTS),
    plain(
        "Allow use of all Ticket Types",
        TicketTypeRestrictions,
        SWITCH,
    ),
    permission(
        "Allow use of all Customers",
        &["Allow use of all Clients"],
        ClientRestrictions,
        SWITCH,
        None,
    ),
    plain("Allow use of all Asset Types", Other, SWITCH),
    plain("Allow use of all Asset Fields", Other, SWITCH),
    plain(
        "Allow creation of new Ticket Types and linked objects",
        Configuration,
        SWITCH,
    ),
];

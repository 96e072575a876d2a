//! Everything under `/api`: which resource a path means, who may use it, and where its rows come
//! from.
//!
//! One table says for each resource which scope and which permission it needs; one file per family
//! makes the rows. Called by [`crate::serve()`] with the agent that a token stands for. Not here:
//! tokens ([`crate::token`]).

mod actions;
mod agents;
mod catalogue;
mod configuration;
mod customers;
mod departments;
mod new_tickets;
mod reports;
mod roles;
mod settings;
mod teams;
mod ticket_types;
mod tickets;
mod webhooks;
mod wholesale;

pub(crate) mod discovery;

use serde_json::{Map, Value};

use crate::{
    extras::with_extras,
    query::Query,
    reply::Reply,
    rights::{Level, Wish, scopes_allow},
    state::{Agent, State},
    written::Written,
};

/// A request whose token is good.
pub(crate) struct Call<'a> {
    /// The tenant as it is set up now.
    pub(crate) state: &'a State,
    /// What was written to it.
    pub(crate) written: &'a Written,
    /// The agent that the token stands for.
    pub(crate) agent: &'a Agent,
    /// The scopes of the token.
    pub(crate) scopes: &'a [String],
    /// What is to be done.
    pub(crate) verb: Verb,
    /// The path after the resource, in lower case.
    pub(crate) rest: &'a [&'a str],
    /// The query.
    pub(crate) query: Query,
    /// The body of a POST.
    pub(crate) body: Option<&'a Value>,
    /// `http://host:port` of this tenant.
    pub(crate) origin: &'a str,
}

/// The methods Halo's API uses; it has no PUT and no PATCH (confirmed 2026).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    /// Look.
    Get,
    /// Create or change.
    Post,
    /// Delete.
    Delete,
}

impl Call<'_> {
    /// The number in the path, if there is one. A number that cannot be read is answered with 400
    /// (confirmed 2026).
    pub(crate) fn id(&self) -> Result<Option<i64>, Reply> {
        match self.rest.first() {
            None => Ok(None),
            Some(text) => text
                .parse()
                .map(Some)
                .map_err(|_| Reply::binding("id", &format!("The value '{text}' is not valid."))),
        }
    }

    /// Whether the token's scopes open a family.
    pub(crate) fn may(&self, family: &str, wish: Wish) -> bool {
        scopes_allow(self.scopes, family, wish)
    }

    /// Whether the token opens webhooks by a scope, whoever the agent is.
    pub(crate) fn has_webhook_scope(&self) -> bool {
        let mut scopes = self.scopes.iter();
        scopes.any(|scope| {
            scope == "admin:webhooks"
                || (scope == "admin" && self.state.variants.admin_includes_webhooks)
        })
    }

    /// Whether the token was granted this very scope, or `all`.
    pub(crate) fn has_scope(&self, name: &str) -> bool {
        self.scopes
            .iter()
            .any(|scope| scope == name || scope == "all")
    }

    /// A row with the many fields that Halo adds, where the caller asked for all.
    pub(crate) fn detailed(&self, kind: &str, row: Value) -> Value {
        if self.query.switch("includedetails") == Some(false) {
            row
        } else {
            with_extras(kind, row)
        }
    }

    /// The elements of a POST body: an array, as Halo wants it (confirmed 2026).
    pub(crate) fn elements(&self) -> Result<Vec<Map<String, Value>>, Reply> {
        let not_an_array = || {
            Reply::binding(
                "",
                "Cannot deserialize the current JSON object because the type requires a JSON array \
                 (e.g. [1,2,3]) to deserialize correctly.",
            )
        };
        let elements = self
            .body
            .and_then(Value::as_array)
            .ok_or_else(not_an_array)?;
        elements
            .iter()
            .map(|element| element.as_object().cloned().ok_or_else(not_an_array))
            .collect()
    }

    /// Reads a whole number from an element, refusing text such as `"95.0"` as Halo does
    /// (confirmed 2026).
    pub(crate) fn whole(
        element: &Map<String, Value>,
        index: usize,
        field: &str,
    ) -> Result<Option<i64>, Reply> {
        let Some(value) = element.get(field).filter(|value| !value.is_null()) else {
            return Ok(None);
        };
        let number = match value {
            Value::String(text) => text.parse().ok(),
            other => crate::list::id_of(&serde_json::json!({ "id": other })),
        };
        number.map(Some).ok_or_else(|| {
            let place = format!("[{index}].{field}");
            let text = value.as_str().unwrap_or_default();
            Reply::binding(
                &place,
                &format!(
                    "Could not convert string to integer: {text}. Path '{place}', line 1, position 139."
                ),
            )
        })
    }
}

/// What a resource needs of whom.
struct Resource {
    name: &'static str,
    family: Option<&'static str>,
    permission: Option<&'static str>,
    answer: fn(&Call<'_>) -> Reply,
}

const fn open(name: &'static str, answer: fn(&Call<'_>) -> Reply) -> Resource {
    Resource {
        name,
        family: None,
        permission: None,
        answer,
    }
}

const fn guarded(
    name: &'static str,
    family: &'static str,
    permission: &'static str,
    answer: fn(&Call<'_>) -> Reply,
) -> Resource {
    Resource {
        name,
        family: Some(family),
        permission: Some(permission),
        answer,
    }
}

/// Every resource. Contracts and webhooks guard themselves, as they have rules of their own.
const RESOURCES: [Resource; 54] = [
    guarded(
        "client",
        "customers",
        "customers-access-level",
        customers::customers,
    ),
    guarded(
        "site",
        "customers",
        "customers-access-level",
        customers::sites,
    ),
    guarded(
        "users",
        "customers",
        "users-access-level",
        customers::contacts,
    ),
    guarded(
        "tickets",
        "tickets",
        "tickets-access-level",
        tickets::tickets,
    ),
    guarded(
        "projects",
        "projects",
        "tickets-access-level",
        tickets::projects,
    ),
    guarded(
        "opportunities",
        "sales",
        "sales-access-level",
        tickets::opportunities,
    ),
    guarded(
        "actions",
        "tickets",
        "tickets-access-level",
        actions::actions,
    ),
    guarded("asset", "assets", "assets-access-level", catalogue::assets),
    guarded("item", "items", "items-access-level", catalogue::items),
    guarded(
        "kbarticle",
        "kb",
        "knowledge-base-access-level",
        catalogue::articles,
    ),
    guarded(
        "quotation",
        "quotes",
        "quotations-access-level",
        catalogue::quotes,
    ),
    guarded(
        "salesorder",
        "sos",
        "sales-orders-access-level",
        catalogue::sales_orders,
    ),
    guarded(
        "purchaseorder",
        "pos",
        "purchase-orders-access-level",
        catalogue::purchase_orders,
    ),
    guarded(
        "invoice",
        "invoices",
        "invoices-access-level",
        catalogue::invoices,
    ),
    guarded(
        "recurringinvoice",
        "invoices",
        "invoices-access-level",
        catalogue::recurring_invoices,
    ),
    guarded(
        "supplier",
        "suppliers",
        "suppliers-access-level",
        catalogue::suppliers,
    ),
    guarded(
        "suppliercontract",
        "suppliers",
        "supplier-agreements-access-level",
        catalogue::supplier_contracts,
    ),
    guarded(
        "softwarelicence",
        "softwarelicensing",
        "software-licensing-access-level",
        catalogue::licences,
    ),
    guarded(
        "software",
        "software",
        "software-releases-access-level",
        catalogue::software,
    ),
    guarded("crmnote", "crm", "crm-access-level", catalogue::crm_notes),
    guarded(
        "appointment",
        "calendar",
        "calendars-and-appointments-access-level",
        catalogue::appointments,
    ),
    guarded(
        "timesheet",
        "timesheets",
        "timesheets-access-level",
        catalogue::timesheets,
    ),
    guarded(
        "timesheetevent",
        "timesheets",
        "timesheets-access-level",
        catalogue::timesheet_events,
    ),
    guarded(
        "report",
        "reporting",
        "reporting-access-level",
        reports::reports,
    ),
    open("clientcontract", catalogue::customer_contracts),
    open("webhook", webhooks::webhooks),
    open("agent", agents::agents),
    open("roles", roles::roles),
    open("application", settings::applications),
    open("control", settings::control),
    open("team", teams::teams),
    open("toplevel", departments::top_levels),
    open("department", departments::own_path),
    open("organisation", departments::organisations),
    open("tickettype", ticket_types::ticket_types),
    open("tickettypefield", ticket_types::fields),
    open("status", configuration::statuses),
    open("priority", configuration::priorities),
    open("sla", configuration::agreements),
    open("outcome", configuration::outcomes),
    open("workflow", configuration::workflows),
    open("tickettypegroup", configuration::ticket_type_groups),
    open("category", configuration::categories),
    open("workday", configuration::workdays),
    open("tickettemplate", configuration::templates),
    open("ticketrules", configuration::rules),
    open("lookup", configuration::lookups),
    open("assettype", configuration::asset_types),
    open("clientcache", wholesale::client_cache),
    open("search", wholesale::search),
    open("currency", configuration::currencies),
    guarded(
        "service",
        "tickets",
        "services-access-level",
        catalogue::services,
    ),
    guarded(
        "attachment",
        "tickets",
        "tickets-access-level",
        catalogue::attachments,
    ),
    Resource {
        name: "distributionlists",
        family: Some("distributionlists"),
        permission: None,
        answer: catalogue::distribution_lists,
    },
];

/// Answers a request for a resource, or refuses it.
pub(crate) fn answer(resource: &str, call: &Call<'_>) -> Reply {
    let Some(found) = RESOURCES.iter().find(|known| known.name == resource) else {
        return Reply::not_found();
    };
    if let Some(refusal) = refuse(found, call) {
        return refusal;
    }
    (found.answer)(call)
}

/// Why this caller may not use this resource, if so: 403 for a scope or a module that is missing
/// (confirmed 2026).
fn refuse(resource: &Resource, call: &Call<'_>) -> Option<Reply> {
    let variants = &call.state.variants;
    let wish = if call.verb == Verb::Get {
        Wish::Read
    } else {
        Wish::Write
    };
    match resource.family {
        Some(family) if !call.may(family, wish) => return Some(Reply::forbidden()),
        None if variants.look_ups_need_wide_scope
            && !matches!(resource.name, "webhook" | "clientcontract")
            && call.rest.first() != Some(&"me")
            && !call.has_scope("all:standard") =>
        {
            return Some(Reply::forbidden());
        }
        _ => {}
    }
    let level = call.agent.level(resource.permission?);
    let needed = match call.verb {
        Verb::Get if resource.name == "client" && call.rest.is_empty() => Level::Names,
        Verb::Get => Level::Read,
        Verb::Post | Verb::Delete => Level::Modify,
    };
    if level >= needed {
        return None;
    }
    Some(if level == Level::Names {
        // A detail that needs more than the list did answers 401 (confirmed for other modules).
        Reply::unauthorised()
    } else {
        Reply::forbidden()
    })
}

//! How the Halo itself can be: kinds of Halo that work, ticket types and settings that do not.

use super::{Entry, finds, passes};
use crate::{
    scenario::change::Change::{Tenant, TicketTypes},
    variants::AgentList,
};

pub(super) static ENTRIES: [Entry; 18] = [
    passes("healthy", "Everything is as the guide asks for.", &[]),
    passes(
        "itsm",
        "A HaloITSM, which wraps its list of agents differently.",
        &[Tenant(|state, _| {
            state.app_name = "Halo ITSM";
            state.variants.agent_list = AgentList::Results;
        })],
    ),
    passes(
        "on-premises",
        "A Halo on the customer's own server, which has no tenant.",
        &[Tenant(|state, _| state.is_hosted = false)],
    ),
    passes(
        "shared-auth-host",
        "Tokens come from a shared host, which has to be told the tenant.",
        &[Tenant(|state, _| state.has_shared_auth_host = true)],
    ),
    passes(
        "auth-info-closed",
        "AuthInfo answers nobody without a token.",
        &[Tenant(|state, _| state.variants.auth_info_is_open = false)],
    ),
    passes(
        "discovery-closed",
        "Neither AuthInfo nor InstanceInfo answers anybody without a token.",
        &[Tenant(|state, _| {
            state.variants.auth_info_is_open = false;
            state.variants.instance_info_is_open = false;
        })],
    ),
    passes(
        "scopes-not-echoed",
        "Halo does not say which scopes it granted.",
        &[Tenant(|state, _| state.variants.scope_is_echoed = false)],
    ),
    finds(
        "clock-skew",
        "Halo's clock is two hours ahead.",
        ("credentials", "warning", "clock_skew"),
        0,
        &[Tenant(|state, _| state.clock_ahead = 7_200)],
    ),
    finds(
        "clock-skew-behind",
        "Halo's clock is two hours behind.",
        ("credentials", "warning", "clock_skew"),
        0,
        &[Tenant(|state, _| state.clock_ahead = -7_200)],
    ),
    finds(
        "ticket-type-missing",
        "There is no ticket type of the kind that the product needs.",
        ("ticket-type:*", "failed", "missing"),
        1,
        &[Tenant(|state, needs| {
            for type_ in &mut state.ticket_types {
                type_.is_deleted |= needs.ticket_types.iter().any(|needed| {
                    needed.use_.eq_ignore_ascii_case(&type_.use_)
                        || needed.name.eq_ignore_ascii_case(&type_.name)
                });
            }
        })],
    )
    .for_those(|needs| !needs.ticket_types.is_empty()),
    finds(
        "ticket-type-named-otherwise",
        "There are ticket types for the same use, and none has the name that the guide gives it.",
        ("ticket-type:*", "failed", "missing"),
        1,
        &[TicketTypes(|type_| {
            type_.name = format!("Other {}", type_.name);
        })],
    )
    .for_those(|needs| !needs.ticket_types.is_empty()),
    finds(
        "ticket-type-wrong-use",
        "The ticket type is there and made for another use.",
        ("ticket-type:*", "failed", "wrong_use"),
        1,
        &[TicketTypes(|type_| {
            let (use_, itil) = if type_.use_.eq_ignore_ascii_case("Tickets") {
                ("Projects", 22)
            } else {
                ("Tickets", 1)
            };
            use_.clone_into(&mut type_.use_);
            type_.itil = itil;
            type_.hierarchy.clear();
        })],
    )
    .for_those(|needs| {
        needs
            .ticket_types
            .iter()
            .any(|type_| !type_.name.is_empty() && !type_.use_.is_empty())
    }),
    finds(
        "ticket-type-hidden",
        "Agents neither see the ticket type nor can log tickets with it.",
        ("ticket-type:*", "warning", "hidden_from_agents"),
        0,
        &[TicketTypes(|type_| {
            type_.is_visible = false;
            type_.agents_can_log = false;
        })],
    )
    .for_those(|needs| !needs.ticket_types.is_empty()),
    finds(
        "ticket-type-mandatory-fields",
        "The ticket type asks for fields that the product does not send.",
        ("ticket-type:*", "failed", "mandatory_fields"),
        1,
        &[TicketTypes(|type_| {
            type_.mandatory_fields = vec!["Asset Tag".to_owned(), "Cost Centre".to_owned()];
        })],
    )
    .for_those(|needs| {
        needs
            .ticket_types
            .iter()
            .any(|type_| type_.use_.is_empty() || type_.use_.eq_ignore_ascii_case("Tickets"))
    }),
    passes(
        "ticket-type-mandatory-untold",
        "The ticket type asks for fields, and Halo does not say which: for a person to look at.",
        &[
            TicketTypes(|type_| type_.mandatory_fields = vec!["Asset Tag".to_owned()]),
            Tenant(|state, _| state.variants.fields_tell_mandatory = false),
        ],
    )
    .for_those(|needs| !needs.ticket_types.is_empty()),
    finds(
        "setting-wrong",
        "A setting of Halo is at its default, which the product does not work with.",
        ("setting:*", "failed", "wrong_value"),
        1,
        &[Tenant(|state, needs| {
            for (property, _) in &needs.settings {
                state.settings.insert(property.clone(), 0);
            }
        })],
    )
    .for_those(|needs| needs.settings.iter().any(|(_, value)| *value != 0)),
    finds(
        "setting-not-readable",
        "Halo's settings can be read, and the one in question is not among them.",
        ("setting:*", "unknown", "not_readable"),
        0,
        &[Tenant(|state, _| state.settings.clear())],
    )
    .for_those(|needs| !needs.settings.is_empty()),
    finds(
        "setting-not-permitted",
        "The agent may not read Halo's settings.",
        ("setting:*", "unknown", "not_permitted"),
        0,
        &[Tenant(|state, _| state.control_answers = false)],
    )
    .for_those(|needs| !needs.settings.is_empty()),
];

//! `/TicketType` and `/TicketTypeField`.
//!
//! Types that the agent is not allowed are absent (inferred 2026). Creating one by API with only a
//! name fails on a live tenant, and does here (confirmed 2026).

use serde_json::{Value, json};

use super::{Call, Verb};
use crate::{
    chance::guid,
    extras::with_extras,
    list::{Envelope, List},
    reply::Reply,
    state::TicketType,
    variants::UseWords,
};

/// `/TicketType`
pub(super) fn ticket_types(call: &Call<'_>) -> Reply {
    match call.verb {
        Verb::Get => List::of("ticket type", Envelope::Bare, visible(call)).read(call),
        Verb::Post if !call.agent.is_administrator => Reply::forbidden(),
        Verb::Post => Reply::exception(
            "A database error occurred (515) - Cannot insert the value NULL into column \
             'RTAppointmentDefaultBody', table 'D_rehearsal.dbo.REQUESTTYPE'; column does not \
             allow nulls. INSERT fails..",
        ),
        Verb::Delete => Reply::problem("Ticket Types with Tickets cannot be deleted"),
    }
}

fn visible(call: &Call<'_>) -> Vec<Value> {
    let query = &call.query;
    let shows_all = query.is_on("showall") && call.agent.is_administrator;
    let lists_hidden = call.state.variants.hidden_ticket_types_are_listed;
    let is_detail = !call.rest.is_empty();
    call.state
        .ticket_types
        .iter()
        .enumerate()
        .filter(|(_, type_)| !type_.is_deleted)
        .filter(|(_, type_)| shows_all || call.agent.sees_ticket_type(type_.id))
        .filter(|(_, type_)| {
            let can_select = type_.is_visible && type_.agents_can_log;
            let wants_selectable = query.is_on("canagentsselect") || query.is_on("can_create_only");
            can_select || shows_all || is_detail || (lists_hidden && !wants_selectable)
        })
        .filter(|(_, type_)| {
            query.text("domain").is_none_or(|domain| {
                use_word(&type_.use_, UseWords::Domains) == domain.to_lowercase()
            })
        })
        .filter(|(_, type_)| {
            query
                .number("itil_type")
                .is_none_or(|itil| itil == i64::from(type_.itil))
        })
        .map(|(sequence, type_)| {
            let row = row(call, type_, sequence);
            if is_detail {
                detail(call, type_, row)
            } else {
                row
            }
        })
        .collect()
}

fn row(call: &Call<'_>, type_: &TicketType, sequence: usize) -> Value {
    json!({
        "id": type_.id,
        "guid": guid(&type_.name, "ticket type"),
        "name": type_.name,
        "use": use_word(&type_.use_, call.state.variants.use_words),
        "sequence": sequence + 1,
        "group_id": 0,
        "group_name": null,
        "ticket_count": 300 + 31 * sequence,
        "itilrequesttype": type_.itil,
        "cancreate": type_.agents_can_log,
        "agentscanselect": type_.agents_can_log,
        "enduserscanselect": false,
        "enduserscanlog": false,
        "visible": type_.is_visible,
        "hasmandatorytechfields": !type_.mandatory_fields.is_empty(),
        "hasmandatoryuserfields": false,
        "default_team": type_.default_team,
        "default_agent": 1,
        "default_sla": 1,
        "default_priority": 3,
        "initial_status": 1,
        "workflow_id": 0,
        "project_type": call.state.variants.hierarchy_numbers.number(&type_.hierarchy),
        "is_sprint": false,
        "allowtickettypetobechild": type_.may_be_child,
        "email_start_tag_override": null,
    })
}

fn detail(call: &Call<'_>, type_: &TicketType, row: Value) -> Value {
    let mut row = with_extras("ticket-type", row);
    row["fields"] = json!(if call.query.switch("includedetails") == Some(false) {
        Vec::new()
    } else {
        field_rows(type_, call.state.variants.fields_tell_mandatory)
    });
    row["approval_process_id"] = json!(u8::from(type_.approval.is_some()));
    row["approval_process_name"] = json!(type_.approval.unwrap_or_default());
    row["allowed_status"] = json!([]);
    row["allowed_teams"] = json!([]);
    row["allowed_clients"] = json!([]);
    row["access_control"] = json!([]);
    row["_canupdate"] = json!(call.agent.is_administrator);
    row
}

/// The field list. That `technew` 2 means "Visible - Required" is inferred; `fieldinfo.mandatory`
/// is in Halo's own description.
fn field_rows(type_: &TicketType, tell_mandatory: bool) -> Vec<Value> {
    let dates: &[&str] = if type_.has_split_dates {
        &["Start Date", "Start Time", "Target Date", "Target Time"]
    } else {
        &["Start Date & Time", "Target Date & Time"]
    };
    let usual = ["Summary", "Details", "Customer", "User", "Priority"].iter();
    usual
        .chain(dates)
        .map(|label| (*label, matches!(*label, "Summary")))
        .chain(
            type_
                .mandatory_fields
                .iter()
                .map(|label| (label.as_str(), true)),
        )
        .enumerate()
        .map(|(index, (label, is_mandatory))| {
            json!({
                "id": type_.id * 100 + i64::try_from(index).unwrap_or(0),
                "rtid": type_.id,
                "fieldid": index + 1,
                "seq": index + 1,
                "fieldname": label,
                "endusernew": 0,
                "enduserdetail": 0,
                "technew": if is_mandatory { 2 } else { 1 },
                "techdetail": 1,
                "fieldinfo": {
                    "id": index + 1,
                    "name": label.to_lowercase().replace([' ', '&'], ""),
                    "label": label,
                    "type": 0,
                    "mandatory": tell_mandatory.then_some(is_mandatory),
                },
            })
        })
        .collect()
}

/// `/TicketTypeField`
pub(super) fn fields(call: &Call<'_>) -> Reply {
    let wanted = call
        .query
        .number("tickettype_id")
        .or_else(|| call.query.number("rtid"));
    let rows = call
        .state
        .ticket_types
        .iter()
        .filter(|type_| !type_.is_deleted && wanted.is_none_or(|id| id == type_.id))
        .flat_map(|type_| field_rows(type_, call.state.variants.fields_tell_mandatory))
        .collect();
    List::of("ticket type field", Envelope::Bare, rows).read(call)
}

fn use_word(use_: &str, words: UseWords) -> &'static str {
    let (word, domain) = match use_.to_lowercase().as_str() {
        "projects" => ("project", "prjs"),
        "opportunities" => ("opportunity", "opps"),
        "contracts" => ("contract", "contracts"),
        _ => ("ticket", "reqs"),
    };
    match words {
        UseWords::Words => word,
        UseWords::Domains => domain,
    }
}

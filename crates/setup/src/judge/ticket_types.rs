//! Judges ticket types: that the wanted one is there, is of the right kind, shows to agents, and
//! asks for nothing that the product does not send.
//!
//! What "Project Hierarchy" holds in Halo's API is not known for certain; it is named for the
//! admin to compare and never judged.

use crate::facts::TicketTypeFact;
use crate::finding::Evidence;
use crate::profile::TicketTypeNeed;

use super::look::Look;
use super::places::Place;
use super::verdict::{About, Verdict};

/// Halo's numbers of the ITIL types (confirmed in a stored client application, 2026).
const ITIL: &[(&str, i64)] = &[
    ("incident", 1),
    ("change request", 2),
    ("service request", 3),
    ("problem", 4),
    ("request for quote", 20),
    ("advice/other", 21),
    ("advice or other", 21),
    ("projects", 22),
    ("tasks", 23),
];

/// Words for the same "Use". Halo's own values are not known for certain (the short forms are
/// those of its `domain` parameter), so any other value proves nothing.
const USES: &[&[&str]] = &[
    &["tickets", "ticket", "reqs"],
    &["projects", "project", "prjs"],
    &["opportunities", "opportunity", "opps"],
    &["contracts", "contract"],
];

pub(super) fn judge(look: &Look<'_>) -> Vec<Verdict> {
    let needs = look.plan.ticket_types.iter();
    needs.map(|need| one(look, need)).collect()
}

fn one(look: &Look<'_>, need: &TicketTypeNeed) -> Verdict {
    let answered = look.plan.answers.ticket_types.get(&need.key);
    let name = answered.unwrap_or(&need.suggested_name);
    let about = About::new(format!("ticket-type:{}", need.key), "about-ticket-type")
        .with("name", name)
        .with("purpose", &need.title)
        .because(need.reason.as_ref());
    let place = || Place::TicketTypes;
    if let Some(cause) = look.stopped() {
        return about.unknown(cause).at(place());
    }
    let Some(listed) = look.facts.ticket_types.answer() else {
        let cause = look.cause_of(&look.facts.ticket_types);
        return about.unknown(cause).at(place());
    };
    let found = listed.iter().find(|row| folded(&row.name) == folded(name));
    // Without an answer of the admin's, one that is made for the same use serves as well.
    let found = found.or_else(|| {
        let mut rows = listed.iter().filter(|_| answered.is_none());
        rows.find(|row| fits(need, row))
    });
    let Some(row) = found else {
        if need.existing && answered.is_none() && !listed.is_empty() {
            // Any of the customer's own serves, and only the admin knows which it is.
            return about.to_confirm("ticket-type-which").at(place());
        }
        return about
            .against(need.level, "missing", Evidence::Api, "ticket-type-missing")
            .at(place());
    };
    let about = about.with("name", &row.name);
    let details = look.facts.ticket_type_details.get(&row.id);
    let details = details.and_then(|asked| asked.answer());
    judged(&about, need, row, details)
}

/// Judges the ticket type that was found, with its details where they were read.
fn judged(
    about: &About,
    need: &TicketTypeNeed,
    row: &TicketTypeFact,
    details: Option<&TicketTypeFact>,
) -> Verdict {
    let place = |tab| Place::TicketType(row.name.clone(), row.id, tab);
    let api = Evidence::Api;
    let rows: Vec<_> = details.into_iter().chain([row]).collect();
    if rows.iter().any(|row| wrong_kind(need, row)) {
        return about
            .against(need.level, "wrong_use", api, "ticket-type-wrong-use")
            .with("wanted", kind(need))
            .at(place("Details"));
    }
    let is_off = |wanted: bool, read: fn(&TicketTypeFact) -> Option<bool>| {
        wanted && rows.iter().find_map(|row| read(row)) == Some(false)
    };
    let hidden = is_off(need.visible_to_agents, |row| row.visible);
    if hidden || is_off(need.agents_can_log, |row| row.agents_can_log) {
        let words = if hidden {
            "ticket-type-hidden"
        } else {
            "ticket-type-not-logged"
        };
        return about
            .against(need.level, "hidden_from_agents", api, words)
            .at(place("Details"));
    }
    if need.fields_sent.is_empty() {
        return found(about, need, row).at(place("Details"));
    }
    let Some(mandatory) = rows.iter().find_map(|row| row.mandatory_fields.as_ref()) else {
        return about
            .to_confirm("ticket-type-fields-look")
            .at(place("Field List"));
    };
    let sent: Vec<_> = need.fields_sent.iter().map(|name| field(name)).collect();
    let beside: Vec<_> = mandatory
        .iter()
        .filter(|name| !sent.contains(&field(name)))
        .collect();
    if beside.is_empty() {
        return found(about, need, row).at(place("Details"));
    }
    about
        .against(
            need.level,
            "mandatory_fields",
            api,
            "ticket-type-mandatory-fields",
        )
        .names("fields", &beside)
        .at(place("Field List"))
}

fn found(about: &About, need: &TicketTypeNeed, row: &TicketTypeFact) -> Verdict {
    let verdict = about
        .passed(Evidence::Api, "ticket-type-found")
        .remark_if(need.hierarchy.is_some(), "remark-hierarchy")
        .remark_if(
            need.used_for.is_some() && row.used_for.as_deref().and_then(use_of).is_none(),
            "remark-use",
        );
    let verdict = match &need.hierarchy {
        Some(hierarchy) => verdict.with("hierarchy", hierarchy),
        None => verdict,
    };
    match &need.used_for {
        Some(used_for) => verdict.with("use", used_for),
        None => verdict,
    }
}

/// Whether something says for certain that it is of another kind.
fn wrong_kind(need: &TicketTypeNeed, row: &TicketTypeFact) -> bool {
    let itil = need.itil.as_deref().and_then(itil_number);
    let wrong_itil = matches!((itil, row.itil), (Some(wanted), Some(is)) if wanted != is);
    let wanted = need.used_for.as_deref().and_then(use_of);
    let is = row.used_for.as_deref().and_then(use_of);
    wrong_itil || matches!((wanted, is), (Some(wanted), Some(is)) if wanted != is)
}

/// Whether something says for certain that it is of the wanted kind.
fn fits(need: &TicketTypeNeed, row: &TicketTypeFact) -> bool {
    let itil = need.itil.as_deref().and_then(itil_number);
    let wanted = need.used_for.as_deref().and_then(use_of);
    let is = row.used_for.as_deref().and_then(use_of);
    let told = (itil.is_some() && itil == row.itil) || (wanted.is_some() && wanted == is);
    told && !wrong_kind(need, row)
}

fn kind(need: &TicketTypeNeed) -> String {
    let itil = need
        .itil
        .iter()
        .map(|itil| format!("ITIL Ticket Type \u{201c}{itil}\u{201d}"));
    let used_for = need
        .used_for
        .iter()
        .map(|used| format!("Use \u{201c}{used}\u{201d}"));
    itil.chain(used_for).collect::<Vec<_>>().join(", ")
}

fn itil_number(label: &str) -> Option<i64> {
    let label = folded(label);
    let mut known = ITIL.iter();
    known
        .find(|(name, _)| *name == label)
        .map(|(_, number)| *number)
}

fn use_of(value: &str) -> Option<usize> {
    let value = folded(value);
    USES.iter()
        .position(|words| words.contains(&value.as_str()))
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// A field by its label or its property: "Details", `details_html`; "User", `user_id`.
fn field(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    let bare: String = letters.collect::<String>().to_lowercase();
    let short = bare.strip_suffix("html").or(bare.strip_suffix("id"));
    short
        .filter(|short| !short.is_empty())
        .map_or(bare.clone(), ToOwned::to_owned)
}

//! Judges ticket types: that the wanted one is there, is of the right kind, shows to agents, fits
//! into the hierarchy of projects, and asks for nothing that the product does not send.
//!
//! What "Project Hierarchy" holds in Halo's API is not known for certain: two types that must
//! differ and have the same number are for a person to compare. So is a type for tasks whose field
//! says that its tickets are below no others: what it means is inferred from its name (2024). So are
//! the fields of the two ticks that show a type to agents, which are a warning and no failure.

mod fields;
mod kind;

use crate::facts::TicketTypeFact;
use crate::finding::{Code, Evidence};
use crate::profile::{HeldBy, TicketTypeNeed};

use super::look::Look;
use super::places::Place;
use super::suspects::Suspect;
use super::verdict::{About, Verdict};

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
    let Some(row) = find(look, need) else {
        if need.existing && answered.is_none() && !listed.is_empty() {
            // Any of the customer's own serves, and only the admin knows which it is.
            return about.to_confirm("ticket-type-which").at(place());
        }
        let near = near(name, listed).or_else(|| alike(need, listed));
        return about
            .against(
                need.level,
                Code::Missing,
                Evidence::Api,
                "ticket-type-missing",
            )
            .suspect(missing_by(look, near.is_some()))
            .with("near", near.unwrap_or_default())
            .at(place());
    };
    let about = about.with("name", &row.name).asking([&row.name]);
    judged(look, &about, need, row)
}

/// The ticket type that serves a need: by the admin's answer, or else by the guide's name. One that
/// is only made for the same use is not taken for it, since it may serve something else.
fn find<'a>(look: &Look<'a>, need: &TicketTypeNeed) -> Option<&'a TicketTypeFact> {
    let listed = look.facts.ticket_types.answer()?;
    let answered = look.plan.answers.ticket_types.get(&need.key);
    let name = folded(answered.unwrap_or(&need.suggested_name));
    listed.iter().find(|row| folded(&row.name) == name)
}

/// Judges the ticket type that was found, with its details where they were read.
fn judged(look: &Look<'_>, about: &About, need: &TicketTypeNeed, row: &TicketTypeFact) -> Verdict {
    let details = look.facts.ticket_type_details.get(&row.id);
    let details = details.and_then(|asked| asked.answer());
    let rows: Vec<_> = details.into_iter().chain([row]).collect();
    let place = |tab| Place::TicketType(row.name.clone(), row.id, tab);
    let api = Evidence::Api;
    if rows.iter().any(|row| kind::is_wrong(need, row)) {
        return about
            .against(need.level, Code::WrongUse, api, "ticket-type-wrong-use")
            .with("wanted", kind::wanted(need))
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
            .seems_against(need.level, Code::HiddenFromAgents, words)
            .at(place("Details"));
    }
    let approval = rows.iter().find_map(|row| row.approval.as_deref());
    let approval = approval.filter(|name| !name.is_empty());
    if let Some(verdict) = asks_for_more(about, need, &rows, approval) {
        return verdict.at(place("Field List"));
    }
    if let Some(verdict) = has_other_fields(about, need, &rows) {
        return verdict.at(place("Field List"));
    }
    if is_off(is_of_tasks(need), |row| row.may_be_child) {
        return about
            .to_confirm("ticket-type-child-look")
            .asking(&need.hierarchy)
            .with("hierarchy", need.hierarchy.clone().unwrap_or_default())
            .at(place("Details"));
    }
    if let Some(other) = same_hierarchy(look, need, row) {
        return about
            .to_confirm("ticket-type-hierarchy-look")
            .asking(&need.hierarchy)
            .showing([other])
            .with("hierarchy", need.hierarchy.clone().unwrap_or_default())
            .with("other", other)
            .at(place("Details"));
    }
    found(about, need, row)
        .remark_if(approval.is_some(), "remark-approval")
        .with("approval", approval.unwrap_or_default())
        .at(place("Details"))
}

/// What the ticket type asks for beside what the product sends; nothing where it asks for no more.
fn asks_for_more(
    about: &About,
    need: &TicketTypeNeed,
    rows: &[&TicketTypeFact],
    approval: Option<&str>,
) -> Option<Verdict> {
    if need.fields_sent.is_empty() {
        return None;
    }
    let mandatory = rows.iter().find_map(|row| row.mandatory.as_ref());
    let beside = mandatory.map(|mandatory| fields::beside(mandatory, &need.fields_sent));
    let beside = beside.unwrap_or_default();
    if !beside.is_empty() {
        let (code, words) = (Code::MandatoryFields, "ticket-type-mandatory-fields");
        let verdict = about.against(need.level, code, Evidence::Api, words);
        return Some(
            verdict
                .names("fields", &beside)
                .remark_if(approval.is_some(), "remark-approval")
                .with("approval", approval.unwrap_or_default()),
        );
    }
    if !tells_mandatory(rows) {
        return Some(may_ask_for_more(about, need, rows));
    }
    let approval = approval.filter(|_| !fields::sends_approval(&need.fields_sent))?;
    let verdict = about.to_confirm("ticket-type-approval-look");
    Some(verdict.showing([approval]).with("approval", approval))
}

/// Halo says which fields are mandatory: of every field whether it is, and not that some are while
/// it calls none so.
fn tells_mandatory(rows: &[&TicketTypeFact]) -> bool {
    let is_told = rows.iter().find_map(|row| row.mandatory_is_told);
    let says_some = rows.iter().any(|row| row.has_mandatory == Some(true));
    let mandatory = rows.iter().find_map(|row| row.mandatory.as_deref());
    is_told == Some(true) && !(says_some && mandatory.is_none_or(<[_]>::is_empty))
}

/// For a person to look at, with the fields that may be meant.
fn may_ask_for_more(about: &About, need: &TicketTypeNeed, rows: &[&TicketTypeFact]) -> Verdict {
    let says_some = rows.iter().any(|row| row.has_mandatory == Some(true));
    let candidates = rows.iter().map(|row| &row.may_be_mandatory);
    let candidates = candidates
        .map(|fields| fields::beside(fields, &need.fields_sent))
        .find(|fields| !fields.is_empty())
        .unwrap_or_default();
    about
        .to_confirm("ticket-type-fields-look")
        .asking([need.fields_sent.join(", ")])
        .showing(&candidates)
        .remark_if(says_some, "remark-some-mandatory")
        .remark_if(!candidates.is_empty(), "remark-may-be-mandatory")
        .names("fields", &candidates)
}

/// Fields in the list that the product does not work with, or none of those it needs. That Halo's
/// API names fields as its screen does is inferred (2024), so a person looks; nothing where the
/// list is as it should be.
fn has_other_fields(
    about: &About,
    need: &TicketTypeNeed,
    rows: &[&TicketTypeFact],
) -> Option<Verdict> {
    if need.fields_wanted.is_empty() && need.fields_unwanted.is_empty() {
        return None;
    }
    let listed = rows.iter().find_map(|row| row.fields.as_ref());
    let unwanted = listed.map(|listed| fields::among(&need.fields_unwanted, listed));
    let wanted = listed.map(|listed| fields::among(&need.fields_wanted, listed));
    let verdict = match (unwanted, wanted) {
        (Some(unwanted), _) if !unwanted.is_empty() => about
            .to_confirm("ticket-type-fields-unwanted")
            .showing(&unwanted)
            .names("seen", &unwanted),
        (_, Some(wanted)) if wanted.len() == need.fields_wanted.len() => return None,
        _ => about.to_confirm("ticket-type-fields-other-look"),
    };
    let unwanted = need.fields_unwanted.iter();
    let unwanted = unwanted.map(|label| format!("{label}: No"));
    Some(
        verdict
            .asking(&need.fields_wanted)
            .asking(unwanted)
            .count("wanted-count", need.fields_wanted.len() as u64)
            .count("unwanted-count", need.fields_unwanted.len() as u64)
            .names("wanted", &need.fields_wanted)
            .names("unwanted", &need.fields_unwanted),
    )
}

/// Another ticket type of the plan that must differ in its hierarchy and does not.
fn same_hierarchy<'a>(
    look: &Look<'a>,
    need: &TicketTypeNeed,
    row: &TicketTypeFact,
) -> Option<&'a str> {
    let (wanted, number) = (need.hierarchy.as_ref()?, row.hierarchy?);
    let others = look.plan.ticket_types.iter();
    let mut others = others
        .filter(|other| other.hierarchy.as_ref().is_some_and(|is| is != wanted))
        .filter_map(|other| find(look, other));
    others
        .find(|other| other.hierarchy == Some(number))
        .map(|other| other.name.as_str())
}

fn found(about: &About, need: &TicketTypeNeed, row: &TicketTypeFact) -> Verdict {
    let verdict = about
        .passed(Evidence::Api, "ticket-type-found")
        .remark_if(!need.fields_wanted.is_empty(), "remark-fields-wanted")
        .names("fields", &need.fields_wanted)
        .remark_if(need.hierarchy.is_some(), "remark-hierarchy")
        .remark_if(
            need.used_for.is_some() && !kind::tells_use(row),
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

/// Why a ticket type is not in the list; Halo leaves out what the agent may not use.
fn missing_by(look: &Look<'_>, has_near: bool) -> [Suspect; 4] {
    let rows = look.of_agent(|agent| agent.ticket_types.as_deref());
    let restricted = rows.is_ok_and(|rows| !rows.is_empty());
    let restrictions = Place::Holder(
        HeldBy::Agent,
        vec!["Permissions", "Ticket Type Restrictions"],
    );
    [
        Suspect::new("cause-type-absent", 50, Place::TicketTypes),
        Suspect::new("cause-type-renamed", 45, Place::TicketTypes).clue_if(
            has_near,
            80,
            "clue-type-near",
        ),
        Suspect::new("cause-type-restricted", 30, restrictions)
            .clue_if(restricted, 90, "clue-types-restricted")
            .less_if(rows.is_ok_and(<[String]>::is_empty), 15),
        Suspect::new("cause-type-access-control", 25, Place::TicketTypes),
    ]
}

/// The listed name that is nearly the wanted one.
fn near(name: &str, listed: &[TicketTypeFact]) -> Option<String> {
    let name = folded(name);
    let likeness = |row: &TicketTypeFact| strsim::jaro_winkler(&folded(&row.name), &name);
    let nearest = listed
        .iter()
        .max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
    (likeness(nearest) > 0.9).then(|| nearest.name.clone())
}

/// The one listed ticket type that is made for the same use, if it is one.
fn alike(need: &TicketTypeNeed, listed: &[TicketTypeFact]) -> Option<String> {
    let mut rows = listed.iter().filter(|row| kind::fits(need, row));
    match (rows.next(), rows.next()) {
        (Some(only), None) => Some(only.name.clone()),
        _ => None,
    }
}

fn is_of_tasks(need: &TicketTypeNeed) -> bool {
    let hierarchy = need.hierarchy.as_deref();
    hierarchy.is_some_and(|hierarchy| folded(hierarchy).contains("task"))
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

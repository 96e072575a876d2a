//! What both printed forms of the report say, in the order in which they say it.
//!
//! Used by [`super::plain`] and [`super::html`]. Not here: how either of them looks.

use std::collections::BTreeMap;

use crate::finding::{Finding, PossibleCause, Status, Value};
use crate::text;

use super::Report;

/// The groups of findings, most urgent first.
const GROUPS: [(&str, Status); 5] = [
    ("report-failed", Status::Failed),
    ("report-warning", Status::Warning),
    ("report-to-confirm", Status::ToConfirm),
    ("report-unknown", Status::Unknown),
    ("report-passed", Status::Passed),
];

/// Findings of one status.
pub(super) struct Group<'a> {
    pub(super) title: String,
    pub(super) status: Status,
    pub(super) findings: Vec<&'a Finding>,
}

/// The groups that have findings; what passed is always among them, if only to say that nothing
/// did.
pub(super) fn groups(report: &Report) -> impl Iterator<Item = Group<'_>> {
    GROUPS.into_iter().filter_map(|(title, status)| {
        let findings = report.findings.iter();
        let findings: Vec<_> = findings
            .filter(|finding| finding.status == status)
            .collect();
        let shown = !findings.is_empty() || status == Status::Passed;
        shown.then(|| Group {
            title: text::say(title, &counted(findings.len() as u64)),
            status,
            findings,
        })
    })
}

/// What was checked, as pairs of label and value; what was not learned is left out.
pub(super) fn heading(report: &Report) -> Vec<(String, String)> {
    let halo = &report.halo;
    let version = joined([&halo.product, &halo.version], " ");
    let agent = report.identity.as_ref();
    let agent = agent.map(|agent| joined([&agent.name, &agent.email], ", "));
    let rows = [
        ("report-profile", Some(profile(report))),
        ("report-address", halo.address.clone()),
        ("report-product", Some(version)),
        ("report-tenant", halo.tenant.clone()),
        ("report-agent", agent),
        ("report-sees", Some(visible(report))),
    ];
    let names = super::sees::printed(&report.sees, &report.visibility).into_iter();
    let names = names.map(|(label, value)| (label, Some(value)));
    let rows = rows.into_iter().chain(names);
    rows.filter_map(|(label, value)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some((text::say(label, &BTreeMap::new()), value))
    })
    .collect()
}

/// The product's name, marked where its profile is not built in.
fn profile(report: &Report) -> String {
    let profile = &report.profile;
    if profile.source.is_built_in() {
        return profile.name.clone();
    }
    let name = Value::Text(profile.name.clone());
    text::say("profile-not-built-in", &BTreeMap::from([("name", name)]))
}

fn visible(report: &Report) -> String {
    let seen = report.visibility;
    let expected = report.sees.expected_customers;
    let customers = match seen.customers.zip(expected) {
        Some((count, expected)) => {
            let mut values = counted(count);
            values.insert("expected", Value::Count(expected));
            Some(text::say("report-customers-of", &values))
        }
        None => None,
    };
    let counts = [
        (
            "report-customers",
            seen.customers.filter(|_| customers.is_none()),
        ),
        ("report-teams", seen.teams),
        ("report-agents", seen.agents),
        ("report-ticket-types", seen.ticket_types),
        ("report-tickets", seen.tickets),
    ];
    let counts = counts.into_iter();
    let counts = counts.filter_map(|(key, count)| Some(text::say(key, &counted(count?))));
    customers
        .into_iter()
        .chain(counts)
        .collect::<Vec<_>>()
        .join(", ")
}

/// A finding's id, with its code where it has one.
pub(super) fn name(finding: &Finding) -> String {
    match &finding.code {
        Some(code) => format!("{} ({code})", finding.id),
        None => finding.id.clone(),
    }
}

/// A cause with what speaks for it.
pub(super) fn cause_title(cause: &PossibleCause) -> String {
    match &cause.clue {
        Some(clue) => format!("{}. {clue}", cause.title),
        None => cause.title.clone(),
    }
}

pub(super) fn named(product: &str) -> BTreeMap<&'static str, Value> {
    BTreeMap::from([("product", Value::Text(product.to_owned()))])
}

fn counted(count: u64) -> BTreeMap<&'static str, Value> {
    BTreeMap::from([("count", Value::Count(count))])
}

fn joined(parts: [&Option<String>; 2], between: &str) -> String {
    let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(between)
}

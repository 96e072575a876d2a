//! The report as plain text: what `halyard check` prints on the terminal and the window copies.
//!
//! Status is always a word, never a colour alone. Not here: JSON, which is the report itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::{Finding, Status, Value};
use crate::text;

use super::Report;

/// Lines are at most this long.
const WIDTH: usize = 80;

/// The report's text, ending with a line break.
pub fn print(report: &Report) -> String {
    let mut page = String::new();
    heading(report, &mut page);
    let groups = [
        ("report-failed", Status::Failed),
        ("report-warning", Status::Warning),
        ("report-to-confirm", Status::ToConfirm),
        ("report-unknown", Status::Unknown),
    ];
    for (title, status) in groups {
        group(report, title, status, &mut page);
    }
    passed(report, &mut page);
    page
}

fn heading(report: &Report, page: &mut String) {
    let of = |value: &Option<String>| value.clone();
    let halo = &report.halo;
    let product = [of(&halo.product), of(&halo.version)];
    let product: Vec<_> = product.into_iter().flatten().collect();
    let who = report.identity.as_ref().map(|identity| {
        let parts = [of(&identity.name), of(&identity.email)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let rows = [
        ("report-profile", Some(report.profile.name.clone())),
        ("report-address", of(&halo.address)),
        ("report-product", Some(product.join(" "))),
        ("report-tenant", of(&halo.tenant)),
        ("report-agent", who),
    ];
    for (label, value) in rows {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let label = text::say(label, &BTreeMap::new());
            wrap(page, &format!("{label}: {value}"), "", "  ");
        }
    }
    let seen = report.visibility;
    let counts = [
        ("report-customers", seen.customers),
        ("report-teams", seen.teams),
        ("report-agents", seen.agents),
        ("report-ticket-types", seen.ticket_types),
        ("report-tickets", seen.tickets),
    ];
    let counts: Vec<_> = counts
        .into_iter()
        .filter_map(|(key, count)| Some(text::say(key, &counted(count?))))
        .collect();
    if !counts.is_empty() {
        let label = text::say("report-sees", &BTreeMap::new());
        wrap(page, &format!("{label}: {}", counts.join(", ")), "", "  ");
    }
}

fn group(report: &Report, title: &str, status: Status, page: &mut String) {
    let findings = report.findings.iter();
    let findings: Vec<_> = findings
        .filter(|finding| finding.status == status)
        .collect();
    if findings.is_empty() {
        return;
    }
    underlined(title, findings.len() as u64, page);
    for finding in findings {
        page.push('\n');
        entry(finding, page);
    }
}

fn entry(finding: &Finding, page: &mut String) {
    wrap(page, &finding.title, "- ", "  ");
    let code = finding.code.iter().map(|code| format!(" ({code})"));
    let name = format!("{}{}", finding.id, code.collect::<String>());
    wrap(page, &name, "  ", "  ");
    wrap(page, &finding.detail, "  ", "  ");
    if let Some(why) = &finding.why {
        wrap(page, why, "  ", "  ");
    }
    let Some(fix) = &finding.fix else {
        return;
    };
    wrap(page, &fix.text, "  > ", "    ");
    if !fix.path.is_empty() {
        wrap(page, &fix.path.join(" > "), "    ", "    ");
    }
    if let Some(link) = &fix.link {
        wrap(page, link, "    ", "    ");
    }
}

fn passed(report: &Report, page: &mut String) {
    let findings = report.findings.iter();
    let findings: Vec<_> = findings
        .filter(|finding| finding.status == Status::Passed)
        .collect();
    underlined("report-passed", findings.len() as u64, page);
    for finding in findings {
        wrap(page, &finding.title, "- ", "  ");
    }
}

fn underlined(title: &str, count: u64, page: &mut String) {
    let title = text::say(title, &counted(count));
    let line = "-".repeat(title.chars().count());
    // Writing to a String cannot fail.
    let _ = writeln!(page, "\n{title}\n{line}");
}

fn counted(count: u64) -> BTreeMap<&'static str, Value> {
    BTreeMap::from([("count", Value::Count(count))])
}

/// Puts words on lines of at most [`WIDTH`] characters; a longer word keeps a line of its own.
fn wrap(page: &mut String, words: &str, first: &str, next: &str) {
    let mut line = String::from(first);
    let mut bare = true;
    for word in words.split_whitespace() {
        let length = line.chars().count() + usize::from(!bare) + word.chars().count();
        if !bare && length > WIDTH {
            page.push_str(&line);
            page.push('\n');
            line = String::from(next);
            bare = true;
        }
        if !bare {
            line.push(' ');
        }
        line.push_str(word);
        bare = false;
    }
    page.push_str(&line);
    page.push('\n');
}

//! The report as one printable page: no scripts, nothing loaded from elsewhere, every text
//! escaped by the template library, since names come from the customer's Halo and from profiles.
//!
//! Called by the `commands` crate when the admin saves the report. Not here: where it is saved.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::finding::{Finding, Fix, Status};
use crate::text;

use super::Report;
use super::document::document;
use super::lines::{self, Group};
use super::{printed_rights, trial};

const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; padding-bottom: .25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
article { margin: 1.5rem 0; break-inside: avoid; }
article h3 { margin-bottom: .25rem; }
code { font-size: .875rem; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
.fix { border-left: 3px solid; padding-left: .75rem; margin-top: .5rem; }
";

/// The page.
pub fn page(report: &Report) -> String {
    let rights = printed_rights::lines(&report.rights);
    let title = text::say("report-title", &lines::named(&report.profile.name));
    let content = html! {
        dl {
            @for (label, value) in lines::heading(report) {
                dt { (label) }
                dd { (value) }
            }
        }
        @for group in lines::groups(report) {
            (section(&group))
        }
        @if !rights.is_empty() {
            section {
                h2 { (printed_rights::title(&report.rights)) }
                ul {
                    @for line in &rights {
                        li { (line) }
                    }
                }
            }
        }
        @if let Some(outcome) = &report.test_ticket {
            section {
                h2 { (trial::title()) }
                @for line in trial::paragraphs(outcome) {
                    p { (line) }
                }
            }
        }
    };
    document(&title, STYLE, &content)
}

fn section(group: &Group<'_>) -> Markup {
    html! {
        section {
            h2 { (group.title) }
            @if group.status == Status::Passed {
                ul {
                    @for finding in &group.findings {
                        li { (finding.title) }
                    }
                }
            } @else {
                @for finding in &group.findings {
                    (entry(finding))
                }
            }
        }
    }
}

fn entry(finding: &Finding) -> Markup {
    html! {
        article {
            h3 { (finding.title) }
            p { code { (lines::name(finding)) } }
            p { (finding.detail) }
            @if let Some(why) = &finding.why {
                p { (why) }
            }
            @if let Some(fix) = &finding.fix {
                div class="fix" {
                    @if fix.causes.is_empty() {
                        p { strong { (text::say("report-fix", &BTreeMap::new())) } " " (fix.text) }
                    } @else {
                        (causes(fix))
                    }
                    @if !fix.path.is_empty() {
                        p { (fix.path.join(" › ")) }
                    }
                    @if let Some(link) = &fix.link {
                        p { (link) }
                    }
                }
            }
        }
    }
}

/// Causes that look alike, the likeliest first.
fn causes(fix: &Fix) -> Markup {
    html! {
        p { strong { (text::say("report-causes", &BTreeMap::new())) } }
        ol {
            @for cause in &fix.causes {
                li {
                    p { strong { (lines::cause_title(cause)) } }
                    p { (cause.tell) }
                    p { (cause.remedy) }
                    @if !cause.path.is_empty() {
                        p { (cause.path.join(" › ")) }
                    }
                }
            }
        }
        @if let Some(advice) = &fix.advice {
            p { (advice) }
        }
    }
}

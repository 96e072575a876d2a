//! What a trial showed, in words: each step with its reason and the next click, the ticket as it
//! came back, and exactly what is left in Halo.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::finding::Value;
use crate::permission;
use crate::plan::Plan;
use crate::plan::links::configuration;
use crate::text;

use super::words::key;
use super::{Act, Became, CameBack, Ticket, Trial, Why};

/// What a trial showed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TrialOutcome {
    /// When it ended, or began if it never ended; RFC 3339.
    pub at: String,
    /// It all worked, and nothing needs removing.
    pub good: bool,
    /// The outcome in one sentence.
    pub headline: String,
    /// The customer it was for.
    pub customer: String,
    /// The ticket type it was of.
    pub ticket_type: String,
    /// Each step, in order.
    pub steps: Vec<TrialStep>,
    /// The ticket as Halo gave it back.
    pub came_back: Vec<TrialShown>,
    /// What is left in Halo, or may be.
    pub left: Option<TrialLeft>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TrialStep {
    /// What was tried.
    pub act: Act,
    /// What became of it.
    pub state: TrialState,
    /// A headline.
    pub title: String,
    /// Why it did not happen, with Halo's own words where it gave any.
    pub detail: Option<String>,
    /// What to do about it.
    pub fix: Option<TrialFix>,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TrialState {
    /// Halo did it.
    Done,
    /// It did not happen.
    Refused,
    /// No answer came that says whether it happened.
    Unknown,
    /// Halo did not do it, and the product does not need it.
    NotNeeded,
    /// It was left out.
    Skipped,
}

/// A value of the ticket as it came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrialShown {
    /// What it is.
    pub label: String,
    /// The value.
    pub value: String,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrialFix {
    /// What to do, as sentences.
    pub text: String,
    /// Where to click.
    pub path: Vec<String>,
    /// The page to open in Halo.
    pub link: Option<String>,
}

/// What is left in Halo, or may be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TrialLeft {
    /// It should not stay so: the ticket is open, or may be there.
    pub urgent: bool,
    /// What is left.
    pub title: String,
    /// How to remove it by hand, and where.
    pub fix: TrialFix,
}

/// Says what a trial showed.
pub fn outcome(plan: &Plan, trial: &Trial) -> TrialOutcome {
    let words = Words { plan, trial };
    let steps: Vec<TrialStep> = trial
        .tried
        .iter()
        .map(|tried| words.step(tried.act, &tried.became))
        .collect();
    let is_well = |step: &TrialStep| matches!(step.state, TrialState::Done | TrialState::NotNeeded);
    let tried_all = trial.ended.is_some() && trial.became(Act::Create).is_some();
    let all_well = tried_all && steps.iter().all(is_well);
    let good = all_well && !trial.ticket.needs_removing();
    TrialOutcome {
        at: trial.ended.unwrap_or(trial.begun).to_string(),
        good,
        headline: words.headline(all_well),
        customer: trial.customer.name.clone(),
        ticket_type: trial.ticket_type.name.clone(),
        came_back: trial.came_back.iter().flat_map(shown).collect(),
        left: words.left(),
        steps,
    }
}

/// The values, each under its label; what Halo did not say is left out.
fn shown(came_back: &CameBack) -> Vec<TrialShown> {
    let number = |source: i64| BTreeMap::from([("number", Value::Text(source.to_string()))]);
    let source = came_back
        .source
        .map(|source| text::say("proof-shown-source-number", &number(source)));
    let rows = [
        ("proof-shown-type", &came_back.ticket_type),
        ("proof-shown-status", &came_back.status),
        ("proof-shown-team", &came_back.team),
        ("proof-shown-customer", &came_back.customer),
        ("proof-shown-agent", &came_back.agent),
        ("proof-shown-source", &source),
    ];
    let rows = rows.into_iter();
    rows.filter_map(|(label, value)| {
        Some(TrialShown {
            label: text::say(label, &BTreeMap::new()),
            value: value.clone()?,
        })
    })
    .collect()
}

/// Whether this changes something in Halo.
fn writes(act: Act) -> bool {
    !matches!(act, Act::SignIn | Act::ReadBack)
}

struct Words<'a> {
    plan: &'a Plan,
    trial: &'a Trial,
}

impl Words<'_> {
    fn values(&self) -> BTreeMap<&'static str, Value> {
        let trial = self.trial;
        let number = trial.ticket.number().map(|number| number.to_string());
        let text = |text: &str| Value::Text(text.to_owned());
        BTreeMap::from([
            ("product", text(&self.plan.profile.name)),
            ("halo", text(self.plan.halo_name())),
            ("mark", text(&trial.mark)),
            ("customer", text(&trial.customer.name)),
            ("type", text(&trial.ticket_type.name)),
            ("number", Value::Text(number.unwrap_or_default())),
        ])
    }

    fn say(&self, key: &str) -> String {
        text::say(key, &self.values())
    }

    fn headline(&self, all_well: bool) -> String {
        let ended = self.trial.ended.is_some();
        let was_made = self.trial.became(Act::Create) == Some(&Became::Done);
        self.say(match self.trial.ticket {
            _ if !ended => "proof-headline-interrupted",
            Ticket::NotMade => "proof-headline-nothing",
            Ticket::Perhaps => "proof-headline-perhaps",
            Ticket::RemovedByHand if !was_made => "proof-headline-by-hand",
            _ if all_well => "proof-headline-good",
            _ => "proof-headline-partly",
        })
    }

    fn step(&self, act: Act, became: &Became) -> TrialStep {
        let key = key(act);
        let (state, attribute) = match became {
            Became::Done => (TrialState::Done, "done"),
            Became::Skipped => (TrialState::Skipped, "skipped"),
            Became::Refused(why) if self.is_unknown(act, why) => (TrialState::Unknown, "unknown"),
            Became::Refused(_) if act == Act::Delete && self.may_stay() => {
                (TrialState::NotNeeded, "refused")
            }
            Became::Refused(_) => (TrialState::Refused, "refused"),
        };
        let why = match became {
            Became::Refused(why) => Some(why),
            Became::Done | Became::Skipped => None,
        };
        TrialStep {
            act,
            state,
            title: self.say(&format!("{key}.{attribute}")),
            detail: why.map(|why| self.detail(act, why)),
            fix: why
                .filter(|_| state != TrialState::NotNeeded && !self.is_seen_to(act, state))
                .map(|why| self.fix(act, why)),
        }
    }

    /// It may have happened, although no answer came that says so. A ticket that was closed
    /// afterwards was not deleted.
    fn is_unknown(&self, act: Act, why: &Why) -> bool {
        let is_closed = matches!(self.trial.ticket, Ticket::Closed { .. });
        *why == Why::NoAnswer && writes(act) && !(act == Act::Delete && is_closed)
    }

    /// The admin has said that nothing is left of what may have been written.
    fn is_seen_to(&self, act: Act, state: TrialState) -> bool {
        let is_about_the_ticket = matches!(act, Act::Create | Act::Delete | Act::Close);
        state == TrialState::Unknown
            && is_about_the_ticket
            && self.trial.ticket == Ticket::RemovedByHand
    }

    /// The product's guide does not ask for this right, and the ticket is closed instead.
    fn may_stay(&self) -> bool {
        let mut needs = self.plan.permissions.iter();
        let asked = needs.any(|need| permission::slug(&need.name) == "can-delete-tickets");
        !asked && matches!(self.trial.ticket, Ticket::Closed { .. })
    }

    fn detail(&self, act: Act, why: &Why) -> String {
        let mut values = self.values();
        let key = match why {
            Why::NotSignedIn => "proof-why-not-signed-in",
            Why::Unauthorised => "proof-why-unauthorised",
            Why::Forbidden => "proof-why-forbidden",
            Why::NotFound if act == Act::ReadBack => "proof-why-not-visible",
            Why::NotFound => "proof-why-not-found",
            Why::MandatoryField { said }
            | Why::Approval { said }
            | Why::Numbering { said }
            | Why::Rule { said } => {
                values.insert("said", Value::Text(said.clone()));
                if said.is_empty() {
                    "proof-why-silent"
                } else {
                    "proof-why-said"
                }
            }
            Why::NoAnswer => "proof-why-no-answer",
            Why::NotReached => "proof-why-not-reached",
            Why::NoOutcome => "proof-why-no-outcome",
            Why::NoClosedStatus => "proof-why-no-closed-status",
            Why::NotSo => "proof-why-not-so",
        };
        text::say(key, &values)
    }

    fn fix(&self, act: Act, why: &Why) -> TrialFix {
        let agent = &["Teams & Agents", "Agents"][..];
        let type_name = self.trial.ticket_type.name.as_str();
        let ticket_type = &["Tickets", "Ticket Types", type_name][..];
        let api = self.plan.api_menu();
        let application = &["Integrations", api.as_str(), "View Applications"][..];
        let (key, path) = match (act, why) {
            (Act::Note | Act::Time, Why::NoAnswer) => ("proof-fix-add-unknown", &[][..]),
            // The same words as beside what is left: it is one thing to do.
            (act, why) if self.is_unknown(act, why) => {
                return match self.left() {
                    Some(left) => left.fix,
                    None => self.by_hand("proof-left-perhaps"),
                };
            }
            (_, Why::NoAnswer | Why::NotReached) => ("proof-fix-again", &[][..]),
            (Act::SignIn, _) => ("proof-fix-sign-in", &[][..]),
            (_, Why::Forbidden) if act != Act::Time => ("proof-fix-scope", application),
            (Act::Create, Why::MandatoryField { .. }) => ("proof-fix-field", ticket_type),
            (Act::Create, Why::Approval { .. }) => ("proof-fix-approval", ticket_type),
            (Act::Create, Why::Numbering { .. }) => {
                ("proof-fix-numbering", &["Advanced Settings"][..])
            }
            (Act::Create, _) => ("proof-fix-create", agent),
            (Act::ReadBack, _) => ("proof-fix-read-back", agent),
            (Act::Note, _) => ("proof-fix-note", agent),
            (Act::Time, _) => ("proof-fix-time", agent),
            (Act::Delete, _) => ("proof-fix-delete", agent),
            (Act::Close, _) => ("proof-fix-close", agent),
        };
        let path = if path.is_empty() {
            Vec::new()
        } else {
            configuration(path)
        };
        TrialFix {
            text: self.say(key),
            path,
            link: None,
        }
    }

    fn left(&self) -> Option<TrialLeft> {
        let (key, urgent) = match self.trial.ticket {
            Ticket::Perhaps => ("proof-left-perhaps", true),
            Ticket::Open { .. } if self.may_be_gone() => ("proof-left-unknown", true),
            Ticket::Open { .. } => ("proof-left-open", true),
            Ticket::Closed { .. } => ("proof-left-closed", false),
            Ticket::NotMade | Ticket::Deleted { .. } | Ticket::RemovedByHand => return None,
        };
        Some(TrialLeft {
            urgent,
            title: self.say(&format!("{key}.title")),
            fix: self.by_hand(key),
        })
    }

    /// No answer came that says whether it was deleted or closed.
    fn may_be_gone(&self) -> bool {
        let unanswered = Became::Refused(Why::NoAnswer);
        let acts = [Act::Delete, Act::Close];
        acts.iter()
            .any(|act| self.trial.became(*act) == Some(&unanswered))
    }

    /// What to do by hand, and the ticket's page, which opens at `/ticket?id=` (confirmed in a
    /// browser extension, 2026).
    fn by_hand(&self, key: &str) -> TrialFix {
        let address = self.trial.halo.trim_end_matches('/');
        let number = self.trial.ticket.number();
        TrialFix {
            text: self.say(&format!("{key}.fix")),
            path: Vec::new(),
            link: number.map(|number| format!("{address}/ticket?id={number}")),
        }
    }
}

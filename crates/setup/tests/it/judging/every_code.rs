//! Every finding and every code that is promised: facts that provoke it, and that it is gone once
//! they are right.
//!
//! The promise is the table at the head of `finding.rs`; this table has a row for each of its
//! codes and no other.

use std::collections::BTreeSet;

use setup::facts::{AddressProblem, Asked, Facts, Failure, Host, Refusal, SignIn, SignInProblem};
use setup::finding::{Finding, Status};
use setup::permission::Area;
use setup::plan::Plan;
use setup::profile::{Level, Profile};

use super::exampla::{
    agent_with, department, facts_with, field, healthy, names, plan, plan_with, seen,
    ticket_type_with, token_with,
};
use super::finding;
use super::sign_in::refuse_everything;

/// A promised finding and code, what the plan asks for, and the facts that provoke it.
struct Row {
    id: &'static str,
    code: &'static str,
    plan: fn() -> Plan,
    facts: fn() -> Facts,
}

const fn row(id: &'static str, code: &'static str, facts: fn() -> Facts) -> Row {
    Row {
        id,
        code,
        plan,
        facts,
    }
}

impl Row {
    const fn where_the_plan(mut self, plan: fn() -> Plan) -> Self {
        self.plan = plan;
        self
    }
}

fn at(problem: AddressProblem) -> Facts {
    facts_with(|facts| facts.host = Host::Failed(problem))
}

fn refused(problem: SignInProblem) -> Facts {
    facts_with(|facts| facts.sign_in = SignIn::Failed(problem))
}

fn asking(change: fn(&mut Profile)) -> Plan {
    plan_with(change, |_| {})
}

fn area(asked: Asked<setup::facts::Seen>) -> Facts {
    facts_with(|facts| {
        facts.areas.insert(Area::Customers, asked);
    })
}

const ADDRESS: &str = "address";
const CREDENTIALS: &str = "credentials";
const TICKETS: &str = "scope:read:tickets";
const CUSTOMERS: &str = "permission:customers-access-level";
const ALL_TYPES: &str = "permission:allow-use-of-all-ticket-types";
const TYPE: &str = "ticket-type:project";

#[rustfmt::skip]
const ROWS: &[Row] = &[
    row(ADDRESS, "not_an_address", || at(AddressProblem::NotAnAddress)),
    row(ADDRESS, "not_https", || at(AddressProblem::NotHttps)),
    row(ADDRESS, "unreachable", || at(AddressProblem::Unreachable)),
    row(ADDRESS, "name_not_found", || at(AddressProblem::NameNotFound)),
    row(ADDRESS, "tls_untrusted", || at(AddressProblem::TlsUntrusted)),
    row(ADDRESS, "tls_expired", || at(AddressProblem::TlsExpired { good: None })),
    row(ADDRESS, "tls_wrong_host", || at(AddressProblem::TlsWrongHost { names: Vec::new() })),
    row(ADDRESS, "not_halo", || at(AddressProblem::NotHalo)),
    row(ADDRESS, "redirected_elsewhere", || at(AddressProblem::RedirectedElsewhere {
        host: "elsewhere.example".to_owned(),
    })),
    row(ADDRESS, "timed_out", || at(AddressProblem::TimedOut)),
    row(ADDRESS, "too_large", || at(AddressProblem::TooLarge)),
    row(ADDRESS, "proxy_refused", || at(AddressProblem::ProxyRefused)),
    row(ADDRESS, "api_not_found", || facts_with(|facts| {
        refuse_everything(facts, Refusal::NotFound);
    })),
    row(CREDENTIALS, "client_not_recognised", || refused(SignInProblem::ClientNotRecognised)),
    row(CREDENTIALS, "grant_not_allowed", || refused(SignInProblem::GrantNotAllowed)),
    row(CREDENTIALS, "scope_refused", || refused(SignInProblem::ScopeRefused)),
    row(CREDENTIALS, "no_scope_granted", || refused(SignInProblem::NoScopeGranted)),
    row(CREDENTIALS, "not_json", || refused(SignInProblem::NotJson)),
    row(CREDENTIALS, "clock_skew", || facts_with(|facts| facts.clock_skew_seconds = Some(900))),
    row(CREDENTIALS, "wrong_tenant", || refused(SignInProblem::WrongTenant {
        named: "acne".to_owned(),
        right: "acme".to_owned(),
    })),
    row(CREDENTIALS, "refused", || refused(SignInProblem::Refused {
        said: "The application is not active.".to_owned(),
    })),
    row(CREDENTIALS, "keychain_closed", || refused(SignInProblem::NoSecret {
        keychain_closed: true,
    })),
    row(CREDENTIALS, "no_secret", || refused(SignInProblem::NoSecret {
        keychain_closed: false,
    })),
    row(CREDENTIALS, "server_not_confirmed", || refused(SignInProblem::NotConfirmed {
        host: "elsewhere.example".to_owned(),
    })),
    row("scope:read:users", "scope_does_not_exist", healthy)
        .where_the_plan(|| asking(|profile| "read:users".clone_into(&mut profile.scopes[0].name))),
    row(TICKETS, "not_granted", || token_with(|token| {
        token.granted.as_mut().expect("the fixture has it").remove("read:tickets");
    })),
    row(TICKETS, "forbidden_scope_granted", healthy)
        .where_the_plan(|| asking(|profile| profile.scopes[0].level = Level::Forbidden)),
    row("scope:edit:projects", "refused", || facts_with(|facts| {
        facts.areas.insert(Area::Projects, Asked::Refused(Refusal::Forbidden));
    })),
    row("scopes.excess", "more_than_needed", || token_with(|token| {
        token.granted.as_mut().expect("the fixture has it").insert("edit:invoices".to_owned());
    })),
    row("agent.identity", "signed_out", || facts_with(|facts| {
        facts.me = Asked::Refused(Refusal::Unauthorised);
    })),
    row("agent.identity", "disabled", || agent_with(|agent| agent.is_disabled = Some(true))),
    row("agent.identity", "refused", || facts_with(|facts| {
        refuse_everything(facts, Refusal::Forbidden);
    })),
    row("agent.api_only", "not_api_only", || agent_with(|agent| agent.is_api_only = Some(false))),
    row("agent.api_only", "must_not_be_api_only", healthy).where_the_plan(|| asking(|profile| {
        let agent = profile.agent.as_mut().expect("the fixture has it");
        agent.api_only.as_mut().expect("the fixture has it").level = Level::Forbidden;
    })),
    row("agent.administrator", "is_administrator", || agent_with(|agent| {
        agent.is_administrator = Some(true);
    })),
    row("agent.administrator", "not_administrator", healthy)
        .where_the_plan(|| asking(|profile| "Yes".clone_into(&mut profile.permissions[0].value))),
    row("agent.default_team", "no_default_team", || agent_with(|agent| {
        agent.default_team = Some("*No Default Team*".to_owned());
    })),
    row("agent.default_team", "has_default_team", healthy).where_the_plan(|| asking(|profile| {
        let agent = profile.agent.as_mut().expect("the fixture has it");
        agent.default_team.as_mut().expect("the fixture has it").level = Level::Forbidden;
    })),
    row("agent.teams", "no_team_visible", || facts_with(|facts| {
        facts.teams = Asked::Answered(Vec::new());
    })),
    row("agent.teams", "teams_missing", || agent_with(|agent| {
        agent.teams = Some(names(&["Support"]));
    })),
    row("agent.departments", "department_missing", || agent_with(|agent| {
        agent.departments = Some(Vec::new());
    })),
    row("agent.departments", "membership_too_low", || agent_with(|agent| {
        agent.departments = Some(vec![department("Delivery", Some(0))]);
    })),
    row("agent.customers", "no_customer_visible", || facts_with(|facts| {
        facts.customers = Asked::Answered(seen(0));
    })),
    row("agent.customers", "restricted", || agent_with(|agent| {
        agent.customers = Some(names(&["Initech"]));
    })),
    row("agent.customers", "fewer_than_expected", healthy)
        .where_the_plan(|| plan_with(|_| {}, |answers| answers.expected_customers = Some(230))),
    row(CUSTOMERS, "refused", || area(Asked::Refused(Refusal::Forbidden))),
    row(ALL_TYPES, "too_low", || agent_with(|agent| {
        agent.ticket_types = Some(names(&["Incident"]));
    })),
    row(CUSTOMERS, "more_than_needed", healthy)
        .where_the_plan(|| asking(|profile| profile.permissions[3].level = Level::Forbidden)),
    row(TYPE, "missing", || facts_with(|facts| facts.ticket_types = Asked::Answered(Vec::new()))),
    row(TYPE, "wrong_use", || ticket_type_with(|row| row.itil = Some(1))),
    row(TYPE, "hidden_from_agents", || ticket_type_with(|row| row.visible = Some(false))),
    row(TYPE, "mandatory_fields", || ticket_type_with(|row| {
        row.mandatory = Some(vec![field("Cost Centre")]);
    })),
    row("setting:next-ticket-id-method", "wrong_value", || facts_with(|facts| {
        let property = "nextfaultidcalculationmethod".to_owned();
        facts.settings.insert(property, Asked::Answered(0));
    })),
    // Why something could not be looked at.
    row("agent.customers", "server_error", || unanswered(Failure::ServerError)),
    row("agent.customers", "timed_out", || unanswered(Failure::TimedOut)),
    row("agent.customers", "rate_limited", || unanswered(Failure::RateLimited)),
    row("agent.customers", "not_readable", || unanswered(Failure::NotReadable)),
    row("agent.customers", "not_permitted", || facts_with(|facts| {
        facts.customers = Asked::Refused(Refusal::Forbidden);
    })),
];

fn unanswered(failure: Failure) -> Facts {
    facts_with(|facts| facts.customers = Asked::Failed(failure))
}

/// Findings whose trouble is not in Halo, so that there is no place in it to click.
const NO_PLACE: [(&str, &str); 4] = [
    ("address", ""),
    ("credentials", "clock_skew"),
    ("credentials", "keychain_closed"),
    ("credentials", "no_secret"),
];

/// The table at the head of `finding.rs`: finding and code.
fn promised() -> BTreeSet<(String, String)> {
    let source = include_str!("../../../src/finding.rs");
    let mut promised = BTreeSet::new();
    for line in source
        .lines()
        .filter_map(|line| line.strip_prefix("//! | `"))
    {
        let (id, codes) = line.split_once("` | ").expect("two columns");
        let codes = codes.split('`').skip(1).step_by(2);
        // Codes have underscores or are one plain word; ids of steps have dashes.
        let codes = codes.filter(|code| !code.contains('-'));
        promised.extend(codes.map(|code| (family(id), code.to_owned())));
    }
    let reasons = source
        .split("`unknown` carries")
        .nth(1)
        .expect("a sentence");
    let reasons = reasons.split(';').next().expect("the part on unknown");
    let reasons = reasons
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| code.contains('_'));
    promised.extend(reasons.map(|code| ("unknown".to_owned(), code.to_owned())));
    promised
}

/// `permission:` for every permission.
fn family(id: &str) -> String {
    match id.split_once(':') {
        Some((family, _)) => format!("{family}:"),
        None => id.to_owned(),
    }
}

fn provoked(row: &Row) -> Finding {
    let finding = finding(&(row.plan)(), &(row.facts)(), row.id);
    assert_eq!(finding.code.as_deref(), Some(row.code), "{finding:?}");
    finding
}

#[test]
fn every_promised_code_is_provoked_and_no_other() {
    let rows = ROWS.iter().map(|row| {
        let unknown = provoked(row).status == Status::Unknown;
        let of = if unknown {
            "unknown".to_owned()
        } else {
            family(row.id)
        };
        (of, row.code.to_owned())
    });
    let provoked: BTreeSet<_> = rows.collect();
    let promised = promised();
    assert!(
        promised.len() > 48,
        "only {} codes were read",
        promised.len()
    );
    let missing: Vec<_> = promised.difference(&provoked).collect();
    let more: Vec<_> = provoked.difference(&promised).collect();
    assert!(
        missing.is_empty() && more.is_empty(),
        "missing {missing:?}, more {more:?}"
    );
}

#[test]
fn every_code_says_what_is_wrong_why_it_matters_and_where_to_click() {
    for row in ROWS {
        let finding = provoked(row);
        if finding.status == Status::Unknown {
            continue;
        }
        assert!(!finding.detail.is_empty(), "{finding:?}");
        assert!(finding.why.is_some(), "{} {} matters", row.id, row.code);
        let fix = finding.fix.as_ref().expect("something to do");
        assert!(!fix.text.is_empty());
        let without =
            |(id, code): &(&str, &str)| *id == row.id && (code.is_empty() || *code == row.code);
        if !NO_PLACE.iter().any(without) {
            assert_eq!(
                fix.path.first().map(String::as_str),
                Some("Configuration"),
                "{finding:?}"
            );
        }
    }
}

#[test]
fn every_code_is_gone_once_it_is_put_right() {
    for row in ROWS {
        let found = provoked(row);
        // What the plan rules out is put right by another plan, everything else by the facts.
        let after = finding(
            &plan(),
            &healthy(),
            if row.id == "scope:read:users" {
                TICKETS
            } else {
                row.id
            },
        );
        assert_ne!(after.code.as_deref(), Some(row.code), "{found:?}");
        assert!(
            matches!(after.status, Status::Passed | Status::ToConfirm),
            "{} {}: {after:?}",
            row.id,
            row.code
        );
    }
}

//! What Halo refuses after a good token: everything, or one list. One cause is one failure, and a
//! refusal that may have several causes names them.

use setup::facts::{Asked, Facts, Failure, Refusal, SignIn};
use setup::finding::{Evidence, Finding, Status};
use setup::judge::judge;
use setup::permission::Area;
use setup::plan::Plan;
use setup::report::{Outcome, Report};

use super::exampla::{facts_with, healthy, plan, plan_with, seen, token_with};
use super::sign_in::refuse_everything;
use super::{expect, expect_passed, expect_to_confirm, finding};

const TICKETS: &str = "permission:tickets-access-level";
const CUSTOMERS: &str = "agent.customers";

fn all_refused(refusal: Refusal) -> Facts {
    facts_with(|facts| refuse_everything(facts, refusal))
}

fn unsaid(mut facts: Facts) -> Facts {
    let SignIn::Issued(token) = &mut facts.sign_in else {
        unreachable!("the healthy facts have a token");
    };
    token.granted = None;
    facts
}

fn failed(plan: &Plan, facts: &Facts) -> Vec<(String, Option<String>)> {
    let findings = judge(plan, facts).into_iter();
    let failed = findings.filter(|one| matches!(one.status, Status::Failed | Status::Warning));
    failed.map(|one| (one.id, one.code)).collect()
}

fn outcome(plan: &Plan, facts: &Facts) -> Outcome {
    Report::new(plan, facts, judge(plan, facts)).outcome(facts)
}

fn causes(finding: &Finding) -> Vec<&str> {
    let fix = finding.fix.as_ref().expect("something to do");
    fix.causes.iter().map(|cause| cause.id.as_str()).collect()
}

#[test]
fn whatever_refuses_everything_is_one_failure_and_ends_with_one() {
    let said = [
        (Refusal::Unauthorised, "agent.identity", "signed_out"),
        (Refusal::Forbidden, "agent.identity", "refused"),
        (Refusal::NotFound, "address", "api_not_found"),
    ];
    let not_said = [
        (Refusal::Unauthorised, "credentials", "no_scope_granted"),
        (Refusal::Forbidden, "agent.identity", "refused"),
        (Refusal::NotFound, "address", "api_not_found"),
    ];
    let said = said.map(|row| (all_refused(row.0), row));
    let not_said = not_said.map(|row| (unsaid(all_refused(row.0)), row));
    for (facts, (refusal, id, code)) in said.into_iter().chain(not_said) {
        let one = vec![(id.to_owned(), Some(code.to_owned()))];
        assert_eq!(failed(&plan(), &facts), one, "{refusal:?}");
        assert_eq!(outcome(&plan(), &facts), Outcome::Failed, "{refusal:?}");
        let finding = finding(&plan(), &facts, id);
        assert_eq!(finding.evidence, Evidence::Behaviour);
        assert!(causes(&finding).len() > 1, "{finding:?}");
        expect_passed(&plan(), &healthy(), id, Evidence::Api);
    }
    assert_eq!(outcome(&plan(), &healthy()), Outcome::Sound);
}

#[test]
fn an_agent_that_is_let_in_nowhere_is_not_told_to_raise_levels() {
    for refusal in [Refusal::Unauthorised, Refusal::Forbidden] {
        let facts = all_refused(refusal);
        for id in [TICKETS, "permission:customers-access-level", CUSTOMERS] {
            let finding = expect(&plan(), &facts, id, Status::Unknown, "not_permitted");
            let fix = finding.fix.expect("something to do");
            assert!(fix.text.contains("above"), "{}", fix.text);
        }
        // Halo listed them: that nothing opens says nothing against it.
        expect_passed(&plan(), &facts, "scope:read:tickets", Evidence::Api);
    }
    // One answer, and each refusal is about what it refuses.
    let mut let_in = all_refused(Refusal::Unauthorised);
    let_in.me = healthy().me;
    expect(&plan(), &let_in, TICKETS, Status::Failed, "refused");
    expect_passed(&plan(), &let_in, "agent.identity", Evidence::Api);
}

#[test]
fn a_wholesale_401_blames_no_scope_that_halo_did_not_name() {
    let facts = unsaid(all_refused(Refusal::Unauthorised));
    let id = "credentials";
    let finding = expect(&plan(), &facts, id, Status::Failed, "no_scope_granted");
    assert_eq!(causes(&finding)[0], "no-scope-ticked");
    for cause in ["login-type", "agent-inactive", "tokens-revoked"] {
        assert!(causes(&finding).contains(&cause), "{finding:?}");
    }
    for id in ["scope:read:tickets", "scope:all:teams", "agent.identity"] {
        expect(&plan(), &facts, id, Status::Unknown, "not_permitted");
    }
}

#[test]
fn refusals_among_failures_are_still_refusals() {
    let mut facts = all_refused(Refusal::Forbidden);
    facts.teams = Asked::Failed(Failure::TimedOut);
    let one = vec![("agent.identity".to_owned(), Some("refused".to_owned()))];
    assert_eq!(failed(&plan(), &facts), one);
    expect(&plan(), &facts, "agent.teams", Status::Unknown, "timed_out");
    // A part of a check, which did not ask who the agent is, proves nothing about all of Halo.
    let mut part = all_refused(Refusal::Forbidden);
    part.me = Asked::Not;
    expect(&plan(), &part, TICKETS, Status::Failed, "refused");
}

/// A product that reads customers and whose guide names no permission for it.
fn without_customer_permission() -> Plan {
    plan_with(
        |profile| {
            let needs = &mut profile.permissions;
            needs.retain(|need| !need.name.contains("Customers"));
        },
        |_| {},
    )
}

fn customers(asked: &Asked<setup::facts::Seen>) -> Facts {
    facts_with(|facts| {
        facts.customers = asked.clone();
        facts.areas.insert(Area::Customers, asked.clone());
    })
}

#[test]
fn a_refused_list_of_customers_fails_though_no_guide_names_the_permission() {
    let plan_without = without_customer_permission();
    for refusal in [Refusal::Unauthorised, Refusal::Forbidden] {
        let facts = customers(&Asked::Refused(refusal));
        let failing = Status::Failed;
        let finding = expect(&plan_without, &facts, CUSTOMERS, failing, "refused");
        assert_eq!(finding.evidence, Evidence::Behaviour);
        assert_eq!(causes(&finding)[0], "customers-level");
        assert_eq!(outcome(&plan_without, &facts), Outcome::Failed);
        // Where the guide names it, the permission fails, and nothing else does.
        let named = "permission:customers-access-level".to_owned();
        let one = vec![(named, Some("refused".to_owned()))];
        assert_eq!(failed(&plan(), &facts), one);
        // Without the scope, the scope is to blame.
        let mut unticked = facts;
        let SignIn::Issued(token) = &mut unticked.sign_in else {
            unreachable!("the healthy facts have a token");
        };
        token.granted.as_mut().unwrap().remove("read:customers");
        expect(
            &plan_without,
            &unticked,
            CUSTOMERS,
            Status::Unknown,
            "not_permitted",
        );
    }
    let missing = customers(&Asked::Refused(Refusal::NotFound));
    let unknown = Status::Unknown;
    expect(&plan_without, &missing, CUSTOMERS, unknown, "not_readable");
    expect_passed(&plan_without, &healthy(), CUSTOMERS, Evidence::Api);
}

#[test]
fn what_is_not_there_is_no_refusal() {
    let mut facts = token_with(|token| token.granted = None);
    let refused = Asked::Refused(Refusal::NotFound);
    facts.areas.insert(Area::Tickets, refused);
    let id = "scope:read:tickets";
    expect(&plan(), &facts, id, Status::Unknown, "not_readable");
    expect(&plan(), &facts, TICKETS, Status::Unknown, "not_readable");
    facts.areas.insert(Area::Tickets, Asked::Answered(seen(3)));
    expect_passed(&plan(), &facts, id, Evidence::Behaviour);
}

#[test]
fn a_scope_that_does_not_work_leads_to_the_application_and_to_the_agent() {
    let mut facts = token_with(|token| token.granted = None);
    let refused = Asked::Refused(Refusal::Forbidden);
    facts.areas.insert(Area::Tickets, refused);
    let id = "scope:read:tickets";
    let finding = expect(&plan(), &facts, id, Status::Failed, "not_granted");
    assert_eq!(causes(&finding), ["scope-unticked", "area-closed"]);
    let fix = finding.fix.unwrap();
    let places = fix.causes.iter().map(|cause| cause.path[1].as_str());
    assert_eq!(
        places.collect::<Vec<_>>(),
        ["Integrations", "Teams & Agents"]
    );
    assert!(
        fix.causes[1].remedy.contains("Tickets Access Level"),
        "{fix:?}"
    );
    let one = vec![(id.to_owned(), Some("not_granted".to_owned()))];
    assert_eq!(failed(&plan(), &facts), one);
}

#[test]
fn advice_to_look_above_is_given_only_where_something_is_above() {
    let text = |facts: &Facts, id: &str| {
        let finding = finding(&plan(), facts, id);
        assert_eq!(finding.status, Status::Unknown);
        finding.fix.expect("something to do").text
    };
    for refusal in [Refusal::Forbidden, Refusal::NotFound] {
        let mut facts = facts_with(|facts| facts.teams = Asked::Refused(refusal));
        let alone = text(&facts, "agent.teams");
        assert!(!alone.contains("findings above"), "{alone}");
        let SignIn::Issued(token) = &mut facts.sign_in else {
            unreachable!("the healthy facts have a token");
        };
        token.granted.as_mut().unwrap().remove("all:teams");
        let below = text(&facts, "agent.teams");
        assert!(below.contains("findings above"), "{below}");
    }
}

#[test]
fn a_count_without_rows_is_no_answer() {
    let contradiction = Asked::Answered(setup::facts::Seen {
        total: Some(5),
        rows: 0,
    });
    let facts = facts_with(|facts| {
        facts.customers = contradiction.clone();
        facts.areas.insert(Area::Customers, contradiction.clone());
        facts.areas.insert(Area::Tickets, contradiction);
    });
    for id in [CUSTOMERS, TICKETS, "permission:customers-access-level"] {
        expect(&plan(), &facts, id, Status::Unknown, "not_readable");
    }
    let report = Report::new(&plan(), &facts, judge(&plan(), &facts));
    assert_eq!(report.visibility.customers, None);
    assert_eq!(report.visibility.tickets, None);
}

#[test]
fn a_full_page_without_a_larger_count_is_no_number() {
    let page = Asked::Answered(setup::facts::Seen {
        total: None,
        rows: 100,
    });
    let facts = facts_with(|facts| {
        facts.customers = page.clone();
        facts.areas.insert(Area::Customers, page);
        let one = setup::facts::Seen {
            total: None,
            rows: 1,
        };
        facts.areas.insert(Area::Tickets, Asked::Answered(one));
    });
    let report = Report::new(&plan(), &facts, judge(&plan(), &facts));
    assert_eq!(report.visibility.customers, None);
    assert_eq!(report.visibility.tickets, None);
    let passed = expect_passed(&plan(), &facts, CUSTOMERS, Evidence::Api);
    assert!(
        passed.detail.contains("at least 100 customers"),
        "{}",
        passed.detail
    );
    let reads = finding(&plan(), &facts, TICKETS);
    assert!(reads.detail.contains("at least one"), "{}", reads.detail);
    // There may be as many as expected: nothing is proved to be missing.
    let expecting = |count| plan_with(|_| {}, |answers| answers.expected_customers = Some(count));
    let unsure = expect_to_confirm(&expecting(230), &facts, CUSTOMERS);
    assert!(unsure.detail.contains("100"), "{}", unsure.detail);
    expect_passed(&expecting(80), &facts, CUSTOMERS, Evidence::Api);
    let learned = expect(
        &expecting(230),
        &healthy(),
        CUSTOMERS,
        Status::Failed,
        "fewer_than_expected",
    );
    assert!(learned.detail.contains("212"), "{}", learned.detail);
}

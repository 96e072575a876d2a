//! What Halo refuses after a good token: everything, or one list. One cause is one failure, and a
//! refusal that may have several causes names them.

use setup::facts::{Asked, Facts, Failure, Refusal, Seen, SignIn};
use setup::finding::{Evidence, Finding, Status};
use setup::judge::judge;
use setup::permission::Area;
use setup::plan::Plan;
use setup::profile::Level;
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
        let named = "permission:customers-access-level";
        let failing = Status::Failed;
        for plan in [&plan_without, &plan()] {
            let finding = expect(plan, &facts, named, failing, "refused");
            assert_eq!(finding.evidence, Evidence::Behaviour);
            // One cause, one failure.
            let one = vec![(named.to_owned(), Some("refused".to_owned()))];
            assert_eq!(failed(plan, &facts), one);
            expect(plan, &facts, CUSTOMERS, Status::Unknown, "not_permitted");
            assert_eq!(outcome(plan, &facts), Outcome::Failed);
        }
        // Without the scope, the scope is to blame.
        let unticked = ungranted(facts, "read:customers");
        let scope = "scope:read:customers".to_owned();
        let one = vec![(scope, Some("not_granted".to_owned()))];
        assert_eq!(failed(&plan_without, &unticked), one);
    }
    let missing = customers(&Asked::Refused(Refusal::NotFound));
    let unknown = Status::Unknown;
    expect(&plan_without, &missing, CUSTOMERS, unknown, "not_readable");
    expect_passed(&plan_without, &healthy(), CUSTOMERS, Evidence::Api);
}

fn ungranted(mut facts: Facts, scope: &str) -> Facts {
    let SignIn::Issued(token) = &mut facts.sign_in else {
        unreachable!("the healthy facts have a token");
    };
    let granted = token.granted.as_mut();
    granted.expect("the fixture has it").remove(scope);
    facts
}

/// Exampla with one more scope, at this level, and what came of the list that it is for.
fn asking_for(scope: &str, level: Level, area: Area, asked: Asked<Seen>) -> (Plan, Facts) {
    let plan = plan_with(
        |profile| {
            let mut need = profile.scopes[0].clone();
            need.level = level;
            scope.clone_into(&mut need.name);
            profile.scopes.push(need);
        },
        |_| {},
    );
    let facts = facts_with(|facts| {
        let SignIn::Issued(token) = &mut facts.sign_in else {
            unreachable!("the healthy facts have a token");
        };
        token.asked.insert(scope.to_owned());
        let granted = token.granted.as_mut();
        granted
            .expect("the fixture has it")
            .insert(scope.to_owned());
        facts.areas.insert(area, asked);
    });
    (plan, facts)
}

const ASSETS: &str = "permission:assets-access-level";

#[test]
fn a_list_that_only_a_scope_speaks_of_shows_whether_the_agent_may_open_it() {
    let refused = Asked::Refused(Refusal::Forbidden);
    for (level, status) in [
        (Level::Required, Status::Failed),
        (Level::Recommended, Status::Warning),
    ] {
        let assets = |asked| asking_for("read:assets", level, Area::Assets, asked);
        let (plan, facts) = assets(refused.clone());
        let finding = expect(&plan, &facts, ASSETS, status, "refused");
        assert_eq!(finding.evidence, Evidence::Behaviour);
        assert!(finding.title.contains("Assets Access Level"), "{finding:?}");
        assert_eq!(causes(&finding)[0], "area-closed");
        assert!(finding.why.is_some(), "{finding:?}");
        expect_passed(&plan, &facts, "scope:read:assets", Evidence::Api);
        let only = vec![(ASSETS.to_owned(), Some("refused".to_owned()))];
        assert_eq!(failed(&plan, &facts), only);

        let (plan, facts) = assets(Asked::Answered(seen(12)));
        let passed = expect_passed(&plan, &facts, ASSETS, Evidence::Behaviour);
        assert!(passed.detail.contains("12 entries"), "{}", passed.detail);
        assert!(failed(&plan, &facts).is_empty());
    }
    let assets = |asked| asking_for("read:assets", Level::Required, Area::Assets, asked);
    let (plan, facts) = assets(Asked::Answered(seen(0)));
    expect_to_confirm(&plan, &facts, ASSETS);
    let (plan, facts) = assets(Asked::Failed(Failure::ServerError));
    expect(&plan, &facts, ASSETS, Status::Unknown, "server_error");

    // Nothing is known of a list that was not asked for, and nothing of the agent where the scope
    // is missing or Halo did not say what it granted: then the scope's own finding tells.
    let is_judged = |plan: &Plan, facts: &Facts| {
        let findings = judge(plan, facts);
        findings.iter().any(|one| one.id == ASSETS)
    };
    let (plan, facts) = assets(Asked::Not);
    assert!(!is_judged(&plan, &facts));
    let (plan, facts) = assets(refused);
    let facts = ungranted(facts, "read:assets");
    assert!(!is_judged(&plan, &facts));
    let (id, failing) = ("scope:read:assets", Status::Failed);
    expect(&plan, &facts, id, failing, "not_granted");
    let facts = unsaid(facts);
    assert!(!is_judged(&plan, &facts));
    expect(&plan, &facts, id, failing, "not_granted");
}

#[test]
fn one_scope_may_stand_for_a_list_whose_single_entries_are_refused() {
    let opens = Asked::Answered(seen(9));
    let (plan, mut facts) = asking_for("read:contracts", Level::Required, Area::Contracts, opens);
    let id = "permission:customer-agreements-access-level";
    let entry = &mut facts.details;
    entry.insert(Area::Contracts, Asked::Refused(Refusal::Unauthorised));
    expect(&plan, &facts, id, Status::Failed, "refused");
    facts.details.insert(Area::Contracts, Asked::Answered(()));
    expect_passed(&plan, &facts, id, Evidence::Behaviour);
}

#[test]
fn a_list_whose_scope_no_source_settles_fails_nothing_that_no_guide_names() {
    for (scope, area) in [("read:sales", Area::Opportunities), ("read:crm", Area::Crm)] {
        let refused = Asked::Refused(Refusal::Forbidden);
        let (plan, facts) = asking_for(scope, Level::Required, area, refused);
        // What may be meant instead is granted for neither or for one of them.
        let facts = ungranted(ungranted(facts, "read:tickets"), "read:customers");
        let blamed = failed(&plan, &facts);
        assert!(
            blamed
                .iter()
                .all(|(id, _)| !id.contains("sales") && !id.contains("crm")),
            "{blamed:?}"
        );
    }
}

#[test]
fn a_list_of_the_same_scope_that_opens_shows_that_the_scope_is_there() {
    let closed = unsaid(customers(&Asked::Refused(Refusal::Forbidden)));
    let scope = vec![(
        "scope:read:customers".to_owned(),
        Some("not_granted".to_owned()),
    )];
    assert_eq!(failed(&plan(), &closed), scope);
    let mut shown = closed.clone();
    shown.areas.insert(Area::Users, Asked::Answered(seen(3)));
    let level = vec![(
        "permission:customers-access-level".to_owned(),
        Some("refused".to_owned()),
    )];
    assert_eq!(failed(&plan(), &shown), level);
    assert_eq!(failed(&without_customer_permission(), &shown), level);
    // An empty list shows nothing.
    let mut empty = closed;
    empty.areas.insert(Area::Users, Asked::Answered(seen(0)));
    assert_eq!(failed(&plan(), &empty), scope);
}

#[test]
fn a_list_without_a_permission_of_its_own_is_the_scope_s() {
    let closed = facts_with(|facts| {
        let refused = Asked::Refused(Refusal::Forbidden);
        facts.areas.insert(Area::Projects, refused);
    });
    let id = "scope:edit:projects";
    let finding = expect(&plan(), &closed, id, Status::Failed, "refused");
    assert_eq!(finding.evidence, Evidence::Behaviour);
    assert_eq!(causes(&finding)[0], "some-area-closed");
    expect_passed(&plan(), &healthy(), id, Evidence::Api);
    // Two scopes for one list say it once.
    let both = plan_with(
        |profile| {
            let mut read = profile.scopes[0].clone();
            "read:projects".clone_into(&mut read.name);
            profile.scopes.push(read);
        },
        |_| {},
    );
    assert_eq!(failed(&both, &closed).len(), 1);
    // Where tickets are refused as well, that is what has to be put right first.
    let mut tickets_too = closed;
    let refused = Asked::Refused(Refusal::Forbidden);
    tickets_too.areas.insert(Area::Tickets, refused);
    let one = vec![(TICKETS.to_owned(), Some("refused".to_owned()))];
    assert_eq!(failed(&plan(), &tickets_too), one);
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

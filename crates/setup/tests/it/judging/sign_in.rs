//! Client ID and Client Secret.

use std::collections::BTreeSet;

use setup::facts::{Asked, Facts, Refusal, SignIn, SignInProblem};
use setup::finding::{Evidence, Status};

use super::exampla::{facts_with, healthy, plan, token_with};
use super::{expect, expect_passed, finding};

fn refused_by(problem: SignInProblem) -> Facts {
    facts_with(|facts| facts.sign_in = SignIn::Failed(problem))
}

fn refuse_everything(facts: &mut Facts, refusal: Refusal) {
    facts.me = Asked::Refused(refusal);
    facts.agent = Asked::Refused(refusal);
    facts.teams = Asked::Refused(refusal);
    facts.departments = Asked::Refused(refusal);
    facts.agents = Asked::Refused(refusal);
    facts.customers = Asked::Refused(refusal);
    facts.ticket_types = Asked::Refused(refusal);
    facts.ticket_type_details.clear();
    for asked in facts.areas.values_mut() {
        *asked = Asked::Refused(refusal);
    }
    for asked in facts.settings.values_mut() {
        *asked = Asked::Refused(refusal);
    }
}

#[test]
fn every_refusal_has_its_code_and_passes_once_it_is_gone() {
    let said = "The application may not sign in.".to_owned();
    let closed = SignInProblem::NoSecret {
        keychain_closed: true,
    };
    let gone = SignInProblem::NoSecret {
        keychain_closed: false,
    };
    let table = [
        (SignInProblem::ClientNotRecognised, "client_not_recognised"),
        (SignInProblem::GrantNotAllowed, "grant_not_allowed"),
        (SignInProblem::ScopeRefused, "scope_refused"),
        (SignInProblem::NoScopeGranted, "no_scope_granted"),
        (SignInProblem::NotJson, "not_json"),
        (SignInProblem::Refused { said }, "refused"),
        (closed, "keychain_closed"),
        (gone, "no_secret"),
    ];
    for (problem, code) in table {
        let facts = refused_by(problem);
        let finding = expect(&plan(), &facts, "credentials", Status::Failed, code);
        assert!(finding.fix.is_some(), "{code} says what to do");
        expect_passed(&plan(), &healthy(), "credentials", Evidence::Api);
    }
}

#[test]
fn trouble_of_the_server_says_nothing_about_the_secret() {
    let table = [
        (SignInProblem::ServerError, "server_error"),
        (SignInProblem::RateLimited, "rate_limited"),
        (SignInProblem::TimedOut, "timed_out"),
        (SignInProblem::Unreachable, "not_readable"),
    ];
    for (problem, code) in table {
        expect(
            &plan(),
            &refused_by(problem),
            "credentials",
            Status::Unknown,
            code,
        );
    }
}

#[test]
fn an_unknown_client_names_the_causes_in_the_order_of_likelihood() {
    let facts = refused_by(SignInProblem::ClientNotRecognised);
    let fix = finding(&plan(), &facts, "credentials").fix.unwrap();
    let causes = [
        "change when",
        "73 characters",
        "Generate",
        "Active",
        "Tenant",
    ];
    let places = causes.map(|cause| fix.text.find(cause).expect(cause));
    assert!(places.is_sorted(), "{}", fix.text);
    assert_eq!(
        fix.link.as_deref(),
        Some("https://acme.halopsa.example/config/integrations/api/applications")
    );
}

#[test]
fn clocks_more_than_five_minutes_apart_are_a_warning() {
    for (seconds, skewed) in [(300, false), (-300, false), (301, true), (-4_000, true)] {
        let facts = facts_with(|facts| facts.clock_skew_seconds = Some(seconds));
        if skewed {
            expect(
                &plan(),
                &facts,
                "credentials",
                Status::Warning,
                "clock_skew",
            );
        } else {
            expect_passed(&plan(), &facts, "credentials", Evidence::Api);
        }
    }
    let mut facts = refused_by(SignInProblem::ClientNotRecognised);
    facts.clock_skew_seconds = Some(900);
    assert!(
        finding(&plan(), &facts, "credentials")
            .detail
            .contains("clock")
    );
}

#[test]
fn a_token_that_opens_nothing_has_no_scope() {
    let empty = token_with(|token| token.granted = Some(BTreeSet::new()));
    expect(
        &plan(),
        &empty,
        "credentials",
        Status::Failed,
        "no_scope_granted",
    );
    expect(
        &plan(),
        &empty,
        "scope:read:tickets",
        Status::Failed,
        "not_granted",
    );
    let mut unsaid = token_with(|token| token.granted = None);
    refuse_everything(&mut unsaid, Refusal::Unauthorised);
    expect(
        &plan(),
        &unsaid,
        "credentials",
        Status::Failed,
        "no_scope_granted",
    );
    expect(
        &plan(),
        &unsaid,
        "agent.identity",
        Status::Unknown,
        "not_permitted",
    );
}

#[test]
fn refusing_everything_after_a_good_token_is_a_failure_of_the_set_up() {
    let mut facts = healthy();
    refuse_everything(&mut facts, Refusal::Unauthorised);
    expect_passed(&plan(), &facts, "credentials", Evidence::Api);
    expect(
        &plan(),
        &facts,
        "agent.identity",
        Status::Failed,
        "signed_out",
    );
    let id = "permission:tickets-access-level";
    expect(&plan(), &facts, id, Status::Failed, "refused");
}

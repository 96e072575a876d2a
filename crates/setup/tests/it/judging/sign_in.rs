//! Client ID and Client Secret.

use std::collections::BTreeSet;

use setup::facts::{
    AddressProblem, Asked, Facts, Host, Refusal, Shape, SignIn, SignInProblem, TenantFact,
};
use setup::finding::{Evidence, Status};

use super::exampla::{facts_with, healthy, plan, token_with};
use super::{expect, expect_passed, finding};

fn refused_by(problem: SignInProblem) -> Facts {
    facts_with(|facts| facts.sign_in = SignIn::Failed(problem))
}

pub(super) fn refuse_everything(facts: &mut Facts, refusal: Refusal) {
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
    let silently = SignInProblem::Refused {
        said: String::new(),
    };
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
        (SignInProblem::NoScopeAsked, "no_scope_granted"),
        (SignInProblem::NotJson, "not_json"),
        (SignInProblem::NotAToken, "not_json"),
        (SignInProblem::NothingThere, "not_json"),
        (silently, "refused"),
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
fn why_there_is_no_connection_with_the_sign_in_server_is_told() {
    let table = [
        AddressProblem::NameNotFound,
        AddressProblem::TlsUntrusted,
        AddressProblem::TlsExpired { good: None },
        AddressProblem::TlsWrongHost { names: Vec::new() },
        AddressProblem::ProxyRefused,
        AddressProblem::ProxyWantsSignIn,
    ];
    let (most, mut told) = (table.len(), BTreeSet::new());
    for problem in table {
        let facts = refused_by(SignInProblem::NotConnected { problem });
        let id = "credentials";
        let finding = expect(&plan(), &facts, id, Status::Unknown, "not_readable");
        let server = "acme.halopsa.example/auth";
        assert!(finding.detail.contains(server), "{}", finding.detail);
        assert!(finding.fix.is_some(), "{} has a way out", finding.title);
        told.insert(finding.title);
    }
    assert_eq!(told.len(), most, "each is told in its own words: {told:?}");
    expect_passed(&plan(), &healthy(), "credentials", Evidence::Api);
}

#[test]
fn whoever_has_to_tick_scopes_is_told_which() {
    for problem in [SignInProblem::ScopeRefused, SignInProblem::NoScopeGranted] {
        let finding = finding(&plan(), &refused_by(problem), "credentials");
        let fix = finding.fix.expect("what to do").text;
        let told = [finding.detail, fix].concat();
        assert!(told.contains("read:tickets"), "{told}");
    }
}

/// Ids of the causes that an unrecognised client has, after a change to what was presented.
fn causes(change: impl FnOnce(&mut Facts)) -> Vec<String> {
    let mut facts = refused_by(SignInProblem::ClientNotRecognised);
    change(&mut facts);
    let fix = finding(&plan(), &facts, "credentials")
        .fix
        .expect("what to do");
    fix.causes.into_iter().map(|cause| cause.id).collect()
}

#[test]
fn an_unknown_client_names_the_causes_in_the_order_of_likelihood() {
    let facts = refused_by(SignInProblem::ClientNotRecognised);
    let fix = finding(&plan(), &facts, "credentials")
        .fix
        .expect("what to do");
    let causes = [
        "can change when",
        "73 characters",
        "enter the new Client Secret here",
        "Active",
        "Tenant",
    ];
    let places = causes.map(|cause| fix.text.find(cause).expect(cause));
    assert!(places.is_sorted(), "{}", fix.text);
    assert_eq!(
        fix.link.as_deref(),
        Some("https://acme.halopsa.example/config/integrations/api/applications")
    );
    for cause in &fix.causes {
        assert!(fix.text.contains(&cause.remedy), "{cause:?} is in the text");
        assert!(
            !cause.tell.is_empty() && !cause.path.is_empty(),
            "{cause:?}"
        );
    }
}

/// A change to what was presented.
type Change = fn(&mut Facts);

#[test]
fn what_the_run_saw_decides_which_cause_comes_first() {
    let first = |change: Change| causes(change).swap_remove(0);
    let table: [(&str, Change); 12] = [
        ("client-id-changed", |_| {}),
        ("secret-regenerated", |facts| {
            facts.presented.worked_before = true;
        }),
        ("secret-cut", |facts| {
            facts.presented.secret_shape = Shape::Part;
        }),
        ("secret-cut", |facts| {
            facts.presented.secret_shape = Shape::Guid;
        }),
        ("same-value", |facts| {
            facts.presented.secret_shape = Shape::Guid;
            facts.presented.secret_is_the_id = true;
        }),
        ("exchanged", |facts| {
            facts.presented.id_shape = Shape::TwoGuids;
            facts.presented.secret_shape = Shape::Guid;
        }),
        ("client-id-copy", |facts| {
            facts.presented.id_shape = Shape::Other;
        }),
        ("client-id-changed", |facts| {
            facts.presented.said = Some("The specified 'client_id' is invalid.".to_owned());
            facts.presented.tenant = TenantFact::Untold;
        }),
        ("secret-mistyped", |facts| {
            let said = "The specified client credentials are invalid.";
            facts.presented.said = Some(said.to_owned());
        }),
        ("tenant", |facts| {
            facts.presented.tenant = TenantFact::Untold;
        }),
        // The tenant that Halo names was refused as well.
        ("client-id-changed", |facts| {
            let told = "acme".to_owned();
            facts.presented.tenant = TenantFact::Another { told };
        }),
        ("tenant", |facts| {
            let Host::Found(halo) = &mut facts.host else {
                unreachable!("the healthy facts have a Halo");
            };
            halo.authorisation_elsewhere = true;
            halo.tenant = None;
        }),
    ];
    for (cause, change) in table {
        assert_eq!(first(change), cause);
    }
    // What was not seen is not said.
    let plain = causes(|_| {});
    for unseen in ["same-value", "exchanged", "client-id-copy", "secret-cut"] {
        assert!(!plain.iter().any(|cause| cause == unseen), "{plain:?}");
    }
    assert_eq!(plain.len(), 6, "{plain:?}");
}

#[test]
fn what_is_said_of_the_tenant_is_what_halo_says_of_it() {
    let clue = |tenant| {
        let mut facts = refused_by(SignInProblem::ClientNotRecognised);
        facts.presented.tenant = tenant;
        let fix = finding(&plan(), &facts, "credentials").fix.unwrap();
        let mut causes = fix.causes.into_iter();
        causes.find(|cause| cause.id == "tenant").unwrap().clue
    };
    assert_eq!(clue(TenantFact::AsTold), None);
    let told = "acme".to_owned();
    let another = clue(TenantFact::Another { told }).unwrap();
    assert!(another.contains("“acme”"), "{another}");
    let untold = clue(TenantFact::Untold).unwrap();
    assert!(untold.contains("does not say"), "{untold}");
}

#[test]
fn a_client_id_that_worked_before_makes_a_change_since_likelier() {
    let worked = causes(|facts| facts.presented.worked_before = true);
    let place = |cause: &str| worked.iter().position(|id| id == cause).unwrap();
    assert!(place("secret-regenerated") < place("application-inactive"));
    assert!(place("application-inactive") < place("client-id-changed"));

    // An earlier run tells, whether it signed in itself or knew of one that did.
    let earlier = healthy();
    let mut now = refused_by(SignInProblem::ClientNotRecognised);
    now.remember(&earlier);
    assert!(now.presented.worked_before);
    let mut later = refused_by(SignInProblem::ClientNotRecognised);
    later.remember(&now);
    assert!(later.presented.worked_before);
    let mut another = refused_by(SignInProblem::ClientNotRecognised);
    another.presented.client_id = Some("another".to_owned());
    another.remember(&earlier);
    assert!(!another.presented.worked_before, "another Client ID is new");
    let mut first = refused_by(SignInProblem::ClientNotRecognised);
    first.remember(&refused_by(SignInProblem::ClientNotRecognised));
    assert!(!first.presented.worked_before);
}

#[test]
fn a_tenant_that_halo_names_otherwise_is_wrong_where_the_other_works() {
    let facts = refused_by(SignInProblem::WrongTenant {
        named: "acne".to_owned(),
        right: "acme".to_owned(),
    });
    let finding = expect(
        &plan(),
        &facts,
        "credentials",
        Status::Failed,
        "wrong_tenant",
    );
    assert!(finding.detail.contains("acne") && finding.detail.contains("acme"));
    expect_passed(&plan(), &healthy(), "credentials", Evidence::Api);
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
    expect(&plan(), &facts, id, Status::Unknown, "not_permitted");
}

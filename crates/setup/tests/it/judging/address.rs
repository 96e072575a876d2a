//! The address: every way in which it is not a Halo.

use setup::facts::{AddressProblem, Asked, Facts, Failure, Good, Host, SignIn, SignInProblem};
use setup::finding::{Evidence, Status};
use setup::judge::judge;
use setup::plan::Plan;
use setup::profile::HaloProduct;

use super::exampla::{confirming, facts_with, healthy, plan, plan_with};
use super::{expect, expect_passed, expect_to_confirm, finding};

#[test]
fn every_problem_has_its_code_and_passes_once_it_is_gone() {
    let elsewhere = AddressProblem::RedirectedElsewhere {
        host: "elsewhere.example".to_owned(),
    };
    let table = [
        (AddressProblem::NotAnAddress, "not_an_address"),
        (AddressProblem::NotHttps, "not_https"),
        (AddressProblem::NameNotFound, "name_not_found"),
        (AddressProblem::Unreachable, "unreachable"),
        (AddressProblem::TimedOut, "timed_out"),
        (AddressProblem::TlsUntrusted, "tls_untrusted"),
        (AddressProblem::TlsExpired { good: None }, "tls_expired"),
        (
            AddressProblem::TlsWrongHost { names: Vec::new() },
            "tls_wrong_host",
        ),
        (AddressProblem::ProxyRefused, "proxy_refused"),
        (AddressProblem::ProxyWantsSignIn, "proxy_refused"),
        (AddressProblem::NotHalo, "not_halo"),
        (AddressProblem::TooLarge, "too_large"),
        (elsewhere, "redirected_elsewhere"),
    ];
    for (problem, code) in table {
        let facts = facts_with(|facts| facts.host = Host::Failed(problem));
        let finding = expect(&plan(), &facts, "address", Status::Failed, code);
        assert!(finding.fix.is_some(), "{code} says what to do");
        expect_passed(&plan(), &healthy(), "address", Evidence::Api);
    }
}

#[test]
fn what_is_known_of_a_certificate_is_said_wherever_it_was_shown() {
    let moment = "2002-01-01T00:00:00Z".parse().expect("a moment");
    let good = |good| AddressProblem::TlsExpired { good };
    let names = |names: &[&str]| AddressProblem::TlsWrongHost {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    let table = [
        (
            good(Some(Good::Until(moment))),
            "It was good until 1 January 2002.",
        ),
        (
            good(Some(Good::From(moment))),
            "It is good from 1 January 2002 on.",
        ),
        (good(None), ""),
        (
            names(&["a.example", "b.example"]),
            "It names a.example, b.example.",
        ),
        (names(&[]), ""),
    ];
    for (problem, said) in table {
        let halo = facts_with(|facts| facts.host = Host::Failed(problem.clone()));
        let sign_in = SignInProblem::NotConnected { problem };
        let sign_in = facts_with(|facts| facts.sign_in = SignIn::Failed(sign_in));
        for (facts, id) in [(halo, "address"), (sign_in, "credentials")] {
            let detail = finding(&plan(), &facts, id).detail;
            let is_said = detail.contains("It was good")
                || detail.contains("It is good")
                || detail.contains("It names");
            assert_eq!(is_said, !said.is_empty(), "{detail}");
            assert!(detail.ends_with(said), "{detail}");
        }
    }
}

#[test]
fn trouble_of_the_server_says_nothing_about_the_address() {
    let table = [
        (AddressProblem::ServerError, "server_error"),
        (AddressProblem::RateLimited, "rate_limited"),
    ];
    for (problem, code) in table {
        let facts = facts_with(|facts| facts.host = Host::Failed(problem));
        expect(&plan(), &facts, "address", Status::Unknown, code);
    }
}

#[test]
fn a_redirected_token_request_is_the_address_s_failure() {
    let facts = facts_with(|facts| {
        facts.sign_in = SignIn::Failed(SignInProblem::RedirectedElsewhere {
            host: "elsewhere.example".to_owned(),
        });
    });
    let finding = expect(
        &plan(),
        &facts,
        "address",
        Status::Failed,
        "redirected_elsewhere",
    );
    assert!(finding.detail.contains("elsewhere.example"));
    expect(
        &plan(),
        &facts,
        "credentials",
        Status::Unknown,
        "not_readable",
    );
}

#[test]
fn a_redirected_read_is_the_address_s_failure_too() {
    let facts = facts_with(|facts| facts.teams = Asked::Failed(Failure::RedirectedElsewhere));
    expect(
        &plan(),
        &facts,
        "address",
        Status::Failed,
        "redirected_elsewhere",
    );
    expect(
        &plan(),
        &facts,
        "agent.teams",
        Status::Unknown,
        "not_readable",
    );
    expect_passed(&plan(), &facts, "credentials", Evidence::Api);
}

#[test]
fn a_sign_in_server_elsewhere_is_pointed_out() {
    let facts = facts_with(|facts| {
        let Host::Found(halo) = &mut facts.host else {
            unreachable!("the healthy facts have a host");
        };
        halo.authorisation_elsewhere = true;
        halo.authorisation_server = "https://auth.halopsa.example".to_owned();
    });
    let finding = expect_passed(&plan(), &facts, "address", Evidence::Api);
    assert!(finding.detail.contains("https://auth.halopsa.example"));
}

#[test]
fn a_halo_that_the_guide_does_not_name_is_asked_about_and_fails_nothing() {
    let id = "vendor:halo-product";
    let called = |name: Option<&str>| {
        facts_with(|facts| {
            let Host::Found(halo) = &mut facts.host else {
                unreachable!("the healthy facts have a Halo");
            };
            halo.product = name.map(str::to_owned);
        })
    };
    let is_asked = |plan: &Plan, facts: &Facts| judge(plan, facts).iter().any(|one| one.id == id);
    let itsm = called(Some("Halo ITSM"));
    let asked = expect_to_confirm(&plan(), &itsm, id);
    for name in ["HaloITSM", "HaloPSA", "Exampla"] {
        assert!(asked.detail.contains(name), "{}", asked.detail);
    }
    expect_passed(&plan(), &itsm, "address", Evidence::Api);
    let confirmed = confirming(&itsm, &[id], |_| {});
    expect_passed(&confirmed, &itsm, id, Evidence::Confirmed);
    // What the guide names, and what nobody can tell.
    let both = plan_with(
        |profile| profile.halo = vec![HaloProduct::Psa, HaloProduct::Itsm],
        |_| {},
    );
    assert!(!is_asked(&both, &itsm));
    for name in [Some("HaloPSA"), Some("Halo Service Desk"), None] {
        assert!(!is_asked(&plan(), &called(name)), "{name:?}");
    }
}

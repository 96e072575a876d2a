//! The report: its shape, its outcome and its text.

use serde_json::{Value, json};
use setup::facts::{AddressProblem, Asked, Facts, Failure, Host, SignIn, SignInProblem};
use setup::judge::judge;
use setup::report::{Outcome, Report, html, plain};

use super::exampla::{facts_with, healthy, plan, plan_with};

fn report(facts: &Facts) -> Report {
    let plan = plan();
    Report::new(&plan, facts, judge(&plan, facts))
}

fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}

#[test]
fn the_report_has_the_promised_shape() {
    let json = serde_json::to_value(report(&healthy())).unwrap();
    let sorted = |mut names: Vec<&'static str>| {
        names.sort_unstable();
        names
    };
    let top = vec![
        "schema",
        "profile",
        "halo",
        "identity",
        "scopes",
        "visibility",
        "sees",
        "rights",
        "findings",
        "summary",
    ];
    assert_eq!(keys(&json), sorted(top));
    assert_eq!(json["schema"], 1);
    assert_eq!(
        json["profile"],
        json!({ "id": "exampla", "name": "Exampla", "source": "built-in" })
    );
    assert_eq!(
        json["halo"],
        json!({
            "address": "https://acme.halopsa.example",
            "resource_server": "https://acme.halopsa.example/api",
            "authorisation_server": "https://acme.halopsa.example/auth",
            "tenant": "acme",
            "product": "HaloPSA",
            "version": "2.236.133"
        })
    );
    assert_eq!(
        json["identity"],
        json!({ "agent_id": 21, "name": "Exampla API", "email": "exampla@acme.example" })
    );
    assert_eq!(
        json["scopes"],
        json!({
            "required": ["read:tickets", "read:customers", "all:teams", "edit:projects"],
            "granted": ["all:teams", "edit:projects", "read:customers", "read:tickets"],
            "unknown": []
        })
    );
    assert_eq!(
        json["visibility"],
        json!({ "customers": 212, "teams": 3, "agents": 14, "ticket_types": 1, "tickets": 18212 })
    );
    let finding = &json["findings"][0];
    let of_finding = vec![
        "id", "status", "code", "evidence", "title", "detail", "why", "fix",
    ];
    assert_eq!(keys(finding), sorted(of_finding));
    assert_eq!(finding["id"], "address");
    assert_eq!(finding["status"], "passed");
    assert_eq!(finding["code"], Value::Null);
    assert_eq!(finding["evidence"], "api");
    assert_eq!(finding["fix"], Value::Null);
}

#[test]
fn a_failed_finding_says_where_to_click() {
    let facts = facts_with(|facts| facts.teams = Asked::Answered(Vec::new()));
    let json = serde_json::to_value(report(&facts)).unwrap();
    let findings = json["findings"].as_array().unwrap();
    let teams = findings
        .iter()
        .find(|finding| finding["id"] == "agent.teams");
    let fix = &teams.unwrap()["fix"];
    let mut of_fix = vec!["text", "path", "link", "causes", "advice"];
    of_fix.sort_unstable();
    assert_eq!(keys(fix), of_fix);
    assert_eq!(fix["path"][0], "Configuration");
}

#[test]
fn what_was_not_learned_is_null() {
    let json = serde_json::to_value(report(&Facts::default())).unwrap();
    assert_eq!(json["identity"], Value::Null);
    assert_eq!(json["scopes"]["granted"], Value::Null);
    for part in ["halo", "visibility"] {
        for (name, value) in json[part].as_object().unwrap() {
            assert!(value.is_null(), "{part}.{name} is {value}");
        }
    }
}

#[test]
fn the_identity_token_names_an_agent_that_could_not_be_read() {
    let facts = facts_with(|facts| {
        facts.me = Asked::Failed(Failure::TimedOut);
        facts.agent = Asked::Not;
        let SignIn::Issued(token) = &mut facts.sign_in else {
            unreachable!("the healthy facts have a token");
        };
        token.agent_name = Some("Exampla API".to_owned());
    });
    let identity = report(&facts).identity.unwrap();
    assert_eq!(identity.name.as_deref(), Some("Exampla API"));
    assert_eq!(identity.agent_id, None);
}

#[test]
fn a_report_read_back_is_the_same() {
    let report = report(&healthy());
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
}

#[test]
fn the_summary_counts_every_finding_once() {
    let report = report(&healthy());
    let summary = report.summary;
    let all =
        summary.passed + summary.failed + summary.warning + summary.to_confirm + summary.unknown;
    assert_eq!(all as usize, report.findings.len());
    assert_eq!(summary.failed + summary.warning + summary.unknown, 0);
}

#[test]
fn the_outcome_tells_a_wrong_set_up_from_one_that_was_not_examined() {
    let outcome = |facts: &Facts| report(facts).outcome(facts);
    let ends = |change: fn(&mut Facts)| outcome(&facts_with(change));
    assert_eq!(outcome(&healthy()), Outcome::Sound);
    assert_eq!(
        ends(|facts| facts.teams = Asked::Answered(Vec::new())),
        Outcome::Failed
    );
    let no_scope = SignInProblem::NoScopeGranted;
    let facts = facts_with(|facts| facts.sign_in = SignIn::Failed(no_scope));
    assert_eq!(outcome(&facts), Outcome::Failed);
    assert_eq!(
        ends(|facts| facts.host = Host::Failed(AddressProblem::Unreachable)),
        Outcome::NotExamined
    );
    for problem in [
        SignInProblem::ClientNotRecognised,
        SignInProblem::ServerError,
        SignInProblem::NoScopeAsked,
        SignInProblem::NoSecret {
            keychain_closed: true,
        },
    ] {
        let facts = facts_with(|facts| facts.sign_in = SignIn::Failed(problem));
        assert_eq!(outcome(&facts), Outcome::NotExamined);
    }
    assert_eq!(outcome(&Facts::default()), Outcome::NotExamined);
    let codes = [Outcome::Sound, Outcome::Failed, Outcome::NotExamined];
    assert_eq!(codes.map(Outcome::exit_code), [0, 1, 3]);
}

#[test]
fn nothing_but_server_errors_after_the_token_is_no_examination() {
    let facts = facts_with(|facts| {
        facts.me = Asked::Failed(Failure::ServerError);
        facts.agent = Asked::Not;
        facts.teams = Asked::Failed(Failure::ServerError);
        facts.departments = Asked::Failed(Failure::ServerError);
        facts.agents = Asked::Failed(Failure::ServerError);
        facts.customers = Asked::Failed(Failure::ServerError);
        facts.ticket_types = Asked::Failed(Failure::ServerError);
        facts.ticket_type_details.clear();
        facts.areas.clear();
        facts.settings.clear();
    });
    assert_eq!(report(&facts).outcome(&facts), Outcome::NotExamined);
    let mut one_answer = facts;
    one_answer.agents = Asked::Answered(super::exampla::seen(14));
    assert_eq!(report(&one_answer).outcome(&one_answer), Outcome::Sound);
}

#[test]
fn scopes_that_halo_does_not_have_are_listed() {
    let plan = plan_with(
        |profile| profile.scopes[0].name = "read:actions".to_owned(),
        |_| {},
    );
    let facts = healthy();
    let report = Report::new(&plan, &facts, judge(&plan, &facts));
    assert_eq!(report.scopes.unknown, ["read:actions"]);
}

#[test]
fn the_text_puts_what_failed_first_and_keeps_to_its_width() {
    let facts = facts_with(|facts| facts.teams = Asked::Answered(Vec::new()));
    let text = plain::print(&report(&facts));
    let places = [
        "Checked for: Exampla",
        "To put right: 1",
        "agent.teams (no_team_visible)",
        "For you to look at:",
        "Passed:",
    ];
    let places = places.map(|part| text.find(part).unwrap_or_else(|| panic!("{part}:\n{text}")));
    assert!(places.is_sorted(), "{text}");
    assert!(text.contains("18,212 tickets"), "{text}");
    for line in text.lines() {
        let long_link = line.trim().starts_with("https://");
        assert!(line.chars().count() <= 80 || long_link, "{line}");
    }
}

#[test]
fn the_page_escapes_what_halo_and_profiles_say() {
    let trap = "<script>alert(1)</script>\"'&";
    let facts = facts_with(|facts| {
        let Asked::Answered(agent) = &mut facts.me else {
            unreachable!("the healthy facts have an agent");
        };
        agent.name = Some(trap.to_owned());
    });
    let page = html::page(&report(&facts));
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains("Passed: "));
}

#[test]
fn the_text_gives_a_terminal_nothing_to_obey() {
    let facts = facts_with(|facts| {
        let Asked::Answered(agent) = &mut facts.me else {
            unreachable!("the healthy facts have an agent");
        };
        agent.name = Some("Ex\u{1b}[2Jampla\u{7}".to_owned());
    });
    let text = plain::print(&report(&facts));
    assert!(text.contains("Ex[2Jampla"), "{text}");
    assert!(
        text.chars()
            .all(|letter| letter == '\n' || !letter.is_control())
    );
}

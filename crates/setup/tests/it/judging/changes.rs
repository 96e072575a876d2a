//! What changed between two checks: for every aspect, the change and its way back.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use setup::changes::{
    About, Calendar, Change, ChangeKind, Effect, ShownChange, Snapshot, changes, is_reached, plain,
    shown,
};
use setup::facts::{AddressProblem, Asked, Facts, Failure, Host, SignIn, SignInProblem};
use setup::judge::judge;
use setup::plan::Plan;

use super::exampla::{
    agent_with, department, facts_with, healthy, names, plan, plan_with, seen, team, token_with,
};

/// The first check of a day in November 2026, in the morning.
fn on(day: u8) -> Timestamp {
    format!("2026-11-{day:02}T09:10:00Z")
        .parse()
        .expect("a time")
}

fn calendar() -> Calendar {
    Calendar::new(TimeZone::UTC, on(20))
}

fn snapshot(plan: &Plan, day: u8, facts: &Facts) -> Snapshot {
    Snapshot::of(on(day), facts, &judge(plan, facts))
}

/// What changed between the 3rd and the 10th.
fn between(plan: &Plan, before: &Facts, now: &Facts) -> Vec<ShownChange> {
    let findings = judge(plan, now);
    let (before, now) = (snapshot(plan, 3, before), snapshot(plan, 10, now));
    shown(&changes(plan, &before, &[], &now), &findings, &calendar())
}

/// Facts in which something is different, what is said about that, and about its way back.
struct Case {
    now: Facts,
    about: &'static str,
    text: &'static str,
    back: &'static str,
    effect: Effect,
    finding: Option<&'static str>,
}

fn worse(
    now: Facts,
    about: &'static str,
    finding: &'static str,
    text: &'static str,
    back: &'static str,
) -> Case {
    Case {
        now,
        about,
        text,
        back,
        effect: Effect::Worse,
        finding: Some(finding),
    }
}

fn neither(
    now: Facts,
    about: &'static str,
    finding: Option<&'static str>,
    text: &'static str,
    back: &'static str,
) -> Case {
    Case {
        now,
        about,
        text,
        back,
        effect: Effect::Neither,
        finding,
    }
}

fn halo_with(change: impl FnOnce(&mut setup::facts::HaloFound)) -> Facts {
    facts_with(|facts| {
        let Host::Found(halo) = &mut facts.host else {
            unreachable!("the healthy facts have a Halo");
        };
        change(halo);
    })
}

fn scopes() -> Vec<Case> {
    vec![
        worse(
            token_with(|token| {
                token.granted.as_mut().map(|all| all.remove("read:tickets"));
            }),
            "scope",
            "scope:read:tickets",
            "Scope read:tickets was removed between 3 and 10 November.",
            "Scope read:tickets was added between 3 and 10 November.",
        ),
        worse(
            token_with(|token| {
                let granted = token.granted.as_mut().expect("Halo says it");
                granted.insert("edit:invoices".to_owned());
            }),
            "scope",
            "scopes.excess",
            "Scope edit:invoices was added between 3 and 10 November.",
            "Scope edit:invoices was removed between 3 and 10 November.",
        ),
    ]
}

fn the_agent() -> Vec<Case> {
    vec![
        worse(
            agent_with(|agent| agent.is_disabled = Some(true)),
            "agent-enabled",
            "agent.identity",
            "The agent was disabled between 3 and 10 November.",
            "The agent was enabled again between 3 and 10 November.",
        ),
        worse(
            agent_with(|agent| agent.is_api_only = Some(false)),
            "agent-api-only",
            "agent.api_only",
            "The agent stopped being an API-only Agent between 3 and 10 November.",
            "The agent became an API-only Agent between 3 and 10 November.",
        ),
        worse(
            agent_with(|agent| agent.is_administrator = Some(true)),
            "agent-administrator",
            "agent.administrator",
            "The agent became a Halo administrator between 3 and 10 November.",
            "The agent stopped being a Halo administrator between 3 and 10 November.",
        ),
        worse(
            agent_with(|agent| agent.default_team = Some(String::new())),
            "agent-default-team",
            "agent.default_team",
            "The agent’s default team changed between 3 and 10 November, from Support to none.",
            "The agent’s default team changed between 3 and 10 November, from none to Support.",
        ),
        neither(
            agent_with(|agent| {
                agent.id = Some(40);
                agent.name = Some("Somebody".to_owned());
            }),
            "agent",
            Some("agent.identity"),
            "The connection works as another agent: Somebody (40) instead of Exampla API (21). It changed between 3 and 10 November.",
            "The connection works as another agent: Exampla API (21) instead of Somebody (40). It changed between 3 and 10 November.",
        ),
        worse(
            agent_with(|agent| agent.departments = Some(vec![department("Delivery", Some(0))])),
            "department-level",
            "agent.departments",
            "The agent’s membership level in the department Delivery changed between 3 and 10 November, from Halo’s number 2 to 0.",
            "The agent’s membership level in the department Delivery changed between 3 and 10 November, from Halo’s number 0 to 2.",
        ),
        worse(
            agent_with(|agent| agent.customers = Some(names(&["Acme", "Globex"]))),
            "agent-customer-limit",
            "agent.customers",
            "The agent was restricted to the customers Acme and Globex between 3 and 10 November.",
            "The restriction to the customers Acme and Globex was taken from the agent between 3 and 10 November.",
        ),
    ]
}

fn what_it_sees() -> Vec<Case> {
    vec![
        worse(
            agent_with(|agent| agent.teams = Some(names(&["Projects"]))),
            "agent-team",
            "agent.teams",
            "The agent was taken out of the team Support between 3 and 10 November.",
            "The agent was put into the team Support between 3 and 10 November.",
        ),
        neither(
            facts_with(|facts| {
                facts.teams = Asked::Answered(vec![team("Projects"), team("Support")]);
            }),
            "team",
            Some("agent.teams"),
            "The agent no longer sees the team Finance. It went between 3 and 10 November.",
            "The agent sees one team more: Finance. It came between 3 and 10 November.",
        ),
        neither(
            facts_with(|facts| facts.departments = Asked::Answered(names(&["Delivery"]))),
            "department",
            Some("agent.departments"),
            "The agent no longer sees the department Office. It went between 3 and 10 November.",
            "The agent sees one department more: Office. It came between 3 and 10 November.",
        ),
        neither(
            facts_with(|facts| facts.customers = Asked::Answered(seen(1180))),
            "customers",
            Some("agent.customers"),
            "The number of customers this agent sees went from 212 to 1,180 between 3 and 10 November.",
            "The number of customers this agent sees went from 1,180 to 212 between 3 and 10 November.",
        ),
        worse(
            facts_with(|facts| facts.ticket_types = Asked::Answered(Vec::new())),
            "ticket-type",
            "ticket-type:project",
            "The agent no longer sees the ticket type Exampla Project. It went between 3 and 10 November.",
            "The agent sees one ticket type more: Exampla Project. It came between 3 and 10 November.",
        ),
        worse(
            facts_with(|facts| {
                let number = facts.settings.values_mut().next().expect("one is read");
                *number = Asked::Answered(0);
            }),
            "setting",
            "setting:next-ticket-id-method",
            "Halo’s setting Next Ticket ID Calculation Method changed between 3 and 10 November, from 1 to 0.",
            "Halo’s setting Next Ticket ID Calculation Method changed between 3 and 10 November, from 0 to 1.",
        ),
    ]
}

fn the_halo() -> Vec<Case> {
    vec![
        neither(
            halo_with(|halo| halo.version = Some("2.240.1".to_owned())),
            "halo-version",
            None,
            "Halo was updated from version 2.236.133 to 2.240.1 between 3 and 10 November.",
            "Halo was updated from version 2.240.1 to 2.236.133 between 3 and 10 November.",
        ),
        neither(
            halo_with(|halo| "https://api.acme.example/api".clone_into(&mut halo.resource_server)),
            "resource-server",
            Some("address"),
            "The address of Halo’s API changed between 3 and 10 November, from https://acme.halopsa.example/api to https://api.acme.example/api.",
            "The address of Halo’s API changed between 3 and 10 November, from https://api.acme.example/api to https://acme.halopsa.example/api.",
        ),
    ]
}

#[test]
fn every_change_is_said_and_so_is_its_way_back() {
    let plan = plan();
    let cases = [scopes(), the_agent(), what_it_sees(), the_halo()].concat();
    for case in cases {
        let there = between(&plan, &healthy(), &case.now);
        let texts: Vec<&str> = there.iter().map(|one| one.text.as_str()).collect();
        let change = there.iter().find(|one| one.text == case.text);
        let change = change.unwrap_or_else(|| panic!("no “{}” among {texts:#?}", case.text));
        let change = &change.change;
        assert_eq!(change.about.as_str(), case.about, "{}", case.text);
        assert_eq!(change.effect, case.effect, "{}", case.text);
        let findings: Vec<&str> = change.findings.iter().map(String::as_str).collect();
        assert_eq!(findings, Vec::from_iter(case.finding), "{}", case.text);
        assert_eq!((change.after, change.by), (on(3), on(10)));

        let back = between(&plan, &case.now, &healthy());
        let texts: Vec<&str> = back.iter().map(|one| one.text.as_str()).collect();
        let change = back.iter().find(|one| one.text == case.back);
        let change = change.unwrap_or_else(|| panic!("no “{}” among {texts:#?}", case.back));
        let effect = match case.effect {
            Effect::Worse => Effect::Better,
            other => other,
        };
        assert_eq!(change.change.effect, effect, "{}", case.back);
    }
}

impl Clone for Case {
    fn clone(&self) -> Self {
        Self {
            now: self.now.clone(),
            ..*self
        }
    }
}

#[test]
fn the_same_twice_is_no_change() {
    let plan = plan();
    assert_eq!(between(&plan, &healthy(), &healthy()), []);
    let renamed = agent_with(|agent| agent.name = Some("Exampla connection".to_owned()));
    assert_eq!(between(&plan, &healthy(), &renamed), [], "the same agent");
    let busier = facts_with(|facts| {
        facts.asked_at = Some(on(10));
        facts.clock_skew_seconds = Some(9);
    });
    assert_eq!(between(&plan, &healthy(), &busier), []);
}

#[test]
fn no_answer_is_no_change() {
    let plan = plan();
    let silent = facts_with(|facts| {
        facts.teams = Asked::Failed(Failure::TimedOut);
        facts.departments = Asked::Failed(Failure::ServerError);
        facts.customers = Asked::Failed(Failure::RateLimited);
        facts.agents = Asked::Not;
        facts.ticket_types = Asked::Failed(Failure::NotReadable);
        facts.settings.clear();
    });
    let changes = between(&plan, &healthy(), &silent);
    assert!(changes.is_empty(), "nothing was learned: {changes:?}");
    let offline = Facts {
        host: Host::Failed(AddressProblem::Unreachable),
        ..Facts::default()
    };
    let about: Vec<String> = between(&plan, &healthy(), &offline)
        .into_iter()
        .flat_map(|shown| shown.change.findings)
        .collect();
    assert_eq!(about, ["address"], "only what was seen");
}

#[test]
fn what_no_fact_explains_is_said_by_its_finding() {
    let plan = plan();
    let refused = facts_with(|facts| {
        facts.sign_in = SignIn::Failed(SignInProblem::ClientNotRecognised);
    });
    let found = between(&plan, &healthy(), &refused);
    let [ShownChange { change, text }] = &found[..] else {
        panic!("one change: {found:#?}");
    };
    assert_eq!(
        (change.about, change.effect),
        (About::Finding, Effect::Worse)
    );
    assert_eq!(change.findings, ["credentials"]);
    assert_eq!(change.now.as_deref(), Some("client_not_recognised"));
    assert!(
        text.starts_with("Began between 3 and 10 November: "),
        "{text}"
    );

    let back = between(&plan, &refused, &healthy());
    assert_eq!(back[0].change.effect, Effect::Better);
    assert!(
        back[0]
            .text
            .starts_with("Put right between 3 and 10 November: "),
        "{}",
        back[0].text
    );
}

#[test]
fn the_worst_comes_first_and_what_went_together_is_one_sentence() {
    let plan = plan();
    let mut now = agent_with(|agent| agent.teams = Some(names(&["Projects"])));
    let all = ["A", "B", "C", "D", "E", "F", "G", "H"];
    let mut teams: Vec<_> = all.iter().map(|name| team(name)).collect();
    teams.extend([team("Projects"), team("Support"), team("Finance")]);
    now.teams = Asked::Answered(teams);
    let texts: Vec<String> = between(&plan, &healthy(), &now)
        .into_iter()
        .map(|change| change.text)
        .collect();
    assert_eq!(
        texts,
        [
            "The agent was taken out of the team Support between 3 and 10 November.",
            "The agent sees 8 teams more: A, B, C, D, E and 3 more. They came between 3 and 10 November.",
        ]
    );
}

#[test]
fn a_renamed_ticket_type_is_no_other_ticket_type() {
    let plan = plan();
    let renamed = super::exampla::ticket_type_with(|one| one.name = "Work".to_owned());
    let found = between(&plan, &healthy(), &renamed);
    let change = found
        .iter()
        .find(|one| one.change.about == About::TicketType)
        .expect("it changed");
    assert_eq!(change.change.kind, ChangeKind::Changed);
    assert_eq!(
        change.text,
        "The ticket type Exampla Project was renamed to Work between 3 and 10 November."
    );
}

/// The checks in between say when it was, as far as they looked.
#[test]
fn the_checks_in_between_narrow_the_days_down() {
    let plan = plan();
    let gone = token_with(|token| {
        token.granted.as_mut().map(|all| all.remove("read:tickets"));
    });
    let blind = Facts {
        host: Host::Failed(AddressProblem::TimedOut),
        ..Facts::default()
    };
    for (days, when) in [
        (&[(3, true), (10, false)][..], "between 3 and 10 November"),
        (
            &[(3, true), (7, true), (10, false)],
            "between 7 and 10 November",
        ),
        (
            &[(3, true), (7, false), (10, false)],
            "between 3 and 7 November",
        ),
        // It went, came back, and went again: the last time counts.
        (
            &[(3, true), (5, false), (7, true), (8, false), (10, false)],
            "between 7 and 8 November",
        ),
    ] {
        let mut history: Vec<Snapshot> = days
            .iter()
            .map(|(day, there)| snapshot(&plan, *day, if *there { &HEALTHY } else { &gone }))
            .collect();
        // A check that could not look says nothing about when.
        history.insert(history.len() - 1, snapshot(&plan, 9, &blind));
        let (base, now) = (history[0].clone(), history[history.len() - 1].clone());
        let found = shown(&changes(&plan, &base, &history, &now), &[], &calendar());
        assert_eq!(
            found[0].text,
            format!("Scope read:tickets was removed {when}.")
        );
    }
}

static HEALTHY: std::sync::LazyLock<Facts> = std::sync::LazyLock::new(healthy);

#[test]
fn days_are_said_as_a_person_says_them() {
    let plan = plan();
    let gone = token_with(|token| {
        token.granted.as_mut().map(|all| all.remove("read:tickets"));
    });
    for (from, to, today, zone, when) in [
        (
            "2026-10-28T09:00:00Z",
            "2026-11-03T09:00:00Z",
            "2026-11-20T09:00:00Z",
            0,
            "between 28 October and 3 November",
        ),
        (
            "2025-12-28T09:00:00Z",
            "2026-01-03T09:00:00Z",
            "2026-01-20T09:00:00Z",
            0,
            "between 28 December 2025 and 3 January 2026",
        ),
        (
            "2025-11-03T09:00:00Z",
            "2025-11-10T09:00:00Z",
            "2026-01-20T09:00:00Z",
            0,
            "between 3 and 10 November 2025",
        ),
        (
            "2026-11-10T09:05:00Z",
            "2026-11-10T14:20:00Z",
            "2026-11-10T14:20:00Z",
            0,
            "on 10 November, between 09:05 and 14:20",
        ),
        (
            "2026-11-10T09:05:01Z",
            "2026-11-10T09:05:40Z",
            "2026-11-10T14:20:00Z",
            0,
            "on 10 November at 09:05",
        ),
        // The reader's own day counts.
        (
            "2026-11-09T23:30:00Z",
            "2026-11-10T00:30:00Z",
            "2026-11-10T09:00:00Z",
            2,
            "on 10 November, between 01:30 and 02:30",
        ),
    ] {
        let at = |text: &str| -> Timestamp { text.parse().expect("a time") };
        let zone = TimeZone::fixed(jiff::tz::offset(zone));
        let calendar = Calendar::new(zone, at(today));
        let before = Snapshot::of(at(from), &healthy(), &judge(&plan, &healthy()));
        let now = Snapshot::of(at(to), &gone, &judge(&plan, &gone));
        let found = shown(&changes(&plan, &before, &[], &now), &[], &calendar);
        assert_eq!(
            found[0].text,
            format!("Scope read:tickets was removed {when}.")
        );
    }
}

/// Both checks are judged by the same plan: what the admin answers is no change of the Halo.
#[test]
fn an_answer_of_the_admins_is_no_change() {
    let stricter = plan_with(|_| {}, |answers| answers.expected_customers = Some(900));
    assert_eq!(between(&stricter, &healthy(), &healthy()), []);
}

#[test]
fn where_halo_does_not_say_what_it_granted_the_findings_do() {
    let plan = plan();
    let unsaid = |refused: Option<&str>| {
        token_with(|token| {
            token.granted = None;
            if let Some(name) = refused {
                token.refused.insert(name.to_owned());
                token.asked.remove(name);
            }
        })
    };
    let found = between(&plan, &unsaid(None), &unsaid(Some("read:tickets")));
    assert!(
        found.iter().any(
            |ShownChange { change, .. }| change.findings == ["scope:read:tickets"]
                && change.effect == Effect::Worse
        ),
        "{found:#?}"
    );
}

#[test]
fn a_halo_that_is_down_is_told_from_one_that_refuses() {
    use AddressProblem::{NotHalo, ProxyRefused, TlsExpired, Unreachable};
    let host = |problem| facts_with(|facts| facts.host = Host::Failed(problem));
    let sign_in = |problem| facts_with(|facts| facts.sign_in = SignIn::Failed(problem));
    let closed = |keychain_closed| sign_in(SignInProblem::NoSecret { keychain_closed });
    for (facts, whole, reached) in [
        (healthy(), true, true),
        (host(Unreachable), true, false),
        (host(ProxyRefused), false, false),
        (host(TlsExpired { good: None }), true, true),
        (host(NotHalo), true, true),
        (sign_in(SignInProblem::ClientNotRecognised), true, true),
        (sign_in(SignInProblem::TimedOut), true, false),
        (closed(true), true, false),
        (closed(false), true, true),
    ] {
        assert_eq!(
            is_reached(&facts, whole),
            reached,
            "{:?} {:?}",
            facts.host,
            facts.sign_in
        );
    }
    let mut down = Facts {
        host: healthy().host,
        sign_in: healthy().sign_in,
        teams: Asked::Failed(Failure::ServerError),
        ..Facts::default()
    };
    assert!(!is_reached(&down, true), "it answers nothing");
    assert!(
        is_reached(&down, false),
        "the one thing that was asked does not speak for all"
    );
    down.agents = Asked::Answered(seen(3));
    assert!(is_reached(&down, true));
}

#[test]
fn the_terminal_says_what_it_compares_with() {
    let plan = plan();
    let gone = token_with(|token| {
        token.granted.as_mut().map(|all| all.remove("read:tickets"));
    });
    let found = between(&plan, &healthy(), &gone);
    let earlier = |good| Some(plain::Earlier { at: on(3), good });
    let calendar = calendar();
    assert_eq!(
        plain::print(earlier(true), &found, &calendar),
        "Changed since the last good check of 3 November:\n- Scope read:tickets was removed between 3 and 10 November.\n"
    );
    assert_eq!(
        plain::print(earlier(true), &[], &calendar),
        "Nothing has changed since the last good check of 3 November.\n"
    );
    for (said, what) in [
        (
            plain::print(earlier(false), &found, &calendar),
            "since the check of 3 November",
        ),
        (
            plain::print(earlier(false), &[], &calendar),
            "Nothing has changed since the check",
        ),
        (plain::print(None, &[], &calendar), "the first check"),
        (
            plain::not_reached(Some(on(3)), &calendar),
            "last good check was on 3 November",
        ),
        (plain::not_reached(None, &calendar), "no good check"),
    ] {
        assert!(said.contains(what), "{said}");
    }
}

/// A change is kept without words. One that an earlier version kept with its sentence is said as
/// one of today's, by the calendar of today's reader.
#[test]
fn a_change_of_long_ago_is_said_in_todays_words() {
    let old = |about: &str, names: &str, was: &str, now: &str| -> Change {
        let kept = format!(
            r#"{{"about": "{about}", "kind": "changed", "effect": "worse", "names": {names},
                "was": {was}, "now": {now}, "findings": [],
                "after": "2026-11-03T09:10:00Z", "by": "2026-11-10T09:10:00Z",
                "text": "Words of long ago."}}"#
        );
        serde_json::from_str(&kept).expect("an earlier version wrote it")
    };
    let refused = facts_with(|facts| {
        facts.sign_in = SignIn::Failed(SignInProblem::ClientNotRecognised);
    });
    let findings = judge(&plan(), &refused);
    let title = &findings
        .iter()
        .find(|one| one.id == "credentials")
        .expect("it is judged")
        .title;
    let kept = [
        old("customers", "[]", r#""212""#, r#""1180""#),
        old("agent-enabled", "[]", r#""yes""#, r#""no""#),
        old("agent-default-team", "[]", r#""""#, r#""Support""#),
        old("department-level", r#"["Delivery"]"#, r#""2""#, r#""0""#),
        old(
            "finding",
            r#"["credentials"]"#,
            r#""passed""#,
            r#""client_not_recognised""#,
        ),
        old(
            "finding",
            r#"["no-longer-judged"]"#,
            r#""some_code""#,
            r#""passed""#,
        ),
    ];
    let next_year = Calendar::new(
        TimeZone::UTC,
        "2027-01-02T00:00:00Z".parse().expect("a time"),
    );
    let said: Vec<String> = shown(&kept, &findings, &next_year)
        .into_iter()
        .map(|one| one.text)
        .collect();
    let when = "between 3 and 10 November 2026";
    assert_eq!(
        said,
        [
            format!("The number of customers this agent sees went from 212 to 1,180 {when}."),
            format!("The agent was disabled {when}."),
            format!("The agent’s default team changed {when}, from none to Support."),
            format!(
                "The agent’s membership level in the department Delivery changed {when}, from Halo’s number 2 to 0."
            ),
            format!("Began {when}: {title}"),
            format!("Put right {when}: no-longer-judged"),
        ]
    );
    for change in &kept {
        let kept = serde_json::to_value(change).expect("it is written");
        assert_eq!(kept.get("text"), None, "no words are kept");
    }
}

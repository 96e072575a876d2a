//! The troubles that people report with connections to Halo, one row each: what the check sees of
//! it, and what it says.
//!
//! Two kinds are not here because a check has no part in them: how lists of customers are matched
//! is the `mapping` crate's, and that no more than a page of a list came is the client's (counts
//! come from Halo's total, which has a row).

use setup::facts::{Asked, Facts, Failure, Host, Refusal, Seen, SignIn, SignInProblem};
use setup::finding::{Finding, Status};
use setup::permission::Area;
use setup::plan::Plan;
use setup::profile::{PermissionNeed, Profile};

use super::exampla::{
    agent_with, department, facts_with, field, plan, plan_with, seen, ticket_type_with, token_with,
};
use super::finding;

struct Row {
    /// What people see.
    symptom: &'static str,
    plan: Plan,
    facts: Facts,
    /// The finding that tells of it.
    id: &'static str,
    status: Status,
    code: Option<&'static str>,
    /// What it says, in its detail, its fix or its first cause.
    says: &'static str,
}

fn refused(problem: SignInProblem) -> Facts {
    facts_with(|facts| facts.sign_in = SignIn::Failed(problem))
}

fn needing(permission: &'static str) -> Plan {
    plan_with(
        |profile: &mut Profile| {
            let like = profile.permissions[2].clone();
            "all".clone_into(&mut profile.scopes[0].name);
            profile.permissions.push(PermissionNeed {
                name: permission.to_owned(),
                value: "Read Only".to_owned(),
                ..like
            });
        },
        |_| {},
    )
}

/// Facts of a token with every scope, after a change.
fn with_every_scope(change: impl FnOnce(&mut Facts)) -> Facts {
    let mut facts = token_with(|token| {
        token.asked.insert("all".to_owned());
        let granted = token.granted.as_mut().expect("the fixture has it");
        granted.insert("all".to_owned());
        granted.insert("read:contracts".to_owned());
        granted.insert("edit:reporting".to_owned());
    });
    change(&mut facts);
    facts
}

fn row(
    symptom: &'static str,
    facts: Facts,
    (id, status, code): (&'static str, Status, Option<&'static str>),
    says: &'static str,
) -> Row {
    Row {
        symptom,
        plan: plan(),
        facts,
        id,
        status,
        code,
        says,
    }
}

impl Row {
    fn for_a(mut self, plan: Plan) -> Self {
        self.plan = plan;
        self
    }
}

fn failed(id: &'static str, code: &'static str) -> (&'static str, Status, Option<&'static str>) {
    (id, Status::Failed, Some(code))
}

#[expect(
    clippy::too_many_lines,
    reason = "a table with one row for each trouble"
)]
fn rows() -> Vec<Row> {
    let unrecognised = || refused(SignInProblem::ClientNotRecognised);
    vec![
        row(
            "invalid_client right after the set-up",
            unrecognised(),
            failed("credentials", "client_not_recognised"),
            "The Client ID changed when the application was saved",
        ),
        row(
            "invalid_client from one day to the next",
            {
                let mut facts = unrecognised();
                facts.presented.worked_before = true;
                facts
            },
            failed("credentials", "client_not_recognised"),
            "Somebody generated a new Client Secret since",
        ),
        row(
            "unauthorized_client",
            refused(SignInProblem::GrantNotAllowed),
            failed("credentials", "grant_not_allowed"),
            "Client ID and Secret (Services)",
        ),
        row(
            "invalid_scope",
            token_with(|_| {}),
            failed("scope:read:users", "scope_does_not_exist"),
            "It most likely means read:customers",
        )
        .for_a(plan_with(
            |profile| "read:users".clone_into(&mut profile.scopes[0].name),
            |_| {},
        )),
        row(
            "a token, and every call is a 401",
            token_with(|token| token.granted = Some(std::collections::BTreeSet::new())),
            failed("credentials", "no_scope_granted"),
            "it carries no scope",
        ),
        row(
            "one module is a 403, the scope is ticked",
            facts_with(|facts| {
                let refused = Asked::Refused(Refusal::Forbidden);
                facts.areas.insert(Area::Customers, refused);
            }),
            failed("permission:customers-access-level", "refused"),
            "The scope is granted, but Halo refused",
        ),
        row(
            "one module is a 403, the scope is not ticked",
            token_with(|token| {
                token
                    .granted
                    .as_mut()
                    .expect("the fixture has it")
                    .remove("read:customers");
            }),
            failed("scope:read:customers", "not_granted"),
            "Tick read:customers",
        ),
        row(
            "the list works, one entry is a 401",
            with_every_scope(|facts| {
                facts
                    .areas
                    .insert(Area::Contracts, Asked::Answered(seen(8)));
                let refused = Asked::Refused(Refusal::Unauthorised);
                facts.details.insert(Area::Contracts, refused);
            }),
            failed("permission:customer-agreements-access-level", "refused"),
            "refused to open one of them",
        )
        .for_a(needing("Client Contracts Access Level")),
        row(
            "customers are missing",
            agent_with(|agent| agent.customers = Some(vec!["Initech".to_owned()])),
            failed("agent.customers", "restricted"),
            "Allow use of all Customers",
        ),
        row(
            "no customers at all",
            facts_with(|facts| facts.customers = Asked::Answered(seen(0))),
            failed("agent.customers", "no_customer_visible"),
            "“Customers Access Level” is too low",
        ),
        row(
            "no teams, no boards",
            facts_with(|facts| facts.teams = Asked::Answered(Vec::new())),
            failed("agent.teams", "no_team_visible"),
            "Departments & Teams",
        ),
        row(
            "other agents are not listed",
            {
                let mut facts =
                    agent_with(|agent| agent.default_team = Some("*No Default Team*".to_owned()));
                facts.agents = Asked::Answered(Seen {
                    total: None,
                    rows: 1,
                });
                facts
            },
            (
                "agent.default_team",
                Status::Warning,
                Some("no_default_team"),
            ),
            "Halo lists no agent but itself",
        )
        .for_a(plan_with(
            |profile| {
                profile
                    .agent
                    .as_mut()
                    .expect("the fixture has it")
                    .default_team = None;
            },
            |_| {},
        )),
        row(
            "tickets are missing",
            {
                let low = vec![department("Delivery", Some(0))];
                let mut facts = agent_with(|agent| agent.departments = Some(low.clone()));
                facts.areas.insert(Area::Tickets, Asked::Answered(seen(0)));
                facts
            },
            failed("agent.departments", "membership_too_low"),
            "not “Modify All” for: Delivery",
        ),
        row(
            "a web page, or not found",
            facts_with(|facts| {
                facts.host = Host::Failed(setup::facts::AddressProblem::NotHalo);
            }),
            failed("address", "not_halo"),
            "not as Halo does",
        ),
        row(
            "unexpected character",
            refused(SignInProblem::NotJson),
            failed("credentials", "not_json"),
            "Authorisation Server",
        ),
        row(
            "a HaloITSM where a HaloPSA was meant",
            facts_with(|facts| {
                let Host::Found(halo) = &mut facts.host else {
                    unreachable!("the healthy facts have a Halo");
                };
                halo.product = Some("HaloITSM".to_owned());
            }),
            ("address", Status::Passed, None),
            "HaloITSM answers at",
        ),
        row(
            "entity type 'Faults' cannot be tracked",
            facts_with(|facts| {
                let property = "nextfaultidcalculationmethod".to_owned();
                facts.settings.insert(property, Asked::Answered(0));
            }),
            failed("setting:next-ticket-id-method", "wrong_value"),
            "Auto-incrementing key",
        ),
        row(
            "a ticket cannot be made: a field is required",
            ticket_type_with(|row| row.mandatory = Some(vec![field("Department")])),
            failed("ticket-type:project", "mandatory_fields"),
            "Mandatory and not sent: Department",
        ),
        row(
            "a ticket cannot be made: the CAB is missing",
            ticket_type_with(|row| row.approval = Some("Change board".to_owned())),
            ("ticket-type:project", Status::ToConfirm, None),
            "approval process “Change board”",
        ),
        row(
            "reports are a 403",
            with_every_scope(|facts| {
                let refused = Asked::Refused(Refusal::Forbidden);
                facts.areas.insert(Area::Reports, refused);
            }),
            failed("permission:reporting-access-level", "refused"),
            "Halo refused to open the list",
        )
        .for_a(needing("Reporting Access Level")),
        row(
            "only fifty rows",
            facts_with(|facts| {
                facts.customers = Asked::Answered(Seen {
                    total: Some(212),
                    rows: 50,
                });
            }),
            ("agent.customers", Status::Passed, None),
            "212 customers",
        ),
        row(
            "too many requests",
            refused(SignInProblem::RateLimited),
            ("credentials", Status::Unknown, Some("rate_limited")),
            "longer pause",
        ),
        row(
            "the dates of projects are wrong",
            ticket_type_with(|row| {
                row.fields = Some(vec!["Start Date".to_owned(), "Start Time".to_owned()]);
            }),
            ("ticket-type:project", Status::ToConfirm, None),
            "take off Start Date, Start Time",
        )
        .for_a(plan_with(
            |profile| {
                let separate = ["Start Date", "Start Time"].map(str::to_owned);
                profile.ticket_types[0].fields_unwanted = separate.to_vec();
            },
            |_| {},
        )),
        row(
            "a permission was changed, and it fails as before",
            facts_with(|facts| {
                // Asked again with a fresh token: the token is not to blame.
                let refused = Asked::Refused(Refusal::Unauthorised);
                facts.areas.insert(Area::Customers, refused);
            }),
            failed("permission:customers-access-level", "refused"),
            "also after signing in once more",
        ),
        row(
            "the secret is lost",
            refused(SignInProblem::NoSecret {
                keychain_closed: false,
            }),
            failed("credentials", "no_secret"),
            "select Generate",
        ),
        row(
            "a server error",
            facts_with(|facts| facts.customers = Asked::Failed(Failure::ServerError)),
            ("agent.customers", Status::Unknown, Some("server_error")),
            "says nothing about your set-up",
        ),
    ]
}

/// All words of a finding, with its first cause only.
fn words(finding: &Finding) -> String {
    let mut words = format!("{} {}", finding.title, finding.detail);
    if let Some(fix) = &finding.fix {
        let first = fix.causes.first();
        let said = first.map_or(fix.text.clone(), |cause| {
            format!(
                "{} {} {} {}",
                cause.title,
                cause.tell,
                cause.remedy,
                cause.path.join(" ")
            )
        });
        words.push(' ');
        words.push_str(&said);
    }
    words
}

#[test]
fn every_reported_trouble_has_its_finding_and_its_words() {
    for row in rows() {
        let finding = finding(&row.plan, &row.facts, row.id);
        let is = (finding.status, finding.code.as_deref());
        assert_eq!(is, (row.status, row.code), "{}: {finding:?}", row.symptom);
        let words = words(&finding);
        assert!(words.contains(row.says), "{}: {words}", row.symptom);
    }
}

#[test]
fn a_session_that_does_not_know_the_change_yet_is_the_last_cause() {
    let facts = facts_with(|facts| {
        let refused = Asked::Refused(Refusal::Unauthorised);
        facts.areas.insert(Area::Customers, refused);
    });
    let finding = finding(&plan(), &facts, "permission:customers-access-level");
    let fix = finding.fix.expect("something to do");
    let last = fix.causes.last().expect("several causes");
    assert_eq!(last.id, "old-session");
    assert!(last.remedy.starts_with("Log the agent out"), "{last:?}");
}

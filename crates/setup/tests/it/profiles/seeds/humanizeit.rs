//! What the guide of `HumanizeIT` asks for.

use setup::profile::{AuthenticationMethod, FormValue, HeldBy, Membership, Side, StepTime};

use super::{Row, carries, labels, says, scopes, step, trouble};

const ROWS: &[Row] = &[
    ("a role", |p| {
        p.role
            .as_ref()
            .is_some_and(|role| role.name == "HumanizeITAPI")
    }),
    ("the matrix is compared by hand", |p| {
        step(
            p,
            "permission-matrix",
            Side::Halo,
            StepTime::BeforeHandOver,
            &["picture", "permissions tab", "edit", "save"],
        )
    }),
    ("everything else Not set", |p| {
        p.other_permissions
            .as_ref()
            .is_some_and(|others| others.value == "Not set")
    }),
    ("teams of the role", |p| {
        p.teams.as_ref().is_some_and(|need| {
            need.held_by == HeldBy::Role && need.names == ["Operations", "Service Desk"]
        })
    }),
    ("departments of the role", |p| {
        p.departments.as_ref().is_some_and(|need| {
            need.held_by == HeldBy::Role
                && need.membership == Membership::ModifyAll
                && need.names == ["Support", "Sales", "Projects"]
        })
    }),
    ("an agent, API-only", |p| {
        p.agent
            .as_ref()
            .is_some_and(|agent| agent.name == "HumanizeIT" && agent.api_only.is_some())
    }),
    ("a default team", |p| {
        p.agent
            .as_ref()
            .and_then(|agent| agent.default_team.as_ref())
            .is_some_and(|need| need.examples == ["Operations", "Service Desk"])
    }),
    ("24 hours", |p| {
        p.agent
            .as_ref()
            .and_then(|agent| agent.work_hours.as_ref())
            .is_some_and(|need| need.value == "24 Hours")
    }),
    ("the rest stays as it is", |p| {
        says(p, &["leave all other options as they are"])
    }),
    ("the application", |p| {
        p.application.as_ref().is_some_and(|application| {
            application.name == "HumanizeIT"
                && application.method == AuthenticationMethod::ClientIdAndSecret
                && application.login_type == "Agent"
        })
    }),
    ("two scopes", |p| {
        scopes(p) == ["all:standard", "admin:webhooks"]
    }),
    ("the Client ID may change", |p| {
        trouble(p, "test fails", "credentials", "may have changed")
            && says(p, &["copy it again after saving"])
    }),
    ("the form, in its order", |p| {
        labels(p)
            == [
                "Tenant URL",
                "Client ID",
                "Client Secret",
                "Authorization Server",
                "Tenant",
            ]
    }),
    ("Tenant URL is the resource server", |p| {
        p.hand_over
            .iter()
            .flat_map(|form| &form.fields)
            .any(|field| field.label == "Tenant URL" && field.value == FormValue::ResourceServer)
    }),
    ("where the form is", |p| {
        p.hand_over.as_ref().is_some_and(|form| {
            form.link.as_deref()
                == Some("https://tool.managedservicesplatform.com/#/mycompany/integrations")
        })
    }),
    ("the API Documentation button", |p| {
        says(p, &["api documentation button"])
    }),
    ("test, then OK", |p| {
        step(
            p,
            "test-connection",
            Side::Vendor,
            StepTime::AfterHandOver,
            &["select test", "select ok"],
        )
    }),
    ("project and opportunity ticket types", |p| {
        step(
            p,
            "project-settings",
            Side::Vendor,
            StepTime::AfterHandOver,
            &[
                "project ticket type",
                "opportunity ticket type",
                "only project and opportunity",
                "assignee",
                "status",
            ],
        )
    }),
    ("sync settings", |p| {
        step(
            p,
            "sync-settings",
            Side::Vendor,
            StepTime::AfterHandOver,
            &["sync settings"],
        )
    }),
    ("the status map", |p| {
        step(
            p,
            "status-map",
            Side::Vendor,
            StepTime::AfterMapping,
            &["status map", "three widgets"],
        ) && p.mappings.iter().any(|mapping| mapping.key == "statuses")
    }),
    ("global sync after a validation client", |p| {
        step(
            p,
            "global-sync",
            Side::Vendor,
            StepTime::AfterMapping,
            &["validation client", "global sync"],
        )
    }),
    ("role or agent is explained", |p| {
        p.notes.iter().any(|note| note.text.contains("2.143.23"))
    }),
];

#[test]
fn nothing_of_the_guide_is_lost() {
    carries("humanizeit", ROWS);
}

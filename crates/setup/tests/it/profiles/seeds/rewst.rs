//! What the guide of Rewst asks for.

use setup::profile::{
    AuthenticationMethod, FormValue, HeldBy, Level, Side, StepTime, Transform, WhichTeams,
};

use super::{Row, carries, labels, permission, says, scopes, step, trouble};

const ROWS: &[Row] = &[
    ("several instances", |p| p.several_connections),
    ("use: tickets, assets, onboarding", |p| {
        says(
            p,
            &["automated ticket", "asset management", "client onboarding"],
        )
    }),
    ("all eight crates are named", |p| {
        says(
            p,
            &[
                "Bulk Create Client",
                "Categorization",
                "Sentiment",
                "Suggest Responses",
                "New User Request",
                "Offboarding Request",
                "Assign Asset/Config",
                "Browse Rewst Form",
            ],
        )
    }),
    ("the actions and their objects", |p| {
        says(
            p,
            &[
                "top levels",
                "preview a report",
                "base64",
                "without one it creates",
                "any authenticated request",
            ],
        )
    }),
    ("administrative rights in Rewst", |p| {
        p.needs
            .iter()
            .any(|need| need.side == Side::Vendor && need.text.contains("administrative"))
    }),
    ("a Halo administrator", |p| {
        p.needs
            .iter()
            .any(|need| need.side == Side::Halo && need.text.contains("administrator"))
    }),
    ("an agent named Rewst API or similar", |p| {
        p.agent.as_ref().is_some_and(|agent| {
            agent.name == "Rewst API" && agent.remarks.join(" ").contains("similar")
        })
    }),
    ("grant what Rewst should do", |p| {
        says(p, &["what you would like Rewst to do"])
    }),
    ("administrator is advised, not required", |p| {
        p.permissions.iter().any(|need| {
            need.name == "Is a HaloPSA Administrator"
                && need.value == "Yes"
                && need.level == Level::Recommended
        })
    }),
    ("an application named Rewst", |p| {
        p.application.as_ref().is_some_and(|application| {
            application.name == "Rewst"
                && application.method == AuthenticationMethod::ClientIdAndSecret
                && application.login_type == "Agent"
        })
    }),
    ("the scope all, and nothing else", |p| scopes(p) == ["all"]),
    ("every team, on the agent", |p| {
        p.teams
            .as_ref()
            .is_some_and(|teams| teams.which == WhichTeams::All && teams.held_by == HeldBy::Agent)
    }),
    ("all customers", |p| {
        permission(p, "Allow use of all Customers", "Yes")
    }),
    ("view customers", |p| {
        permission(p, "Customers Access Level", "Read Only")
    }),
    ("view tickets", |p| {
        permission(p, "Tickets Access Level", "Read Only")
    }),
    ("add time entries", |p| {
        permission(p, "Timesheets Access Level", "Read and Modify (own)")
    }),
    ("create tickets", |p| {
        permission(p, "Can add new Tickets", "Yes")
    }),
    ("on the user and on the API user", |p| {
        says(p, &["on the user and on the api user"])
    }),
    ("the form, in its order", |p| {
        labels(p)
            == [
                "Resource Server Hostname",
                "Client ID",
                "Tenant ID",
                "Auth Server Hostname",
                "Client Secret",
                "Is On-Premise?",
            ]
    }),
    ("the tenant only where hosted", |p| {
        p.hand_over
            .iter()
            .flat_map(|form| &form.fields)
            .any(|field| {
                field.value == FormValue::Tenant
                    && field
                        .condition
                        .as_ref()
                        .is_some_and(|condition| condition.hosted == Some(true))
            })
    }),
    ("the authorisation server only where different", |p| {
        p.hand_over
            .iter()
            .flat_map(|form| &form.fields)
            .any(|field| {
                field.value == FormValue::AuthorisationServer
                    && field.only_if_differs_from.as_deref() == Some("Resource Server Hostname")
            })
    }),
    ("host only", |p| {
        p.hand_over
            .iter()
            .flat_map(|form| &form.fields)
            .any(|field| {
                field.value == FormValue::ResourceServer
                    && field.transforms == [Transform::HostOnly]
            })
    }),
    ("save makes a quick validation", |p| {
        p.hand_over.as_ref().is_some_and(|form| {
            form.finish_with.as_deref() == Some("Save")
                && form.remarks.join(" ").contains("quick check")
        })
    }),
    ("suggest, refresh, save mappings", |p| {
        says(p, &["Suggest Values", "Refresh Options", "Save Mappings"])
    }),
    ("the test workflow", |p| {
        step(
            p,
            "test-workflow",
            Side::Vendor,
            StepTime::AfterHandOver,
            &[
                "test halo integration",
                "list agents",
                "lightning bolt",
                "enabled",
                "core - always pass",
                "integration overrides",
                "selected organization",
                "managed organizations",
                "submit",
                "publish",
                "msp level",
                "client organizations",
            ],
        )
    }),
    ("customers missing is permissions, else reinstall", |p| {
        trouble(p, "Customers", "agent.customers", "uninstall")
    }),
    ("boards and teams missing is membership", |p| {
        trouble(p, "Boards and teams", "agent.teams", "Add the API user")
    }),
    (
        "custom fields as organization variable, and not mandatory",
        |p| {
            trouble(p, "CAB ID", "ticket-type:crates", "organization variable")
                && trouble(p, "CAB ID", "ticket-type:crates", "not marked as mandatory")
        },
    ),
    ("the fields of ticket creation", |p| {
        p.ticket_types.iter().any(|need| {
            [
                "team",
                "source",
                "summary",
                "user_id",
                "client_id",
                "site_name",
                "status_id",
                "category_1",
                "category_2",
                "category_3",
                "category_4",
                "priority_id",
                "details_html",
                "tickettype_id",
                "new_approvalprocess_cab",
                "new_approvalprocess_cab.type",
                "new_approvalprocess_cab.cab_id",
            ]
            .iter()
            .all(|field| need.fields_sent.iter().any(|sent| sent == field))
        })
    }),
    ("the fields of ticket updates", |p| {
        p.ticket_types.iter().any(|need| {
            need.fields_updated
                == [
                    "note",
                    "outcome",
                    "ticket_id",
                    "new_status",
                    "who_agent_id",
                    "timetaken",
                ]
        })
    }),
    ("untick required, or unsync the crate", |p| {
        trouble(p, "crate cannot create", "ticket-type:crates", "required")
            && trouble(p, "crate cannot create", "ticket-type:crates", "unsync")
    }),
    ("integration is not installed", |p| {
        trouble(
            p,
            "not installed",
            "vendor:integration-overrides",
            "overrides",
        )
    }),
    ("overrides for MSP level across clients", |p| {
        step(
            p,
            "integration-overrides",
            Side::Vendor,
            StepTime::AfterHandOver,
            &["msp level across client", "form field trigger"],
        )
    }),
    ("the two paths to agents are explained", |p| {
        p.notes
            .iter()
            .any(|note| note.text.contains("Teams & Agents") && note.sources.len() == 2)
    }),
    ("support on Discord", |p| says(p, &["discord"])),
    ("Halo's authorisation page", |p| {
        p.source("halo-authorisation").is_some_and(|source| {
            source.link.as_deref() == Some("https://halo.haloservicedesk.com/apidoc/authorisation")
        })
    }),
];

#[test]
fn nothing_of_the_guide_is_lost() {
    carries("rewst", ROWS);
}

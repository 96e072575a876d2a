//! What the guides behind the built-in profiles ask for, one row a sentence, so that nothing of
//! them is lost when a profile is edited.
//!
//! A row is the product, the guide's demand in our own words, and what proves that the profile
//! carries it.

use setup::profile::{
    FormValue, HeldBy, Level, Membership, Profile, Side, StepTime, Transform, WhichTeams, built_in,
};

type Row = (&'static str, fn(&Profile) -> bool);

#[track_caller]
fn carries(id: &str, rows: &[Row]) {
    let profile = built_in::find(id).expect("a built-in profile");
    let missing: Vec<_> = rows
        .iter()
        .filter(|(_, holds)| !holds(profile))
        .map(|(demand, _)| *demand)
        .collect();
    assert!(missing.is_empty(), "{id} lost: {missing:#?}");
}

/// Every word somewhere in the profile, wherever it stands.
fn says(profile: &Profile, words: &[&str]) -> bool {
    let text = serde_json::to_string(profile)
        .expect("a profile is data")
        .to_lowercase();
    words.iter().all(|word| text.contains(&word.to_lowercase()))
}

fn permission(profile: &Profile, name: &str, value: &str) -> bool {
    let needs = &profile.permissions;
    needs
        .iter()
        .any(|need| need.name == name && need.value == value && need.level == Level::Required)
}

fn scopes(profile: &Profile) -> Vec<&str> {
    profile
        .scopes
        .iter()
        .map(|need| need.name.as_str())
        .collect()
}

fn labels(profile: &Profile) -> Vec<&str> {
    let form = profile.hand_over.iter().flat_map(|form| &form.fields);
    form.map(|field| field.label.as_str()).collect()
}

fn step(profile: &Profile, key: &str, side: Side, at: StepTime, words: &[&str]) -> bool {
    profile.steps.iter().any(|step| {
        let text = step.actions.join(" ").to_lowercase();
        step.key == key
            && step.side == side
            && step.at == at
            && words.iter().all(|word| text.contains(&word.to_lowercase()))
    })
}

fn trouble(profile: &Profile, symptom: &str, finding: &str, fix: &str) -> bool {
    profile.troubleshooting.iter().any(|trouble| {
        trouble.symptom.contains(symptom)
            && trouble.findings.iter().any(|id| id == finding)
            && trouble.fix.join(" ").contains(fix)
    })
}

#[test]
fn rewst() {
    let rows: &[Row] = &[
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
            p.application
                .as_ref()
                .is_some_and(|application| application.name == "Rewst")
        }),
        ("the scope all, and nothing else", |p| scopes(p) == ["all"]),
        ("every team, on the agent", |p| {
            p.teams.as_ref().is_some_and(|teams| {
                teams.which == WhichTeams::All && teams.held_by == HeldBy::Agent
            })
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
        ("Halo's authorisation page", |p| {
            p.source("halo-authorisation").is_some_and(|source| {
                source.link.as_deref()
                    == Some("https://halo.haloservicedesk.com/apidoc/authorisation")
            })
        }),
    ];
    carries("rewst", rows);
}

#[test]
fn moovila() {
    let rows: &[Row] = &[
        ("an existing or a new agent, API-only", |p| {
            p.agent.as_ref().is_some_and(|agent| {
                agent.may_use_existing
                    && agent
                        .api_only
                        .as_ref()
                        .is_some_and(|need| need.level == Level::Required)
            })
        }),
        ("the box is on the Details tab", |p| {
            says(p, &["on the details tab"])
        }),
        ("not an administrator", |p| {
            permission(p, "Is a HaloPSA Administrator", "No")
        }),
        ("27 permissions", |p| p.permissions.len() == 27),
        ("the typing error is explained", |p| {
            says(p, &["ready only", "read as read only"])
        }),
        ("other display languages are named", |p| {
            says(
                p,
                &[
                    "clients access level",
                    "products access level",
                    "allow use of all clients",
                ],
            )
        }),
        ("teams that are wanted, on the agent", |p| {
            p.teams.as_ref().is_some_and(|need| {
                need.which == WhichTeams::Wanted && need.held_by == HeldBy::Agent
            })
        }),
        ("departments with Modify All, on the agent", |p| {
            p.departments.as_ref().is_some_and(|need| {
                need.membership == Membership::ModifyAll && need.held_by == HeldBy::Agent
            })
        }),
        ("since 2.143.23 on the agent, not the role", |p| {
            says(p, &["2.143.23"])
        }),
        ("an administrator sets up the application", |p| {
            p.needs
                .iter()
                .any(|need| need.side == Side::Halo && need.text.contains("administrator"))
        }),
        ("keep id and secret for Moovila", |p| {
            p.application.as_ref().is_some_and(|application| {
                application.login_type == "Agent"
                    && application.remarks.join(" ").contains("Keep the Client ID")
            })
        }),
        ("13 scopes", |p| {
            scopes(p)
                == [
                    "all:teams",
                    "admin:webhooks",
                    "read:tickets",
                    "edit:tickets",
                    "read:customers",
                    "read:projects",
                    "edit:projects",
                    "read:reporting",
                    "edit:reporting",
                    "read:timesheets",
                    "edit:timesheets",
                    "read:calendar",
                    "edit:calendar",
                ]
        }),
        ("two ticket types of use Projects", |p| {
            p.ticket_types.len() == 2
                && p.ticket_types.iter().all(|need| {
                    need.itil.as_deref() == Some("Projects")
                        && need.used_for.as_deref() == Some("Projects")
                        && need.visible_to_agents
                        && need.agents_can_log
                })
        }),
        ("the two hierarchies", |p| {
            p.ticket_types
                .iter()
                .map(|need| need.hierarchy.as_deref())
                .eq([Some("Projects"), Some("Project Tasks")])
        }),
        ("the same synchronised default team", |p| {
            p.ticket_types.iter().all(|need| {
                need.fields.iter().any(|field| {
                    field.tab == "Defaults" && field.label == "Team" && field.value.contains("same")
                })
            }) && step(
                p,
                "ticket-type-default-team",
                Side::Halo,
                StepTime::BeforeHandOver,
                &["same", "synchronises"],
            )
        }),
        ("combined date fields", |p| {
            step(
                p,
                "ticket-type-date-fields",
                Side::Halo,
                StepTime::BeforeHandOver,
                &[
                    "start date & time",
                    "target date & time",
                    "start time",
                    "target time",
                ],
            )
        }),
        ("the setting", |p| {
            p.settings.iter().any(|need| {
                need.name == "Next Ticket ID Calculation Method"
                    && need.value == "Auto-incrementing key"
                    && need.path == ["Configuration", "Advanced Settings"]
                    && need.property_value.is_none()
            })
        }),
        ("the exception is a symptom", |p| {
            trouble(
                p,
                "entity type 'Faults' cannot be tracked because another instance with the same key value for {'faultid'} is already being tracked",
                "setting:next-ticket-id-method",
                "Auto-incrementing key",
            )
        }),
        ("wrong dates are a symptom", |p| {
            trouble(
                p,
                "dates",
                "vendor:ticket-type-date-fields",
                "Start Date & Time",
            )
        }),
        ("Moovila's own check", |p| {
            step(
                p,
                "permission-check",
                Side::Vendor,
                StepTime::AfterHandOver,
                &["permission check"],
            )
        }),
    ];
    carries("moovila", rows);

    let profile = built_in::find("moovila").expect("a built-in profile");
    let matrix = [
        ("Tickets Access Level", "Read and Modify"),
        ("Customers Access Level", "Read Only"),
        ("Calendars and Appointments Access Level", "Read and Modify"),
        ("Products Access Level", "Read Only"),
        ("Sales Access Level", "Read Only"),
        ("Timesheets Access Level", "Read and Modify (All)"),
        ("Can add new Tickets", "Yes"),
        ("Can edit closed Tickets", "Yes"),
        ("Can view Unassigned Tickets", "Yes"),
        ("Can view Tickets that are assigned to other Agents", "Yes"),
        ("Can change a Tickets Ticket Type", "Yes"),
        ("Can Re-Assign Tickets", "Yes"),
        ("Can Edit Advanced Ticket Details", "Yes"),
        ("Editing of Actions", "Can Edit All Actions"),
        ("Can Delete Tickets", "Yes"),
        (
            "Can assign to Agents in Teams the Agent is not a member of",
            "Yes",
        ),
        ("Can Edit Tickets Which Are Not Assigned to Them", "Yes"),
        (
            "Can always update Ticket Statuses and re-assign Tickets   outside of actions",
            "Yes",
        ),
        ("Can remove To-Do items", "Yes"),
        ("Editing of Appointments", "Can Edit All Appointments"),
        ("Adding New Appointments", "Can Add All Appointments"),
        ("Visibility of Appointments", "Can View All Appointments"),
        ("Deleting of Appointments", "Can Delete All Appointments"),
        ("Allow use of all Ticket Types", "Yes"),
        ("Allow use of all Customers", "Yes"),
        (
            "Allow creation of new Ticket Types and linked objects",
            "Yes",
        ),
    ];
    for (written, value) in matrix {
        let known = setup::permission::find(written).unwrap_or_else(|| panic!("{written}"));
        assert!(permission(profile, known.name, value), "{written}: {value}");
    }
}

#[test]
fn humanizeit() {
    let rows: &[Row] = &[
        ("a role", |p| {
            p.role.as_ref().is_some_and(|role| {
                role.name == "HumanizeITAPI" && role.remarks.join(" ").contains("Save")
            })
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
        ("the agent with that role, API-only", |p| {
            p.agent.as_ref().is_some_and(|agent| {
                agent.name == "HumanizeIT"
                    && agent.api_only.is_some()
                    && agent.remarks.join(" ").contains("role")
            })
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
        ("note three values first", |p| {
            says(
                p,
                &["note resource server, authorisation server and tenant"],
            )
        }),
        ("the application", |p| {
            p.application.as_ref().is_some_and(|application| {
                application.name == "HumanizeIT" && application.remarks.join(" ").contains("Active")
            })
        }),
        ("the secret is shown once", |p| {
            says(p, &["cannot be viewed again"])
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
                .any(|field| {
                    field.label == "Tenant URL" && field.value == FormValue::ResourceServer
                })
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
    carries("humanizeit", rows);
}

#[test]
fn hudu() {
    let rows: &[Row] = &[
        ("the guide has moved", |p| says(p, &["moved"])),
        ("required reading", |p| {
            step(
                p,
                "required-reading",
                Side::Vendor,
                StepTime::First,
                &["please read"],
            )
        }),
        ("what is synchronised", |p| {
            p.uses.iter().any(|part| {
                ["Companies or clients", "sites", "contracts", "users"]
                    .iter()
                    .all(|word| part.text.contains(word))
            })
        }),
        ("test before importing", |p| {
            step(
                p,
                "test-connection",
                Side::Vendor,
                StepTime::AfterHandOver,
                &["test the integration", "before you start to import"],
            )
        }),
        ("a named, active application", |p| {
            p.application
                .as_ref()
                .is_some_and(|application| application.remarks.join(" ").contains("Active"))
        }),
        ("any agent, a dedicated one recommended", |p| {
            p.agent.as_ref().is_some_and(|agent| {
                agent.may_use_existing && agent.remarks.join(" ").contains("recommended")
            })
        }),
        ("permissions before saving", |p| says(p, &["before saving"])),
        ("two scopes", |p| {
            scopes(p) == ["read:customers", "read:assets"]
        }),
        ("the form, in its order", |p| {
            labels(p)
                == [
                    "Client Secret",
                    "Client ID",
                    "Tenant",
                    "Authorization Server",
                    "Resource Server",
                ]
        }),
        ("no slash at the end", |p| {
            p.hand_over
                .iter()
                .flat_map(|form| &form.fields)
                .filter(|field| field.transforms == [Transform::NoTrailingSlash])
                .count()
                == 2
        }),
        ("where the form is", |p| {
            p.hand_over
                .as_ref()
                .is_some_and(|form| form.path == ["Admin", "Integrations", "HaloPSA", "Settings"])
        }),
        ("asset layouts exist and are active", |p| {
            step(
                p,
                "asset-layouts",
                Side::Vendor,
                StepTime::BeforeHandOver,
                &["contacts", "sites", "active"],
            )
        }),
        ("a layout that is not active hides", |p| {
            trouble(p, "not displayed", "vendor:asset-layouts", "active")
        }),
        ("matching in two stages", |p| {
            p.mappings
                .iter()
                .any(|mapping| mapping.key == "companies" && mapping.actions.len() == 2)
        }),
    ];
    carries("hudu", rows);
}

//! What the guide of Moovila asks for.

use setup::profile::{
    AuthenticationMethod, HeldBy, Level, Membership, Side, StepTime, WhichTeams, built_in,
};

use super::{Row, carries, permission, says, scopes, step, trouble};

const ROWS: &[Row] = &[
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
        p.teams
            .as_ref()
            .is_some_and(|need| need.which == WhichTeams::Wanted && need.held_by == HeldBy::Agent)
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
    ("the application", |p| {
        p.application.as_ref().is_some_and(|application| {
            application.name == "Moovila"
                && application.method == AuthenticationMethod::ClientIdAndSecret
                && application.login_type == "Agent"
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
        let separate = ["Start Date", "Start Time", "Target Date", "Target Time"];
        let combined = ["Start Date & Time", "Target Date & Time"];
        p.ticket_types.len() == 2
            && p.ticket_types
                .iter()
                .all(|need| need.fields_wanted == combined && need.fields_unwanted == separate)
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
        trouble(p, "dates", "ticket-type:project-task", "Start Date & Time")
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

/// The matrix as printed, except for the typing error in one value.
const MATRIX: &[(&str, &str)] = &[
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

#[test]
fn nothing_of_the_guide_is_lost() {
    carries("moovila", ROWS);

    let profile = built_in::find("moovila").expect("a built-in profile");
    for (written, value) in MATRIX {
        let known = setup::permission::find(written).unwrap_or_else(|| panic!("{written}"));
        assert!(permission(profile, known.name, value), "{written}: {value}");
    }
}

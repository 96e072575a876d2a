//! Permissions, ticket types, settings, and what is done by hand.

use setup::facts::{Asked, Failure, Refusal, Seen};
use setup::finding::{Evidence, Status};
use setup::permission::Area;
use setup::profile::Level;

use super::exampla::{
    agent_with, confirming, facts_with, field, healthy, names, plan, plan_with, ticket_type_with,
    token_with,
};
use super::{expect, expect_passed, expect_to_confirm, finding};

const TICKETS: &str = "permission:tickets-access-level";
const CUSTOMERS: &str = "permission:customers-access-level";
const TICKET_TYPE: &str = "ticket-type:project";
const SETTING: &str = "setting:next-ticket-id-method";

#[test]
fn reading_proves_reading_and_no_more() {
    let read = expect_passed(&plan(), &healthy(), CUSTOMERS, Evidence::Behaviour);
    assert!(read.detail.contains("212"));
    let more = expect_to_confirm(&plan(), &healthy(), TICKETS);
    let fix = more.fix.unwrap();
    assert_eq!(fix.path.last().unwrap(), "Feature Access");
    assert!(fix.text.contains("Read and Modify"));
    expect_to_confirm(&plan(), &healthy(), "permission:can-add-new-tickets");
}

#[test]
fn a_permission_of_the_role_is_looked_for_on_the_role() {
    let facts = facts_with(|facts| {
        let refused = Asked::Refused(Refusal::Forbidden);
        facts.areas.insert(Area::Customers, refused);
    });
    let fix = finding(&plan(), &facts, CUSTOMERS).fix.unwrap();
    assert_eq!(fix.path[2..4], ["Roles", "Exampla API role"]);
}

#[test]
fn a_refusal_is_the_permission_s_only_where_the_scope_is_granted() {
    let refused = |refusal| {
        facts_with(|facts| {
            let refused = Asked::Refused(refusal);
            facts.areas.insert(Area::Customers, refused);
        })
    };
    for refusal in [Refusal::Forbidden, Refusal::Unauthorised] {
        let facts = refused(refusal);
        let finding = expect(&plan(), &facts, CUSTOMERS, Status::Failed, "refused");
        assert_eq!(finding.evidence, Evidence::Behaviour);
    }
    expect_passed(&plan(), &healthy(), CUSTOMERS, Evidence::Behaviour);

    let mut without_scope = token_with(|token| {
        token.granted.as_mut().unwrap().remove("read:customers");
    });
    let refusal = Asked::Refused(Refusal::Forbidden);
    without_scope.areas.insert(Area::Customers, refusal);
    let unknown = Status::Unknown;
    expect(&plan(), &without_scope, CUSTOMERS, unknown, "not_permitted");
    let not_found = refused(Refusal::NotFound);
    expect(&plan(), &not_found, CUSTOMERS, unknown, "not_readable");
}

#[test]
fn an_empty_list_proves_nothing() {
    let facts = facts_with(|facts| {
        facts
            .areas
            .insert(Area::Customers, Asked::Answered(Seen::default()));
    });
    expect_to_confirm(&plan(), &facts, CUSTOMERS);
}

#[test]
fn an_area_without_an_answer_is_unknown() {
    let facts = facts_with(|facts| {
        let failed = Asked::Failed(Failure::ServerError);
        facts.areas.insert(Area::Customers, failed);
    });
    expect(&plan(), &facts, CUSTOMERS, Status::Unknown, "server_error");
}

#[test]
fn access_that_the_guide_rules_out_is_too_much() {
    let plan = plan_with(
        |profile| profile.permissions[3].level = Level::Forbidden,
        |_| {},
    );
    let code = "more_than_needed";
    expect(&plan, &healthy(), CUSTOMERS, Status::Failed, code);
    let refused = facts_with(|facts| {
        let refused = Asked::Refused(Refusal::Forbidden);
        facts.areas.insert(Area::Customers, refused);
    });
    expect_passed(&plan, &refused, CUSTOMERS, Evidence::Behaviour);
}

#[test]
fn a_restriction_to_some_ticket_types_is_too_low() {
    let id = "permission:allow-use-of-all-ticket-types";
    let facts = agent_with(|agent| agent.ticket_types = Some(names(&["Incident"])));
    let finding = expect(&plan(), &facts, id, Status::Failed, "too_low");
    assert!(finding.detail.contains("Incident"));
    expect_passed(&plan(), &healthy(), id, Evidence::Api);
    let unsaid = agent_with(|agent| agent.ticket_types = None);
    expect_to_confirm(&plan(), &unsaid, id);
}

#[test]
fn a_ticket_type_has_to_be_listed() {
    let none = facts_with(|facts| facts.ticket_types = Asked::Answered(Vec::new()));
    expect(&plan(), &none, TICKET_TYPE, Status::Failed, "missing");
    let passed = expect_passed(&plan(), &healthy(), TICKET_TYPE, Evidence::Api);
    assert!(passed.detail.contains("Project Hierarchy"));
    let refused = facts_with(|facts| {
        facts.ticket_types = Asked::Refused(Refusal::Forbidden);
    });
    let unknown = Status::Unknown;
    expect(&plan(), &refused, TICKET_TYPE, unknown, "not_permitted");
}

#[test]
fn only_the_admin_s_word_takes_another_ticket_type_for_the_named_one() {
    let renamed = ticket_type_with(|row| row.name = "Our projects".to_owned());
    let missing = expect(&plan(), &renamed, TICKET_TYPE, Status::Failed, "missing");
    let fix = missing.fix.expect("what to do");
    let likeliest = &fix.causes[0];
    assert!(
        likeliest
            .clue
            .as_deref()
            .is_some_and(|clue| clue.contains("Our projects")),
        "{likeliest:?}"
    );
    let answering = |name: &str| {
        let name = name.to_owned();
        plan_with(
            |_| {},
            |answers| {
                answers.ticket_types.insert("project".to_owned(), name);
            },
        )
    };
    let ours = answering("our projects");
    expect_passed(&ours, &renamed, TICKET_TYPE, Evidence::Api);
    let gone = answering("Old projects");
    expect(&gone, &renamed, TICKET_TYPE, Status::Failed, "missing");
}

#[test]
fn where_any_ticket_type_serves_the_admin_says_which() {
    let serving = |answer: Option<&str>| {
        plan_with(
            |profile| {
                let need = &mut profile.ticket_types[0];
                need.existing = true;
                need.itil = None;
                need.used_for = None;
            },
            |answers| {
                let named = answer.map(|name| ("project".to_owned(), name.to_owned()));
                answers.ticket_types.extend(named);
            },
        )
    };
    let renamed = ticket_type_with(|row| row.name = "Our projects".to_owned());
    expect_to_confirm(&serving(None), &renamed, TICKET_TYPE);
    let ours = serving(Some("Our projects"));
    expect_passed(&ours, &renamed, TICKET_TYPE, Evidence::Api);
    let gone = serving(Some("Old projects"));
    expect(&gone, &renamed, TICKET_TYPE, Status::Failed, "missing");
    let none = facts_with(|facts| facts.ticket_types = Asked::Answered(Vec::new()));
    expect(
        &serving(None),
        &none,
        TICKET_TYPE,
        Status::Failed,
        "missing",
    );
}

#[test]
fn a_ticket_type_of_the_wrong_kind_fails() {
    let wrong_itil = ticket_type_with(|row| row.itil = Some(1));
    expect(
        &plan(),
        &wrong_itil,
        TICKET_TYPE,
        Status::Failed,
        "wrong_use",
    );
    let wrong_use = ticket_type_with(|row| row.used_for = Some("opps".to_owned()));
    let finding = expect(
        &plan(),
        &wrong_use,
        TICKET_TYPE,
        Status::Failed,
        "wrong_use",
    );
    let link = finding.fix.unwrap().link.unwrap();
    assert!(link.ends_with("/config/tickets/tickettype?id=31"), "{link}");
    // A value that is not known proves nothing.
    let strange = ticket_type_with(|row| row.used_for = Some("7".to_owned()));
    let finding = expect_passed(&plan(), &strange, TICKET_TYPE, Evidence::Api);
    assert!(finding.detail.contains("what Use is"));
}

#[test]
fn a_ticket_type_that_seems_hidden_from_agents_is_a_warning() {
    let code = "hidden_from_agents";
    let hidden = ticket_type_with(|row| row.visible = Some(false));
    expect(&plan(), &hidden, TICKET_TYPE, Status::Warning, code);
    let not_logged = ticket_type_with(|row| row.agents_can_log = Some(false));
    let finding = expect(&plan(), &not_logged, TICKET_TYPE, Status::Warning, code);
    assert!(finding.detail.contains("Agents can log"));
    expect_passed(&plan(), &healthy(), TICKET_TYPE, Evidence::Api);
}

#[test]
fn mandatory_fields_that_nobody_sends_are_named() {
    let facts = ticket_type_with(|row| {
        let mut custom = field("Department");
        custom.id = Some(213);
        custom.internal_name = Some("CFdepartment".to_owned());
        row.mandatory = Some(vec![
            field("Summary"),
            field("Details"),
            field("CAB"),
            custom,
        ]);
    });
    let code = "mandatory_fields";
    let finding = expect(&plan(), &facts, TICKET_TYPE, Status::Failed, code);
    assert!(
        finding
            .detail
            .contains("CAB, Department (CFdepartment, field 213)"),
        "{}",
        finding.detail
    );
    assert!(!finding.detail.contains("Summary"), "{}", finding.detail);
    expect_passed(&plan(), &healthy(), TICKET_TYPE, Evidence::Api);
    let unread = facts_with(|facts| facts.ticket_type_details.clear());
    expect_to_confirm(&plan(), &unread, TICKET_TYPE);
}

#[test]
fn no_mandatory_field_is_known_only_where_halo_says_so_of_each() {
    let none = |told, some| {
        ticket_type_with(|row| {
            row.mandatory = Some(Vec::new());
            row.mandatory_is_told = told;
            row.has_mandatory = some;
        })
    };
    for some in [None, Some(false)] {
        let facts = none(Some(true), some);
        expect_passed(&plan(), &facts, TICKET_TYPE, Evidence::Api);
        for untold in [Some(false), None] {
            let finding = expect_to_confirm(&plan(), &none(untold, some), TICKET_TYPE);
            assert!(!finding.detail.contains("some field"), "{}", finding.detail);
        }
    }
    // Halo says that there are some, and calls none so.
    let mut facts = none(Some(true), Some(true));
    let finding = expect_to_confirm(&plan(), &facts, TICKET_TYPE);
    assert!(finding.detail.contains("some field"), "{}", finding.detail);
    assert!(!finding.detail.contains("may be"), "{}", finding.detail);
    for details in facts.ticket_type_details.values_mut() {
        let Asked::Answered(details) = details else {
            unreachable!("the healthy facts have details");
        };
        details.may_be_mandatory = vec![field("Category"), field("Summary")];
    }
    let finding = expect_to_confirm(&plan(), &facts, TICKET_TYPE);
    assert!(
        finding.detail.ends_with("does not send them: Category."),
        "{}",
        finding.detail
    );
    // What Halo calls mandatory is so, whatever it does not say of other fields.
    let some = ticket_type_with(|row| {
        row.mandatory = Some(vec![field("CAB")]);
        row.mandatory_is_told = Some(false);
    });
    let code = "mandatory_fields";
    expect(&plan(), &some, TICKET_TYPE, Status::Failed, code);
    expect_passed(&plan(), &healthy(), TICKET_TYPE, Evidence::Api);
}

#[test]
fn confirmed_mandatory_fields_are_looked_at_again_once_others_may_be_meant() {
    let untold = |candidates: &[&str]| {
        ticket_type_with(|row| {
            row.mandatory_is_told = Some(false);
            row.may_be_mandatory = candidates.iter().map(|name| field(name)).collect();
        })
    };
    let seen = untold(&["Category"]);
    let confirmed = confirming(&seen, &[TICKET_TYPE], |_| {});
    expect_passed(&confirmed, &seen, TICKET_TYPE, Evidence::Confirmed);
    let more = untold(&["Category", "Impact"]);
    expect_to_confirm(&confirmed, &more, TICKET_TYPE);
}

#[test]
fn a_setting_is_judged_by_the_values_that_are_known() {
    let value = |value| {
        facts_with(|facts| {
            let property = "nextfaultidcalculationmethod".to_owned();
            facts.settings.insert(property, Asked::Answered(value));
        })
    };
    expect(&plan(), &value(0), SETTING, Status::Failed, "wrong_value");
    expect_passed(&plan(), &value(1), SETTING, Evidence::Api);
    expect(&plan(), &value(7), SETTING, Status::Failed, "wrong_value");

    let only_wrong_known = plan_with(|profile| profile.settings[0].property_value = None, |_| {});
    let code = "wrong_value";
    expect(&only_wrong_known, &value(0), SETTING, Status::Failed, code);
    let unsure = expect_to_confirm(&only_wrong_known, &value(7), SETTING);
    assert!(unsure.detail.contains('7'));
    assert_eq!(
        unsure.fix.unwrap().path,
        ["Configuration", "Advanced Settings"]
    );

    let refused = facts_with(|facts| {
        let property = "nextfaultidcalculationmethod".to_owned();
        let refused = Asked::Refused(Refusal::Forbidden);
        facts.settings.insert(property, refused);
    });
    let unknown = Status::Unknown;
    expect(&plan(), &refused, SETTING, unknown, "not_permitted");
    let left_out = facts_with(|facts| {
        let property = "nextfaultidcalculationmethod".to_owned();
        let failed = Asked::Failed(Failure::NotReadable);
        facts.settings.insert(property, failed);
    });
    expect(&plan(), &left_out, SETTING, unknown, "not_readable");

    let no_property = plan_with(|profile| profile.settings[0].property = None, |_| {});
    expect_to_confirm(&no_property, &healthy(), SETTING);
}

#[test]
fn steps_by_hand_are_for_the_admin() {
    let step = expect_to_confirm(&plan(), &healthy(), "vendor:switch-on");
    let fix = step.fix.unwrap();
    assert!(
        fix.text
            .starts_with("In Exampla, open Connections. Select Enable.")
    );
    assert_eq!(fix.path, ["Settings", "Connections"]);
    assert_eq!(
        fix.link.as_deref(),
        Some("https://exampla.example/connections")
    );
    for id in ["vendor:agent-work-hours", "vendor:other-permissions"] {
        expect_to_confirm(&plan(), &healthy(), id);
    }
}

#[test]
fn looking_passes_what_only_looking_can_tell() {
    let ids = ["vendor:switch-on", TICKETS, CUSTOMERS];
    let confirmed = confirming(&healthy(), &ids, |_| {});
    let step = expect_passed(
        &confirmed,
        &healthy(),
        "vendor:switch-on",
        Evidence::Confirmed,
    );
    assert!(step.detail.contains("4 March 2026"), "{}", step.detail);
    assert!(step.fix.is_none());
    expect_passed(&confirmed, &healthy(), TICKETS, Evidence::Confirmed);
    // It goes for nothing that was proved otherwise or could not be proved.
    let refused = facts_with(|facts| {
        let refused = Asked::Refused(Refusal::Forbidden);
        facts.areas.insert(Area::Customers, refused);
        facts
            .areas
            .insert(Area::Tickets, Asked::Failed(Failure::TimedOut));
    });
    expect(&confirmed, &refused, CUSTOMERS, Status::Failed, "refused");
    expect(&confirmed, &refused, TICKETS, Status::Unknown, "timed_out");
}

#[test]
fn what_fields_seem_to_say_by_their_names_is_shown_and_decides_nothing() {
    let id = "vendor:team-ticks";
    let set = expect_to_confirm(&plan(), &healthy(), id);
    let unset = agent_with(|agent| {
        if let Some(rows) = agent.team_ticks.as_mut() {
            rows[0].unassigned = Some(false);
        }
    });
    let off = expect_to_confirm(&plan(), &unset, id);
    assert_ne!(set.detail, off.detail);
    assert!(off.detail.contains("Projects"), "{}", off.detail);
    assert!(!off.detail.contains("Support"), "{}", off.detail);

    let labels = names(&["Summary", "Start Date & Time", "Target Date & Time"]);
    let combined = ticket_type_with(|row| row.fields = Some(labels.clone()));
    let guide = plan_with(
        |profile| {
            let need = &mut profile.ticket_types[0];
            need.fields_wanted = names(&["Start Date & Time", "Target Date & Time"]);
            need.fields_unwanted = names(&["Start Date", "Start Time", "Target Time"]);
        },
        |_| {},
    );
    let passed = expect_passed(&guide, &combined, TICKET_TYPE, Evidence::Api);
    assert!(
        passed
            .detail
            .contains("Start Date & Time, Target Date & Time"),
        "{}",
        passed.detail
    );
    let both = ticket_type_with(|row| {
        let mut labels = labels.clone();
        labels.push("start date".to_owned());
        row.fields = Some(labels);
    });
    let split = expect_to_confirm(&guide, &both, TICKET_TYPE);
    assert!(split.detail.ends_with(": Start Date."), "{}", split.detail);
    let fix = split.fix.unwrap();
    assert_eq!(
        fix.text,
        "Open the ticket type’s Field List, see that it has Start Date & Time, Target Date & \
         Time, and take off Start Date, Start Time, Target Time. Select Save. Then confirm it in \
         the wizard."
    );
    assert_eq!(fix.path.last().map(String::as_str), Some("Field List"));
    // Where Halo does not show the fields, or calls them otherwise, what to look for is exact.
    let other = ticket_type_with(|row| row.fields = Some(names(&["Summary", "Starts"])));
    for facts in [healthy(), other] {
        let look = expect_to_confirm(&guide, &facts, TICKET_TYPE);
        assert_eq!(
            look.fix.unwrap().text,
            "Open the ticket type’s Field List: it has to have Start Date & Time, Target Date & \
             Time. See that it does not have Start Date, Start Time, Target Time. Then confirm it \
             in the wizard."
        );
    }

    let of_tasks = plan_with(
        |profile| profile.ticket_types[0].hierarchy = Some("Project Tasks".to_owned()),
        |_| {},
    );
    expect_passed(&of_tasks, &healthy(), TICKET_TYPE, Evidence::Api);
    let no_child = ticket_type_with(|row| row.may_be_child = Some(false));
    expect_to_confirm(&of_tasks, &no_child, TICKET_TYPE);
}

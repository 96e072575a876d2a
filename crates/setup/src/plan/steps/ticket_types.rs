//! Ticket types: one page each for making it and one for saying which it is, then the live check.

use crate::plan::links::configuration;
use crate::plan::pages::{Action, HaloScreen, Page, PageBody, Question, Step};
use crate::plan::screens;
use crate::plan::words::and_list;
use crate::profile::{StepKind, TicketTypeNeed};

use super::{Maker, guide};

const VISIBLE: &str = "Visible in List for Agents";
const CAN_LOG: &str = "Agents can log new Tickets with this Ticket Type";

pub(super) fn ticket_types(maker: &Maker<'_>) -> Option<Step> {
    let needs = &maker.plan.ticket_types;
    if needs.is_empty() {
        return None;
    }
    let mut pages = Vec::new();
    for need in needs {
        pages.push(settings(maker, need));
        pages.push(which(maker, need));
    }
    let proves = maker.say("proves-ticket-types");
    pages.push(maker.page(
        "ticket-types/check",
        "page-ticket-types-check",
        &[],
        PageBody::Watch { proves },
    ));
    let findings = needs.iter().map(|need| format!("ticket-type:{}", need.key));
    Some(maker.step(
        StepKind::TicketTypes,
        "step-ticket-types",
        findings.collect(),
        pages,
    ))
}

fn settings(maker: &Maker<'_>, need: &TicketTypeNeed) -> Page {
    let key = if need.existing {
        "page-ticket-type-existing"
    } else {
        "page-ticket-type"
    };
    let mut actions = Vec::new();
    let mut screen = screens::screen("Ticket Type").tabs(&tabs(need), "Details");
    if need.existing {
        actions.push(maker.action("do-ticket-type-open", &[]));
        screen = screen
            .button("Save")
            .seen("Ticket Type Name", &need.suggested_name);
    } else {
        actions.push(maker.action("do-new", &[]));
        actions.push(maker.action("do-ticket-type-existing", &[]));
        actions.push(
            maker
                .action("do-ticket-type-name", &[])
                .copying("Ticket Type Name", &need.suggested_name),
        );
        screen = screen
            .marked_button("Save")
            .text("Ticket Type Name", &need.suggested_name);
    }
    (actions, screen) = details(maker, need, actions, screen);
    for field in &need.fields {
        let values = [
            ("tab", field.tab.as_str()),
            ("field", field.label.as_str()),
            ("value", field.value.as_str()),
        ];
        actions.push(maker.action("do-on-tab", &values));
    }
    if !need.fields_sent.is_empty() {
        let fields = and_list(&need.fields_sent);
        actions.push(maker.action("do-mandatory-fields", &[("fields", &fields)]));
    }
    if !need.fields_updated.is_empty() {
        let fields = and_list(&need.fields_updated);
        actions.push(maker.action("do-mandatory-on-update", &[("fields", &fields)]));
    }
    actions.push(maker.save());
    let path = configuration(&["Tickets", "Ticket Types"]);
    let mut page = maker.page(
        &format!("ticket-types/{}", need.key),
        key,
        &[("title", &need.title)],
        guide(path, None, actions, screen),
    );
    page.lead = need.reason.clone().or(page.lead);
    let page = maker.remarking(page, &need.remarks, need.source.as_deref());
    let page = maker.differing(page, &need.differs);
    maker.from(page, [need.source.as_deref()])
}

/// The fields of the Details tab that Halyard knows by name.
fn details(
    maker: &Maker<'_>,
    need: &TicketTypeNeed,
    mut actions: Vec<Action>,
    mut screen: HaloScreen,
) -> (Vec<Action>, HaloScreen) {
    let chosen = [
        ("ITIL Ticket Type", &need.itil),
        ("Use", &need.used_for),
        ("Project Hierarchy", &need.hierarchy),
    ];
    for (field, value) in chosen {
        if let Some(value) = value {
            actions.push(maker.action("do-choose", &[("field", field), ("value", value)]));
            screen = screen.select(field, value);
        }
    }
    for (field, wanted) in [
        (VISIBLE, need.visible_to_agents),
        (CAN_LOG, need.agents_can_log),
    ] {
        if wanted {
            actions.push(maker.action("do-tick", &[("field", field)]));
            screen = screen.tick(field, &maker.say("value-ticked"));
        }
    }
    (actions, screen)
}

fn tabs(need: &TicketTypeNeed) -> Vec<&str> {
    let mut tabs = vec!["Details"];
    for field in &need.fields {
        if !tabs.contains(&field.tab.as_str()) {
            tabs.push(&field.tab);
        }
    }
    tabs
}

fn which(maker: &Maker<'_>, need: &TicketTypeNeed) -> Page {
    let title = [("title", need.title.as_str())];
    let question = Question::TicketType {
        key: need.key.clone(),
        question: maker.say_with("page-ticket-type-which", &title),
        suggested: need.suggested_name.clone(),
    };
    let page = maker.page(
        &format!("ticket-types/{}/which", need.key),
        "page-ticket-type-which",
        &title,
        PageBody::Question(question),
    );
    maker.from(page, [need.source.as_deref()])
}

//! The agent that the product works as: its details, and its permissions where the guide sets
//! them on it.

use crate::plan::links::{HaloPage, configuration};
use crate::plan::pages::{Action, Checklist, HaloScreen, Page, PageBody, PageNote, Place, Step};
use crate::plan::words::or_list;
use crate::plan::{Plan, screens};
use crate::profile::{Agent, LabelValue, Level, StepKind};

use super::permissions::{Holder, OTHERS};
use super::{Maker, guide};

/// The finding for the agent's work hours, which the API does not show.
const WORK_HOURS: &str = "vendor:agent-work-hours";
/// The finding for the roles that Halo has already, which the API does not show by name.
const ROLES: &str = "vendor:agent-roles";

pub(super) fn agent(maker: &Maker<'_>) -> Option<Step> {
    let agent = maker.plan.profile.agent.as_ref()?;
    let mut pages = vec![open(maker, agent), details(maker, agent)];
    pages.extend(permissions(maker));
    let mut findings = vec!["agent.identity".to_owned()];
    findings.extend(agent.api_only.as_ref().map(|_| "agent.api_only".to_owned()));
    findings.extend(
        agent
            .default_team
            .as_ref()
            .map(|_| "agent.default_team".to_owned()),
    );
    let work_hours = agent.work_hours.as_ref();
    findings.extend(work_hours.map(|_| WORK_HOURS.to_owned()));
    if !agent.roles.is_empty() {
        findings.push(ROLES.to_owned());
    }
    findings.extend(maker.plan.permission_findings(Holder::Agent));
    let implied = maker.plan.implied_permissions();
    findings.extend(implied.map(|implied| implied.finding()));
    if maker.plan.profile.role.is_none() {
        let others = maker.plan.profile.other_permissions.as_ref();
        findings.extend(others.map(|_| OTHERS.to_owned()));
    }
    Some(maker.step(StepKind::Agent, "step-agent", findings, pages))
}

impl Plan {
    /// The agent's name: the admin's, or the one the guide suggests.
    pub(crate) fn agent_name(&self) -> Option<&str> {
        let suggested = self.profile.agent.as_ref()?.name.as_str();
        Some(self.answers.agent_name.as_deref().unwrap_or(suggested))
    }
}

fn open(maker: &Maker<'_>, agent: &Agent) -> Page {
    let mut actions = vec![maker.action("do-new", &[])];
    if agent.may_use_existing {
        actions.push(maker.action("do-agent-existing", &[]));
    }
    let body = guide(
        configuration(&["Teams & Agents", "Agents"]),
        maker.plan.link(HaloPage::Agents),
        actions,
        screens::screen("Agents").marked_button("New"),
    );
    let page = maker.page("agent/open", "page-agent-open", &[], body);
    maker.from(page, [agent.source.as_deref()])
}

fn details(maker: &Maker<'_>, agent: &Agent) -> Page {
    let name = maker.plan.agent_name().unwrap_or(&agent.name);
    let mut actions = vec![maker.action("do-agent-name", &[]).copying("Username", name)];
    let mut screen = screens::agent("New Agent", "Details")
        .marked_button("Save")
        .text("Username", name);

    if let Some(role) = &maker.plan.profile.role {
        actions.push(
            maker
                .action("do-choose", &[("field", "Roles"), ("value", &role.name)])
                .copying("Roles", &role.name),
        );
        screen = screen.select("Roles", &role.name);
    }
    for held in &agent.roles {
        let values = [("field", "Roles"), ("value", held.name.as_str())];
        let mut action = maker
            .action("do-choose", &values)
            .copying("Roles", &held.name);
        if let Some(why) = maker.reason(held.reason.as_ref(), &held.differs) {
            action.text = format!("{} {why}", action.text);
        }
        actions.push(action);
        screen = screen.select("Roles", &held.name);
    }
    (actions, screen) = api_only(maker, agent, actions, screen);
    if let Some(need) = agent
        .default_team
        .as_ref()
        .filter(|need| need.level == Level::Forbidden)
    {
        let none = "*No Default Team*";
        let values = [("field", "Default Team"), ("value", none)];
        let mut action = maker.action("do-choose", &values);
        if let Some(why) = maker.reason(need.reason.as_ref(), &need.differs) {
            action.text = format!("{} {why}", action.text);
        }
        actions.push(action);
        screen = screen.select("Default Team", none);
    } else if let Some(need) = &agent.default_team {
        let examples = or_list(&need.examples);
        let key = match need.examples.first() {
            Some(_) => "do-default-team-like",
            None => "do-default-team",
        };
        actions.push(maker.action(key, &[("examples", &examples)]));
        let example = need.examples.first().map_or("", String::as_str);
        screen = screen.select("Default Team", example);
    }
    if let Some(need) = &agent.work_hours {
        let values = [("field", "Work Hours"), ("value", need.value.as_str())];
        actions.push(maker.action("do-choose", &values));
        screen = screen.select("Work Hours", &need.value);
    }
    (actions, screen) = other_fields(maker, &agent.fields, actions, screen);
    actions.push(maker.action("do-agent-other-fields", &[]));
    actions.push(maker.save());

    let body = guide(
        configuration(&["Teams & Agents", "Agents", "New", "Details"]),
        None,
        actions,
        screen,
    );
    let sources = [
        agent.source.as_deref(),
        agent
            .api_only
            .as_ref()
            .and_then(|need| need.source.as_deref()),
        agent
            .default_team
            .as_ref()
            .and_then(|need| need.source.as_deref()),
        agent
            .work_hours
            .as_ref()
            .and_then(|need| need.source.as_deref()),
    ];
    let mut page = maker.page("agent/details", "page-agent-details", &[], body);
    if let PageBody::Guide(guide) = &mut page.body {
        let work_hours = agent.work_hours.as_ref().map(|_| WORK_HOURS);
        let roles = (!agent.roles.is_empty()).then_some(ROLES);
        guide.confirms = work_hours.or(roles).map(str::to_owned);
    }
    page = maker.remarking(page, &agent.remarks, agent.source.as_deref());
    let api_only = agent.api_only.iter().flat_map(|need| &need.differs);
    let work_hours = agent.work_hours.iter().flat_map(|need| &need.differs);
    let team = agent.default_team.iter();
    let team = team
        .filter(|need| need.level != Level::Forbidden)
        .flat_map(|need| &need.differs);
    for other in api_only.chain(team).chain(work_hours) {
        page = maker.differing(page, std::slice::from_ref(other));
    }
    page.notes.extend(names_no_permissions(maker));
    maker.from(page, sources)
}

/// What to know where a guide asks for scopes and says nothing of permissions: an application can
/// do no more than its agent (confirmed, 2026).
fn names_no_permissions(maker: &Maker<'_>) -> Option<PageNote> {
    let plan = maker.plan;
    let named = plan.administrator.is_some()
        || plan.all_customers.is_some()
        || !plan.permissions.is_empty()
        || !plan.permission_sections.is_empty()
        || plan.profile.other_permissions.is_some();
    (!named && !plan.scopes.is_empty()).then(|| PageNote {
        text: maker.say("note-no-permissions"),
        sources: Vec::new(),
    })
}

fn api_only(
    maker: &Maker<'_>,
    agent: &Agent,
    mut actions: Vec<Action>,
    screen: HaloScreen,
) -> (Vec<Action>, HaloScreen) {
    let label = "Is an API-only Agent";
    let Some(need) = &agent.api_only else {
        return (actions, screen);
    };
    let (key, value) = match need.level {
        Level::Required => ("do-tick", "value-ticked"),
        Level::Recommended => ("do-tick-recommended", "value-ticked"),
        Level::Optional => ("do-tick-optional", "value-ticked"),
        Level::Forbidden => ("do-leave-unticked", "value-not-ticked"),
    };
    let mut action = maker.action(key, &[("field", label)]);
    if let Some(reason) = &need.reason {
        action.text = format!("{} {reason}", action.text);
    }
    actions.push(action);
    (actions, screen.tick(label, &maker.say(value)))
}

/// Fields of the agent's or the application's screen that only the profile knows.
pub(super) fn other_fields(
    maker: &Maker<'_>,
    fields: &[LabelValue],
    mut actions: Vec<Action>,
    mut screen: HaloScreen,
) -> (Vec<Action>, HaloScreen) {
    for field in fields {
        let values = [("field", field.label.as_str())];
        let action = maker.action("task-field", &values);
        actions.push(action.copying(&field.label, &field.value));
        screen = screen.text(&field.label, &field.value);
    }
    (actions, screen)
}

fn permissions(maker: &Maker<'_>) -> Option<Page> {
    let plan = maker.plan;
    let sections = plan.permission_sections(maker, Holder::Agent);
    if sections.is_empty() {
        return None;
    }
    let name = plan.agent_name()?;
    let mut actions = vec![
        maker.action("do-open-agent", &[("agent", name)]),
        maker.action("do-open-tab", &[("tab", "Permissions")]),
        maker.action("do-edit", &[]),
    ];
    if plan.profile.role.is_none() {
        let others = plan.profile.other_permissions.as_ref();
        actions.extend(others.map(|need| maker.action("do-others", &[("value", &need.value)])));
    }
    let body = PageBody::Checklist(Checklist {
        place: Place {
            path: configuration(&["Teams & Agents", "Agents", name, "Permissions"]),
            link: plan.link(HaloPage::Agents),
        },
        actions,
        sections,
        screen: Some(screens::agent(name, "Permissions").marked_button("Edit")),
        finish: Some(maker.say("do-save")),
    });
    let page = maker.page("agent/permissions", "page-agent-permissions", &[], body);
    Some(maker.from(page, plan.permission_sources(Holder::Agent)))
}

//! What the product may see: the teams and departments of the agent or its role, and whether the
//! agent sees as many customers as the admin does.

use crate::plan::links::{HaloPage, configuration};
use crate::plan::pages::{Action, HaloScreen, Page, PageBody, Question, Step};
use crate::plan::screens;
use crate::plan::words::{and_list, or_list};
use crate::profile::{DepartmentsNeed, Membership, StepKind, TeamsNeed, WhichTeams};

use super::permissions::Holder;
use super::{Maker, guide};

const TAB: &str = "Departments & Teams";
/// The finding for the ticks beside a team, which the API does not show.
const TICKS: &str = "vendor:team-ticks";

impl Membership {
    /// Halo's label of it (reported, 2026).
    pub fn label(self) -> &'static str {
        match self {
            Self::Basic => "Basic Member",
            Self::ViewAll => "View All",
            Self::ModifyAll => "Modify All",
            Self::Manager => "Department Manager",
        }
    }
}

pub(super) fn teams(maker: &Maker<'_>) -> Option<Step> {
    let plan = maker.plan;
    plan.profile.application.as_ref()?;
    let mut pages = membership(maker, Holder::Agent);
    pages.push(maker.page(
        "teams/customers",
        "page-teams-customers",
        &[],
        PageBody::Question(Question::ExpectedCustomers),
    ));
    let (key, proves) = match (&plan.teams, &plan.departments) {
        (Some(_), Some(_)) => ("step-teams", "proves-teams-departments"),
        (Some(_), None) => ("step-teams-only", "proves-teams"),
        (None, Some(_)) => ("step-departments-only", "proves-departments"),
        (None, None) => ("step-customers-only", "proves-customers"),
    };
    let proves = maker.say(proves);
    pages.push(maker.page(
        "teams/check",
        "page-teams-check",
        &[],
        PageBody::Watch { proves },
    ));
    let teams = plan.teams.as_ref().map(|_| "agent.teams".to_owned());
    let departments = plan.departments.as_ref();
    let ticks = plan.teams.as_ref().filter(|need| !need.flags.is_empty());
    let findings = teams
        .into_iter()
        .chain(ticks.map(|_| TICKS.to_owned()))
        .chain(departments.map(|_| "agent.departments".to_owned()))
        .chain(["agent.customers".to_owned()])
        .collect();
    Some(maker.step(StepKind::Teams, key, findings, pages))
}

/// Asks for the teams, once, before they are set for the first time.
fn which(maker: &Maker<'_>, holder: Holder, need: &TeamsNeed) -> Option<Page> {
    let later = holder == Holder::Agent && maker.plan.holds(Holder::Role, need.held_by);
    if need.which != WhichTeams::Wanted || later {
        return None;
    }
    let question = Question::Teams {
        examples: need.names.clone(),
    };
    let page = maker.page(
        "teams/which",
        "page-teams-which",
        &[],
        PageBody::Question(question),
    );
    Some(maker.from(page, [need.source.as_deref()]))
}

/// The pages that make the role or the agent a member of teams and departments.
pub(super) fn membership(maker: &Maker<'_>, holder: Holder) -> Vec<Page> {
    let plan = maker.plan;
    let teams = plan.teams.as_ref();
    let departments = plan.departments.as_ref();
    let teams = teams.filter(|need| plan.holds(holder, need.held_by));
    let departments = departments.filter(|need| plan.holds(holder, need.held_by));
    let which = teams.and_then(|need| which(maker, holder, need));
    let teams = teams.map(|need| teams_page(maker, holder, need));
    let departments = departments.map(|need| departments_page(maker, holder, need));
    which.into_iter().chain(teams).chain(departments).collect()
}

fn teams_page(maker: &Maker<'_>, holder: Holder, need: &TeamsNeed) -> Page {
    let mut actions = opening(maker, holder);
    actions.push(maker.action("do-teams-add", &[]));
    let asked: Vec<&String> = maker.plan.answers.wanted_teams.iter().collect();
    match need.which {
        WhichTeams::All => actions.push(maker.action("do-teams-all", &[])),
        WhichTeams::Named => actions.extend(each_team(maker, &need.names)),
        WhichTeams::Wanted if !asked.is_empty() => actions.extend(each_team(maker, &asked)),
        WhichTeams::Wanted if need.names.is_empty() => {
            actions.push(maker.action("do-teams-wanted", &[]));
        }
        WhichTeams::Wanted => {
            let examples = or_list(&need.names);
            actions.push(maker.action("do-teams-wanted-like", &[("examples", &examples)]));
        }
    }
    for flag in &need.flags {
        actions.push(maker.action("do-teams-flag", &[("flag", flag)]));
    }
    actions.push(maker.save());
    let screen = screen(maker, holder)
        .button("Edit")
        .button("Save")
        .select("Teams", &maker.say("value-add"));
    let source = need.source.as_deref();
    let mut page = page(maker, holder, "teams", actions, screen, source);
    if let (PageBody::Guide(guide), false) = (&mut page.body, need.flags.is_empty()) {
        guide.confirms = Some(TICKS.to_owned());
    }
    maker.differing(page, &need.differs)
}

fn each_team<S: AsRef<str>>(maker: &Maker<'_>, names: &[S]) -> Vec<Action> {
    let names = names.iter().map(AsRef::as_ref);
    let actions = names.map(|name| {
        maker
            .action("do-team", &[("team", name)])
            .copying("Team", name)
    });
    actions.collect()
}

fn departments_page(maker: &Maker<'_>, holder: Holder, need: &DepartmentsNeed) -> Page {
    let membership = need.membership.label();
    let mut actions = opening(maker, holder);
    actions.push(if need.names.is_empty() {
        maker.action("do-departments", &[])
    } else {
        let names = and_list(&need.names);
        maker.action("do-departments-named", &[("names", &names)])
    });
    actions.push(maker.action("do-membership", &[("membership", membership)]));
    actions.push(maker.save());
    let screen = screen(maker, holder)
        .button("Edit")
        .button("Save")
        .select("Departments", &maker.say("value-add"))
        .select("Membership", membership);
    let page = page(
        maker,
        holder,
        "departments",
        actions,
        screen,
        need.source.as_deref(),
    );
    maker.differing(page, &need.differs)
}

/// To the tab, ready for changes.
fn opening(maker: &Maker<'_>, holder: Holder) -> Vec<Action> {
    let open = match holder {
        Holder::Role => None,
        Holder::Agent => Some(maker.action(
            "do-open-agent",
            &[("agent", maker.plan.agent_name().unwrap_or_default())],
        )),
    };
    let tab = maker.action("do-open-tab", &[("tab", TAB)]);
    let edit = maker.action("do-edit", &[]);
    open.into_iter().chain([tab, edit]).collect()
}

fn name<'a>(maker: &'a Maker<'_>, holder: Holder) -> &'a str {
    let role = maker.plan.profile.role.as_ref();
    match holder {
        Holder::Role => role.map_or("", |role| role.name.as_str()),
        Holder::Agent => maker.plan.agent_name().unwrap_or_default(),
    }
}

fn screen(maker: &Maker<'_>, holder: Holder) -> HaloScreen {
    match holder {
        Holder::Role => screens::role(name(maker, holder), TAB),
        Holder::Agent => screens::agent(name(maker, holder), TAB),
    }
}

fn page(
    maker: &Maker<'_>,
    holder: Holder,
    what: &str,
    actions: Vec<Action>,
    screen: HaloScreen,
    source: Option<&str>,
) -> Page {
    let (id, list, link) = match holder {
        Holder::Role => ("role", "Roles", None),
        Holder::Agent => ("teams", "Agents", maker.plan.link(HaloPage::Agents)),
    };
    let path = configuration(&["Teams & Agents", list, name(maker, holder), TAB]);
    let body = guide(path, link, actions, screen);
    let key = format!("page-{id}-{what}");
    let page = maker.page(&format!("{id}/{what}"), &key, &[], body);
    maker.from(page, [source])
}

//! What comes after the last step: how to replace the secret, how to take everything out again,
//! what was for the set-up only, and how to check later.
//!
//! Shown on the finish page and saved with the report. Not here: removing the connection from
//! Halyard, which the `commands` crate does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::plan::Plan;
use crate::plan::links::configuration;
use crate::plan::pages::{Action, PageSource};
use crate::plan::words::{and_list, say};
use crate::profile::{AuthenticationMethod, Phase, StepNeed, StepTime};

/// What to do later, in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FinishGuide {
    /// How to replace the Client Secret, in order; empty where there is none.
    pub rotate: Vec<Action>,
    /// How to take out everything that was made, in the order that breaks nothing else.
    pub remove: Vec<Action>,
    /// The guides that say how the connection is taken out at the vendor.
    pub remove_sources: Vec<PageSource>,
    /// What was for the set-up or for testing only and should be taken back now.
    pub clean_up: Vec<Action>,
    /// How to check again later.
    pub recheck: String,
}

/// What to do later for this connection.
pub fn finish(plan: &Plan) -> FinishGuide {
    let writer = Writer { plan };
    FinishGuide {
        rotate: writer.rotate(),
        remove: writer.remove(),
        remove_sources: writer.remove_sources(),
        clean_up: writer.clean_up(),
        recheck: writer.say("finish-recheck", &[]),
    }
}

struct Writer<'a> {
    plan: &'a Plan,
}

impl Writer<'_> {
    fn say(&self, key: &str, values: &[(&'static str, &str)]) -> String {
        let usual = [
            ("product", self.plan.profile.name.as_str()),
            ("halo", self.plan.halo_name()),
        ];
        say(key, &[&usual, values].concat())
    }

    fn action(&self, key: &str, values: &[(&'static str, &str)]) -> Action {
        plain(self.say(key, values))
    }

    fn rotate(&self) -> Vec<Action> {
        let application = self.plan.profile.application.as_ref();
        let secret = application.filter(|it| it.method == AuthenticationMethod::ClientIdAndSecret);
        let (Some(_), Some(name)) = (secret, self.plan.application_name()) else {
            return Vec::new();
        };
        let path = path(&["Integrations", &self.plan.api_menu(), "View Applications"]);
        let values = [("path", path.as_str()), ("name", name)];
        let form = self.plan.profile.hand_over.is_some();
        let mut actions = vec![
            self.action("finish-rotate-when", &[]),
            self.action("finish-open-application", &values),
            self.action("finish-rotate-generate", &[]),
            self.action("finish-rotate-save", &[]),
            self.action("finish-rotate-paste", &[]),
        ];
        if form {
            actions.push(self.action("finish-rotate-form", &[]));
        }
        actions.push(self.action("finish-rotate-check", &[]));
        actions
    }

    /// First whoever uses the connection, then what they use, then what that stands on.
    fn remove(&self) -> Vec<Action> {
        let plan = self.plan;
        let mut actions = self.remove_at_vendor();
        let made = plan.vendor_steps.iter().filter_map(Plan::task_made);
        actions.extend(made.map(|made| self.action("finish-remove-made", &[("made", &made)])));
        if let Some(name) = plan.application_name() {
            let path = path(&["Integrations", &plan.api_menu(), "View Applications"]);
            let values = [("path", path.as_str()), ("name", name)];
            actions.push(self.action("finish-open-application", &values));
            actions.push(self.action("finish-remove-application", &[]));
        }
        if let (Some(agent), Some(name)) = (&plan.profile.agent, plan.agent_name()) {
            let path = path(&["Teams & Agents", "Agents"]);
            let values = [("path", path.as_str()), ("name", name)];
            actions.push(self.action("finish-remove-agent", &values));
            if agent.may_use_existing {
                actions.push(self.action("finish-remove-agent-existing", &[]));
            }
        }
        if let Some(role) = &plan.profile.role {
            let path = path(&["Teams & Agents", "Roles"]);
            let values = [("path", path.as_str()), ("name", role.name.as_str())];
            actions.push(self.action("finish-remove-role", &values));
        }
        let types: Vec<&str> = plan
            .ticket_types
            .iter()
            .filter(|need| !need.existing)
            .map(|need| {
                let named = plan.answers.ticket_types.get(&need.key);
                named.unwrap_or(&need.suggested_name).as_str()
            })
            .collect();
        if !types.is_empty() {
            let path = path(&["Tickets", "Ticket Types"]);
            let values = [("path", path.as_str()), ("names", &and_list(&types))];
            actions.push(self.action("finish-remove-ticket-types", &values));
        }
        let settings: Vec<&str> = plan
            .settings
            .iter()
            .map(|need| need.name.as_str())
            .collect();
        if !settings.is_empty() {
            let values = [("names", and_list(&settings))];
            let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
            actions.push(self.action("finish-remove-settings", &values));
        }
        actions.push(self.action("finish-remove-connection", &[]));
        actions
    }

    /// What the guide says about taking the connection out.
    fn removal(&self) -> impl Iterator<Item = &StepNeed> {
        let steps = self.plan.profile.steps.iter();
        steps
            .filter(|step| step.at() == StepTime::Removal || step.phase == Phase::Removal)
            .filter(|step| self.plan.applies(step.condition.as_ref()))
    }

    fn remove_sources(&self) -> Vec<PageSource> {
        let mut sources: Vec<PageSource> = Vec::new();
        let named = self.removal().filter_map(|step| step.source.as_deref());
        for source in named.filter_map(|id| self.plan.profile.source(id)) {
            let source = PageSource {
                title: source.title.clone(),
                link: source.link.clone(),
                date: source.date.clone(),
            };
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    fn remove_at_vendor(&self) -> Vec<Action> {
        let mut steps = self.removal().peekable();
        if steps.peek().is_none() {
            return vec![self.action("finish-remove-vendor", &[])];
        }
        steps
            .flat_map(|step| {
                let path = step.path.join(" > ");
                let open = (!path.is_empty())
                    .then(|| self.action("finish-open", &[("path", path.as_str())]));
                open.into_iter().chain(self.plan.task_told(step))
            })
            .collect()
    }

    fn clean_up(&self) -> Vec<Action> {
        let plan = self.plan;
        let temporary = |phase: Phase| matches!(phase, Phase::SetUpOnly | Phase::TestOnly);
        let mut actions = Vec::new();
        let own = plan.administrator.iter().chain(&plan.all_customers);
        let agent = plan.profile.agent.iter();
        for held in agent.flat_map(|agent| &agent.roles) {
            if temporary(held.phase) {
                actions.push(self.taken_back(held.clean_up.as_ref(), "role", &held.name));
            }
        }
        for need in own.chain(&plan.permissions) {
            if temporary(need.phase) {
                actions.push(self.taken_back(need.clean_up.as_ref(), "permission", &need.name));
            }
        }
        for need in &plan.scopes {
            if temporary(need.phase) {
                actions.push(self.taken_back(need.clean_up.as_ref(), "scope", &need.name));
            }
        }
        for need in &plan.settings {
            if temporary(need.phase) {
                actions.push(self.taken_back(need.clean_up.as_ref(), "setting", &need.name));
            }
        }
        for need in &plan.ticket_types {
            if temporary(need.phase) {
                actions.push(self.taken_back(need.clean_up.as_ref(), "other", &need.title));
            }
        }
        for step in &plan.vendor_steps {
            if temporary(step.phase) {
                let title = plan.task_title(step);
                actions.push(self.taken_back(step.clean_up.as_ref(), "other", &title));
            }
        }
        actions
    }

    /// How the guide says it is taken back, or what goes without saying.
    fn taken_back(&self, words: Option<&String>, what: &str, name: &str) -> Action {
        match words {
            Some(words) => plain(words.clone()),
            None => self.action(&format!("finish-clean-{what}"), &[("name", name)]),
        }
    }
}

fn plain(text: String) -> Action {
    Action { text, copy: None }
}

/// A click path as a person reads it.
fn path(rest: &[&str]) -> String {
    configuration(rest).join(" > ")
}

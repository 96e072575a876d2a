//! Steps that a person does and confirms, in words: the title, the place and the actions that
//! their kind stands for, with every exact name and value ready to copy.
//!
//! Used for the pages ([`super::steps`]), for findings and for taking a connection out. Not here:
//! what the profile itself may say of them ([`crate::profile::StepNeed`]).

use crate::profile::{Side, StepField, StepNeed, TaskKind};

use super::Plan;
use super::links::configuration;
use super::pages::{Action, CopyValue};
use super::words::say;

impl TaskKind {
    /// The part of the catalogue's keys that names it.
    fn key(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Guide => "guide",
            Self::Test => "test",
            Self::Licence => "licence",
            Self::Install => "install",
            Self::SwitchOff => "switch-off",
            Self::LookUp => "look-up",
            Self::Webhook => "webhook",
            Self::CustomTab => "custom-tab",
            Self::CustomButton => "custom-button",
            Self::CustomField => "custom-field",
            Self::EventRule => "event-rule",
            Self::CustomIntegration => "custom-integration",
            Self::Record => "record",
            Self::Cors => "cors",
            Self::AllowList => "allow-list",
            Self::Agent => "agent",
            Self::Application => "application",
        }
    }

    /// Something new is made in Halo, where the profile names it.
    fn makes(self) -> bool {
        matches!(
            self,
            Self::Webhook
                | Self::CustomTab
                | Self::CustomButton
                | Self::CustomField
                | Self::EventRule
                | Self::CustomIntegration
                | Self::Record
                | Self::Agent
                | Self::Application
        )
    }

    /// A list of addresses in Halo gets more of them.
    fn lists(self) -> bool {
        matches!(self, Self::Cors | Self::AllowList)
    }

    /// The label of the field for its name (webhooks: one vendor's guide; agents and
    /// applications: several; reported, 2024-26).
    fn name_label(self) -> &'static str {
        match self {
            Self::Webhook => "Webhook Name",
            Self::Agent => "Username",
            Self::Application => "Application Name",
            _ => "Name",
        }
    }
}

impl Plan {
    /// The name of the step's page.
    pub(crate) fn task_page(step: &StepNeed) -> String {
        format!("vendor/{}", step.key)
    }

    /// The step's title: the profile's, or what its kind makes of the name.
    pub(crate) fn task_title(&self, step: &StepNeed) -> String {
        let key = step.kind.key();
        match (&step.title, &step.about, &step.name) {
            (Some(title), _, _) => title.clone(),
            (None, Some(about), _) => self.task_words("task-guide", &[("about", about)]),
            (None, None, Some(name)) => {
                self.task_words(&format!("task-{key}.named"), &[("name", name)])
            }
            (None, None, None) => self.task_words(&format!("task-{key}"), &[]),
        }
    }

    /// Where to go: the profile's path, or the one that Halo has for this kind (webhooks as
    /// reported by one vendor's guide, 2025).
    pub(crate) fn task_path(&self, step: &StepNeed) -> Vec<String> {
        if !step.path.is_empty() {
            return step.path.clone();
        }
        match step.kind {
            TaskKind::Webhook => configuration(&["Integrations", "Webhooks"]),
            TaskKind::Agent => configuration(&["Teams & Agents", "Agents"]),
            TaskKind::Application => {
                configuration(&["Integrations", &self.api_menu(), "View Applications"])
            }
            _ => Vec::new(),
        }
    }

    /// The page to open: the profile's, or the guide itself where it is to be read.
    pub(crate) fn task_link(&self, step: &StepNeed) -> Option<String> {
        let guide = || {
            let source = self.profile.source(step.source.as_deref()?)?;
            source.link.clone()
        };
        let read = step.kind == TaskKind::Guide;
        step.link.clone().or_else(|| read.then(guide).flatten())
    }

    /// What the step makes in Halo, by its name, for example "The webhook Fernwick".
    pub(crate) fn task_made(step: &StepNeed) -> Option<String> {
        let name = step.name.as_deref().filter(|_| step.kind.makes())?;
        let key = format!("task-{}.made", step.kind.key());
        (step.side() == Side::Halo).then(|| say(&key, &[("name", name)]))
    }

    /// For what the step is done again, as a sentence.
    pub(crate) fn task_again(&self, step: &StepNeed) -> Option<String> {
        let what = step.for_each.as_deref()?;
        Some(self.task_words("task-for-each", &[("what", what)]))
    }

    /// Everything there is to say of the step, one sentence after the other, where no page shows
    /// its parts apart.
    pub(crate) fn task_told(&self, step: &StepNeed) -> Vec<Action> {
        let mut actions = self.task_actions(step);
        actions.extend(self.task_again(step).map(plain));
        if let Some(sign) = &step.success {
            actions.push(self.act("task-success", &[("sign", sign)]));
        }
        actions
    }

    /// What to do, in order.
    pub(crate) fn task_actions(&self, step: &StepNeed) -> Vec<Action> {
        let mut actions = Vec::new();
        if let Some(about) = &step.about {
            actions.push(self.act("task-guide-open", &[("about", about)]));
            actions.push(self.act("task-guide-do", &[]));
        }
        if step.kind.makes() && step.side() == Side::Halo {
            if self.task_path(step).is_empty() {
                let what = self.task_words(&format!("task-{}.what", step.kind.key()), &[]);
                actions.push(self.act("task-find", &[("what", &what)]));
            }
            if step.name.is_some() {
                actions.push(self.act("do-new", &[]));
            }
        }
        let lists = step.kind.lists() && step.side() == Side::Halo && !step.addresses.is_empty();
        if lists && self.task_path(step).is_empty() {
            actions.push(self.act("task-find-list", &[]));
        }
        actions.extend(self.name_of(step));
        actions.extend(step.fields.iter().map(|field| self.field(field)));
        actions.extend(self.each("task-events", "Event", &step.events));
        actions.extend(self.each("task-addresses", "Address", &step.addresses));
        if !step.scopes.is_empty() {
            actions.push(self.act("task-scopes-tab", &[]));
            actions.extend(self.each("task-scopes", "Permission", &step.scopes));
            actions.push(self.act("task-scopes-only", &[]));
        }
        let own = step.actions.iter().map(|text| plain(text.clone()));
        actions.extend(own);
        let made = step.kind.makes() && (step.name.is_some() || !step.fields.is_empty());
        if made || lists {
            actions.push(self.act("do-save", &[]));
        }
        actions
    }

    fn name_of(&self, step: &StepNeed) -> Option<Action> {
        let name = step.name.as_deref()?;
        match step.kind {
            TaskKind::LookUp => Some(self.act("task-look-up-do", &[("name", name)])),
            TaskKind::SwitchOff => Some(self.act("task-switch-off-do", &[("name", name)])),
            TaskKind::Licence => Some(self.act("task-licence-do", &[("name", name)])),
            TaskKind::Install => Some(self.act("task-install-do", &[("name", name)])),
            kind if kind.makes() => {
                let label = kind.name_label();
                let action = self.act("task-name", &[("field", label)]);
                Some(copying(action, label, name))
            }
            _ => None,
        }
    }

    fn field(&self, field: &StepField) -> Action {
        let label = field.label.as_str();
        let shown = field.from_vendor.as_deref().unwrap_or_default();
        let values = [("field", label), ("shown", shown)];
        let mut action = match (&field.value, &field.from_vendor) {
            (Some(value), None) => copying(self.act("task-field", &values), label, value),
            (Some(value), Some(_)) => {
                copying(self.act("task-field-completed", &values), label, value)
            }
            (None, Some(_)) => self.act("task-field-from-vendor", &values),
            (None, None) => self.act("task-field-own", &values),
        };
        if let Some(hint) = &field.hint {
            action.text = format!("{} {hint}", action.text);
        }
        action
    }

    fn each(&self, key: &str, label: &str, values: &[String]) -> Vec<Action> {
        let actions = values.iter().map(|value| {
            let action = self.act(key, &[("value", value)]);
            copying(action, label, value)
        });
        actions.collect()
    }

    fn act(&self, key: &str, values: &[(&'static str, &str)]) -> Action {
        plain(self.task_words(key, values))
    }

    fn task_words(&self, key: &str, values: &[(&'static str, &str)]) -> String {
        let usual = [
            ("product", self.profile.name.as_str()),
            ("halo", self.halo_name()),
        ];
        say(key, &[&usual, values].concat())
    }
}

fn plain(text: String) -> Action {
    Action { text, copy: None }
}

fn copying(mut action: Action, label: &str, value: &str) -> Action {
    action.copy = Some(CopyValue {
        label: label.to_owned(),
        value: value.to_owned(),
    });
    action
}

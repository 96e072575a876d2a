//! Steps that a person does and confirms: at the vendor, or in Halo where its API shows nothing.
//!
//! One type for all of them. Its kind says what is made, which gives the title, the place and the
//! first actions; see [`crate::plan`] for the pages. Not here: what Halo's API can prove, which
//! has types of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::requirement::{Condition, Differing, Level, Phase};
use super::{Side, StepKind};

requirement! {
/// A step on the vendor's side, or one in Halo to check by hand.
pub struct StepNeed {
    /// Name used by the finding's id.
    pub key: String,
    /// What is done or made.
    #[serde(default)]
    pub kind: TaskKind,
    /// The step's title; made from kind and name where absent.
    #[serde(default)]
    pub title: Option<String>,
    /// The exact name of what is made, to be copied.
    #[serde(default)]
    pub name: Option<String>,
    /// Which side it is on; by kind where absent.
    #[serde(default)]
    pub side: Option<Side>,
    /// When it is done; by kind where absent.
    #[serde(default)]
    pub at: Option<StepTime>,
    /// The task of the hub that shows it; by `at` and `path` where absent.
    #[serde(default)]
    pub step: Option<StepKind>,
    /// Where to go, for example `["Configuration", "Integrations"]`.
    #[serde(default)]
    pub path: Vec<String>,
    /// A page to open, `https` only. Shown with its host before it opens.
    #[serde(default)]
    pub link: Option<String>,
    /// Fields to fill in, with their exact values.
    #[serde(default)]
    pub fields: Vec<StepField>,
    /// Names of events, for a webhook or an event rule.
    #[serde(default)]
    pub events: Vec<String>,
    /// Addresses or networks to enter, for an allow-list or CORS.
    #[serde(default)]
    pub addresses: Vec<String>,
    /// Scopes to tick, for a further application.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// What is missing here and stands in the vendor's guide, for `kind = "guide"`.
    #[serde(default)]
    pub about: Option<String>,
    /// What to do, in order, after what the kind says.
    #[serde(default)]
    pub actions: Vec<String>,
    /// For what it is done again, for example "each mapped customer".
    #[serde(default)]
    pub for_each: Option<String>,
    /// What shows that it worked, as a full sentence.
    #[serde(default)]
    pub success: Option<String>,
}
}

/// A field to fill in.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepField {
    /// The field's label.
    pub label: String,
    /// The exact value. Parts that differ stand in braces, for example `{your-domain}`.
    #[serde(default)]
    pub value: Option<String>,
    /// What the vendor's product shows and belongs here, by its label there.
    #[serde(default)]
    pub from_vendor: Option<String>,
    /// What else to know.
    #[serde(default)]
    pub hint: Option<String>,
}

/// What a step does or makes. A closed list: each kind has its words.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "kebab-case")]
pub enum TaskKind {
    /// Whatever `actions` say.
    #[default]
    Task,
    /// Reads the vendor's guide for what this profile could not be made from.
    Guide,
    /// Tests the connection in the vendor's product.
    Test,
    /// Sees to a licence, a plan or a right at the vendor.
    Licence,
    /// Installs software.
    Install,
    /// Switches something else off first, such as another integration.
    SwitchOff,
    /// Looks something up in Halo, such as a number.
    LookUp,
    /// Makes a webhook in Halo.
    Webhook,
    /// Makes a custom tab in Halo.
    CustomTab,
    /// Makes a custom button in Halo.
    CustomButton,
    /// Makes a custom field in Halo.
    CustomField,
    /// Makes an event rule, a notification or a runbook in Halo.
    EventRule,
    /// Makes a custom integration in Halo.
    CustomIntegration,
    /// Makes a record in Halo, such as a user or a customer, or completes one.
    Record,
    /// Enters addresses in the CORS list of Halo.
    Cors,
    /// Enters addresses in a list of allowed ones.
    AllowList,
    /// Makes a further agent.
    Agent,
    /// Makes a further application.
    Application,
}

/// When a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepTime {
    /// Before anything is done in Halo.
    First,
    /// Before the vendor's form is filled in.
    BeforeHandOver,
    /// After the vendor's form is filled in.
    AfterHandOver,
    /// After the customers and statuses are mapped.
    AfterMapping,
    /// When the connection is taken out.
    Removal,
}

impl StepNeed {
    /// Which side it is on.
    pub fn side(&self) -> Side {
        self.side.unwrap_or(match self.kind {
            TaskKind::Task | TaskKind::Test | TaskKind::Licence | TaskKind::Install => Side::Vendor,
            _ => Side::Halo,
        })
    }

    /// When it is done. What needs a value of the vendor's waits for the form, which shows it.
    pub fn at(&self) -> StepTime {
        let waits = self.fields.iter().any(|field| field.from_vendor.is_some());
        self.at.unwrap_or(match self.kind {
            TaskKind::Licence | TaskKind::Install | TaskKind::SwitchOff => StepTime::First,
            TaskKind::Task | TaskKind::Test => StepTime::AfterHandOver,
            _ if waits => StepTime::AfterHandOver,
            _ => StepTime::BeforeHandOver,
        })
    }

    /// Whether there is anything to do in it.
    pub(super) fn says_something(&self) -> bool {
        let lists = [&self.actions, &self.events, &self.addresses, &self.scopes];
        lists.iter().any(|list| !list.is_empty())
            || !self.fields.is_empty()
            || self.about.is_some()
            || (self.name.is_some() && self.kind != TaskKind::Task)
    }
}

//! The pages of the wizard as data: what the window draws without knowing any product.
//!
//! Made by [`super::steps`]; exported to the page as TypeScript. Every text here is ready to be
//! shown. Not here: what is ticked or done, which the `commands` crate adds.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::profile::{Level, StepKind, TaskKind};

/// One task of the hub.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Step {
    /// The kind of task.
    pub kind: StepKind,
    /// Its name in the hub, for example "Create the agent".
    pub title: String,
    /// A hint below the name, without a full stop.
    pub hint: String,
    /// Findings that prove it, by id; a `*` at the end stands for any ending.
    pub findings: Vec<String>,
    /// Its pages, one thing each, in order.
    pub pages: Vec<Page>,
}

/// One page: one thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Page {
    /// Stable name inside the connection, for example `agent/details`.
    pub id: String,
    /// The heading.
    pub title: String,
    /// A sentence or two below the heading.
    pub lead: Option<String>,
    /// Contradictions and remarks to show here.
    pub notes: Vec<PageNote>,
    /// What is on the page.
    pub body: PageBody,
    /// The guides this page comes from.
    pub sources: Vec<PageSource>,
}

/// A contradiction between guides, or a remark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PageNote {
    /// The remark.
    pub text: String,
    /// Where it comes from.
    pub sources: Vec<PageSource>,
}

/// A guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PageSource {
    /// Its title.
    pub title: String,
    /// Its address.
    pub link: Option<String>,
    /// Its date.
    pub date: Option<String>,
}

/// What is on a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PageBody {
    /// Something to do in Halo or at the vendor.
    Guide(Guide),
    /// A list to tick while doing it in Halo.
    Checklist(Checklist),
    /// A question that the wizard itself asks.
    Question(Question),
    /// Live checks of the step's findings.
    Watch {
        /// What the checks prove, as a sentence.
        proves: String,
    },
    /// All findings.
    Proof,
    /// The mapping.
    Mapping {
        /// What will be mapped, one line each.
        what: Vec<String>,
        /// How it is done in the vendor's product today, in order.
        actions: Vec<String>,
    },
    /// The vendor's form.
    HandOver,
    /// The end.
    Finish,
}

/// Something to do in Halo or at the vendor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Guide {
    /// Where to do it.
    pub place: Place,
    /// What to do, in order.
    pub actions: Vec<Action>,
    /// The drawing of the screen.
    pub screen: Option<HaloScreen>,
    /// The admin's tick is kept under this name where the API cannot prove the step.
    pub confirms: Option<String>,
    /// What else there is to a step that a person does and confirms.
    pub task: Option<GuideTask>,
}

/// What is particular to a step that a person does and confirms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GuideTask {
    /// What kind of step it is.
    pub kind: TaskKind,
    /// For what it is done again, as a sentence.
    pub again: Option<String>,
    /// What shows that it worked, as a sentence.
    pub success: Option<String>,
}

/// A list to tick while doing it in Halo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Checklist {
    /// Where to do it.
    pub place: Place,
    /// What to do before the list, in order.
    pub actions: Vec<Action>,
    /// What to tick, by section of Halo's screen.
    pub sections: Vec<ChecklistSection>,
    /// The drawing of the screen.
    pub screen: Option<HaloScreen>,
    /// What to do at the end, for example "Select Save".
    pub finish: Option<String>,
}

/// Where to click, and the page that may be opened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Place {
    /// For example `["Configuration", "Teams & Agents", "Agents"]`.
    pub path: Vec<String>,
    /// The page's address: in this customer's Halo, or the vendor's.
    pub link: Option<String>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Action {
    /// What to do, as a sentence.
    pub text: String,
    /// A value to enter, with a button that copies it.
    pub copy: Option<CopyValue>,
}

/// A value to enter elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CopyValue {
    /// The field it goes into, for example "Application Name".
    pub label: String,
    /// The value.
    pub value: String,
}

/// A section of a checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChecklistSection {
    /// The section's title in Halo.
    pub title: String,
    /// What to set.
    pub items: Vec<ChecklistItem>,
}

/// One line of a checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChecklistItem {
    /// The tick is kept under this name; the finding's id where it has one.
    pub key: String,
    /// Halo's label.
    pub label: String,
    /// The same label in other display languages and versions.
    pub aliases: Vec<String>,
    /// The value to set, in Halo's words.
    pub value: String,
    /// How strongly it is asked for.
    pub level: Level,
    /// Why.
    pub reason: Option<String>,
}

/// A question that the wizard asks. The window has one screen for each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "asks", rename_all = "kebab-case")]
pub enum Question {
    /// The Halo's address.
    Address,
    /// Are these the right servers and tenant?
    ConfirmHalo,
    /// The Client ID.
    ClientId,
    /// The Client Secret.
    ClientSecret,
    /// One of the profile's choices.
    Choice {
        /// The choice's id.
        id: String,
        /// The question.
        question: String,
        /// A hint.
        hint: Option<String>,
        /// The possible answers.
        options: Vec<QuestionOption>,
    },
    /// Which ticket type serves, by name.
    TicketType {
        /// The requirement's key.
        key: String,
        /// What it is for.
        question: String,
        /// The name to suggest.
        suggested: String,
    },
    /// Which teams the product should see, by name.
    Teams {
        /// Names the guide gives.
        examples: Vec<String>,
    },
    /// How many customers the admin sees in Halo.
    ExpectedCustomers,
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionOption {
    /// Its id.
    pub id: String,
    /// Its words.
    pub label: String,
    /// What it means.
    pub hint: Option<String>,
}

/// A drawing of a Halo screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct HaloScreen {
    /// The screen's title, for example "New Agent".
    pub title: String,
    /// Its tabs.
    pub tabs: Vec<String>,
    /// The tab that is open.
    pub active_tab: Option<String>,
    /// Buttons of the toolbar.
    pub buttons: Vec<ScreenButton>,
    /// Fields, from top to bottom.
    pub fields: Vec<ScreenRow>,
}

/// A button of a drawn screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScreenButton {
    /// Its label.
    pub label: String,
    /// It is the place to click.
    pub marked: bool,
}

/// A field of a drawn screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScreenRow {
    /// Its label.
    pub label: String,
    /// What stands in it.
    pub value: String,
    /// How it looks.
    pub control: ScreenControl,
    /// It is the place to fill in.
    pub marked: bool,
}

/// How a field of a drawn screen looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ScreenControl {
    /// A text field.
    Text,
    /// A list to choose from.
    Select,
    /// A tick box.
    Tick,
}

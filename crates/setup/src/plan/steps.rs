//! The tasks of the hub with their pages: only what this plan needs, in the order in which it is
//! done.
//!
//! One file per group of tasks. Generic words come from `text/en/guide.ftl`, the product's words
//! from its profile. Not here: what is ticked or done.

mod agent;
mod application;
mod ends;
mod permissions;
mod role;
mod settings;
mod teams;
mod ticket_types;
mod vendor;

use crate::profile::{Differing, Note, StepKind};
use crate::text;

use super::pages::{
    Action, CopyValue, Guide, HaloScreen, Page, PageBody, PageNote, PageSource, Place, Step,
};
use super::{Plan, words};

impl Plan {
    /// The tasks of this connection, in order.
    pub fn steps(&self) -> Vec<Step> {
        let maker = Maker::new(self);
        let steps = [
            vendor::first(&maker),
            Some(ends::halo(&maker)),
            role::role(&maker),
            agent::agent(&maker),
            application::application(&maker),
            application::credentials(&maker),
            teams::teams(&maker),
            ticket_types::ticket_types(&maker),
            settings::settings(&maker),
            Some(ends::proof(&maker)),
            vendor::hand_over(&maker),
            vendor::after(&maker),
            vendor::mapping(&maker),
            Some(ends::finish(&maker)),
        ];
        let mut steps: Vec<Step> = steps.into_iter().flatten().collect();
        vendor::place_checks_by_hand(&maker, &mut steps);
        place_notes(&maker, &mut steps);
        ends::ask_choices(&maker, &mut steps);
        steps
    }
}

/// Puts each of the profile's notes on the page of its step that shows what it names, else on the
/// first one; on the proof where the plan has no such step.
fn place_notes(maker: &Maker<'_>, steps: &mut [Step]) {
    for note in &maker.plan.profile.notes {
        let wanted = |step: &&mut Step| step.kind == note.step;
        let page = match steps.iter_mut().find(wanted) {
            Some(step) => {
                let named = step.pages.iter().position(|page| shows(page, &note.text));
                step.pages.get_mut(named.unwrap_or(0))
            }
            None => steps
                .iter_mut()
                .find(|step| step.kind == StepKind::Proof)
                .and_then(|step| step.pages.first_mut()),
        };
        if let Some(page) = page {
            page.notes.push(maker.note(note));
        }
    }
}

/// The page has a checklist with an item that the words name.
fn shows(page: &Page, words: &str) -> bool {
    let PageBody::Checklist(checklist) = &page.body else {
        return false;
    };
    let items = checklist.sections.iter().flat_map(|section| &section.items);
    items
        .flat_map(|item| std::iter::once(&item.label).chain(&item.aliases))
        // A label of one plain word, such as the scope "all", says nothing by standing in a text.
        .any(|label| label.contains([' ', ':']) && words.contains(label.as_str()))
}

/// Makes steps and pages in the words of one plan.
pub(super) struct Maker<'a> {
    pub(super) plan: &'a Plan,
    halo: &'static str,
    api: String,
}

/// Texts that a message mentions beside the usual ones.
type Values<'a> = &'a [(&'static str, &'a str)];

impl<'a> Maker<'a> {
    fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            halo: plan.halo_name(),
            api: plan.api_menu(),
        }
    }

    /// The words for a key; the product's and Halo's names are always at hand.
    fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    fn say_with(&self, key: &str, values: Values<'_>) -> String {
        let usual = [
            ("product", self.plan.profile.name.as_str()),
            ("halo", self.halo),
            ("api", self.api.as_str()),
        ];
        words::say(key, &[&usual, values].concat())
    }

    /// A step with the words of `step-<kind>`.
    fn step(&self, kind: StepKind, key: &str, findings: Vec<String>, pages: Vec<Page>) -> Step {
        Step {
            kind,
            title: self.say(key),
            hint: self.say(&format!("{key}.hint")),
            findings,
            pages,
        }
    }

    /// A page with the words of `key` and, where there is one, the sentence `key.lead`.
    fn page(&self, id: &str, key: &str, values: Values<'_>, body: PageBody) -> Page {
        let lead = format!("{key}.lead");
        Page {
            id: id.to_owned(),
            title: self.say_with(key, values),
            lead: text::has(&lead).then(|| self.say_with(&lead, values)),
            notes: Vec::new(),
            body,
            sources: Vec::new(),
        }
    }

    /// Something to do without a value to copy.
    fn action(&self, key: &str, values: Values<'_>) -> Action {
        Action {
            text: self.say_with(key, values),
            copy: None,
        }
    }

    /// "Select Save."
    fn save(&self) -> Action {
        self.action("do-save", &[])
    }

    fn note(&self, note: &Note) -> PageNote {
        PageNote {
            text: note.text.clone(),
            sources: self.sources(note.sources.iter().map(String::as_str)),
        }
    }

    /// The guides with these names, each once.
    fn sources<'b>(&self, ids: impl IntoIterator<Item = &'b str>) -> Vec<PageSource> {
        let mut sources: Vec<PageSource> = Vec::new();
        for source in ids
            .into_iter()
            .filter_map(|id| self.plan.profile.source(id))
        {
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

    /// The page with the guides it comes from.
    fn from<'b>(&self, mut page: Page, ids: impl IntoIterator<Item = Option<&'b str>>) -> Page {
        page.sources = self.sources(ids.into_iter().flatten());
        page
    }

    /// What another guide says, as a sentence.
    fn other_reading(&self, other: &Differing) -> String {
        let source = self.plan.profile.source(&other.source);
        let title = source.map_or(other.source.as_str(), |source| source.title.as_str());
        let values = [("guide", title), ("says", other.says.as_str())];
        match source.and_then(|source| source.date.as_deref()) {
            Some(date) => {
                let values = [values.as_slice(), &[("date", date)]].concat();
                self.say_with("differs-dated", &values)
            }
            None => self.say_with("differs", &values),
        }
    }

    /// The reason of a line in a list, with what other guides say of it.
    fn reason(&self, reason: Option<&String>, differs: &[Differing]) -> Option<String> {
        let others = differs.iter().map(|other| self.other_reading(other));
        let parts: Vec<String> = reason.cloned().into_iter().chain(others).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The page with what other guides say beside it.
    fn differing(&self, mut page: Page, differs: &[Differing]) -> Page {
        page.notes.extend(differs.iter().map(|other| PageNote {
            text: self.other_reading(other),
            sources: self.sources([other.source.as_str()]),
        }));
        page
    }

    /// The page with the guide's remarks beside it. They are not among the actions, since a guide
    /// may take its steps in another order than the wizard.
    fn remarking(&self, mut page: Page, remarks: &[String], source: Option<&str>) -> Page {
        let sources = self.sources(source);
        page.notes.extend(remarks.iter().map(|text| PageNote {
            text: self.say_with("remark", &[("text", text)]),
            sources: sources.clone(),
        }));
        page
    }
}

impl Action {
    /// The same action with a value to copy into the field `label`.
    fn copying(mut self, label: &str, value: &str) -> Self {
        self.copy = Some(CopyValue {
            label: label.to_owned(),
            value: value.to_owned(),
        });
        self
    }
}

/// Something to do at a place in Halo.
fn guide(
    path: Vec<String>,
    link: Option<String>,
    actions: Vec<Action>,
    screen: HaloScreen,
) -> PageBody {
    PageBody::Guide(Guide {
        place: Place { path, link },
        actions,
        screen: Some(screen),
        confirms: None,
        task: None,
    })
}

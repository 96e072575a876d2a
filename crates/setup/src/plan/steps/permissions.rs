//! The checklist of permissions, shared by the role and the agent: Halo's sections and labels,
//! only what this product needs.

use std::collections::BTreeMap;

use crate::permission::{self, Section};
use crate::plan::Plan;
use crate::plan::pages::{ChecklistItem, ChecklistSection};
use crate::profile::{HeldBy, Level, PermissionNeed, PermissionSectionNeed};

use super::Maker;

/// The finding for permissions that no list names, which the API does not show.
pub(super) const OTHERS: &str = "vendor:other-permissions";

/// Where a permission is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    /// The role, where the plan has one.
    Role,
    /// The agent.
    Agent,
}

impl Plan {
    /// Whether something that the guide sets on the role or the agent belongs on this holder. A
    /// plan without a role sets everything on the agent.
    pub(super) fn holds(&self, holder: Holder, held_by: HeldBy) -> bool {
        let on_role = self.profile.role.is_some();
        match holder {
            Holder::Role => on_role && held_by != HeldBy::Agent,
            Holder::Agent => !on_role || held_by != HeldBy::Role,
        }
    }

    /// The permissions to set there, with the names of their findings, as the profile orders them.
    fn held(&self, holder: Holder) -> impl Iterator<Item = (String, &PermissionNeed)> {
        let administrator = self.administrator.iter();
        let customers = self.all_customers.iter();
        let own = administrator
            .map(|need| ("agent.administrator".to_owned(), need))
            .chain(customers.map(|need| ("agent.customers".to_owned(), need)));
        let others = self.permissions.iter().map(|need| (finding(need), need));
        own.chain(others)
            .filter(move |(_, need)| self.holds(holder, need.held_by))
    }

    /// The sections in which everything has one value there.
    fn whole_sections(&self, holder: Holder) -> impl Iterator<Item = &PermissionSectionNeed> {
        let sections = self.permission_sections.iter();
        sections.filter(move |need| self.holds(holder, need.held_by))
    }

    /// The findings that prove them.
    pub(super) fn permission_findings(&self, holder: Holder) -> Vec<String> {
        let sections = self
            .whole_sections(holder)
            .map(PermissionSectionNeed::finding);
        let single = self.held(holder).map(|(finding, _)| finding);
        single.chain(sections).collect()
    }

    /// The guides they come from.
    pub(super) fn permission_sources(&self, holder: Holder) -> Vec<Option<&str>> {
        let needs = self.held(holder).map(|(_, need)| need);
        let sections = self.whole_sections(holder);
        let sections = sections.map(|need| need.source.as_deref());
        needs
            .map(|need| need.source.as_deref())
            .chain(sections)
            .collect()
    }

    /// The checklist, by section in the order of Halo's screen.
    pub(super) fn permission_sections(
        &self,
        maker: &Maker<'_>,
        holder: Holder,
    ) -> Vec<ChecklistSection> {
        let mut sections: BTreeMap<Section, Vec<ChecklistItem>> = BTreeMap::new();
        for (key, need) in self.held(holder) {
            let known = permission::find(&need.name);
            let section = known.map_or(Section::Other, |known| known.section);
            sections
                .entry(section)
                .or_default()
                .push(item(maker, key, need, known));
        }
        for need in self.whole_sections(holder) {
            let section = need.section.in_halo().unwrap_or(Section::Other);
            let everything = match need.section.in_halo() {
                Some(_) => maker.say("everything-in-section"),
                None => maker.say("everything"),
            };
            let item = ChecklistItem {
                key: need.finding(),
                label: everything,
                aliases: Vec::new(),
                value: need.value.clone(),
                level: need.level,
                reason: maker.reason(need.reason.as_ref(), &need.differs),
            };
            sections.entry(section).or_default().insert(0, item);
        }
        let titled = sections
            .into_iter()
            .map(|(section, items)| ChecklistSection {
                title: section.title().to_owned(),
                items,
            });
        titled.collect()
    }
}

fn finding(need: &PermissionNeed) -> String {
    let known = permission::find(&need.name);
    let slug = known.map_or_else(
        || permission::slug(&need.name),
        permission::Permission::slug,
    );
    format!("permission:{slug}")
}

fn item(
    maker: &Maker<'_>,
    key: String,
    need: &PermissionNeed,
    known: Option<&'static permission::Permission>,
) -> ChecklistItem {
    let aliases = known.map_or_else(Vec::new, |known| {
        known.aliases.iter().map(ToString::to_string).collect()
    });
    // "Yes is forbidden" is the same as "set it to No", and easier to follow.
    let forbidden = need.level == Level::Forbidden && need.value == "Yes";
    ChecklistItem {
        key,
        label: known.map_or_else(|| need.name.clone(), |known| known.name.to_owned()),
        aliases,
        value: if forbidden {
            "No".to_owned()
        } else {
            need.value.clone()
        },
        level: need.level,
        reason: maker.reason(need.reason.as_ref(), &need.differs),
    }
}

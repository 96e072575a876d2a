//! Puts together what came or went at the same time, so that it is one change and one sentence.

use jiff::Timestamp;

use super::about::About;
use super::aspect::{Aspect, Value};
use super::effect::Difference;
use super::{Change, ChangeKind, Effect};

/// Differences that make one change: one, or members of one list.
#[derive(Debug)]
pub(super) struct Group {
    kind: ChangeKind,
    effect: Effect,
    after: Timestamp,
    by: Timestamp,
    /// Never empty.
    members: Vec<Difference>,
}

impl Group {
    /// The change that they are.
    pub(super) fn change(&self) -> Change {
        let first = self.first();
        let is_list = matches!(first.aspect, Aspect::Member(..));
        let mut findings: Vec<String> = Vec::new();
        for id in self.members.iter().filter_map(|one| one.finding.clone()) {
            if !findings.contains(&id) {
                findings.push(id);
            }
        }
        let written = |value: &Value| {
            let alone = !is_list || self.kind == ChangeKind::Changed;
            value.written().filter(|_| alone)
        };
        Change {
            about: About::of(&first.aspect),
            kind: self.kind,
            effect: self.effect,
            names: self.names(),
            was: written(&first.was),
            now: written(&first.now),
            after: self.after,
            by: self.by,
            findings,
        }
    }

    /// The names that it speaks of.
    fn names(&self) -> Vec<String> {
        let named = self.members.iter().filter_map(|one| match &one.aspect {
            Aspect::Member(..) => match (&one.now, &one.was) {
                (Value::Text(name), _) | (_, Value::Text(name)) => Some(name.clone()),
                _ => None,
            },
            Aspect::DepartmentLevel(name) => Some(name.clone()),
            Aspect::Setting(property) => {
                Some(one.label.clone().unwrap_or_else(|| property.clone()))
            }
            Aspect::Finding(id) => Some(id.clone()),
            _ => None,
        });
        named.collect()
    }

    /// The one that stands for all.
    fn first(&self) -> &Difference {
        &self.members[0]
    }

    fn takes(&self, one: &Difference) -> bool {
        let same_list = match (&self.first().aspect, &one.aspect) {
            (Aspect::Member(family, _), Aspect::Member(other, _)) => family == other,
            _ => false,
        };
        let kind = kind(one);
        same_list
            && kind != ChangeKind::Changed
            && (self.kind, self.effect, self.after, self.by)
                == (kind, one.effect, one.after, one.by)
    }
}

/// The same differences in groups, in the order of their first members.
pub(super) fn together(differences: Vec<Difference>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for one in differences {
        match groups.iter_mut().find(|group| group.takes(&one)) {
            Some(group) => group.members.push(one),
            None => groups.push(Group {
                kind: kind(&one),
                effect: one.effect,
                after: one.after,
                by: one.by,
                members: vec![one],
            }),
        }
    }
    groups
}

fn kind(one: &Difference) -> ChangeKind {
    match (&one.was, &one.now) {
        (Value::Absent, _) => ChangeKind::Added,
        (_, Value::Absent) => ChangeKind::Removed,
        _ => ChangeKind::Changed,
    }
}

//! Puts together what came or went at the same time, so that it is one sentence.

use jiff::Timestamp;

use super::aspect::{Aspect, Value};
use super::effect::Difference;
use super::{ChangeKind, Effect};

/// Differences that make one change: one, or members of one list.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) kind: ChangeKind,
    pub(super) effect: Effect,
    pub(super) after: Timestamp,
    pub(super) by: Timestamp,
    /// Never empty.
    pub(super) members: Vec<Difference>,
}

impl Group {
    /// The one that stands for all.
    pub(super) fn first(&self) -> &Difference {
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

//! The rights of the connection as both printed forms say them: a line for each scope and
//! permission, what is missing or in excess first.
//!
//! Used by [`super::plain`] and [`super::html`]. Not here: how the rights are put together
//! ([`super::rights`]).

use std::collections::BTreeMap;

use crate::finding::Value;
use crate::text;

use super::rights::{Held, PermissionRow, Rights, ScopeRow, Shown};

/// The headline, with how many are missing and how many are in excess.
pub(super) fn title(rights: &Rights) -> String {
    let held = || {
        let scopes = rights.scopes.iter().map(|row| row.held);
        scopes.chain(rights.permissions.iter().map(|row| row.held))
    };
    let count = |of: Held| Value::Count(held().filter(|held| *held == of).count() as u64);
    let values = BTreeMap::from([
        ("missing", count(Held::Missing)),
        ("excess", count(Held::Excess)),
    ]);
    text::say("report-rights", &values)
}

/// The lines; none where the profile speaks of no rights.
pub(super) fn lines(rights: &Rights) -> Vec<String> {
    let scopes = rights.scopes.iter().map(|row| (row.held, scope(row)));
    let permissions = rights.permissions.iter();
    let permissions = permissions.map(|row| (row.held, permission(row)));
    let mut lines: Vec<_> = scopes.chain(permissions).collect();
    lines.sort_by_key(|(held, _)| rank(*held));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn scope(row: &ScopeRow) -> String {
    let told = |is: Option<bool>| match is {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not-told",
    };
    let values = [
        ("name", row.name.as_str()),
        ("needed", told(Some(row.needed))),
        ("asked", told(Some(row.asked))),
        ("granted", told(row.granted)),
        ("held", name(row.held)),
    ];
    text::say("report-right-scope", &texts(&values))
}

fn permission(row: &PermissionRow) -> String {
    let shown = match row.shown {
        Shown::Opens => "opens",
        Shown::Empty => "empty",
        Shown::Refused => "refused",
        Shown::Nothing => "nothing",
    };
    let values = [
        ("name", row.name.as_str()),
        ("needed", row.needed.as_str()),
        ("shown", shown),
        ("held", name(row.held)),
    ];
    text::say("report-right-permission", &texts(&values))
}

fn texts(values: &[(&'static str, &str)]) -> BTreeMap<&'static str, Value> {
    let values = values.iter();
    values
        .map(|(name, text)| (*name, Value::Text((*text).to_owned())))
        .collect()
}

/// As the catalogue knows it.
fn name(held: Held) -> &'static str {
    match held {
        Held::AsNeeded => "as-needed",
        Held::Missing => "missing",
        Held::Excess => "excess",
        Held::Confirmed => "confirmed",
        Held::NotTold => "not-told",
    }
}

/// What asks for something comes first.
fn rank(held: Held) -> u8 {
    match held {
        Held::Missing => 0,
        Held::Excess => 1,
        Held::NotTold => 2,
        Held::AsNeeded | Held::Confirmed => 3,
    }
}

//! Permissions of the agent that no guide names and a scope is of no use without: what an
//! application may do is what its scopes and its agent both allow (confirmed, 2026).
//!
//! Used by judging and by the agent's task. Not here: permissions that the guide names, which are
//! [`Plan::permissions`].

use std::sync::LazyLock;

use crate::permission::{self, Area, Permission};
use crate::profile::{Level, ScopeNeed};
use crate::scope;

use super::Plan;

/// What is asked for beside the scopes of a guide that could not be read whole; see `wanted.rs`.
static READS_CUSTOMERS: LazyLock<ScopeNeed> = LazyLock::new(|| ScopeNeed::named("read:customers"));

/// A permission that only a scope speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Implied<'a> {
    /// The permission.
    pub permission: &'static Permission,
    /// The area whose list shows it.
    pub area: Area,
    /// The scope that is of no use without it.
    pub scope: &'a ScopeNeed,
}

impl Implied<'_> {
    /// The id of its finding.
    pub fn finding(&self) -> String {
        format!("permission:{}", self.permission.slug())
    }
}

impl Plan {
    /// The permissions that only scopes speak of, as far as a check opens a list that shows them.
    pub fn implied_permissions(&self) -> impl Iterator<Item = Implied<'_>> {
        let areas = self.wanted.areas.iter().chain(&self.wanted.scope_areas);
        areas.filter_map(|area| {
            let permission = permission::of_area(*area)?;
            let mut needs = self.permissions.iter();
            let is_named = needs.any(|need| permission::find(&need.name) == Some(permission));
            let scope = self.scope_of(*area).filter(|_| !is_named)?;
            Some(Implied {
                permission,
                area: *area,
                scope,
            })
        })
    }

    /// The scope that the product asks for most strongly to read this area. Who asks for everything
    /// asks for the customers at least, since every product shows them; so does one whose guide names
    /// more scopes than could be read.
    pub fn scope_of(&self, area: Area) -> Option<&ScopeNeed> {
        let wanted = self.scopes.iter();
        let wanted =
            wanted.filter(|need| matches!(need.level, Level::Required | Level::Recommended));
        let opening = wanted.filter(|need| {
            let name = scope::normalise(&need.name);
            let opens = area.scopes().contains(&name.as_str());
            opens && (area == Area::Customers || name.contains(':') && name != "all:standard")
        });
        let read = opening.min_by_key(|need| need.level);
        let unread = area == Area::Customers && self.has_more_scopes();
        read.or_else(|| unread.then(|| &*READS_CUSTOMERS))
    }
}

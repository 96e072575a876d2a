//! What every requirement of a profile has in common, with its path: source and condition.

use crate::profile::place::Path;
use crate::profile::{Condition, Differing, Phase, Profile};

/// The common part of one requirement.
pub(super) struct Requirement<'a> {
    pub(super) path: Path,
    pub(super) source: Option<&'a str>,
    pub(super) condition: Option<&'a Condition>,
    pub(super) differs: &'a [Differing],
    /// It says how it is taken back, and nothing of it ever is.
    pub(super) is_taken_back_in_vain: bool,
}

/// Makes the common part of anything that has a source, with a condition where it has one.
macro_rules! common {
    ($path:expr, $item:expr) => {
        Requirement {
            path: $path,
            source: $item.source.as_deref(),
            condition: None,
            differs: &[],
            is_taken_back_in_vain: false,
        }
    };
    ($path:expr, $item:expr, conditional) => {
        Requirement {
            path: $path,
            source: $item.source.as_deref(),
            condition: $item.condition.as_ref(),
            differs: &$item.differs,
            is_taken_back_in_vain: $item.clean_up.is_some()
                && !matches!($item.phase, Phase::SetUpOnly | Phase::TestOnly),
        }
    };
}

/// The common part of every item of a list.
macro_rules! each {
    ($found:ident, $profile:ident, $list:ident $(, $conditional:ident)?) => {
        $found.extend($profile.$list.iter().enumerate().map(|(index, item)| {
            common!(Path::of(stringify!($list)).item(index), item $(, $conditional)?)
        }));
    };
}

/// The common part of a table that may be absent.
macro_rules! one {
    ($found:ident, $profile:ident, $table:ident $(, $conditional:ident)?) => {
        $found.extend(
            $profile
                .$table
                .iter()
                .map(|item| common!(Path::of(stringify!($table)), item $(, $conditional)?)),
        );
    };
}

/// Every requirement of the profile, in the order of the format.
pub(super) fn all(profile: &Profile) -> Vec<Requirement<'_>> {
    let mut found = Vec::new();
    each!(found, profile, uses);
    each!(found, profile, needs);
    one!(found, profile, role, conditional);
    one!(found, profile, agent);
    if let Some(agent) = &profile.agent {
        let path = Path::of("agent");
        found.extend(
            agent
                .api_only
                .iter()
                .map(|need| common!(path.name("api_only"), need, conditional)),
        );
        found.extend(
            agent
                .default_team
                .iter()
                .map(|need| common!(path.name("default_team"), need, conditional)),
        );
        found.extend(
            agent
                .work_hours
                .iter()
                .map(|need| common!(path.name("work_hours"), need, conditional)),
        );
    }
    if let Some(agent) = &profile.agent {
        let path = Path::of("agent").name("roles");
        let roles = agent.roles.iter().enumerate();
        found.extend(roles.map(|(index, held)| common!(path.item(index), held, conditional)));
    }
    one!(found, profile, application);
    each!(found, profile, scopes, conditional);
    one!(found, profile, other_scopes, conditional);
    each!(found, profile, permissions, conditional);
    each!(found, profile, permission_sections, conditional);
    one!(found, profile, other_permissions, conditional);
    one!(found, profile, teams, conditional);
    one!(found, profile, departments, conditional);
    each!(found, profile, ticket_types, conditional);
    each!(found, profile, settings, conditional);
    each!(found, profile, steps, conditional);
    one!(found, profile, hand_over);
    if let Some(hand_over) = &profile.hand_over {
        let fields = Path::of("hand_over").name("fields");
        found.extend(
            hand_over
                .fields
                .iter()
                .enumerate()
                .map(|(index, field)| Requirement {
                    path: fields.item(index),
                    source: None,
                    condition: field.condition.as_ref(),
                    differs: &[],
                    is_taken_back_in_vain: false,
                }),
        );
    }
    each!(found, profile, mappings);
    for (index, mapping) in profile.mappings.iter().enumerate() {
        found.extend(mapping.writer.iter().map(|writer| Requirement {
            path: Path::of("mappings").item(index).name("writer"),
            source: writer.source.as_deref(),
            condition: None,
            differs: &[],
            is_taken_back_in_vain: false,
        }));
    }
    each!(found, profile, troubleshooting);
    found
}

//! Names and values that Halo knows: scopes, permissions and their values, versions, dates.

use jiff::civil::Date;

use super::{Flaw, RestsOn};
use crate::profile::place::Path;
use crate::profile::{HeldBy, PermissionNeed, Profile};
use crate::{permission, scope};

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if !is_id(&profile.id) {
        flaws.push(not_an_id(Path::of("id")));
    }
    for (index, source) in profile.sources.iter().enumerate() {
        if source.date.as_deref().is_some_and(|date| !is_date(date)) {
            let path = Path::of("sources").item(index).name("date");
            flaws.push(
                Flaw::error(path, "This date is not a day or a month of the calendar.")
                    .hint("Write it as 2025-03 or 2025-03-11.".to_owned()),
            );
        }
    }
    for (index, need) in profile.scopes.iter().enumerate() {
        let path = Path::of("scopes").item(index);
        flaws.extend(scope_name(&need.name, path.name("name")));
        for (place, name) in need.or.iter().enumerate() {
            flaws.extend(scope_name(name, path.name("or").item(place)));
        }
    }
    for (index, step) in profile.steps.iter().enumerate() {
        let path = Path::of("steps").item(index).name("scopes");
        let scopes = step.scopes.iter().enumerate();
        flaws.extend(scopes.filter_map(|(place, name)| scope_name(name, path.item(place))));
    }
    for (index, need) in profile.permission_sections.iter().enumerate() {
        if need.held_by != HeldBy::Agent && profile.role.is_none() {
            let path = Path::of("permission_sections").item(index);
            flaws.push(no_role(path.name("held_by")));
        }
    }
    for (index, need) in profile.permissions.iter().enumerate() {
        let path = Path::of("permissions").item(index);
        flaws.extend(permission(need, &path));
        if need.held_by != HeldBy::Agent && profile.role.is_none() {
            flaws.push(no_role(path.name("held_by")));
        }
    }
    let teams_on_role = profile.teams.as_ref().map(|need| ("teams", need.held_by));
    let departments = profile.departments.as_ref();
    let departments_on_role = departments.map(|need| ("departments", need.held_by));
    for (name, held_by) in [teams_on_role, departments_on_role].into_iter().flatten() {
        if held_by != HeldBy::Agent && profile.role.is_none() {
            flaws.push(no_role(Path::of(name).name("held_by")));
        }
    }
    flaws
}

fn scope_name(name: &str, path: Path) -> Option<Flaw> {
    if scope::exists(name) {
        return None;
    }
    let hint = scope::nearest(name).map(|known| format!("Did you mean \"{known}\"?"));
    Some(Flaw::warning(path, format!("Halo has no scope \"{name}\".")).hint(hint))
}

fn permission(need: &PermissionNeed, path: &Path) -> Option<Flaw> {
    let Some(known) = permission::find(&need.name) else {
        let hint = permission::nearest(&need.name).map(|name| format!("Did you mean \"{name}\"?"));
        let message = format!("\"{}\" is not among the permissions known here.", need.name);
        return Some(Flaw::warning(path.name("name"), message).hint(hint));
    };
    if known.rank(&need.value).is_some() {
        return None;
    }
    let message = format!(
        "\"{}\" cannot have the value \"{}\".",
        known.name, need.value
    );
    let hint = format!("It can have: {}.", known.values.join("; "));
    Some(Flaw::error(path.name("value"), message).hint(hint))
}

fn no_role(path: Path) -> Flaw {
    Flaw::error(
        path,
        "This is held by a role, and the profile makes no role.",
    )
    .hint("Add a [role] table.".to_owned())
    .resting_on(RestsOn::Part("role"))
}

/// Whether this can be an id: `a-z`, `0-9` and single `-` inside.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= 60 && permission::slug(text) == text
}

pub(super) fn not_an_id(path: Path) -> Flaw {
    Flaw::error(path, "This is not a name for use inside Halyard.").hint(
        "Use small letters a to z, digits and single dashes between them, at most 60.".to_owned(),
    )
}

fn is_date(text: &str) -> bool {
    let day = match text.len() {
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return false,
    };
    day.parse::<Date>().is_ok()
}

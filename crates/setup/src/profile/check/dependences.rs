//! Mappings that hang on a row of another one: the row has to be there.

use super::{Flaw, RestsOn};
use crate::profile::place::Path;
use crate::profile::shape::did_you_mean;
use crate::profile::{DependsOn, Mapping, Profile, Side};

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let mappings = profile.mappings.iter().enumerate();
    mappings
        .filter_map(|(index, mapping)| {
            let path = Path::of("mappings").item(index).name("depends_on");
            flaw(profile, &path, mapping, mapping.depends_on.as_ref()?)
        })
        .collect()
}

fn flaw(profile: &Profile, path: &Path, mapping: &Mapping, on: &DependsOn) -> Option<Flaw> {
    let others = profile.mappings.iter().filter(|it| it.key != mapping.key);
    let Some(other) = others.clone().find(|it| it.key == on.mapping) else {
        let message = format!(
            "There is no other mapping \"{}\" in this profile.",
            on.mapping
        );
        let hint = did_you_mean(&on.mapping, others.map(|it| it.key.as_str()));
        let flaw = Flaw::error(path.name("mapping"), message).hint(hint);
        return Some(flaw.resting_on(RestsOn::Part("mappings")));
    };
    let names = other.values.iter().map(|value| value.name.as_str());
    if other.rows == Side::Vendor && names.clone().any(|name| name == on.row) {
        return None;
    }
    let message = format!(
        "The mapping \"{}\" has no row \"{}\" among its values.",
        other.key, on.row
    );
    let hint = did_you_mean(&on.row, names);
    let flaw = Flaw::error(path.name("row"), message).hint(hint);
    Some(flaw.resting_on(RestsOn::Part("mappings")))
}

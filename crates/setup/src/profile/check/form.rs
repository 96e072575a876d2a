//! The vendor's form and other tables whose fields must agree with each other.

use super::Flaw;
use crate::profile::place::Path;
use crate::profile::{FormValue, Profile, WhichTeams};

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if let Some(teams) = &profile.teams
        && teams.which == WhichTeams::Named
        && teams.names.is_empty()
    {
        let message = "Named teams are asked for, and none is named.";
        flaws.push(Flaw::error(Path::of("teams"), message));
    }
    for (index, need) in profile.settings.iter().enumerate() {
        if need.property_value.is_some() && need.property_value == need.wrong_property_value {
            let path = Path::of("settings")
                .item(index)
                .name("wrong_property_value");
            flaws.push(Flaw::error(
                path,
                "The same number cannot be right and wrong.",
            ));
        }
    }
    for (index, step) in profile.steps.iter().enumerate() {
        if step.actions.is_empty() {
            let path = Path::of("steps").item(index).name("actions");
            flaws.push(Flaw::error(path, "A step needs at least one thing to do."));
        }
    }
    flaws.extend(fields(profile));
    flaws
}

fn fields(profile: &Profile) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let fields = profile.hand_over.iter().flat_map(|form| &form.fields);
    for (index, field) in fields.clone().enumerate() {
        let path = Path::of("hand_over").name("fields").item(index);
        if fields
            .clone()
            .take(index)
            .any(|other| other.label == field.label)
        {
            let message = "The form has this label twice.";
            flaws.push(Flaw::error(path.name("label"), message));
        }
        if (field.value == FormValue::Constant) != field.constant.is_some() {
            let message = "\"constant\" and value = \"constant\" belong together.";
            flaws.push(Flaw::error(path.name("value"), message));
        }
        if field.value == FormValue::ClientSecret && !field.transforms.is_empty() {
            let message = "The Client Secret is handed over as it is.";
            flaws.push(Flaw::error(path.name("transforms"), message));
        }
        if field.value == FormValue::Own && field.hint.is_none() {
            let message = "Where the admin decides, a hint must say how.";
            flaws.push(Flaw::error(path.name("value"), message));
        }
        if let Some(other) = &field.only_if_differs_from
            && !fields.clone().any(|field| field.label == *other)
        {
            let message = format!("The form has no field \"{other}\".");
            flaws.push(Flaw::error(path.name("only_if_differs_from"), message));
        }
    }
    flaws
}

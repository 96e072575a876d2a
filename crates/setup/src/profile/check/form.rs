//! The vendor's form and other tables whose fields must agree with each other.

use super::{Flaw, RestsOn};
use crate::profile::place::Path;
use crate::profile::shape::did_you_mean;
use crate::profile::{
    FieldKind, FormField, FormValue, HandOverWay, Level, Mapping, MappingKind, Profile, WhichTeams,
};

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
        if need.level == Level::Forbidden {
            let path = Path::of("settings").item(index).name("level");
            flaws.push(
                Flaw::error(path, "A setting has the value that it must have.").hint(
                    "Write that value, for example \"Off\", and leave the level out.".to_owned(),
                ),
            );
        }
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
    let mappings = profile.mappings.iter().enumerate();
    flaws.extend(mappings.filter_map(|(index, mapping)| other_things(index, mapping)));
    flaws.extend(fields(profile));
    flaws.extend(secret_by_mail(profile));
    flaws
}

/// Words of Halo's things, with the kind of mapping that compares them; none where no kind does.
const THINGS: &[(&str, Option<MappingKind>)] = &[
    ("customer", Some(MappingKind::Customers)),
    ("client", Some(MappingKind::Customers)),
    ("status", Some(MappingKind::Statuses)),
    ("ticket type", Some(MappingKind::TicketTypes)),
    ("agent", Some(MappingKind::Agents)),
    ("product", None),
    ("item", None),
    ("contract", None),
    ("agreement", None),
    ("priorit", None),
    ("asset", None),
    ("categor", None),
    ("supplier", None),
];

/// A mapping of things that its kind does not compare, such as products as if they were customers.
fn other_things(index: usize, mapping: &Mapping) -> Option<Flaw> {
    let named = mapping.halo.to_lowercase();
    let mut kinds = THINGS
        .iter()
        .filter(|(word, _)| named.contains(word))
        .map(|(_, kind)| *kind)
        .peekable();
    kinds.peek()?;
    if kinds.any(|kind| kind == Some(mapping.kind)) {
        return None;
    }
    let path = Path::of("mappings").item(index).name("halo");
    let message = format!(
        "A mapping of this kind does not compare \"{}\".",
        mapping.halo
    );
    let hint = "Name the kind they are, or, where there is none, write a step with \
                at = \"after-mapping\".";
    Some(Flaw::warning(path, message).hint(hint.to_owned()))
}

fn fields(profile: &Profile) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let fields = profile.hand_over.iter().flat_map(|form| &form.fields);
    for (index, field) in fields.clone().enumerate() {
        let path = Path::of("hand_over").name("fields").item(index);
        if fields.clone().take(index).any(|other| {
            other.label == field.label
                && other.section == field.section
                && other.condition == field.condition
        }) {
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
        flaws.extend(not_an_address(field, &path));
        let explained = field.hint.is_some()
            || field.default.is_some()
            || field.optional
            || !field.options.is_empty();
        if field.value == FormValue::Own && !explained {
            let message = "Where the admin decides, something must say how.";
            flaws.push(
                Flaw::error(path.name("value"), message)
                    .hint("Add hint, default or options.".to_owned()),
            );
        }
        flaws.extend(kind(field, &path));
        flaws.extend(carried_back(profile, field, &path));
        if let Some(shown) = &field.shown_if {
            let path = path.name("shown_if");
            match fields.clone().find(|other| other.label == shown.field) {
                None => {
                    let message = format!("The form has no field \"{}\".", shown.field);
                    let known = fields.clone().map(|field| field.label.as_str());
                    let hint = did_you_mean(&shown.field, known);
                    let flaw = Flaw::error(path.name("field"), message).hint(hint);
                    flaws.push(flaw.resting_on(RestsOn::Part("hand_over")));
                }
                Some(other) if !other.options.is_empty() && !other.options.contains(&shown.is) => {
                    let message = format!("\"{}\" does not offer \"{}\".", shown.field, shown.is);
                    let known = other.options.iter().map(String::as_str);
                    let hint = did_you_mean(&shown.is, known);
                    let flaw = Flaw::error(path.name("is"), message).hint(hint);
                    flaws.push(flaw.resting_on(RestsOn::Part("hand_over")));
                }
                Some(_) => {}
            }
        }
        if let Some(other) = &field.only_if_differs_from
            && !fields.clone().any(|field| field.label == *other)
        {
            let message = format!("The form has no field \"{other}\".");
            let hint = did_you_mean(other, fields.clone().map(|field| field.label.as_str()));
            let flaw = Flaw::error(path.name("only_if_differs_from"), message).hint(hint);
            flaws.push(flaw.resting_on(RestsOn::Part("hand_over")));
        }
    }
    flaws
}

/// Only addresses are written in more than one way.
fn not_an_address(field: &FormField, path: &Path) -> Option<Flaw> {
    let address = matches!(
        field.value,
        FormValue::WebAddress
            | FormValue::ResourceServer
            | FormValue::AuthorisationServer
            | FormValue::TokenEndpoint
            | FormValue::TokenEndpointWithTenant
            | FormValue::AuthoriseEndpoint
    );
    // The secret has words of its own for it.
    if address || field.transforms.is_empty() || field.value == FormValue::ClientSecret {
        return None;
    }
    let message = "Transforms are for addresses, and this value is none.";
    let hint = "Leave them out, or choose the address that the form asks for.".to_owned();
    Some(Flaw::error(path.name("transforms"), message).hint(hint))
}

/// A secret in a message lies in two mailboxes for ever.
fn secret_by_mail(profile: &Profile) -> Option<Flaw> {
    let form = profile.hand_over.as_ref()?;
    let secret = |field: &FormField| field.value == FormValue::ClientSecret;
    let index = form.fields.iter().position(secret)?;
    if form.how != HandOverWay::Email {
        return None;
    }
    let path = Path::of("hand_over")
        .name("fields")
        .item(index)
        .name("value");
    let message = "A Client Secret does not go by e-mail.";
    let hint = "Leave the field out, and say in a note that the guide asks for it.".to_owned();
    Some(Flaw::warning(path, message).hint(hint))
}

/// Kind, options and default of a field agree with each other.
fn kind(field: &FormField, path: &Path) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let chosen = matches!(field.kind, FieldKind::Choice | FieldKind::Several);
    if field.kind == FieldKind::Choice && field.options.is_empty() && field.hint.is_none() {
        let message = "A choice needs its options, or a hint that says what to choose.";
        flaws.push(Flaw::error(path.name("kind"), message));
    }
    if !field.options.is_empty() && !chosen && field.kind != FieldKind::Switch {
        let message = "Only a choice has options.";
        flaws.push(
            Flaw::error(path.name("options"), message)
                .hint("Add kind = \"choice\" or kind = \"several\".".to_owned()),
        );
    }
    let offered = |text: &Option<String>| {
        let text = text.as_ref()?;
        (!field.options.is_empty() && !field.options.contains(text)).then(|| text.clone())
    };
    let texts = [
        ("default", &field.default),
        ("constant", &field.constant),
        ("hosted_text", &field.hosted_text),
        ("on_premises_text", &field.on_premises_text),
    ];
    for (name, text) in texts {
        if let Some(text) = offered(text) {
            let message = format!("\"{text}\" is not among the options.");
            let hint = did_you_mean(&text, field.options.iter().map(String::as_str));
            flaws.push(Flaw::error(path.name(name), message).hint(hint));
        }
    }
    if field.default.is_some() && field.value != FormValue::Own {
        let message = "Only a value of the admin's own has a default.";
        flaws.push(
            Flaw::error(path.name("default"), message)
                .hint("For a value that is the same for everybody use \"constant\".".to_owned()),
        );
    }
    let words = field.hosted_text.is_some() || field.on_premises_text.is_some();
    if words && field.value != FormValue::OnPremises {
        let message = "Words for hosted and on premises need value = \"on-premises\".";
        flaws.push(Flaw::error(path.name("value"), message));
    }
    flaws
}

/// What the vendor shows goes into a step that takes it.
fn carried_back(profile: &Profile, field: &FormField, path: &Path) -> Option<Flaw> {
    let keys = profile.steps.iter().map(|step| step.key.as_str());
    match (&field.goes_into, field.value) {
        (Some(key), FormValue::FromVendor) => {
            if keys.clone().any(|known| known == key) {
                return None;
            }
            let message = format!("There is no step \"{key}\" in this profile.");
            let hint = did_you_mean(key, keys);
            let flaw = Flaw::error(path.name("goes_into"), message).hint(hint);
            Some(flaw.resting_on(RestsOn::Part("steps")))
        }
        (None, FormValue::FromVendor) => {
            let message = "A value from the vendor belongs into a step.";
            let hint = "Name the step's key in \"goes_into\".".to_owned();
            Some(Flaw::error(path.name("value"), message).hint(hint))
        }
        (Some(_), _) => {
            let message = "Only a value from the vendor goes into a step.";
            let hint = "Write value = \"from-vendor\".".to_owned();
            Some(Flaw::error(path.name("goes_into"), message).hint(hint))
        }
        (None, _) => None,
    }
}

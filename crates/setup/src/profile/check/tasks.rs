//! Steps, addresses and applications: each has what its kind needs, and nothing that its kind
//! cannot show.

use std::net::IpAddr;

use url::Url;

use super::Flaw;
use crate::profile::place::Path;
use crate::profile::{AuthenticationMethod, Profile, StepNeed, TaskKind};

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (index, step) in profile.steps.iter().enumerate() {
        flaws.extend(one(step, &Path::of("steps").item(index)));
    }
    if let Some(application) = &profile.application {
        let path = Path::of("application");
        let by_code = matches!(
            application.method,
            AuthenticationMethod::AuthorisationCode | AuthenticationMethod::ImplicitFlow
        );
        if !application.redirect_addresses.is_empty() && !by_code {
            let message = "Only Authorisation Code and Implicit Flow redirect anywhere.";
            flaws.push(Flaw::error(path.name("redirect_addresses"), message));
        }
        let lists = [
            ("redirect_addresses", &application.redirect_addresses),
            ("cors_addresses", &application.cors_addresses),
        ];
        for (field, addresses) in lists {
            flaws.extend(not_https(addresses, &path.name(field)));
        }
    }
    flaws
}

fn one(step: &StepNeed, path: &Path) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if !step.says_something() {
        let message = "A step needs at least one thing to do.";
        let hint = "Add actions, for example actions = [\"Select New.\"].".to_owned();
        flaws.push(Flaw::error(path.name("actions"), message).hint(hint));
    }
    if step.kind == TaskKind::Task && step.title.is_none() {
        let message = "A step needs a title.";
        let hint = "Add title, or a kind that has one.".to_owned();
        flaws.push(Flaw::error(path.clone(), message).hint(hint));
    }
    if step.kind == TaskKind::Guide && step.about.is_none() {
        let message = "A step to read the guide says what is missing here.";
        let hint = "Add about, for example \"the agent's permissions\".".to_owned();
        flaws.push(Flaw::error(path.clone(), message).hint(hint));
    }
    let fits = [
        (
            "events",
            step.events.is_empty(),
            matches!(
                step.kind,
                TaskKind::Webhook | TaskKind::EventRule | TaskKind::CustomIntegration
            ),
        ),
        (
            "scopes",
            step.scopes.is_empty(),
            step.kind == TaskKind::Application,
        ),
        ("about", step.about.is_none(), step.kind == TaskKind::Guide),
        (
            "addresses",
            step.addresses.is_empty(),
            matches!(step.kind, TaskKind::AllowList | TaskKind::Cors),
        ),
    ];
    for (field, absent, known) in fits {
        if !absent && !known {
            let message = format!("A step of this kind has no \"{field}\".");
            let hint = "Choose the kind that has it, or write it in actions.".to_owned();
            flaws.push(Flaw::error(path.name(field), message).hint(hint));
        }
    }
    for (index, field) in step.fields.iter().enumerate() {
        if field.value.is_none() && field.from_vendor.is_none() && field.hint.is_none() {
            let path = path.name("fields").item(index);
            let message = "Nothing says what goes into this field.";
            let hint = "Add value, from_vendor or hint.".to_owned();
            flaws.push(Flaw::error(path, message).hint(hint));
        }
    }
    let addresses = path.name("addresses");
    match step.kind {
        TaskKind::Cors => flaws.extend(not_https(&step.addresses, &addresses)),
        TaskKind::AllowList => {
            for (index, address) in step.addresses.iter().enumerate() {
                if !is_host_or_network(address) {
                    let message = "This is not the address of a computer or a network.";
                    let hint = "Write it as 203.0.113.7, 203.0.113.0/24 or api.example.com.";
                    let flaw = Flaw::error(addresses.item(index), message);
                    flaws.push(flaw.hint(hint.to_owned()));
                }
            }
        }
        _ => {}
    }
    flaws
}

fn not_https(addresses: &[String], path: &Path) -> Vec<Flaw> {
    let bad = addresses.iter().enumerate().filter(|(_, address)| {
        !Url::parse(address).is_ok_and(|url| url.scheme() == "https" && url.has_host())
    });
    bad.map(|(index, _)| {
        let message = "This is not an address that begins with https://.";
        Flaw::error(path.item(index), message)
    })
    .collect()
}

fn is_host_or_network(text: &str) -> bool {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address, Some(bits)),
        None => (text, None),
    };
    if let Ok(address) = address.parse::<IpAddr>() {
        let most = if address.is_ipv4() { 32 } else { 128 };
        return bits.is_none_or(|bits| bits.parse::<u8>().is_ok_and(|bits| bits <= most));
    }
    let label = |label: &str| {
        !label.is_empty()
            && label
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '*')
    };
    bits.is_none() && address.contains('.') && address.split('.').all(label)
}

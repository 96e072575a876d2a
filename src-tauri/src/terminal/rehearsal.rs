//! `halyard rehearsal`: the practice tenant, served until stopped.

use std::time::Duration;

use commands::rehearse;
use rehearsal::{Options, Scenario, scenarios};
use setup::Profile;
use setup::plan::ProfileOrigin;
use setup::profile::built_in;

use super::{SOUND, Stop, answer, sentence};
use crate::arguments::Rehearsal;

pub(super) async fn run(arguments: &Rehearsal) -> Result<u8, Stop> {
    if arguments.list {
        for scenario in scenarios() {
            answer(format_args!("{:28} {}", scenario.name, scenario.shows))?;
        }
        return Ok(SOUND);
    }
    let (profile, _, scenario) =
        choose_any(&arguments.scenario, arguments.profile.as_deref()).await?;
    let options = Options {
        port: arguments.port,
        customers: arguments.customers,
        delay: Duration::from_millis(arguments.delay),
        ..rehearse::options(&profile, scenario)
    };
    let tenant = rehearsal::serve(options)
        .await
        .map_err(|error| Stop::not_examined(sentence(&error)))?;
    let running = &tenant.running;
    if arguments.json {
        let line = serde_json::json!({
            "address": running.address,
            "client_id": running.client_id,
            "client_secret": running.client_secret,
            "tenant": running.tenant,
            "profile": running.product,
            "scenario": running.scenario,
        });
        answer(format_args!("{line}"))?;
    } else {
        answer(format_args!(
            "The rehearsal tenant is ready. Its credentials are for practice only."
        ))?;
        answer(format_args!("Address:       {}", running.address))?;
        answer(format_args!("Client ID:     {}", running.client_id))?;
        answer(format_args!("Client Secret: {}", running.client_secret))?;
        answer(format_args!("Tenant:        {}", running.tenant))?;
        answer(format_args!("Profile:       {}", running.product))?;
        answer(format_args!("Scenario:      {}", running.scenario))?;
        answer(format_args!("Press Ctrl+C to stop it."))?;
    }
    tenant.stopped().await;
    Ok(SOUND)
}

/// The same, of all profiles: also of those that were kept, and those in a file.
pub(super) async fn choose_any(
    scenario: &str,
    profile: Option<&str>,
) -> Result<(Profile, ProfileOrigin, Scenario), Stop> {
    if let Some(name) = profile.filter(|id| built_in::find(id).is_none()) {
        let (profile, origin) = super::check::find_profile(name).await?;
        let (_, scenario) = choose(scenario, None)?;
        return Ok((profile, origin, scenario));
    }
    let (profile, scenario) = choose(scenario, profile)?;
    Ok((profile.clone(), ProfileOrigin::BuiltIn, scenario))
}

/// The profile and the scenario that a name and an id ask for. `healthy-<profile>` names both.
pub(crate) fn choose(
    scenario: &str,
    profile: Option<&str>,
) -> Result<(&'static Profile, Scenario), Stop> {
    let by_name = scenario.strip_prefix("healthy-").and_then(built_in::find);
    let (scenario, profile) = match by_name {
        Some(named) if profile.is_none_or(|id| id == named.id) => ("healthy", named),
        _ => (scenario, named_or_first(profile)?),
    };
    let scenario = Scenario::named(scenario).map_err(|error| {
        Stop::wrong_input(format!(
            "{} `halyard rehearsal --list` names those there are.",
            sentence(&error)
        ))
    })?;
    Ok((profile, scenario))
}

fn named_or_first(profile: Option<&str>) -> Result<&'static Profile, Stop> {
    match profile {
        Some(id) => built_in::find(id).ok_or_else(|| super::check::no_profile(id)),
        None => Ok(built_in::all().first().expect("profiles are built in")),
    }
}

//! `halyard rehearsal`: the practice tenant, served until stopped.

use std::io::Write as _;
use std::time::Duration;

use commands::rehearse;
use rehearsal::{Options, Scenario, scenarios};
use setup::Profile;
use setup::profile::built_in;

use super::{SOUND, Stop};
use crate::arguments::Rehearsal;

pub(super) async fn run(arguments: &Rehearsal) -> Result<u8, Stop> {
    if arguments.list {
        for scenario in scenarios() {
            println!("{:28} {}", scenario.name, scenario.shows);
        }
        return Ok(SOUND);
    }
    let (profile, scenario) = choose(&arguments.scenario, arguments.profile.as_deref())?;
    let options = Options {
        port: arguments.port,
        customers: arguments.customers,
        delay: Duration::from_millis(arguments.delay),
        ..rehearse::options(profile, scenario)
    };
    let tenant = rehearsal::serve(options)
        .await
        .map_err(|error| Stop::not_examined(error.to_string()))?;
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
        println!("{line}");
    } else {
        println!("The rehearsal tenant is ready. Its credentials are for practice only.");
        println!("Address:       {}", running.address);
        println!("Client ID:     {}", running.client_id);
        println!("Client Secret: {}", running.client_secret);
        println!("Tenant:        {}", running.tenant);
        println!("Profile:       {}", running.product);
        println!("Scenario:      {}", running.scenario);
        println!("Press Ctrl+C to stop it.");
    }
    // Whoever waits for the line reads it through a pipe.
    let _ = std::io::stdout().flush();
    tenant.stopped().await;
    Ok(SOUND)
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
    let scenario =
        Scenario::named(scenario).map_err(|error| Stop::wrong_input(error.to_string()))?;
    Ok((profile, scenario))
}

fn named_or_first(profile: Option<&str>) -> Result<&'static Profile, Stop> {
    match profile {
        Some(id) => built_in::find(id).ok_or_else(|| super::check::no_profile(id)),
        None => Ok(built_in::all().first().expect("profiles are built in")),
    }
}

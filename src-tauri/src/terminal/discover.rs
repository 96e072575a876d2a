//! `halyard discover`: what stands behind an address.

use std::time::Duration;

use commands::probe::{self, Looks, NoSecret, Target};
use halo::{Errand, Limits, Transport};
use setup::facts::{AddressProblem, Facts, Host};
use setup::judge::judge;
use setup::plan::ProfileOrigin;
use setup::profile::built_in;
use setup::{Answers, Plan};
use tokio_util::sync::CancellationToken;

use super::{NOT_EXAMINED, SOUND, Stop, WRONG_INPUT, answer, print_json};
use crate::arguments::Discover;

/// More than discovery ever needs.
const REQUESTS: u32 = 12;

pub(super) async fn run(arguments: &Discover) -> Result<u8, Stop> {
    let transport = Transport::new(Limits::default());
    let errand = Errand::new(
        REQUESTS,
        Duration::from_secs(arguments.timeout),
        CancellationToken::new(),
    );
    let target = Target {
        address: arguments.address.clone(),
        authorisation_server: None,
        tenant: None,
        client_id: None,
        secret: Err(NoSecret::NotStored),
    };
    match probe::find(&transport, &errand, &target, &Looks::default()).await {
        Ok(discovery) => {
            let found = probe::halo_found(&discovery);
            if arguments.json {
                print_json(&found)?;
            } else {
                answer(format_args!("Address:              {}", found.address))?;
                answer(format_args!(
                    "Resource server:      {}",
                    found.resource_server
                ))?;
                answer(format_args!(
                    "Authorisation server: {}",
                    found.authorisation_server
                ))?;
                answer(format_args!(
                    "Tenant:               {}",
                    found.tenant.as_deref().unwrap_or("not told")
                ))?;
                answer(format_args!(
                    "Product:              {}",
                    found.product.as_deref().unwrap_or("not told")
                ))?;
                answer(format_args!(
                    "Version:              {}",
                    found.version.as_deref().unwrap_or("not told")
                ))?;
            }
            Ok(SOUND)
        }
        Err(problem) => {
            let code = match problem {
                AddressProblem::NotAnAddress | AddressProblem::NotHttps => WRONG_INPUT,
                _ => NOT_EXAMINED,
            };
            Err(Stop {
                code,
                sentence: words(problem),
            })
        }
    }
}

/// What the findings say about this address. The words do not depend on the profile.
fn words(problem: AddressProblem) -> String {
    let profile = built_in::all()
        .first()
        .expect("profiles are built in")
        .clone();
    let plan = Plan::make(profile, ProfileOrigin::BuiltIn, Answers::default(), None);
    let facts = Facts {
        host: Host::Failed(problem),
        ..Facts::default()
    };
    let about_address = judge(&plan, &facts)
        .into_iter()
        .find(|finding| finding.id == "address");
    let finding = about_address.expect("every check has a finding about the address");
    let fix = finding.fix.map(|fix| fix.text).unwrap_or_default();
    format!("{} {fix}", finding.detail)
}

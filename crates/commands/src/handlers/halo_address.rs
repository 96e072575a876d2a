//! The Halo: looked for at what was typed, then confirmed by the admin.

use std::time::Duration;

use setup::facts::{AddressProblem, Facts, Host};
use setup::finding::Finding;
use setup::judge::judge;
use store::Connection;
use tokio_util::sync::CancellationToken;

use crate::error::CommandError;
use crate::handlers::credentials::set_secret_aside;
use crate::handlers::view::{view, view_of};
use crate::probe::{self, Focus, Looks, NoSecret, Target};
use crate::saved::{self, SavedHalo};
use crate::wire::{FieldReply, Found, HaloConfirmed, TypedAddress};
use crate::wizard::Wizard;
use crate::{check, words};

/// How long the search for a Halo may take: a person waits for it.
const TIME: Duration = Duration::from_secs(20);

/// Looks for a Halo at what was typed. What was typed is kept whatever comes of it.
pub async fn find_halo(wizard: &Wizard, request: TypedAddress) -> Result<Found, CommandError> {
    let before = wizard.connection(&request.connection).await?;
    let typed = request.address.trim();
    if before.address.as_deref() != Some(typed) {
        set_secret_aside(wizard, &before).await?;
    }
    wizard
        .store()
        .set_address(before.id, (!typed.is_empty()).then_some(typed))
        .await?;
    let connection = wizard.connection(&request.connection).await?;

    let facts = look(wizard, &connection).await;
    let halo = match &facts.host {
        Host::Found(found) => Some(found.clone()),
        Host::NotTried | Host::Failed(_) => None,
    };
    if let Some(found) = &halo {
        let kept = saved::saved_halo(&connection);
        let saved = SavedHalo {
            found: found.clone(),
            confirmed: kept
                .as_ref()
                .is_some_and(|kept| kept.confirmed && kept.found == *found),
            on_premises: kept
                .and_then(|kept| kept.on_premises)
                .or(found.hosted.map(|hosted| !hosted)),
        };
        keep(wizard, &connection, &saved).await?;
    }
    let plan = wizard.plan(&connection).await?;
    let field_problem = matches!(
        &facts.host,
        Host::Failed(AddressProblem::NotAnAddress | AddressProblem::NotHttps)
    );
    let finding = address_finding(judge(&plan, &facts))?;
    let field_problem = field_problem.then(|| {
        let fix = finding.fix.as_ref().map(|fix| fix.text.as_str());
        format!("{} {}", finding.detail, fix.unwrap_or_default())
    });
    Ok(Found {
        halo,
        finding,
        field_problem,
        view: view_of(wizard, &request.connection).await?,
    })
}

async fn look(wizard: &Wizard, connection: &Connection) -> Facts {
    // What the admin corrected earlier is left out: it is looked for anew.
    let target = Target {
        address: connection.address.clone().unwrap_or_default(),
        authorisation_server: None,
        tenant: None,
        client_id: None,
        secret: Err(NoSecret::NotStored),
    };
    let errand = halo::Errand::new(check::BUDGET, TIME, CancellationToken::new());
    let host = match probe::find(wizard.transport(), &errand, &target, &Looks::default()).await {
        Ok(discovery) => Host::Found(probe::halo_found(&discovery)),
        Err(problem) => Host::Failed(problem),
    };
    Facts {
        host,
        ..Facts::default()
    }
}

fn address_finding(findings: Vec<Finding>) -> Result<Finding, CommandError> {
    let focus = Focus::on(vec!["address".to_owned()]);
    findings
        .into_iter()
        .find(|finding| focus.has(&finding.id))
        .ok_or_else(CommandError::bad_request)
}

/// Keeps the servers and the tenant as the admin confirmed them.
pub async fn confirm_halo(
    wizard: &Wizard,
    request: HaloConfirmed,
) -> Result<FieldReply, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let Some(before) = saved::saved_halo(&connection) else {
        let problem = Some(words::say("entry-address-first"));
        return Ok(FieldReply {
            problem,
            field: None,
            view: view(wizard, &connection).await?,
        });
    };
    let server: halo::ServerUrl = match request.authorisation_server.trim().parse() {
        Ok(server) => server,
        Err(_) => {
            return Ok(FieldReply {
                problem: Some(words::say("entry-authorisation-server")),
                field: Some("authorisation_server".to_owned()),
                view: view(wizard, &connection).await?,
            });
        }
    };
    let tenant = request.tenant.trim();
    let mut found = before.found.clone();
    found.authorisation_elsewhere = !server.same_origin(
        &found
            .address
            .parse()
            .map_err(|_| CommandError::bad_request())?,
    );
    found.authorisation_server = server.to_string();
    found.tenant = (!tenant.is_empty()).then(|| tenant.to_owned());
    found.hosted = Some(!request.on_premises);
    if found.authorisation_server != before.found.authorisation_server
        || found.tenant != before.found.tenant
    {
        // What was learned came from another server or tenant.
        wizard.store().forget_reports(connection.id).await?;
    }
    let saved = SavedHalo {
        found,
        confirmed: true,
        on_premises: Some(request.on_premises),
    };
    keep(wizard, &connection, &saved).await?;
    Ok(FieldReply {
        problem: None,
        field: None,
        view: view_of(wizard, &request.connection).await?,
    })
}

async fn keep(
    wizard: &Wizard,
    connection: &Connection,
    halo: &SavedHalo,
) -> Result<(), CommandError> {
    let value = serde_json::to_value(halo).map_err(|_| CommandError::bad_request())?;
    wizard
        .store()
        .set_discovered(connection.id, Some(&value))
        .await?;
    Ok(())
}

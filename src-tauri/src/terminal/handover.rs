//! `halyard handover`: the vendor's form for a saved connection.

use commands::handlers::finish::form;
use commands::wizard::{plan, stored_secret};
use commands::{library, saved};
use secrecy::{ExposeSecret, SecretString};
use setup::hand_over::FilledForm;
use setup::profile::FormValue;
use store::{Connection, SecretHome};
use vault::Vault;

use super::connections::{named, open_to_read, trouble};
use super::{SOUND, Stop, answer, print_json, remark};
use crate::arguments::Handover;
use crate::folders::Kind;

pub(super) async fn run(arguments: &Handover) -> Result<u8, Stop> {
    let store = open_to_read().await?;
    let connection = named(&store, &arguments.connection).await?;
    let plan = plan(&store, &connection)
        .await
        .map_err(|error| Stop::wrong_input(error.message))?;
    let last = store
        .last_report(connection.id)
        .await
        .map_err(|error| trouble(&error))?;
    let report = last
        .as_ref()
        .and_then(saved::check)
        .map(|check| check.report);
    let form = form(&plan, &connection, report.as_ref()).ok_or_else(|| {
        Stop::wrong_input(format!("{} has no form to fill in.", plan.profile.name))
    })?;
    let secret = if arguments.reveal {
        Some(secret(&connection).await?)
    } else {
        None
    };
    let source = library::source(plan.origin);
    if arguments.json {
        print_json(&as_json(&form, source, secret.as_ref()))?;
    } else {
        if !plan.origin.is_built_in() {
            remark(format_args!(
                "This form is of a profile that is not built in: it came from a file. See that you trust it before you enter anything."
            ));
        }
        print(&form, secret.as_ref())?;
    }
    Ok(SOUND)
}

/// The connection's secret from the keychain.
pub(super) async fn secret(connection: &Connection) -> Result<SecretString, Stop> {
    let missing = || {
        Stop::not_examined(format!(
            "There is no Client Secret stored for “{}”. Open the wizard and paste it again.",
            connection.name
        ))
    };
    if connection.secret_home != SecretHome::Keychain {
        return Err(missing());
    }
    let keychain = Vault::system(&Kind::Real.keychain_service());
    let stored = stored_secret(&keychain, connection).await;
    let stored = stored.map_err(|error| Stop::not_examined(error.message))?;
    stored.ok_or_else(missing)
}

fn print(form: &FilledForm, secret: Option<&SecretString>) -> Result<(), Stop> {
    answer(format_args!("{}", form.path.join(" > ")))?;
    for row in &form.rows {
        let value = match (row.meaning, secret) {
            (FormValue::ClientSecret, Some(secret)) => secret.expose_secret(),
            (FormValue::ClientSecret, None) => "(stored; --reveal shows it)",
            _ if row.leave_empty => "(leave empty)",
            _ => row.text.as_deref().unwrap_or("(not known yet)"),
        };
        answer(format_args!("{}: {value}", row.label))?;
    }
    Ok(())
}

fn as_json(form: &FilledForm, source: &str, secret: Option<&SecretString>) -> serde_json::Value {
    let rows: Vec<serde_json::Value> = form
        .rows
        .iter()
        .map(|row| {
            let is_secret = row.meaning == FormValue::ClientSecret;
            let revealed = secret
                .filter(|_| is_secret)
                .map(|secret| secret.expose_secret().to_owned());
            serde_json::json!({
                "label": row.label,
                "value": revealed.or_else(|| row.text.clone()),
                "secret": is_secret,
                "leave_empty": row.leave_empty,
                "hint": row.hint,
            })
        })
        .collect();
    serde_json::json!({ "schema": 1, "source": source, "path": form.path, "link": form.link, "fields": rows, "finish_with": form.finish_with })
}

//! Which integration on which of the vendor's servers a mapping is written to: the number that the
//! vendor gave to it is typed by the admin, because no list of integrations can be read.

use serde_json::json;

use super::writing::view;
use super::{At, reader};
use crate::error::CommandError;
use crate::mapping::Broken;
use crate::mapping::writing::Server;
use crate::saved::LIST_WRITER;
use crate::wire::{IntegrationNumber, WritingReply};
use crate::wizard::Wizard;
use crate::words;

/// The longest number that an integration has, in digits.
const MOST_DIGITS: usize = 12;

/// Keeps the number that the vendor gave to the integration.
pub async fn set_integration_number(
    wizard: &Wizard,
    request: IntegrationNumber,
) -> Result<WritingReply, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    let problem = match integration(&request.number) {
        Ok(number) if kept_number(&at) != Some(number) => {
            wizard
                .writings()
                .forget_plan(at.connection.id, &at.spec.key);
            let kept = json!({ "integration": number });
            let store = wizard.store();
            store
                .set_answer(at.connection.id, &answer(&at), &kept)
                .await?;
            None
        }
        Ok(_) => None,
        Err(problem) => Some(problem),
    };
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let view = view(wizard, &at).await?;
    Ok(WritingReply { problem, view })
}

/// The server with its key, and the integration.
pub(super) async fn server(wizard: &Wizard, at: &At) -> Result<Server, Broken> {
    let known = reader::address_and_key(wizard, at).await;
    let (origin, key) = known.map_err(Broken::Because)?;
    let integration = kept_number(at);
    let integration =
        integration.ok_or_else(|| Broken::Because(words::say("writing-number-missing")))?;
    Ok(Server {
        transport: wizard.transport().clone(),
        origin,
        key,
        integration,
    })
}

/// The server's name, as it is shown.
pub(super) fn host(server: &Server) -> String {
    server.origin.host_str().unwrap_or_default().to_owned()
}

fn answer(at: &At) -> String {
    format!("{LIST_WRITER}{}", at.spec.key)
}

/// The number that was typed last.
pub(super) fn kept_number(at: &At) -> Option<u64> {
    at.connection.answers.get(&answer(at))?["integration"].as_u64()
}

/// The number as typed, or what is wrong with it.
fn integration(typed: &str) -> Result<u64, String> {
    let typed = typed.trim();
    let is_number = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    let number = typed.parse().ok().filter(|number| *number > 0);
    number
        .filter(|_| is_number && typed.len() <= MOST_DIGITS)
        .ok_or_else(|| words::say("writing-number-wrong"))
}

//! Where the vendor's API is, and its key: one way in, no way out.
//!
//! When a key is deleted is in [`reader_key`].

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use store::SecretHome;
use url::Url;

use super::{At, reader_key};
use crate::error::CommandError;
use crate::handlers::clipboard::clear_if;
use crate::handlers::connections::keychain_error;
use crate::mapping as at_work;
use crate::saved::{LIST_READER, list_key};
use crate::wire::{ByMapping, ReaderAddress, ReaderReply, ReaderView, TypedReaderKey};
use crate::wizard::Wizard;
use crate::{pasted, words};

/// The shortest text that can be a key, in characters.
const SHORTEST: usize = 8;
/// The longest.
const LONGEST: usize = 512;

/// Keeps where the vendor's API is.
pub async fn set_reader_address(
    wizard: &Wizard,
    request: ReaderAddress,
) -> Result<ReaderReply, CommandError> {
    let at = At::with_reader(wizard, &request.connection, &request.mapping).await?;
    match at_work::origin(&request.address) {
        Ok(origin) => {
            match address(&at) {
                Some(before) if before != origin => {
                    reader_key::leave(wizard, &at, &before).await?;
                    note(wizard, &at, &origin, false).await?;
                }
                Some(_) => {}
                None => note(wizard, &at, &origin, false).await?,
            }
            let at = At::with_reader(wizard, &request.connection, &request.mapping).await?;
            reply(wizard, &at, None).await
        }
        Err(problem) => reply(wizard, &at, Some(problem)).await,
    }
}

/// Takes the key of the vendor's API from the clipboard, and off it once it is stored.
pub async fn paste_reader_key(
    wizard: &Wizard,
    request: ByMapping,
) -> Result<ReaderReply, CommandError> {
    let at = At::with_reader(wizard, &request.connection, &request.mapping).await?;
    let on_clipboard = wizard.host().clipboard_text()?;
    let on_clipboard = on_clipboard.filter(|text| !text.expose_secret().trim().is_empty());
    let Some(on_clipboard) = on_clipboard else {
        let problem = words::say("mapping-reader-key-nothing");
        return reply(wizard, &at, Some(problem)).await;
    };
    let taken = take(wizard, &at, &on_clipboard).await?;
    if taken.problem.is_none() {
        clear_if(wizard.host().as_ref(), &on_clipboard);
    }
    Ok(taken)
}

/// Takes the key of the vendor's API from the page's field.
pub async fn type_reader_key(
    wizard: &Wizard,
    request: TypedReaderKey,
) -> Result<ReaderReply, CommandError> {
    let at = At::with_reader(wizard, &request.connection, &request.mapping).await?;
    take(wizard, &at, &request.key).await
}

/// Deletes the key of the vendor's API, for every connection that uses it.
pub async fn forget_reader_key(
    wizard: &Wizard,
    request: ByMapping,
) -> Result<ReaderReply, CommandError> {
    let at = At::with_reader(wizard, &request.connection, &request.mapping).await?;
    if let Some(origin) = address(&at) {
        reader_key::forget(wizard, &at, &origin).await?;
    }
    let at = At::with_reader(wizard, &request.connection, &request.mapping).await?;
    reply(wizard, &at, None).await
}

/// The address and the key, or why there is none, as a sentence.
pub(super) async fn address_and_key(
    wizard: &Wizard,
    at: &At,
) -> Result<(Url, SecretString), String> {
    let origin = address(at).ok_or_else(|| words::say("mapping-reader-no-address"))?;
    let key = list_key(&origin);
    if let Ok(Some(secret)) = wizard.session().read(&key).await {
        return Ok((origin, secret));
    }
    if !stored(at) {
        return Err(words::say("mapping-reader-no-key"));
    }
    match wizard.keychain().read(&key).await {
        Ok(Some(secret)) => Ok((origin, secret)),
        Ok(None) => Err(words::say("mapping-reader-no-key")),
        Err(_) => Err(words::say("mapping-reader-keychain-closed")),
    }
}

/// The reader as the page shows it; `None` where the profile names none.
pub(super) async fn view(wizard: &Wizard, at: &At) -> Option<ReaderView> {
    at.spec.reader?;
    let origin = address(at);
    let in_memory = match &origin {
        Some(origin) => {
            let held = wizard.session().read(&list_key(origin)).await;
            matches!(held, Ok(Some(_)))
        }
        None => false,
    };
    Some(ReaderView {
        has_key: in_memory || stored(at),
        address: origin.map(|origin| origin.as_str().trim_end_matches('/').to_owned()),
    })
}

impl At {
    async fn with_reader(
        wizard: &Wizard,
        connection: &str,
        mapping: &str,
    ) -> Result<Self, CommandError> {
        let at = Self::find(wizard, connection, mapping).await?;
        match at.spec.reader {
            Some(_) => Ok(at),
            None => Err(CommandError::bad_request()),
        }
    }
}

/// Stores a key under the server it belongs to.
async fn take(wizard: &Wizard, at: &At, typed: &SecretString) -> Result<ReaderReply, CommandError> {
    let Some(origin) = address(at) else {
        let problem = words::say("mapping-reader-no-address");
        return reply(wizard, at, Some(problem)).await;
    };
    let text = pasted::clean(typed.expose_secret());
    let length = text.chars().count();
    let is_word = text.chars().all(|letter| letter.is_ascii_graphic());
    if !is_word || !(SHORTEST..=LONGEST).contains(&length) {
        let problem = words::say("mapping-reader-key-shape");
        return reply(wizard, at, Some(problem)).await;
    }
    let (home, kind) = wizard.home_of_new_secrets();
    let in_keychain = kind == SecretHome::Keychain;
    if home
        .save(&list_key(&origin), SecretString::from(text))
        .await
        .is_err()
    {
        return Err(keychain_error(wizard.keychain().probe().await));
    }
    let noted = reader_key::only_in(wizard, at, &origin, in_keychain).await?;
    note(wizard, at, &origin, noted).await?;
    let at = At::with_reader(wizard, &at.connection.id.to_string(), &at.spec.key).await?;
    reply(wizard, &at, None).await
}

/// Notes the address and whether its key is in the keychain.
pub(super) async fn note(
    wizard: &Wizard,
    at: &At,
    origin: &Url,
    key: bool,
) -> Result<(), CommandError> {
    let value = json!({ "address": origin.as_str(), "key": key });
    wizard
        .store()
        .set_answer(at.connection.id, &answer(at), &value)
        .await?;
    Ok(())
}

pub(super) fn answer(at: &At) -> String {
    format!("{LIST_READER}{}", at.spec.key)
}

fn address(at: &At) -> Option<Url> {
    at.connection.answers.get(&answer(at))?["address"]
        .as_str()?
        .parse()
        .ok()
}

/// The key is in the keychain.
pub(super) fn stored(at: &At) -> bool {
    let noted = at.connection.answers.get(&answer(at));
    noted.is_some_and(|noted| noted["key"] == Value::Bool(true))
}

async fn reply(
    wizard: &Wizard,
    at: &At,
    problem: Option<String>,
) -> Result<ReaderReply, CommandError> {
    let mut open = at.open(wizard).await?;
    Ok(ReaderReply {
        problem,
        view: at.view(wizard, open.board()).await,
    })
}

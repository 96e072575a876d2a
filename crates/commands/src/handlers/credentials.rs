//! Client ID and Client Secret: recognised, tested with Halo at once, then stored.
//!
//! A secret is stored only after Halo has recognised it, or when Halo could not be asked: Halo
//! shows it once, so a secret is never thrown away because of a mistyped Client ID. What Halo did
//! not recognise is held in memory to be tried again.

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use setup::facts::{SignIn, SignInProblem};
use setup::finding::Finding;
use store::Connection;
use tokio_util::sync::CancellationToken;
use vault::SecretKey;

use crate::check::{self, Checked};
use crate::error::CommandError;
use crate::handlers::clipboard::clear_if;
use crate::handlers::connections::{keychain_error, remove_secret};
use crate::handlers::view::{view, view_of};
use crate::pasted::{self, Pasted};
use crate::probe::{Focus, Looks, NoSecret};
use crate::wire::{
    ByConnection, ConnectionView, FieldReply, SecretReply, TypedClientId, TypedSecret,
};
use crate::wizard::{self, Wizard, secret_key};
use crate::words;

/// How long the test of a secret may take: a person waits for it.
const SHORT: Duration = Duration::from_secs(30);

/// The shortest text that can be a secret, in characters.
const SHORTEST: usize = 16;

/// Keeps the Client ID.
pub async fn set_client_id(
    wizard: &Wizard,
    request: TypedClientId,
) -> Result<FieldReply, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let text = pasted::clean(&request.text);
    let problem = match pasted::recognise(text) {
        Pasted::ClientId => None,
        Pasted::Nothing => Some("entry-client-id-nothing"),
        Pasted::ClientSecret | Pasted::PartOfSecret => Some("entry-client-id-is-secret"),
        Pasted::Address => Some("entry-client-id-is-address"),
        Pasted::SeveralWords | Pasted::Other => Some("entry-client-id-shape"),
    };
    if problem.is_none() && connection.client_id.as_deref() != Some(text) {
        set_secret_aside(wizard, &connection).await?;
        wizard
            .store()
            .set_client_id(connection.id, Some(text))
            .await?;
    }
    Ok(FieldReply {
        problem: problem.map(words::say),
        field: None,
        view: view_of(wizard, &request.connection).await?,
    })
}

/// Takes the Client Secret from the clipboard. Once it is stored, it is taken off there.
pub async fn paste_secret(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<SecretReply, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let Some(on_clipboard) = wizard.host().clipboard_text()? else {
        return not_stored(
            wizard,
            &connection,
            0,
            words::say("entry-secret-no-clipboard"),
        )
        .await;
    };
    let reply = take(wizard, &connection, &on_clipboard).await?;
    if reply.stored {
        clear_if(wizard.host().as_ref(), &on_clipboard);
    }
    Ok(reply)
}

/// Takes the Client Secret from the page's field.
pub async fn type_secret(
    wizard: &Wizard,
    request: TypedSecret,
) -> Result<SecretReply, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    take(wizard, &connection, &request.secret).await
}

/// Tries the secret again that Halo did not accept.
pub async fn retry_secret(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<SecretReply, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let held = wizard.pending().read(&pending_key(&connection)).await;
    match held.ok().flatten() {
        Some(secret) => test_and_store(wizard, &connection, secret).await,
        None => {
            not_stored(
                wizard,
                &connection,
                0,
                words::say("entry-secret-not-pending"),
            )
            .await
        }
    }
}

/// Deletes the stored secret.
pub async fn forget_secret(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<ConnectionView, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    remove_secret(wizard, &connection).await?;
    release(wizard, &connection).await;
    view_of(wizard, &request.connection).await
}

/// Takes the stored secret into memory before the Client ID or the address changes, which it is
/// stored under: it may well belong to the new one, and is tried again with it.
pub(crate) async fn set_secret_aside(
    wizard: &Wizard,
    connection: &Connection,
) -> Result<(), CommandError> {
    match wizard.secret(connection).await {
        Ok(secret) => {
            hold(wizard, connection, secret).await;
            remove_secret(wizard, connection).await
        }
        Err(NoSecret::NotStored) => Ok(()),
        // Going on would leave the entry in the keychain with nobody who knows of it.
        Err(NoSecret::KeychainClosed) => Err(keychain_error(wizard.keychain().probe().await)),
    }
}

/// A secret that Halo has not accepted yet is held for this connection.
pub(crate) async fn is_pending(wizard: &Wizard, connection: &Connection) -> bool {
    matches!(
        wizard.pending().read(&pending_key(connection)).await,
        Ok(Some(_))
    )
}

/// Recognises what arrived; what can be a secret is tested and stored.
async fn take(
    wizard: &Wizard,
    connection: &Connection,
    arrived: &SecretString,
) -> Result<SecretReply, CommandError> {
    let text = pasted::clean(arrived.expose_secret());
    let characters = text.chars().count();
    let problem = match pasted::recognise(text) {
        Pasted::Nothing => Some(words::say("entry-secret-nothing")),
        Pasted::ClientId => Some(words::say("entry-secret-is-client-id")),
        Pasted::Address => Some(words::say("entry-secret-is-address")),
        Pasted::SeveralWords => Some(words::say("entry-secret-is-words")),
        Pasted::PartOfSecret => Some(words::say_count(
            "entry-secret-part",
            "characters",
            characters,
        )),
        Pasted::Other if characters < SHORTEST => Some(words::say("entry-secret-short")),
        Pasted::Other | Pasted::ClientSecret => None,
    };
    match problem {
        Some(problem) => not_stored(wizard, connection, characters, problem).await,
        None => test_and_store(wizard, connection, SecretString::from(text)).await,
    }
}

/// Signs in with the secret; stores it unless Halo does not recognise it.
async fn test_and_store(
    wizard: &Wizard,
    connection: &Connection,
    secret: SecretString,
) -> Result<SecretReply, CommandError> {
    let characters = secret.expose_secret().chars().count();
    let Some(key) = secret_key(connection) else {
        hold(wizard, connection, secret).await;
        let problem = words::say("entry-secret-client-id-first");
        return not_stored(wizard, connection, characters, problem).await;
    };
    let checked = Box::pin(test(wizard, connection, secret.clone())).await?;
    let finding = credentials(&checked);
    if checked.facts.sign_in == SignIn::Failed(SignInProblem::ClientNotRecognised) {
        hold(wizard, connection, secret).await;
        let mut reply = not_stored(wizard, connection, characters, String::new()).await?;
        reply.problem = None;
        reply.finding = finding;
        return Ok(reply);
    }

    let (home, secret_home) = wizard.home_of_new_secrets();
    let kept = home.save(&key, secret.clone()).await;
    match kept {
        Ok(()) => {
            wizard
                .store()
                .set_secret_home(connection.id, secret_home)
                .await?;
            release(wizard, connection).await;
        }
        Err(_) => hold(wizard, connection, secret).await,
    }
    let problem = kept.err().map(|error| {
        format!(
            "{} {}",
            words::say(match checked.facts.sign_in {
                SignIn::Issued(_) => "entry-secret-keychain",
                SignIn::NotTried | SignIn::Failed(_) => "entry-secret-not-kept",
            }),
            keychain_error(error.into()).message
        )
    });
    Ok(SecretReply {
        stored: problem.is_none(),
        characters: count(characters),
        problem,
        finding,
        view: Box::pin(view_of(wizard, &connection.id.to_string())).await?,
    })
}

/// Asks Halo for a token with this secret, and for nothing else.
async fn test(
    wizard: &Wizard,
    connection: &Connection,
    secret: SecretString,
) -> Result<Checked, CommandError> {
    let plan = wizard.plan(connection).await?;
    let target = wizard::target(connection, Ok(secret));
    let focus = Focus::on(vec!["address".to_owned(), "credentials".to_owned()]);
    let (looks, cancel) = (Looks::default(), CancellationToken::new());
    Ok(check::check(
        wizard.transport(),
        &plan,
        &target,
        &focus,
        None,
        &looks,
        cancel,
        SHORT,
    )
    .await)
}

/// The finding about the credentials; the one about the address where that comes first.
fn credentials(checked: &Checked) -> Option<Finding> {
    let about = match checked.facts.sign_in {
        SignIn::NotTried => "address",
        SignIn::Issued(_) | SignIn::Failed(_) => "credentials",
    };
    checked
        .report
        .findings
        .iter()
        .find(|finding| finding.id == about)
        .cloned()
}

async fn not_stored(
    wizard: &Wizard,
    connection: &Connection,
    characters: usize,
    problem: String,
) -> Result<SecretReply, CommandError> {
    Ok(SecretReply {
        stored: false,
        characters: count(characters),
        problem: Some(problem),
        finding: None,
        view: Box::pin(view(wizard, connection)).await?,
    })
}

fn count(characters: usize) -> u32 {
    u32::try_from(characters).unwrap_or(u32::MAX)
}

/// Holds a secret in memory, to be tried again. Memory does not fail.
async fn hold(wizard: &Wizard, connection: &Connection, secret: SecretString) {
    if wizard
        .pending()
        .save(&pending_key(connection), secret)
        .await
        .is_err()
    {
        tracing::warn!("a secret could not be held in memory");
    }
}

async fn release(wizard: &Wizard, connection: &Connection) {
    if wizard
        .pending()
        .remove(&pending_key(connection))
        .await
        .is_err()
    {
        tracing::warn!("a secret held in memory could not be removed");
    }
}

fn pending_key(connection: &Connection) -> SecretKey {
    SecretKey::halo("pending", &connection.id.to_string())
}

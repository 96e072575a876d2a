//! A saved connection: made through the wizard's own commands, in the folder and the keychain
//! where the program looks for it.

use std::path::PathBuf;
use std::sync::Arc;

use commands::host::{Host, HostError};
use commands::rehearse;
use commands::wire::Colours;
use commands::wizard::{Parts, Wizard};
use futures::future::BoxFuture;
use halo::{Limits, Transport};
use rehearsal::{Scenario, Tenant};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use setup::profile::built_in;
use store::Store;
use url::Url;
use vault::{SecretKey, Vault};

/// The name under which the program keeps its folder and its secrets.
const IDENTIFIER: &str = "app.halyard.wizard";
/// A name with a space and a letter beyond ASCII, as people give them.
pub(crate) const NAME: &str = "Acme → Moovila";

/// No desktop: nothing that is saved needs one.
struct NoDesktop;

impl Host for NoDesktop {
    fn clipboard_text(&self) -> Result<Option<SecretString>, HostError> {
        Err(HostError::Clipboard)
    }

    fn copy_text(&self, _: &str) -> Result<(), HostError> {
        Err(HostError::Clipboard)
    }

    fn copy_secret(&self, _: &SecretString) -> Result<(), HostError> {
        Err(HostError::Clipboard)
    }

    fn clear_clipboard(&self) -> Result<(), HostError> {
        Err(HostError::Clipboard)
    }

    fn open(&self, _: &Url) -> Result<(), HostError> {
        Err(HostError::Browser)
    }

    fn save_file<'a>(
        &'a self,
        _: &'a str,
        _: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async { Err(HostError::File) })
    }

    fn choose_place<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async { Err(HostError::File) })
    }

    fn choose_file<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async { Ok(None) })
    }

    fn show_window(&self) {}

    fn set_colours(&self, _: Colours) {}
}

/// Where the program keeps its connections in this session.
pub(crate) fn folder() -> PathBuf {
    let data = std::env::var_os("XDG_DATA_HOME").expect("a session has one");
    PathBuf::from(data).join(IDENTIFIER).join("connections")
}

/// A tenant for the profile of the saved connection.
pub(crate) async fn tenant() -> Tenant {
    let profile = built_in::find("moovila").expect("it is built in");
    rehearsal::serve(rehearse::options(profile, Scenario::healthy()))
        .await
        .expect("a free port")
}

/// Saves a connection to this tenant as the wizard does, and closes the wizard.
pub(crate) async fn save_connection(tenant: &Tenant) {
    let wizard = Wizard::new(Parts {
        store: Store::open(&folder()).await.expect("a store").store,
        keychain: Vault::system(IDENTIFIER),
        transport: Transport::new(Limits::default()),
        host: Arc::new(NoDesktop),
        practice: None,
        notice: None,
        clock: commands::Clock::system(),
    });
    let running = &tenant.running;
    let view = call(
        &wizard,
        "create_connection",
        json!({ "profile": "moovila" }),
    )
    .await;
    let id = view["id"].clone();
    let name = json!({ "connection": id, "name": NAME });
    call(&wizard, "rename_connection", name).await;
    let address = json!({ "connection": id, "address": running.address });
    let found = call(&wizard, "find_halo", address).await;
    assert_eq!(found["finding"]["status"], "passed", "{found}");
    let confirmed = json!({
        "connection": id,
        "authorisation_server": found["halo"]["authorisation_server"],
        "tenant": running.tenant,
        "on_premises": false,
    });
    call(&wizard, "confirm_halo", confirmed).await;
    let client_id = json!({ "connection": id, "text": running.client_id });
    call(&wizard, "set_client_id", client_id).await;
    let secret = json!({ "connection": id, "secret": running.client_secret });
    let kept = call(&wizard, "type_secret", secret).await;
    assert_eq!(kept["stored"], true, "{kept}");
}

/// Notes with the connection that a test ticket may have been made, as an interrupted trial does.
pub(crate) async fn note_test_ticket(tenant: &Tenant) {
    let store = Store::open(&folder()).await.expect("a store").store;
    let saved = store.connection_by_name(NAME).await.expect("a store");
    let noted = json!({
        "mark": "halyard-1", "halo": tenant.running.address,
        "customer": { "id": 1, "name": "Acme" }, "ticket_type": { "id": 1, "name": "Incident" },
        "afterwards": "delete", "begun": "2026-01-02T03:04:05Z", "ended": null,
        "ticket": { "is": "perhaps" }, "tried": [], "came_back": null,
    });
    let id = saved.expect("it was saved").id;
    let noting = store.set_answer(id, "test-ticket", &noted).await;
    noting.expect("noted");
}

async fn call(wizard: &Wizard, name: &str, request: Value) -> Value {
    commands::contract::dispatch(wizard, name, request)
        .await
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The secret of the connection to this tenant, as the keychain has it now.
pub(crate) async fn kept_secret(tenant: &Tenant) -> Option<String> {
    let key = SecretKey::halo(&tenant.running.address, &tenant.running.client_id);
    let kept = Vault::system(IDENTIFIER).read(&key).await;
    let kept = kept.expect("the keychain is open");
    kept.map(|secret| secret.expose_secret().to_owned())
}

/// Takes the secret out of the keychain behind the program's back.
pub(crate) async fn take_out(tenant: &Tenant) {
    let key = SecretKey::halo(&tenant.running.address, &tenant.running.client_id);
    let removed = Vault::system(IDENTIFIER).remove(&key).await;
    removed.expect("the keychain is open");
}

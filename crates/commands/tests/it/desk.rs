//! A host that is nothing but the trait, and a wizard on a tenant of its own.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use commands::host::{Host, HostError};
use commands::wire::Colours;
use commands::wizard::{Parts, Wizard};
use commands::{Clock, CommandError, rehearse};
use futures::future::BoxFuture;
use halo::{Limits, Transport};
use jiff::Timestamp;
use rehearsal::{Scenario, Tenant};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use setup::profile::built_in;
use store::{Store, StoreError};
use tempfile::TempDir;
use url::Url;
use vault::Vault;

/// What the trait asks for, in memory.
#[derive(Default)]
pub(crate) struct Desk {
    pub(crate) clipboard: Mutex<Option<SecretString>>,
    pub(crate) opened: Mutex<Vec<Url>>,
    pub(crate) saved: Mutex<Option<Vec<u8>>>,
    /// What time it is, where a test says so.
    pub(crate) now: Arc<Mutex<Option<Timestamp>>>,
    /// What the file dialog is answered with.
    pub(crate) chosen: Mutex<Option<PathBuf>>,
    /// In which folder files are saved; nowhere when the admin chooses no place.
    pub(crate) saves_in: Mutex<Option<PathBuf>>,
    /// The names that were suggested for them, one for each time that was asked.
    pub(crate) suggested: Mutex<Vec<String>>,
}

impl Desk {
    /// Says what time it is from now on.
    pub(crate) fn set_clock(&self, now: &str) {
        let now = now.parse().expect("a time");
        *self.now.lock().expect("there") = Some(now);
    }

    fn clock(&self) -> Clock {
        let now = self.now.clone();
        Clock::of(move || now.lock().expect("there").unwrap_or_else(Timestamp::now))
    }

    pub(crate) fn put(&self, text: &str) {
        *self.clipboard.lock().expect("there") = Some(text.into());
    }

    pub(crate) fn text(&self) -> Option<String> {
        self.clipboard
            .lock()
            .expect("there")
            .as_ref()
            .map(|text| text.expose_secret().to_owned())
    }
}

impl Host for Desk {
    fn clipboard_text(&self) -> Result<Option<SecretString>, HostError> {
        Ok(self.clipboard.lock().expect("there").clone())
    }

    fn copy_text(&self, text: &str) -> Result<(), HostError> {
        self.put(text);
        Ok(())
    }

    fn copy_secret(&self, secret: &SecretString) -> Result<(), HostError> {
        self.put(secret.expose_secret());
        Ok(())
    }

    fn clear_clipboard(&self) -> Result<(), HostError> {
        *self.clipboard.lock().expect("there") = None;
        Ok(())
    }

    fn open(&self, link: &Url) -> Result<(), HostError> {
        self.opened.lock().expect("there").push(link.clone());
        Ok(())
    }

    fn save_file<'a>(
        &'a self,
        suggested_name: &'a str,
        contents: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        *self.saved.lock().expect("there") = Some(contents.to_vec());
        Box::pin(async move { Ok(Some(PathBuf::from(suggested_name))) })
    }

    fn choose_place<'a>(
        &'a self,
        suggested_name: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        let mut suggested = self.suggested.lock().expect("there");
        suggested.push(suggested_name.to_owned());
        let folder = self.saves_in.lock().expect("there").clone();
        Box::pin(async move { Ok(folder.map(|folder| folder.join(suggested_name))) })
    }

    fn choose_file<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        let chosen = self.chosen.lock().expect("there").clone();
        Box::pin(async move { Ok(chosen) })
    }

    fn show_window(&self) {}

    fn set_colours(&self, _: Colours) {}
}

/// A wizard, its desk and the tenant it works with.
pub(crate) struct Stage {
    pub(crate) wizard: Wizard,
    pub(crate) store: Store,
    pub(crate) desk: Arc<Desk>,
    pub(crate) tenant: Tenant,
    pub(crate) folder: TempDir,
    pub(crate) keychain: Vault,
    pub(crate) profile: &'static str,
}

impl Stage {
    /// A wizard on a tenant in this scenario, for this profile.
    pub(crate) async fn set(profile: &'static str, scenario: &str) -> Self {
        let found = built_in::find(profile).expect("a built-in profile");
        let scenario = Scenario::named(scenario).expect("a scenario");
        Self::on(profile, rehearse::options(found, scenario)).await
    }

    /// A wizard on a healthy tenant that takes this long for every reply.
    pub(crate) async fn set_slow(profile: &'static str, delay: Duration) -> Self {
        let found = built_in::find(profile).expect("a built-in profile");
        let mut options = rehearse::options(found, Scenario::healthy());
        options.delay = delay;
        Self::on(profile, options).await
    }

    /// A wizard on a healthy tenant with so many customers.
    pub(crate) async fn set_large(profile: &'static str, customers: usize) -> Self {
        let found = built_in::find(profile).expect("a built-in profile");
        let mut options = rehearse::options(found, Scenario::healthy());
        options.customers = customers;
        Self::on(profile, options).await
    }

    async fn on(profile: &'static str, options: rehearsal::Options) -> Self {
        let tenant = rehearsal::serve(options).await.expect("a free port");
        let folder = tempfile::tempdir().expect("a folder");
        let desk = Arc::new(Desk::default());
        *desk.saves_in.lock().expect("there") = Some(folder.path().to_owned());
        let keychain = Vault::session();
        let store = Store::open(folder.path()).await.expect("a store").store;
        let wizard = Self::wizard(store.clone(), &desk, &tenant, keychain.clone());
        Self {
            wizard,
            store,
            desk,
            tenant,
            folder,
            keychain,
            profile,
        }
    }

    /// The same after the program was closed and opened again: only what is on the disk and in
    /// the keychain is left.
    pub(crate) async fn restarted(self) -> Self {
        let Self {
            wizard,
            store,
            desk,
            tenant,
            folder,
            keychain,
            profile,
        } = self;
        drop((wizard, store));
        // What ran in the background lets go of the folder a moment after it has ended.
        let opening = async {
            loop {
                match Store::open(folder.path()).await {
                    Err(StoreError::InUse) => tokio::task::yield_now().await,
                    opened => break opened.expect("a store").store,
                }
            }
        };
        let opened = tokio::time::timeout(Duration::from_secs(20), opening).await;
        let store = opened.expect("nothing holds the folder any more");
        let wizard = Self::wizard(store.clone(), &desk, &tenant, keychain.clone());
        Self {
            wizard,
            store,
            desk,
            tenant,
            folder,
            keychain,
            profile,
        }
    }

    /// Another program on the same file: what it knows of this one is on the disk.
    pub(crate) async fn beside(&self) -> Wizard {
        let opened = Store::open_beside(self.folder.path()).await;
        let store = opened.expect("the file is there");
        Self::wizard(store, &self.desk, &self.tenant, self.keychain.clone())
    }

    fn wizard(store: Store, desk: &Arc<Desk>, tenant: &Tenant, keychain: Vault) -> Wizard {
        Wizard::new(Parts {
            store,
            keychain,
            transport: Transport::new(Limits::default()),
            host: desk.clone(),
            practice: Some(rehearse::practice(tenant)),
            notice: None,
            clock: desk.clock(),
        })
    }

    /// Calls a command as the page does: JSON in, JSON out.
    pub(crate) async fn call(&self, name: &str, request: Value) -> Value {
        self.try_call(name, request)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub(crate) async fn try_call(&self, name: &str, request: Value) -> Result<Value, CommandError> {
        commands::contract::dispatch(&self.wizard, name, request).await
    }

    /// A new connection with its Halo found and confirmed.
    pub(crate) async fn connected(&self) -> String {
        let view = self
            .call("create_connection", json!({ "profile": self.profile }))
            .await;
        let id = view["id"].as_str().expect("an id").to_owned();
        let address = self.tenant.running.address.clone();
        let found = self
            .call("find_halo", json!({ "connection": id, "address": address }))
            .await;
        assert_eq!(found["finding"]["status"], "passed", "{}", found["finding"]);
        let halo = &found["halo"];
        let confirmed = self
            .call(
                "confirm_halo",
                json!({
                    "connection": id,
                    "authorisation_server": halo["authorisation_server"],
                    "tenant": halo["tenant"].as_str().unwrap_or_default(),
                    "on_premises": false,
                }),
            )
            .await;
        assert_eq!(confirmed["problem"], Value::Null);
        id
    }

    /// The same with the credentials of the tenant stored.
    pub(crate) async fn signed_in(&self) -> String {
        let id = self.connected().await;
        let running = &self.tenant.running;
        self.call(
            "set_client_id",
            json!({ "connection": id, "text": running.client_id }),
        )
        .await;
        self.desk.put(&running.client_secret);
        let reply = self.call("paste_secret", json!({ "connection": id })).await;
        assert_eq!(reply["stored"], true, "{reply}");
        id
    }

    /// Runs a check to its end and gives how it ended.
    pub(crate) async fn check(&self, id: &str, findings: Option<&[&str]>) -> Value {
        let started = self
            .call(
                "start_check",
                json!({ "connection": id, "findings": findings }),
            )
            .await;
        let run = started["run"].clone();
        let mut seen = json!(0);
        loop {
            let progress = self
                .call("watch_check", json!({ "run": run, "seen": seen }))
                .await;
            seen = progress["version"].clone();
            if !progress["ended"].is_null() {
                return progress["ended"].clone();
            }
        }
    }
}

/// The finding with this id in a list of findings.
pub(crate) fn finding<'a>(findings: &'a Value, id: &str) -> &'a Value {
    let list = findings.as_array().expect("a list of findings");
    list.iter()
        .find(|finding| finding["id"] == id)
        .unwrap_or_else(|| panic!("no finding {id}"))
}

/// The state of a task in a connection's view.
pub(crate) fn task(view: &Value, kind: &str) -> String {
    let tasks = view["tasks"].as_array().expect("tasks");
    let task = tasks.iter().find(|task| task["step"]["kind"] == kind);
    task.unwrap_or_else(|| panic!("no task {kind}"))["state"]
        .as_str()
        .expect("a state")
        .to_owned()
}

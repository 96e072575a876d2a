//! A wizard whose Halo and whose other product are servers of a test's own.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use commands::Clock;
use commands::host::{Host, HostError};
use commands::wire::Colours;
use commands::wizard::{Parts, Wizard};
use futures::future::BoxFuture;
use halo::{Limits, Transport};
use secrecy::SecretString;
use serde_json::{Value, json};
use store::Store;
use tempfile::TempDir;
use url::Url;
use vault::Vault;

/// A reading that takes longer than this hangs: every limit is far shorter.
const HANGS: Duration = Duration::from_mins(3);

/// A secret as Halo makes them.
const SECRET: &str = "5d0c7e6a-9d4f-4d1e-8a53-0f1e2d3c4b5a-1b671a64-40d5-491e-99b0-da01ff1f3341";

/// The key of the other product's interface.
pub(crate) const KEY: &str = "k3y-of-the-other-product";

/// A desk with nothing on it but the file that is chosen.
#[derive(Default)]
struct Desk(Mutex<Option<PathBuf>>);

impl Host for Desk {
    fn clipboard_text(&self) -> Result<Option<SecretString>, HostError> {
        Ok(Some(SECRET.into()))
    }

    fn copy_text(&self, _: &str) -> Result<(), HostError> {
        Ok(())
    }

    fn copy_secret(&self, _: &SecretString) -> Result<(), HostError> {
        Ok(())
    }

    fn clear_clipboard(&self) -> Result<(), HostError> {
        Ok(())
    }

    fn open(&self, _: &Url) -> Result<(), HostError> {
        Ok(())
    }

    fn save_file<'a>(
        &'a self,
        _: &'a str,
        _: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async { Ok(None) })
    }

    fn choose_place<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async { Ok(None) })
    }

    fn choose_file<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        let chosen = self.0.lock().expect("there").clone();
        Box::pin(async move { Ok(chosen) })
    }

    fn show_window(&self) {}

    fn set_colours(&self, _: Colours) {}
}

/// A wizard with one connection, and one of its mappings.
pub(crate) struct Bench {
    wizard: Wizard,
    desk: Arc<Desk>,
    store: Store,
    keychain: Vault,
    pub(crate) folder: TempDir,
    connection: String,
    mapping: &'static str,
}

impl Bench {
    /// A connection for a product, signed in at this Halo.
    pub(crate) async fn set(product: &str, mapping: &'static str, halo: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).await.expect("a store").store;
        let (desk, keychain) = (Arc::new(Desk::default()), Vault::session());
        let mut bench = Self {
            wizard: wizard(&store, &keychain, &desk, Limits::default().total),
            desk,
            store,
            keychain,
            folder,
            connection: String::new(),
            mapping,
        };
        let made = json!({ "profile": product });
        let view = bench.ask("create_connection", made).await;
        let id = view["id"].as_str().expect("an id").to_owned();
        let found = json!({ "connection": id, "address": halo });
        let found = bench.ask("find_halo", found).await;
        assert_eq!(found["finding"]["status"], "passed", "{}", found["finding"]);
        let confirmed = json!({
            "connection": id,
            "authorisation_server": found["halo"]["authorisation_server"],
            "tenant": found["halo"]["tenant"].as_str().unwrap_or_default(),
            "on_premises": false,
        });
        bench.ask("confirm_halo", confirmed).await;
        let client = json!({ "connection": id, "text": "1b671a64-40d5-491e-99b0-da01ff1f3341" });
        bench.ask("set_client_id", client).await;
        let pasted = bench.ask("paste_secret", json!({ "connection": id })).await;
        assert_eq!(pasted["stored"], true, "{pasted}");
        bench.connection = id;
        bench
    }

    /// Where the other product's interface is, and its key.
    pub(crate) async fn reads_from(&self, address: &str) {
        let at = json!({ "address": address });
        let reply = self.call("set_reader_address", at).await;
        assert_eq!(reply["problem"], Value::Null, "{reply}");
        let key = json!({ "key": KEY });
        let reply = self.call("type_reader_key", key).await;
        assert_eq!(reply["view"]["reader"]["has_key"], true, "{reply}");
    }

    /// The same after the program was started again, with so much time for each answer.
    pub(crate) fn start_again(&mut self, total: Duration) {
        self.wizard = wizard(&self.store, &self.keychain, &self.desk, total);
    }

    pub(crate) fn choose(&self, path: PathBuf) {
        *self.desk.0.lock().expect("there") = Some(path);
    }

    async fn ask(&self, name: &str, request: Value) -> Value {
        let done = commands::contract::dispatch(&self.wizard, name, request).await;
        done.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// A command about the mapping.
    pub(crate) async fn call(&self, name: &str, more: Value) -> Value {
        let mut request = json!({ "connection": self.connection, "mapping": self.mapping });
        let fields = request.as_object_mut().expect("fields");
        fields.extend(more.as_object().expect("fields").clone());
        self.ask(name, request).await
    }

    /// Reads the other product's list; how that ended.
    pub(crate) async fn read_companies(&self) -> Value {
        self.run("start_vendor_list", json!({})).await
    }

    /// Reads Halo's list, or goes on; how that ended.
    pub(crate) async fn read_halo(&self) -> Value {
        let which = json!({ "inactive": false, "internal": false, "anew": false });
        self.run("start_halo_list", which).await
    }

    /// Reads Halo's list from its beginning; how that ended.
    pub(crate) async fn read_halo_anew(&self) -> Value {
        let which = json!({ "inactive": false, "internal": false, "anew": true });
        self.run("start_halo_list", which).await
    }

    async fn run(&self, name: &str, request: Value) -> Value {
        let started = self.call(name, request).await;
        let ending = async {
            let mut seen = json!(0);
            loop {
                let request = json!({ "run": started["run"], "seen": seen });
                let progress = self.ask("watch_mapping", request).await;
                seen = progress["version"].clone();
                if !progress["ended"].is_null() {
                    break progress["ended"].clone();
                }
            }
        };
        let ended = tokio::time::timeout(HANGS, ending).await;
        ended.expect("every reading ends by itself")
    }

    /// How many rows of a list are kept.
    pub(crate) async fn kept(&self, list: &str) -> u64 {
        let view = self.call("mapping", json!({})).await;
        view["card"][list]["rows"].as_u64().expect("a count")
    }
}

fn wizard(store: &Store, keychain: &Vault, desk: &Arc<Desk>, total: Duration) -> Wizard {
    Wizard::new(Parts {
        store: store.clone(),
        keychain: keychain.clone(),
        // Sizes and counts are those that are promised; the pace would only take time.
        transport: Transport::new(Limits {
            total,
            back_off: Duration::from_millis(5),
            per_minute: 10_000_000,
            burst: 100_000,
            ..Limits::default()
        }),
        host: desk.clone(),
        practice: None,
        notice: None,
        clock: Clock::system(),
    })
}

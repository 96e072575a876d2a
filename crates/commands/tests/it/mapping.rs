//! Mapping by the commands: lists in, suggestions, decisions that stay, and out again.

mod companies;
mod decisions;
mod dependent;
mod files;
mod halo_choice;
mod halo_list;
mod secrets;
mod vendor_list;
mod writing;

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

use crate::desk::Stage;

/// Two GUIDs joined by a hyphen, as Halo makes client secrets.
pub(crate) fn secret() -> String {
    let guid = "0a1B2c3d-4e5f-6789-abCD-ef0123456789";
    format!("{guid}-{guid}")
}

/// A mapping of one connection, called as the page calls it.
pub(crate) struct Page<'a> {
    pub(crate) stage: &'a Stage,
    pub(crate) connection: String,
    pub(crate) mapping: &'static str,
}

impl<'a> Page<'a> {
    /// A connection of its own that is signed in.
    pub(crate) async fn open(stage: &'a Stage, mapping: &'static str) -> Self {
        let connection = stage.signed_in().await;
        Self {
            stage,
            connection,
            mapping,
        }
    }

    /// A command about this mapping.
    pub(crate) async fn call(&self, name: &str, more: Value) -> Value {
        let mut request = json!({ "connection": self.connection, "mapping": self.mapping });
        let fields = request.as_object_mut().expect("fields");
        fields.extend(more.as_object().expect("fields").clone());
        self.stage.call(name, request).await
    }

    /// Starts something and waits until it ends; gives how.
    pub(crate) async fn run(&self, name: &str, more: Value) -> Value {
        let started = self.call(name, more).await;
        self.end(&started["run"]).await
    }

    pub(crate) async fn end(&self, run: &Value) -> Value {
        let mut seen = json!(0);
        loop {
            let progress = self.watch(run, &seen).await;
            seen = progress["version"].clone();
            if !progress["ended"].is_null() {
                return progress["ended"].clone();
            }
        }
    }

    pub(crate) async fn watch(&self, run: &Value, seen: &Value) -> Value {
        let request = json!({ "run": run, "seen": seen });
        self.stage.call("watch_mapping", request).await
    }

    /// Reads Halo's list to its end.
    pub(crate) async fn read_halo(&self) -> Value {
        let which = json!({ "inactive": false, "internal": false, "anew": false });
        let end = self.run("start_halo_list", which).await;
        assert_eq!(end["how"], "done", "{end}");
        end["view"].clone()
    }

    /// Brings a vendor's list as text with a header.
    pub(crate) async fn paste(&self, text: &str) -> Value {
        let shown = self
            .call("paste_vendor_list", json!({ "text": text }))
            .await;
        assert_eq!(shown["problem"], Value::Null, "{shown}");
        let kept = self
            .call("keep_vendor_list", json!({ "columns": shown["columns"] }))
            .await;
        assert_eq!(kept["problem"], Value::Null, "{kept}");
        kept["view"].clone()
    }

    pub(crate) async fn suggest(&self) -> Value {
        let end = self.run("start_suggestions", json!({})).await;
        assert_eq!(end["how"], "done", "{end}");
        end["view"].clone()
    }

    pub(crate) async fn rows(&self, filter: &str, text: &str) -> Value {
        let window = json!({ "filter": filter, "text": text, "offset": 0, "count": 200 });
        self.call("mapping_rows", window).await
    }

    /// The rows that are suggested with this certainty.
    pub(crate) async fn rows_of(&self, filter: &str, class: &str) -> Value {
        let window =
            json!({ "filter": filter, "class": class, "text": "", "offset": 0, "count": 200 });
        self.call("mapping_rows", window).await
    }

    /// What is different in a list from the time before.
    pub(crate) async fn changes(&self, list: &str, what: &str) -> Value {
        let window = json!({ "list": list, "what": what, "offset": 0, "count": 200 });
        self.call("mapping_changes", window).await
    }

    /// The one row whose name or answer has this text.
    pub(crate) async fn row(&self, text: &str) -> Value {
        let rows = self.rows("all", text).await;
        assert_eq!(rows["total"], 1, "{rows}");
        rows["rows"][0].clone()
    }

    pub(crate) async fn decide(&self, row: &Value, decision: Value) -> Value {
        let rows = json!({ "rows": [row["item"]["id"]], "decision": decision });
        self.call("decide_mapping", rows).await
    }

    /// Changes something in Halo, as somebody else who may do so would.
    pub(crate) async fn in_halo(&self, method: Method, path: &str, body: Value) {
        let tenant = &self.stage.tenant;
        let token = tenant.control().tokens().pop().expect("somebody signed in");
        let client = Client::builder().no_proxy().build().expect("a client");
        let sent = client
            .request(method, format!("{}/api/{path}", tenant.address()))
            .bearer_auth(token)
            .json(&body)
            .send();
        let answer = sent.await.expect("an answer");
        let status = answer.status();
        assert!(
            matches!(status, StatusCode::OK | StatusCode::CREATED),
            "{status}: {}",
            answer.text().await.unwrap_or_default()
        );
    }

    /// Reads these customers of Halo to the end.
    pub(crate) async fn read_customers(&self, inactive: bool, internal: bool) -> Value {
        let which = json!({ "inactive": inactive, "internal": internal, "anew": false });
        let end = self.run("start_halo_list", which).await;
        assert_eq!(end["how"], "done", "{end}");
        end
    }

    /// Saves the mapping; what was said of it, and what is in the first file.
    pub(crate) async fn export(&self, format: &str) -> (Value, String) {
        let saved = self
            .call("export_mapping", json!({ "format": format }))
            .await;
        let path = saved["files"][0]["path"].as_str();
        let text = path.map(|path| std::fs::read_to_string(path).expect("a file"));
        (saved, text.unwrap_or_default())
    }
}

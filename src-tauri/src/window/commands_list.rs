//! The contract's commands as Tauri commands: one line each, written by the list itself.
//!
//! `permissions/wizard.toml` allows just these to the page; a test compares the two.

use commands::handlers;
#[allow(
    clippy::wildcard_imports,
    reason = "the list decides which types it needs"
)]
use commands::wire::*;
use commands::{CommandError, Wizard};
use setup::finish::FinishGuide;
use tauri::State;
use tauri::ipc::Invoke;

macro_rules! as_tauri_commands {
    ($($(#[$doc:meta])* $name:ident($request:ty) -> $reply:ty;)*) => {
        $(
            $(#[$doc])*
            #[tauri::command]
            async fn $name(wizard: State<'_, Wizard>, request: $request) -> Result<$reply, CommandError> {
                handlers::$name(&wizard, request).await
            }
        )*

        /// Answers the page's calls.
        pub(super) fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}

commands::with_commands!(as_tauri_commands);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn the_page_may_call_the_contract_and_nothing_else() {
        let file: toml::Table = include_str!("../../permissions/wizard.toml")
            .parse()
            .expect("TOML");
        let permission = &file["permission"].as_array().expect("a list")[0];
        let allowed: BTreeSet<&str> = permission["commands"]["allow"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(toml::Value::as_str)
            .collect();
        let contract: BTreeSet<&str> = commands::contract::NAMES.iter().copied().collect();
        assert_eq!(
            allowed, contract,
            "permissions/wizard.toml lists the contract's commands"
        );

        let capability: serde_json::Value =
            serde_json::from_str(include_str!("../../capabilities/main.json")).expect("JSON");
        assert_eq!(
            capability["permissions"],
            serde_json::json!(["wizard"]),
            "one permission"
        );
    }
}

//! What can be wrong with the application: credentials and scopes.

use super::{Entry, finds};
use crate::{
    Variants,
    chance::guid,
    scenario::change::Change::{Application, Tenant},
    state::secret,
};

pub(super) static ENTRIES: [Entry; 11] = [
    finds(
        "wrong-secret",
        "The secret was generated anew in Halo after it was copied.",
        ("credentials", "failed", "client_not_recognised"),
        3,
        &[Application(|application, _| {
            let again = format!("{} again", application.name);
            application.client_secret = secret(&again, &Variants::default());
        })],
    ),
    finds(
        "client-id-changed",
        "The Client ID changed when the application was saved, after it was copied.",
        ("credentials", "failed", "client_not_recognised"),
        3,
        &[Application(|application, _| {
            application.client_id = guid(&application.name, "client id after saving");
        })],
    ),
    finds(
        "application-inactive",
        "The application is not ticked as Active.",
        ("credentials", "failed", "client_not_recognised"),
        3,
        &[Application(|application, _| application.is_active = false)],
    ),
    finds(
        "not-services-method",
        "The Authentication Method is not \"Client ID and Secret (Services)\".",
        ("credentials", "failed", "grant_not_allowed"),
        3,
        &[Application(|application, _| {
            application.is_for_services = false;
        })],
    ),
    finds(
        "unknown-scope",
        "This Halo does not know one of the scopes.",
        ("scope:*", "failed", "not_granted"),
        1,
        &[Tenant(|state, needs| {
            state.unknown_scopes.extend(needs.scopes.last().cloned());
        })],
    )
    .for_those(|needs| needs.scopes.len() > 1),
    finds(
        "unknown-scope-and-unticked",
        "This Halo does not know one of the scopes, and another is not ticked.",
        ("scope:*", "failed", "not_granted"),
        1,
        &[
            Application(|application, needs| {
                let unticked = needs.scopes.first();
                application.scopes.retain(|scope| Some(scope) != unticked);
            }),
            Tenant(|state, needs| {
                state.unknown_scopes.extend(needs.scopes.last().cloned());
            }),
        ],
    )
    .for_those(|needs| needs.scopes.len() > 2),
    finds(
        "scope-refused",
        "Halo accepts none of the scopes.",
        ("credentials", "failed", "scope_refused"),
        3,
        &[Tenant(|state, needs| {
            // Who lists no scopes asks for whatever the application has.
            let scopes = needs.scopes.iter().cloned();
            state.unknown_scopes = scopes.chain(["all".to_owned()]).collect();
        })],
    ),
    finds(
        "no-scope-granted",
        "No scope is ticked on the application's Permissions tab.",
        ("credentials", "failed", "no_scope_granted"),
        1,
        &[Application(|application, _| application.scopes.clear())],
    ),
    finds(
        "scope-not-granted",
        "One of the scopes is not ticked on the application's Permissions tab.",
        ("scope:*", "failed", "not_granted"),
        1,
        &[Application(|application, _| {
            let missing = application.scopes.pop();
            // What `all` opens is still open below administrators, with the next smaller box.
            if missing.as_deref() == Some("all") {
                application.scopes.push("all:standard".to_owned());
            }
            if application.scopes.is_empty() {
                application.scopes.push("read:kb".to_owned());
            }
        })],
    ),
    finds(
        "forbidden-scope-granted",
        "\"all\" is ticked although the product must not have it.",
        ("scope:all", "failed", "forbidden_scope_granted"),
        1,
        &[
            Application(|application, _| application.scopes.push("all".to_owned())),
            Tenant(|state, _| state.grants_everything_ticked = true),
        ],
    )
    .for_those(|needs| needs.forbidden_scopes.iter().any(|scope| scope == "all")),
    finds(
        "excess-scopes",
        "More scopes are ticked than the product needs, and Halo grants them all.",
        ("scopes.excess", "warning", "more_than_needed"),
        0,
        &[
            Application(|application, _| {
                let more = ["edit:customers", "edit:invoices", "admin"];
                application.scopes.extend(more.map(str::to_owned));
            }),
            Tenant(|state, _| state.grants_everything_ticked = true),
        ],
    )
    .for_those(|needs| !needs.scopes.iter().any(|scope| scope == "all")),
];

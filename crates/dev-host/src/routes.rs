//! `POST /call/{command}` for the page, `/desk/...` and `/tenant/...` for tests, and the page.

use std::path::Path;
use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path as UrlPath, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use commands::Wizard;
use commands::contract::dispatch;
use commands::host::Host as _;
use rehearsal::Control;
use serde_json::{Value, json};
use tower_http::services::ServeDir;

use crate::desk::Desk;

/// The largest file that a test may put on the desk, in bytes.
const LARGEST_FILE: usize = 64 * 1024 * 1024;

#[derive(Clone)]
struct Shared {
    wizard: Wizard,
    desk: Arc<Desk>,
    tenant: Control,
}

/// Everything the dev host answers.
pub(crate) fn router(wizard: Wizard, desk: Arc<Desk>, tenant: Control, page: &Path) -> Router {
    Router::new()
        .route("/call/{command}", post(call))
        .route("/desk/clipboard", get(clipboard).put(put_clipboard))
        .route("/desk/opened", get(opened))
        .route(
            "/desk/files/{name}",
            put(choose_file).layer(DefaultBodyLimit::max(LARGEST_FILE)),
        )
        .route("/tenant/scenario/{name}", post(set_scenario))
        .fallback_service(ServeDir::new(page))
        .with_state(Shared {
            wizard,
            desk,
            tenant,
        })
}

async fn call(
    State(shared): State<Shared>,
    UrlPath(command): UrlPath<String>,
    Json(request): Json<Value>,
) -> Response {
    match dispatch(&shared.wizard, &command, request).await {
        Ok(reply) => Json(reply).into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response(),
    }
}

async fn clipboard(State(shared): State<Shared>) -> Json<Value> {
    Json(json!({ "text": shared.desk.clipboard() }))
}

async fn put_clipboard(State(shared): State<Shared>, text: String) -> StatusCode {
    match shared.desk.copy_text(&text) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

async fn opened(State(shared): State<Shared>) -> Json<Value> {
    Json(json!(shared.desk.opened()))
}

async fn choose_file(
    State(shared): State<Shared>,
    UrlPath(name): UrlPath<String>,
    contents: axum::body::Bytes,
) -> StatusCode {
    match shared.desk.choose(&name, &contents) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

async fn set_scenario(State(shared): State<Shared>, UrlPath(name): UrlPath<String>) -> StatusCode {
    match shared.tenant.set_scenario(&name) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::NOT_FOUND,
    }
}

//! What the other product's server answers.

use std::io;

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, Method, Response, StatusCode, header},
};
use futures::stream;
use serde_json::{Value, json};

use super::control::{Inside, Shared, VendorTrouble};
use super::data::KEY;
use crate::query::Query;

/// Most rows of a page, however many are asked for.
const MOST: usize = 100;
/// Rows of a page where nothing is asked for.
const USUAL: usize = 25;

/// A request, taken apart.
pub(super) struct Asked<'a> {
    pub(super) method: Method,
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    pub(super) key: Option<&'a HeaderValue>,
    pub(super) body: &'a Bytes,
}

/// The answer to a request.
pub(super) fn answer(shared: &Shared, asked: &Asked<'_>) -> Response<Body> {
    let mut inside = shared.inside();
    let is_known = asked.key.is_some_and(|key| key == KEY);
    if !is_known || inside.trouble == Some(VendorTrouble::KeyRefused) {
        return said(StatusCode::UNAUTHORIZED, "Invalid API key");
    }
    let query = Query::parse(asked.query.as_bytes());
    let segments: Vec<&str> = asked.path.split('/').filter(|it| !it.is_empty()).collect();
    match (&asked.method, segments.as_slice()) {
        (&Method::GET, ["api", "v1", "companies"]) => {
            let all = inside.companies.iter().map(super::data::Company::json);
            page("companies", all, &query)
        }
        (&Method::GET, ["api", "v1", "matchers"]) => matchers(&inside, &query),
        (&Method::PUT, ["api", "v1", "matchers", id]) => change(&mut inside, id, asked.body),
        _ => said(StatusCode::NOT_FOUND, "Not Found"),
    }
}

fn matchers(inside: &Inside, query: &Query) -> Response<Body> {
    let number = |name: &str| query.text(name).and_then(|text| text.parse::<u64>().ok());
    let Some(integration) = number("integration_id") else {
        return said(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error");
    };
    let known = inside.matchers.iter();
    let mut own = known.filter(|it| it.integration == integration).peekable();
    if own.peek().is_none() {
        return said(StatusCode::NOT_FOUND, "No matching integration");
    }
    if inside.trouble == Some(VendorTrouble::NoMatchers) {
        return page("matchers", std::iter::empty(), query);
    }
    let matched = query.switch("matched");
    let fitting = own
        .filter(|it| matched.is_none_or(|matched| it.company.is_some() == matched))
        .filter(|it| number("company_id").is_none_or(|id| it.company == Some(id)))
        .filter(|it| {
            let sync_id = query.text("sync_id").and_then(|text| text.parse().ok());
            sync_id.is_none_or(|id: i64| it.sync_id == id)
        });
    let rows = fitting.map(|matcher| matcher.json(&inside.companies));
    page("matchers", rows, query)
}

fn change(inside: &mut Inside, id: &str, body: &Bytes) -> Response<Body> {
    let fault = || said(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error");
    let id: Option<u64> = id.parse().ok();
    let Some(place) = inside.matchers.iter().position(|it| Some(it.id) == id) else {
        return fault();
    };
    inside.changes.push(inside.matchers[place].id);
    if inside.strikes(VendorTrouble::TooFast) {
        return later("1");
    }
    if inside.strikes(VendorTrouble::FarTooFast) {
        return later("3600");
    }
    if inside.strikes(VendorTrouble::NothingArrives) {
        return lost();
    }
    match inside.trouble {
        Some(VendorTrouble::WritingForbidden) => {
            return said(StatusCode::FORBIDDEN, "Not authorized");
        }
        Some(VendorTrouble::ServerErrorFor(customer))
            if customer == inside.matchers[place].sync_id =>
        {
            return fault();
        }
        _ => {}
    }
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let Some(company) = body["matcher"]["company_id"].as_u64() else {
        return said(
            StatusCode::UNPROCESSABLE_ENTITY,
            "Company must be a company",
        );
    };
    if !inside.companies.iter().any(|known| known.id == company) {
        return said(StatusCode::UNPROCESSABLE_ENTITY, "Company must exist");
    }
    let is_lost = inside.strikes(VendorTrouble::AnswerLost);
    let mut changed = inside.matchers[place].clone();
    changed.company = Some(company);
    let answer = json!({ "matcher": changed.json(&inside.companies) });
    if inside.trouble != Some(VendorTrouble::Forgets) {
        inside.matchers[place] = changed;
    }
    if is_lost {
        return lost();
    }
    json(StatusCode::OK, &answer)
}

/// One page of a list; beyond its end an empty one.
fn page(name: &str, rows: impl Iterator<Item = Value>, query: &Query) -> Response<Body> {
    let number = |name: &str| query.text(name).and_then(|text| text.parse::<usize>().ok());
    let size = number("page_size").unwrap_or(USUAL).clamp(1, MOST);
    let first = (number("page").unwrap_or(1).max(1) - 1).saturating_mul(size);
    let rows: Vec<Value> = rows.skip(first).take(size).collect();
    json(StatusCode::OK, &json!({ name: rows }))
}

fn json(status: StatusCode, body: &Value) -> Response<Body> {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

fn said(status: StatusCode, error: &str) -> Response<Body> {
    json(status, &json!({ "error": error }))
}

fn later(seconds: &'static str) -> Response<Body> {
    let mut response = said(StatusCode::TOO_MANY_REQUESTS, "Retry later");
    let seconds = HeaderValue::from_static(seconds);
    response.headers_mut().insert(header::RETRY_AFTER, seconds);
    response
}

/// An answer whose body never comes to its end.
fn lost() -> Response<Body> {
    let broken =
        stream::once(async { Err::<Bytes, _>(io::Error::from(io::ErrorKind::BrokenPipe)) });
    Response::new(Body::from_stream(broken))
}

/// A status and nothing else.
pub(super) fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

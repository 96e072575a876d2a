//! Answers as Halo gives them: JSON, its four shapes of 400, bare refusals, and web pages.
//!
//! Every part of the tenant makes a [`Reply`]; [`crate::serve()`] sends it. Not here: paging and
//! envelopes of lists ([`crate::list`]).

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
};
use serde_json::{Value, json};

use crate::{Variants, variants::RefusalBodies};

/// The web application: what any address outside `/api` and `/auth` answers (inferred 2026).
pub(crate) const WEB_APPLICATION: &str = "<!DOCTYPE html><html lang=\"en\"><head>\
<meta charset=\"utf-8\"><title>Halo Web Application</title></head>\
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id=\"root\"></div></body></html>";

/// The page with which a web server refuses.
const REFUSAL: &str = "<!DOCTYPE html><html><head><title>Request refused</title></head>\
<body><h2>Request refused</h2></body></html>";

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    status: StatusCode,
    payload: Payload,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// What an answer carries.
#[derive(Debug)]
pub(crate) enum Payload {
    /// Nothing.
    Empty,
    /// JSON.
    Json(Value),
    /// A web page.
    Page(&'static str),
    /// Bytes that come as they come, said to be JSON.
    Raw(Body),
}

impl Reply {
    /// An answer.
    pub(crate) fn new(status: StatusCode, payload: Payload) -> Self {
        Self {
            status,
            payload,
            headers: Vec::new(),
        }
    }

    /// 200 with JSON.
    pub(crate) fn ok(body: Value) -> Self {
        Self::new(StatusCode::OK, Payload::Json(body))
    }

    /// What a successful POST answers: 201 by the specification, 200 by older versions.
    pub(crate) fn created(body: Value, variants: &Variants) -> Self {
        let status = if variants.created_is_201 {
            StatusCode::CREATED
        } else {
            StatusCode::OK
        };
        Self::new(status, Payload::Json(body))
    }

    /// A status and nothing else.
    pub(crate) fn status(status: StatusCode) -> Self {
        Self::new(status, Payload::Empty)
    }

    /// A web page.
    pub(crate) fn page(status: StatusCode, page: &'static str) -> Self {
        Self::new(status, Payload::Page(page))
    }

    /// 404: unknown path, unknown record, or one that this agent may not see.
    pub(crate) fn not_found() -> Self {
        Self::status(StatusCode::NOT_FOUND)
    }

    /// 401.
    pub(crate) fn unauthorised() -> Self {
        Self::status(StatusCode::UNAUTHORIZED).with_header("www-authenticate", "Bearer")
    }

    /// 403.
    pub(crate) fn forbidden() -> Self {
        Self::status(StatusCode::FORBIDDEN)
    }

    /// The same with what this Halo's refusals carry. The body of a real one was never captured.
    pub(crate) fn refusing_as(mut self, bodies: RefusalBodies) -> Self {
        let says = match self.status {
            StatusCode::UNAUTHORIZED => "You are not authorised to use this resource.",
            StatusCode::FORBIDDEN => "You do not have permission to use this resource.",
            StatusCode::NOT_FOUND => "Not found.",
            StatusCode::TOO_MANY_REQUESTS => "Too many requests.",
            _ => return self,
        };
        if matches!(self.payload, Payload::Empty) {
            self.payload = match bodies {
                RefusalBodies::None => Payload::Empty,
                RefusalBodies::Json => Payload::Json(json!({ "error": says })),
                RefusalBodies::Page => Payload::Page(REFUSAL),
            };
        }
        self
    }

    /// 429.
    pub(crate) fn too_many_requests(seconds: u32, variants: &Variants) -> Self {
        let reply = Self::status(StatusCode::TOO_MANY_REQUESTS);
        if variants.retry_after_is_sent {
            reply.with_header("retry-after", &seconds.to_string())
        } else {
            reply
        }
    }

    /// 400 as a JSON string: how business rules speak (confirmed 2026).
    pub(crate) fn problem(says: &str) -> Self {
        Self::bad_request(json!(says))
    }

    /// 400 as a .NET exception (confirmed 2026).
    pub(crate) fn exception(message: &str) -> Self {
        Self::bad_request(json!({
            "ClassName": "System.Exception",
            "Message": message,
            "Data": null,
            "InnerException": null,
            "HelpURL": null,
            "StackTraceString": null,
            "RemoteStackTraceString": null,
            "RemoteStackIndex": 0,
            "ExceptionMethod": null,
            "HResult": -2_146_233_088,
            "Source": null,
            "WatsonBuckets": null,
        }))
    }

    /// 400 of model binding: a map from place to problems (confirmed 2026).
    pub(crate) fn binding(place: &str, says: &str) -> Self {
        Self::bad_request(json!({ place: [says] }))
    }

    /// 400 with a result code: known only from clients that read it.
    pub(crate) fn result_code(code: i64, says: &str) -> Self {
        Self::bad_request(json!({ "resultCode": code, "errorMessage": says }))
    }

    fn bad_request(body: Value) -> Self {
        Self::new(StatusCode::BAD_REQUEST, Payload::Json(body))
    }

    /// The same with one more header.
    pub(crate) fn with_header(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::from_str(value).expect("header values here are plain ASCII");
        self.headers.push((HeaderName::from_static(name), value));
        self
    }

    /// The same without a field of its JSON.
    pub(crate) fn without(mut self, field: &str) -> Self {
        if let Payload::Json(Value::Object(fields)) = &mut self.payload {
            fields.remove(field);
        }
        self
    }

    /// The same with bytes that come as they come.
    pub(crate) fn with_body(mut self, body: Body) -> Self {
        self.payload = Payload::Raw(body);
        self
    }

    /// As HTTP.
    pub(crate) fn into_response(self) -> Response<Body> {
        const JSON: &str = "application/json; charset=utf-8";
        let (content_type, body) = match self.payload {
            Payload::Empty => (None, Body::empty()),
            Payload::Json(value) => (Some(JSON), Body::from(value.to_string())),
            Payload::Page(page) => (Some("text/html; charset=utf-8"), Body::from(page)),
            Payload::Raw(body) => (Some(JSON), body),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if let Some(content_type) = content_type {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.extend(self.headers);
        response
    }
}

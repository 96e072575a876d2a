//! Serves the tenant on 127.0.0.1, and stops it again.
//!
//! One handler for every address: paths are read in any case, so a router of fixed paths would not
//! do. Not here: what is answered; see [`crate::resources`] and [`crate::token`].

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State as Extract},
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header},
};
use serde_json::Value;
use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::sync::CancellationToken;
use tracing::debug;

use crate::{
    Control, Options, RehearsalError,
    certificates::Certificates,
    control::Shared,
    faults,
    line::{Doorway, Line, Porter},
    query::Query,
    reply::{Reply, WEB_APPLICATION},
    resources::{self, Call, Verb, discovery},
    scenario::handed_out,
    state::{State, TENANT},
    token::{TokenRequest, refuse},
    variants::AgentOutOfUse,
    vendor::{self, Vendor},
};

/// The largest body a request may have.
const MAX_BODY: usize = 4 * 1024 * 1024;
/// How long connections may take to end when the tenant stops.
const GOODBYE: Duration = Duration::from_secs(2);

/// How to connect to a running tenant. The secret is a practice one, and is still left out of
/// `Debug`.
#[derive(Clone)]
pub struct Running {
    /// `http://127.0.0.1:port`, or `https://localhost:port`.
    pub address: String,
    /// OAuth's client id of the product's application.
    pub client_id: String,
    /// OAuth's client secret of the product's application.
    pub client_secret: String,
    /// The tenant; empty where the scenario is on-premises.
    pub tenant: String,
    /// The product.
    pub product: String,
    /// The scenario.
    pub scenario: String,
}

impl std::fmt::Debug for Running {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Running")
            .field("address", &self.address)
            .field("client_id", &self.client_id)
            .field("tenant", &self.tenant)
            .field("product", &self.product)
            .field("scenario", &self.scenario)
            .finish_non_exhaustive()
    }
}

/// A tenant that is being served. Dropping it stops it without waiting.
pub struct Tenant {
    /// How to connect.
    pub running: Running,
    /// The other product's server, beside it.
    pub vendor: Vendor,
    control: Control,
    stop: CancellationToken,
    servers: Vec<JoinHandle<()>>,
    certificates: Arc<Certificates>,
    port: u16,
}

impl Tenant {
    /// Where it is as it is set up now: mending may turn `https` into `http`.
    pub fn address(&self) -> String {
        origin(&self.control.0.now(), self.port)
    }

    /// The certificate of the authority that makes this tenant's certificates, as a file of
    /// trusted authorities has it. No computer trusts it unless somebody makes it; a check that
    /// practises does, for this tenant alone.
    pub fn authority(&self) -> String {
        self.certificates.pem()
    }

    /// Changes it while it runs.
    pub fn control(&self) -> Control {
        self.control.clone()
    }

    /// How to connect to another of the products in this tenant, if it knows it.
    pub fn connect_as(&self, product: &str) -> Option<Running> {
        running(&self.control.0, product, self.port)
    }

    /// Stops it: requests that hang are answered, connections are closed.
    pub async fn shutdown(mut self) {
        self.stop.cancel();
        for server in &mut self.servers {
            if tokio::time::timeout(GOODBYE, &mut *server).await.is_err() {
                server.abort();
            }
        }
    }

    /// Waits until it stops, which it does only when something goes wrong or it is shut down.
    pub async fn stopped(mut self) {
        for server in &mut self.servers {
            // A server task that panicked has stopped as well.
            let _ = server.await;
        }
    }
}

impl Drop for Tenant {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// Starts a tenant.
pub async fn serve(options: Options) -> Result<Tenant, RehearsalError> {
    let product = options.product.clone();
    let (own, address) = listen(options.port).await?;
    let (shared_host, shared_address) = listen(0).await?;
    let (beside, beside_address) = listen_beside(options.port).await?;
    let stop = CancellationToken::new();
    let vendor = vendor::start(beside, options.customers, &stop);
    let (vendor, vendor_server) = vendor.map_err(|source| RehearsalError::Listen {
        address: beside_address,
        source,
    })?;
    let shared = Arc::new(Shared::new(options));
    let certificates = Arc::new(Certificates::default());
    let door = |is_shared_auth_host| Door {
        shared: shared.clone(),
        port: address.port(),
        shared_auth: Arc::from(format!("http://{shared_address}")),
        is_shared_auth_host,
        stop: stop.clone(),
    };
    let porter = Porter {
        shared: shared.clone(),
        certificates: certificates.clone(),
        stop: stop.clone(),
    };
    let doorway = Doorway::open(own, address, porter);
    let servers = vec![
        start(doorway, door(false)),
        start(shared_host, door(true)),
        vendor_server,
    ];
    let Some(running) = running(&shared, &product, address.port()) else {
        stop.cancel();
        return Err(RehearsalError::UnknownProduct { product });
    };
    Ok(Tenant {
        running,
        vendor,
        control: Control(shared),
        stop,
        servers,
        certificates,
        port: address.port(),
    })
}

/// Scheme, name and port under which the tenant is to be found as it is set up now. Certificates
/// are for names, so that `https` goes with one.
fn origin(state: &State, port: u16) -> String {
    if state.line.is_https() {
        format!("https://localhost:{port}")
    } else {
        format!("http://127.0.0.1:{port}")
    }
}

fn running(shared: &Shared, product: &str, port: u16) -> Option<Running> {
    let options = shared.options();
    let credentials = handed_out(&options, product)?;
    Some(Running {
        address: origin(&shared.now(), port),
        client_id: credentials.client_id,
        client_secret: credentials.client_secret.0,
        tenant: if shared.now().is_hosted {
            TENANT.to_owned()
        } else {
            String::new()
        },
        product: product.to_owned(),
        scenario: options.scenario.info().name.to_owned(),
    })
}

async fn listen(port: u16) -> Result<(TcpListener, SocketAddr), RehearsalError> {
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    let failed = |source| RehearsalError::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let local = listener.local_addr().map_err(failed)?;
    Ok((listener, local))
}

/// A place beside the tenant: the port after one that was asked for, so that it is the same the
/// next time too, or any free one.
async fn listen_beside(asked: u16) -> Result<(TcpListener, SocketAddr), RehearsalError> {
    match asked.checked_add(1) {
        Some(next) if asked != 0 => match listen(next).await {
            Ok(listener) => Ok(listener),
            Err(_) => listen(0).await,
        },
        _ => listen(0).await,
    }
}

fn start<L>(listener: L, door: Door) -> JoinHandle<()>
where
    L: axum::serve::Listener,
    L::Addr: std::fmt::Debug,
{
    let stop = door.stop.clone();
    let router = Router::new().fallback(handle).with_state(door);
    tokio::spawn(async move {
        let serving = axum::serve(listener, router)
            .with_graceful_shutdown(async move { stop.cancelled().await });
        if let Err(error) = serving.await {
            debug!(%error, "the practice tenant stopped");
        }
    })
}

/// What the handler needs to know.
#[derive(Clone)]
struct Door {
    shared: Arc<Shared>,
    port: u16,
    shared_auth: Arc<str>,
    is_shared_auth_host: bool,
    stop: CancellationToken,
}

async fn handle(Extract(door): Extract<Door>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    door.shared.remember(parts.method.as_str(), &path);
    let delay = door.shared.options().delay;
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let state = door.shared.now();
    let path = path.to_lowercase();
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let reply = match faults::strike(&state.faults, &state.variants, &segments, &door.stop).await {
        Some(reply) => reply,
        None => match to_bytes(body, MAX_BODY).await {
            Ok(body) => {
                let asked = Asked {
                    origin: door.origin(&state, &parts.headers),
                    method: parts.method,
                    headers: parts.headers,
                    query: Query::parse(parts.uri.query().unwrap_or_default().as_bytes()),
                    body,
                };
                answer(&door, &state, &segments, asked)
            }
            Err(_) => Reply::status(StatusCode::PAYLOAD_TOO_LARGE),
        },
    };
    let reply = reply.refusing_as(state.variants.refusal_bodies);
    let mut response = reply.into_response();
    if matches!(state.line, Line::Scripted(..)) {
        // What is wrong is decided once a connection.
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
    if state.clock_ahead != 0 {
        let date = jiff::Timestamp::now()
            .saturating_add(jiff::SignedDuration::from_secs(state.clock_ahead))
            .map(|moment| moment.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string());
        if let Some(date) = date.ok().and_then(|date| HeaderValue::from_str(&date).ok()) {
            response.headers_mut().insert(header::DATE, date);
        }
    }
    response
}

impl Door {
    /// Where the tenant is, as the one who asks knows it: under TLS by any name, as behind a proxy
    /// that looks into what is encrypted.
    fn origin(&self, state: &State, headers: &HeaderMap) -> String {
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        match (state.line, host) {
            (Line::Tls(_), Some(host)) => format!("https://{host}"),
            _ => origin(state, self.port),
        }
    }
}

/// A request, taken apart.
struct Asked {
    origin: String,
    method: Method,
    headers: HeaderMap,
    query: Query,
    body: Bytes,
}

impl Asked {
    fn content_type(&self) -> String {
        self.headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_lowercase()
    }
}

fn answer(door: &Door, state: &State, segments: &[&str], asked: Asked) -> Reply {
    match segments {
        ["token"] | ["auth", "token"] => {
            let reply = token(door, state, asked);
            if state.variants.error_descriptions_are_sent {
                reply
            } else {
                reply.without("error_description").without("error_uri")
            }
        }
        _ if door.is_shared_auth_host => Reply::page(StatusCode::NOT_FOUND, WEB_APPLICATION),
        ["auth", ..] | ["api"] => Reply::not_found(),
        ["api", resource, rest @ ..] => api(door, state, resource, rest, &asked),
        // The web application shows its page for every address it does not know (inferred 2026).
        _ => Reply::page(StatusCode::OK, WEB_APPLICATION),
    }
}

fn token(door: &Door, state: &State, asked: Asked) -> Reply {
    if door.is_shared_auth_host != state.has_shared_auth_host {
        return Reply::page(StatusCode::NOT_FOUND, WEB_APPLICATION);
    }
    if asked.method != Method::POST {
        return refuse(
            400,
            "invalid_request",
            "The specified HTTP method is not valid.",
        );
    }
    let is_form = asked.content_type() == "application/x-www-form-urlencoded";
    let request = TokenRequest {
        query: asked.query,
        form: Query::parse(&asked.body),
        is_form,
        headers: &asked.headers,
    };
    door.shared
        .tokens
        .answer(state, &request, &asked.origin, door.is_shared_auth_host)
}

fn api(door: &Door, state: &State, resource: &str, rest: &[&str], asked: &Asked) -> Reply {
    let variants = &state.variants;
    let grant = door.shared.tokens.grant(&asked.headers);
    let places = discovery::Places {
        origin: &asked.origin,
        shared_auth: &door.shared_auth,
    };
    if rest.is_empty()
        && let Some(reply) = discovery::answer(resource, state, &places, grant.is_some())
    {
        return reply;
    }
    // No token, or one without any scope: 401 everywhere (confirmed 2026).
    let Some(grant) = grant.filter(|grant| !grant.scopes.is_empty()) else {
        return Reply::unauthorised();
    };
    let application = state
        .applications
        .iter()
        .find(|application| application.client_id == grant.client_id);
    let Some(agent) = application.and_then(|application| state.agent(application.agent)) else {
        return Reply::unauthorised();
    };
    if agent.is_disabled && variants.agent_out_of_use == AgentOutOfUse::TokenIsUseless {
        return Reply::unauthorised();
    }
    let answer = || {
        let (verb, body) = match read(asked) {
            Ok(read) => read,
            Err(reply) => return reply,
        };
        let call = Call {
            state,
            written: &door.shared.written,
            agent,
            scopes: &grant.scopes,
            verb,
            rest,
            query: asked.query.clone(),
            body: body.as_ref(),
            origin: &asked.origin,
        };
        resources::answer(resource, &call)
    };
    let Some((limit, within)) = variants.fair_use else {
        return answer();
    };
    let fair_use = &door.shared.fair_use;
    let (reply, left) = match fair_use.admit(&grant.client_id, limit, within) {
        Ok(left) => (answer(), left),
        Err(seconds) => (Reply::too_many_requests(seconds, variants), 0),
    };
    if variants.rate_limit_headers_are_sent {
        reply
            .with_header("x-ratelimit-limit", &limit.to_string())
            .with_header("x-ratelimit-remaining", &left.to_string())
    } else {
        reply
    }
}

fn read(asked: &Asked) -> Result<(Verb, Option<Value>), Reply> {
    match asked.method {
        Method::GET | Method::HEAD => Ok((Verb::Get, None)),
        Method::DELETE => Ok((Verb::Delete, None)),
        Method::POST => {
            // Other content types are refused (confirmed 2026).
            let is_json = matches!(
                asked.content_type().as_str(),
                "application/json" | "text/json" | "application/json-patch+json"
            );
            if !is_json {
                return Err(Reply::status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
            }
            serde_json::from_slice(&asked.body)
                .map(|body| (Verb::Post, Some(body)))
                .map_err(|_| {
                    Reply::binding("", "The JSON value could not be read. Path '', line 1.")
                })
        }
        _ => Err(Reply::status(StatusCode::METHOD_NOT_ALLOWED)),
    }
}

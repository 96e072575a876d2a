//! The handle to one Halo with one token: every read goes through its one private `get`, every
//! write through `post` or `delete`.
//!
//! Each resource adds its own few lines in a file of its own. Deliberately not here: what may be
//! written; only a test ticket ever is ([`crate::NewTicket`]).

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{
    envelope::{self, Listing},
    errand::Errand,
    error::{Body, HaloError},
    refusal::WriteError,
    reply::Reply,
    resource::Resource,
    server_url::ServerUrl,
    token::Token,
    transport::{Call, Transport},
};

/// The most rows one page may have: lists are silently cut there (confirmed for tickets, 2026).
pub const PAGE: usize = 100;

/// One Halo, spoken to as one application. Clones share the transport.
#[derive(Debug, Clone)]
pub struct Halo {
    transport: Transport,
    resource_server: ServerUrl,
    token: Arc<Token>,
}

/// What a harmless read of at most one row showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// How many rows there are in all, where Halo said so.
    pub total: Option<u64>,
    /// How many rows came.
    pub rows: usize,
}

impl Halo {
    /// A handle for `resource_server` with a token from [`crate::sign_in`].
    pub fn new(transport: Transport, resource_server: ServerUrl, token: Token) -> Self {
        Self {
            transport,
            resource_server,
            token: Arc::new(token),
        }
    }

    /// The resource server spoken to.
    pub fn resource_server(&self) -> &ServerUrl {
        &self.resource_server
    }

    /// The token in use.
    pub fn token(&self) -> &Token {
        &self.token
    }

    /// Reads at most one row of a list, to see whether it may be read at all.
    pub async fn look(&self, errand: &Errand, resource: Resource) -> Result<Look, HaloError> {
        let today = jiff::Zoned::now().date().to_string();
        let mut query = page(1, 1);
        if resource.wants_dates() {
            query.extend([("start_date", today.clone()), ("end_date", today)]);
        }
        let body = self.get(errand, resource.path(), &query).await?;
        let listing = envelope::open(body, resource.key()).and_then(Listing::beginning);
        let listing = listing.ok_or_else(unexpected)?;
        Ok(Look {
            total: listing.total,
            rows: listing.rows.len(),
        })
    }

    /// A list as it begins for one query: one that counts rows and shows none is no answer.
    pub(crate) async fn first<T: DeserializeOwned>(
        &self,
        errand: &Errand,
        resource: Resource,
        query: &[(&str, String)],
    ) -> Result<Listing<T>, HaloError> {
        let listing = self.list(errand, resource, query).await?;
        listing.beginning().ok_or_else(unexpected)
    }

    /// A list as it comes for one query.
    pub(crate) async fn list<T: DeserializeOwned>(
        &self,
        errand: &Errand,
        resource: Resource,
        query: &[(&str, String)],
    ) -> Result<Listing<T>, HaloError> {
        let body = self.get(errand, resource.path(), query).await?;
        envelope::read(body, resource.key()).ok_or_else(unexpected)
    }

    /// One record.
    pub(crate) async fn record<T: DeserializeOwned>(
        &self,
        errand: &Errand,
        path: &str,
        query: &[(&str, String)],
    ) -> Result<T, HaloError> {
        let body = self.get(errand, path, query).await?;
        serde_json::from_value(body).map_err(|_| unexpected())
    }

    /// The one way to read.
    pub(crate) async fn get(
        &self,
        errand: &Errand,
        path: &str,
        query: &[(&str, String)],
    ) -> Result<Value, HaloError> {
        let call = Call::Get {
            url: self.url(path, query),
            token: Some(self.token.value()),
        };
        self.transport.send(errand, call).await?.into_json()
    }

    /// Creates or changes one record and gives it back as Halo has it. Sent once and never again.
    pub(crate) async fn post(
        &self,
        errand: &Errand,
        path: &str,
        element: Value,
    ) -> Result<Value, WriteError> {
        // Halo takes an array, and answers one of length one with the record itself (confirmed,
        // 2026).
        let body = Value::Array(vec![element]);
        let call = Call::Post {
            url: self.url(path, &[]),
            token: self.token.value(),
            body: &body,
        };
        let json = self.written(errand, call).await?.into_json();
        let mut record = json.map_err(WriteError::after_sending)?;
        if let Value::Array(rows) = &mut record
            && rows.len() == 1
        {
            record = rows.remove(0);
        }
        Ok(record)
    }

    /// Deletes one record. What Halo answers with differs, so only its status counts.
    pub(crate) async fn delete(
        &self,
        errand: &Errand,
        path: &str,
        query: &[(&str, String)],
    ) -> Result<(), WriteError> {
        let call = Call::Delete {
            url: self.url(path, query),
            token: self.token.value(),
        };
        self.written(errand, call).await.map(|_| ())
    }

    async fn written(&self, errand: &Errand, call: Call<'_>) -> Result<Reply, WriteError> {
        let sent = self.transport.send(errand, call).await;
        let reply = sent.map_err(WriteError::after_sending)?;
        if reply.is_success() {
            return Ok(reply);
        }
        Err(WriteError::after_sending(reply.refusal()))
    }

    fn url(&self, path: &str, query: &[(&str, String)]) -> url::Url {
        let mut url = self.resource_server.join(path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }
}

/// Halo's spelling of paging; without `pageinate` the size is ignored (confirmed, 2026).
pub(crate) fn page(number: usize, size: usize) -> Vec<(&'static str, String)> {
    vec![
        ("pageinate", "true".to_owned()),
        ("page_no", number.to_string()),
        ("page_size", size.to_string()),
    ]
}

/// A success whose JSON is not what this call answers with.
pub(crate) fn unexpected() -> HaloError {
    HaloError::NotJson {
        status: 200,
        found: Body::UnexpectedShape,
    }
}

/// A query parameter that is simply on.
pub(crate) fn on(name: &'static str) -> (&'static str, String) {
    (name, "true".to_owned())
}

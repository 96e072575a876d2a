//! What `AuthInfo` and `InstanceInfo` say about an installation.
//!
//! Read by [`crate::discover`]. Field names confirmed from public clients and a live capture,
//! 2026; the whole body of `AuthInfo` is not known.

use serde_json::Value;

use crate::{address, said, server_url::ServerUrl};

/// The fields of use; each may be missing.
#[derive(Debug, Default)]
pub(crate) struct Instance {
    pub(crate) authorisation_server: Option<ServerUrl>,
    pub(crate) tenant: Option<String>,
    pub(crate) product: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) has_hosted_group: bool,
}

impl Instance {
    /// `None` if this is the JSON of something else.
    pub(crate) fn read(body: &Value) -> Option<Self> {
        let fields = body.as_object()?;
        let text = |wanted: &str| {
            let (_, value) = fields
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
            Some(said::clean(value.as_str()?)).filter(|text| !text.is_empty())
        };
        let authorisation_server = text("auth_url").as_deref().and_then(server);
        let product = text("app_name");
        let known = authorisation_server.is_some()
            || text("tenant_id").is_some()
            || product.as_deref().is_some_and(is_halo);
        known.then(|| Self {
            authorisation_server,
            tenant: text("tenant_id"),
            product: product.as_deref().map(in_one_word),
            version: text("app_version"),
            has_hosted_group: text("hosted_group").is_some(),
        })
    }

    /// This, with the gaps filled from `other`.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            authorisation_server: self.authorisation_server.or(other.authorisation_server),
            tenant: self.tenant.or(other.tenant),
            product: self.product.or(other.product),
            version: self.version.or(other.version),
            has_hosted_group: self.has_hosted_group || other.has_hosted_group,
        }
    }
}

/// A server's address as Halo tells it: a full one, or just a host.
fn server(told: &str) -> Option<ServerUrl> {
    address::parse(told)
        .ok()
        .map(|url| ServerUrl::from_checked(url).without_token())
}

fn is_halo(product: &str) -> bool {
    product
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("halo"))
}

/// "Halo PSA" is written "HaloPSA" everywhere else; names of others stay as they are.
fn in_one_word(product: &str) -> String {
    if is_halo(product) {
        product.replace(' ', "")
    } else {
        product.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_a_halo_would_say_counts() {
        for strange in [
            json!([]),
            json!({}),
            json!("ok"),
            json!({"status": "ok", "version": "1"}),
            json!({"app_name": "Nextcloud", "app_version": "1"}),
            json!({"auth_url": "javascript:alert(1)"}),
            json!({"auth_url": "http://elsewhere.example/auth"}),
            json!({"tenant_id": null, "auth_url": ""}),
        ] {
            assert!(Instance::read(&strange).is_none(), "{strange}");
        }
        let told = Instance::read(&json!({
            "app_name": "Halo PSA", "app_version": "2.236.133", "tenant_id": "acme",
            "auth_url": "https://acme.halopsa.com/auth/", "hosted_group": "US16", "more": {"x": 1}
        }))
        .expect("this is a Halo");
        assert_eq!(told.product.as_deref(), Some("HaloPSA"));
        assert_eq!(told.version.as_deref(), Some("2.236.133"));
        assert_eq!(told.tenant.as_deref(), Some("acme"));
        let server = told.authorisation_server.expect("it was told");
        assert_eq!(server.to_string(), "https://acme.halopsa.com/auth");
    }
}

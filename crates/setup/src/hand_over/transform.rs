//! How a vendor wants an address written: with or without scheme, `/api` and slash.
//!
//! Called by [`super::fill`] for every row. Text that is no address, such as a Client ID, comes
//! back as it is.

use url::{Host, Url};

use crate::profile::Transform;

/// The value as the vendor's form wants it; the transforms work in the order given.
pub fn transformed(value: &str, transforms: &[Transform]) -> String {
    let Some(mut address) = Address::read(value) else {
        return value.to_owned();
    };
    if transforms.is_empty() {
        return value.to_owned();
    }
    for transform in transforms {
        address.apply(*transform);
    }
    address.written()
}

/// Whether two addresses are on the same host and port.
pub(super) fn same_host(one: &str, other: &str) -> bool {
    match (Url::parse(one), Url::parse(other)) {
        (Ok(one), Ok(other)) => one.has_host() && one.origin() == other.origin(),
        _ => false,
    }
}

/// An address in the parts that vendors want or do not want.
struct Address {
    scheme: Option<String>,
    host: String,
    port: Option<u16>,
    path: String,
    query: Option<String>,
}

impl Address {
    fn read(value: &str) -> Option<Self> {
        let url = Url::parse(value).ok()?;
        let host = url.host_str()?.to_owned();
        // The parser adds a slash after a bare host; it is not part of what was given.
        let path = if url.path() == "/" && !value.ends_with('/') {
            ""
        } else {
            url.path()
        };
        Some(Self {
            scheme: Some(url.scheme().to_owned()),
            host,
            port: url.port(),
            path: path.to_owned(),
            query: url.query().map(str::to_owned),
        })
    }

    fn apply(&mut self, transform: Transform) {
        match transform {
            Transform::StripScheme => self.scheme = None,
            Transform::AddScheme => self.scheme = Some("https".to_owned()),
            Transform::HostOnly => {
                self.scheme = None;
                self.query = None;
                self.path.clear();
            }
            Transform::SubDomain => {
                self.scheme = None;
                self.query = None;
                self.path.clear();
                if let Ok(Host::Domain(name)) = Host::parse(&self.host) {
                    self.port = None;
                    let first = name.split('.').next().unwrap_or(&name);
                    first.clone_into(&mut self.host);
                }
            }
            Transform::StripApi => self.path.truncate(self.without_api().len()),
            Transform::AddApi => self.path = format!("{}/api", self.without_api()),
            Transform::StripAuth => {
                let path = self.without_slash();
                let kept = path.strip_suffix("/auth").unwrap_or(path).len();
                self.path.truncate(kept);
            }
            Transform::NoTrailingSlash => self.path = self.without_slash().to_owned(),
            Transform::TrailingSlash => self.path = format!("{}/", self.without_slash()),
        }
    }

    fn without_slash(&self) -> &str {
        self.path.trim_end_matches('/')
    }

    fn without_api(&self) -> &str {
        let path = self.without_slash();
        let start = path.len().saturating_sub("/api".len());
        match path.get(start..) {
            Some(end) if end.eq_ignore_ascii_case("/api") => path[..start].trim_end_matches('/'),
            _ => path,
        }
    }

    fn written(&self) -> String {
        let scheme = self.scheme.as_ref().map(|scheme| format!("{scheme}://"));
        let port = self.port.map(|port| format!(":{port}"));
        let query = self.query.as_ref().map(|query| format!("?{query}"));
        [
            scheme.unwrap_or_default(),
            self.host.clone(),
            port.unwrap_or_default(),
            self.path.clone(),
            query.unwrap_or_default(),
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Transform::{
        AddApi, HostOnly, NoTrailingSlash, StripApi, StripScheme, SubDomain, TrailingSlash,
    };

    #[test]
    fn every_transform_writes_the_address_as_asked() {
        let api = "https://acme.halopsa.com/api";
        let table: &[(&str, &[Transform], &str)] = &[
            (api, &[], api),
            (api, &[StripScheme], "acme.halopsa.com/api"),
            (api, &[HostOnly], "acme.halopsa.com"),
            (api, &[SubDomain], "acme"),
            (api, &[StripApi], "https://acme.halopsa.com"),
            (api, &[AddApi], api),
            (api, &[TrailingSlash], "https://acme.halopsa.com/api/"),
            (api, &[NoTrailingSlash], api),
            (api, &[StripApi, StripScheme], "acme.halopsa.com"),
            (api, &[StripApi, TrailingSlash], "https://acme.halopsa.com/"),
            (
                "https://acme.halopsa.com/auth",
                &[StripScheme],
                "acme.halopsa.com/auth",
            ),
            ("https://acme.halopsa.com", &[AddApi], api),
            ("https://acme.halopsa.com/", &[AddApi], api),
            (
                "https://acme.halopsa.com/",
                &[NoTrailingSlash],
                "https://acme.halopsa.com",
            ),
            (
                "https://acme.halopsa.com/API/",
                &[StripApi],
                "https://acme.halopsa.com",
            ),
            (
                "https://desk.example.org:8443/halo/api",
                &[StripApi],
                "https://desk.example.org:8443/halo",
            ),
            (
                "https://desk.example.org:8443/api",
                &[HostOnly],
                "desk.example.org:8443",
            ),
            (
                "https://desk.example.org/papi",
                &[StripApi],
                "https://desk.example.org/papi",
            ),
            ("https://127.0.0.1:8080/api", &[SubDomain], "127.0.0.1:8080"),
            ("http://127.0.0.1:8080/api", &[HostOnly], "127.0.0.1:8080"),
        ];
        for (value, transforms, wanted) in table {
            assert_eq!(
                transformed(value, transforms),
                *wanted,
                "{value} {transforms:?}"
            );
        }
    }

    #[test]
    fn text_that_is_no_address_stays() {
        for text in ["acme", "7f8d2c1a-0000-4000-8000-000000000000", ""] {
            assert_eq!(
                transformed(text, &[StripScheme, StripApi, TrailingSlash]),
                text
            );
        }
    }

    #[test]
    fn hosts_compare_with_their_port() {
        let api = "https://acme.halopsa.com/api";
        assert!(same_host(api, "https://acme.halopsa.com/auth"));
        assert!(!same_host(api, "https://auth.haloservicedesk.com"));
        assert!(!same_host(
            "https://desk.example.org/api",
            "https://desk.example.org:8443/auth"
        ));
        assert!(!same_host("acme", "acme"));
    }
}

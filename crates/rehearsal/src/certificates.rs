//! Certificates of the tenant's own making, good and bad, for practising what a program does when
//! it meets them.
//!
//! Two authorities per tenant: its own, which a check of this tenant may be told to trust, and a
//! stranger. No computer trusts either unless somebody makes it. Used by [`crate::line`]. Nothing
//! here is of use outside of a rehearsal: keys live as long as the tenant.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::aws_lc_rs,
        pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer},
        server::{ClientHello, ResolvesServerCert},
        sign::CertifiedKey,
    },
};

/// Which certificate a tenant shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certificate {
    /// Of the tenant's own authority, for the name that is asked for: good where that authority is
    /// trusted.
    OwnAuthority,
    /// Of another authority, which nobody trusts.
    UnknownAuthority,
    /// Vouched for by nobody.
    SelfSigned,
    /// Of the tenant's own authority, and over.
    Expired,
    /// Of the tenant's own authority, and not good before a far day.
    NotYetValid,
    /// Of the tenant's own authority, for another name.
    WrongHost,
}

/// The authorities of one tenant and the certificates they make. Made when first needed.
#[derive(Default)]
pub(crate) struct Certificates(OnceLock<Arc<Authorities>>);

struct Authorities {
    own: CertifiedIssuer<'static, KeyPair>,
    stranger: CertifiedIssuer<'static, KeyPair>,
    /// The key of every certificate that is shown.
    key: KeyPair,
}

impl Certificates {
    fn authorities(&self) -> Arc<Authorities> {
        self.0
            .get_or_init(|| Arc::new(Authorities::new().expect("the parameters are our own")))
            .clone()
    }

    /// The certificate of the tenant's own authority, as a file of trusted authorities has it.
    pub(crate) fn pem(&self) -> String {
        self.authorities().own.pem()
    }

    /// What accepts connections with this certificate.
    pub(crate) fn acceptor(&self, certificate: Certificate) -> TlsAcceptor {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("the provider has the usual protocols")
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(Shown {
                authorities: self.authorities(),
                certificate,
            }));
        TlsAcceptor::from(Arc::new(config))
    }
}

impl Authorities {
    fn new() -> Result<Self, rcgen::Error> {
        Ok(Self {
            own: authority("Rehearsal authority, for practice only")?,
            stranger: authority("Rehearsal stranger, for practice only")?,
            key: KeyPair::generate()?,
        })
    }

    fn make(
        &self,
        certificate: Certificate,
        name: &str,
    ) -> Result<CertificateDer<'static>, rcgen::Error> {
        let name = match certificate {
            Certificate::WrongHost => "another-host.example",
            _ => name,
        };
        let mut params = CertificateParams::new(vec![name.to_owned()])?;
        match certificate {
            Certificate::Expired => {
                params.not_before = date_time_ymd(2001, 1, 1);
                params.not_after = date_time_ymd(2002, 1, 1);
            }
            Certificate::NotYetValid => params.not_before = date_time_ymd(2900, 1, 1),
            _ => {}
        }
        let made = match certificate {
            Certificate::SelfSigned => params.self_signed(&self.key)?,
            Certificate::UnknownAuthority => params.signed_by(&self.key, &self.stranger)?,
            _ => params.signed_by(&self.key, &self.own)?,
        };
        Ok(made.der().clone())
    }
}

fn authority(name: &str) -> Result<CertifiedIssuer<'static, KeyPair>, rcgen::Error> {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    CertifiedIssuer::self_signed(params, KeyPair::generate()?)
}

/// Makes the certificate for whatever name is asked for.
struct Shown {
    authorities: Arc<Authorities>,
    certificate: Certificate,
}

impl fmt::Debug for Shown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Shown({:?})", self.certificate)
    }
}

impl ResolvesServerCert for Shown {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let name = hello.server_name().unwrap_or("localhost");
        let certificate = self.authorities.make(self.certificate, name).ok()?;
        let key = PrivatePkcs8KeyDer::from(self.authorities.key.serialize_der());
        let key = aws_lc_rs::sign::any_supported_type(&PrivateKeyDer::from(key)).ok()?;
        Some(Arc::new(CertifiedKey::new(vec![certificate], key)))
    }
}

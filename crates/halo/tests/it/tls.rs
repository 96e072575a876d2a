//! Certificates that must not be accepted, by real handshakes.

use std::sync::Arc;

use halo::{Good, HaloError, Overrides, discover};
use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, pki_types::PrivateKeyDer},
};

use crate::support::{errand, listener, transport};

/// A server on this computer with a certificate of its own making.
async fn serve(change: impl FnOnce(&mut CertificateParams)) -> String {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(vec!["localhost".into()]).unwrap();
    change(&mut params);
    let certificate = params.self_signed(&key).unwrap();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // The other side hangs up, as it should.
            let _ = acceptor.accept(stream).await;
        }
    });
    format!("https://localhost:{port}")
}

async fn verdict(address: &str) -> HaloError {
    let overrides = Overrides::default();
    discover(
        &transport(),
        &errand(),
        &address.parse().unwrap(),
        &overrides,
    )
    .await
    .unwrap_err()
}

#[tokio::test]
async fn a_certificate_nobody_vouches_for_is_not_trusted() {
    assert_eq!(verdict(&serve(|_| ()).await).await, HaloError::TlsUntrusted);
}

#[tokio::test]
async fn a_certificate_out_of_its_dates_is_called_so() {
    let past = serve(|params| {
        params.not_before = date_time_ymd(2001, 1, 1);
        params.not_after = date_time_ymd(2002, 1, 1);
    });
    let good = Some(Good::Until("2002-01-01T00:00:00Z".parse().unwrap()));
    let expected = HaloError::TlsExpired { good };
    assert_eq!(verdict(&past.await).await, expected);
    let future = serve(|params| params.not_before = date_time_ymd(2900, 1, 1));
    let good = Some(Good::From("2900-01-01T00:00:00Z".parse().unwrap()));
    let expected = HaloError::TlsExpired { good };
    assert_eq!(verdict(&future.await).await, expected);
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_is_told_from_a_silent_one() {
    let (listener, base) = listener().await;
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
            // Ends when the other side closes.
            while stream.read_u8().await.is_ok() {}
        }
    });
    let address = base.replace("http://", "https://");
    assert_eq!(verdict(&address).await, HaloError::TlsFailed);
}

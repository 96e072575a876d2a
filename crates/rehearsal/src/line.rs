//! How connections behave before and beneath HTTP: TLS with good and bad certificates, and servers
//! that speak HTTP wrongly on purpose.
//!
//! [`crate::serve()`] listens through a [`Doorway`]. Which line is on is part of the
//! [`State`](crate::state::State), so that a scenario can spoil it and mending puts it right.
//! Not here: what is answered once a request has come through.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncRead, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};
use tokio_util::sync::CancellationToken;

use crate::{
    certificates::{Certificate, Certificates},
    control::Shared,
    faults::Place,
};

/// How connections behave.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Line {
    /// Plain HTTP.
    #[default]
    Plain,
    /// HTTP under TLS with this certificate.
    Tls(Certificate),
    /// Addressed as HTTPS, and never answers the greeting of TLS.
    SilentTls,
    /// Addressed as HTTPS, and answers in plain HTTP.
    PlainBehindHttps,
    /// Requests to this place get bytes that are no proper HTTP.
    Scripted(Place, &'static Script),
}

impl Line {
    /// Whether the tenant is to be addressed by `https`.
    pub(crate) fn is_https(self) -> bool {
        matches!(
            self,
            Self::Tls(_) | Self::SilentTls | Self::PlainBehindHttps
        )
    }
}

/// What a server sends that does not keep to HTTP.
#[derive(Debug)]
pub(crate) struct Script {
    /// Sent at once.
    pub(crate) opening: &'static [u8],
    /// Sent again and again after it; nothing if empty.
    pub(crate) again: &'static [u8],
    /// The pause before each repetition.
    pub(crate) pause: Duration,
    /// What then happens to the connection.
    pub(crate) end: End,
}

/// How a scripted connection ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// It stays open and silent.
    Hold,
    /// It is closed properly.
    Close,
    /// It is torn down.
    Reset,
}

/// A connection, encrypted or not.
pub(crate) trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// Where connections that speak HTTP come in.
pub(crate) struct Doorway {
    address: SocketAddr,
    connections: mpsc::Receiver<Box<dyn Stream>>,
}

/// What is done with connections before HTTP.
#[derive(Clone)]
pub(crate) struct Porter {
    pub(crate) shared: Arc<Shared>,
    pub(crate) certificates: Arc<Certificates>,
    pub(crate) stop: CancellationToken,
}

impl Doorway {
    /// Receives the listener's connections until the porter is stopped.
    pub(crate) fn open(listener: TcpListener, address: SocketAddr, porter: Porter) -> Self {
        let (pass, connections) = mpsc::channel(16);
        tokio::spawn(async move {
            loop {
                let accepted = tokio::select! {
                    () = porter.stop.cancelled() => return,
                    accepted = listener.accept() => accepted,
                };
                // What went wrong with one connection says nothing about the next.
                if let Ok((stream, _)) = accepted {
                    let (porter, pass) = (porter.clone(), pass.clone());
                    tokio::spawn(async move { porter.receive(stream, &pass).await });
                }
            }
        });
        Self {
            address,
            connections,
        }
    }
}

impl axum::serve::Listener for Doorway {
    type Io = Box<dyn Stream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.connections.recv().await {
            Some(stream) => (stream, self.address),
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}

impl Porter {
    async fn receive(&self, mut stream: TcpStream, pass: &mpsc::Sender<Box<dyn Stream>>) {
        let line = self.shared.now().line;
        let stream: Box<dyn Stream> = match line {
            Line::Tls(certificate) => {
                let handshake = self.certificates.acceptor(certificate).accept(stream);
                tokio::select! {
                    () = self.stop.cancelled() => return,
                    shaken = handshake => match shaken {
                        Ok(stream) => Box::new(stream),
                        Err(_) => return,
                    },
                }
            }
            Line::SilentTls => return self.play(&SILENCE, stream).await,
            Line::Scripted(place, script) => {
                let path = peek_path(&mut stream).await;
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                if place.holds(&path) {
                    return self.play(script, stream).await;
                }
                Box::new(stream)
            }
            Line::Plain | Line::PlainBehindHttps => Box::new(stream),
        };
        // Nobody takes it any more once the tenant has stopped.
        let _ = pass.send(stream).await;
    }

    /// Says what the script says, whatever the other side does.
    async fn play(&self, script: &Script, mut stream: TcpStream) {
        if script.end == End::Reset {
            let _ = stream.set_zero_linger();
        }
        let (mut from, mut to) = stream.split();
        let talk = async {
            to.write_all(script.opening).await?;
            while !script.again.is_empty() {
                if !script.pause.is_zero() {
                    tokio::time::sleep(script.pause).await;
                }
                to.write_all(script.again).await?;
            }
            match script.end {
                End::Hold => std::future::pending().await,
                End::Close => to.shutdown().await,
                // A moment for what was sent to arrive: a reset may overtake it.
                End::Reset => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    Ok(())
                }
            }
        };
        let mut unheard = tokio::io::sink();
        let hear = async {
            let heard = tokio::io::copy(&mut from, &mut unheard).await;
            // A proper end of what it says is no reason to stop talking to it.
            if heard.is_ok() && script.end != End::Hold {
                std::future::pending::<()>().await;
            }
        };
        tokio::select! {
            () = self.stop.cancelled() => {}
            _ = talk => {}
            () = hear => {}
        }
    }
}

const SILENCE: Script = Script {
    opening: b"",
    again: b"",
    pause: Duration::ZERO,
    end: End::Hold,
};

/// The path that is asked for, in lower case, without taking it out of the stream.
async fn peek_path(stream: &mut TcpStream) -> Vec<String> {
    let mut head = [0; 2048];
    let mut seen = 0;
    loop {
        let Ok(now) = stream.peek(&mut head).await else {
            return Vec::new();
        };
        let line_ends = head[..now].contains(&b'\n');
        if now == 0 || line_ends || now == head.len() {
            seen = now;
        }
        if seen > 0 || now == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let line = String::from_utf8_lossy(&head[..seen]).to_lowercase();
    let target = line.split_whitespace().nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default();
    path.split('/')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt;

    use super::*;

    #[test]
    fn only_lines_under_tls_are_addressed_by_https() {
        assert!(Line::Tls(Certificate::SelfSigned).is_https());
        assert!(Line::SilentTls.is_https());
        assert!(!Line::Plain.is_https());
        assert!(!Line::Scripted(Place::Everywhere, &SILENCE).is_https());
    }

    #[tokio::test]
    async fn the_path_is_seen_without_being_taken() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut sending = TcpStream::connect(listener.local_addr().unwrap())
            .await
            .unwrap();
        let (mut received, _) = listener.accept().await.unwrap();
        let request = b"GET /API/Client?x=/1 HTTP/1.1\r\n\r\n";
        sending.write_all(request).await.unwrap();
        assert_eq!(peek_path(&mut received).await, ["api", "client"]);
        let mut all = vec![0; request.len()];
        received.read_exact(&mut all).await.unwrap();
        assert_eq!(all, request);
    }
}

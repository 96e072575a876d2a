//! The proxy of a company's network: it connects every call with one port of this computer, whatever
//! host was meant, or it has a manner of its own. The terminal's tests use it as well.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

/// How a proxy treats whoever asks it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Manner {
    /// It connects.
    Connects,
    /// It connects whoever shows these credentials, written as Basic authentication has them, and
    /// answers everybody else with 407.
    AsksWho(&'static str),
    /// It answers with this status and reason.
    Answers(&'static str),
    /// It connects, except with this host: there it answers with this status and reason.
    KeepsFrom(&'static str, &'static str),
    /// It takes the call and never answers.
    Hangs,
    /// It takes the call and hangs up.
    HangsUp,
    /// The head of its answer has no end.
    Floods,
    /// It speaks something else.
    OtherProtocol,
}

/// A proxy that runs as long as the test.
pub(crate) struct Proxy {
    /// As `HTTPS_PROXY` has it.
    pub(crate) address: String,
    manner: Arc<Mutex<Manner>>,
}

impl Proxy {
    /// A proxy that connects with this port.
    pub(crate) async fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let manner = Arc::new(Mutex::new(Manner::Connects));
        let now = manner.clone();
        tokio::spawn(async move {
            while let Ok((here, _)) = listener.accept().await {
                let manner = *now.lock().expect("nobody panics while holding it");
                // What happens to one call is no matter of the next.
                tokio::spawn(async move { treat(here, manner, port).await.ok() });
            }
        });
        Self {
            address: format!("http://{address}"),
            manner,
        }
    }

    /// From now on it behaves like this.
    pub(crate) fn becomes(&self, manner: Manner) {
        *self.manner.lock().expect("nobody panics while holding it") = manner;
    }
}

async fn treat(mut here: TcpStream, manner: Manner, port: u16) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(here.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    assert!(head.starts_with("CONNECT "), "{head}");
    match manner {
        Manner::AsksWho(credentials) if head.contains(&format!("Basic {credentials}\r\n")) => {
            connect(here, port).await
        }
        Manner::AsksWho(_) => {
            let asks = "407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm=\"a\"";
            answer(here, asks).await
        }
        Manner::KeepsFrom(host, status) if head.starts_with(&format!("CONNECT {host}:")) => {
            answer(here, status).await
        }
        Manner::Connects | Manner::KeepsFrom(..) => connect(here, port).await,
        Manner::Answers(status) => answer(here, status).await,
        Manner::Hangs => loop {
            // Ends when the other side hangs up.
            here.read_u8().await?;
        },
        Manner::HangsUp => Ok(()),
        Manner::Floods => {
            here.write_all(b"HTTP/1.1 200 OK\r\nx-endless: ").await?;
            loop {
                here.write_all(&[b'a'; 4096]).await?;
            }
        }
        Manner::OtherProtocol => here.write_all(b"SSH-2.0-OpenSSH_9.6\r\n").await,
    }
}

async fn connect(mut here: TcpStream, port: u16) -> std::io::Result<()> {
    let mut there = TcpStream::connect(("127.0.0.1", port)).await?;
    here.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
    copy_bidirectional(&mut here, &mut there).await?;
    Ok(())
}

async fn answer(mut here: TcpStream, status: &str) -> std::io::Result<()> {
    let said = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\n\r\n");
    here.write_all(said.as_bytes()).await?;
    here.shutdown().await
}

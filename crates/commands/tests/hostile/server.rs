//! A server that says whatever a test wants, over real sockets, and counts how often it was asked.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What was asked.
pub(crate) struct Asked {
    /// The path in lower case.
    pub(crate) path: String,
    /// The page, from 1.
    pub(crate) page: u64,
    /// The key that came along, if any did.
    pub(crate) key: Option<String>,
    /// How many requests for this script came before.
    pub(crate) before: usize,
}

/// What is said.
#[derive(Clone)]
pub(crate) enum Says {
    /// A whole answer: status, header lines, body.
    Answer(u16, String, Arc<[u8]>),
    /// The beginning of an answer, and then the same bytes again and again, or silence.
    Endless(&'static [u8], &'static [u8]),
}

impl Says {
    pub(crate) fn json(text: impl Into<String>) -> Self {
        let kind = "content-type: application/json\r\n".to_owned();
        Self::Answer(200, kind, text.into().into_bytes().into())
    }

    pub(crate) fn status(status: u16, headers: &str) -> Self {
        Self::Answer(status, headers.to_owned(), Arc::from([]))
    }
}

pub(crate) type Script = Arc<dyn Fn(&Asked) -> Says + Send + Sync>;

/// A server. Its script can be changed at any time.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) address: String,
    shared: Arc<Shared>,
}

struct Shared {
    script: Mutex<Script>,
    asked: AtomicUsize,
}

impl Server {
    pub(crate) async fn saying(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("it is bound"));
        let shared = Arc::new(Shared {
            script: Mutex::new(script),
            asked: AtomicUsize::new(0),
        });
        let about = format!(
            "{{\"auth_url\":\"{address}/auth\",\"tenant_id\":\"acme\",\"app_name\":\"Halo PSA\"}}"
        );
        let server = Self { address, shared };
        let speaking = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(speak(stream, speaking.clone(), about.clone()));
            }
        });
        server
    }

    /// From now on it says something else.
    pub(crate) fn say(&self, script: Script) {
        *self.script() = script;
        self.shared.asked.store(0, Ordering::SeqCst);
    }

    /// How often it was asked since then, for anything that its script answers.
    pub(crate) fn asked(&self) -> usize {
        self.shared.asked.load(Ordering::SeqCst)
    }

    fn script(&self) -> std::sync::MutexGuard<'_, Script> {
        self.shared
            .script
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

const TOKEN: &str = "{\"access_token\":\"abc\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

/// Answers one request. Whoever is a Halo says about itself what a Halo does, and issues tokens.
async fn speak(mut stream: TcpStream, server: Server, about: String) {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => request.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8_lossy(&request).into_owned();
    let says = if head.to_lowercase().contains("/authinfo")
        || head.to_lowercase().contains("/instanceinfo")
    {
        Says::json(about)
    } else if head.starts_with("POST") {
        Says::json(TOKEN)
    } else {
        let before = server.shared.asked.fetch_add(1, Ordering::SeqCst);
        let script = Arc::clone(&server.script());
        script(&asked(&head, before))
    };
    match says {
        Says::Answer(status, headers, body) => {
            let head = format!(
                "HTTP/1.1 {status} So\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            let _ = stream.write_all(head.as_bytes()).await;
            let _ = stream.write_all(&body).await;
            let _ = stream.shutdown().await;
        }
        Says::Endless(begin, more) => {
            let _ = stream.set_nodelay(true);
            let mut alive = stream.write_all(begin).await.is_ok();
            while alive && !more.is_empty() {
                alive = stream.write_all(more).await.is_ok();
            }
        }
    }
    // The rest of what the other side says, so that closing does not tear the connection down.
    let _ = tokio::io::copy(&mut stream, &mut tokio::io::sink()).await;
}

fn asked(head: &str, before: usize) -> Asked {
    let target = head.split(' ').nth(1).unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let page = query
        .split('&')
        .find_map(|pair| match pair.split_once('=') {
            Some(("page" | "page_no", number)) => number.parse().ok(),
            _ => None,
        });
    let key = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_key = name.eq_ignore_ascii_case("x-api-key");
        is_key.then(|| value.trim().to_owned())
    });
    Asked {
        path: path.to_lowercase(),
        page: page.unwrap_or(1),
        key,
        before,
    }
}

//! Answers made to take as much memory as any answer within the limits can: a Halo that is one in
//! every respect, and says far too much.

use std::fmt::Write as _;

use commands::check::Checked;
use rehearsal::Running;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::runs::{profile, run};
use crate::{MOST, growth};

/// Tries every kind of answer for every call after the token; what is wrong, in words.
pub(crate) async fn try_all() -> Vec<String> {
    let name = profile()
        .ticket_types
        .first()
        .map(|one| one.suggested_name.clone())
        .unwrap_or_default();
    let table = [
        (
            "rows of a number each",
            rows(|id| format!("{{\"id\":{id}}}")),
        ),
        (
            "rows with the name that is looked for",
            rows(move |id| format!("{{\"id\":{id},\"name\":\"{name}\"}}")),
        ),
        ("empty rows", rows(|_| "{}".to_owned())),
        ("empty lists", rows(|_| "[]".to_owned())),
        ("numbers", rows(|_| "0".to_owned())),
        ("empty texts", rows(|_| "\"\"".to_owned())),
        ("one long text", format!("[\"{}\"]", "x".repeat(LONG))),
        (
            "one long text in every place",
            format!(
                "{{\"id\":21,\"name\":\"{0}\",\"record_count\":1}}",
                "x".repeat(LONG)
            ),
        ),
        ("many fields", {
            let fields = rows(|id| format!("\"f{id}\":0"));
            format!("{{{}}}", &fields[1..fields.len() - 1])
        }),
        ("many teams of the agent's own", {
            let teams = rows(|id| format!("{{\"team_id\":{id},\"team_name\":\"t\"}}"));
            format!("{{\"id\":21,\"name\":\"a\",\"teams\":{teams}}}")
        }),
        ("many claims of the agent's own", {
            let claims = rows(|_| "{\"type\":\"a\",\"value\":\"b\"}".to_owned());
            format!("{{\"id\":21,\"name\":\"a\",\"claims\":{claims}}}")
        }),
    ];
    let mut wrong = Vec::new();
    for (what, answer) in table {
        for part in [1, 24, 40] {
            // As long as allowed, and as long as it may be before it is refused for its weight.
            let answer = shorter(&answer, part);
            let address = serve(answer).await;
            let (_, grown) = growth(check(&address)).await;
            if grown > MOST {
                wrong.push(format!("{what}: took {} MB", grown / 1024 / 1024));
            }
        }
    }
    wrong
}

/// Just below the longest answer that is read.
const LONG: usize = 5 * 1024 * 1024 - 1024;

/// As many rows as are read.
fn rows(row: impl Fn(usize) -> String) -> String {
    let mut text = String::from("[");
    let mut id = 0;
    while text.len() < LONG - 64 {
        id += 1;
        let _ = write!(text, "{},", row(id));
    }
    text.pop();
    text.push(']');
    text
}

/// The same list with a part of its rows.
fn shorter(list: &str, part: usize) -> String {
    if part == 1 || !list.starts_with('[') {
        return list.to_owned();
    }
    let cut = list[..list.len() / part].rfind(',').unwrap_or(1);
    let mut text = list[..cut].to_owned();
    // A row that was cut in two is no row.
    while !text.ends_with(['}', ']', '0', '"']) && text.len() > 1 {
        text.truncate(text.rfind(',').unwrap_or(1));
    }
    text.push(']');
    text
}

async fn check(address: &str) -> Checked {
    let as_product = Running {
        address: address.to_owned(),
        client_id: "a-client".to_owned(),
        client_secret: "a-secret-of-no-use".to_owned(),
        tenant: String::new(),
        product: String::new(),
        scenario: String::new(),
    };
    run(address, &as_product).await
}

/// A Halo that issues tokens and answers every other request with this. The answer is made once,
/// before memory is counted.
async fn serve(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("it is bound"));
    let answer: &'static str = Box::leak(answer.into_boxed_str());
    let about = format!(
        "{{\"auth_url\":\"{address}/auth\",\"tenant_id\":\"acme\",\"app_name\":\"Halo PSA\"}}"
    );
    let about: &'static str = Box::leak(about.into_boxed_str());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(speak(stream, about, answer));
        }
    });
    address
}

const TOKEN: &str = "{\"access_token\":\"abc\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

async fn speak(mut stream: TcpStream, about: &str, answer: &str) {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => request.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8_lossy(&request).to_lowercase();
    let says = if head.contains("/authinfo") || head.contains("/instanceinfo") {
        about
    } else if head.starts_with("post") {
        TOKEN
    } else {
        answer
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        says.len()
    );
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(says.as_bytes()).await;
    let _ = stream.shutdown().await;
    // The rest of what it says, so that closing does not tear the connection down.
    let _ = tokio::io::copy(&mut stream, &mut tokio::io::sink()).await;
}

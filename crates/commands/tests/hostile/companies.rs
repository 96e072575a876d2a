//! The other product's list from a server that means harm: each reading ends within its limits
//! and in little memory, says what it was, leaves the list from before alone, and works again
//! once the server behaves.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use crate::bench::{Bench, KEY};
use crate::runs::{HASTY, PATIENT};
use crate::server::{Asked, Says, Script, Server};
use crate::{ALONE, MOST, growth};

/// How a reading has to end.
#[derive(Clone, Copy)]
pub(crate) enum Ends {
    /// With a sentence that has these words in it.
    Saying(&'static str),
    /// With a list of so many rows.
    With(u64),
}

pub(crate) struct Case {
    pub(crate) what: &'static str,
    pub(crate) script: Script,
    pub(crate) ends: Ends,
    /// Time for one answer.
    pub(crate) total: Duration,
}

pub(crate) fn case(
    what: &'static str,
    ends: Ends,
    script: impl Fn(&Asked) -> Says + Send + Sync + 'static,
) -> Case {
    Case {
        what,
        script: Arc::new(script),
        ends,
        total: PATIENT,
    }
}

/// The same answer to everything, made before memory is counted.
pub(crate) fn always(says: Says) -> impl Fn(&Asked) -> Says {
    move |_| says.clone()
}

/// A case whose server takes for ever: it is waited for a second instead of twenty.
pub(crate) fn slow(
    what: &'static str,
    ends: Ends,
    begin: &'static [u8],
    more: &'static [u8],
) -> Case {
    Case {
        total: HASTY,
        ..case(what, ends, move |_| Says::Endless(begin, more))
    }
}

/// What is wrong with how a reading ended, in words.
pub(crate) fn wrong(ends: Ends, end: &Value) -> Option<String> {
    let is_right = match ends {
        Ends::Saying(words) => {
            let said = end["message"].as_str().unwrap_or_default();
            end["how"] == "stopped" && said.contains(words)
        }
        Ends::With(_) => end["how"] == "done",
    };
    (!is_right).then(|| {
        let mut end = end.clone();
        if let Some(end) = end.as_object_mut() {
            end.remove("view");
        }
        format!("ended with {end}")
    })
}

/// `count` companies from an id on, each as `row` writes it.
fn companies(from: u64, count: u64, row: impl Fn(u64) -> String) -> Says {
    let mut text = String::from("{\"companies\":[");
    for id in from..from + count {
        let _ = write!(text, "{},", row(id));
    }
    text.truncate(text.trim_end_matches(',').len());
    text.push_str("]}");
    Says::json(text)
}

fn plain(id: u64) -> String {
    format!("{{\"id\":{id},\"name\":\"Company {id}\"}}")
}

/// Two companies, and an empty page.
fn well() -> Script {
    Arc::new(|asked| match asked.page {
        _ if asked.key.as_deref() != Some(KEY) => Says::status(401, ""),
        1 => companies(1, 2, plain),
        _ => companies(0, 0, plain),
    })
}

/// Another two, after as many answers of this kind as there are.
fn after(troubles: usize, trouble: fn() -> Says) -> impl Fn(&Asked) -> Says {
    let well = well();
    move |asked| {
        if asked.before < troubles {
            trouble()
        } else {
            well(asked)
        }
    }
}

fn long(letter: &str) -> String {
    letter.repeat(2_000)
}

fn lengths() -> Vec<Case> {
    use Ends::{Saying, With};
    vec![
        case("pages without end", Saying("200,000"), |asked| {
            companies(asked.page * 250, 250, plain)
        }),
        case(
            "pages of one row without end",
            Saying("did not end"),
            |asked| companies(asked.page, 1, plain),
        ),
        case(
            "pages of rows without an id without end",
            Saying("200,000"),
            |asked| companies(asked.page * 250, 250, |id| format!("{{\"name\":\"{id}\"}}")),
        ),
        case(
            "pages of long names without end",
            Saying("MB of text"),
            |asked| {
                let name = long("n");
                companies(asked.page * 250, 250, |id| {
                    format!("{{\"id\":{id},\"name\":\"{name}\",\"city\":\"{name}\"}}")
                })
            },
        ),
        case(
            "pages of long ids without end",
            Saying("MB of text"),
            |asked| {
                let id = "i".repeat(190);
                companies(asked.page * 250, 250, |number| {
                    format!("{{\"id\":\"{id}{number}\",\"name\":\"x\"}}")
                })
            },
        ),
        case(
            "pages of rows without a name without end",
            Saying("200,000"),
            |asked| companies(asked.page * 250, 250, |id| format!("{{\"id\":{id}}}")),
        ),
        case("names that are too long", With(1), |asked| {
            let (name, rows) = (long("nn"), u64::from(asked.page == 1) * 250);
            companies(1, rows, |id| match id {
                1 => plain(id),
                _ => format!("{{\"id\":{id},\"name\":\"{name}\"}}"),
            })
        }),
        case("the same page for ever", With(250), |_| {
            companies(1, 250, plain)
        }),
        case("the same ids with other names for ever", With(2), |asked| {
            let page = asked.page;
            companies(1, 2, |id| {
                format!("{{\"id\":{id},\"name\":\"{id}, {page}\"}}")
            })
        }),
        case(
            "a page of a million rows",
            Saying("MB in one answer"),
            always(companies(1, 1_000_000, plain)),
        ),
        case(
            "a page of as many rows as can be weighed",
            Saying("MB in one answer"),
            always(companies(1, 30_000, plain)),
        ),
        case("an endless text", Saying("MB in one answer"), |_| {
            Says::Endless(
                b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
                b"10\r\n[[[[[[[[[[[[[[[[\r\n",
            )
        }),
        case("a length that is a lie", Saying("MB in one answer"), |_| {
            Says::Endless(
                b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n",
                b"[",
            )
        }),
        slow(
            "a length beyond all numbers",
            Saying("no such list"),
            b"HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551615\r\n\r\n",
            b"[",
        ),
        case(
            "compressed blanks without end",
            Saying("MB in one answer"),
            |_| {
                let headers = "content-type: application/json\r\ncontent-encoding: gzip\r\n";
                Says::Answer(200, headers.to_owned(), Arc::from(bomb()))
            },
        ),
    ]
}

/// Sixty-four megabytes of blanks in a few kilobytes.
fn bomb() -> Vec<u8> {
    use std::io::Write as _;
    let fast = flate2::Compression::best();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), fast);
    for _ in 0..64 {
        packed.write_all(&vec![b' '; 1024 * 1024]).expect("memory");
    }
    packed.finish().expect("memory")
}

fn shapes() -> Vec<Case> {
    use Ends::{Saying, With};
    let unlike = |text: &str| {
        let text = text.to_owned();
        move |_: &Asked| Says::json(text.clone())
    };
    vec![
        case("deep JSON", Saying("no such list"), |_| {
            let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
            Says::json(format!("{{\"companies\":[{{\"id\":{deep}}}]}}"))
        }),
        case(
            "broken JSON",
            Saying("no such list"),
            unlike("{\"companies\":[{\"id\":1,"),
        ),
        case("nothing", Saying("no such list"), unlike("")),
        case("a text", Saying("no such list"), unlike("\"companies\"")),
        case(
            "companies that are no list",
            Saying("no such list"),
            unlike("{\"companies\":7}"),
        ),
        case("letters that are none", Saying("no such list"), |_| {
            let kind = "content-type: application/json\r\n".to_owned();
            Says::Answer(
                200,
                kind,
                Arc::from(&b"{\"companies\":[{\"id\":1,\"name\":\"\xFF\xFE\"}]}"[..]),
            )
        }),
        case("a web page", Saying("web page"), |_| {
            let kind = "content-type: text/html\r\n".to_owned();
            Says::Answer(
                200,
                kind,
                Arc::from(&b"<html><body>Sign in</body></html>"[..]),
            )
        }),
        case(
            "what only says that it is compressed",
            Saying("no such list"),
            |_| {
                let kind =
                    "content-type: application/json\r\ncontent-encoding: gzip\r\n".to_owned();
                Says::Answer(200, kind, Arc::from(&b"not compressed at all"[..]))
            },
        ),
        case("rows that are anything but companies", With(1), |asked| {
            let odd = "0,\"x\",null,[],{},{\"id\":null,\"name\":\"x\"},{\"id\":[],\"name\":\"x\"},\
                {\"id\":3,\"name\":7},{\"id\":4,\"name\":\" \"},\
                {\"id\":1,\"name\":\"One\",\"website\":{},\"integrations\":[7,{\"integrator_name\":\"Halo\"}]}";
            let rows = if asked.page == 1 { odd } else { "" };
            Says::json(format!("{{\"companies\":[{rows}]}}"))
        }),
        case("a row that looks like a secret", With(1), |asked| {
            let guid = "5d0c7e6a-9d4f-4d1e-8a53-0f1e2d3c4b5a";
            let like = format!("{{\"id\":2,\"name\":\"{guid}-{guid}\"}},{}", plain(1));
            let rows = if asked.page == 1 { like } else { String::new() };
            Says::json(format!("{{\"companies\":[{rows}]}}"))
        }),
    ]
}

fn refusals() -> Vec<Case> {
    use Ends::{Saying, With};
    vec![
        case("401", Saying("API key"), |_| Says::status(401, "")),
        case("403", Saying("API key"), |_| Says::status(403, "")),
        case("404", Saying("no such list at this address"), |_| {
            Says::status(404, "")
        }),
        case("418", Saying("status 418"), |_| Says::status(418, "")),
        case("407", Saying("proxy"), |_| Says::status(407, "")),
        case("500", Saying("problem of its own"), |_| {
            Says::status(500, "")
        }),
        case("503 for ever", Saying("problem of its own"), |_| {
            Says::status(503, "")
        }),
        case("503 twice", With(2), after(2, || Says::status(503, ""))),
        case("429 for ever", Saying("longer pause"), |_| {
            Says::status(429, "")
        }),
        case("429 once", With(2), after(1, || Says::status(429, ""))),
        case(
            "429 with a second's pause",
            With(2),
            after(1, || Says::status(429, "retry-after: 1\r\n")),
        ),
        case(
            "429 with a pause of nothing",
            With(2),
            after(2, || Says::status(429, "retry-after: 0\r\n")),
        ),
        case(
            "429 with a pause that is none",
            With(2),
            after(1, || Says::status(429, "retry-after: soon\r\n")),
        ),
        case(
            "429 with a pause until long ago",
            With(2),
            after(1, || {
                Says::status(429, "retry-after: Sun, 06 Nov 1994 08:49:37 GMT\r\n")
            }),
        ),
        case(
            "503 with a pause of ages",
            Saying("problem of its own"),
            |_| Says::status(503, "retry-after: 18446744073709551615\r\n"),
        ),
    ]
}

fn delays() -> Vec<Case> {
    use Ends::Saying;
    vec![
        slow("silence", Saying("took longer"), b"", b""),
        slow(
            "half a head",
            Saying("took longer"),
            b"HTTP/1.1 200 OK\r\ncontent-ty",
            b"",
        ),
        slow(
            "a head that drips",
            Saying("server"),
            b"HTTP/1.1 200 OK\r\n",
            b"a: b\r\n",
        ),
        slow(
            "half a body",
            Saying("took longer"),
            b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"comp",
            b"",
        ),
        slow(
            "a body that drips",
            Saying("took longer"),
            b"HTTP/1.1 200 OK\r\ncontent-length: 5000000\r\n\r\n",
            b" ",
        ),
        slow(
            "no HTTP",
            Saying("no such list"),
            b"I am no web server\r\n\r\n",
            b"",
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_its_server_does_the_other_list_can_be_read_later() {
    let _alone = ALONE.lock().await;
    let halo = Server::saying(well()).await;
    let server = Server::saying(well()).await;
    let mut bench = Bench::set("hudu", "companies", &halo.address).await;
    bench.reads_from(&server.address).await;
    bench.read_companies().await;
    let cases = [lengths(), shapes(), refusals(), delays()];
    let mut said = Vec::new();
    for case in cases.into_iter().flatten() {
        let mut say = |what: String| said.push(format!("{}: {what}", case.what));
        bench.start_again(case.total);
        server.say(case.script);
        let (end, grown) = growth(bench.read_companies()).await;
        if let Some(wrong) = wrong(case.ends, &end) {
            say(wrong);
        }
        if grown > MOST {
            say(format!("took {} MB", grown / 1024 / 1024));
        }
        if end.to_string().contains(KEY) {
            say("the key came out".to_owned());
        }
        let kept = bench.kept("vendor_list").await;
        let expected = match case.ends {
            Ends::Saying(_) => 2,
            Ends::With(rows) => rows,
        };
        if kept != expected {
            say(format!("{kept} rows are kept"));
        }
        // The server behaves again.
        server.say(well());
        let end = bench.read_companies().await;
        if let Some(wrong) = wrong(Ends::With(2), &end) {
            say(format!("and then {wrong}"));
        }
    }
    assert!(said.is_empty(), "{said:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_asks_for_ages_is_left_in_peace_and_read_later() {
    let _alone = ALONE.lock().await;
    let halo = Server::saying(well()).await;
    for pause in [
        "18446744073709551615",
        "99999999999999999999999",
        "86400",
        "Fri, 31 Dec 9999 23:59:59 GMT",
    ] {
        let server = Server::saying(well()).await;
        let mut bench = Bench::set("hudu", "companies", &halo.address).await;
        bench.reads_from(&server.address).await;
        bench.read_companies().await;
        let asks = format!("retry-after: {pause}\r\n");
        server.say(Arc::new(move |_| Says::status(429, &asks)));
        let end = bench.read_companies().await;
        assert_eq!(wrong(Ends::Saying("longer pause"), &end), None, "{pause}");
        assert!(server.asked() >= 1);

        // Within that pause nothing more is sent.
        server.say(well());
        let end = bench.read_companies().await;
        let is_number = pause.parse::<u64>().is_ok() || pause.contains("GMT");
        if is_number {
            assert_eq!(wrong(Ends::Saying("longer pause"), &end), None, "{pause}");
            assert_eq!(server.asked(), 0, "{pause}");
        }
        bench.start_again(PATIENT);
        let end = bench.read_companies().await;
        assert_eq!(wrong(Ends::With(2), &end), None, "{pause}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_sent_nowhere_else() {
    let _alone = ALONE.lock().await;
    let halo = Server::saying(well()).await;
    let server = Server::saying(well()).await;
    let bench = Bench::set("hudu", "companies", &halo.address).await;
    bench.reads_from(&server.address).await;
    bench.read_companies().await;
    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a free port");
    elsewhere.set_nonblocking(true).expect("a listener");
    let there = elsewhere.local_addr().expect("it is bound");
    for status in [301, 302, 303, 307, 308] {
        let to = format!("location: http://{there}/api/v1/companies\r\n");
        server.say(Arc::new(move |_| Says::status(status, &to)));
        let end = bench.read_companies().await;
        assert_eq!(wrong(Ends::Saying("127.0.0.1"), &end), None, "{status}");
        let arrived = elsewhere.accept().map_err(|error| error.kind());
        assert_eq!(arrived.err(), Some(ErrorKind::WouldBlock), "{status}");
        assert_eq!(server.asked(), 1, "{status}");
    }
    // Another list on a later page is no reason to go there either.
    let to = format!("location: http://{there}/\r\n");
    server.say(Arc::new(move |asked| match asked.page {
        1 => companies(1, 250, plain),
        _ => Says::status(302, &to),
    }));
    let end = bench.read_companies().await;
    assert_eq!(wrong(Ends::Saying("127.0.0.1"), &end), None);
    assert!(elsewhere.accept().is_err());
    assert_eq!(bench.kept("vendor_list").await, 2);
    server.say(well());
    let end = bench.read_companies().await;
    assert_eq!(wrong(Ends::With(2), &end), None);
    // And that listener would have noticed.
    let _visitor = std::net::TcpStream::connect(there).expect("it listens");
    let mut arrived = (0..1_000_000).map(|_| elsewhere.accept().is_ok());
    assert!(arrived.any(|it| it));
}

//! Halo's lists from a Halo that means harm: each reading ends within its limits and in little
//! memory, says what it was, leaves the list from before alone, and works again once Halo behaves.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::Value;

use crate::bench::Bench;
use crate::companies::{Case, Ends, always, case, slow, wrong};
use crate::server::{Asked, Says, Script, Server};
use crate::{ALONE, MOST, growth};

/// `count` rows of a list from an id on, with this number of rows in all.
fn list(total: &str, from: u64, count: u64, row: impl Fn(u64) -> String) -> Says {
    let mut text = format!("{{\"record_count\":{total},\"rows\":[");
    for id in from..from + count {
        let _ = write!(text, "{},", row(id));
    }
    text.truncate(text.trim_end_matches(',').len());
    text.push_str("]}");
    Says::json(text)
}

fn named(id: u64) -> String {
    format!("{{\"id\":{id},\"name\":\"Customer {id}\"}}")
}

/// A part of what is said about an answer, and that answer.
type Trouble = (&'static str, fn() -> Says);

/// Three customers and one site.
fn well() -> Script {
    Arc::new(answer)
}

fn answer(asked: &Asked) -> Says {
    let is_site = is_site(asked);
    if !is_site && !is_customers(asked) {
        // A customer's own record, of one that is not there any more.
        return Says::status(404, "");
    }
    match (asked.page, is_site) {
        (1, true) => list("1", 1, 1, |id| {
            format!("{{\"id\":{id},\"client_id\":1,\"emaildomain\":\"one.example\"}}")
        }),
        (1, false) => list("3", 1, 3, named),
        _ => list("3", 0, 0, named),
    }
}

fn is_site(asked: &Asked) -> bool {
    asked.path.ends_with("/site")
}

fn is_customers(asked: &Asked) -> bool {
    asked.path.ends_with("/client")
}

/// Behaves for everything but customers.
fn customers(
    what: &'static str,
    ends: Ends,
    script: impl Fn(&Asked) -> Says + Send + Sync + 'static,
) -> Case {
    case(what, ends, move |asked| {
        if is_customers(asked) {
            script(asked)
        } else {
            answer(asked)
        }
    })
}

/// Behaves for everything but sites.
fn sites(
    what: &'static str,
    ends: Ends,
    script: impl Fn(&Asked) -> Says + Send + Sync + 'static,
) -> Case {
    case(what, ends, move |asked| {
        if is_site(asked) {
            script(asked)
        } else {
            answer(asked)
        }
    })
}

/// The page of a list of so many rows.
fn page(asked: &Asked, total: &str, rows: u64) -> Says {
    let from = (asked.page - 1) * 100;
    list(total, from, rows.saturating_sub(from).min(100), named)
}

fn lengths() -> Vec<Case> {
    use Ends::{Saying, With};
    let long = "n".repeat(1_900);
    let (name, domain) = (long.clone(), long);
    vec![
        customers("pages without end", Saying("200,000"), |asked| {
            page(asked, "null", u64::MAX)
        }),
        customers("pages without end, counted", Saying("200,000"), |asked| {
            page(asked, "150000", u64::MAX)
        }),
        customers(
            "pages of one row without end",
            Saying("Continue"),
            |asked| list("null", asked.page, 1, named),
        ),
        customers(
            "pages of long names without end",
            Saying("MB of text"),
            move |asked| {
                list("null", asked.page * 100, 100, |id| {
                    format!("{{\"id\":{id},\"name\":\"{name}\"}}")
                })
            },
        ),
        sites(
            "sites with long texts without end",
            Saying("MB of text"),
            move |asked| {
                list("null", asked.page * 100, 100, |id| {
                    format!(
                        "{{\"id\":{id},\"client_id\":1,\"emaildomain\":\"{domain}\",\
                     \"phonenumber\":\"{domain}\",\"country_code\":\"{domain}\"}}"
                    )
                })
            },
        ),
        sites("a customer of very many sites", With(3), |asked| {
            let from = (asked.page - 1) * 100;
            let rows = 30_000_u64.saturating_sub(from).min(100);
            list("30000", from, rows, |id| {
                format!("{{\"id\":{id},\"client_id\":1,\"emaildomain\":\"{id}.example\"}}")
            })
        }),
        customers("the same page for ever", With(100), |_| {
            list("null", 1, 100, named)
        }),
        customers("the same page for ever, counted", With(100), |_| {
            list("500", 1, 100, named)
        }),
        customers("a count that is too small", With(250), |asked| {
            page(asked, "3", 250)
        }),
        customers("a count of one page", With(250), |asked| {
            page(asked, "100", 250)
        }),
        customers("a count that is too large", With(250), |asked| {
            page(asked, "9999", 250)
        }),
        customers("a count beyond all numbers", With(250), |asked| {
            page(asked, "18446744073709551615", 250)
        }),
        customers("a count below nothing", With(250), |asked| {
            page(asked, "-1", 250)
        }),
        customers(
            "a page of a million rows",
            Saying("MB in one answer"),
            always(list("1000000", 1, 1_000_000, named)),
        ),
        customers("names that are too long", With(1), |asked| {
            let name = "n".repeat(100_000);
            let last = u64::from(asked.page == 1) * 3;
            list("3", 1, last, |id| match id {
                3 => named(id),
                _ => format!("{{\"id\":{id},\"name\":\"{name}\"}}"),
            })
        }),
        customers("an endless text", Saying("MB in one answer"), |_| {
            Says::Endless(
                b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
                b"10\r\n[[[[[[[[[[[[[[[[\r\n",
            )
        }),
    ]
}

fn shapes() -> Vec<Case> {
    use Ends::{Saying, With};
    let guid = "5d0c7e6a-9d4f-4d1e-8a53-0f1e2d3c4b5a";
    vec![
        customers("deep JSON", Saying("no such list"), |_| {
            Says::json(format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)))
        }),
        customers("broken JSON", Saying("no such list"), |_| {
            Says::json("[{\"id\":1,")
        }),
        customers("a web page", Saying("web page"), |_| {
            let kind = "content-type: text/html\r\n".to_owned();
            Says::Answer(
                200,
                kind,
                Arc::from(&b"<html><body>Sign in</body></html>"[..]),
            )
        }),
        customers("rows that are none", Saying("no such list"), |_| {
            Says::json("[1,2,3]")
        }),
        case(
            "records of customers that are none",
            With(2),
            |asked| match (is_site(asked), is_customers(asked)) {
                (true, _) => list("0", 0, 0, named),
                (_, true) => list("2", 1, 2 * u64::from(asked.page == 1), |id| {
                    format!("{{\"id\":{id},\"name\":\"Acme\"}}")
                }),
                _ => Says::json("<html>"),
            },
        ),
        customers("no rows", Saying("shows no entries"), |_| Says::json("[]")),
        customers("some rows that are none", With(1), |asked| {
            let odd = "0,null,[],{\"id\":\"x\"},{\"id\":5},{\"id\":6,\"name\":{}},{\"id\":7.0,\"name\":\"Seven\"}";
            let rows = if asked.page == 1 { odd } else { "" };
            Says::json(format!("[{rows}]"))
        }),
        customers("a row that looks like a secret", With(1), move |asked| {
            let rows = u64::from(asked.page == 1) * 2;
            list("2", 1, rows, |id| match id {
                1 => named(id),
                _ => format!("{{\"id\":{id},\"name\":\"{guid}-{guid}\"}}"),
            })
        }),
    ]
}

fn refusals() -> Vec<Case> {
    use Ends::{Saying, With};
    let once = |trouble: fn() -> Says| {
        move |asked: &Asked| match asked.before {
            0 => trouble(),
            _ => answer(asked),
        }
    };
    vec![
        customers("401", Saying("does not let"), |_| Says::status(401, "")),
        customers("403", Saying("does not let"), |_| Says::status(403, "")),
        customers("404", Saying("hides it"), |_| Says::status(404, "")),
        customers("418", Saying("status 418"), |_| Says::status(418, "")),
        customers("500", Saying("problem of its own"), |_| {
            Says::status(500, "")
        }),
        customers("503 once", With(3), once(|| Says::status(503, ""))),
        customers("429 for ever", Saying("longer pause"), |_| {
            Says::status(429, "")
        }),
        customers(
            "429 once",
            With(3),
            once(|| Says::status(429, "retry-after: 0\r\n")),
        ),
        customers("sent on", Saying("elsewhere.example"), |_| {
            Says::status(307, "location: https://elsewhere.example/\r\n")
        }),
        slow("silence", Saying("took longer"), b"", b""),
        slow(
            "a body that drips",
            Saying("took longer"),
            b"HTTP/1.1 200 OK\r\ncontent-length: 5000000\r\n\r\n",
            b" ",
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_halo_does_its_customers_can_be_read_later() {
    let _alone = ALONE.lock().await;
    let halo = Server::saying(well()).await;
    let mut bench = Bench::set("hudu", "companies", &halo.address).await;
    bench.read_halo().await;
    let mut said = Vec::new();
    for case in [lengths(), shapes(), refusals()].into_iter().flatten() {
        let mut say = |what: String| said.push(format!("{}: {what}", case.what));
        bench.start_again(case.total);
        halo.say(case.script);
        let (end, grown) = growth(bench.read_halo()).await;
        if let Some(wrong) = wrong(case.ends, &end) {
            say(wrong);
        }
        if grown > MOST {
            say(format!("took {} MB", grown / 1024 / 1024));
        }
        let kept = bench.kept("halo_list").await;
        let expected = match case.ends {
            Ends::Saying(_) => 3,
            Ends::With(rows) => rows,
        };
        if kept != expected {
            say(format!("{kept} rows are kept"));
        }
        // Halo behaves again. What a reading that was broken off has is gone on from.
        halo.say(well());
        let end = bench.read_halo_anew().await;
        if let Some(wrong) = wrong(Ends::With(3), &end) {
            say(format!("and then {wrong}"));
        }
    }
    assert!(said.is_empty(), "{said:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_goes_on_after_whatever_broke_it_off() {
    let _alone = ALONE.lock().await;
    let halo = Server::saying(well()).await;
    let mut bench = Bench::set("hudu", "companies", &halo.address).await;
    let rows = |asked: &Asked| {
        if is_customers(asked) {
            page(asked, "350", 350)
        } else {
            answer(asked)
        }
    };
    let troubles: [Trouble; 6] = [
        ("problem of its own", || Says::status(500, "")),
        ("web page", || Says::json("<html>")),
        ("no such list", || Says::json("{")),
        ("does not let", || Says::status(403, "")),
        ("sends us on", || {
            Says::status(302, "location: https://elsewhere.example/\r\n")
        }),
        ("MB in one answer", || {
            Says::Endless(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n", b"[")
        }),
    ];
    for (words, trouble) in troubles {
        bench.start_again(crate::runs::PATIENT);
        halo.say(Arc::new(move |asked| match asked.page {
            3 => trouble(),
            _ => rows(asked),
        }));
        let end = bench.read_halo_anew().await;
        assert_eq!(wrong(Ends::Saying(words), &end), None);
        assert_eq!(end["kept"], 200, "{end}");
        assert!(
            !said(&end).contains("kept"),
            "the page says so, by the list"
        );
        halo.say(Arc::new(rows));
        let end = bench.read_halo().await;
        assert_eq!(wrong(Ends::With(350), &end), None, "{words}");
        assert_eq!(bench.kept("halo_list").await, 350, "{words}");
        // The third page and the fourth, and one of sites, with one more to be sure.
        assert_eq!(halo.asked(), 4, "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_other_lists_nothing_is_said_to_be_kept() {
    let _alone = ALONE.lock().await;
    let row = |id| format!("{{\"id\":{id},\"name\":\"Entry {id}\"}}");
    let good: Script = Arc::new(move |_| list("2", 1, 2, row));
    let troubles: [Trouble; 4] = [
        ("problem of its own", || Says::status(500, "")),
        ("longer pause", || Says::status(429, "")),
        ("no such list", || Says::json("7")),
        ("MB in one answer", || {
            Says::json(format!("[{}]", "0,".repeat(3_000_000)))
        }),
    ];
    for mapping in ["ticket-types", "assignees", "statuses"] {
        let halo = Server::saying(Arc::clone(&good)).await;
        let mut bench = Bench::set("humanizeit", mapping, &halo.address).await;
        for (words, trouble) in troubles {
            bench.start_again(crate::runs::PATIENT);
            halo.say(Arc::new(move |_| trouble()));
            let (end, grown) = growth(bench.read_halo()).await;
            assert_eq!(wrong(Ends::Saying(words), &end), None, "{mapping}");
            assert_eq!(end["kept"], 0, "{end}");
            assert!(!said(&end).contains("kept"), "{mapping}: {end}");
            assert!(grown < MOST, "{mapping}, {words}: {grown}");
            halo.say(Arc::clone(&good));
            let end = bench.read_halo().await;
            assert_eq!(wrong(Ends::With(2), &end), None, "{mapping}, {words}");
            assert_eq!(bench.kept("halo_list").await, 2, "{mapping}");
        }
    }
}

fn said(end: &Value) -> &str {
    end["message"].as_str().unwrap_or_default()
}

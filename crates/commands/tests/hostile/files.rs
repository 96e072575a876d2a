//! Files and pasted texts that are no list, or one that somebody has meddled with: each ends with
//! a sentence or with its good rows, takes little memory, and leaves the list from before alone.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::bench::Bench;
use crate::server::{Says, Server};
use crate::{ALONE, MOST, growth};

/// What is in a file.
enum Holds {
    Bytes(Vec<u8>),
    /// So many zero bytes, which take no room on the disk.
    Blank(u64),
}

/// What comes of it.
#[derive(Clone, Copy)]
enum Ends {
    /// It is not opened, with these words.
    Unopened(&'static str),
    /// It is not taken, with these words.
    Untaken(&'static str),
    /// So many rows are in, so many left out, the first with these words.
    Rows(u64, u64, &'static str),
}

fn text(text: impl Into<String>) -> Holds {
    Holds::Bytes(text.into().into_bytes())
}

fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    let mut text = "id,name\n".to_owned();
    for id in 0..count {
        let _ = writeln!(text, "{}", row(id));
    }
    text
}

fn cases() -> Vec<(&'static str, Holds, Ends)> {
    use Ends::{Rows, Unopened, Untaken};
    const MB: usize = 1024 * 1024;
    vec![
        (
            "200 MB",
            Holds::Blank(200 * 1024 * 1024),
            Unopened("is larger than 64 MB"),
        ),
        (
            "2 GB",
            Holds::Blank(2048 * 1024 * 1024),
            Unopened("is larger than 64 MB"),
        ),
        ("nothing", text(""), Unopened("is empty")),
        (
            "blank lines",
            text("\n \r\n\t\n".repeat(10_000)),
            Unopened("is empty"),
        ),
        (
            "zero bytes",
            Holds::Blank(4096),
            Unopened("is not a text file"),
        ),
        (
            "a zero byte at the end",
            text("id,name\n1,Acme\n\0"),
            Unopened("is not a text file"),
        ),
        (
            "half of a wide letter",
            Holds::Bytes(b"\xFF\xFEi\0d\0,".to_vec()),
            Unopened("not a text"),
        ),
        (
            "a workbook",
            text("PK\u{3}\u{4}rest"),
            Unopened("save it as CSV"),
        ),
        (
            "one line without end",
            text("x".repeat(8 * MB)),
            Untaken("There is no row with a name"),
        ),
        (
            "one name without end",
            text(format!("id,name\n1,{}\n2,Bolt\n", "x".repeat(8 * MB))),
            Rows(1, 1, "Line 2: a field here has more than 2,000 characters."),
        ),
        (
            "a header without end",
            text(",".repeat(4 * MB)),
            Unopened("more than 200 columns"),
        ),
        (
            "10,000 columns",
            text(format!("id,name{}\n1,Acme\n", ",x".repeat(9_998))),
            Unopened("more than 200 columns"),
        ),
        (
            "a row of millions of fields",
            text(format!("id,name\n1,Acme\n{}\n2,Bolt\n", ",".repeat(4 * MB))),
            Rows(2, 1, "Line 3: there are more than 10,000 fields here."),
        ),
        (
            "a quotation mark that is never closed",
            text(rows(5_000, |id| {
                if id == 7 {
                    "7,\"Open".into()
                } else {
                    format!("{id},Company {id}")
                }
            })),
            Rows(
                4_999,
                1,
                "Line 9: a quotation mark opens here and is never closed.",
            ),
        ),
        (
            "nothing but quotation marks",
            text(format!("id,name\n{}", "\"\n".repeat(MB))),
            Untaken("no row with a name"),
        ),
        (
            "mixed encodings",
            Holds::Bytes(b"id,name\n1,Caf\xE9\n2,M\xC3\xBCller\n3,\xFF\xFE\n".to_vec()),
            Rows(3, 0, ""),
        ),
        (
            "the same id again and again",
            text(rows(50_000, |_| "1,Acme".into())),
            { Rows(1, 49_999, "Line 3: the id “1” is already on line 2.") },
        ),
        (
            "columns of other things",
            text("colour,size\nred,4\n"),
            Untaken("which column has the names"),
        ),
    ]
}

/// Opens what was chosen and takes it as it is; what is wrong with how that ended.
async fn take(bench: &Bench, ends: Ends) -> Option<String> {
    let shown = bench.call("choose_vendor_list", json!({})).await;
    let problem = shown["problem"].as_str();
    if let Ends::Unopened(words) = ends {
        let is_right = problem.is_some_and(|said| said.contains(words) && said.ends_with('.'));
        return (!is_right).then(|| format!("opened with {shown}"));
    }
    if problem.is_some() {
        return Some(format!("opened with {shown}"));
    }
    let columns = json!({ "columns": shown["columns"] });
    let kept = bench.call("keep_vendor_list", columns).await;
    let is_right = match ends {
        Ends::Unopened(_) => false,
        Ends::Untaken(words) => kept["problem"]
            .as_str()
            .is_some_and(|said| said.contains(words)),
        Ends::Rows(_, left_out, words) => {
            let first = kept["problems"][0].as_str().unwrap_or_default();
            kept["problem"] == Value::Null && kept["left_out"] == left_out && first == words
        }
    };
    (!is_right).then(|| {
        format!(
            "taken with {} {} {}",
            kept["problem"], kept["left_out"], kept["problems"][0]
        )
    })
}

async fn bench() -> Bench {
    let halo = Server::saying(std::sync::Arc::new(|_| Says::json("[]"))).await;
    Bench::set("rewst", "customers", &halo.address).await
}

/// A good list of two.
async fn take_well(bench: &Bench) {
    let path = bench.folder.path().join("good.csv");
    fs::write(&path, "id,name\n1,Acme\n2,Bolt\n").expect("a file");
    bench.choose(path);
    assert_eq!(take(bench, Ends::Rows(2, 0, "")).await, None);
    assert_eq!(bench.kept("vendor_list").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_in_a_file_it_is_told_or_its_good_rows_are_kept() {
    let _alone = ALONE.lock().await;
    let bench = bench().await;
    take_well(&bench).await;
    let mut said = Vec::new();
    for (what, holds, ends) in cases() {
        let path = bench.folder.path().join("list.csv");
        match holds {
            Holds::Bytes(bytes) => fs::write(&path, bytes).expect("a file"),
            Holds::Blank(length) => {
                let file = File::create(&path).expect("a file");
                file.set_len(length).expect("room");
            }
        }
        bench.choose(path);
        let (wrong, grown) = growth(take(&bench, ends)).await;
        said.extend(wrong.map(|wrong| format!("{what}: {wrong}")));
        if grown > MOST {
            said.push(format!("{what}: took {} MB", grown / 1024 / 1024));
        }
        let expected = match ends {
            Ends::Rows(rows, ..) => rows,
            Ends::Unopened(_) | Ends::Untaken(_) => 2,
        };
        let kept = bench.kept("vendor_list").await;
        if kept != expected {
            said.push(format!("{what}: {kept} rows are kept"));
        }
        take_well(&bench).await;
    }
    assert!(said.is_empty(), "{said:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_file_is_said_to_be_none() {
    let _alone = ALONE.lock().await;
    let bench = bench().await;
    take_well(&bench).await;
    let gone = bench.folder.path().join("gone.csv");
    fs::write(&gone, "id,name\n1,Acme\n").expect("a file");
    fs::remove_file(&gone).expect("it was there");
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only there are devices files"))]
    let mut cases = vec![
        (bench.folder.path().to_owned(), "is a folder or a device"),
        (gone, "gone.csv cannot be opened"),
        (PathBuf::from("/"), "is a folder or a device"),
    ];
    #[cfg(unix)]
    {
        let pipe = bench.folder.path().join("pipe.csv");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.is_ok_and(|status| status.success()));
        let link = bench.folder.path().join("link.csv");
        std::os::unix::fs::symlink("/dev/zero", &link).expect("a link");
        let astray = bench.folder.path().join("astray.csv");
        std::os::unix::fs::symlink(&astray, &astray).expect("a link");
        cases.extend([
            ("/dev/zero".into(), "is a folder or a device"),
            (pipe, "is a folder or a device"),
            (link, "is a folder or a device"),
            (astray, "astray.csv cannot be opened"),
        ]);
    }
    for (path, words) in cases {
        bench.choose(path);
        let (wrong, grown) = growth(take(&bench, Ends::Unopened(words))).await;
        assert_eq!(wrong, None);
        assert!(grown < MOST, "{words}: {grown}");
        assert_eq!(bench.kept("vendor_list").await, 2);
    }
    take_well(&bench).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_goes_after_it_was_opened_is_taken_as_it_was() {
    let _alone = ALONE.lock().await;
    let bench = bench().await;
    let path = bench.folder.path().join("list.csv");
    fs::write(&path, "id,name\n1,Acme\n2,Bolt\n3,Cog\n").expect("a file");
    bench.choose(path.clone());
    let shown = bench.call("choose_vendor_list", json!({})).await;
    fs::remove_file(path).expect("it was there");
    let columns = json!({ "columns": shown["columns"] });
    let kept = bench.call("keep_vendor_list", columns).await;
    assert_eq!(kept["problem"], Value::Null, "{kept}");
    assert_eq!(bench.kept("vendor_list").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_pasted_is_told_or_its_names_are_kept() {
    let _alone = ALONE.lock().await;
    let bench = bench().await;
    take_well(&bench).await;
    let long = "x".repeat(5_000);
    let commas = ",".repeat(1_000_000);
    let tabs = "\t".repeat(1_000_000);
    for (pasted, unread, rows) in [
        (String::new(), Some("is empty"), 2),
        ("Acme\0Bolt".to_owned(), Some("is not a text file"), 2),
        (format!("Acme\n{long}\nBolt\n"), None, 2),
        (format!("Acme\n{commas}\nBolt\n"), None, 2),
        (tabs, Some("is empty"), 2),
        ("\"Acme\nBolt\nCog".to_owned(), None, 3),
        ("id\tname\n1\t\"Acme\n2\tBolt\n3\tCog\n".to_owned(), None, 2),
    ] {
        let text = json!({ "text": pasted });
        let (shown, grown) = growth(bench.call("paste_vendor_list", text)).await;
        assert!(grown < MOST, "{grown}");
        match (unread, shown["problem"].as_str()) {
            (Some(words), Some(said)) => assert!(said.contains(words), "{said}"),
            (None, None) => {
                let columns = json!({ "columns": shown["columns"] });
                let kept = bench.call("keep_vendor_list", columns).await;
                assert_eq!(kept["problem"], Value::Null, "{kept}");
            }
            _ => panic!("{shown}"),
        }
        assert_eq!(bench.kept("vendor_list").await, rows, "{shown}");
    }
}

//! `halyard suggest`: lists in, suggestions out.

use std::path::PathBuf;
use std::process::Stdio;

use serde_json::json;
use tempfile::TempDir;

use crate::program::{end, halyard, program};

/// Files for one test.
struct Files(TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> String {
        let path: PathBuf = self.0.path().join(name);
        std::fs::write(&path, contents).expect("a file");
        path.display().to_string()
    }
}

const CUSTOMERS: &str = "id,name,domain\n17,Acme Limited,acme.com\n4,Nobody Knows\n";
const ORGANISATIONS: &str = "name;id\nAcme Limited;org-a\nSomebody Else;org-b\n";

#[test]
fn one_row_per_customer_in_their_order() {
    let files = Files::new();
    let customers = files.write("customers.csv", CUSTOMERS);
    let organisations = files.write("organisations.csv", ORGANISATIONS);
    let ended = halyard(&["suggest", &customers, &organisations]);
    let lines: Vec<&str> = ended.expect_code(0).stdout.lines().collect();
    assert_eq!(lines[0], "customer_id,organisation_id,class,score,reason");
    assert!(lines[1].starts_with("17,org-a,"), "{ended:#?}");
    assert!(lines[2].starts_with("4,,none,"), "{ended:#?}");
    assert_eq!(lines.len(), 3);
    assert!(ended.stderr.contains("2 customers"), "{ended:#?}");

    let asked = halyard(&[
        "suggest",
        &customers,
        &organisations,
        "--csv",
        "--threads",
        "1",
    ]);
    assert_eq!(asked.expect_code(0).stdout, ended.stdout);

    let document = halyard(&["suggest", &customers, &organisations, "--json"]).json();
    assert_eq!(document["schema"], 1);
    let rows = document["suggestions"].as_array().expect("rows");
    assert_eq!(rows[0]["customer_id"], "17");
    assert_eq!(rows[0]["organisation_id"], "org-a");
    assert_eq!(rows[0]["candidates"][0]["organisation_id"], "org-a");
    assert_eq!(rows[1]["organisation_id"], json!(null));
}

#[test]
fn progress_is_said_beside_the_answer_and_before_it() {
    let files = Files::new();
    let list = |name: &str| {
        let rows: String = (0..400)
            .map(|id| format!("{id},Company {id} Ltd\n"))
            .collect();
        files.write(name, format!("id,name\n{rows}"))
    };
    let (customers, organisations) = (list("customers.csv"), list("organisations.csv"));
    for form in ["--csv", "--json"] {
        // Both into one pipe, in the order in which they are written.
        let together = together(&["suggest", &customers, &organisations, form]);
        let said = together
            .find("of 400 customers compared.")
            .unwrap_or_else(|| panic!("no progress: {}", &together[..together.len().min(500)]));
        let answer = together
            .find(if form == "--csv" {
                "customer_id,"
            } else {
                "{\"schema\""
            })
            .expect("an answer");
        assert!(said < answer, "{form}: progress comes first");

        let ended = halyard(&["suggest", &customers, &organisations, form]);
        let answer = &ended.expect_code(0).stdout;
        if form == "--csv" {
            let is_row = |line: &str| {
                line.starts_with("customer_id,") || line.starts_with(|it: char| it.is_ascii_digit())
            };
            assert!(answer.lines().all(is_row), "{form}");
            assert_eq!(answer.lines().count(), 401);
        } else {
            let rows = ended.json()["suggestions"].as_array().map(Vec::len);
            assert_eq!(rows, Some(400));
        }
        assert!(!answer.contains("compared."), "{form}");
    }
}

/// What the program writes to both of its outputs, as it comes.
fn together(arguments: &[&str]) -> String {
    let (mut read, write) = std::io::pipe().expect("a pipe");
    let mut command = program(arguments);
    command
        .stdin(Stdio::null())
        .stdout(write.try_clone().expect("the same pipe"))
        .stderr(write);
    let mut running = command.spawn().expect("the program starts");
    // It holds the pipe open as long as it is there.
    drop(command);
    let mut text = String::new();
    std::io::Read::read_to_string(&mut read, &mut text).expect("text");
    running.wait().expect("it ends");
    text
}

#[test]
fn several_customers_may_share_where_they_are_allowed_to() {
    let files = Files::new();
    let customers = files.write("customers.csv", "id,name\n1,Acme Limited\n2,Acme Limited\n");
    let organisations = files.write("organisations.csv", "id,name\na,Acme Limited\n");
    let given = |more: &[&str]| {
        let arguments = [&["suggest", &customers, &organisations, "--json"], more].concat();
        let document = halyard(&arguments).json();
        let rows = document["suggestions"].as_array().expect("rows").clone();
        rows.iter()
            .filter(|row| row["organisation_id"] == "a" && row["class"] != "review")
            .count()
    };
    assert!(given(&[]) <= 1);
    assert_eq!(given(&["--many-to-one"]), 2);
}

#[test]
fn rows_that_cannot_be_used_are_named_and_the_others_kept() {
    let files = Files::new();
    let customers = files.write(
        "customers.csv",
        b"id,name\r\n1,Caf\xE9 Royal\r\n,Nameless\r\n1,Again\r\n".as_slice(),
    );
    let organisations = files.write("organisations.csv", "id,name\na,Café Royal\n");
    let ended = halyard(&["suggest", &customers, &organisations]);
    assert_eq!(ended.expect_code(0).stdout.lines().count(), 2);
    assert!(ended.stdout.contains("1,a,"), "{ended:#?}");
    for said in [
        "Windows-1252",
        "Line 3: there is no id",
        "Line 4: the id “1” is already on line 2",
    ] {
        assert!(ended.stderr.contains(said), "{said}: {ended:#?}");
    }
}

#[test]
fn files_that_cannot_be_read_are_refused_in_a_sentence() {
    let files = Files::new();
    let good = files.write("good.csv", CUSTOMERS);
    let folder = files.0.path().display().to_string();
    for (file, about) in [
        (files.write("empty.csv", ""), "is empty"),
        (
            files.write("noname.csv", "id,colour\n1,red\n"),
            "no column called “name”",
        ),
        (
            files.write("noid.csv", "name\nAcme\n"),
            "no column called “id”",
        ),
        (
            files.write("book.xlsx", b"PK\x03\x04rest".as_slice()),
            "save it as CSV",
        ),
        (
            files.write("binary.csv", b"id,name\n\0".as_slice()),
            "is not a text file",
        ),
        (
            "/nowhere/at/all.csv".to_owned(),
            "is not a file that can be read",
        ),
        (folder, "is not a file that can be read"),
    ] {
        halyard(&["suggest", &file, &good]).expect_refusal(2, about);
        // The first list is reported on before the second is opened.
        let ended = halyard(&["suggest", &good, &file]);
        assert!(ended.expect_code(2).stderr.contains(about), "{ended:#?}");
        assert_eq!(ended.stdout, "");
    }
    halyard(&["suggest", &good]).expect_refusal(2, "ORGANISATIONS");
    halyard(&["suggest", &good, &good, "--csv", "--json"]).expect_refusal(2, "--json");
    halyard(&["suggest", &good, &good, "--threads", "0"]).expect_refusal(2, "--threads");
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let files = Files::new();
    let rows: String = (0..20_000).fold(String::from("id,name\n"), |mut text, id| {
        use std::fmt::Write as _;
        writeln!(text, "{id},Company number {id}").expect("a string takes it");
        text
    });
    let customers = files.write("customers.csv", rows);
    let organisations = files.write("organisations.csv", "id,name\na,Acme\n");
    let mut child = program(&["suggest", &customers, &organisations])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let ended = end(child);
    ended.expect_code(0);
    assert!(!ended.stderr.contains("panic"), "{ended:#?}");
}

//! The vendor's list from files and from the clipboard.
#![expect(clippy::format_collect, reason = "tests need no speed")]

use serde_json::{Value, json};

use super::Page;
use crate::desk::Stage;

/// Lets the admin choose a file with these contents.
fn choose(stage: &Stage, name: &str, contents: &[u8]) {
    let path = stage.folder.path().join(name);
    std::fs::write(&path, contents).expect("a file");
    *stage.desk.chosen.lock().expect("there") = Some(path);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_columns_of_its_own_is_assigned_by_hand() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    assert_eq!(
        page.call("choose_vendor_list", json!({})).await,
        Value::Null,
        "none chosen"
    );

    choose(
        &stage,
        "list.csv",
        b"code;who;where\n7;Caf\xE9;York\n;Nobody;\n7;Twice;\n",
    );
    let shown = page.call("choose_vendor_list", json!({})).await;
    assert_eq!(
        (&shown["name"], &shown["encoding"]),
        (&json!("list.csv"), &json!("Windows-1252"))
    );
    assert_eq!(
        (&shown["delimiter"], &shown["certain"]),
        (&json!("Semicolon"), &json!(false))
    );
    assert_eq!(shown["rows"][0], json!(["7", "Café", "York"]));
    assert_eq!(shown["columns"], json!([null, null, null]));

    let kept = page
        .call(
            "keep_vendor_list",
            json!({ "columns": ["id", null, "city"] }),
        )
        .await;
    assert!(
        kept["problem"]
            .as_str()
            .is_some_and(|said| said.contains("names")),
        "{kept}"
    );
    assert_eq!(
        kept["view"]["card"]["vendor_list"]["rows"], 0,
        "nothing was kept"
    );

    let kept = page
        .call(
            "keep_vendor_list",
            json!({ "columns": ["id", "name", "city"] }),
        )
        .await;
    assert_eq!(kept["problem"], Value::Null);
    assert_eq!(kept["view"]["card"]["vendor_list"]["rows"], 2);
    assert_eq!(kept["view"]["card"]["vendor_list"]["how"], "list.csv");
    assert_eq!(
        kept["problems"],
        json!(["Line 4: the id “7” is already on line 2."])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_enough_and_are_not_asked_for_where_they_are_told() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    for (contents, certain) in [
        ("Company Name,Website\nAcme,acme.com\n", true),
        ("Acme\nBolt, Inc.\n", true),
        ("17,Acme\n18,Bolt\n", true),
        ("Acme,York\nBolt,Leeds\n", false),
        ("code,who\n7,Acme\n", false),
    ] {
        choose(&stage, "list.csv", contents.as_bytes());
        let shown = page.call("choose_vendor_list", json!({})).await;
        assert_eq!(shown["certain"], certain, "{contents}: {shown}");
        assert_eq!(shown["needs_ids"], false);
    }
    // Where what is decided goes to the vendor by ids, names alone are not enough.
    let stage = Stage::set("hudu", "healthy").await;
    let page = Page::open(&stage, "companies").await;
    for (contents, certain) in [
        ("Name,Website\nAcme,a.com\n", false),
        ("Id,Name\n7,Acme\n", true),
    ] {
        choose(&stage, "list.csv", contents.as_bytes());
        let shown = page.call("choose_vendor_list", json!({})).await;
        assert_eq!(
            (&shown["certain"], &shown["needs_ids"]),
            (&json!(certain), &json!(true)),
            "{contents}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_line_is_a_company_where_somebody_says_so() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    choose(&stage, "list.csv", b"Acme,York\nBolt,Leeds\n");
    page.call("choose_vendor_list", json!({})).await;
    let columns = json!(["name", "city"]);
    for (header, rows) in [(json!(true), 1), (json!(false), 2), (Value::Null, 1)] {
        let kept = page
            .call(
                "keep_vendor_list",
                json!({ "columns": columns, "header": header }),
            )
            .await;
        let list = &kept["view"]["card"]["vendor_list"];
        assert_eq!(list["rows"], rows, "{header}: {kept}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_rows_that_are_left_out_the_first_are_named_and_all_are_counted() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let nameless: String = (0..150).map(|id| format!("{id},\n")).collect();
    let text = format!("id,name\na,Acme\n{nameless}");
    let shown = page
        .call("paste_vendor_list", json!({ "text": text }))
        .await;
    let kept = page
        .call("keep_vendor_list", json!({ "columns": shown["columns"] }))
        .await;
    assert_eq!(kept["left_out"], 150);
    assert_eq!(kept["problems"].as_array().map(Vec::len), Some(100));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_leaves_the_list_as_it_was() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.paste("Acme\nBolt\n").await;
    for (name, contents, about) in [
        ("book.xlsx", b"PK\x03\x04rest".as_slice(), "save it as CSV"),
        ("empty.csv", b"", "is empty"),
        ("image.csv", b"id,name\n\0", "not a text file"),
    ] {
        choose(&stage, name, contents);
        let shown = page.call("choose_vendor_list", json!({})).await;
        assert!(
            shown["problem"]
                .as_str()
                .is_some_and(|said| said.contains(about)),
            "{shown}"
        );
    }
    *stage.desk.chosen.lock().expect("there") = Some("/nowhere/at/all.csv".into());
    let shown = page.call("choose_vendor_list", json!({})).await;
    assert!(
        shown["problem"]
            .as_str()
            .is_some_and(|said| said.contains("all.csv")),
        "{shown}"
    );

    let view = page.call("mapping", json!({})).await;
    assert_eq!(view["card"]["vendor_list"]["rows"], 2);

    // Rows without a name are no list.
    let shown = page
        .call("paste_vendor_list", json!({ "text": "id,name\n1,\n" }))
        .await;
    let kept = page
        .call("keep_vendor_list", json!({ "columns": shown["columns"] }))
        .await;
    assert!(kept["problem"].is_string(), "{kept}");
    assert_eq!(kept["view"]["card"]["vendor_list"]["rows"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_was_opened_before_the_last_restart_is_opened_again() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let kept = page
        .call("keep_vendor_list", json!({ "columns": ["name"] }))
        .await;
    assert!(kept["problem"].is_string(), "{kept}");
    page.paste("Acme\n").await;
}

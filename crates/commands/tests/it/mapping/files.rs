//! The vendor's form in several files: asked once, counted each, nothing replaced.

use reqwest::Method;
use serde_json::{Value, json};

use super::Page;
use crate::desk::Stage;

/// The names and rows of what was saved.
fn files(saved: &Value) -> Vec<(String, u64)> {
    let files = saved["files"].as_array().expect("files");
    let name = |file: &Value| {
        let path = std::path::PathBuf::from(file["path"].as_str().expect("a path"));
        let name = path.file_name().expect("a name").to_string_lossy();
        (name.into_owned(), file["rows"].as_u64().expect("a count"))
    };
    files.iter().map(name).collect()
}

/// A tenant with more customers than fit into two files, all of them to be created.
async fn all_later(stage: &Stage) -> Page<'_> {
    let page = Page::open(stage, "customers").await;
    page.paste("id,name\na,Alpha\n").await;
    page.read_halo().await;
    let mut offset = 0;
    loop {
        let window = json!({ "filter": "all", "text": "", "offset": offset, "count": 200 });
        let part = page.call("mapping_rows", window).await;
        let rows = part["rows"].as_array().expect("rows");
        if rows.is_empty() {
            return page;
        }
        offset += rows.len();
        let ids: Vec<&Value> = rows.iter().map(|row| &row["item"]["id"]).collect();
        let later = json!({ "rows": ids, "decision": { "what": "later" } });
        page.call("decide_mapping", later).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn several_files_are_asked_about_once_and_counted_each() {
    let stage = Stage::set_large("rewst", 2_300).await;
    let page = all_later(&stage).await;
    let folder = stage.folder.path().join("upload");
    std::fs::create_dir(&folder).expect("a folder");

    // No place chosen: nothing is written, and nothing is wrong.
    *stage.desk.saves_in.lock().expect("there") = None;
    let saved = page
        .call("export_mapping", json!({ "format": "vendor" }))
        .await;
    assert_eq!(files(&saved), []);
    assert_eq!(saved["problem"], Value::Null);

    // A folder that is gone: nothing is written, and that is said.
    *stage.desk.saves_in.lock().expect("there") = Some(folder.join("gone"));
    let saved = page
        .call("export_mapping", json!({ "format": "vendor" }))
        .await;
    assert_eq!(files(&saved), []);
    let said = saved["problem"].as_str().expect("words");
    assert!(said.starts_with("Nothing was saved"), "{said}");

    *stage.desk.saves_in.lock().expect("there") = Some(folder.clone());
    stage.desk.suggested.lock().expect("there").clear();
    let (saved, first) = page.export("vendor").await;
    assert_eq!(saved["problem"], Value::Null);
    let asked = stage.desk.suggested.lock().expect("there").clone();
    let [name] = &asked[..] else {
        panic!("asked {} times", asked.len())
    };
    let stem = name.strip_suffix("-1.csv").expect("the first of several");
    let list = page.call("mapping", json!({})).await["card"]["halo_list"].clone();
    // Customers of the same name as another are listed and in no file.
    let left_out = saved["left_out"].as_u64().expect("a count");
    assert!(
        saved["problems"][0]
            .as_str()
            .is_some_and(|said| said.contains("only once"))
    );
    let all = list["rows"].as_u64().expect("a count") - left_out;
    let file = |number: u64| format!("{stem}-{number}.csv");
    assert_eq!(
        files(&saved),
        [(file(1), 1_000), (file(2), 1_000), (file(3), all - 2_000)]
    );
    let mut names = std::collections::BTreeSet::new();
    for number in 1..=3 {
        let text = std::fs::read_to_string(folder.join(file(number))).expect("a file");
        let mut lines = text.lines();
        assert!(
            lines
                .next()
                .is_some_and(|it| it.starts_with("organizationName,"))
        );
        names.extend(lines.map(str::to_owned));
    }
    assert_eq!(first.lines().count(), 1_001);
    assert_eq!(names.len() as u64, all, "each once");

    // Saved again, the others do not replace what is there.
    std::fs::write(folder.join(file(2)), "changed by hand").expect("a file");
    let (saved, _) = page.export("vendor").await;
    let again = |number: u64| format!("{stem}-{number} (2).csv");
    assert_eq!(
        files(&saved),
        [(file(1), 1_000), (again(2), 1_000), (again(3), all - 2_000)]
    );
    let kept = std::fs::read_to_string(folder.join(file(2))).expect("a file");
    assert_eq!(kept, "changed by hand");
}

/// Customers that are in Halo from now on, all of them to be created, read anew.
async fn only_later(page: &Page<'_>, names: &[&str]) {
    let rows: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
    page.in_halo(Method::POST, "Client", json!(rows)).await;
    page.read_halo().await;
    for name in names.iter().collect::<std::collections::BTreeSet<_>>() {
        let found = page.rows("all", name).await;
        let found = found["rows"].as_array().expect("rows").iter();
        for row in found.filter(|row| row["item"]["name"] == **name) {
            page.decide(row, json!({ "what": "later" })).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_saved_for_the_vendor_is_read_back_as_it_was() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let names = ["@Home Ltd", "+Plus, \"Minus\" & Co", "'n Boer"];
    only_later(&page, &names).await;
    let (saved, text) = page.export("vendor").await;
    assert_eq!(saved["files"][0]["rows"], 3, "{saved}");
    assert!(
        text.contains("\n@Home Ltd,"),
        "as the importer reads it: {text}"
    );

    let view = page.paste(&text).await;
    assert_eq!(view["card"]["vendor_list"]["rows"], 3);
    page.suggest().await;
    for name in names {
        let rows = page.rows("all", name).await;
        let mut rows = rows["rows"].as_array().expect("rows").iter();
        let row = rows
            .find(|row| row["item"]["name"] == name)
            .expect("it is there");
        assert_eq!(row["candidates"][0]["item"]["name"], name, "{row}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_the_vendor_would_refuse_are_listed_and_the_others_saved() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let long = "Long ".repeat(60);
    only_later(&page, &["Twin Works", "Twin Works", long.trim()]).await;
    let (saved, text) = page.export("vendor").await;
    assert_eq!(saved["files"][0]["rows"], 1, "{saved}");
    assert_eq!(text.matches("Twin Works").count(), 1, "{text}");
    assert_eq!(saved["left_out"], 2);
    let problems = saved["problems"].to_string();
    assert!(
        problems.contains("only once") && problems.contains("255 characters"),
        "{problems}"
    );

    // With another name it goes in.
    let twin = page.rows("all", "Twin Works").await["rows"][1]["item"].clone();
    let id: i64 = twin["id"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("a number");
    page.in_halo(
        Method::POST,
        "Client",
        json!([{ "id": id, "name": "Twin Works York" }]),
    )
    .await;
    page.read_halo().await;
    let (saved, _) = page.export("vendor").await;
    assert_eq!(
        (&saved["files"][0]["rows"], &saved["left_out"]),
        (&json!(2), &json!(1))
    );

    // Where nothing is left, nothing is saved, and that is said.
    for name in ["Twin Works", "Twin Works York"] {
        let rows = page.rows("all", name).await;
        for row in rows["rows"].as_array().expect("rows") {
            page.decide(row, json!({ "what": "ignore" })).await;
        }
    }
    let (saved, _) = page.export("vendor").await;
    assert_eq!(files(&saved), []);
    assert!(
        saved["problem"]
            .as_str()
            .is_some_and(|said| said.contains("refuse")),
        "{saved}"
    );
    assert_eq!(saved["left_out"], 1);
}

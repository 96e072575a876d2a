//! The vendor's form in several files: asked once, counted each, nothing replaced.

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
    assert_eq!(saved, json!({ "files": [], "problem": null }));

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
    let all = list["rows"].as_u64().expect("a count");
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
    assert!(first.lines().count() == 1_001 && names.len() as u64 > all - 100);

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

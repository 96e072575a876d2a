//! Decisions: made, taken back, kept through every refresh and restart, saved in every form.

use std::fmt::Write as _;

use reqwest::Method;
use serde_json::{Value, json};

use super::Page;
use crate::desk::Stage;

/// Organisations for the first customers of Halo's list, as another product would list them.
async fn organisations(page: &Page<'_>, count: usize) -> String {
    let rows = page.rows("all", "").await;
    let rows = rows["rows"].as_array().expect("rows");
    let mut text = String::from("id,name,domain\n");
    for (number, row) in rows.iter().take(count).enumerate() {
        let about = row["item"]["about"].as_str().expect("words");
        let domain = about.split(" · ").next().unwrap_or_default();
        let name = row["item"]["name"].as_str().expect("a name");
        writeln!(text, "org-{number},\"{name}\",{domain}").expect("a string takes it");
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn suggestions_are_accepted_changed_and_taken_back() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let cards = stage
        .call("mappings", json!({ "connection": page.connection }))
        .await;
    assert_eq!(cards[0]["key"], "customers");
    assert_eq!(cards[0]["halo_list"]["read"], Value::Null);

    let view = page.read_halo().await;
    let all = view["card"]["counts"]["rows"].as_u64().expect("a count");
    assert!(all > 200, "{view}");
    page.paste(&organisations(&page, 40).await).await;
    let view = page.suggest().await;
    let counts = &view["card"]["counts"];
    let certain = counts["exact"].as_u64().expect("a count");
    assert!(
        certain >= 20,
        "the names and domains are the same: {counts}"
    );
    assert_eq!(counts["undecided"], all);

    let rows = page.rows_of("all", "exact").await;
    assert_eq!(rows["total"], certain);
    let first = &rows["rows"][0];
    assert_eq!(
        first["candidates"][0]["item"]["name"],
        first["item"]["name"]
    );
    assert!(
        first["reason"].as_str().is_some_and(|said| said.len() > 5),
        "{first}"
    );

    let decided = page
        .call("accept_suggestions", json!({ "classes": ["exact"] }))
        .await;
    assert_eq!(decided["rows"], certain);
    assert_eq!(decided["view"]["card"]["counts"]["accepted"], certain);
    assert_eq!(decided["view"]["can_undo"], true);
    let row = page.rows("accepted", "").await["rows"][0].clone();
    assert_eq!(
        (&row["by"], &row["conflict"]),
        (&json!("suggestion"), &Value::Null)
    );

    // One is changed by hand to an answer that somebody has: shown as a conflict on both.
    let other = page.rows("accepted", "").await["rows"][1].clone();
    let taken = other["answer"]["id"].clone();
    let options = page
        .call(
            "find_mapping_options",
            json!({ "row": row["item"]["id"], "text": other["answer"]["name"] }),
        )
        .await;
    assert_eq!(
        options["options"][0]["taken_by"], other["item"]["name"],
        "{options}"
    );
    let decided = page
        .decide(&row, json!({ "what": "accept", "id": taken }))
        .await;
    assert_eq!(decided["view"]["card"]["counts"]["conflicts"], 2);
    let conflicts = page.rows("conflicts", "").await;
    assert_eq!(conflicts["rows"][0]["conflict"]["what"], "shared");
    assert_eq!(conflicts["rows"][0]["by"], "person");

    // Back by two steps, and forth again.
    let undone = page.call("undo_mapping", json!({})).await;
    assert_eq!(undone["first"], row["item"]["id"]);
    assert_eq!(undone["view"]["card"]["counts"]["conflicts"], 0);
    let undone = page.call("undo_mapping", json!({})).await;
    assert_eq!(undone["rows"], certain);
    assert_eq!(undone["view"]["card"]["counts"]["accepted"], 0);
    assert_eq!(undone["view"]["can_undo"], false);
    let redone = page.call("redo_mapping", json!({})).await;
    assert_eq!(redone["view"]["card"]["counts"]["accepted"], certain);

    // Later, ignored, and nothing any more.
    let rows = page.rows("undecided", "").await["rows"].clone();
    page.decide(&rows[0], json!({ "what": "later" })).await;
    page.decide(&rows[1], json!({ "what": "ignore" })).await;
    let decided = page.decide(&rows[1], json!({ "what": "clear" })).await;
    let counts = &decided["view"]["card"]["counts"];
    assert_eq!(
        (&counts["later"], &counts["ignored"]),
        (&json!(1), &json!(0))
    );
    // An answer that is not there changes nothing.
    let decided = page
        .decide(&rows[1], json!({ "what": "accept", "id": "nobody" }))
        .await;
    assert_eq!(decided["rows"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_row_shows_as_its_suggestion_is_what_is_accepted() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    for name in ["Kestrel Moor Holdings", "Kestrel Moor Group"] {
        let customer = json!([{ "name": name }]);
        page.in_halo(Method::POST, "Client", customer).await;
    }
    page.read_halo().await;
    page.paste("id,name\nnear,Kestrel Moor\nfar,Kestrel Moor Limited\n")
        .await;
    page.suggest().await;
    // The nearest of the one goes to the other, which it fits better.
    let row = page.row("Kestrel Moor Group").await;
    assert_eq!(row["candidates"][0]["item"]["id"], "near", "{row}");
    assert_eq!(row["suggestion"]["id"], "far", "{row}");
    assert_eq!(row["class"], "review");
    page.call("accept_suggestions", json!({ "classes": ["review"] }))
        .await;
    let row = page.row("Kestrel Moor Group").await;
    assert_eq!(row["answer"]["id"], "far", "{row}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_and_a_restart_lose_no_decision() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    page.paste("id,name\na,Alpha\nb,Beta\nc,Gamma\n").await;
    let rows = page.rows("all", "").await["rows"].clone();
    for (row, answer) in [(0, "a"), (1, "b")] {
        page.decide(&rows[row], json!({ "what": "accept", "id": answer }))
            .await;
    }

    // The vendor renamed one, deleted one and made one.
    let view = page.paste("id,name\nb,Beta Ltd\nc,Gamma\nd,Delta\n").await;
    assert_eq!(
        view["card"]["vendor_list"]["changes"],
        json!({ "new": 1, "renamed": 1, "gone": 1 })
    );
    assert_eq!(view["card"]["counts"]["accepted"], 2);
    assert_eq!(view["card"]["counts"]["conflicts"], 1);
    let conflict = page.rows("conflicts", "").await["rows"][0].clone();
    assert_eq!(conflict["conflict"]["what"], "gone");
    assert_eq!(
        conflict["answer"]["name"], "Alpha",
        "its last name is known"
    );
    let renamed = page.changes("vendor", "renamed").await;
    assert_eq!(renamed["items"][0]["was"], "Beta");
    let changed = page.rows("changed", "").await;
    assert_eq!(
        (&changed["total"], &changed["rows"][0]["item"]["id"]),
        (&json!(1), &rows[1]["item"]["id"]),
        "the row whose answer was renamed says so"
    );
    assert_eq!(changed["rows"][0]["answer_renamed"], "Beta");
    let new = page.changes("vendor", "new").await;
    assert_eq!(new["items"][0]["name"], "Delta");
    let lost = page.changes("vendor", "gone").await;
    let kept = lost["items"][0]["decision"].as_str().expect("words");
    assert!(
        kept.contains(rows[0]["item"]["name"].as_str().expect("a name")),
        "{kept}"
    );

    // Halo's list read again, and the program closed and opened.
    page.read_halo().await;
    let connection = page.connection;
    let stage = stage.restarted().await;
    let page = Page {
        stage: &stage,
        connection,
        mapping: "customers",
    };
    let view = page.call("mapping", json!({})).await;
    assert_eq!(view["card"]["counts"]["accepted"], 2);
    assert_eq!(
        view["card"]["halo_list"]["changes"],
        json!({ "new": 0, "renamed": 0, "gone": 0 })
    );
    assert_eq!(view["suggested"], false, "suggestions are made anew");
    assert_eq!(view["can_undo"], true);
    let answers = page.rows("accepted", "").await["rows"].clone();
    assert_eq!(
        answers[1]["answer"]["name"], "Beta Ltd",
        "the name it has today"
    );

    // The lost one comes back.
    let view = page.paste("id,name\na,Alpha\nb,Beta Ltd\n").await;
    assert_eq!(view["card"]["counts"]["conflicts"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_given_is_suggested_to_nobody_else() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    page.paste(&organisations(&page, 40).await).await;
    let certain = page.suggest().await["card"]["counts"]["exact"].clone();
    let first = page.rows_of("undecided", "exact").await["rows"][0].clone();
    let answer = first["suggestion"].clone();
    let other = page.rows_of("undecided", "none").await["rows"][0].clone();
    let search = answer["id"].as_str().expect("an id");
    assert_eq!(
        page.row(search).await["item"]["id"],
        first["item"]["id"],
        "found by what is suggested"
    );

    let decided = page
        .decide(&other, json!({ "what": "accept", "id": answer["id"] }))
        .await;
    let left = certain.as_u64().expect("a count") - 1;
    assert_eq!(decided["view"]["card"]["counts"]["exact"], left);
    let id = &first["item"]["id"];
    let row_now = async || {
        let rows = page.rows("all", "").await["rows"].clone();
        let rows = rows.as_array().expect("rows").iter();
        let mut same = rows.filter(|row| row["item"]["id"] == *id);
        same.next().expect("it is still there").clone()
    };
    let row = row_now().await;
    assert_eq!(
        (&row["class"], &row["suggestion"]),
        (&json!("review"), &Value::Null)
    );
    assert_eq!(row["candidates"][0]["taken_by"], other["item"]["name"]);
    assert_eq!(
        row["reason"],
        "What fits best is given to another row already"
    );
    let accepted = page
        .call(
            "accept_suggestions",
            json!({ "classes": ["exact", "review"] }),
        )
        .await;
    assert!(accepted["rows"].as_u64() >= Some(left), "{accepted}");
    assert_eq!(row_now().await["standing"], "undecided");
    assert_eq!(accepted["view"]["card"]["counts"]["conflicts"], 0);

    // Taken back, it is suggested again.
    page.decide(&other, json!({ "what": "clear" })).await;
    assert_eq!(row_now().await["suggestion"], answer);
    // What was accepted can still be looked through by how sure it was.
    let sure = page.rows_of("accepted", "exact").await;
    assert_eq!(sure["total"], left);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_gone_holds_no_answer_and_its_decision_is_forgotten_only_by_the_admin() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    page.paste("id,name\na,Alpha\nb,Beta\n").await;
    let rows = page.rows("all", "").await["rows"].clone();
    let (old, name) = (&rows[4]["item"]["id"], &rows[4]["item"]["name"]);
    let accept = json!({ "what": "accept", "id": "a" });
    page.decide(&rows[4], accept.clone()).await;

    // Deleted and made again under another id, as Halo does.
    let path = format!("Client/{}", old.as_str().expect("an id"));
    page.in_halo(Method::DELETE, &path, json!(null)).await;
    page.in_halo(Method::POST, "Client", json!([{ "name": name }]))
        .await;
    let view = page.read_halo().await;
    assert_eq!(view["card"]["counts"]["kept"], 1);
    // Another reading in which nothing changes: it is kept all the same.
    let view = page.read_halo().await;
    assert_eq!(view["card"]["counts"]["kept"], 1);
    let kept = page.changes("halo", "kept").await;
    assert_eq!((&kept["total"], &kept["items"][0]["id"]), (&json!(1), old));
    assert_eq!(
        kept["items"][0]["decision"],
        "Mapped to “Alpha”; kept in case it comes back"
    );
    let again = page.row(name.as_str().expect("a name")).await;
    assert_ne!(again["item"]["id"], *old);
    let decided = page.decide(&again, accept).await;
    assert_eq!(decided["rows"], 1);
    assert_eq!(decided["view"]["card"]["counts"]["conflicts"], 0);

    // Forgotten, taken back, and forgotten again.
    let forget = async || {
        let clear = json!({ "rows": [old], "decision": { "what": "clear" } });
        page.call("decide_mapping", clear).await["view"]["card"]["counts"]["kept"].clone()
    };
    assert_eq!(forget().await, 0);
    let undone = page.call("undo_mapping", json!({})).await;
    assert_eq!(undone["view"]["card"]["counts"]["kept"], 1);
    assert_eq!(forget().await, 0);
    assert_eq!(page.changes("halo", "kept").await["total"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn decisions_go_over_to_the_ids_of_a_list_that_had_none() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    page.paste("name\nAlpha\nBeta\nTwin\nLost\n").await;
    let rows = page.rows("all", "").await["rows"].clone();
    for (row, answer) in [(0, "Alpha"), (1, "Beta"), (2, "Twin"), (3, "Lost")] {
        let accept = json!({ "what": "accept", "id": answer });
        page.decide(&rows[row], accept).await;
    }
    let view = page
        .paste("id,name\na,Alpha\nb,Beta\nt1,Twin\nt2,Twin\nn,New\n")
        .await;
    assert_eq!(view["card"]["vendor_list"]["taken_over"], 2);
    assert_eq!(
        view["card"]["vendor_list"]["changes"],
        json!({ "new": 3, "renamed": 0, "gone": 2 }),
        "of two with one name nobody can say which it is"
    );
    assert_eq!(view["card"]["counts"]["accepted"], 4);
    let answers = async || {
        let accepted = page.rows("accepted", "").await["rows"].clone();
        let ids = accepted.as_array().expect("rows").iter();
        ids.map(|row| row["answer"]["id"].as_str().expect("an id").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(answers().await, ["a", "b", "Twin", "Lost"]);
    let undone = page.call("undo_mapping", json!({})).await;
    assert_eq!(undone["rows"], 2);
    assert_eq!(answers().await, ["Alpha", "Beta", "Twin", "Lost"]);
    page.call("redo_mapping", json!({})).await;
    assert_eq!(answers().await, ["a", "b", "Twin", "Lost"]);
    // The list once more: there is nothing to take over any more.
    let view = page.paste("id,name\na,Alpha\nb,Beta\nn,New\n").await;
    assert_eq!(view["card"]["vendor_list"]["taken_over"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_keep_their_decisions_when_their_list_gets_ids() {
    let stage = Stage::set("humanizeit", "healthy").await;
    let page = Page::open(&stage, "assignees").await;
    page.read_halo().await;
    page.paste("name\nAda\nBo\n").await;
    let rows = page.rows("all", "").await["rows"].clone();
    page.decide(&rows[0], json!({ "what": "later" })).await;
    let view = page.paste("id,name\n1,Ada\n2,Bo\n").await;
    assert_eq!(view["card"]["vendor_list"]["taken_over"], 1);
    let counts = &view["card"]["counts"];
    assert_eq!((&counts["later"], &counts["kept"]), (&json!(1), &json!(0)));
    let later = page.rows("later", "").await["rows"].clone();
    assert_eq!(later[0]["item"]["id"], "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_told_to_the_last_one_in_parts() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.paste("id,name\na,Alpha\n").await;
    let mut text = String::from("id,name\na,Alpha\n");
    for number in 0..450 {
        writeln!(text, "n{number:03},New {number}").expect("a string takes it");
    }
    page.paste(&text).await;
    let mut seen = Vec::new();
    while seen.len() < 450 {
        let part = json!({ "list": "vendor", "what": "new", "offset": seen.len(), "count": 1000 });
        let part = page.call("mapping_changes", part).await;
        assert_eq!(part["total"], 450);
        let items = part["items"].as_array().expect("items").clone();
        assert!(!items.is_empty(), "{} of 450", seen.len());
        seen.extend(items);
    }
    assert_eq!(seen[449]["name"], "New 449");
    assert_eq!(page.changes("vendor", "kept").await["total"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_out_in_every_form() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let (saved, _) = page.export("csv").await;
    assert!(saved["problem"].is_string(), "nothing to save yet: {saved}");

    page.read_halo().await;
    page.paste("id,name\na,=Alpha\n").await;
    let rows = page.rows("all", "").await["rows"].clone();
    let (saved, _) = page.export("vendor").await;
    assert!(
        saved["problem"].is_string(),
        "nobody is to be created: {saved}"
    );
    page.decide(&rows[0], json!({ "what": "accept", "id": "a" }))
        .await;
    page.decide(&rows[1], json!({ "what": "later" })).await;

    let (saved, text) = page.export("csv").await;
    assert_eq!(saved["problem"], Value::Null);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "halo_id,halo_name,vendor_id,vendor_name,decision,decided_by,decided_at"
    );
    assert!(
        lines[1].contains(",a,'=Alpha,accepted,person,"),
        "no formula: {}",
        lines[1]
    );
    assert_eq!(
        lines.len() as u64 - 1,
        saved["files"][0]["rows"].as_u64().expect("a count")
    );

    let (_, text) = page.export("json").await;
    let document: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        document["rows"][0]["vendor"],
        json!({ "id": "a", "name": "=Alpha" })
    );
    assert_eq!(document["rows"][1]["decision"], "create-later");

    let (_, text) = page.export("page").await;
    assert!(text.starts_with("<!DOCTYPE html>") && text.contains("=Alpha"));
    assert!(!text.contains("<script"));

    let (saved, text) = page.export("vendor").await;
    assert_eq!(saved["files"][0]["rows"], 1);
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some("organizationName,managingOrgId,domain,orgSlug,isEnabled,tagNames")
    );
    let row = lines.next().expect("the one that is to be created");
    assert!(
        row.contains(rows[1]["item"]["name"].as_str().expect("a name")),
        "{row}"
    );
    assert!(row.ends_with(",,true,"), "{row}");
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_searched_and_shown_in_parts() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    let all = page.rows("all", "").await;
    let total = all["total"].as_u64().expect("a count");
    let part = page
        .call(
            "mapping_rows",
            json!({ "filter": "all", "text": "", "offset": total - 3, "count": 50 }),
        )
        .await;
    assert_eq!(part["rows"].as_array().map(Vec::len), Some(3));
    let name = all["rows"][7]["item"]["name"].as_str().expect("a name");
    let found = page.rows("all", &name.to_uppercase()).await;
    assert!(
        found["total"]
            .as_u64()
            .is_some_and(|found| found >= 1 && found < total)
    );
    assert_eq!(page.rows("all", "no such words").await["total"], 0);
    let beyond = json!({ "filter": "all", "text": "", "offset": 4_000_000_000_u32, "count": 9 });
    assert_eq!(page.call("mapping_rows", beyond).await["rows"], json!([]));
}

/// Where a row is under a filter and a search; null where it does not fit.
async fn place(page: &Page<'_>, id: &Value, filter: &str, text: &str) -> Value {
    let window = json!({ "filter": filter, "text": text, "offset": 0, "count": 1, "place_of": id });
    page.call("mapping_rows", window).await["place"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_place_of_a_row_follows_the_filter_and_every_step_back() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    page.paste("id,name\na,Alpha\n").await;
    let rows = page.rows("all", "").await["rows"].clone();
    let (before, id) = (&rows[3], &rows[7]["item"]["id"]);
    assert_eq!(
        page.rows("all", "").await["place"],
        Value::Null,
        "not asked"
    );
    assert_eq!(place(&page, id, "all", "").await, 7);
    assert_eq!(place(&page, id, "undecided", "").await, 7);
    assert_eq!(place(&page, id, "accepted", "").await, Value::Null);

    page.decide(before, json!({ "what": "ignore" })).await;
    assert_eq!(place(&page, id, "undecided", "").await, 6);
    page.decide(&rows[7], json!({ "what": "accept", "id": "a" }))
        .await;
    assert_eq!(place(&page, id, "undecided", "").await, Value::Null);
    assert_eq!(place(&page, id, "accepted", "").await, 0);
    let name = rows[7]["item"]["name"].as_str().expect("a name");
    let found = place(&page, id, "all", name).await;
    assert!(found.is_number(), "{found}");
    assert_eq!(place(&page, id, "all", "no such words").await, Value::Null);

    let undone = page.call("undo_mapping", json!({})).await;
    assert_eq!(undone["first"], *id);
    assert_eq!(place(&page, id, "undecided", "").await, 6);
    page.call("redo_mapping", json!({})).await;
    assert_eq!(place(&page, id, "undecided", "").await, Value::Null);
    let nobody = json!("nobody");
    assert_eq!(place(&page, &nobody, "all", "").await, Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_undecided_row_is_told_down_and_up_and_round_the_end() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    page.paste("id,name\na,Alpha\n").await;
    let all = page.rows("all", "").await;
    let last = all["total"].as_u64().expect("a number") - 1;
    for place in 1..4 {
        let ignore = json!({ "what": "ignore" });
        page.decide(&all["rows"][place], ignore).await;
    }
    let next = async |filter: &str, place: u64, up: bool| {
        let from = json!({ "place": place, "up": up });
        let window = json!({ "filter": filter, "text": "", "offset": 0, "count": 0, "undecided_from": from });
        page.call("mapping_rows", window).await["place"].clone()
    };
    assert_eq!(next("all", 0, false).await, 4);
    assert_eq!(next("all", 4, true).await, 0);
    assert_eq!(next("all", last, false).await, 0, "round the end");
    assert_eq!(next("all", 0, true).await, last, "and round the beginning");
    assert_eq!(next("all", 9_000_000, false).await, 0, "from beyond");
    assert_eq!(next("ignored", 0, false).await, Value::Null);
    assert_eq!(next("conflicts", 0, true).await, Value::Null, "of no rows");
}

#[tokio::test(flavor = "multi_thread")]
async fn searching_minds_neither_case_nor_marks() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    page.paste("id,name\na,Ångström Łódź\nb,Beta\n").await;
    let rows = page.rows("all", "").await["rows"].clone();
    page.decide(&rows[2], json!({ "what": "accept", "id": "a" }))
        .await;
    for text in ["ångström", "ANGSTROM lodz", "łódź angs"] {
        let found = page.rows("all", text).await;
        assert_eq!(
            found["total"], 1,
            "{text}: also the row's answer is searched"
        );
        assert_eq!(found["rows"][0]["item"]["id"], rows[2]["item"]["id"]);
        let row = &rows[0]["item"]["id"];
        let options = json!({ "row": row, "text": text });
        let options = page.call("find_mapping_options", options).await;
        assert_eq!(options["options"][0]["item"]["id"], "a", "{text}");
    }
    assert_eq!(page.rows("all", "angstrom berlin").await["total"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mapping_that_the_profile_does_not_have_is_a_fault_of_the_page() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "statuses").await;
    let request = json!({ "connection": page.connection, "mapping": "statuses" });
    assert!(stage.try_call("mapping", request.clone()).await.is_err());
    let request = json!({ "connection": page.connection, "mapping": "customers" });
    // There is no reader in this profile.
    assert!(stage.try_call("start_vendor_list", request).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_external_id_that_is_the_customers_number_in_halo_counts() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    let rows = page.rows("all", "").await["rows"].clone();
    let row = |place: usize| {
        let item = &rows[place]["item"];
        let text = |field: &str| item[field].as_str().expect("words").to_owned();
        (text("id"), text("name"))
    };
    let (renamed, same) = (row(0), row(1));
    let list = |id: &str| {
        format!(
            "id,name,external_id\na,Quite Another Thing,{}\nb,\"{}\",{id}\n",
            renamed.0, same.1
        )
    };
    page.paste(&list(&same.0)).await;
    page.suggest().await;
    let first = page.rows("all", "").await["rows"][0].clone();
    assert_eq!(first["candidates"][0]["item"]["id"], "a", "{first}");
    assert!(
        first["candidates"][0]["reason"]
            .as_str()
            .is_some_and(|said| said.contains("external id")),
        "{first}"
    );

    // Where those of the same name have other numbers, they are another product's.
    page.paste(&list("99999")).await;
    page.suggest().await;
    let rows = page.rows("all", "").await["rows"].clone();
    assert_eq!(rows[0]["candidates"], json!([]), "{}", rows[0]);
    assert_eq!(rows[1]["candidates"][0]["item"]["id"], "b", "{}", rows[1]);
}

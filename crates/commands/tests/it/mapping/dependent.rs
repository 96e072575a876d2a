//! Statuses and ticket types: suggested by what they mean and are for, and asked again when what
//! they depend on changes.

use serde_json::{Value, json};

use super::Page;
use crate::desk::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn ticket_types_are_offered_by_their_use() {
    let stage = Stage::set("humanizeit", "healthy").await;
    let page = Page::open(&stage, "ticket-types").await;
    let view = page.read_halo().await;
    assert_eq!(view["card"]["asks_vendor"], true);
    assert_eq!(view["values_known"], true);
    assert_eq!(
        view["card"]["counts"]["rows"], 2,
        "no list has to be brought"
    );
    page.suggest().await;
    let row = page.row("Project ticket type").await;
    assert!(row["hint"].is_string());
    let options = page
        .call(
            "find_mapping_options",
            json!({ "row": row["item"]["id"], "text": "" }),
        )
        .await;
    let options = options["options"].as_array().expect("options");
    assert!(!options.is_empty());
    for option in options {
        let about = option["item"]["about"]
            .as_str()
            .expect("words")
            .to_lowercase();
        assert!(
            !about.contains("ticket") && !about.contains("opp"),
            "{option}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_project_ticket_type_asks_for_the_statuses_again() {
    let stage = Stage::set("humanizeit", "healthy").await;
    let types = Page::open(&stage, "ticket-types").await;
    types.read_halo().await;
    let choose = async |row: &str, option: usize| {
        let row = types.row(row).await;
        let options = types
            .call(
                "find_mapping_options",
                json!({ "row": row["item"]["id"], "text": "" }),
            )
            .await;
        let id = options["options"][option]["item"]["id"].clone();
        assert!(id.is_string(), "{options}");
        types
            .decide(&row, json!({ "what": "accept", "id": id }))
            .await;
    };
    choose("Project ticket type", 0).await;

    let statuses = Page {
        stage: &stage,
        connection: types.connection.clone(),
        mapping: "statuses",
    };
    statuses.read_halo().await;
    statuses
        .paste("Not started\nActive\nPaused\nComplete\n")
        .await;
    let view = statuses.suggest().await;
    let likely = view["card"]["counts"]["likely"].as_u64().expect("a count");
    assert!(likely > 0, "{view}");
    let row = statuses.row("In Progress").await;
    assert_eq!(row["candidates"][0]["item"]["name"], "Active", "{row}");
    assert_eq!(
        row["candidates"][0]["reason"],
        "Different words that mean the same"
    );
    let decided = statuses
        .call(
            "accept_suggestions",
            json!({ "classes": ["exact", "likely"] }),
        )
        .await;
    assert_eq!(decided["view"]["card"]["counts"]["conflicts"], 0);
    let accepted = decided["rows"].clone();

    choose("Project ticket type", 0).await;
    let view = statuses.call("mapping", json!({})).await;
    assert_eq!(
        view["card"]["counts"]["conflicts"], accepted,
        "all are asked again"
    );
    assert_eq!(
        view["card"]["counts"]["accepted"], accepted,
        "and none is lost"
    );
    let row = statuses.rows("conflicts", "").await["rows"][0].clone();
    assert_eq!(row["conflict"]["what"], "ask-again");

    // Accepted again, it is settled; taking the change back settles the others.
    let decided = statuses
        .decide(&row, json!({ "what": "accept", "id": row["answer"]["id"] }))
        .await;
    let left = accepted.as_u64().expect("a count") - 1;
    assert_eq!(decided["view"]["card"]["counts"]["conflicts"], left);
    types.call("undo_mapping", json!({})).await;
    let view = statuses.call("mapping", json!({})).await;
    assert_eq!(view["card"]["counts"]["conflicts"], 0);
    assert_eq!(view["reader"], Value::Null);
}

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

    // Later and ignored are decisions too.
    let rows = statuses.rows("undecided", "").await["rows"].clone();
    statuses.decide(&rows[0], json!({ "what": "later" })).await;
    statuses.decide(&rows[1], json!({ "what": "ignore" })).await;
    let all = accepted.as_u64().expect("a count") + 2;
    let conflicts = async || {
        let view = statuses.call("mapping", json!({})).await;
        view["card"]["counts"]["conflicts"].clone()
    };

    // The same type again, and another row of the other mapping, ask nothing again.
    choose("Project ticket type", 0).await;
    choose("Opportunity ticket type", 0).await;
    assert_eq!(conflicts().await, 0);

    // Without a type all are asked again, and with it none is.
    let project = types.row("Project ticket type").await;
    types.decide(&project, json!({ "what": "clear" })).await;
    assert_eq!(conflicts().await, all);
    types.call("undo_mapping", json!({})).await;
    assert_eq!(conflicts().await, 0);

    choose("Project ticket type", 1).await;
    let view = statuses.call("mapping", json!({})).await;
    assert_eq!(
        view["card"]["counts"]["conflicts"], all,
        "all are asked again"
    );
    assert_eq!(
        view["card"]["counts"]["accepted"], accepted,
        "and none is lost"
    );
    let asked = statuses.rows("conflicts", "").await["rows"].clone();
    for row in asked.as_array().expect("rows") {
        assert_eq!(row["conflict"]["what"], "ask-again");
        let said = row["conflict"]["words"].as_str().expect("words");
        assert!(said.contains("Project ticket type"), "{said}");
    }

    // Kept as they are, two are settled.
    let with = |standing: &str| {
        let rows = asked.as_array().expect("rows").iter();
        let mut with = rows.filter(|row| row["standing"] == standing);
        with.next().expect("there is one").clone()
    };
    let row = with("accepted");
    let accept = json!({ "what": "accept", "id": row["answer"]["id"] });
    statuses.decide(&row, accept).await;
    statuses
        .decide(&with("later"), json!({ "what": "later" }))
        .await;
    assert_eq!(conflicts().await, all - 2);
    // With the type as before, the others are settled, and these two are asked again.
    types.call("undo_mapping", json!({})).await;
    assert_eq!(conflicts().await, 2);
    let view = statuses.call("mapping", json!({})).await;
    assert_eq!(view["reader"], Value::Null);
}

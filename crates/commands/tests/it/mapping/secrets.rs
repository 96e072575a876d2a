//! Rows with what looks like a client secret in them: only they are left out, nothing repeats it,
//! and mended they are there.

use reqwest::Method;
use serde_json::{Value, json};
use wiremock::matchers::{method, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{Page, secret};
use crate::desk::Stage;

const WHY: &str = "looks like a Client Secret, and Halyard keeps no such text.";

fn texts(problems: &Value) -> Vec<&str> {
    let problems = problems.as_array().expect("a list");
    problems
        .iter()
        .map(|it| it.as_str().expect("words"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_of_a_file_costs_only_itself() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    let secret = secret();
    for (bad, good) in [
        (format!("b,{secret},"), "b,Beta,"),
        (format!("{secret},Beta,"), "b,Beta,"),
        (format!("b,Beta,https://{secret}.example"), "b,Beta,"),
    ] {
        let rows = |row: &str| format!("id,name,domain\na,Alpha,\n{row}\nc,Gamma,\n");
        let shown = page
            .call("paste_vendor_list", json!({ "text": rows(&bad) }))
            .await;
        assert!(!shown.to_string().contains(&secret), "{shown}");
        let kept = page
            .call("keep_vendor_list", json!({ "columns": shown["columns"] }))
            .await;
        assert_eq!(kept["problem"], Value::Null, "{kept}");
        assert_eq!(kept["view"]["card"]["vendor_list"]["rows"], 2, "{bad}");
        assert_eq!(kept["left_out"], 1);
        assert_eq!(
            texts(&kept["problems"]),
            [format!("Line 3: a field here {WHY}")]
        );
        assert!(!kept.to_string().contains(&secret), "{kept}");

        let view = page.paste(&rows(good)).await;
        assert_eq!(view["card"]["vendor_list"]["rows"], 3, "mended");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_left_out_is_not_gone() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.read_halo().await;
    page.paste("id,name\na,Alpha\nb,Beta\n").await;
    let rows = page.rows("all", "").await["rows"].clone();
    page.decide(&rows[0], json!({ "what": "accept", "id": "b" }))
        .await;
    let text = format!("id,name\na,Alpha\nb,{}\n", secret());
    let view = page.paste(&text).await;
    let changes = &view["card"]["vendor_list"]["changes"];
    assert_eq!(*changes, json!({ "new": 0, "renamed": 0, "gone": 0 }));
    assert_eq!(view["card"]["counts"]["conflicts"], 0);
    // It comes back as what it was, and is gone when it really is.
    let view = page.paste("id,name\na,Alpha\nb,Beta\n").await;
    assert_eq!(view["card"]["vendor_list"]["changes"]["new"], 0);
    let view = page.paste("id,name\na,Alpha\n").await;
    assert_eq!(view["card"]["vendor_list"]["changes"]["gone"], 1);
    assert_eq!(view["card"]["counts"]["conflicts"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_whose_name_or_header_is_a_secret_is_kept_under_another() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let secret = secret();
    let path = stage.folder.path().join(format!("{secret}.csv"));
    std::fs::write(&path, format!("id,name,{secret}\na,Alpha,x\n")).expect("a file");
    *stage.desk.chosen.lock().expect("there") = Some(path);
    let shown = page.call("choose_vendor_list", json!({})).await;
    assert_eq!(shown["problem"], Value::Null, "{shown}");
    assert!(!shown.to_string().contains(&secret), "{shown}");
    let kept = page
        .call(
            "keep_vendor_list",
            json!({ "columns": ["id", "name", null] }),
        )
        .await;
    assert_eq!(kept["view"]["card"]["vendor_list"]["rows"], 1, "{kept}");
    assert!(!kept.to_string().contains(&secret), "{kept}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_of_the_vendors_api_costs_only_itself() {
    let server = MockServer::start().await;
    let secret = secret();
    let company = |id: Value, name: &str| json!({ "id": id, "name": name });
    let pages = [
        json!([company(json!(1), "Alpha"), company(json!(2), &secret)]),
        json!([company(json!(secret), "Gamma"), company(json!(4), "Delta"), { "id": 5 }]),
        json!([]),
    ];
    for (number, rows) in (1..).zip(pages) {
        let body = json!({ "companies": rows });
        Mock::given(method("GET"))
            .and(query_param("page", number.to_string()))
            .respond_with(ResponseTemplate::new(200).set_body_json(body))
            .mount(&server)
            .await;
    }
    let stage = Stage::set("hudu", "healthy").await;
    let page = Page::open(&stage, "companies").await;
    page.call("set_reader_address", json!({ "address": server.uri() }))
        .await;
    page.call(
        "type_reader_key",
        json!({ "key": "k3y-of-the-other-product" }),
    )
    .await;
    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["how"], "done", "{end}");
    assert_eq!(end["view"]["card"]["vendor_list"]["rows"], 2);
    assert_eq!(end["left_out"], 3);
    assert_eq!(
        texts(&end["problems"]),
        [
            format!("Row 2 (id 2): a text here {WHY}"),
            format!("Row 3: a text here {WHY}"),
            "Row 5 (id 5): there is no name.".to_owned(),
        ]
    );
    assert!(!end.to_string().contains(&secret), "{end}");

    server.reset().await;
    let rows = json!({ "companies": [company(json!(1), "Alpha"), company(json!(2), "Beta")] });
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(200).set_body_json(rows))
        .mount(&server)
        .await;
    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["left_out"], 0, "mended: {end}");
    assert_eq!(end["problems"], json!([]));
    assert_eq!(end["view"]["card"]["vendor_list"]["rows"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_and_a_site_of_halo_cost_only_themselves() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let all = page.read_customers(false, false).await;
    assert_eq!(
        (&all["left_out"], &all["problems"]),
        (&json!(0), &json!([]))
    );
    let count = all["view"]["card"]["halo_list"]["rows"]
        .as_u64()
        .expect("a count");
    let row = page.rows("all", "").await["rows"][2].clone();
    page.decide(&row, json!({ "what": "ignore" })).await;
    let id: i64 = row["item"]["id"]
        .as_str()
        .expect("an id")
        .parse()
        .expect("a number");
    let secret = secret();

    page.in_halo(
        Method::POST,
        "Client",
        json!([{ "id": id, "name": secret }]),
    )
    .await;
    let end = page.read_customers(false, false).await;
    let list = &end["view"]["card"]["halo_list"];
    assert_eq!(list["rows"], count - 1);
    assert_eq!(list["changes"]["gone"], 0, "it is there");
    assert_eq!(end["left_out"], 1);
    assert_eq!(
        texts(&end["problems"]),
        [format!("Row 3 (id {id}): a text here {WHY}")]
    );
    assert!(!end.to_string().contains(&secret), "{end}");

    let was = row["item"]["name"].clone();
    page.in_halo(Method::POST, "Client", json!([{ "id": id, "name": was }]))
        .await;
    let end = page.read_customers(false, false).await;
    let list = &end["view"]["card"]["halo_list"];
    assert_eq!(list["rows"], count, "mended");
    assert_eq!(list["changes"]["new"], 0, "it was there all the time");
    assert_eq!(
        end["view"]["card"]["counts"]["ignored"], 1,
        "and is decided as it was"
    );

    let site = 2 * id + 5;
    page.in_halo(
        Method::POST,
        "Site",
        json!([{ "id": site, "phonenumber": secret }]),
    )
    .await;
    let end = page.read_customers(false, false).await;
    assert_eq!(end["view"]["card"]["halo_list"]["rows"], count);
    let said = texts(&end["problems"]);
    assert!(
        matches!(said[..], [only] if only.contains("Halo’s sites") && only.ends_with(WHY)),
        "{said:?}"
    );
}

//! Writing a mapping to the other product's practice server: what is shown before, what is written,
//! and what is known afterwards, also when something goes wrong.

use std::collections::BTreeMap;
use std::path::Path;

use rehearsal::{VendorControl, VendorTrouble};
use serde_json::{Value, json};

use super::Page;
use crate::desk::Stage;

/// A mapping with both lists read from the practice servers and its sure suggestions accepted.
struct Work<'a> {
    page: Page<'a>,
    vendor: VendorControl,
}

impl<'a> Work<'a> {
    async fn begin(stage: &'a Stage) -> Self {
        let page = Page::open(stage, "companies").await;
        let vendor = &stage.tenant.vendor;
        let address = json!({ "address": vendor.address });
        let reply = page.call("set_reader_address", address).await;
        assert_eq!(reply["problem"], Value::Null, "{reply}");
        stage.call("copy_practice_key", json!({})).await;
        page.call("paste_reader_key", json!({})).await;
        page.read_halo().await;
        let end = page.run("start_vendor_list", json!({})).await;
        assert_eq!(end["how"], "done", "{end}");
        page.suggest().await;
        let classes = json!({ "classes": ["exact", "likely"] });
        let decided = page.call("accept_suggestions", classes).await;
        assert!(decided["rows"].as_u64() > Some(100), "{}", decided["rows"]);
        let number = json!({ "number": format!(" {} ", vendor.integration) });
        let reply = page.call("set_integration_number", number).await;
        assert_eq!(reply["problem"], Value::Null, "{reply}");
        assert_eq!(reply["view"]["number"], vendor.integration.to_string());
        let vendor = vendor.control();
        Self { page, vendor }
    }

    async fn view(&self) -> Value {
        self.page.call("writing", json!({})).await
    }

    /// Looks what would be written.
    async fn look(&self, only_failed: bool) -> Value {
        let which = json!({ "only_failed": only_failed });
        let end = self.page.run("start_write_plan", which).await;
        assert_eq!(end["how"], "done", "{end}");
        self.view().await["plan"].clone()
    }

    /// Writes what is included in the plan; gives how it ended.
    async fn write(&self) -> Value {
        let plan = self.view().await["plan"].clone();
        let order = json!({ "plan": plan["number"], "rows": plan["included"] });
        self.page.run("start_writing", order).await
    }

    /// Leaves everything out but the first so many rows; gives Halo's numbers of them.
    async fn only(&self, many: usize) -> Vec<i64> {
        let plan = self.view().await["plan"].clone();
        let set = self.rows("set").await;
        let all = json!({ "plan": plan["number"], "row": null, "state": "set", "included": false });
        self.page.call("include_in_writing", all).await;
        let chosen: Vec<Value> = set.into_iter().take(many).collect();
        assert_eq!(chosen.len(), many);
        for row in &chosen {
            let one = json!({ "plan": plan["number"], "row": row["id"], "state": null, "included": true });
            self.page.call("include_in_writing", one).await;
        }
        let number = |row: &Value| row["id"].as_str().and_then(|id| id.parse().ok());
        chosen.iter().filter_map(number).collect()
    }

    /// The rows of the plan that stand so.
    async fn rows(&self, state: &str) -> Vec<Value> {
        let window = json!({ "state": state, "offset": 0, "count": 200 });
        let rows = self.page.call("write_plan_rows", window).await;
        rows["rows"].as_array().expect("rows").clone()
    }

    /// What became of each customer, by Halo's number: the outcome and the words.
    async fn results(&self) -> BTreeMap<i64, (String, String)> {
        let window = json!({ "offset": 0, "count": 200 });
        let rows = self.page.call("written_rows", window).await;
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let rows = rows["rows"].as_array().expect("rows").iter();
        rows.map(|row| {
            let id = text(&row["id"]).parse().expect("a number");
            (id, (text(&row["outcome"]), text(&row["words"])))
        })
        .collect()
    }

    async fn last(&self) -> Value {
        self.view().await["last"].clone()
    }
}

fn outcome(results: &BTreeMap<i64, (String, String)>, customer: i64) -> &str {
    &results[&customer].0
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_decided_is_shown_then_written_then_stands_there() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    let view = work.view().await;
    assert_eq!(view["offered"], true);
    assert_eq!(view["host"], "127.0.0.1");
    assert!(
        view["number_hint"]
            .as_str()
            .is_some_and(|hint| !hint.is_empty())
    );
    assert_eq!(view["plan"], Value::Null);
    assert_eq!(view["last"], Value::Null);

    let plan = work.look(false).await;
    for state in ["set", "same", "change", "doubtful", "missing"] {
        assert!(plan[state].as_u64() > Some(0), "{state}: {plan}");
    }
    assert_eq!(plan["included"], plan["set"]);
    assert_eq!(plan["rows"], view["decided"]);
    let changing = work.rows("change").await[0].clone();
    assert_eq!(changing["included"], false);
    assert!(changing["now"].is_string(), "{changing}");
    assert!(work.vendor.changes().is_empty(), "looking writes nothing");

    // A few: more than sixty at once would be sent at the pace that is polite.
    let customers = work.only(10).await;
    let end = work.write().await;
    assert_eq!(end["how"], "done", "{end}");
    let last = work.last().await;
    assert_eq!((&last["done"], &last["rows"]), (&json!(10), &json!(10)));
    assert_eq!(last["message"], Value::Null);
    assert_eq!(work.vendor.changes(), customers);
    for customer in customers {
        assert!(work.vendor.company_of(customer).is_some());
    }
    let changing: i64 = changing["id"]
        .as_str()
        .expect("an id")
        .parse()
        .expect("one");
    assert!(
        !work.vendor.changes().contains(&changing),
        "it was not ticked"
    );

    // Once more: everything stands there, and what was left out is as before.
    assert_eq!(
        work.view().await["plan"],
        Value::Null,
        "a plan is written once"
    );
    let again = work.look(false).await;
    let same = |plan: &Value| plan["same"].as_u64().expect("a number");
    assert_eq!(same(&again), same(&plan) + 10);
    assert_eq!(again["change"], plan["change"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_company_is_changed_only_where_it_is_ticked() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    let plan = work.look(false).await;
    work.only(1).await;
    let row = work.rows("change").await[0].clone();
    let tick = json!({ "plan": plan["number"], "row": row["id"], "state": null, "included": true });
    let view = work.page.call("include_in_writing", tick).await;
    assert_eq!(view["plan"]["included"], 2);
    let end = work.write().await;
    assert_eq!(end["how"], "done", "{end}");
    let customer: i64 = row["id"].as_str().expect("an id").parse().expect("one");
    assert!(work.vendor.changes().contains(&customer));
    let again = work.look(false).await;
    let (before, after) = (plan["change"].as_u64(), again["change"].as_u64());
    assert_eq!(after.map(|left| left + 1), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_written_is_not_ticked_either() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    let plan = work.look(false).await;
    for state in ["missing", "same", "stuck"] {
        let all = json!({ "plan": plan["number"], "row": null, "state": state, "included": true });
        let view = work.page.call("include_in_writing", all).await;
        assert_eq!(view["plan"]["included"], plan["set"], "{state}");
    }
    // What was shown is what is written, and nothing else.
    for (number, rows) in [
        (json!(999), &plan["included"]),
        (plan["number"].clone(), &json!(3)),
    ] {
        let order = json!({ "connection": work.page.connection, "mapping": "companies",
                            "plan": number, "rows": rows });
        let refused = stage.try_call("start_writing", order).await;
        let refused = refused.expect_err("something else was shown").message;
        assert!(refused.contains("changed since"), "{refused}");
    }
    // A decision that was taken back is not written by a plan from before.
    work.page.call("undo_mapping", json!({})).await;
    let order = json!({ "connection": work.page.connection, "mapping": "companies",
                        "plan": plan["number"], "rows": plan["included"] });
    let refused = stage.try_call("start_writing", order).await;
    let refused = refused.expect_err("it was taken back").message;
    assert!(refused.contains("Decisions"), "{refused}");
    assert!(work.vendor.changes().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_refused_stops_it_and_the_rest_is_written_later() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(3).await;
    work.vendor.set(VendorTrouble::WritingForbidden);
    let end = work.write().await;
    assert_eq!(end["how"], "stopped", "{end}");
    assert!(
        end["message"]
            .as_str()
            .is_some_and(|said| said.contains("right")),
        "{end}"
    );
    assert_eq!(
        work.vendor.changes().len(),
        1,
        "the others would fare no better"
    );
    let results = work.results().await;
    assert_eq!(outcome(&results, customers[0]), "failed");
    assert_eq!(outcome(&results, customers[1]), "waiting");

    work.vendor.set(VendorTrouble::KeyRefused);
    let which = json!({ "only_failed": true });
    let end = work.page.run("start_write_plan", which).await;
    assert_eq!(end["how"], "stopped", "{end}");
    assert!(
        end["message"]
            .as_str()
            .is_some_and(|said| said.contains("API key")),
        "{end}"
    );

    work.vendor.fix();
    let plan = work.look(true).await;
    assert_eq!((&plan["rows"], &plan["included"]), (&json!(3), &json!(3)));
    assert_eq!(work.write().await["how"], "done");
    assert_eq!(work.last().await["done"], 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_asks_for_a_pause_gets_it() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(2).await;
    work.vendor.set(VendorTrouble::TooFast(1));
    let end = work.write().await;
    assert_eq!(end["how"], "done", "{end}");
    assert_eq!(work.last().await["done"], 2);
    let sent = [customers[0], customers[0], customers[1]];
    assert_eq!(
        work.vendor.changes(),
        sent,
        "what was turned away was sent again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_that_is_too_long_stops_it() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(2).await;
    work.vendor.set(VendorTrouble::FarTooFast(1));
    let end = work.write().await;
    assert_eq!(end["how"], "stopped", "{end}");
    let results = work.results().await;
    assert_eq!(outcome(&results, customers[0]), "failed");
    assert_eq!(outcome(&results, customers[1]), "waiting");
    assert_eq!(work.vendor.changes().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_row_that_fails_costs_only_itself() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(3).await;
    work.vendor.set(VendorTrouble::ServerErrorFor(customers[1]));
    let end = work.write().await;
    assert_eq!(end["how"], "done", "{end}");
    assert_eq!(work.vendor.changes(), customers, "each was sent once");
    let results = work.results().await;
    let became: Vec<&str> = customers.iter().map(|it| outcome(&results, *it)).collect();
    assert_eq!(became, ["done", "failed", "done"]);

    // Failures come first, and the file has all of them.
    let window = json!({ "offset": 0, "count": 1 });
    let first = work.page.call("written_rows", window).await;
    assert_eq!(first["rows"][0]["id"], customers[1].to_string());
    let saved = work.page.call("save_written", json!({})).await;
    assert!(
        saved["path"]
            .as_str()
            .is_some_and(|path| Path::new(path).extension() == Some("csv".as_ref())),
        "{saved}"
    );
    let file = stage
        .desk
        .saved
        .lock()
        .expect("there")
        .take()
        .expect("a file");
    let file = String::from_utf8(file).expect("text");
    assert_eq!(file.lines().count(), 4, "{file}");
    assert!(file.contains(",failed,"), "{file}");

    work.vendor.fix();
    let plan = work.look(true).await;
    assert_eq!((&plan["rows"], &plan["set"]), (&json!(1), &json!(1)));
    assert_eq!(work.write().await["how"], "done");
    assert!(work.vendor.company_of(customers[1]).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_got_lost_is_looked_for_and_nothing_is_sent_twice() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(2).await;
    work.vendor.set(VendorTrouble::AnswerLost(1));
    let end = work.write().await;
    assert_eq!(end["how"], "done", "{end}");
    assert_eq!(work.vendor.changes(), customers, "each was sent once");
    assert_eq!(work.last().await["done"], 2, "the row was looked at");

    work.look(false).await;
    let customers = work.only(2).await;
    work.vendor.set(VendorTrouble::NothingArrives(1));
    assert_eq!(work.write().await["how"], "done");
    let results = work.results().await;
    assert_eq!(
        outcome(&results, customers[0]),
        "failed",
        "it stands as before"
    );
    assert_eq!(outcome(&results, customers[1]), "done");
    let sent = work.vendor.changes();
    assert_eq!(sent[2..], customers, "each was sent once");
    work.look(true).await;
    assert_eq!(work.write().await["how"], "done");
    assert!(work.vendor.company_of(customers[0]).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_says_it_did_is_believed_and_shown_as_it_is_the_next_time() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    let plan = work.look(false).await;
    let customers = work.only(1).await;
    work.vendor.set(VendorTrouble::Forgets);
    assert_eq!(work.write().await["how"], "done");
    assert_eq!(work.vendor.company_of(customers[0]), None);
    work.vendor.fix();
    let again = work.look(false).await;
    assert_eq!(
        again["set"], plan["set"],
        "nothing is assumed of the last time"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_changed_since_the_preview_is_left_alone() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(3).await;
    work.vendor.put(customers[0], Some(504));
    work.vendor.forget(customers[1]);
    assert_eq!(work.write().await["how"], "done");
    assert_eq!(work.vendor.changes(), customers[2..]);
    assert_eq!(work.vendor.company_of(customers[0]), Some(504));
    let results = work.results().await;
    let (became, words) = &results[&customers[0]];
    assert_eq!(became, "failed");
    assert!(words.contains("somebody"), "{words}");
    assert_eq!(outcome(&results, customers[1]), "failed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_of_another_name_is_shown_and_left_out() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(1).await;
    work.vendor.rename(customers[0], "Quite somebody else");
    work.look(false).await;
    let rows = work.rows("doubtful").await;
    let id = customers[0].to_string();
    let row = rows.iter().find(|row| row["id"] == id);
    let row = row.expect("it is doubtful now");
    assert_eq!(row["included"], false);
    let words = row["words"].as_str().expect("words");
    assert!(words.contains("Quite somebody else"), "{words}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_integration_that_has_never_synchronised_has_nothing_to_write_to() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.vendor.set(VendorTrouble::NoMatchers);
    let plan = work.look(false).await;
    assert_eq!(plan["missing"], plan["rows"], "{plan}");
    work.vendor.fix();
    let plan = work.look(false).await;
    assert!(plan["set"].as_u64() > Some(0), "{plan}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_number_is_told_in_words() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    for typed in ["", "0", "-3", "3.0", "halo", "9999999999999999999999"] {
        let number = json!({ "number": typed });
        let reply = work.page.call("set_integration_number", number).await;
        let said = reply["problem"].as_str().unwrap_or_default();
        assert!(said.contains("digits"), "{typed:?}: {reply}");
        assert_eq!(reply["view"]["number"], "3", "the good one stays");
    }
    // 4 is an integration of another kind, 77 is none.
    for (number, about) in [("4", "devices"), ("77", "77")] {
        let number = json!({ "number": number });
        work.page.call("set_integration_number", number).await;
        let which = json!({ "only_failed": false });
        let end = work.page.run("start_write_plan", which).await;
        assert_eq!(end["how"], "stopped", "{end}");
        assert!(
            end["message"]
                .as_str()
                .is_some_and(|said| said.contains(about)),
            "{end}"
        );
    }
    assert!(work.vendor.changes().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn stop_ends_it_after_the_row_under_way() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(3).await;
    // The first row has to wait for a second, in which somebody presses Stop.
    work.vendor.set(VendorTrouble::TooFast(1));
    let plan = work.view().await["plan"].clone();
    let order = json!({ "plan": plan["number"], "rows": plan["included"] });
    let run = work.page.call("start_writing", order.clone()).await["run"].clone();
    let mut seen = json!(0);
    loop {
        let progress = work.page.watch(&run, &seen).await;
        if !progress["waiting_seconds"].is_null() && !work.vendor.changes().is_empty() {
            break;
        }
        assert_eq!(progress["ended"], Value::Null, "{progress}");
        seen = progress["version"].clone();
    }
    let mut second = order;
    second["connection"] = json!(work.page.connection);
    second["mapping"] = json!("companies");
    let refused = stage.try_call("start_writing", second).await;
    let refused = refused.expect_err("one at a time").message;
    assert!(refused.contains("already"), "{refused}");
    assert_eq!(work.view().await["running"], run);
    stage.call("cancel_mapping", json!({ "run": run })).await;
    let end = work.page.end(&run).await;
    assert_eq!(end["how"], "cancelled", "{end}");
    let results = work.results().await;
    let became: Vec<&str> = customers.iter().map(|it| outcome(&results, *it)).collect();
    assert_eq!(became, ["done", "waiting", "waiting"]);
    assert_eq!(work.view().await["running"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_result_is_still_there_after_the_program_was_closed() {
    let stage = Stage::set("hudu", "healthy").await;
    let work = Work::begin(&stage).await;
    work.look(false).await;
    let customers = work.only(2).await;
    work.vendor.set(VendorTrouble::ServerErrorFor(customers[0]));
    work.write().await;
    let (connection, vendor) = (work.page.connection.clone(), work.vendor.clone());
    let id = connection.parse().expect("a connection");
    drop(work);
    // As if the program had been ended between asking for a row and its answer.
    let kept = stage.store.writing(id, "companies").await.expect("kept");
    let mut row = kept.expect("a writing").rows[1].clone();
    row["became"] = json!({ "is": "asked" });
    let noting = stage.store.note_written(id, "companies", 1, &row).await;
    noting.expect("noted");
    let stage = stage.restarted().await;

    let page = Page {
        stage: &stage,
        connection,
        mapping: "companies",
    };
    let work = Work { page, vendor };
    let last = work.last().await;
    assert_eq!((&last["failed"], &last["unknown"]), (&json!(1), &json!(1)));
    let results = work.results().await;
    assert_eq!(outcome(&results, customers[1]), "unknown");

    // The next look says what stands there, and only what does not is written.
    work.vendor.fix();
    let plan = work.look(true).await;
    assert_eq!(
        (&plan["set"], &plan["same"]),
        (&json!(1), &json!(1)),
        "{plan}"
    );
    assert_eq!(work.write().await["how"], "done");
    assert_eq!(work.last().await["done"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mapping_that_cannot_be_written_offers_nothing() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "organizations").await;
    let mappings = json!({ "connection": page.connection });
    let cards = stage.call("mappings", mappings).await;
    let key = cards[0]["key"].as_str().expect("a mapping").to_owned();
    let about = json!({ "connection": page.connection, "mapping": key });
    let view = stage.call("writing", about.clone()).await;
    assert_eq!(view["offered"], false);
    let mut plan = about;
    plan["only_failed"] = json!(false);
    let refused = stage.try_call("start_write_plan", plan).await;
    assert!(refused.is_err(), "{refused:?}");
}

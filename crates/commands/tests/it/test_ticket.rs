//! The test ticket through the commands: every way in which it can fail, each tried again when the
//! tenant is put right; never two tickets, and nothing left behind unsaid.

use std::collections::BTreeMap;
use std::time::Duration;

use halo::{Credentials, Errand, Halo, Limits, ServerUrl, Transport};
use rehearsal::Running;
use serde_json::{Value, json};
use store::Store;
use tokio_util::sync::CancellationToken;

use crate::desk::Stage;

/// A profile that makes tickets and books time.
const PROFILE: &str = "moovila";
/// One that may see everything, and whose guide does not speak of deleting tickets.
const SEES_ALL: &str = "rewst";

impl Stage {
    async fn test_ticket(&self, id: &str) -> Value {
        self.call("test_ticket", json!({ "connection": id })).await
    }

    async fn choices(&self, id: &str, customer: &str) -> Value {
        let request = json!({ "connection": id, "customer": customer });
        self.call("test_ticket_choices", request).await
    }

    async fn order(&self, id: &str, afterwards: &str) -> Value {
        let choices = self.choices(id, "").await;
        assert_eq!(choices["problem"], Value::Null, "{choices}");
        json!({
            "connection": id,
            "customer": choices["customers"][0],
            "ticket_type": choices["ticket_types"][0]["ticket_type"],
            "afterwards": afterwards,
        })
    }

    /// Follows a run to its end and gives what it showed.
    async fn follow(&self, id: &str, started: &Value) -> Value {
        let mut seen = json!(0);
        loop {
            let request = json!({ "run": started["run"], "seen": seen });
            let progress = self.call("watch_check", request).await;
            seen = progress["version"].clone();
            if !progress["ended"].is_null() {
                assert_eq!(progress["ended"]["how"], "done", "{progress}");
                return self.test_ticket(id).await["last"].clone();
            }
        }
    }

    async fn try_it(&self, id: &str, afterwards: &str) -> Value {
        let order = self.order(id, afterwards).await;
        let started = self.call("start_test_ticket", order).await;
        self.follow(id, &started).await
    }

    /// How often something was sent, by method and path without numbers.
    fn sent(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for seen in self.tenant.control().requests() {
            let path: Vec<_> = seen.path.split('/').collect();
            let resource = path.get(2).copied().unwrap_or_default();
            *counts
                .entry(format!("{} {resource}", seen.method))
                .or_default() += 1;
        }
        counts
    }

    /// Test tickets that are in the tenant now, by what somebody who sees everything is told.
    async fn in_halo(&self) -> Vec<(i64, Option<String>)> {
        let running = self.tenant.connect_as(SEES_ALL).expect("known");
        let halo = signed_in_as(&running).await;
        let errand = Errand::new(9, Duration::from_secs(20), CancellationToken::new());
        let mut found = Vec::new();
        let customers = halo
            .customers_named(&errand, "", 1)
            .await
            .expect("customers");
        for customer in customers.rows {
            let marked = halo.tickets_marked(&errand, "halyard-", customer.id).await;
            let rows = marked.expect("tickets").into_iter();
            found.extend(rows.map(|row| (row.id, row.status)));
        }
        found
    }
}

/// Halo as another application sees it.
async fn signed_in_as(running: &Running) -> Halo {
    let transport = Transport::new(Limits::default());
    let errand = Errand::new(3, Duration::from_secs(20), CancellationToken::new());
    let server = |path: &str| format!("{}/{path}", running.address).parse::<ServerUrl>();
    let credentials = Credentials {
        client_id: running.client_id.clone(),
        secret: running.client_secret.clone().into(),
    };
    let auth = server("auth").expect("an address");
    let tenant = Some(running.tenant.as_str());
    let token = halo::sign_in(&transport, &errand, &auth, tenant, &credentials, &["all"]).await;
    let api = server("api").expect("an address");
    Halo::new(transport, api, token.expect("a token"))
}

fn step<'a>(outcome: &'a Value, act: &str) -> &'a Value {
    let steps = outcome["steps"].as_array().expect("steps");
    let found = steps.iter().find(|step| step["act"] == act);
    found.unwrap_or_else(|| panic!("no step {act} in {outcome}"))
}

fn state<'a>(outcome: &'a Value, act: &str) -> &'a str {
    step(outcome, act)["state"].as_str().expect("a state")
}

#[tokio::test]
async fn a_test_ticket_is_made_shown_and_deleted() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let before = stage.test_ticket(&id).await;
    assert_eq!(before["offered"], true);
    assert_eq!(before["last"], Value::Null);
    let sentences = before["will_write_and_delete"]
        .as_array()
        .expect("sentences");
    assert_eq!(sentences.len(), 4, "ticket, note, time, end: {sentences:?}");
    assert_eq!(
        stage.sent().get("POST Tickets"),
        None,
        "nothing without being asked"
    );

    let outcome = stage.try_it(&id, "delete").await;
    assert_eq!(outcome["good"], true, "{outcome}");
    for act in ["sign-in", "create", "read-back", "note", "time", "delete"] {
        assert_eq!(state(&outcome, act), "done", "{act}");
    }
    assert_eq!(outcome["left"], Value::Null);
    let shown: Vec<_> = outcome["came_back"]
        .as_array()
        .expect("values")
        .iter()
        .collect();
    for label in ["Ticket type", "Status", "Team", "Customer"] {
        assert!(
            shown.iter().any(|row| row["label"] == label),
            "{label}: {shown:?}"
        );
    }
    let sent = stage.sent();
    assert_eq!(sent.get("POST Tickets"), Some(&1));
    assert_eq!(sent.get("POST Actions"), Some(&2));
    assert_eq!(sent.get("DELETE Tickets"), Some(&1));
    assert_eq!(stage.in_halo().await, []);
}

#[tokio::test]
async fn a_test_ticket_is_closed_where_the_admin_wants_that() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let outcome = stage.try_it(&id, "close").await;
    assert_eq!(outcome["good"], true, "{outcome}");
    assert_eq!(state(&outcome, "close"), "done");
    assert_eq!(outcome["left"]["urgent"], false);
    let link = outcome["left"]["fix"]["link"].as_str().expect("a link");
    assert!(link.contains("/ticket?id="), "{link}");
    assert_eq!(stage.sent().get("DELETE Tickets"), None);
    let in_halo = stage.in_halo().await;
    assert_eq!(in_halo.len(), 1);
    assert_eq!(in_halo[0].1.as_deref(), Some("Closed"));
    let opened = stage
        .call("open_link", json!({ "connection": id, "link": link }))
        .await;
    assert_eq!(opened, json!({}));
    let again = stage.try_it(&id, "delete").await;
    assert_eq!(
        again["good"], true,
        "a closed one does not stand in the way"
    );
}

#[tokio::test]
async fn what_halo_refuses_is_said_with_its_words_and_the_next_click_and_works_when_put_right() {
    for (scenario, refused, words) in [
        (
            "write-refused",
            "create",
            "You do not have permission to add Tickets.",
        ),
        (
            "write-mandatory-field",
            "create",
            "Category must be entered",
        ),
        ("write-approval", "create", "CAB ID"),
        ("setting-wrong", "create", "'Faults' cannot be tracked"),
        (
            "write-hidden",
            "read-back",
            "does not show it to this agent",
        ),
        (
            "write-note-refused",
            "note",
            "You do not have access to this Action",
        ),
        (
            "write-time-refused",
            "time",
            "You do not have permission to log time.",
        ),
    ] {
        let stage = Stage::set(PROFILE, scenario).await;
        let id = stage.signed_in().await;
        let outcome = stage.try_it(&id, "delete").await;
        let refused = step(&outcome, refused);
        assert_eq!(outcome["good"], false, "{scenario}");
        assert_eq!(refused["state"], "refused", "{scenario}: {outcome}");
        let detail = refused["detail"].as_str().expect("a reason");
        assert!(detail.contains(words), "{scenario}: {detail}");
        assert!(!refused["fix"]["text"].as_str().expect("a fix").is_empty());
        assert!(
            !refused["fix"]["path"]
                .as_array()
                .expect("a path")
                .is_empty()
        );
        let left = &outcome["left"];
        let hidden = scenario == "write-hidden";
        assert_eq!(left["urgent"] == true, hidden, "{scenario}: {left}");

        stage.tenant.control().fix();
        if hidden {
            let request = json!({ "connection": id });
            let started = stage.call("clear_up_test_ticket", request).await;
            let cleared = stage.follow(&id, &started).await;
            assert_eq!(cleared["left"], Value::Null, "{cleared}");
        }
        assert_eq!(stage.in_halo().await, [], "{scenario}");
        let again = stage.try_it(&id, "delete").await;
        assert_eq!(again["good"], true, "{scenario}: {again}");
    }
}

#[tokio::test]
async fn a_ticket_whose_answer_got_lost_is_found_and_taken_away_and_not_made_again() {
    let stage = Stage::set(PROFILE, "write-reply-lost").await;
    let id = stage.signed_in().await;
    let outcome = stage.try_it(&id, "delete").await;
    assert_eq!(outcome["good"], true, "{outcome}");
    assert_eq!(stage.sent().get("POST Tickets"), Some(&1));
    stage.tenant.control().fix();
    assert_eq!(stage.in_halo().await, []);
}

#[tokio::test]
async fn where_nobody_knows_the_admin_is_told_what_to_search_for_and_no_second_one_is_made() {
    let stage = Stage::set(PROFILE, "write-nothing-made").await;
    let id = stage.signed_in().await;
    let outcome = stage.try_it(&id, "delete").await;
    let left = &outcome["left"];
    assert_eq!(left["urgent"], true, "{outcome}");
    let how = left["fix"]["text"].as_str().expect("how");
    assert!(how.contains("halyard-"), "{how}");
    assert_eq!(stage.sent().get("POST Tickets"), Some(&1));

    let removal = json!({ "connection": id });
    let forgotten = stage.try_call("remove_connection", removal).await;
    let kept = forgotten.expect_err("kept").message;
    assert!(kept.contains("only this connection knows of it"), "{kept}");

    stage.tenant.control().fix();
    let order = stage.order(&id, "delete").await;
    let refused = stage.try_call("start_test_ticket", order).await;
    assert!(refused.expect_err("refused").message.contains("never two"));
    let view = stage
        .call("test_ticket_removed", json!({ "connection": id }))
        .await;
    assert_eq!(view["last"]["left"], Value::Null);
    let again = stage.try_it(&id, "delete").await;
    assert_eq!(again["good"], true, "{again}");
    assert_eq!(stage.sent().get("POST Tickets"), Some(&2));
}

#[tokio::test]
async fn what_cannot_be_taken_away_is_named_with_its_number_until_it_is() {
    for (scenario, left_over) in [
        ("write-delete-refused", "Closed"),
        ("write-delete-forgotten", "Closed"),
        ("write-clear-up-refused", "New"),
    ] {
        let stage = Stage::set(PROFILE, scenario).await;
        let id = stage.signed_in().await;
        let outcome = stage.try_it(&id, "delete").await;
        assert_eq!(
            state(&outcome, "delete"),
            "refused",
            "the guide asks for it: {outcome}"
        );
        let in_halo = stage.in_halo().await;
        let [(number, status)] = in_halo.as_slice() else {
            panic!("{scenario}: {in_halo:?}");
        };
        assert_eq!(status.as_deref(), Some(left_over), "{scenario}");
        let left = &outcome["left"];
        assert_eq!(left["urgent"], left_over == "New", "{scenario}");
        let title = left["title"].as_str().expect("a title");
        assert!(title.contains(&number.to_string()), "{title}");

        stage.tenant.control().fix();
        if left_over == "New" {
            let request = json!({ "connection": id });
            let started = stage.call("clear_up_test_ticket", request).await;
            let cleared = stage.follow(&id, &started).await;
            assert_eq!(cleared["left"], Value::Null, "{cleared}");
            assert_eq!(stage.in_halo().await, []);
        }
        let again = stage.try_it(&id, "delete").await;
        assert_eq!(again["good"], true, "{scenario}: {again}");
    }
}

#[tokio::test]
async fn the_saved_report_tells_of_the_test_ticket_in_every_format() {
    let stage = Stage::set(PROFILE, "write-clear-up-refused").await;
    let id = stage.signed_in().await;
    stage.check(&id, None).await;
    let save = async |format: &str| {
        let request = json!({ "connection": id, "format": format });
        stage.call("save_report", request).await;
        let saved = stage.desk.saved.lock().expect("there").clone();
        String::from_utf8(saved.expect("a file")).expect("text")
    };
    for format in ["page", "text", "json"] {
        assert!(!save(format).await.contains("test ticket"), "none was made");
    }
    let outcome = stage.try_it(&id, "delete").await;
    let title = outcome["left"]["title"].as_str().expect("a title");
    for format in ["page", "text", "json"] {
        let saved = save(format).await;
        assert!(saved.contains(title), "{format}: {saved}");
    }
}

#[tokio::test]
async fn a_right_to_delete_that_the_product_does_not_ask_for_is_not_missed() {
    let stage = Stage::set(SEES_ALL, "write-delete-refused").await;
    let id = stage.signed_in().await;
    let outcome = stage.try_it(&id, "delete").await;
    assert_eq!(state(&outcome, "delete"), "not-needed", "{outcome}");
    assert_eq!(step(&outcome, "delete")["fix"], Value::Null);
    assert_eq!(state(&outcome, "close"), "done");
    assert_eq!(outcome["good"], true);
    assert_eq!(outcome["left"]["urgent"], false);
    assert_eq!(stage.in_halo().await.len(), 1);
}

#[tokio::test]
async fn a_close_that_is_refused_leaves_an_open_ticket_that_is_said() {
    let stage = Stage::set(PROFILE, "write-close-refused").await;
    let id = stage.signed_in().await;
    let outcome = stage.try_it(&id, "close").await;
    assert_eq!(state(&outcome, "close"), "refused");
    assert_eq!(outcome["left"]["urgent"], true);
    stage.tenant.control().fix();
    let started = stage
        .call("clear_up_test_ticket", json!({ "connection": id }))
        .await;
    let cleared = stage.follow(&id, &started).await;
    assert_eq!(
        cleared["left"]["urgent"], false,
        "closed, as was asked: {cleared}"
    );
}

#[tokio::test]
async fn without_a_token_nothing_is_written() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let order = stage.order(&id, "delete").await;
    for scenario in ["wrong-secret", "application-inactive"] {
        stage
            .tenant
            .control()
            .set_scenario(scenario)
            .expect("there");
        let started = stage.call("start_test_ticket", order.clone()).await;
        let outcome = stage.follow(&id, &started).await;
        assert_eq!(state(&outcome, "sign-in"), "refused", "{scenario}");
        assert_eq!(state(&outcome, "create"), "skipped", "{scenario}");
        assert_eq!(outcome["left"], Value::Null);
    }
    assert_eq!(stage.sent().get("POST Tickets"), None);
    stage.tenant.control().fix();
    assert_eq!(stage.try_it(&id, "delete").await["good"], true);
}

#[tokio::test]
async fn cancel_at_any_moment_leaves_nothing_behind_unsaid() {
    for versions in 0..14 {
        let stage = Stage::set(PROFILE, "healthy").await;
        let id = stage.signed_in().await;
        let order = stage.order(&id, "delete").await;
        let started = stage.call("start_test_ticket", order).await;
        let watch = json!({ "run": started["run"], "seen": versions });
        stage.call("watch_check", watch).await;
        stage
            .call("cancel_check", json!({ "run": started["run"] }))
            .await;
        let outcome = stage.follow(&id, &started).await;
        assert_eq!(outcome["left"], Value::Null, "{versions}: {outcome}");
        assert_eq!(stage.in_halo().await, [], "{versions}");
        let made = stage
            .sent()
            .get("POST Tickets")
            .copied()
            .unwrap_or_default();
        let removed = stage
            .sent()
            .get("DELETE Tickets")
            .copied()
            .unwrap_or_default();
        assert_eq!(made, removed, "{versions}");
        assert!(made <= 1, "{versions}");
    }
}

#[tokio::test]
async fn two_starts_at_once_make_one_ticket() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let order = stage.order(&id, "delete").await;
    let started = stage.call("start_test_ticket", order.clone()).await;
    let second = stage.try_call("start_test_ticket", order).await;
    assert!(second.is_err(), "{second:?}");
    assert_eq!(stage.test_ticket(&id).await["running"], started["run"]);
    let outcome = stage.follow(&id, &started).await;
    assert_eq!(outcome["good"], true);
    assert_eq!(stage.sent().get("POST Tickets"), Some(&1));
    assert_eq!(stage.test_ticket(&id).await["running"], Value::Null);
}

#[tokio::test]
async fn a_start_that_overlaps_a_trial_makes_no_second_ticket_however_that_trial_ends() {
    let stage = Stage::set(PROFILE, "write-nothing-made").await;
    let id = stage.signed_in().await;
    let order = stage.order(&id, "delete").await;
    let started = stage.call("start_test_ticket", order.clone()).await;
    // Another window looks while the first trial is under way, and goes on when it has ended.
    let mut second = Box::pin(stage.try_call("start_test_ticket", order));
    let refused = futures::poll!(&mut second);
    let first = stage.follow(&id, &started).await;
    assert_eq!(first["left"]["urgent"], true, "{first}");
    let refused = match refused {
        std::task::Poll::Ready(refused) => refused,
        std::task::Poll::Pending => second.await,
    };
    assert!(refused.is_err(), "{refused:?}");
    let after = stage.test_ticket(&id).await;
    assert_eq!(after["last"], first, "the first one's note stands");
    assert_eq!(stage.sent().get("POST Tickets"), Some(&1));

    // What was refused is no run that nobody ever ends.
    stage.tenant.control().fix();
    let request = json!({ "connection": id });
    stage.call("test_ticket_removed", request.clone()).await;
    let order = stage.order(&id, "delete").await;
    let next = stage.call("start_test_ticket", order).await;
    let number = |started: &Value| started["run"].as_u64().expect("a number");
    assert_eq!(number(&next), number(&started) + 1);
    for command in [
        "test_ticket_removed",
        "clear_up_test_ticket",
        "remove_connection",
    ] {
        let refused = stage.try_call(command, request.clone()).await;
        let said = refused.expect_err(command).message;
        assert!(
            said.contains("Wait until that has ended"),
            "{command}: {said}"
        );
    }
    assert_eq!(stage.follow(&id, &next).await["good"], true);
    stage.call("remove_connection", request).await;
}

#[tokio::test]
async fn a_connection_is_kept_whose_test_ticket_was_noted_after_it_was_looked_at() {
    let stage = Stage::set(PROFILE, "write-nothing-made").await;
    let id = stage.signed_in().await;
    let connection = id.parse().expect("an id");
    let before = stage.store.connection(connection).await.expect("there");
    stage.try_it(&id, "delete").await;
    let clock = commands::Clock::system();
    let removed = commands::removal::remove(&stage.store, &clock, None, &[], &before).await;
    let kept = removed.expect_err("kept").message;
    assert!(kept.contains("only this connection knows of it"), "{kept}");
    stage
        .store
        .connection(connection)
        .await
        .expect("it is there still");
}

/// Makes a ticket, and gives the note that was on the disk before the ticket was asked for.
async fn note_of_the_middle(stage: &Stage, id: &str) -> Value {
    let order = stage.order(id, "delete").await;
    let started = stage.call("start_test_ticket", order).await;
    let folder = stage.folder.path().to_owned();
    let reader = Store::open_to_read(&folder).await.expect("a store");
    let connection = id.parse().expect("an id");
    let noted = loop {
        let sent = stage.sent().get("POST Tickets").copied();
        let saved = reader.connection(connection).await.expect("there");
        let note = saved.answers.get("test-ticket");
        if let Some(note) = note.filter(|note| note["ticket"]["is"] == "perhaps") {
            break note.clone();
        }
        assert_eq!(sent, None, "a ticket was asked for before it was noted");
        tokio::task::yield_now().await;
    };
    assert!(
        noted["mark"]
            .as_str()
            .is_some_and(|mark| mark.starts_with("halyard-"))
    );
    stage.follow(id, &started).await;
    noted
}

/// The program is ended while Halo makes the ticket: the note that was written before stands.
#[tokio::test]
async fn a_program_that_is_ended_in_the_middle_knows_what_may_remain() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let connection = id.parse().expect("an id");
    let noted = note_of_the_middle(&stage, &id).await;

    // What the next start of the program finds, had it ended right then.
    let planted = stage.store.set_answer(connection, "test-ticket", &noted);
    planted.await.expect("planted");
    let view = stage.test_ticket(&id).await;
    assert_eq!(view["running"], Value::Null);
    assert_eq!(view["last"]["good"], false);
    assert_eq!(view["last"]["left"]["urgent"], true, "{view}");
    let text = view["last"]["left"]["fix"]["text"].as_str().expect("how");
    assert!(
        text.contains(noted["mark"].as_str().expect("a mark")),
        "{text}"
    );
}

#[tokio::test]
async fn customers_are_found_by_a_part_of_their_name() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let all = stage.choices(&id, "").await;
    let customers = all["customers"].as_array().expect("customers");
    assert!((5..=20).contains(&customers.len()));
    let name = customers[3]["name"].as_str().expect("a name");
    let found = stage.choices(&id, name).await;
    assert!(
        found["customers"]
            .as_array()
            .expect("rows")
            .contains(&customers[3])
    );
    let none = stage.choices(&id, "zzzz no such customer").await;
    assert_eq!(none["customers"], json!([]));
    assert_eq!(
        none["problem"],
        Value::Null,
        "an empty search is no problem"
    );
    let types = all["ticket_types"].as_array().expect("types");
    assert!(
        types
            .iter()
            .all(|row| row["ticket_type"]["name"] != "Project")
    );
}

#[tokio::test]
async fn a_product_that_writes_no_tickets_is_not_offered_one() {
    let reads_only = setup::profile::built_in::all()
        .iter()
        .find(|profile| profile.id == "hudu")
        .expect("a profile that reads");
    let stage = Stage::set(&reads_only.id, "healthy").await;
    let id = stage.signed_in().await;
    assert_eq!(stage.test_ticket(&id).await["offered"], false);
    let order = json!({ "connection": id, "customer": { "id": 12, "name": "A" },
        "ticket_type": { "id": 1, "name": "B" }, "afterwards": "delete" });
    assert!(stage.try_call("start_test_ticket", order).await.is_err());
    assert_eq!(stage.sent().get("POST Tickets"), None);
}

/// Two programs have the same file open. What the one has begun keeps the other away, for as long
/// as the one may be at it and no longer.
#[tokio::test]
async fn another_program_leaves_a_ticket_alone_while_one_is_at_it_and_not_for_ever() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    stage.desk.set_clock("2026-11-22T12:00:00Z");
    let noted = note_of_the_middle(&stage, &id).await;
    assert_eq!(noted["held_until"], "2026-11-22T12:02:10Z");
    let after = stage.store.connection(id.parse().expect("an id")).await;
    let after = &after.expect("there").answers["test-ticket"];
    assert_eq!(after.get("held_until"), None, "given back at the end");
    let made = stage.sent().get("POST Tickets").copied();

    // The one is in the middle of it: the other sees that on the disk.
    let connection = id.parse().expect("an id");
    let planted = stage.store.set_answer(connection, "test-ticket", &noted);
    planted.await.expect("planted");
    let other = stage.beside().await;
    let order = stage.order(&id, "delete").await;
    let by_id = json!({ "connection": id });
    let calls = [
        ("start_test_ticket", order),
        ("clear_up_test_ticket", by_id.clone()),
        ("test_ticket_removed", by_id.clone()),
        ("remove_connection", by_id.clone()),
    ];
    stage.desk.set_clock("2026-11-22T12:02:09Z");
    for (command, request) in &calls {
        let refused = commands::contract::dispatch(&other, command, request.clone()).await;
        let said = refused.expect_err(command).message;
        assert!(said.contains("another Halyard"), "{command}: {said}");
    }
    let saved = stage.store.connection(connection).await.expect("there");
    let clock = commands::Clock::of(|| "2026-11-22T12:02:09Z".parse().expect("a time"));
    let removed = commands::removal::remove(&stage.store, &clock, None, &[], &saved).await;
    let said = removed.expect_err("kept").message;
    assert!(said.contains("another Halyard"), "the terminal: {said}");
    assert_eq!(stage.sent().get("POST Tickets").copied(), made);

    // Its time is over: it was ended in the middle. A clock that was put back holds nobody either.
    for now in ["2026-11-22T12:02:10Z", "2026-11-22T11:59:59Z"] {
        stage.desk.set_clock(now);
        let planted = stage.store.set_answer(connection, "test-ticket", &noted);
        planted.await.expect("planted");
        let request = by_id.clone();
        let view = commands::contract::dispatch(&other, "test_ticket_removed", request).await;
        assert_eq!(view.expect("seen to")["last"]["left"], Value::Null, "{now}");
    }
    assert_eq!(stage.try_it(&id, "delete").await["good"], true);
}

#[tokio::test]
async fn two_programs_that_begin_at_once_make_one_ticket() {
    let stage = Stage::set_slow(PROFILE, Duration::from_millis(30)).await;
    let id = stage.signed_in().await;
    let order = stage.order(&id, "delete").await;
    let other = stage.beside().await;
    let (own, others) = tokio::join!(
        stage.try_call("start_test_ticket", order.clone()),
        commands::contract::dispatch(&other, "start_test_ticket", order),
    );
    let started = match (&own, &others) {
        (Ok(started), Err(refused)) | (Err(refused), Ok(started)) => {
            assert!(refused.message.contains("another Halyard"), "{refused}");
            started
        }
        both => panic!("one of them begins: {both:?}"),
    };
    let at_it = if own.is_ok() { &stage.wizard } else { &other };
    let mut seen = json!(0);
    loop {
        let request = json!({ "run": started["run"], "seen": seen });
        let watched = commands::contract::dispatch(at_it, "watch_check", request).await;
        let progress = watched.expect("it goes on");
        seen = progress["version"].clone();
        if !progress["ended"].is_null() {
            break;
        }
    }
    let last = &stage.test_ticket(&id).await["last"];
    assert_eq!(last["good"], true, "both see what came of it: {last}");
    assert_eq!(stage.sent().get("POST Tickets"), Some(&1));
}

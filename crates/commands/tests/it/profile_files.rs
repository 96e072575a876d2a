//! Profiles from files through the commands: opened, kept, followed, gone, and back again.

use std::path::PathBuf;

use serde_json::{Value, json};
use store::Store;

use crate::desk::{Stage, finding};

const OWN: &str = include_str!("own.toml");

async fn stage() -> Stage {
    Stage::set("moovila", "healthy").await
}

impl Stage {
    /// Puts a file into the folder and has the admin choose it.
    async fn open(&self, name: &str, contents: &[u8]) -> Value {
        let path = self.folder.path().join(name);
        std::fs::write(&path, contents).expect("it can be written");
        self.choose(Some(path)).await
    }

    async fn choose(&self, path: Option<PathBuf>) -> Value {
        *self.desk.chosen.lock().expect("there") = path;
        self.call("open_profile_file", json!({ "again": false }))
            .await
    }

    async fn keep(&self, opened: &Value) -> Value {
        let number = &opened["offer"]["number"];
        self.call("keep_profile", json!({ "number": number })).await
    }

    /// The ids of the products that can be connected.
    async fn ids(&self) -> Vec<String> {
        let list = self.call("profiles", json!({})).await;
        let cards = list["cards"].as_array().expect("cards").iter();
        cards
            .map(|card| card["id"].as_str().expect("an id").to_owned())
            .collect()
    }

    async fn connect(&self, profile: &str) -> Value {
        self.call("create_connection", json!({ "profile": profile }))
            .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_before_the_admin_says_so_and_only_what_was_shown() {
    let stage = stage().await;
    let before = stage.ids().await;
    let nothing = stage.choose(None).await;
    assert_eq!(nothing["file"], Value::Null, "the dialog was closed");

    let first = stage.open("own.toml", OWN.as_bytes()).await;
    assert_eq!(first["file"], "own.toml");
    assert_eq!(first["problems"], json!([]));
    assert_eq!(stage.ids().await, before, "shown, not kept");

    // The file changes after it was shown: what was shown is kept.
    std::fs::write(stage.folder.path().join("own.toml"), "schema = 1").expect("written");
    assert_eq!(stage.keep(&first).await["profile"], "own");
    let shown = stage
        .call("profile_overview", json!({ "profile": "own" }))
        .await;
    assert_eq!(shown["origin"], "installed");
    assert_eq!(shown["kept"]["file"], "own.toml");
    assert_eq!(shown["asks"], first["offer"]["product"]["asks"]);

    let again = stage
        .try_call(
            "keep_profile",
            json!({ "number": first["offer"]["number"] }),
        )
        .await;
    assert!(again.is_err(), "it is not shown any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_offer_cannot_be_kept_once_another_is_shown() {
    let stage = stage().await;
    let first = stage.open("own.toml", OWN.as_bytes()).await;
    let other = OWN.replace("id = \"own\"", "id = \"other\"");
    let second = stage.open("other.toml", other.as_bytes()).await;
    let number = &first["offer"]["number"];
    let kept = stage
        .try_call("keep_profile", json!({ "number": number }))
        .await;
    assert!(kept.is_err(), "another one is on the screen");
    assert!(!stage.ids().await.contains(&"own".to_owned()));
    stage.keep(&second).await;
    assert!(stage.ids().await.contains(&"other".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_file_that_cannot_be_used_everything_is_said_and_nothing_kept() {
    let stage = stage().await;
    let before = stage.ids().await;
    for (contents, said) in [
        (&[b'"', 0xff][..], "not text"),
        (&vec![b'#'; 2 * 1024 * 1024][..], "too large"),
    ] {
        let opened = stage.open("own.toml", contents).await;
        let trouble = opened["trouble"].as_str().expect("a sentence");
        assert!(trouble.contains(said), "{trouble}");
        assert_eq!(opened["offer"], Value::Null);
    }
    let folder = stage.folder.path().to_owned();
    for path in [folder.clone(), folder.join("gone.toml")] {
        let opened = stage.choose(Some(path)).await;
        assert!(opened["trouble"].is_string(), "{opened}");
    }

    let bad = OWN
        .replace("minutes = 12", "minutes = \"soon\"")
        .replace("https://help", "http://help");
    let opened = stage.open("own.toml", bad.as_bytes()).await;
    let problems = opened["problems"].as_array().expect("a list");
    assert!(problems.len() >= 2, "{opened}");
    assert!(
        problems
            .iter()
            .all(|problem| problem["line"].as_u64() > Some(1))
    );
    assert_eq!(opened["offer"], Value::Null);
    assert_eq!(stage.ids().await, before);

    // Put right in an editor, it is read again without choosing.
    std::fs::write(folder.join("own.toml"), OWN).expect("written");
    let again = stage
        .call("open_profile_file", json!({ "again": true }))
        .await;
    stage.keep(&again).await;
    assert!(stage.ids().await.contains(&"own".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_cannot_stand_in_for_a_built_in_profile() {
    let stage = stage().await;
    let twin = OWN.replace("id = \"own\"", "id = \"moovila\"");
    let opened = stage.open("twin.toml", twin.as_bytes()).await;
    let hindrance = opened["offer"]["hindrance"].as_str().expect("a sentence");
    assert!(hindrance.contains("moovila-own"), "{hindrance}");
    let number = &opened["offer"]["number"];
    let kept = stage
        .try_call("keep_profile", json!({ "number": number }))
        .await;
    assert!(kept.is_err(), "not by another way either");

    // One that was kept before the program had a profile of its own serves its connections only.
    let store = Store::in_memory().expect("a store");
    store
        .keep_profile("moovila", "twin.toml", &twin)
        .await
        .expect("kept");
    let old = store.create("moovila", "installed", "Old").await;
    let old = commands::library::of(&store, &old.expect("made")).await;
    assert_eq!(old.expect("still there").profile.name, "Own Rota");
    let new = commands::library::find(&store, "moovila").await;
    assert_eq!(new.expect("there").profile.name, "Moovila");
    let all = commands::library::all(&store).await.expect("read").profiles;
    let of_that_id = all.iter().filter(|known| known.profile.id == "moovila");
    assert_eq!(of_that_id.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_follows_its_profile_and_holds_it() {
    let stage = stage().await;
    let opened = stage.open("own.toml", OWN.as_bytes()).await;
    stage.keep(&opened).await;
    let view = stage.connect("own").await;
    assert_eq!(view["profile"]["origin"], "installed");
    let info = stage.call("app_info", json!({})).await;
    assert!(
        info["rehearsal"]["client_ids"]["own"].is_string(),
        "the practice tenant knows it from now on"
    );

    let removal = stage
        .call("remove_profile", json!({ "profile": "own" }))
        .await;
    assert_eq!(removal["removed"], false);
    assert_eq!(removal["used_by"], json!([view["name"]]));

    stage
        .call("remove_connection", json!({ "connection": view["id"] }))
        .await;
    let removal = stage
        .call("remove_profile", json!({ "profile": "own" }))
        .await;
    assert_eq!(removal["removed"], true);
    assert!(!stage.ids().await.contains(&"own".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn links_open_only_where_the_profile_names_them() {
    let stage = stage().await;
    let opened = stage.open("own.toml", OWN.as_bytes()).await;
    let open = |link: &'static str| {
        let request = json!({ "connection": null, "profile": "own", "link": link });
        stage.try_call("open_link", request)
    };
    let guide = "https://help.own.example/halo";
    assert!(
        open(guide).await.is_err(),
        "nothing opens before it is kept"
    );
    stage.keep(&opened).await;
    assert!(open("https://elsewhere.example/").await.is_err());
    assert!(open(guide).await.is_ok());
    assert_eq!(stage.desk.opened.lock().expect("there").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_whose_profile_is_gone_says_why_and_can_be_mended_or_removed() {
    let stage = stage().await;
    // As a later version of Halyard left them: one profile of a format that this one does not
    // read, one that is not there, and one that a later version has built in.
    let later = OWN.replace("schema = 1", "schema = 99");
    stage
        .store
        .keep_profile("own", "own.toml", &later)
        .await
        .expect("kept");
    let mut ids = Vec::new();
    for (profile, source, said) in [
        ("own", "installed", "format 99"),
        ("gone", "installed", "no longer kept"),
        ("gone", "built-in", "this version of Halyard does not have"),
    ] {
        let made = stage
            .store
            .create(profile, source, &format!("{profile} {source}"))
            .await;
        let id = made.expect("made").id;
        stage.store.set_last_open(Some(id)).await.expect("noted");
        let cards = stage.call("connections", json!({})).await;
        let cards = cards.as_array().expect("cards");
        let card = cards.iter().find(|card| card["id"] == id.to_string());
        let problem = card.expect("listed")["problem"]
            .as_str()
            .expect("a sentence");
        assert!(problem.contains(said), "{problem}");
        assert!(problem.contains("delete the connection"), "{problem}");
        let info = stage.call("app_info", json!({})).await;
        assert_eq!(
            info["last_connection"],
            Value::Null,
            "the program opens on the list"
        );
        ids.push(id.to_string());
    }
    let list = stage.call("profiles", json!({})).await;
    let unusable = &list["unusable"][0];
    assert_eq!(unusable["id"], "own");
    assert_eq!(unusable["used_by"], json!(["own installed"]));

    let opened = stage.open("own.toml", OWN.as_bytes()).await;
    stage.keep(&opened).await;
    let mended = stage
        .call("connection", json!({ "connection": ids[0] }))
        .await;
    assert_eq!(mended["profile"]["name"], "Own Rota");
    for id in &ids {
        stage
            .call("remove_connection", json!({ "connection": id }))
            .await;
    }
    assert_eq!(stage.call("connections", json!({})).await, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_replaced_profile_asks_for_otherwise_is_confirmed_anew() {
    const LEVEL: &str = "permission:tickets-access-level";
    const STEP: &str = "vendor:publish";
    let stage = stage().await;
    let own = OWN.replace("\"Read Only\"", "\"Read and Modify\"");
    let with_step = format!(
        "{own}\n[[steps]]\nkey = \"publish\"\ntitle = \"Publish the rota\"\nside = \"vendor\"\nat = \"after-hand-over\"\nactions = [\"Select Publish.\"]\nsource = \"guide\"\n"
    );
    let opened = stage.open("own.toml", with_step.as_bytes()).await;
    stage.keep(&opened).await;
    let stage = Stage {
        profile: "own",
        ..stage
    };
    let id = stage.signed_in().await;
    stage.check(&id, None).await;
    let status =
        |view: &Value, of: &str| finding(&view["report"]["findings"], of)["status"].clone();
    let confirm = async |of: &str| {
        let confirm = json!({ "connection": id, "finding": of, "confirmed": true });
        let view = stage.call("confirm_finding", confirm).await;
        assert_eq!(status(&view, of), "passed");
    };
    confirm(STEP).await;
    confirm(LEVEL).await;

    // The same said better is the same.
    let better = with_step.replace("Publish the rota", "Make the rota public");
    let opened = stage.open("better.toml", better.as_bytes()).await;
    stage.keep(&opened).await;
    let view = stage.call("connection", json!({ "connection": id })).await;
    assert_eq!(
        (status(&view, STEP), status(&view, LEVEL)),
        (json!("passed"), json!("passed"))
    );

    let other = better
        .replace("Select Publish.", "Give everybody the administrator role.")
        .replace("\"Read and Modify\"", "\"Read, Modify and Delete\"");
    let opened = stage.open("other.toml", other.as_bytes()).await;
    let remarks = opened["offer"]["remarks"].to_string();
    assert!(remarks.contains("One connection uses it"), "{remarks}");
    stage.keep(&opened).await;
    let view = stage.call("connection", json!({ "connection": id })).await;
    assert_eq!(view["confirmed"], json!({}));
    assert_eq!(status(&view, STEP), "to_confirm");
    let detail = finding(&view["report"]["findings"], LEVEL)["detail"].to_string();
    assert!(
        detail.contains("You confirmed “Read and Modify” on "),
        "{detail}"
    );
    assert!(
        detail.contains("now “Read, Modify and Delete” is asked for"),
        "{detail}"
    );

    confirm(STEP).await;
    confirm(LEVEL).await;
    let view = stage.call("connection", json!({ "connection": id })).await;
    let confirmed = view["confirmed"].as_object().expect("confirmations");
    assert_eq!(confirmed.keys().collect::<Vec<_>>(), [LEVEL, STEP]);
}

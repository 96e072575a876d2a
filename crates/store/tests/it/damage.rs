//! Damaged files are set aside as they are; files of a later version are left alone.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;
use store::{Store, StoreError};

use crate::reports::good;

const PAGE: usize = 4096;

fn database(folder: &Path) -> PathBuf {
    folder.join("halyard.db")
}

/// A folder whose file has a few pages of everything, closed in an orderly way.
async fn filled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = Store::open(folder.path())
        .await
        .expect("a new folder opens")
        .store;
    fill(&store).await;
    folder
}

async fn fill(store: &Store) {
    let id = store
        .create("rewst", "built-in", "Acme")
        .await
        .expect("the name is free")
        .id;
    for run in 0..20 {
        let report = json!({ "run": run, "text": "finding ".repeat(1_000) });
        store
            .save_report(id, good(&report))
            .await
            .expect("there is room");
        store
            .set_answer(id, &format!("answer {run}"), &json!(run))
            .await
            .expect("there is room");
    }
}

/// That opening sets the file aside byte by byte, and the next one is a new store.
async fn is_set_aside(folder: &Path, what: &str) -> PathBuf {
    let before = fs::read(database(folder)).expect("the damaged file is there");
    let journal = fs::read(folder.join("halyard.db-wal")).ok();

    let reading = Store::open_to_read(folder).await;
    assert!(
        matches!(reading, Err(StoreError::Damaged)),
        "{what}: {reading:?}"
    );
    assert_eq!(
        fs::read(database(folder)).expect("it stays"),
        before,
        "{what}"
    );

    let opened = Store::open(folder).await.expect("a new store is opened");
    let aside = opened
        .set_aside
        .unwrap_or_else(|| panic!("{what} was not noticed"));
    assert_eq!(
        fs::read(&aside).expect("it was moved there"),
        before,
        "{what}"
    );
    if let Some(journal) = journal {
        let moved = PathBuf::from(format!("{}-wal", aside.display()));
        assert_eq!(
            fs::read(moved).expect("it was moved along"),
            journal,
            "{what}"
        );
    }
    let name = aside.file_name().expect("a file").to_string_lossy();
    assert!(
        name.starts_with("halyard-damaged-20") && name.ends_with(".db"),
        "{name}"
    );

    assert_eq!(
        opened.store.connections().await.expect("it is new"),
        [],
        "{what}"
    );
    fill(&opened.store).await;
    drop(opened.store);
    let again = Store::open(folder).await.expect("the new file is sound");
    assert_eq!(again.set_aside, None, "{what}");
    assert_eq!(
        again.store.connections().await.expect("it is kept").len(),
        1,
        "{what}"
    );
    assert_eq!(fs::read(&aside).expect("it stays"), before, "{what}");
    aside
}

#[tokio::test]
async fn damage_of_every_kind_is_set_aside_as_it_is() {
    type Damage = fn(&mut Vec<u8>);
    let kinds: [(&str, Damage); 7] = [
        ("garbage header", |bytes| bytes[..100].fill(0xA5)),
        ("no database at all", |bytes| {
            *bytes = b"{\"connections\": []}".repeat(40);
        }),
        ("cut in the middle of a page", |bytes| {
            bytes.truncate(PAGE * 3 + 17);
        }),
        ("cut between pages", |bytes| {
            bytes.truncate(bytes.len() / PAGE / 2 * PAGE);
        }),
        ("one garbage page", |bytes| bytes[PAGE..PAGE * 2].fill(0x5A)),
        ("zeroes after the first page", |bytes| bytes[PAGE..].fill(0)),
        ("an unknown version", |bytes| bytes[60..64].fill(0xFF)),
    ];
    for (what, damage) in kinds {
        let folder = filled().await;
        let mut bytes = fs::read(database(folder.path())).unwrap();
        assert!(bytes.len() > PAGE * 20, "{}", bytes.len());
        damage(&mut bytes);
        fs::write(database(folder.path()), bytes).unwrap();
        is_set_aside(folder.path(), what).await;
    }
}

#[tokio::test]
async fn the_journal_of_a_killed_program_is_set_aside_along() {
    // What a killed program leaves: the file, and a journal not yet moved into it.
    let live = tempfile::tempdir().unwrap();
    let store = Store::open(live.path()).await.unwrap().store;
    fill(&store).await;
    let leave = |folder: &Path| {
        for name in ["halyard.db", "halyard.db-wal"] {
            fs::copy(live.path().join(name), folder.join(name)).unwrap();
        }
        assert!(fs::metadata(folder.join("halyard.db-wal")).unwrap().len() > 0);
    };

    let sound = tempfile::tempdir().unwrap();
    leave(sound.path());
    let opened = Store::open(sound.path()).await.unwrap();
    assert_eq!(opened.set_aside, None);
    let kept = opened.store.connections().await.unwrap();
    assert_eq!(kept, store.connections().await.unwrap());

    let emptied = tempfile::tempdir().unwrap();
    leave(emptied.path());
    fs::write(database(emptied.path()), []).unwrap();
    is_set_aside(emptied.path(), "emptied").await;
}

#[tokio::test]
async fn two_damaged_files_are_both_kept() {
    let folder = filled().await;
    let mut kept = Vec::new();
    for content in ["first", "second", "third"] {
        fs::write(database(folder.path()), content.repeat(100)).unwrap();
        kept.push((
            is_set_aside(folder.path(), content).await,
            content.repeat(100),
        ));
    }
    for (path, content) in kept {
        assert_eq!(fs::read_to_string(path).unwrap(), content);
    }
}

#[tokio::test]
async fn a_file_of_a_later_version_is_refused_and_untouched() {
    let folder = filled().await;
    let path = database(folder.path());
    let direct = rusqlite::Connection::open(&path).unwrap();
    let version: u32 = direct
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    direct.pragma_update(None, "user_version", 99).unwrap();
    direct.close().unwrap();
    let before = fs::read(&path).unwrap();

    let writing = Store::open(folder.path()).await;
    assert!(matches!(writing, Err(StoreError::TooNew)), "{writing:?}");
    let reading = Store::open_to_read(folder.path()).await;
    assert!(matches!(reading, Err(StoreError::TooNew)), "{reading:?}");
    assert_eq!(fs::read(&path).unwrap(), before);

    // With the version put back, it opens: nothing of it was lost.
    let direct = rusqlite::Connection::open(&path).unwrap();
    direct.pragma_update(None, "user_version", version).unwrap();
    direct.close().unwrap();
    let opened = Store::open(folder.path()).await.unwrap();
    assert_eq!(opened.store.connections().await.unwrap().len(), 1);
}

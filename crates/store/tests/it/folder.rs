//! The folder: private, for one writer, and honest when it cannot be written to.

use std::fs;

use store::{Store, StoreError};

use crate::reports::good;

#[tokio::test]
async fn a_second_writer_is_refused_while_readers_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let empty = Store::open_to_read(folder.path()).await.unwrap();
    assert_eq!(empty.connections().await.unwrap(), []);
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        0,
        "reading makes nothing"
    );

    let writer = Store::open(folder.path()).await.unwrap().store;
    let second = Store::open(folder.path()).await;
    assert!(matches!(second, Err(StoreError::InUse)), "{second:?}");

    let reader = Store::open_to_read(folder.path()).await.unwrap();
    let id = writer.create("rewst", "built-in", "Acme").await.unwrap().id;
    assert_eq!(
        reader.connection(id).await.unwrap().name,
        "Acme",
        "readers see changes"
    );
    let refused = reader.rename(id, "Other").await;
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");

    let beside = Store::open_beside(folder.path()).await.unwrap();
    let report = serde_json::json!({ "of": "the terminal" });
    beside.save_report(id, good(&report)).await.unwrap();
    drop(beside);
    let seen = writer.last_report(id).await.unwrap().map(|last| last.body);
    assert_eq!(seen, Some(report), "the writer sees it at once");
    writer.set_place(id, Some("proof")).await.unwrap();

    drop(writer);
    let next = Store::open(folder.path()).await.unwrap().store;
    next.rename(id, "Other").await.unwrap();
    assert_eq!(reader.connection(id).await.unwrap().name, "Other");
}

#[tokio::test]
async fn nothing_is_made_or_mended_beside_another_instance() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = Store::open_beside(folder.path()).await;
    assert!(nothing.is_err(), "there is nothing to add to");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);

    let file = folder.path().join("halyard.db");
    fs::write(&file, vec![7; 8192]).unwrap();
    let damaged = Store::open_beside(folder.path()).await;
    assert!(matches!(damaged, Err(StoreError::Damaged)), "{damaged:?}");
    assert_eq!(fs::read(&file).unwrap(), vec![7; 8192]);
}

#[tokio::test]
async fn a_folder_that_is_a_file_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, "mine").unwrap();
    Store::open(&path).await.expect_err("a file is no folder");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[cfg(unix)]
mod unix {
    use std::{
        env,
        ffi::OsString,
        fs,
        os::unix::{
            fs::{MetadataExt, PermissionsExt},
            process::CommandExt,
        },
        path::Path,
        process::Command,
    };

    use store::{Store, StoreError};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path)
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    }

    #[tokio::test]
    async fn the_folder_and_its_files_are_for_this_user_alone() {
        let outer = tempfile::tempdir().unwrap();
        let (made, open) = (outer.path().join("a/b"), outer.path().join("open"));
        fs::create_dir(&open).unwrap();
        set_mode(&open, 0o755);
        for folder in [made, open] {
            let store = Store::open(&folder).await.unwrap().store;
            store.create("rewst", "built-in", "Acme").await.unwrap();
            assert_eq!(mode(&folder), 0o700);
            let files: Vec<_> = fs::read_dir(&folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .collect();
            assert!(
                files.len() >= 3,
                "the file, its journal and the lock: {files:?}"
            );
            for file in files {
                assert_eq!(mode(&file), 0o600, "{}", file.display());
            }
        }
    }

    /// A folder that this user may read and not write to. Root may write anywhere, so
    /// as root the test runs itself again as a user that owns nothing.
    #[test]
    fn a_folder_that_cannot_be_written_to_is_said_to_be_so() {
        const FOLDER: &str = "HALYARD_TEST_READ_ONLY";
        const NAME: &str = "folder::unix::a_folder_that_cannot_be_written_to_is_said_to_be_so";
        if let Some(folder) = env::var_os(FOLDER) {
            return is_refused(&folder);
        }
        let outer = tempfile::tempdir().unwrap();
        set_mode(outer.path(), 0o755);
        let folder = outer.path().join("theirs");
        fs::create_dir(&folder).unwrap();
        set_mode(&folder, 0o555);
        let program = outer.path().join("test");
        fs::copy(env::current_exe().unwrap(), &program).unwrap();

        let mut command = Command::new(program);
        command
            .args(["--exact", NAME, "--nocapture"])
            .env(FOLDER, &folder)
            .current_dir("/");
        if fs::metadata(&folder).unwrap().uid() == 0 {
            command.uid(65_534).gid(65_534);
        }
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            output.status.success() && said.contains("1 passed"),
            "{said}"
        );
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    }

    fn is_refused(folder: &OsString) {
        let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
        let opened = runtime.block_on(Store::open(Path::new(folder)));
        assert!(matches!(opened, Err(StoreError::NotWritable)), "{opened:?}");
    }
}

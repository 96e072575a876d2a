//! A mapping written to disk, in as many files as its form takes.
//!
//! The admin chooses the place of the first file, and the system asks before that one replaces
//! another. The others go beside it under the same name with a number, and never replace
//! anything: a name that is taken is left alone for the next free one. Called by
//! [`mod@crate::handlers::mapping`]. What is in the files is made by [`super::export()`].

use std::ffi::OsString;
use std::fs::Metadata;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use tokio::fs::{File, OpenOptions, remove_file, symlink_metadata};
use tokio::io::AsyncWriteExt as _;

use super::export::Part;

/// How many names are tried for one file.
const TRIED: usize = 1_000;

/// What came of writing.
#[derive(Debug, Default)]
pub(crate) struct Saved {
    /// Files that are whole, each with how many rows it has.
    pub(crate) files: Vec<(PathBuf, usize)>,
    /// The file that could not be written; none after it was begun.
    pub(crate) failed: Option<PathBuf>,
    /// It is still there, and not whole.
    pub(crate) is_broken: bool,
}

/// What to call the first of several files, so that the others follow.
pub(crate) fn first_of_several(name: &str) -> String {
    format!("{name}-1")
}

/// Writes every part, the first to the place that was chosen.
pub(crate) async fn save(chosen: &Path, parts: &[Part]) -> Saved {
    let mut saved = Saved::default();
    for (number, part) in (1_usize..).zip(parts) {
        let (path, opened) = if number == 1 {
            (chosen.to_owned(), File::create(chosen).await)
        } else {
            new_beside(chosen, number).await
        };
        let written = match opened {
            Ok(file) => fill(file, &path, &part.contents).await,
            Err(_) => Written::Nothing,
        };
        if written != Written::Whole {
            saved.failed = Some(path);
            saved.is_broken = written == Written::InPart;
            break;
        }
        saved.files.push((path, part.rows));
    }
    saved
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Whole,
    InPart,
    Nothing,
}

/// Writes a file that was just made or emptied; one that does not come out whole is deleted.
async fn fill(mut file: File, path: &Path, contents: &[u8]) -> Written {
    let written = async {
        file.write_all(contents).await?;
        file.flush().await?;
        file.sync_all().await
    };
    if written.await.is_ok() {
        return Written::Whole;
    }
    drop(file);
    // A device or a pipe is nobody's to delete.
    let is_ours = |it: Metadata| it.is_file() || it.is_symlink();
    let is_removed = match symlink_metadata(path).await.map(is_ours) {
        Ok(true) => remove_file(path).await.is_ok(),
        _ => false,
    };
    if is_removed {
        Written::Nothing
    } else {
        Written::InPart
    }
}

/// Makes a file of this number beside the one that was chosen, under a name that is free.
async fn new_beside(chosen: &Path, number: usize) -> (PathBuf, Result<File, Error>) {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let mut path = numbered(chosen, number, 1);
    for attempt in 1..=TRIED {
        path = numbered(chosen, number, attempt);
        match options.open(&path).await {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            opened => return (path, opened),
        }
    }
    (path, Err(ErrorKind::AlreadyExists.into()))
}

/// The name of a further file: `list-1.csv` is followed by `list-2.csv`, `list.csv` as well, and
/// by `list-2 (2).csv` where that is taken.
fn numbered(chosen: &Path, number: usize, attempt: usize) -> PathBuf {
    let stem = chosen.file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.strip_suffix("-1").unwrap_or(&stem);
    let mut name = OsString::from(format!("{stem}-{number}"));
    if attempt > 1 {
        name.push(format!(" ({attempt})"));
    }
    if let Some(ending) = chosen.extension() {
        name.push(".");
        name.push(ending);
    }
    chosen.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn part(contents: &str, rows: usize) -> Part {
        Part {
            contents: contents.into(),
            rows,
        }
    }

    fn parts() -> [Part; 3] {
        [part("one", 2), part("two", 2), part("three", 1)]
    }

    fn names(saved: &Saved) -> Vec<(String, usize)> {
        let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        saved
            .files
            .iter()
            .map(|(path, rows)| (name(path), *rows))
            .collect()
    }

    #[tokio::test]
    async fn the_others_go_beside_the_first_and_replace_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        // The dialog has asked about the first one.
        fs::write(at("list-1.csv"), "an old list").unwrap();
        fs::write(at("list-2.csv"), "somebody's").unwrap();
        fs::create_dir(at("list-2 (2).csv")).unwrap();

        let saved = save(&at("list-1.csv"), &parts()).await;
        assert_eq!(
            names(&saved),
            [
                ("list-1.csv".into(), 2),
                ("list-2 (3).csv".into(), 2),
                ("list-3.csv".into(), 1),
            ]
        );
        assert_eq!(saved.failed, None);
        let read = |name: &str| fs::read_to_string(at(name)).unwrap();
        assert_eq!(read("list-1.csv"), "one");
        assert_eq!(read("list-2.csv"), "somebody's");
        assert_eq!(read("list-2 (3).csv"), "two");
        assert_eq!(read("list-3.csv"), "three");
    }

    #[test]
    fn whatever_the_first_is_called_the_others_are_numbered() {
        for (chosen, second) in [
            ("/a/list-1.csv", "/a/list-2.csv"),
            ("/a/list.csv", "/a/list-2.csv"),
            ("/a/list", "/a/list-2"),
            ("/a/my.list-1.csv", "/a/my.list-2.csv"),
            ("/a/-1.csv", "/a/-2.csv"),
        ] {
            assert_eq!(numbered(Path::new(chosen), 2, 1), Path::new(second));
        }
        assert_eq!(
            numbered(Path::new("/a/list.csv"), 3, 2),
            Path::new("/a/list-3 (2).csv")
        );
    }

    #[tokio::test]
    async fn a_place_that_takes_nothing_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("gone").join("list-1.csv");
        let saved = save(&nowhere, &parts()).await;
        assert_eq!(saved.files, []);
        assert_eq!(saved.failed, Some(nowhere));
        assert!(!saved.is_broken);
        // And where there is a place, the same is written.
        let saved = save(&folder.path().join("list-1.csv"), &parts()).await;
        assert_eq!(saved.files.len(), 3);
    }

    #[tokio::test]
    async fn what_fails_half_way_leaves_the_files_that_are_whole() {
        let folder = tempfile::tempdir().unwrap();
        // With a number, the name is longer than any file system takes.
        let long = folder.path().join(format!("{}.csv", "n".repeat(250)));
        let saved = save(&long, &parts()).await;
        assert_eq!(saved.files, [(long.clone(), 2)]);
        assert!(saved.failed.is_some() && !saved.is_broken);
        assert_eq!(fs::read_to_string(long).unwrap(), "one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let short = folder.path().join("list-1.csv");
        assert_eq!(save(&short, &parts()).await.files.len(), 3);
    }

    /// A device that is always full stands for a disk that is.
    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn a_file_that_is_not_whole_is_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let chosen = folder.path().join("list-1.csv");
        std::os::unix::fs::symlink("/dev/full", &chosen).unwrap();
        let saved = save(&chosen, &parts()).await;
        assert_eq!(saved.files, []);
        assert_eq!(saved.failed.as_ref(), Some(&chosen));
        assert!(!saved.is_broken);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(Path::new("/dev/full").exists(), "only the way to it");
        assert_eq!(save(&chosen, &parts()).await.files.len(), 3);
    }
}

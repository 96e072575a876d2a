//! Reads a profile file: with a bound, as text, and without judging it.
//!
//! Called by the terminal and when a file is opened in the window. Not here: what the text means.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

/// The largest file that is read: a profile is a page or two of text.
const LARGEST: u64 = 1024 * 1024;

/// Why there is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is not there, or may not be read.
    #[error("is not a file that can be read")]
    NoFile,
    /// It holds something else than text.
    #[error("is not a text file that can be read; save it as text in UTF-8")]
    NotText,
    /// It is larger than any profile.
    #[error("is too large for a profile; a profile has a few hundred lines")]
    TooLarge,
}

/// The text of a file. What has no size, as a pipe or a device, is not read without end either.
pub fn read(path: &Path) -> Result<String, Unreadable> {
    let opened = File::open(path).map_err(|_| Unreadable::NoFile)?;
    let mut text = String::new();
    opened
        .take(LARGEST + 1)
        .read_to_string(&mut text)
        .map_err(|error| match error.kind() {
            ErrorKind::InvalidData => Unreadable::NotText,
            _ => Unreadable::NoFile,
        })?;
    if text.len() as u64 > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    Ok(text)
}

/// The text of a file that a person chose in a dialog: a file only, since a pipe could make
/// them wait for ever.
pub(crate) async fn read_chosen(path: &Path) -> Result<String, Unreadable> {
    let path = path.to_owned();
    let reading = tokio::task::spawn_blocking(move || {
        if path.is_file() {
            read(&path)
        } else {
            Err(Unreadable::NoFile)
        }
    });
    reading.await.unwrap_or(Err(Unreadable::NoFile))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_text_within_its_bound() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("own.toml");
        assert_eq!(read(&path), Err(Unreadable::NoFile));
        assert_eq!(read(folder.path()), Err(Unreadable::NoFile));
        for (contents, expected) in [
            (b"schema = 1".to_vec(), Ok("schema = 1".to_owned())),
            (vec![b'"', 0xff, b'"'], Err(Unreadable::NotText)),
            (vec![b'#'; 1024 * 1024 + 1], Err(Unreadable::TooLarge)),
        ] {
            std::fs::write(&path, contents).expect("it can be written");
            assert_eq!(read(&path), expected);
        }
    }
}

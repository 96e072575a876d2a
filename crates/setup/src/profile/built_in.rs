//! The profiles that ship inside the program, from the folder `profiles/`.
//!
//! A new product is a new file there, and nothing else. They are read once, when first asked for,
//! by the same reader as files of others.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::{Profile, parse};

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../profiles");

/// Every built-in file: its name without the ending, and its text.
pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    let profiles = FOLDER.files().filter(|file| {
        file.path()
            .extension()
            .is_some_and(|ending| ending == "toml")
    });
    profiles.filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
}

/// Every built-in profile, by name.
///
/// # Panics
/// Where a file of this build has a problem, which its tests rule out.
pub fn all() -> &'static [Profile] {
    static ALL: LazyLock<Vec<Profile>> = LazyLock::new(|| {
        let mut profiles: Vec<Profile> = files()
            .map(|(_, text)| parse(text).expect("tests read every built-in profile"))
            .collect();
        profiles.sort_by_cached_key(|profile| profile.name.to_lowercase());
        profiles
    });
    &ALL
}

/// The built-in profile with this id.
pub fn find(id: &str) -> Option<&'static Profile> {
    all().iter().find(|profile| profile.id == id)
}

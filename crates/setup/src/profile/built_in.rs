//! The profiles that ship inside the program, from the folder `profiles/`.
//!
//! A new product is a new file there and one line here. They are read once, when first asked
//! for, by the same reader as files of others.

use std::sync::LazyLock;

use super::{Profile, parse};

/// Every built-in file, by the name of its file without the ending.
pub const FILES: &[(&str, &str)] = &[
    ("hudu", include_str!("../../../../profiles/hudu.toml")),
    (
        "humanizeit",
        include_str!("../../../../profiles/humanizeit.toml"),
    ),
    ("moovila", include_str!("../../../../profiles/moovila.toml")),
    ("rewst", include_str!("../../../../profiles/rewst.toml")),
];

/// Every built-in profile, by name.
///
/// # Panics
/// Where a file of this build has a problem, which its tests rule out.
pub fn all() -> &'static [Profile] {
    static ALL: LazyLock<Vec<Profile>> = LazyLock::new(|| {
        let mut profiles: Vec<Profile> = FILES
            .iter()
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

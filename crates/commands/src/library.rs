//! The profiles that can be used: those of the program, and those the admin kept from files.
//!
//! A built-in profile is found by its id before any other, so that a file cannot stand in for it.
//! A connection follows the profile it was made with, by id and origin: it never changes from one
//! to the other by itself. Not here: opening and keeping files ([`crate::handlers::profile_files`]).

use setup::Profile;
use setup::plan::ProfileOrigin;
use setup::profile::{Severity, built_in, review};
use store::{Connection, KeptProfile, Store, StoreError};

use crate::error::{CommandError, ErrorCode};
use crate::words;

/// A profile with where it came from.
#[derive(Debug, Clone)]
pub struct Known {
    /// The profile.
    pub profile: Profile,
    /// Where it came from.
    pub origin: ProfileOrigin,
}

/// A kept profile that this version cannot read.
#[derive(Debug, Clone)]
pub struct Unreadable {
    /// What was kept.
    pub kept: KeptProfile,
    /// The first thing that stands against its use.
    pub problem: String,
}

/// Everything there is.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// Profiles that can be used for a new connection, by name.
    pub profiles: Vec<Known>,
    /// Kept ones that cannot be read.
    pub unreadable: Vec<Unreadable>,
}

/// Everything there is. A kept profile with the id of a built-in one is left out: it serves the
/// connections that were made with it before there was a built-in one, and no new ones.
pub async fn all(store: &Store) -> Result<Library, StoreError> {
    let mut library = Library {
        profiles: built_in::all().iter().map(built_in_one).collect(),
        unreadable: Vec::new(),
    };
    for kept in store.kept_profiles().await? {
        match read(&kept) {
            Ok(_) if built_in::find(&kept.id).is_some() => {}
            Ok(profile) => library.profiles.push(installed(profile)),
            Err(problem) => library.unreadable.push(Unreadable { kept, problem }),
        }
    }
    library
        .profiles
        .sort_by_cached_key(|known| known.profile.name.to_lowercase());
    Ok(library)
}

/// The profile of this id for a new connection or a check.
///
/// # Errors
/// [`ErrorCode::NoSuchProfile`] where there is none that can be used.
pub async fn find(store: &Store, id: &str) -> Result<Known, CommandError> {
    if let Some(profile) = built_in::find(id) {
        return Ok(built_in_one(profile));
    }
    let kept = store.kept_profile(id).await?;
    let kept = kept.ok_or_else(|| CommandError::no_such_profile(id))?;
    read(&kept)
        .map(installed)
        .map_err(|problem| unreadable(&kept, &problem))
}

/// The profile a connection follows.
///
/// # Errors
/// [`ErrorCode::NoSuchProfile`], in words that say what became of it and what to do.
pub async fn of(store: &Store, connection: &Connection) -> Result<Known, CommandError> {
    let id = connection.profile_id.as_str();
    if connection.profile_source == source(ProfileOrigin::BuiltIn) {
        let profile = built_in::find(id).ok_or_else(|| gone("profile-no-built-in", id))?;
        return Ok(built_in_one(profile));
    }
    let kept = store.kept_profile(id).await?;
    let kept = kept.ok_or_else(|| gone("profile-not-kept", id))?;
    read(&kept)
        .map(installed)
        .map_err(|problem| unreadable(&kept, &problem))
}

/// How the store and the terminal write where a profile came from.
pub fn source(origin: ProfileOrigin) -> &'static str {
    match origin {
        ProfileOrigin::BuiltIn => "built-in",
        ProfileOrigin::File => "file",
        ProfileOrigin::Installed => "installed",
    }
}

/// Where a connection's profile came from, as far as the connection itself says.
pub(crate) fn origin(connection: &Connection) -> ProfileOrigin {
    if connection.profile_source == source(ProfileOrigin::BuiltIn) {
        ProfileOrigin::BuiltIn
    } else {
        ProfileOrigin::Installed
    }
}

fn built_in_one(profile: &Profile) -> Known {
    Known {
        profile: profile.clone(),
        origin: ProfileOrigin::BuiltIn,
    }
}

fn installed(profile: Profile) -> Known {
    Known {
        profile,
        origin: ProfileOrigin::Installed,
    }
}

/// The kept profile as this version reads it, or the first thing that stands against its use.
pub(crate) fn read(kept: &KeptProfile) -> Result<Profile, String> {
    let reading = review(&kept.text);
    reading.profile.ok_or_else(|| {
        let mut problems = reading.problems.iter();
        let first = problems.find(|problem| problem.severity == Severity::Error);
        first.map(ToString::to_string).unwrap_or_default()
    })
}

fn gone(key: &str, id: &str) -> CommandError {
    CommandError::new(
        ErrorCode::NoSuchProfile,
        words::say_with(key, &[("id", id)]),
    )
}

fn unreadable(kept: &KeptProfile, problem: &str) -> CommandError {
    let values = [
        ("id", kept.id.as_str()),
        ("file", &kept.file),
        ("problem", problem),
    ];
    CommandError::new(
        ErrorCode::NoSuchProfile,
        words::say_with("profile-unreadable", &values),
    )
}

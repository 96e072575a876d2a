//! `halyard profiles`: what can be connected, and whether a profile file is sound.

use std::path::Path;

use commands::library::{self, Known, Library};
use commands::profile_file;
use serde::Serialize;
use setup::plan::ProfileOrigin;
use setup::profile::{Problem, Profile, built_in, parse, review};

use super::connections::{open_to_read, trouble};
use super::{SOUND, Stop, WRONG_INPUT, answer, print_json, remark};
use crate::arguments::{Profiles, ProfilesAction};
use crate::folders::Kind;

pub(super) async fn run(arguments: &Profiles) -> Result<u8, Stop> {
    match &arguments.action {
        None => list(&library().await, arguments.json),
        Some(ProfilesAction::Check { files }) => check(files, arguments.json),
    }
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    name: &'a str,
    maker: &'a str,
    category: &'a str,
    summary: &'a str,
    source: &'static str,
}

/// Every profile there is. Where the saved ones cannot be read, a line says so and the built-in
/// ones are listed all the same.
async fn library() -> Library {
    let kept = async {
        let store = open_to_read().await?;
        let kept = library::all(&store).await;
        kept.map_err(|error| trouble(&error))
    };
    let library = kept.await.unwrap_or_else(|stop| {
        remark(format_args!(
            "Profiles from files could not be listed: {}",
            stop.sentence
        ));
        let built_in = built_in::all().iter().map(|profile| Known {
            profile: profile.clone(),
            origin: ProfileOrigin::BuiltIn,
        });
        Library {
            profiles: built_in.collect(),
            ..Library::default()
        }
    });
    for one in &library.unreadable {
        remark(format_args!(
            "The profile “{}” from {} cannot be used: {}",
            one.kept.id, one.kept.file, one.problem
        ));
    }
    library
}

fn list(library: &Library, json: bool) -> Result<u8, Stop> {
    let listed: Vec<Listed<'_>> = library
        .profiles
        .iter()
        .map(|Known { profile, origin }| Listed {
            id: &profile.id,
            name: &profile.name,
            maker: &profile.maker,
            category: &profile.category,
            summary: &profile.summary,
            source: library::source(*origin),
        })
        .collect();
    if json {
        print_json(&serde_json::json!({ "schema": 1, "profiles": listed }))?;
        return Ok(SOUND);
    }
    let widest = listed
        .iter()
        .map(|one| one.id.len())
        .max()
        .unwrap_or_default();
    for one in listed {
        let mark = if one.source == library::source(ProfileOrigin::BuiltIn) {
            ""
        } else {
            " (not built in)"
        };
        answer(format_args!(
            "{:widest$}  {}{mark} · {}",
            one.id, one.name, one.summary
        ))?;
    }
    Ok(SOUND)
}

#[derive(Serialize)]
struct CheckedFile {
    file: String,
    id: Option<String>,
    problems: Vec<Problem>,
    /// Why the file could not be read at all.
    unreadable: Option<String>,
}

impl CheckedFile {
    fn of(file: &Path) -> Self {
        let name = file.display().to_string();
        match text_of(file) {
            Ok(text) => {
                let reading = review(&text);
                Self {
                    file: name,
                    id: reading.profile.map(|profile| profile.id),
                    problems: reading.problems,
                    unreadable: None,
                }
            }
            Err(stop) => Self {
                file: name,
                id: None,
                problems: Vec::new(),
                unreadable: Some(stop.sentence),
            },
        }
    }

    fn is_sound(&self) -> bool {
        self.problems.is_empty() && self.unreadable.is_none()
    }
}

fn check(files: &[std::path::PathBuf], json: bool) -> Result<u8, Stop> {
    let checked: Vec<_> = files.iter().map(|file| CheckedFile::of(file)).collect();
    let sound = checked.iter().all(CheckedFile::is_sound);
    for sentence in checked.iter().filter_map(|one| one.unreadable.as_ref()) {
        remark(format_args!("{sentence}"));
    }
    if json {
        print_json(&serde_json::json!({ "schema": 1, "files": checked }))?;
    } else {
        for one in &checked {
            if one.is_sound() {
                answer(format_args!("{}: no problems", one.file))?;
            }
            for problem in &one.problems {
                answer(format_args!("{}:{problem}", one.file))?;
            }
        }
    }
    Ok(if sound { SOUND } else { WRONG_INPUT })
}

/// The profile of this id that was kept from a file, if there is one.
pub(super) async fn kept(id: &str) -> Result<Option<Known>, Stop> {
    // No folder, no kept profile.
    if Kind::Real.folder().is_none() {
        return Ok(None);
    }
    let store = open_to_read().await?;
    match store.kept_profile(id).await {
        Ok(None) => Ok(None),
        Ok(Some(_)) => match library::find(&store, id).await {
            Ok(known) => Ok(Some(known)),
            Err(error) => Err(Stop::wrong_input(error.message)),
        },
        Err(error) => Err(trouble(&error)),
    }
}

/// Reads a profile file: the profile, or all that is wrong with it.
pub(super) fn read(file: &Path) -> Result<Result<Profile, Vec<Problem>>, Stop> {
    Ok(parse(&text_of(file)?))
}

fn text_of(file: &Path) -> Result<String, Stop> {
    profile_file::read(file).map_err(|why| Stop::wrong_input(format!("{} {why}.", file.display())))
}

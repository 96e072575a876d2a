//! `halyard profiles`: what can be connected, and whether a profile file is sound.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use serde::Serialize;
use setup::profile::{Problem, Profile, built_in, parse, review};

use super::{SOUND, Stop, WRONG_INPUT, answer, print_json};
use crate::arguments::{Profiles, ProfilesAction};

/// The largest file that is read: a profile is a page or two of text.
const LARGEST_FILE: u64 = 1024 * 1024;

pub(super) fn run(arguments: &Profiles) -> Result<u8, Stop> {
    match &arguments.action {
        None => list(arguments.json),
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

fn list(json: bool) -> Result<u8, Stop> {
    let listed: Vec<Listed<'_>> = built_in::all()
        .iter()
        .map(|profile| Listed {
            id: &profile.id,
            name: &profile.name,
            maker: &profile.maker,
            category: &profile.category,
            summary: &profile.summary,
            source: "built-in",
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
        answer(format_args!(
            "{:widest$}  {} · {}",
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
}

fn check(files: &[std::path::PathBuf], json: bool) -> Result<u8, Stop> {
    let checked: Vec<CheckedFile> = files
        .iter()
        .map(|file| {
            let reading = review(&text_of(file)?);
            let id = reading.profile.map(|profile| profile.id);
            Ok(CheckedFile {
                file: file.display().to_string(),
                id,
                problems: reading.problems,
            })
        })
        .collect::<Result<_, Stop>>()?;
    let sound = checked.iter().all(|one| one.problems.is_empty());
    if json {
        print_json(&serde_json::json!({ "schema": 1, "files": checked }))?;
    } else {
        for one in &checked {
            if one.problems.is_empty() {
                answer(format_args!("{}: no problems", one.file))?;
            }
            for problem in &one.problems {
                answer(format_args!("{}:{problem}", one.file))?;
            }
        }
    }
    Ok(if sound { SOUND } else { WRONG_INPUT })
}

/// Reads a profile file: the profile, or all that is wrong with it.
pub(super) fn read(file: &Path) -> Result<Result<Profile, Vec<Problem>>, Stop> {
    Ok(parse(&text_of(file)?))
}

fn text_of(file: &Path) -> Result<String, Stop> {
    let unreadable = |why: &str| Stop::wrong_input(format!("{} {why}", file.display()));
    let opened = File::open(file).map_err(|_| unreadable("is not a file that can be read."))?;
    let mut text = String::new();
    // What has no size, as a pipe or a device, is not read without end either.
    opened
        .take(LARGEST_FILE + 1)
        .read_to_string(&mut text)
        .map_err(|_| unreadable("is not a text file that can be read."))?;
    if text.len() as u64 > LARGEST_FILE {
        return Err(unreadable(
            "is too large for a profile; a profile has a few hundred lines.",
        ));
    }
    Ok(text)
}

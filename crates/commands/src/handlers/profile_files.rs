//! Profiles from files: opened by dialog, shown with everything they ask for, kept, removed.
//!
//! The page never hands over a text: what is kept is what was read and shown. Nothing is kept of a
//! file with a problem.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use setup::Profile;
use setup::plan::ProfileOrigin;
use setup::profile::{Reading, Severity, built_in, review};
use store::{Removal, StoreError};

use crate::error::{CommandError, ErrorCode};
use crate::handlers::products;
use crate::library;
use crate::profile_file::{self, Unreadable};
use crate::wire::{
    ByProfile, FileProblem, KeepProfile, Nothing, OpenProfile, OpenedProfile, ProfileOffer,
    ProfileRemoval, SavedFile,
};
use crate::wizard::Wizard;
use crate::words;

/// The guide for writing a profile, as it stands in the repository.
const GUIDE: &str = include_str!("../../../../docs/ADDING-A-PROFILE.md");
/// What a profile file ends in.
const ENDING: &str = "toml";

/// The file that was opened last: its place, to read it again, and what was shown of it.
#[derive(Default)]
pub(crate) struct Opened(Mutex<Last>);

#[derive(Default)]
struct Last {
    path: Option<PathBuf>,
    /// Counts what was shown, so that only what the admin looks at can be kept.
    number: u32,
    shown: Option<Shown>,
}

struct Shown {
    id: String,
    file: String,
    text: String,
}

impl Opened {
    fn lock(&self) -> MutexGuard<'_, Last> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets the admin choose a file, or reads the last one again, and shows what it asks for or all
/// that is wrong with it.
pub async fn open_profile_file(
    wizard: &Wizard,
    request: OpenProfile,
) -> Result<OpenedProfile, CommandError> {
    let again = request.again.then(|| wizard.opened().lock().path.clone());
    let path = if let Some(path) = again.flatten() {
        path
    } else {
        let (title, kind) = (words::say("opened-dialog"), words::say("opened-kind"));
        let chosen = wizard.host().choose_file(&title, &kind, ENDING).await?;
        let Some(path) = chosen else {
            return Ok(OpenedProfile::default());
        };
        path
    };
    let text = profile_file::read_chosen(&path).await;
    let file = file_name(&path);
    {
        let mut last = wizard.opened().lock();
        last.path = Some(path);
        last.shown = None;
    }
    let opened = OpenedProfile {
        file: Some(file.clone()),
        ..OpenedProfile::default()
    };
    let text = match text {
        Ok(text) => text,
        Err(why) => {
            return Ok(OpenedProfile {
                trouble: Some(words::say(trouble(why))),
                ..opened
            });
        }
    };
    let Reading { profile, problems } = review(&text);
    let offer = match profile {
        Some(profile) => Some(offer(wizard, &profile, file, text).await?),
        None => None,
    };
    let problems = problems.into_iter().map(|problem| FileProblem {
        line: problem.line,
        column: problem.column,
        can_be_used: problem.severity == Severity::Warning,
        message: problem.message,
        hint: problem.hint,
    });
    Ok(OpenedProfile {
        problems: problems.collect(),
        offer,
        ..opened
    })
}

fn trouble(why: Unreadable) -> &'static str {
    match why {
        Unreadable::NoFile => "opened-unreadable",
        Unreadable::NotText => "opened-not-text",
        Unreadable::TooLarge => "opened-too-large",
    }
}

/// The file's name without its folder, shortened where it is longer than anybody reads.
fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.chars()
        .filter(|letter| !letter.is_control())
        .take(120)
        .collect()
}

/// What the profile asks for, and what keeping it would mean.
async fn offer(
    wizard: &Wizard,
    profile: &Profile,
    file: String,
    text: String,
) -> Result<ProfileOffer, CommandError> {
    let store = wizard.store();
    let kept = store.kept_profile(&profile.id).await?;
    let is_same = kept.as_ref().is_some_and(|kept| kept.text == text);
    let mut remarks = Vec::new();
    let mut hindrance = None;
    if built_in::find(&profile.id).is_some() {
        hindrance = Some(words::say_with("opened-built-in", &[("id", &profile.id)]));
    } else if is_same {
        hindrance = Some(words::say("opened-same-text"));
    } else if let Some(kept) = &kept {
        let values = [("id", kept.id.as_str()), ("file", &kept.file)];
        remarks.push(words::say_with("opened-replaces", &values));
        remarks.extend(older(profile, library::read(kept).ok().as_ref()));
        let users = store.users_of_profile(&profile.id).await?;
        if !users.is_empty() {
            remarks.push(words::say_names("opened-users", &users));
        }
    }
    if let Some(twin) = twin(profile).filter(|twin| twin.id != profile.id) {
        remarks.push(words::say_with("opened-same-name", &[("name", &twin.name)]));
    }
    let mut last = wizard.opened().lock();
    last.number = last.number.wrapping_add(1);
    last.shown = hindrance.is_none().then(|| Shown {
        id: profile.id.clone(),
        file,
        text,
    });
    Ok(ProfileOffer {
        number: last.number,
        product: products::view(profile, ProfileOrigin::File, None),
        remarks,
        hindrance,
    })
}

/// The built-in profile that goes by the same name, however it is written.
fn twin(profile: &Profile) -> Option<&'static Profile> {
    let plain = |name: &str| -> String {
        let letters = name.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let name = plain(&profile.name);
    built_in::all().iter().find(|one| plain(&one.name) == name)
}

/// Says so where the newest guide of the new one is older than that of the one that is kept.
fn older(new: &Profile, kept: Option<&Profile>) -> Option<String> {
    let newest = |profile: &Profile| {
        let dates = profile.sources.iter();
        dates.filter_map(|source| source.date.clone()).max()
    };
    let (new, old) = newest(new).zip(kept.and_then(newest))?;
    (new < old).then(|| words::say_with("opened-older", &[("new", &new), ("old", &old)]))
}

/// Keeps the profile that was shown under this number.
pub async fn keep_profile(
    wizard: &Wizard,
    request: KeepProfile,
) -> Result<ByProfile, CommandError> {
    let shown = {
        let mut last = wizard.opened().lock();
        if last.number == request.number {
            last.shown.take()
        } else {
            None
        }
    };
    let shown = shown.ok_or_else(|| refused("opened-gone"))?;
    let keeping = wizard
        .store()
        .keep_profile(&shown.id, &shown.file, &shown.text);
    match keeping.await {
        Ok(()) => {}
        Err(StoreError::LooksLikeASecret) => return Err(refused("opened-secret")),
        Err(error) => {
            // A full disk can be mended, and the page offers to try again.
            wizard.opened().lock().shown = Some(shown);
            return Err(error.into());
        }
    }
    if let (Some(practice), Ok(known)) = (
        wizard.practice(),
        library::find(wizard.store(), &shown.id).await,
    ) {
        practice.welcome(&known.profile);
    }
    for connection in wizard.store().connections().await? {
        if connection.profile_id == shown.id && !library::origin(&connection).is_built_in() {
            super::answers::judge_again(wizard, &connection.id.to_string()).await?;
        }
    }
    Ok(ByProfile { profile: shown.id })
}

fn refused(key: &str) -> CommandError {
    CommandError::new(ErrorCode::Desktop, words::say(key))
}

/// Removes a kept profile, unless a connection uses it.
pub async fn remove_profile(
    wizard: &Wizard,
    request: ByProfile,
) -> Result<ProfileRemoval, CommandError> {
    let used_by = match wizard.store().remove_profile(&request.profile).await? {
        Removal::Removed => Vec::new(),
        Removal::InUse(names) => names,
    };
    Ok(ProfileRemoval {
        removed: used_by.is_empty(),
        used_by,
    })
}

/// Writes the guide for writing a profile to a file the admin chooses.
pub async fn save_profile_guide(wizard: &Wizard, _: Nothing) -> Result<SavedFile, CommandError> {
    let path = wizard
        .host()
        .save_file("adding-a-profile.md", GUIDE.as_bytes());
    Ok(SavedFile {
        path: path.await?.map(|path| path.display().to_string()),
    })
}

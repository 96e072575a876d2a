//! Reads a profile from TOML and says everything that is wrong with it at once.
//!
//! In this order, each only when the one before found nothing that would make it meaningless:
//! size, hidden characters, TOML itself, harmless texts ([`super::inert`]), the profile it builds
//! on ([`super::extend`]), shape ([`super::shape`]), sense ([`super::check`]). Where the shape is
//! wrong, the sense of the rest is looked at as far as it does not hang on what is wrong. Called for the built-in profiles, for files the
//! admin opens and by `halyard profiles check`. Not here: reading files.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};

use super::Profile;
use super::problem::{self, Problem, Severity};
use super::sound_part::{Lost, sound_part};
use super::{check, defaults, extend, inert, place, shape};

/// The version of the format that this Halyard reads.
pub const FORMAT: i64 = 1;

/// What came of reading a profile file.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The profile, where nothing stands against its use.
    pub profile: Option<Profile>,
    /// Everything that is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Finds the text of another profile by its id, for one that builds on it.
pub type Library<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The profiles inside the program.
fn built_in(id: &str) -> Option<String> {
    let mut files = super::built_in::files();
    files.find_map(|(name, text)| (name == id).then(|| text.to_owned()))
}

/// Reads a profile for use, which may build on a built-in one. Warnings are left to [`review`].
///
/// # Errors
/// Every problem of the file, when at least one of them stands against its use.
pub fn parse(text: &str) -> Result<Profile, Vec<Problem>> {
    parse_with(text, &built_in)
}

/// Reads a profile for use, which may build on one of the library.
///
/// # Errors
/// Every problem of the file, when at least one of them stands against its use.
pub fn parse_with(text: &str, library: Library<'_>) -> Result<Profile, Vec<Problem>> {
    let reading = review_with(text, library);
    reading.profile.ok_or(reading.problems)
}

/// Reads a profile and returns every problem, with those that do not stand against its use.
pub fn review(text: &str) -> Reading {
    review_with(text, &built_in)
}

/// The same for a profile that may build on one of the library.
pub fn review_with(text: &str, library: Library<'_>) -> Reading {
    let (profile, mut problems) = read(text, library);
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems.dedup();
    let usable = problems
        .iter()
        .all(|problem| problem.severity == Severity::Warning);
    Reading {
        profile: profile.filter(|_| usable),
        problems,
    }
}

/// The file as tables, with what is harmful in them; or why it is none.
pub(super) fn tables(text: &str) -> Result<(Spanned<DeTable<'_>>, Vec<Problem>), Vec<Problem>> {
    if text.len() > inert::MOST_BYTES {
        let message = format!(
            "The file is larger than {} KiB; a profile is not.",
            inert::MOST_BYTES / 1024
        );
        return Err(vec![Problem::at(text, &(0..0), message)]);
    }
    let mut problems = inert::hidden_characters(text);
    let (root, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        problems.extend(errors.iter().take(20).map(|error| not_toml(text, error)));
        return Err(problems);
    }
    if let Some(problem) = other_format(text, root.get_ref()) {
        problems.push(problem);
        return Err(problems);
    }
    problems.extend(inert::harmful_values(text, &root));
    Ok((root, problems))
}

fn not_toml(text: &str, error: &toml::de::Error) -> Problem {
    let place = error.span().unwrap_or(0..0);
    if error.message().contains("duplicate key") {
        let name = text.get(place.clone()).unwrap_or_default();
        let hint = "Keep one of them. Each entry of a list begins with its name in [[ ]].";
        return Problem::at(text, &place, format!("\"{name}\" is here twice."))
            .with_hint(Some(hint.to_owned()));
    }
    let message = format!("This is not TOML: {}.", error.message());
    let rest = text.get(place.start..).unwrap_or_default();
    let curly = rest.starts_with(['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{2019}']);
    let hint = "Write straight quotation marks (\"); the text program made curly ones of them.";
    Problem::at(text, &place, message).with_hint(curly.then(|| hint.to_owned()))
}

fn read(text: &str, library: Library<'_>) -> (Option<Profile>, Vec<Problem>) {
    let (root, mut problems) = match tables(text) {
        Ok(read) => read,
        Err(problems) => return (None, problems),
    };
    let bases = match extend::bases(text, root.get_ref(), library) {
        Ok(bases) => bases,
        Err(problem) => return (None, [problems, vec![problem]].concat()),
    };
    let root = match extend::whole(text, root, &bases) {
        Ok(root) => root,
        Err(problem) => return (None, [problems, vec![problem]].concat()),
    };
    let shape = shape::check(text, &root);
    let fits = shape.is_empty();
    problems.extend(shape);
    let (mut root, lost) = if fits {
        (root, Lost::default())
    } else {
        sound_part(&root)
    };
    defaults::name_sources(&mut root);
    match Profile::deserialize(Deserializer::from(root.clone())) {
        Ok(mut profile) => {
            defaults::ask_language(&mut profile);
            let mut flaws = if fits {
                check::check(&profile)
            } else {
                check::without(&lost, &profile)
            };
            // Errors first, so that none is lost behind many warnings.
            flaws.sort_by_key(|flaw| flaw.severity);
            let flaws = flaws.into_iter().take(problem::MOST);
            problems.extend(flaws.map(|flaw| {
                let place = place::find(&root, &flaw.path);
                let hint = flaw.hint.or_else(|| extend::inherited_hint(&root, &place));
                Problem {
                    severity: flaw.severity,
                    hint,
                    ..Problem::at(text, &place, flaw.message)
                }
            }));
            (fits.then_some(profile), problems)
        }
        Err(error) if fits => {
            let place = error.span().unwrap_or(0..0);
            let message = format!("This does not fit the format: {}.", error.message());
            problems.push(Problem::at(text, &place, message));
            (None, problems)
        }
        Err(_) => (None, problems),
    }
}

/// A file of a later format may differ in everything, so that nothing else is said about it.
fn other_format(text: &str, root: &DeTable<'_>) -> Option<Problem> {
    let value = root.get("schema")?;
    let number = value.get_ref().as_integer()?;
    if i64::from_str_radix(number.as_str(), number.radix()) == Ok(FORMAT) {
        return None;
    }
    let message =
        format!("This profile is of format {number}, and this Halyard reads format {FORMAT}.");
    let hint = "Look for a newer Halyard, or for the profile in the other format.".to_owned();
    Some(Problem::at(text, &value.span(), message).with_hint(Some(hint)))
}

//! Everything a profile asks for, in lines, for somebody who decides whether to use it: above all
//! one that did not come with the program.
//!
//! Made from the profile alone and without judging it. Nothing of it is left out because of a
//! condition: a line that hangs on one says so. Not here: what connecting takes and makes in a few
//! words ([`super::overview`]).

mod lines;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

use crate::answers::Answers;
use crate::profile::Profile;

use super::words::say;
use super::{Plan, ProfileOrigin};

/// Everything a profile asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Asks {
    /// In the order in which one meets it.
    pub groups: Vec<AskGroup>,
    /// Every page that it may offer to open, each once.
    pub links: Vec<AskLink>,
}

/// What is asked for of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AskGroup {
    /// What kind.
    pub title: String,
    /// One line each.
    pub lines: Vec<AskLine>,
}

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AskLine {
    /// What, in Halo's or the vendor's words.
    pub text: String,
    /// How strongly, when and under which condition, where that is not "always".
    pub remark: Option<String>,
    /// It gives far more than one thing, or it is where the secret goes.
    pub weighty: bool,
}

/// A page that the profile may offer to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskLink {
    /// Its address.
    pub link: String,
    /// The host it leads to.
    pub host: String,
}

/// Everything this profile asks for.
pub fn asks(profile: &Profile) -> Asks {
    // Whose origin does not matter: it is asked for words only.
    let plan = Plan::make(
        profile.clone(),
        ProfileOrigin::File,
        Answers::default(),
        None,
    );
    let groups = [
        group("asks-scopes", lines::scopes(profile)),
        group("asks-account", lines::account(profile)),
        group("asks-permissions", lines::permissions(profile)),
        group("asks-in-halo", lines::in_halo(profile)),
        group("asks-steps", lines::steps(profile, &plan)),
        group("asks-values", lines::values(profile)),
    ];
    Asks {
        groups: groups.into_iter().flatten().collect(),
        links: links(profile),
    }
}

fn group(title: &str, lines: Vec<AskLine>) -> Option<AskGroup> {
    (!lines.is_empty()).then(|| AskGroup {
        title: say(title, &[]),
        lines,
    })
}

/// Every `link` of the profile: found by its name, so that a new kind of step is not forgotten.
fn links(profile: &Profile) -> Vec<AskLink> {
    fn search(value: &serde_json::Value, found: &mut Vec<AskLink>) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    match value.as_str() {
                        Some(link) if name == "link" => {
                            let host = host_of(link).unwrap_or_default();
                            let link = AskLink {
                                link: link.to_owned(),
                                host,
                            };
                            if !found.contains(&link) {
                                found.push(link);
                            }
                        }
                        _ => search(value, found),
                    }
                }
            }
            serde_json::Value::Array(values) => {
                for value in values {
                    search(value, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    if let Ok(value) = serde_json::to_value(profile) {
        search(&value, &mut found);
    }
    found
}

fn host_of(link: &str) -> Option<String> {
    Url::parse(link).ok()?.host_str().map(str::to_owned)
}

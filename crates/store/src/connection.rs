//! What is remembered of one connection between a Halo and a product.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::error::NameProblem;

/// Tells connections apart, for as long as they exist; names may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConnectionId(Uuid);

impl ConnectionId {
    /// A new one, at random.
    pub(crate) fn new() -> Self {
        Self(Uuid::new_v4())
    }
}

impl fmt::Display for ConnectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for ConnectionId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// Where the client secret of a connection is. Never the secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretHome {
    /// Nowhere yet.
    #[default]
    None,
    /// In the operating system's keychain.
    Keychain,
    /// In the memory of the session that took it; gone after the next start.
    Session,
}

impl SecretHome {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Keychain => "keychain",
            Self::Session => "session",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::None, Self::Keychain, Self::Session]
            .into_iter()
            .find(|home| home.as_str() == text)
    }
}

/// One connection, as far as its admin has come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Connection {
    /// Stays the same when the name changes.
    pub id: ConnectionId,
    /// Shown, and given to `--connection`; unique whatever its case.
    pub name: String,
    /// The profile it follows.
    pub profile_id: String,
    /// Where that profile came from, such as `built-in`.
    pub profile_source: String,
    /// When it was made.
    pub created: Timestamp,
    /// When anything of it last changed.
    pub changed: Timestamp,
    /// The address of the Halo.
    pub address: Option<String>,
    /// What the Halo at that address said of itself.
    pub discovered: Option<Value>,
    /// The client id of its application.
    pub client_id: Option<String>,
    /// Where the client secret is.
    pub secret_home: SecretHome,
    /// The page where the admin was.
    pub place: Option<String>,
    /// Answers by key.
    pub answers: BTreeMap<String, Value>,
    /// The items of checklists that are ticked.
    pub ticks: BTreeSet<String>,
}

/// A name without the spaces around it, if it can be used.
pub(crate) fn checked_name(name: &str) -> Result<&str, NameProblem> {
    let name = name.trim();
    if name.is_empty() {
        Err(NameProblem::Empty)
    } else if name.chars().count() > 80 {
        Err(NameProblem::TooLong)
    } else if name.chars().any(|c| c.is_control() || is_invisible(c)) {
        Err(NameProblem::Unprintable)
    } else {
        Ok(name)
    }
}

/// Characters that make a name read as something else: marks of writing direction,
/// zero-width ones, line and paragraph separators.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// What makes two names the same.
pub(crate) fn name_key(name: &str) -> String {
    name.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{NameProblem, checked_name};

    #[test]
    fn takes_names_as_people_write_them() {
        assert_eq!(checked_name("  Acme → Exampla  "), Ok("Acme → Exampla"));
        assert_eq!(checked_name(&"é".repeat(80)), Ok("é".repeat(80).as_str()));
        for (name, problem) in [
            ("", NameProblem::Empty),
            (" \t\n", NameProblem::Empty),
            (&"x".repeat(81), NameProblem::TooLong),
            ("two\nlines", NameProblem::Unprintable),
            ("bell\u{7}", NameProblem::Unprintable),
            ("acme\u{202E}tswer", NameProblem::Unprintable),
        ] {
            assert_eq!(checked_name(name), Err(problem), "{name:?}");
        }
    }
}

//! Where this computer's user keeps Halyard's data, and how the keychain calls it.

use std::path::PathBuf;

use directories::BaseDirs;

/// The program's name for the system; the same as in `tauri.conf.json`.
const IDENTIFIER: &str = "app.halyard.wizard";

/// Real connections, or those of the rehearsal tenant. The two never mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Real,
    Practice,
}

impl Kind {
    /// The folder for the store; `None` where the system names no home.
    pub(crate) fn folder(self) -> Option<PathBuf> {
        let data = BaseDirs::new()?.data_dir().join(IDENTIFIER);
        Some(match self {
            Self::Real => data.join("connections"),
            Self::Practice => data.join("practice"),
        })
    }

    /// The keychain's name for our entries.
    pub(crate) fn keychain_service(self) -> String {
        match self {
            Self::Real => IDENTIFIER.to_owned(),
            Self::Practice => format!("{IDENTIFIER}.practice"),
        }
    }
}

//! From a store's error to its cause, at the one place where they are looked at.
//!
//! Every store wraps its system's error in `keyring_core`'s; the type inside is
//! what tells locked, denied and absent apart, never the text. Raw bytes that an
//! error carries are wiped here.

use keyring_core::Error;
use zeroize::Zeroize;

use crate::error::VaultError;

type Platform = dyn std::error::Error + Send + Sync;

/// The cause of a call that failed on an open store.
pub(crate) fn classify(error: Error) -> VaultError {
    match error {
        Error::NoStorageAccess(error) => known(&*error).unwrap_or(NO_ACCESS),
        Error::PlatformFailure(error) => known(&*error).unwrap_or(VaultError::Failed),
        Error::NoDefaultStore => VaultError::Absent,
        Error::TooLong(..) => VaultError::TooLong,
        Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) => {
            bytes.zeroize();
            VaultError::Failed
        }
        _ => VaultError::Failed,
    }
}

/// The cause of a store that could not be opened: where nothing else is known,
/// there is none.
pub(crate) fn classify_opening(error: Error) -> VaultError {
    match classify(error) {
        VaultError::Failed => VaultError::Absent,
        cause => cause,
    }
}

/// What "no access to the storage" means where its reason is not known: Windows says
/// it of a session without a logon, and thus without credentials.
const NO_ACCESS: VaultError = if cfg!(windows) {
    VaultError::Absent
} else {
    VaultError::Locked
};

/// The cause, where the system's own error tells it.
fn known(error: &Platform) -> Option<VaultError> {
    let mut link: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = link {
        if let Some(cause) = native::cause(error).or_else(|| refused_by_system(error)) {
            return Some(cause);
        }
        link = error.source();
    }
    None
}

fn refused_by_system(error: &(dyn std::error::Error + 'static)) -> Option<VaultError> {
    let error = error.downcast_ref::<std::io::Error>()?;
    (error.kind() == std::io::ErrorKind::PermissionDenied).then_some(VaultError::Denied)
}

/// The Secret Service and the bus it is reached by.
#[cfg(target_os = "linux")]
mod native {
    use secret_service::Error as Service;
    use zbus::{Error as Bus, fdo};

    use crate::error::VaultError;

    pub(super) fn cause(error: &(dyn std::error::Error + 'static)) -> Option<VaultError> {
        if let Some(error) = error.downcast_ref::<Service>() {
            return match error {
                // A dismissed prompt leaves the keyring locked; where there is no
                // display, the prompt is dismissed at once.
                Service::Locked | Service::Prompt | Service::PromptDisconnected => {
                    Some(VaultError::Locked)
                }
                // No default collection: a service runs, and has no keyring yet.
                Service::NoResult | Service::Unavailable => Some(VaultError::Absent),
                _ => None,
            };
        }
        if let Some(error) = error.downcast_ref::<Bus>() {
            return match error {
                Bus::Connection(..) | Bus::Address(_) | Bus::InterfaceNotFound => {
                    Some(VaultError::Absent)
                }
                Bus::MethodError(name, ..) => by_name(name.as_str()),
                Bus::FDO(error) => standard(error),
                _ => None,
            };
        }
        standard(error.downcast_ref::<fdo::Error>()?)
    }

    fn standard(error: &fdo::Error) -> Option<VaultError> {
        match error {
            fdo::Error::ServiceUnknown(_)
            | fdo::Error::NameHasNoOwner(_)
            | fdo::Error::NoServer(_)
            | fdo::Error::Disconnected(_)
            | fdo::Error::SpawnExecFailed(_)
            | fdo::Error::SpawnChildExited(_)
            | fdo::Error::SpawnChildSignaled(_)
            | fdo::Error::SpawnServiceNotFound(_) => Some(VaultError::Absent),
            fdo::Error::AccessDenied(_) | fdo::Error::AuthFailed(_) => Some(VaultError::Denied),
            fdo::Error::ZBus(Bus::MethodError(name, ..)) => by_name(name.as_str()),
            _ => None,
        }
    }

    /// The names D-Bus and the Secret Service specification give their errors.
    fn by_name(name: &str) -> Option<VaultError> {
        match name {
            "org.freedesktop.Secret.Error.IsLocked" => Some(VaultError::Locked),
            "org.freedesktop.DBus.Error.ServiceUnknown"
            | "org.freedesktop.DBus.Error.NameHasNoOwner" => Some(VaultError::Absent),
            "org.freedesktop.DBus.Error.AccessDenied" | "org.freedesktop.DBus.Error.AuthFailed" => {
                Some(VaultError::Denied)
            }
            _ => None,
        }
    }

    #[cfg(test)]
    mod tests {
        use super::{Service, VaultError, cause, fdo};

        #[test]
        fn tells_the_causes_of_the_secret_service_apart() {
            let text = String::new;
            for (error, expected) in [
                (Service::Locked, Some(VaultError::Locked)),
                (Service::Prompt, Some(VaultError::Locked)),
                (Service::NoResult, Some(VaultError::Absent)),
                (Service::Unavailable, Some(VaultError::Absent)),
                (Service::Crypto("padding"), None),
            ] {
                assert_eq!(cause(&error), expected, "{error}");
            }
            for (error, expected) in [
                (fdo::Error::AccessDenied(text()), Some(VaultError::Denied)),
                (fdo::Error::ServiceUnknown(text()), Some(VaultError::Absent)),
                (fdo::Error::Disconnected(text()), Some(VaultError::Absent)),
                (fdo::Error::InvalidArgs(text()), None),
            ] {
                assert_eq!(cause(&error), expected, "{error}");
            }
        }
    }
}

/// macOS: the result codes of its Security framework (`SecBase.h`).
#[cfg(target_os = "macos")]
mod native {
    use security_framework::base::Error;

    use crate::error::VaultError;

    pub(super) fn cause(error: &(dyn std::error::Error + 'static)) -> Option<VaultError> {
        match error.downcast_ref::<Error>()?.code() {
            // userCanceled, wrPermErr, invalidOwnerEdit, readOnly, authFailed, missingEntitlement
            -128 | -61 | -25244 | -25292 | -25293 | -34018 => Some(VaultError::Denied),
            // interactionNotAllowed, interactionRequired
            -25308 | -25315 => Some(VaultError::Locked),
            // notAvailable, noSuchKeychain, invalidKeychain, noDefaultKeychain
            -25291 | -25294 | -25295 | -25307 => Some(VaultError::Absent),
            _ => None,
        }
    }
}

/// Windows: its store keeps the type of its error to itself.
#[cfg(windows)]
mod native {
    use crate::error::VaultError;

    pub(super) fn cause(_: &(dyn std::error::Error + 'static)) -> Option<VaultError> {
        None
    }
}

//! The name under which a secret is kept.

/// Names one secret. Not secret itself: people see it in their keychain's window.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SecretKey(String);

impl SecretKey {
    /// The key of the client secret of one Halo application: `halo:{origin}:{client_id}`.
    ///
    /// `origin` is the authorisation server's origin, such as `https://acme.halopsa.com`.
    pub fn halo(origin: &str, client_id: &str) -> Self {
        Self(format!("halo:{origin}:{client_id}"))
    }

    /// The key of another product's API that a list is read from: `list:{origin}`.
    pub fn list_reader(origin: &str) -> Self {
        Self(format!("list:{origin}"))
    }

    /// The key of the canary that one vault writes to learn the keychain's state.
    pub(crate) fn canary(vault: &str) -> Self {
        Self(format!("canary:{vault}"))
    }

    /// The key as the keychain sees it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::SecretKey;

    #[test]
    fn names_the_halo_and_the_application() {
        let key = SecretKey::halo("https://acme.halopsa.com", "3f1c");
        assert_eq!(key.as_str(), "halo:https://acme.halopsa.com:3f1c");
        let key = SecretKey::list_reader("https://docs.acme.example");
        assert_eq!(key.as_str(), "list:https://docs.acme.example");
    }
}

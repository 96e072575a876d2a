//! One run's way to Halo after the token: every read, and a fresh token where one is refused.
//!
//! A 401 may mean that the token is worn out, or that the agent lacks a permission. A read that is
//! refused so is asked once more with a fresh token, minted at most once a run: if it is refused
//! again, it is a matter of permissions (confirmed, 2026).

use halo::{Halo, HaloError, Token, Transport};
use setup::facts::Asked;
use tokio::sync::OnceCell;

use super::sign_in::Door;
use super::{Looks, asked};

/// A signed-in Halo whose token can be renewed once.
pub(super) struct Session<'a> {
    pub(super) transport: &'a Transport,
    pub(super) door: &'a Door<'a>,
    pub(super) scopes: Vec<&'a str>,
    pub(super) looks: &'a Looks,
    halo: Halo,
    renewed: OnceCell<Result<Halo, HaloError>>,
}

impl<'a> Session<'a> {
    pub(super) fn new(
        transport: &'a Transport,
        door: &'a Door<'a>,
        scopes: Vec<&'a str>,
        looks: &'a Looks,
        token: Token,
    ) -> Self {
        let halo = Halo::new(transport.clone(), door.resource_server(), token);
        Self {
            transport,
            door,
            scopes,
            looks,
            halo,
            renewed: OnceCell::new(),
        }
    }

    /// Runs one read, shown under the name that the text catalogue has for `key`.
    pub(super) async fn read<T, Reading>(
        &self,
        key: &str,
        read: impl Fn(Halo) -> Reading,
    ) -> Asked<T>
    where
        Reading: Future<Output = Result<T, HaloError>>,
    {
        let reading = async {
            // On the heap, since many of these stand side by side.
            match Box::pin(read(self.halo.clone())).await {
                Err(HaloError::Unauthorised) => match Box::pin(self.renewed()).await {
                    Some(halo) => Box::pin(read(halo)).await,
                    None => Err(HaloError::Unauthorised),
                },
                answer => answer,
            }
        };
        asked(self.looks.look(key, reading).await)
    }

    /// The same Halo with a fresh token, where one was issued.
    async fn renewed(&self) -> Option<Halo> {
        let mint = || async {
            let token = self.door.ask(&self.scopes).await?;
            Ok(Halo::new(
                self.transport.clone(),
                self.door.resource_server(),
                token,
            ))
        };
        self.renewed.get_or_init(mint).await.as_ref().ok().cloned()
    }
}

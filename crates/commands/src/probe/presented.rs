//! What is presented at the sign-in, as facts that judging may read: shapes, never the secret.

use secrecy::ExposeSecret;
use setup::facts::{Presented, Shape};

use crate::pasted::{self, Pasted};

use super::Target;

/// What this target presents.
pub(super) fn of(target: &Target) -> Presented {
    let client_id = target.client_id.as_deref().map(pasted::clean);
    let secret = target.secret.as_ref().ok();
    let secret = secret.map(|secret| pasted::clean(secret.expose_secret()));
    Presented {
        client_id: client_id.map(str::to_owned),
        id_shape: client_id.map(shape).unwrap_or_default(),
        secret_shape: secret.map(shape).unwrap_or_default(),
        secret_is_the_id: client_id.is_some_and(|id| !id.is_empty()) && client_id == secret,
        worked_before: false,
        tenant_named: target.tenant.is_some(),
        said: None,
    }
}

fn shape(text: &str) -> Shape {
    match pasted::recognise(text) {
        Pasted::Nothing => Shape::Empty,
        Pasted::ClientId => Shape::Guid,
        Pasted::ClientSecret => Shape::TwoGuids,
        Pasted::PartOfSecret => Shape::Part,
        Pasted::Address | Pasted::SeveralWords | Pasted::Other => Shape::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "11111111-2222-4333-8444-555555555555";

    fn presented(client_id: &str, secret: &str) -> Presented {
        of(&Target {
            address: "https://acme.halopsa.example".to_owned(),
            authorisation_server: None,
            tenant: Some("acme".to_owned()),
            client_id: Some(client_id.to_owned()),
            secret: Ok(secret.to_owned().into()),
        })
    }

    #[test]
    fn shapes_are_told_and_the_secret_is_not() {
        let whole = format!("{ID}-{ID}");
        let told = presented(ID, &whole);
        assert_eq!(
            (told.id_shape, told.secret_shape),
            (Shape::Guid, Shape::TwoGuids)
        );
        assert!(told.tenant_named && !told.secret_is_the_id);
        assert!(!format!("{told:?}").contains(&whole), "{told:?}");
        let same = presented(ID, &format!(" {ID}\n"));
        assert!(same.secret_is_the_id, "spaces do not make it another");
        assert_eq!(presented(&whole, ID).id_shape, Shape::TwoGuids);
        assert_eq!(presented(ID, &whole[..60]).secret_shape, Shape::Part);
        assert_eq!(presented(ID, "").secret_shape, Shape::Empty);
        assert_eq!(presented("Exampla", "x").id_shape, Shape::Other);
    }
}

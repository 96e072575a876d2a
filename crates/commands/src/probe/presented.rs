//! What is presented at the sign-in, as facts that judging may read: shapes, never the secret.

use secrecy::ExposeSecret;
use setup::facts::{Presented, Shape, TenantFact};

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
        tenant: TenantFact::default(),
        said: None,
    }
}

/// How the tenant that was given stands to the one that Halo names.
pub(super) fn tenant(target: &Target, told: Option<&str>) -> TenantFact {
    let given = target.tenant.as_deref().map(str::trim);
    let Some(given) = given.filter(|given| !given.is_empty()) else {
        return TenantFact::AsTold;
    };
    match told {
        None => TenantFact::Untold,
        Some(told) if told.eq_ignore_ascii_case(given) => TenantFact::AsTold,
        Some(told) => TenantFact::Another {
            told: told.to_owned(),
        },
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
            tenant: None,
            client_id: Some(client_id.to_owned()),
            secret: Ok(secret.to_owned().into()),
        })
    }

    #[test]
    fn a_tenant_is_compared_with_the_one_that_halo_names() {
        let given = |given: Option<&str>, told| {
            let target = Target {
                address: String::new(),
                authorisation_server: None,
                tenant: given.map(str::to_owned),
                client_id: None,
                secret: Ok(String::new().into()),
            };
            tenant(&target, told)
        };
        let another = TenantFact::Another {
            told: "acme".to_owned(),
        };
        let table = [
            (None, Some("acme"), TenantFact::AsTold),
            (None, None, TenantFact::AsTold),
            (Some(" "), None, TenantFact::AsTold),
            (Some(" ACME "), Some("acme"), TenantFact::AsTold),
            (Some("acne"), Some("acme"), another),
            (Some("acne"), None, TenantFact::Untold),
        ];
        for (entered, told, expected) in table {
            assert_eq!(given(entered, told), expected, "{entered:?}, {told:?}");
        }
    }

    #[test]
    fn shapes_are_told_and_the_secret_is_not() {
        let whole = format!("{ID}-{ID}");
        let told = presented(ID, &whole);
        assert_eq!(
            (told.id_shape, told.secret_shape),
            (Shape::Guid, Shape::TwoGuids)
        );
        assert!(!told.secret_is_the_id);
        assert!(!format!("{told:?}").contains(&whole), "{told:?}");
        let same = presented(ID, &format!(" {ID}\n"));
        assert!(same.secret_is_the_id, "spaces do not make it another");
        assert_eq!(presented(&whole, ID).id_shape, Shape::TwoGuids);
        assert_eq!(presented(ID, &whole[..60]).secret_shape, Shape::Part);
        assert_eq!(presented(ID, "").secret_shape, Shape::Empty);
        assert_eq!(presented("Exampla", "x").id_shape, Shape::Other);
    }
}

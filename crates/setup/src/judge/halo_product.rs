//! A Halo of a product that the guide does not name, such as a `HaloITSM` for what is made for
//! `HaloPSA`: for a person to ask about. It never fails. Somebody with such a Halo was refused when
//! signing in, and nobody found out why (reported, 2026); other products work with either.

use crate::facts::Host;
use crate::profile::HaloProduct;

use super::look::Look;
use super::verdict::{About, Verdict};

/// The finding about it.
pub(crate) const ID: &str = "vendor:halo-product";

pub(super) fn judge(look: &Look<'_>) -> Option<Verdict> {
    let Host::Found(found) = &look.facts.host else {
        return None;
    };
    let profile = &look.plan.profile;
    let named: Vec<&str> = profile.halo.iter().map(|one| one.as_str()).collect();
    let product = HaloProduct::called(found.product.as_deref()?)?;
    if profile.halo.contains(&product) {
        return None;
    }
    let verdict = About::new(ID, "about-halo-product")
        .with("found", product.as_str())
        .with("maker", &profile.maker)
        .asking([product.as_str()])
        .to_confirm("halo-product-look");
    Some(verdict.names("named", &named))
}

//! An invented product that asks for everything a profile can say, and plans made from it.

use setup::Answers;
use setup::facts::HaloFound;
use setup::plan::{Plan, ProfileOrigin};
use setup::profile::{Profile, parse};

/// Everything a profile can ask for, with a condition of each kind.
const EVERYTHING: &str = include_str!("invented.toml");

/// The invented product.
pub(crate) fn everything() -> Profile {
    match parse(EVERYTHING) {
        Ok(profile) => profile,
        Err(problems) => panic!("the invented profile is not well-formed: {problems:?}"),
    }
}

/// A hosted Halo as discovery finds it.
pub(crate) fn hosted() -> HaloFound {
    HaloFound {
        address: "https://acme.halopsa.com".into(),
        resource_server: "https://acme.halopsa.com/api".into(),
        authorisation_server: "https://acme.halopsa.com/auth".into(),
        tenant: Some("acme".into()),
        product: Some("HaloPSA".into()),
        version: Some("2.236.133".into()),
        hosted: Some(true),
        authorisation_elsewhere: false,
    }
}

/// The plan of a profile for a Halo, with nothing answered.
pub(crate) fn plan(profile: Profile, halo: Option<HaloFound>) -> Plan {
    answered(profile, Answers::default(), halo)
}

/// The plan of a profile with answers.
pub(crate) fn answered(profile: Profile, answers: Answers, halo: Option<HaloFound>) -> Plan {
    Plan::make(profile, ProfileOrigin::BuiltIn, answers, halo)
}

/// Answers in which the admin chose one option.
pub(crate) fn chose(choice: &str, option: &str) -> Answers {
    Answers {
        choices: [(choice.to_owned(), option.to_owned())].into(),
        ..Answers::default()
    }
}

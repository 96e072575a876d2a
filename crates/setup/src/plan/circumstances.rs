//! What conditions are held against: the admin's choices, and what is known of the Halo.
//!
//! Used when a plan is made and when a form is filled in. Not here: what hangs on a condition.

use std::collections::BTreeMap;

use crate::answers::Answers;
use crate::facts::HaloFound;
use crate::profile::{Condition, DisplayLanguage, HaloProduct, Profile};

/// The circumstances of one connection.
pub(crate) struct Circumstances<'a> {
    choices: BTreeMap<&'a str, &'a str>,
    hosted: bool,
    product: HaloProduct,
    version: Option<Vec<u64>>,
}

impl<'a> Circumstances<'a> {
    /// Reads them off. What nobody has said yet counts as in most Halos: hosted, of the first
    /// product the profile speaks of, in a version newer than any guide's; a choice not made
    /// counts as its first option.
    pub(crate) fn of(
        profile: &'a Profile,
        answers: &'a Answers,
        halo: Option<&'a HaloFound>,
    ) -> Self {
        let choices = profile.choices.iter().filter_map(|choice| {
            let answered = answers.choices.get(&choice.id).map(String::as_str);
            let known = choice.options.iter().map(|option| option.id.as_str());
            let chosen = answered.filter(|id| known.clone().any(|known| known == *id));
            Some((choice.id.as_str(), chosen.or_else(|| known.clone().next())?))
        });
        let first_product = profile.halo.first().copied().unwrap_or(HaloProduct::Psa);
        Self {
            choices: choices.collect(),
            hosted: hosted(answers, halo).unwrap_or(true),
            product: halo
                .and_then(|halo| halo.product.as_deref())
                .and_then(HaloProduct::called)
                .unwrap_or(first_product),
            version: halo
                .and_then(|halo| halo.version.as_deref())
                .and_then(version),
        }
    }

    /// Whether all parts of the condition hold; a requirement without one always applies.
    pub(crate) fn meet(&self, condition: Option<&Condition>) -> bool {
        let Some(condition) = condition else {
            return true;
        };
        let chose = |(id, option): (&String, &String)| {
            self.choices.get(id.as_str()) == Some(&option.as_str())
        };
        let choices = condition.choice.iter().all(chose) && !condition.not_choice.iter().any(chose);
        let language = condition.language.is_none_or(|wanted| {
            let chosen = self.choices.get(DisplayLanguage::CHOICE);
            chosen.is_none_or(|chosen| *chosen == wanted.option())
        });
        let hosting = condition.hosted.is_none_or(|hosted| hosted == self.hosted);
        let product = condition.halo.is_none_or(|halo| halo == self.product);
        let age = match (&condition.from_version, &self.version) {
            (Some(from), Some(have)) => version(from).is_none_or(|from| *have >= from),
            _ => true,
        };
        let age = age
            && match (&condition.before_version, &self.version) {
                (Some(before), Some(have)) => version(before).is_none_or(|before| *have < before),
                // What is not known counts as newer than any guide's.
                (Some(_), None) => false,
                (None, _) => true,
            };
        choices && language && hosting && product && age
    }

    /// The Halo product at hand.
    pub(crate) fn product(&self) -> HaloProduct {
        self.product
    }

    /// Hosted by Halo rather than on the customer's own server.
    pub(crate) fn hosted(&self) -> bool {
        self.hosted
    }
}

/// The admin's word first, then what discovery saw.
fn hosted(answers: &Answers, halo: Option<&HaloFound>) -> Option<bool> {
    let said = answers.on_premises.map(|on_premises| !on_premises);
    said.or_else(|| halo.and_then(|halo| halo.hosted))
}

/// "2.143.23" as numbers, so that 2.9 comes before 2.143.
fn version(written: &str) -> Option<Vec<u64>> {
    let numbers = written.trim().trim_start_matches(['v', 'V']).split('.');
    numbers.map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert!(version("2.143.23") > version("2.9.400"));
        assert!(version("v2.236") < version("2.236.133"));
        assert_eq!(version("next"), None);
    }

    #[test]
    fn products_are_told_apart() {
        assert_eq!(HaloProduct::called("Halo PSA"), Some(HaloProduct::Psa));
        assert_eq!(HaloProduct::called("HaloITSM"), Some(HaloProduct::Itsm));
        assert_eq!(HaloProduct::called("Halo Service Desk"), None);
    }
}

//! Judges settings of Halo by their property, where the profile knows which values mean what.

use crate::finding::{Code, Evidence};
use crate::profile::SettingNeed;

use super::cause::Cause;
use super::look::Look;
use super::places::Place;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Vec<Verdict> {
    let needs = look.plan.settings.iter();
    needs.map(|need| one(look, need)).collect()
}

fn one(look: &Look<'_>, need: &SettingNeed) -> Verdict {
    let about = About::new(format!("setting:{}", need.key), "about-setting")
        .with("setting", &need.name)
        .with("value", &need.value)
        .asking([&need.value])
        .because(need.reason.as_ref());
    setting(look, &about, need).at(Place::Elsewhere(need.path.clone(), None))
}

fn setting(look: &Look<'_>, about: &About, need: &SettingNeed) -> Verdict {
    let Some(property) = &need.property else {
        return about.to_confirm("setting-look");
    };
    if let Some(cause) = look.stopped() {
        return about.unknown(cause);
    }
    let value = match look.facts.settings.get(property) {
        None => return about.unknown(Cause::NotAsked),
        Some(asked) => match asked.answer() {
            None => return about.unknown(look.cause_of(asked)),
            Some(value) => *value,
        },
    };
    let api = Evidence::Api;
    if need.property_value == Some(value) {
        return about.passed(api, "setting-right");
    }
    // With the right value known, any other is wrong.
    if need.property_value.is_some() || need.wrong_property_value == Some(value) {
        return about.against(need.level, Code::WrongValue, api, "setting-wrong");
    }
    about
        .to_confirm("setting-number-look")
        .showing([value.to_string()])
        .with("number", value.to_string())
}

//! Settings of Halo: one page each, then the live check where the API shows any of them.

use crate::plan::pages::{Guide, Page, PageBody, Place, Step};
use crate::plan::screens;
use crate::profile::{SettingNeed, StepKind};

use super::Maker;

pub(super) fn settings(maker: &Maker<'_>) -> Option<Step> {
    let needs = &maker.plan.settings;
    if needs.is_empty() {
        return None;
    }
    let mut pages: Vec<Page> = needs.iter().map(|need| setting(maker, need)).collect();
    if needs.iter().any(|need| need.property.is_some()) {
        let proves = maker.say("proves-settings");
        pages.push(maker.page(
            "settings/check",
            "page-settings-check",
            &[],
            PageBody::Watch { proves },
        ));
    }
    let findings = needs.iter().map(|need| format!("setting:{}", need.key));
    let findings = findings.collect();
    Some(maker.step(StepKind::Settings, "step-settings", findings, pages))
}

fn setting(maker: &Maker<'_>, need: &SettingNeed) -> Page {
    let values = [
        ("field", need.name.as_str()),
        ("value", need.value.as_str()),
    ];
    let set = match need.value.to_lowercase().as_str() {
        "on" | "ticked" | "enabled" => maker.action("do-setting-on", &values),
        "off" | "not ticked" | "unticked" | "disabled" => maker.action("do-setting-off", &values),
        _ => maker
            .action("do-choose", &values)
            .copying(&need.name, &need.value),
    };
    let actions = vec![maker.action("do-find-setting", &values), set, maker.save()];
    let title = need.path.last().map_or("Configuration", String::as_str);
    let proved = need.property.is_some() && need.property_value.is_some();
    let body = PageBody::Guide(Guide {
        place: Place {
            path: need.path.clone(),
            link: None,
        },
        actions,
        screen: Some(
            screens::screen(title)
                .button("Save")
                .select(&need.name, &need.value),
        ),
        confirms: (!proved).then(|| format!("setting:{}", need.key)),
        task: None,
    });
    let id = format!("settings/{}", need.key);
    let mut page = maker.page(&id, "page-setting", &values, body);
    page.lead.clone_from(&need.reason);
    let page = maker.differing(page, &need.differs);
    maker.from(page, [need.source.as_deref()])
}

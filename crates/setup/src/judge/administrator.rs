//! Judges Halo's "Is a HaloPSA Administrator": asked for by some guides, ruled out by others.

use crate::finding::{Code, Evidence};
use crate::profile::{Level, PermissionNeed};

use super::look::Look;
use super::places::Place;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.administrator.as_ref()?;
    let about = About::new("agent.administrator", "about-administrator")
        .with("halo", look.plan.halo_name())
        .because(need.reason.as_ref());
    let api = Evidence::Api;
    let verdict = match (look.of_agent(|agent| agent.is_administrator), wants(need)) {
        (Err(cause), _) => about.unknown(cause),
        (Ok(true), true) => about.passed(api, "administrator-is"),
        (Ok(false), false) => about.passed(api, "administrator-is-not"),
        (Ok(false), true) if need.level == Level::Optional => {
            about.passed(api, "administrator-not-needed")
        }
        (Ok(false), true) => {
            let code = Code::NotAdministrator;
            about.against(need.level, code, api, "administrator-missing")
        }
        (Ok(true), false) => {
            let code = Code::IsAdministrator;
            about.against(need.level, code, api, "administrator-unwanted")
        }
    };
    Some(verdict.at(Place::Holder(
        need.held_by,
        vec!["Permissions", "General Permissions"],
    )))
}

/// Whether the guide wants an administrator. "Not set" means no (reported, 2026).
fn wants(need: &PermissionNeed) -> bool {
    let yes = need.value.trim().eq_ignore_ascii_case("yes");
    yes != (need.level == Level::Forbidden)
}

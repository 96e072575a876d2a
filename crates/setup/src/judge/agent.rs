//! Judges the agent itself: who it is, whether it is API-only, and its default team.
//!
//! Not here: what the agent may see ([`super::teams`], [`super::departments`],
//! [`super::customers`]) and what it may do ([`super::permissions`]).

use crate::facts::{Asked, Refusal};
use crate::finding::{Code, Evidence};
use crate::profile::{HeldBy, Level};

use super::cause::Cause;
use super::look::{Granted, Look};
use super::places::Place;
use super::reads::Shut;
use super::suspects::Suspect;
use super::verdict::{About, Verdict};

/// The entry of Halo's list that stands for an agent without a default team.
const NO_DEFAULT_TEAM: &str = "no default team";

pub(super) fn identity(look: &Look<'_>) -> Verdict {
    let about = About::new("agent.identity", "about-identity");
    if let Some(cause) = look.stopped() {
        return about.unknown(cause);
    }
    let place = || Place::Application("Details");
    let agent = match &look.facts.me {
        Asked::Answered(agent) => agent,
        Asked::Refused(Refusal::Unauthorised)
            if *look.granted() != Granted::Nothing && !look.opens_nothing_unsaid() =>
        {
            return about
                .failed(Code::SignedOut, Evidence::Behaviour, "identity-signed-out")
                .suspect(signed_out_by())
                .at(place());
        }
        _ if look.shut() == Some(Shut::Refused) => {
            return about
                .failed(Code::Refused, Evidence::Behaviour, "identity-refused")
                .suspect(signed_out_by())
                .suspect(shut_out_by())
                .at(place());
        }
        asked => return about.unknown(look.cause_of(asked)),
    };
    let Some(name) = agent.name.as_deref().or(agent.email.as_deref()) else {
        return about.unknown(Cause::LeftOut);
    };
    if agent.is_disabled == Some(true) {
        return about
            .failed(Code::Disabled, Evidence::Api, "identity-disabled")
            .with("name", name)
            .at(Place::Agent(vec!["Details"]));
    }
    about
        .passed(Evidence::Api, "identity-known")
        .with("name", name)
        .at(place())
}

/// A token was issued and nobody is signed in: what is wrong is behind the application.
pub(super) fn signed_out_by() -> [Suspect; 4] {
    let account = || Place::Agent(vec!["Details"]);
    [
        Suspect::new("cause-login-agent", 50, Place::Application("Details")),
        Suspect::new("cause-login-type", 40, Place::Application("Details")),
        Suspect::new("cause-agent-inactive", 35, account()),
        Suspect::new("cause-tokens-revoked", 20, account()),
    ]
}

/// Somebody is signed in, or nobody looked, and everything is refused.
fn shut_out_by() -> [Suspect; 2] {
    [
        Suspect::new(
            "cause-no-permissions",
            45,
            Place::Holder(HeldBy::Agent, vec!["Permissions"]),
        ),
        Suspect::new("cause-way-to-api", 30, Place::Nowhere),
    ]
}

pub(super) fn api_only(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.profile.agent.as_ref()?.api_only.as_ref()?;
    let about = About::new("agent.api_only", "about-api-only").because(need.reason.as_ref());
    let unwanted = need.level == Level::Forbidden;
    let api = Evidence::Api;
    let verdict = match (look.of_agent(|agent| agent.is_api_only), unwanted) {
        (Err(cause), _) => about.unknown(cause),
        (Ok(true), false) => about.passed(api, "api-only-is"),
        (Ok(false), true) => about.passed(api, "api-only-is-not"),
        (Ok(false), false) => about.against(need.level, Code::NotApiOnly, api, "api-only-missing"),
        (Ok(true), true) => {
            let code = Code::MustNotBeApiOnly;
            about.against(need.level, code, api, "api-only-unwanted")
        }
    };
    Some(verdict.at(Place::Agent(vec!["Details"])))
}

pub(super) fn default_team(look: &Look<'_>) -> Option<Verdict> {
    let agent = look.plan.profile.agent.as_ref()?;
    let Some(need) = agent.default_team.as_ref() else {
        return alone(look);
    };
    let about =
        About::new("agent.default_team", "about-default-team").because(need.reason.as_ref());
    let team = look.of_agent(|agent| agent.default_team.as_deref());
    let unwanted = need.level == Level::Forbidden;
    let api = Evidence::Api;
    let verdict = match (team, unwanted) {
        (Err(cause), _) => about.unknown(cause),
        (Ok(team), false) if is_none(team) => missing_default_team(look, &about, need.level, team),
        (Ok(team), true) if is_none(team) => about.passed(api, "default-team-none"),
        (Ok(team), false) => about.passed(api, "default-team-is").with("team", team),
        (Ok(team), true) => about
            .failed(Code::HasDefaultTeam, api, "default-team-unwanted")
            .with("team", team),
    };
    Some(verdict.at(Place::Agent(vec!["Details"])))
}

/// Halo's own words for none are certain. An empty name is none by inference (2026): it fails
/// where Halo lists no other agent, since that is what having none does (reported, 2024).
fn missing_default_team(look: &Look<'_>, about: &About, level: Level, team: &str) -> Verdict {
    let (code, missing) = (Code::NoDefaultTeam, "default-team-missing");
    if !team.trim().is_empty() {
        return about.against(level, code, Evidence::Api, missing);
    }
    let sees = look.facts.agents.answer();
    if sees.is_some_and(|seen| seen.count() <= 1) {
        return about.against(level, code, Evidence::Behaviour, "default-team-alone");
    }
    about.seems_against(level, code, "default-team-unnamed")
}

/// An agent that sees no other agent and has no default team: the one is the likely cause of the
/// other (reported, 2024), even where the guide does not speak of it.
fn alone(look: &Look<'_>) -> Option<Verdict> {
    let team = look.of_agent(|agent| agent.default_team.as_deref()).ok()?;
    let seen = look.facts.agents.answer()?.count();
    (seen <= 1 && is_none(team)).then(|| {
        About::new("agent.default_team", "about-default-team")
            .warning(Code::NoDefaultTeam, Evidence::Api, "default-team-alone")
            .at(Place::Agent(vec!["Details"]))
    })
}

/// Whether this stands for "*No Default Team*".
fn is_none(team: &str) -> bool {
    let bare = team.trim().trim_matches('*').trim();
    bare.is_empty() || bare.eq_ignore_ascii_case(NO_DEFAULT_TEAM)
}

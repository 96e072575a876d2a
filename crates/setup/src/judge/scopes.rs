//! Judges scopes: one finding for each that the profile speaks of, and one for what was granted
//! beyond them.
//!
//! Where Halo lists what it granted, that list decides. Where it does not, behaviour does: a read
//! that works shows the scope it needs, as far as no other scope explains it.

use std::collections::BTreeSet;

use crate::facts::{Asked, Failure, Refusal, Seen, SignIn, SignInProblem};
use crate::finding::{Code, Evidence};
use crate::permission::{self, Area, Section};
use crate::profile::{Level, ScopeNeed};
use crate::scope;

use super::cause::Cause;
use super::implied;
use super::look::{Granted, Look};
use super::permissions;
use super::places::Place;
use super::suspects::Suspect;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Vec<Verdict> {
    let needs = look.plan.scopes.iter();
    let mut verdicts: Vec<_> = needs.map(|need| one(look, need)).collect();
    verdicts.extend(excess(look));
    verdicts
}

fn one(look: &Look<'_>, need: &ScopeNeed) -> Verdict {
    let name = scope::normalise(&need.name);
    let about = About::new(format!("scope:{name}"), "about-scope")
        .with("scope", &name)
        .asking([if need.level == Level::Forbidden {
            unticked(&name)
        } else {
            name.clone()
        }])
        .because(need.reason.as_ref());
    let verdict = if need.level == Level::Forbidden {
        unwanted(look, &about, &name)
    } else {
        wanted(look, &about, need, &name)
    };
    verdict.at(Place::Application("Permissions"))
}

fn wanted(look: &Look<'_>, about: &About, need: &ScopeNeed, name: &str) -> Verdict {
    let serving: Vec<_> = names(need).collect();
    let all_refused = look.facts.sign_in == SignIn::Failed(SignInProblem::ScopeRefused);
    let none_granted = *look.granted() == Granted::Nothing;
    if let (Some(cause), false) = (look.stopped(), all_refused || none_granted) {
        return about.unknown(cause);
    }
    let held = |granted: &BTreeSet<String>| {
        serving
            .iter()
            .any(|serves| scope::any_includes(granted.iter().map(String::as_str), serves))
    };
    if let Granted::Listed(granted) = look.granted()
        && held(granted)
    {
        return closed_all_the_same(look, about, need)
            .unwrap_or_else(|| about.passed(Evidence::Api, "scope-granted"));
    }
    if !serving.iter().any(|name| scope::exists(name)) {
        return missing_in_halo(look, about, need.level, name);
    }
    let not_granted =
        |evidence, words| about.against(need.level, Code::NotGranted, evidence, words);
    if all_refused {
        return not_granted(Evidence::Behaviour, "scope-refused");
    }
    if none_granted {
        return not_granted(Evidence::Behaviour, "scope-not-granted");
    }
    let Some(token) = look.token() else {
        return about.to_confirm("scope-look");
    };
    if token.refused.contains(name) {
        return not_granted(Evidence::Behaviour, "scope-refused");
    }
    if token.apart.contains(name) {
        return about.to_confirm("scope-apart");
    }
    match token.untold.get(name) {
        Some(Failure::Stopped) => return about.unknown(Cause::OtherScopesFirst),
        Some(failure) => return about.unknown(Cause::Failed(*failure)),
        None => {}
    }
    match look.granted() {
        // A scope that was not asked for cannot be in the list.
        Granted::Listed(_) if !token.asked.is_empty() && !token.asked.contains(name) => {
            about.to_confirm("scope-not-asked")
        }
        Granted::Listed(_) => not_granted(Evidence::Api, "scope-not-granted"),
        _ => match look.shut_first() {
            Some(cause) => about.unknown(cause),
            None => by_behaviour(look, about, need.level, name),
        },
    }
}

/// The list that the scope is for is refused although it is granted, and no source names the
/// permission that would be a finding of its own. Said once, with the scope that asks for it, and
/// not where tickets are refused as well: a list of them has the same cause.
fn closed_all_the_same(look: &Look<'_>, about: &About, need: &ScopeNeed) -> Option<Verdict> {
    let mut areas = Area::ALL.into_iter();
    areas.find(|area| {
        let asks = look.plan.scope_of(*area);
        permission::of_area(*area).is_none()
            && asks.is_some_and(|asks| asks.name == need.name)
            && implied::is_shut_to_agent(look, *area)
            && !implied::is_shut_to_agent(look, Area::Tickets)
    })?;
    let (code, behaviour) = (Code::Refused, Evidence::Behaviour);
    let verdict = about.against(need.level, code, behaviour, "scope-granted-refused");
    let section = Section::FeatureAccess;
    Some(verdict.suspect(implied::closed_by("cause-some-area-closed", section)))
}

/// That the box of a scope is not ticked, for what a person confirms.
fn unticked(name: &str) -> String {
    format!("{name}: No")
}

/// The scope and those that serve as well.
fn names(need: &ScopeNeed) -> impl Iterator<Item = String> {
    let names = std::iter::once(&need.name).chain(&need.or);
    names.map(|name| scope::normalise(name))
}

fn missing_in_halo(look: &Look<'_>, about: &About, level: Level, name: &str) -> Verdict {
    let refused = look
        .token()
        .is_some_and(|token| token.refused.contains(name));
    let evidence = if refused {
        Evidence::Behaviour
    } else {
        Evidence::None
    };
    match scope::nearest(name) {
        Some(meant) => about
            .against(
                level,
                Code::ScopeDoesNotExist,
                evidence,
                "scope-does-not-exist-meant",
            )
            .with("meant", meant),
        None => about.against(
            level,
            Code::ScopeDoesNotExist,
            evidence,
            "scope-does-not-exist",
        ),
    }
}

/// Judges a scope by the areas it opens, leaving out areas that another scope opens as well.
fn by_behaviour(look: &Look<'_>, about: &About, level: Level, name: &str) -> Verdict {
    let asked = look.token().map(|token| &token.asked);
    let explained = |area: Area| {
        let others = asked.into_iter().flatten().filter(|other| *other != name);
        let mut others = others.filter(|other| !scope::includes(other, name));
        others.any(|other| area.scopes().contains(&other.as_str()))
    };
    let reads: Vec<_> = Area::ALL
        .into_iter()
        .filter(|area| area.scopes().contains(&name) && !explained(*area))
        .filter(|area| !permissions::rules_out(look, *area))
        .map(|area| (area, look.area(area)))
        .filter(|(_, asked)| !matches!(asked, Asked::Not))
        .collect();
    let shows_some = |asked: &Asked<Seen>| asked.answer().is_some_and(|seen| seen.count() > 0);
    if reads.iter().any(|(_, asked)| shows_some(asked)) {
        return about.passed(Evidence::Behaviour, "scope-works");
    }
    // What is not there (404) says nothing about a scope.
    let is_refused = |asked: &Asked<Seen>| {
        matches!(
            asked,
            Asked::Refused(Refusal::Unauthorised | Refusal::Forbidden)
        )
    };
    if let Some((area, _)) = reads.iter().find(|(_, asked)| is_refused(asked)) {
        let behaviour = Evidence::Behaviour;
        let verdict = about.against(level, Code::NotGranted, behaviour, "scope-refused-in-use");
        return refused_by(look, verdict, *area);
    }
    match reads.first() {
        // An empty list never passes: it may be empty because nothing is shown.
        None | Some((_, Asked::Answered(_))) => about.to_confirm("scope-look"),
        Some((_, asked)) => about.unknown(look.cause_of(asked)),
    }
}

/// A refusal is the same whether the scope is missing or the agent's permission (confirmed, 2026).
fn refused_by(look: &Look<'_>, verdict: Verdict, area: Area) -> Verdict {
    let unticked = Suspect::new(
        "cause-scope-unticked",
        60,
        Place::Application("Permissions"),
    );
    let (key, permission) = match permission::of_area(area) {
        Some(permission) => ("cause-area-closed", permission.name),
        None => ("cause-some-area-closed", ""),
    };
    let held_by = permissions::held_by(look, area);
    let level = Place::Holder(held_by, vec!["Permissions", Section::FeatureAccess.title()]);
    verdict
        .with("permission", permission)
        .suspect([unticked, Suspect::new(key, 40, level)])
}

fn unwanted(look: &Look<'_>, about: &About, name: &str) -> Verdict {
    let Some(token) = look.token() else {
        return about.to_confirm("scope-unwanted-look");
    };
    match look.granted() {
        Granted::Listed(granted) if granted.contains(name) => about.failed(
            Code::ForbiddenScopeGranted,
            Evidence::Api,
            "scope-unwanted-granted",
        ),
        // Only a scope that was asked for and not given is known to be absent.
        Granted::Listed(_) | Granted::Nothing if token.asked.contains(name) => {
            about.passed(Evidence::Api, "scope-unwanted-absent")
        }
        _ if token.refused.contains(name) => {
            about.passed(Evidence::Behaviour, "scope-unwanted-absent")
        }
        _ => about.to_confirm("scope-unwanted-look"),
    }
}

/// What was granted beyond what the profile speaks of. Left out where the profile asks for
/// everything, since nothing is beyond that, and where it cannot name all that is asked for.
fn excess(look: &Look<'_>) -> Option<Verdict> {
    let (unwanted, wanted): (Vec<_>, Vec<_>) = look
        .plan
        .scopes
        .iter()
        .partition(|need| need.level == Level::Forbidden);
    let all_names = |needs: &[&ScopeNeed]| -> BTreeSet<String> {
        let names = needs.iter().flat_map(|need| names(need));
        names.collect()
    };
    let (unwanted, wanted) = (all_names(&unwanted), all_names(&wanted));
    if wanted.is_empty() || wanted.contains("all") || look.plan.has_more_scopes() {
        return None;
    }
    let others = scope::ALL.iter().filter(|name| !wanted.contains(**name));
    let about =
        About::new("scopes.excess", "about-excess").asking(others.map(|name| unticked(name)));
    let asked = look.plan.scopes.iter();
    let asked = asked.filter(|need| need.level != Level::Forbidden);
    let asked: Vec<_> = asked.map(|need| scope::normalise(&need.name)).collect();
    let for_a_person = || about.to_confirm("excess-look").names("scopes", &asked);
    let verdict = match (look.granted(), look.token()) {
        (Granted::Listed(granted), Some(token)) => {
            // An unwanted scope has a finding of its own; one that would serve as well covers
            // others only where it was granted.
            let covering = wanted
                .iter()
                .filter(|name| granted.contains(*name) || asked_for(look, name));
            let covered = |name: &str| {
                unwanted.contains(name)
                    || scope::any_includes(covering.clone().map(String::as_str), name)
            };
            let beyond: Vec<_> = granted.iter().filter(|name| !covered(name)).collect();
            if beyond.is_empty() && token.asked.contains("all") {
                about.passed(Evidence::Api, "excess-none")
            } else if beyond.is_empty() {
                for_a_person()
            } else {
                let others = look.plan.other_scopes.as_ref();
                let level = others.map_or(Level::Recommended, |need| need.level);
                about
                    .because(others.and_then(|need| need.reason.as_ref()))
                    .against(level, Code::MoreThanNeeded, Evidence::Api, "excess-more")
                    .names("scopes", &beyond)
            }
        }
        _ => for_a_person(),
    };
    Some(verdict.at(Place::Application("Permissions")))
}

/// Whether a need has this scope as its own name.
fn asked_for(look: &Look<'_>, name: &str) -> bool {
    let needs = look.plan.scopes.iter();
    let mut own = needs.map(|need| scope::normalise(&need.name));
    own.any(|own| own == name)
}

//! Judges the agent's teams: those it belongs to, held against those the guide or the admin wants.
//!
//! Halo answers with an empty list where the agent belongs to no team and no department, and one
//! membership can open the whole list (confirmed, 2026). What counts is therefore membership;
//! where Halo does not show it, or its role may bring it unseen, only that a wanted team is not
//! even listed is proof.

use std::collections::BTreeSet;

use crate::facts::{TeamFact, TeamTicks};
use crate::finding::{Code, Evidence};
use crate::profile::{HeldBy, TeamsNeed, WhichTeams};

use super::look::Look;
use super::places::Place;
use super::suspects::Suspect;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.teams.as_ref()?;
    let about = About::new("agent.teams", "about-teams").because(need.reason.as_ref());
    let verdict = teams(look, &about, need);
    Some(verdict.at(Place::Holder(
        match need.held_by {
            HeldBy::Role => HeldBy::Role,
            _ => HeldBy::Agent,
        },
        vec!["Departments & Teams", "Teams"],
    )))
}

fn teams(look: &Look<'_>, about: &About, need: &TeamsNeed) -> Verdict {
    if let Some(cause) = look.stopped() {
        return about.unknown(cause);
    }
    let Some(listed) = look.facts.teams.answer() else {
        return about.unknown(look.cause_of(&look.facts.teams));
    };
    let api = Evidence::Api;
    if listed.is_empty() {
        let none = about.against(need.level, Code::NoTeamVisible, api, "teams-none-visible");
        return none.suspect(none_visible_by(look, need));
    }
    let member_of = look.of_agent(|agent| agent.teams.as_deref());
    let wanted = wanted(look, need, listed);
    let missing = not_held(look, &wanted, listed);
    if !missing.is_empty() {
        return about
            .against(need.level, Code::TeamsMissing, api, "teams-missing")
            .names("teams", &missing);
    }
    let every: Vec<_> = listed.iter().map(|team| team.name.as_str()).collect();
    let Ok(member_of) = member_of else {
        return about
            .to_confirm("teams-look")
            .asking(&wanted)
            .names("teams", &wanted);
    };
    if look.belongs_unseen() {
        let looked_for = if wanted.is_empty() { every } else { wanted };
        return about
            .to_confirm("teams-on-role")
            .asking(&looked_for)
            .names("teams", &looked_for);
    }
    if member_of.is_empty() {
        let code = Code::TeamsMissing;
        return about
            .against(need.level, code, api, "teams-member-of-none")
            .names("teams", &every);
    }
    let belongs = about.passed(api, "teams-belongs");
    let verdict = if wanted.is_empty() {
        // Nobody has said which teams matter, so none can be shown to be missing.
        about.to_confirm("teams-which").showing(member_of)
    } else {
        belongs
    };
    verdict
        .count("count", member_of.len() as u64)
        .names("teams", member_of)
}

/// Wanted teams that the agent does not belong to, by name.
pub(super) fn missing(look: &Look<'_>) -> Vec<String> {
    let need = look.plan.teams.as_ref();
    let listed = look.facts.teams.answer();
    let (Some(need), Some(listed), None) = (need, listed, look.stopped()) else {
        return Vec::new();
    };
    let missing = not_held(look, &wanted(look, need, listed), listed);
    missing.into_iter().map(ToOwned::to_owned).collect()
}

/// By the agent's own teams; where Halo does not show them, by what it lists.
fn not_held<'a>(look: &Look<'_>, wanted: &[&'a str], listed: &[TeamFact]) -> Vec<&'a str> {
    match look.of_agent(|agent| agent.teams.as_deref()) {
        Ok(member_of) if !look.belongs_unseen() => {
            without(wanted, member_of.iter().map(String::as_str))
        }
        _ => without(wanted, listed.iter().map(|team| team.name.as_str())),
    }
}

/// Why the list is empty. Guides disagree on whether teams count on the role or only on the agent
/// (reported, 2024 and 2026).
fn none_visible_by(look: &Look<'_>, need: &TeamsNeed) -> [Suspect; 4] {
    let tab = |of: fn(Vec<&'static str>) -> Place| of(vec!["Departments & Teams", "Teams"]);
    let rows = look.of_agent(|agent| agent.teams.as_deref());
    let in_none = rows.is_ok_and(<[String]>::is_empty);
    [
        Suspect::new("cause-in-no-team", 60, tab(Place::Agent)).clue_if(
            in_none,
            90,
            "clue-in-no-team",
        ),
        Suspect::new("cause-teams-on-role", 40, tab(Place::Agent))
            .less_if(need.held_by == HeldBy::Agent, 25),
        Suspect::new("cause-not-saved", 30, tab(Place::Agent)),
        Suspect::new("cause-old-session", 10, Place::Agent(vec!["Details"])),
    ]
}

/// The ticks beside the agent's teams, for a person to look at. Which of Halo's fields is which
/// tick follows only from their names, so what they show is told and decides nothing.
pub(super) fn ticks(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.teams.as_ref()?;
    if need.flags.is_empty() {
        return None;
    }
    let about = About::new("vendor:team-ticks", "about-team-ticks")
        .asking(&need.flags)
        .because(need.reason.as_ref());
    let rows = look.of_agent(|agent| agent.team_ticks.as_deref());
    let rows = rows.unwrap_or_default();
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.team.as_str(), unticked(row, &need.flags)))
        .collect();
    let off: Vec<_> = told
        .iter()
        .filter(|(_, off)| *off == Some(true))
        .map(|(team, _)| *team)
        .collect();
    let all_on = !told.is_empty() && told.iter().all(|(_, off)| *off == Some(false));
    let verdict = match (off.is_empty(), all_on) {
        (false, _) => about
            .to_confirm("team-ticks-off")
            .showing(&off)
            .names("teams", &off),
        (true, true) => about.to_confirm("team-ticks-on"),
        (true, false) => about.to_confirm("team-ticks-look"),
    };
    let verdict = verdict.names("ticks", &need.flags);
    Some(verdict.at(Place::Holder(
        need.held_by,
        vec!["Departments & Teams", "Teams"],
    )))
}

/// Whether one of these ticks is off; absent where Halo does not say, or the label is not known.
fn unticked(row: &TeamTicks, labels: &[String]) -> Option<bool> {
    let ticks = labels.iter().map(|label| tick(row, label));
    let ticks: Vec<_> = ticks.collect();
    if ticks.contains(&Some(false)) {
        return Some(true);
    }
    let told: Option<Vec<bool>> = ticks.into_iter().collect();
    told.map(|_| false)
}

fn tick(row: &TeamTicks, label: &str) -> Option<bool> {
    let label = folded(label);
    if label.contains("unassigned tickets") {
        row.unassigned
    } else if label.contains("assigned to other agents") {
        row.of_others
    } else {
        None
    }
}

/// The names of the teams that must be there.
fn wanted<'a>(look: &'a Look<'_>, need: &'a TeamsNeed, listed: &'a [TeamFact]) -> Vec<&'a str> {
    match need.which {
        WhichTeams::All => listed.iter().map(|team| team.name.as_str()).collect(),
        WhichTeams::Wanted => {
            let answered = look.plan.answers.wanted_teams.iter();
            answered.map(String::as_str).collect()
        }
        WhichTeams::Named => need.names.iter().map(String::as_str).collect(),
    }
}

fn without<'a, 'h>(wanted: &[&'a str], have: impl Iterator<Item = &'h str>) -> Vec<&'a str> {
    let have: BTreeSet<_> = have.map(folded).collect();
    let wanted = wanted.iter().copied();
    wanted
        .filter(|name| !have.contains(&folded(name)))
        .collect()
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

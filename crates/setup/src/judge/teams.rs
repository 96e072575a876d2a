//! Judges the agent's teams: those it belongs to, held against those the guide or the admin wants.
//!
//! Halo answers with an empty list where the agent belongs to no team and no department, and one
//! membership can open the whole list (confirmed, 2026). What counts is therefore membership;
//! where Halo does not show it, only that a wanted team is not even listed is proof.

use std::collections::BTreeSet;

use crate::facts::TeamFact;
use crate::finding::Evidence;
use crate::profile::{HeldBy, TeamsNeed, WhichTeams};

use super::look::Look;
use super::places::Place;
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
        return about.against(need.level, "no_team_visible", api, "teams-none-visible");
    }
    let member_of = look.of_agent(|agent| agent.teams.as_deref());
    let wanted = wanted(look, need, listed);
    let missing = match member_of {
        Ok(member_of) => without(&wanted, member_of.iter().map(String::as_str)),
        Err(_) => without(&wanted, listed.iter().map(|team| team.name.as_str())),
    };
    if !missing.is_empty() {
        return about
            .against(need.level, "teams_missing", api, "teams-missing")
            .names("teams", &missing);
    }
    let Ok(member_of) = member_of else {
        return about.to_confirm("teams-look").names("teams", &wanted);
    };
    if member_of.is_empty() {
        let code = "teams_missing";
        let every: Vec<_> = listed.iter().map(|team| team.name.as_str()).collect();
        return about
            .against(need.level, code, api, "teams-member-of-none")
            .names("teams", &every);
    }
    let belongs = about.passed(api, "teams-belongs");
    let verdict = if wanted.is_empty() {
        // Nobody has said which teams matter, so none can be shown to be missing.
        about.to_confirm("teams-which")
    } else {
        belongs
    };
    verdict
        .count("count", member_of.len() as u64)
        .names("teams", member_of)
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

fn without<'a>(wanted: &[&'a str], have: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let have: BTreeSet<_> = have.map(folded).collect();
    let wanted = wanted.iter().copied();
    wanted
        .filter(|name| !have.contains(&folded(name)))
        .collect()
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

//! The first page: what connecting a product takes, makes and never does, before anything is
//! asked.
//!
//! Made from the profile alone, so it speaks of everything that any choice may lead to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::profile::{Completeness, Level, Need, Profile, Side};

use super::Plan;
use super::words::{and_list, say, say_count};

/// What connecting a product takes, makes and never does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Overview {
    /// The profile's id.
    pub id: String,
    /// The product's name.
    pub product: String,
    /// Who makes it.
    pub maker: String,
    /// What the connection does, in one sentence.
    pub summary: String,
    /// What the guide says the connection is used for.
    pub uses: Vec<OverviewUse>,
    /// How long the set-up takes, in minutes.
    pub minutes: u32,
    /// What a person needs in Halo.
    pub halo_needs: Vec<String>,
    /// What a person needs in the vendor's product.
    pub vendor_needs: Vec<String>,
    /// What will be made or changed in Halo, one line each.
    pub creates: Vec<String>,
    /// What Halyard never does, one sentence each.
    pub never: Vec<String>,
    /// The product may be connected more than once; absent where it may not.
    pub several_connections: Option<String>,
    /// The guides the profile was made from.
    pub sources: Vec<OverviewSource>,
    /// What it means that only part of the guide could be read; absent where all of it was.
    pub partial: Option<String>,
    /// What of the guide could not be read, in a few words each.
    pub missing: Vec<String>,
    /// Contradictions and remarks that will be shown at their steps.
    pub notes: u32,
}

/// Something the connection is used for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OverviewUse {
    /// A few words.
    pub title: String,
    /// What it does.
    pub text: String,
}

/// A guide, with what a reader should know about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OverviewSource {
    /// Its title.
    pub title: String,
    /// Its address.
    pub link: Option<String>,
    /// When it was written or read.
    pub date: Option<String>,
    /// A remark.
    pub remark: Option<String>,
}

/// The overview of one product.
pub fn overview(profile: &Profile) -> Overview {
    let product = profile.name.as_str();
    let halo = profile.halo.first().map_or("HaloPSA", |it| it.as_str());
    let usual = [("product", product), ("halo", halo)];
    let mut mappings = profile.mappings.iter();
    let contacts = if mappings.any(|mapping| mapping.reader.is_some() || mapping.writer.is_some()) {
        "contacts-unasked"
    } else {
        "contacts"
    };
    let never = ["changes", "reads", "secret", contacts]
        .map(|what| say(&format!("overview-never-{what}"), &usual));
    let sources = profile.sources.iter().map(|source| OverviewSource {
        title: source.title.clone(),
        link: source.link.clone(),
        date: source.date.clone(),
        remark: source.remark.clone(),
    });
    let uses = profile.uses.iter().map(|it| OverviewUse {
        title: it.title.clone(),
        text: it.text.clone(),
    });
    Overview {
        id: profile.id.clone(),
        product: profile.name.clone(),
        maker: profile.maker.clone(),
        summary: profile.summary.clone(),
        uses: uses.collect(),
        minutes: profile.minutes,
        halo_needs: halo_needs(profile, &usual),
        vendor_needs: needs(&profile.needs, Side::Vendor),
        creates: creates(profile),
        never: never.to_vec(),
        several_connections: profile
            .several_connections
            .then(|| say("overview-several", &usual)),
        sources: sources.collect(),
        partial: (profile.completeness == Completeness::Partial)
            .then(|| say("overview-partial", &usual)),
        missing: profile.missing.clone(),
        notes: u32::try_from(profile.notes.len()).unwrap_or(u32::MAX),
    }
}

/// What the guide says is needed in Halo, or what the set-up needs in any case.
fn halo_needs(profile: &Profile, usual: &[(&'static str, &str)]) -> Vec<String> {
    let said = needs(&profile.needs, Side::Halo);
    if said.is_empty() {
        vec![say("overview-needs-configuration", usual)]
    } else {
        said
    }
}

fn needs(needs: &[Need], side: Side) -> Vec<String> {
    let needs = needs.iter().filter(|need| need.side == side);
    needs.map(|need| need.text.clone()).collect()
}

fn creates(profile: &Profile) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(role) = &profile.role {
        lines.push(say("overview-creates-role", &[("name", &role.name)]));
    }
    if let Some(agent) = &profile.agent {
        let key = if agent.may_use_existing {
            "overview-creates-agent-or-existing"
        } else {
            "overview-creates-agent"
        };
        lines.push(say(key, &[("name", &agent.name)]));
    }
    if let Some(application) = &profile.application {
        let values = [("name", application.name.as_str())];
        let scopes = profile.scopes.iter();
        let asked = scopes.filter(|need| need.level != Level::Forbidden);
        lines.push(say_count(
            "overview-creates-application",
            asked.count(),
            &values,
        ));
    }
    let (made, used): (Vec<_>, Vec<_>) =
        profile.ticket_types.iter().partition(|need| !need.existing);
    for (key, needs) in [
        ("overview-creates-ticket-types", made),
        ("overview-uses-ticket-types", used),
    ] {
        let titles: Vec<&str> = needs.iter().map(|need| need.title.as_str()).collect();
        if !titles.is_empty() {
            lines.push(say(key, &[("names", &and_list(&titles))]));
        }
    }
    lines.extend(profile.steps.iter().filter_map(Plan::task_made));
    for setting in &profile.settings {
        let values = [
            ("name", setting.name.as_str()),
            ("value", setting.value.as_str()),
        ];
        lines.push(say("overview-sets", &values));
    }
    lines
}

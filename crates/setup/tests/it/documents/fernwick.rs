//! What the practice tenant says for the worked example, as the program found it there.

use std::collections::BTreeMap;

use setup::facts::{
    AgentFact, Asked, Facts, HaloFound, Host, Refusal, Seen, SignIn, TeamFact, TokenFact,
};
use setup::permission::Area;

const ADDRESS: &str = "http://127.0.0.1:37711";

const TEAMS: [&str; 9] = [
    "Service Desk",
    "Second Line",
    "Field Engineers",
    "Projects",
    "Onboarding",
    "Sales",
    "Account Management",
    "Finance",
    "Internal IT",
];

/// The scenario `healthy`.
pub(super) fn healthy() -> Facts {
    let agent = AgentFact {
        id: Some(21),
        name: Some("Fernwick API".to_owned()),
        email: Some("fernwick@provider.example".to_owned()),
        is_disabled: Some(false),
        is_api_only: Some(true),
        ..AgentFact::default()
    };
    let details = AgentFact {
        teams: Some(TEAMS.map(str::to_owned).to_vec()),
        customers: Some(Vec::new()),
        ticket_types: Some(Vec::new()),
        ..agent.clone()
    };
    let team = |name: &str| TeamFact {
        name: name.to_owned(),
        department: None,
    };
    let ticket_type = |id| setup::facts::TicketTypeFact {
        id,
        name: format!("Type {id}"),
        ..Default::default()
    };
    Facts {
        host: Host::Found(HaloFound {
            address: ADDRESS.to_owned(),
            resource_server: format!("{ADDRESS}/api"),
            authorisation_server: format!("{ADDRESS}/auth"),
            tenant: Some("rehearsal".to_owned()),
            product: Some("HaloPSA".to_owned()),
            version: Some("2.236.133".to_owned()),
            hosted: Some(true),
            authorisation_elsewhere: false,
        }),
        sign_in: granted(&["edit:assets", "read:customers"]),
        me: Asked::Answered(agent),
        agent: Asked::Answered(details),
        areas: BTreeMap::from([
            (Area::Tickets, Asked::Refused(Refusal::Forbidden)),
            (Area::Customers, Asked::Answered(seen(228))),
            (Area::Assets, Asked::Answered(seen(640))),
        ]),
        teams: Asked::Answered(TEAMS.map(team).to_vec()),
        agents: Asked::Answered(seen(18)),
        customers: Asked::Answered(seen(228)),
        ticket_types: Asked::Answered((1..=14).map(ticket_type).collect()),
        ..Facts::default()
    }
}

/// The scenario `scope-not-granted`.
pub(super) fn scope_not_granted() -> Facts {
    let mut facts = Facts {
        sign_in: granted(&["edit:assets"]),
        customers: Asked::Refused(Refusal::Forbidden),
        ..healthy()
    };
    facts
        .areas
        .insert(Area::Customers, Asked::Refused(Refusal::Forbidden));
    facts
}

fn granted(scopes: &[&str]) -> SignIn {
    let asked = ["edit:assets", "read:customers"].map(str::to_owned);
    SignIn::Issued(TokenFact {
        asked: asked.into(),
        granted: Some(scopes.iter().map(ToString::to_string).collect()),
        ..TokenFact::default()
    })
}

fn seen(total: u64) -> Seen {
    Seen {
        total: Some(total),
        rows: 1,
    }
}

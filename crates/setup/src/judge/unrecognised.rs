//! Who is to blame when Halo answers `invalid_client`: a wrong Client ID, a wrong or old secret,
//! an inactive application and a wrong tenant all get the same answer.
//!
//! Ranked by public reports (the Client ID that changed on saving comes first: confirmed, 2026)
//! and by what the run itself shows: the shapes of both values, whether this Client ID ever
//! worked, where the tenant came from. Called by [`super::credentials`].

use crate::facts::{Host, Presented, Shape, TenantFact};

use super::look::Look;
use super::places::Place;
use super::suspects::Suspect;
use super::verdict::Verdict;

/// The refusal with everything that may be behind it.
pub(super) fn blame(look: &Look<'_>, verdict: Verdict) -> Verdict {
    let presented = &look.facts.presented;
    let mut suspects = by_shape(presented);
    suspects.extend(by_history(presented));
    suspects.push(tenant(look, presented));
    suspects.push(Suspect::new("cause-other-halo", 8, Place::ApiDetails));
    let verdict = match &presented.tenant {
        TenantFact::Another { told } => verdict.with("told", told),
        TenantFact::AsTold | TenantFact::Untold => verdict,
    };
    verdict.suspect(suspects)
}

fn details() -> Place {
    Place::Application("Details")
}

/// Values that do not look like what they should be; each only where it was seen.
fn by_shape(presented: &Presented) -> Vec<Suspect> {
    let (id, secret) = (presented.id_shape, presented.secret_shape);
    let exchanged = id == Shape::TwoGuids && secret == Shape::Guid;
    let same = presented.secret_is_the_id;
    let seen = [
        ("cause-same-value", 100, "clue-same-value", same),
        ("cause-exchanged", 99, "clue-exchanged", exchanged),
        (
            "cause-client-id-copy",
            95,
            "clue-id-shape",
            !exchanged && !matches!(id, Shape::Guid | Shape::NotLooked),
        ),
        (
            "cause-secret-cut",
            90,
            "clue-secret-shape",
            !exchanged && !same && matches!(secret, Shape::Part | Shape::Guid | Shape::Empty),
        ),
    ];
    let seen = seen.into_iter().filter(|(.., seen)| *seen);
    seen.map(|(key, weight, clue, _)| {
        Suspect::new(key, weight, details()).clue_if(true, weight, clue)
    })
    .collect()
}

/// What a Client ID that has worked before, and what Halo said, make likelier or less likely.
fn by_history(presented: &Presented) -> [Suspect; 4] {
    let worked = presented.worked_before;
    let said = presented.said.as_deref().unwrap_or_default();
    // Halo's server software says so where it does not know the Client ID, and speaks of the
    // credentials where it knows the ID (inferred, 2026).
    let names_the_id = said.contains("client_id");
    let names_the_credentials = !names_the_id && said.contains("credentials");
    let odd_secret = presented.secret_shape == Shape::Other;
    [
        Suspect::new("cause-client-id-changed", 60, details())
            .clue_if(names_the_id, 82, "clue-said-id")
            .less_if(worked, 20),
        Suspect::new("cause-secret-mistyped", 45, details())
            .clue_if(odd_secret, 55, "clue-secret-odd")
            .less_if(worked, 25)
            .clue_if(
                names_the_credentials && !worked,
                65,
                "clue-said-credentials",
            ),
        Suspect::new("cause-secret-regenerated", 30, details()).clue_if(
            worked,
            80,
            "clue-worked-before",
        ),
        Suspect::new("cause-application-inactive", 20, details()).clue_if(
            worked,
            70,
            "clue-worked-before",
        ),
    ]
}

fn tenant(look: &Look<'_>, presented: &Presented) -> Suspect {
    let (shared, known, hosted) = match &look.facts.host {
        Host::Found(halo) => (
            halo.authorisation_elsewhere,
            halo.tenant.is_some(),
            halo.hosted,
        ),
        _ => (false, false, None),
    };
    let given = &presented.tenant;
    // Where Halo names another, that one was refused as well: the tenant alone is not to blame.
    let another = matches!(given, TenantFact::Another { .. });
    Suspect::new("cause-tenant", 10, Place::ApiDetails)
        .clue_if(shared && !known, 85, "clue-shared-without-tenant")
        .clue_if(another, 50, "clue-tenant-another")
        .clue_if(*given == TenantFact::Untold, 65, "clue-tenant-untold")
        .less_if(hosted == Some(false), 3)
}

//! The products that can be connected.

use setup::plan::ProfileOrigin;
use setup::plan::asks::asks;
use setup::plan::overview::overview;
use setup::plan::pages::{PageNote, PageSource};
use setup::profile::{Level, Profile, Side};

use crate::error::CommandError;
use crate::library::{self, Known};
use crate::wire::{
    ByProfile, KeptView, Nothing, ProductList, ProductView, ProfileCard, UnusableProfile,
};
use crate::wizard::Wizard;
use crate::words;

/// The products that can be connected.
pub async fn profiles(wizard: &Wizard, _: Nothing) -> Result<ProductList, CommandError> {
    let store = wizard.store();
    let library = library::all(store).await?;
    let mut unusable = Vec::with_capacity(library.unreadable.len());
    for one in library.unreadable {
        unusable.push(UnusableProfile {
            why: words::say_with("profile-kept-unreadable", &[("problem", &one.problem)]),
            used_by: store.users_of_profile(&one.kept.id).await?,
            id: one.kept.id,
            file: one.kept.file,
        });
    }
    Ok(ProductList {
        cards: library
            .profiles
            .iter()
            .map(|known| card(&known.profile, known.origin))
            .collect(),
        unusable,
    })
}

/// What connecting a product needs, creates, asks for and never does.
pub async fn profile_overview(
    wizard: &Wizard,
    request: ByProfile,
) -> Result<ProductView, CommandError> {
    let known = library::find(wizard.store(), &request.profile).await?;
    let kept = kept(wizard, &known).await?;
    Ok(view(&known.profile, known.origin, kept))
}

/// Everything about a product, for somebody who decides whether to begin.
pub(crate) fn view(
    profile: &Profile,
    origin: ProfileOrigin,
    kept: Option<KeptView>,
) -> ProductView {
    let notes = profile.notes.iter().map(|note| PageNote {
        text: note.text.clone(),
        sources: note
            .sources
            .iter()
            .filter_map(|id| profile.source(id))
            .map(|source| PageSource {
                title: source.title.clone(),
                link: source.link.clone(),
                date: source.date.clone(),
            })
            .collect(),
    });
    ProductView {
        overview: overview(profile),
        asks: asks(profile),
        notes: notes.collect(),
        completeness: profile.completeness,
        origin,
        kept,
    }
}

/// What is known of the kept profile of this id. There is one beside a built-in profile too where
/// it was kept before the program had one.
async fn kept(wizard: &Wizard, known: &Known) -> Result<Option<KeptView>, CommandError> {
    let store = wizard.store();
    let Some(kept) = store.kept_profile(&known.profile.id).await? else {
        return Ok(None);
    };
    Ok(Some(KeptView {
        used_by: store.users_of_profile(&kept.id).await?,
        at: kept.kept.to_string(),
        file: kept.file,
        beside_built_in: known.origin.is_built_in(),
    }))
}

/// The product as the lists show it.
pub(crate) fn card(profile: &Profile, origin: ProfileOrigin) -> ProfileCard {
    let scopes = profile.scopes.iter();
    let scopes = scopes.filter(|need| need.level != Level::Forbidden).count();
    let needs_of = |side| profile.needs.iter().any(|need| need.side == side);
    ProfileCard {
        id: profile.id.clone(),
        name: profile.name.clone(),
        maker: profile.maker.clone(),
        category: profile.category.clone(),
        summary: profile.summary.clone(),
        keywords: profile.keywords.clone(),
        uses: profile
            .uses
            .iter()
            .map(|one| format!("{}: {}", one.title, one.text))
            .collect(),
        minutes: profile.minutes,
        scopes: u32::try_from(scopes).unwrap_or(u32::MAX),
        agent: profile.agent.is_some(),
        application: profile.application.is_some(),
        vendor_side: profile.hand_over.is_some()
            || needs_of(Side::Vendor)
            || profile.steps.iter().any(|step| step.side() == Side::Vendor),
        completeness: profile.completeness,
        origin,
    }
}

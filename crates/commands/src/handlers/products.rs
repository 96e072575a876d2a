//! The products that can be connected.

use setup::plan::ProfileOrigin;
use setup::plan::overview::{Overview, overview};
use setup::profile::{Profile, built_in};

use crate::error::CommandError;
use crate::wire::{ByProfile, Nothing, ProfileCard};
use crate::wizard::{self, Wizard};

/// The products that can be connected.
pub async fn profiles(_: &Wizard, _: Nothing) -> Result<Vec<ProfileCard>, CommandError> {
    Ok(built_in::all().iter().map(card).collect())
}

/// What connecting a product needs, creates and never does.
pub async fn profile_overview(_: &Wizard, request: ByProfile) -> Result<Overview, CommandError> {
    Ok(overview(wizard::profile(&request.profile)?))
}

/// The product as the lists show it.
pub(crate) fn card(profile: &Profile) -> ProfileCard {
    ProfileCard {
        id: profile.id.clone(),
        name: profile.name.clone(),
        maker: profile.maker.clone(),
        category: profile.category.clone(),
        summary: profile.summary.clone(),
        keywords: profile.keywords.clone(),
        minutes: profile.minutes,
        completeness: profile.completeness,
        origin: ProfileOrigin::BuiltIn,
    }
}

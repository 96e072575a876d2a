//! The rehearsal tenant with what the profiles need: made here because the tenant knows no
//! product and the domain knows no tenant.
//!
//! Called by the terminal, the demo, the dev host and the tests.

use halo::{Limits, Transport};
use rehearsal::{Control, NeededTicketType, Needs, Options, Scenario, Tenant, Vendor};
use secrecy::SecretString;
use setup::permission;
use setup::plan::ProfileOrigin;
use setup::profile::{Level, Membership, PermissionNeed, built_in};
use setup::{Answers, Plan, Profile};
use store::{Store, StoreError};

use crate::library;

/// A tenant for every built-in profile, in which `profile` is the one that the scenario acts on.
/// Profiles that are not built in may be added to it by the caller.
pub fn options(profile: &Profile, scenario: Scenario) -> Options {
    let others = built_in::all()
        .iter()
        .filter(|other| other.id != profile.id);
    let needs = std::iter::once(profile).chain(others).map(needs).collect();
    Options {
        scenario,
        product: profile.id.clone(),
        ..Options::healthy(needs)
    }
}

/// How the wizard connects to a tenant that runs: its address and the credentials by profile.
#[derive(Clone)]
pub struct Practice {
    /// `http://127.0.0.1:port`.
    pub address: String,
    authority: String,
    tenant: Control,
    vendor: Vendor,
}

impl Practice {
    /// What this tenant is asked by: it trusts the tenant's own authority.
    pub fn transport(&self, limits: Limits) -> Transport {
        Transport::practising(limits, self.authority.clone())
    }

    /// Client ID and practice secret of a product, where the tenant knows it.
    pub fn credentials(&self, product: &str) -> Option<(String, SecretString)> {
        let (client_id, secret) = self.tenant.credentials(product)?;
        Some((client_id, secret.into()))
    }

    /// Where the other product's server is that stands beside the tenant.
    pub fn vendor_address(&self) -> &str {
        &self.vendor.address
    }

    /// The practice key of that server's API.
    pub fn vendor_key(&self) -> SecretString {
        self.vendor.key.clone().into()
    }

    /// The number that server gave to its integration with the tenant.
    pub fn vendor_integration(&self) -> u64 {
        self.vendor.integration
    }

    /// Adds what a profile from a file needs, so that it can be practised with too.
    pub fn welcome(&self, profile: &Profile) {
        self.tenant.add(needs(profile));
    }

    /// Adds what every profile needs that was kept from a file.
    ///
    /// # Errors
    /// When the kept profiles cannot be read.
    pub async fn welcome_kept(&self, store: &Store) -> Result<(), StoreError> {
        let known = library::all(store).await?.profiles.into_iter();
        for kept in known.filter(|one| !one.origin.is_built_in()) {
            self.welcome(&kept.profile);
        }
        Ok(())
    }
}

/// How the wizard connects to this tenant.
pub fn practice(tenant: &Tenant) -> Practice {
    Practice {
        address: tenant.running.address.clone(),
        authority: tenant.authority(),
        tenant: tenant.control(),
        vendor: tenant.vendor.clone(),
    }
}

/// What an admin of this tenant would have answered, where the scenario is about that: how many
/// customers there are, only an admin knows.
pub fn answers(options: &Options) -> Answers {
    let expected = options.scenario.info().expected;
    let is_asked = expected.is_some_and(|one| one.code == "fewer_than_expected");
    Answers {
        expected_customers: is_asked.then(|| options.customers_in_use()),
        ..Answers::default()
    }
}

/// What a profile needs of a tenant that is healthy for it.
pub fn needs(profile: &Profile) -> Needs {
    let answers = Answers {
        on_premises: Some(false),
        ..Answers::default()
    };
    let plan = Plan::make(profile.clone(), ProfileOrigin::BuiltIn, answers, None);
    let agent = profile.agent.as_ref();
    let default_team = agent.and_then(|agent| agent.default_team.as_ref());
    let default_team = default_team.map(|need| need.level);
    Needs {
        product: profile.id.clone(),
        name: profile.name.clone(),
        scopes: scopes(&plan),
        forbidden_scopes: plan
            .scopes
            .iter()
            .filter(|need| need.level == Level::Forbidden)
            .map(|need| setup::scope::normalise(&need.name))
            .collect(),
        permissions: permissions(&plan),
        api_only: agent
            .and_then(|agent| agent.api_only.as_ref())
            .map(|need| need.level != Level::Forbidden),
        administrator: plan.administrator.as_ref().is_some_and(wants_yes),
        default_team: default_team.is_some_and(|level| level != Level::Forbidden),
        no_default_team: default_team == Some(Level::Forbidden),
        department_level: plan.departments.as_ref().map(|need| level(need.membership)),
        ticket_types: plan
            .ticket_types
            .iter()
            // The tenant has ticket types of its own, any of which serves.
            .filter(|need| !need.existing)
            .map(|need| NeededTicketType {
                key: need.key.clone(),
                name: need.suggested_name.clone(),
                use_: need.used_for.clone().unwrap_or_default(),
                itil: need.itil.as_deref().and_then(itil_number),
                project_hierarchy: need.hierarchy.clone(),
            })
            .collect(),
        settings: plan
            .settings
            .iter()
            .filter_map(|need| {
                let healthy = need
                    .property_value
                    .or(need.wrong_property_value.map(|wrong| wrong + 1))?;
                Some((need.property.clone()?, healthy))
            })
            .collect(),
    }
}

/// What is ticked in the application: what a guide that lists less than all would name for the areas
/// the product reads, and last what the profile lists, since scenarios take away the last.
fn scopes(plan: &Plan) -> Vec<String> {
    let listed = |name: &str| plan.scopes.iter().any(|need| need.name == name);
    let asked = plan.wanted.scopes.iter();
    let ticked = asked.filter(|name| *name != "all" || listed(name));
    let mut ticked: Vec<_> = ticked.cloned().collect();
    ticked.sort_by_key(|name| listed(name));
    ticked
}

fn permissions(plan: &Plan) -> Vec<(String, String)> {
    plan.permissions
        .iter()
        .chain(&plan.administrator)
        .chain(&plan.all_customers)
        .map(|need| (permission::slug(&need.name), need.value.clone()))
        .collect()
}

fn wants_yes(need: &PermissionNeed) -> bool {
    need.value.eq_ignore_ascii_case("yes") && need.level != Level::Forbidden
}

/// Halo's numbers: 2 is confirmed (2026), the others follow from the order on the screen.
fn level(membership: Membership) -> u8 {
    match membership {
        Membership::Basic => 0,
        Membership::ViewAll => 1,
        Membership::ModifyAll => 2,
        Membership::Manager => 3,
    }
}

/// Halo's number of an ITIL ticket type (confirmed, 2026).
fn itil_number(name: &str) -> Option<u32> {
    let known = [
        ("incident", 1),
        ("change request", 2),
        ("service request", 3),
        ("problem", 4),
        ("request for quote", 20),
        ("advice/other", 21),
        ("projects", 22),
        ("tasks", 23),
    ];
    known
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, number)| *number)
}

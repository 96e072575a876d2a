//! Names of Halo's menus, and the pages of Halo that may be opened directly.
//!
//! A page is here only where its address was seen working on a live Halo (confirmed, 2026). The
//! pages of teams, departments, advanced settings and of one application are not known, so for
//! them there is the click path alone. The names of the menus are as reported by guides, 2024-26.

use super::Plan;

/// A page of Halo's configuration with a confirmed address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HaloPage {
    /// The list of agents.
    Agents,
    /// A role that does not exist yet.
    NewRole,
    /// "API Details".
    Api,
    /// The list of applications.
    Applications,
}

impl HaloPage {
    fn path(self) -> &'static str {
        match self {
            Self::Agents => "/config/agents/agents",
            Self::NewRole => "/config/agents/roles?id=-1",
            Self::Api => "/config/integrations/api",
            Self::Applications => "/config/integrations/api/applications",
        }
    }
}

impl Plan {
    /// The page in this customer's Halo, once its address is known.
    pub(super) fn link(&self, page: HaloPage) -> Option<String> {
        let address = &self.halo.as_ref()?.address;
        Some(format!("{}{}", address.trim_end_matches('/'), page.path()))
    }

    /// The product's name as its makers write it.
    pub(crate) fn halo_name(&self) -> &'static str {
        self.circumstances().product().as_str()
    }

    /// The menu entry with the API's details, for example "`HaloPSA API`".
    pub(crate) fn api_menu(&self) -> String {
        format!("{} API", self.halo_name())
    }
}

/// The click path under Halo's Configuration.
pub(crate) fn configuration(rest: &[&str]) -> Vec<String> {
    let start = std::iter::once(&"Configuration");
    start.chain(rest).map(ToString::to_string).collect()
}

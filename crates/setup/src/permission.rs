//! Halo's permissions: one key each, the label under which display languages show it, the values
//! it can have, and the area of Halo in which a harmless read shows it.
//!
//! Profiles name a permission by its US English label or any alias; everything else uses the
//! slug. The list itself is in [`table`]. Not here: which of them a product needs
//! ([`crate::profile`]).

use std::collections::HashMap;
use std::sync::LazyLock;

mod area;
mod table;

pub use area::Area;
pub use table::ALL;

/// A permission of Halo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    /// Halo's label, US English, for example "Tickets Access Level".
    pub name: &'static str,
    /// Other labels of the same permission, by display language or version.
    pub aliases: &'static [&'static str],
    /// The section of Halo's Permissions tab.
    pub section: Section,
    /// The values it can have, lowest first.
    pub values: &'static [&'static str],
    /// The area whose list opens with it, where a read shows it.
    pub area: Option<Area>,
}

/// A section of Halo's Permissions tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// "General Permissions"
    General,
    /// "Feature Access"
    FeatureAccess,
    /// "Tickets Permissions"
    Tickets,
    /// "Calendars and Appointment Permissions"
    Calendars,
    /// "Ticket Type Restrictions"
    TicketTypeRestrictions,
    /// "Client Restrictions"
    ClientRestrictions,
    /// "Configuration"
    Configuration,
    /// A permission whose section no guide names.
    Other,
}

impl Section {
    /// The section's title in Halo (reported, 2024: the titles printed in vendors' guides).
    pub fn title(self) -> &'static str {
        match self {
            Self::General => "General Permissions",
            Self::FeatureAccess => "Feature Access",
            Self::Tickets => "Tickets Permissions",
            Self::Calendars => "Calendars and Appointment Permissions",
            Self::TicketTypeRestrictions => "Ticket Type Restrictions",
            Self::ClientRestrictions => "Client Restrictions",
            Self::Configuration => "Configuration",
            Self::Other => "Other permissions",
        }
    }
}

impl Permission {
    /// The part of finding ids and checklist keys that names this permission.
    pub fn slug(&self) -> String {
        slug(self.name)
    }

    /// The place of a value among those this permission can have; higher allows more. Absent
    /// where the permission cannot have the value. Case and outer spaces do not matter.
    pub fn rank(&self, value: &str) -> Option<usize> {
        let value = folded(value);
        self.values.iter().position(|known| folded(known) == value)
    }

    /// Whether `has` allows at least what `needs` allows; absent where either is not a value of
    /// this permission.
    pub fn is_enough(&self, has: &str, needs: &str) -> Option<bool> {
        Some(self.rank(has)? >= self.rank(needs)?)
    }
}

/// The permission with this label or alias. Case, apostrophes and extra spaces do not matter.
pub fn find(name: &str) -> Option<&'static Permission> {
    // Every plan looks up every permission several times; a test keeps the labels apart.
    static BY_LABEL: LazyLock<HashMap<String, &'static Permission>> = LazyLock::new(|| {
        let labels = |permission: &'static Permission| {
            let labels = std::iter::once(&permission.name).chain(permission.aliases);
            labels.map(move |label| (folded(label), permission))
        };
        ALL.iter().flat_map(labels).collect()
    });
    BY_LABEL.get(&folded(name)).copied()
}

/// The permission whose level opens this area, where one is known for it.
pub(crate) fn of_area(area: Area) -> Option<&'static Permission> {
    ALL.iter().find(|permission| permission.area == Some(area))
}

/// The known label that is most like `name`, where one is alike enough to suggest.
pub fn nearest(name: &str) -> Option<&'static str> {
    let name = folded(name);
    let likeness = |label: &str| strsim::jaro_winkler(&folded(label), &name);
    ALL.iter()
        .map(|permission| {
            let labels = std::iter::once(&permission.name).chain(permission.aliases);
            (
                permission.name,
                labels.map(|label| likeness(label)).fold(0.0, f64::max),
            )
        })
        .max_by(|one, other| one.1.total_cmp(&other.1))
        .filter(|(_, likeness)| *likeness >= 0.85)
        .map(|(name, _)| name)
}

/// A label in lower case, every run of other characters than a–z and 0–9 turned into one `-`.
pub fn slug(name: &str) -> String {
    name.to_lowercase()
        .split(|letter: char| !(letter.is_ascii_lowercase() || letter.is_ascii_digit()))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn folded(text: &str) -> String {
    text.replace(['\'', '\u{2019}'], "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn slugs_are_those_of_the_contract() {
        for (name, wanted) in [
            ("Tickets Access Level", "tickets-access-level"),
            (
                "Can change a Ticket's Ticket Type",
                "can-change-a-ticket-s-ticket-type",
            ),
            ("Can Re-assign Tickets", "can-re-assign-tickets"),
            ("Can remove To-Do items", "can-remove-to-do-items"),
            ("  (Odd)  label! ", "odd-label"),
            ("Größe", "gr-e"),
        ] {
            assert_eq!(slug(name), wanted);
        }
    }

    #[test]
    fn no_label_means_two_permissions() {
        let mut labels = BTreeSet::new();
        let mut slugs = BTreeSet::new();
        for permission in ALL {
            assert!(slugs.insert(permission.slug()), "{}", permission.name);
            for label in std::iter::once(&permission.name).chain(permission.aliases) {
                assert!(labels.insert(folded(label)), "{label}");
                assert_eq!(find(label), Some(permission), "{label}");
            }
        }
    }

    #[test]
    fn names_are_found_in_every_display_language() {
        for (written, name) in [
            ("Clients Access Level", "Customers Access Level"),
            ("PRODUCTS  access level", "Items Access Level"),
            (
                "Client Contracts Access Level",
                "Customer Agreements Access Level",
            ),
            (
                "Software Licencing Access Level",
                "Software Licensing Access Level",
            ),
            (
                "Can change a Tickets Ticket Type",
                "Can change a Ticket's Ticket Type",
            ),
            (
                "Can change a Ticket\u{2019}s Ticket Type",
                "Can change a Ticket's Ticket Type",
            ),
            ("Allow use of all Clients", "Allow use of all Customers"),
        ] {
            assert_eq!(
                find(written).map(|found| found.name),
                Some(name),
                "{written}"
            );
        }
        assert_eq!(find("View Customers"), None);
        assert_eq!(find(""), None);
    }

    #[test]
    fn values_rank_from_lowest_to_highest() {
        let tickets = find("Tickets Access Level").unwrap();
        assert_eq!(tickets.rank("not set"), Some(0));
        assert!(tickets.rank("Read Only") < tickets.rank("Read and Modify"));
        assert_eq!(tickets.rank("Ready Only"), None);
        assert_eq!(tickets.rank("View (Names Only)"), None, "of customers only");
        assert_eq!(
            tickets.is_enough("Read and Modify", "Read Only"),
            Some(true)
        );
        assert_eq!(tickets.is_enough("No Access", "Read Only"), Some(false));
        assert_eq!(tickets.is_enough("Sometimes", "Read Only"), None);
        let customers = find("Customers Access Level").unwrap();
        assert!(customers.rank("View (Names Only)") < customers.rank("Read Only"));
        let timesheets = find("Timesheets Access Level").unwrap();
        assert!(
            timesheets.rank("Read only (All), Modify Own")
                < timesheets.rank("Read and Modify (All)")
        );
    }

    #[test]
    fn every_permission_has_values_and_not_set_is_the_lowest() {
        for permission in ALL {
            assert!(permission.values.len() >= 2, "{}", permission.name);
            assert_eq!(permission.rank("Not set"), Some(0), "{}", permission.name);
            let different: BTreeSet<_> = permission.values.iter().collect();
            assert_eq!(
                different.len(),
                permission.values.len(),
                "{}",
                permission.name
            );
        }
    }

    #[test]
    fn a_misspelt_name_suggests_the_right_one() {
        assert_eq!(nearest("Tickts Acess Level"), Some("Tickets Access Level"));
        assert_eq!(nearest("Frobnicate"), None);
    }

    #[test]
    fn no_two_permissions_claim_the_same_area() {
        let areas: Vec<_> = ALL
            .iter()
            .filter_map(|permission| permission.area)
            .collect();
        let different: BTreeSet<_> = areas.iter().collect();
        assert_eq!(different.len(), areas.len());
    }
}

//! Who may do what: the scopes Halo knows, what they open, and the agent's own rights.
//!
//! An effective right is what the application's scopes AND the agent's rights allow (confirmed
//! 2026). Asked by [`crate::token`] for grants and by [`crate::resources`] for each request. Not
//! here: which rows an agent sees of a list it may read; each list knows its own rule.

/// Areas of Halo that have a `read:` and an `edit:` scope.
const FAMILIES: [&str; 21] = [
    "tickets",
    "calendar",
    "customers",
    "crm",
    "contracts",
    "suppliers",
    "items",
    "projects",
    "sales",
    "quotes",
    "sos",
    "pos",
    "invoices",
    "reporting",
    "timesheets",
    "softwarelicensing",
    "software",
    "kb",
    "assets",
    "distributionlists",
    "mailcampaign",
];

const SINGLE_SCOPES: [&str; 11] = [
    "all",
    "all:standard",
    "all:teams",
    "admin",
    "admin:webhooks",
    "read:events",
    "edit:events",
    "editMine:timesheets",
    "access:chat",
    "access:adpasswordreset",
    "offline_access",
];

/// Whether Halo has a scope of this name. `read:actions`, `read:users` and `read:agents` are among
/// those it has not (confirmed 2026).
pub(crate) fn scope_exists(scope: &str) -> bool {
    SINGLE_SCOPES.contains(&scope)
        || scope
            .strip_prefix("read:")
            .or_else(|| scope.strip_prefix("edit:"))
            .is_some_and(|family| FAMILIES.contains(&family))
}

/// Whether ticking `ticked` on an application allows `asked`.
pub(crate) fn scope_covers(ticked: &str, asked: &str) -> bool {
    ticked == asked
        || ticked == "all"
        || asked == "offline_access"
        || (ticked == "all:standard" && asked != "all" && !asked.starts_with("admin"))
        // `edit:x` includes `read:x` (confirmed 2026 for tickets and assets, inferred for others).
        || edit_covers_read(ticked, asked)
}

fn edit_covers_read(ticked: &str, asked: &str) -> bool {
    matches!(
        (ticked.strip_prefix("edit:"), asked.strip_prefix("read:")),
        (Some(edit), Some(read)) if edit == read
    )
}

/// The scopes granted when `asked` is asked of an application with `ticked`; asking for `all`
/// yields whatever is ticked (confirmed 2026).
pub(crate) fn grant(ticked: &[String], asked: &[String]) -> Vec<String> {
    let mut granted: Vec<String> = Vec::new();
    for scope in asked {
        if ticked.iter().any(|ticked| scope_covers(ticked, scope)) {
            granted.push(scope.clone());
        } else if scope == "all" || scope == "all:standard" {
            granted.extend(ticked.iter().cloned());
        }
    }
    let mut seen = Vec::new();
    granted.retain(|scope| {
        let is_new = !seen.contains(scope);
        seen.push(scope.clone());
        is_new
    });
    granted
}

/// What somebody wants to do with a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Look at it.
    Read,
    /// Create, change or delete it.
    Write,
}

/// Whether the granted scopes open a family.
pub(crate) fn scopes_allow(granted: &[String], family: &str, wish: Wish) -> bool {
    let wanted = match wish {
        Wish::Read => format!("read:{family}"),
        Wish::Write => format!("edit:{family}"),
    };
    granted.iter().any(|scope| {
        scope_covers(scope, &wanted) || (family == "timesheets" && scope == "editMine:timesheets")
    })
}

/// How far an agent's access to a module goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Not set, or No Access.
    Nothing,
    /// View (Names Only).
    Names,
    /// Read Only.
    Read,
    /// Read and Modify, Yes, or any other full grant.
    Modify,
}

impl Level {
    /// The level that Halo's words for a value stand for.
    pub(crate) fn of(value: &str) -> Self {
        let value = value.trim().to_lowercase();
        if matches!(
            value.as_str(),
            "" | "not set" | "no" | "no access" | "hidden"
        ) || value.starts_with("cannot")
        {
            Self::Nothing
        } else if value.contains("names only") {
            Self::Names
        } else if value.starts_with("read only") {
            Self::Read
        } else {
            Self::Modify
        }
    }
}

/// The permissions that a scope is of no use without.
pub(crate) fn permissions_for_scope(scope: &str) -> Vec<(&'static str, &'static str)> {
    let (value, family) = match scope.split_once(':') {
        _ if scope == "all" || scope == "all:standard" => ("Read and Modify", "*"),
        Some(("read", family)) => ("Read Only", family),
        Some(("edit", family)) => ("Read and Modify", family),
        _ => return Vec::new(),
    };
    PERMISSIONS
        .iter()
        .filter(|(of, _)| family == "*" || *of == family)
        .map(|(_, slug)| (*slug, value))
        .collect()
}

/// Which permission of the agent goes with which family of scopes.
const PERMISSIONS: [(&str, &str); 22] = [
    ("tickets", "tickets-access-level"),
    ("projects", "tickets-access-level"),
    ("customers", "customers-access-level"),
    ("customers", "users-access-level"),
    ("calendar", "calendars-and-appointments-access-level"),
    ("crm", "crm-access-level"),
    ("contracts", "customer-agreements-access-level"),
    ("suppliers", "suppliers-access-level"),
    ("suppliers", "supplier-agreements-access-level"),
    ("items", "items-access-level"),
    ("sales", "sales-access-level"),
    ("quotes", "quotations-access-level"),
    ("sos", "sales-orders-access-level"),
    ("pos", "purchase-orders-access-level"),
    ("invoices", "invoices-access-level"),
    ("reporting", "reporting-access-level"),
    ("timesheets", "timesheets-access-level"),
    ("softwarelicensing", "software-licensing-access-level"),
    ("software", "software-releases-access-level"),
    ("kb", "knowledge-base-access-level"),
    ("assets", "assets-access-level"),
    ("tickets", "services-access-level"),
];

/// The scope family in which a permission's list is read, where there is one.
pub(crate) fn family_of_permission(slug: &str) -> Option<&'static str> {
    PERMISSIONS
        .iter()
        .find(|(_, of)| *of == slug)
        .map(|(family, _)| *family)
}

/// The permission that a scope family's own list is read with, where there is one.
pub(crate) fn permission_of_family(family: &str) -> Option<&'static str> {
    PERMISSIONS
        .iter()
        .find(|(of, _)| *of == family)
        .map(|(_, slug)| *slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(scopes: &[&str]) -> Vec<String> {
        scopes.iter().map(|&scope| scope.to_owned()).collect()
    }

    #[test]
    fn invented_scopes_do_not_exist() {
        for scope in [
            "read:actions",
            "edit:actions",
            "read:users",
            "read:agents",
            "read:sites",
            "read:teams",
        ] {
            assert!(!scope_exists(scope), "{scope}");
        }
        for scope in [
            "all",
            "admin:webhooks",
            "read:tickets",
            "edit:pos",
            "editMine:timesheets",
        ] {
            assert!(scope_exists(scope), "{scope}");
        }
    }

    #[test]
    fn grants_are_narrowed_to_what_is_ticked() {
        let ticked = list(&["edit:tickets", "read:customers"]);
        assert_eq!(
            grant(&ticked, &list(&["read:tickets", "edit:customers"])),
            ["read:tickets"]
        );
        assert_eq!(
            grant(&ticked, &list(&["all"])),
            ["edit:tickets", "read:customers"]
        );
        assert_eq!(
            grant(&list(&["all"]), &list(&["admin", "read:kb"])),
            ["admin", "read:kb"]
        );
        assert!(grant(&list(&["all:standard"]), &list(&["admin:webhooks"])).is_empty());
    }

    #[test]
    fn editing_includes_reading_and_not_the_other_way() {
        assert!(scopes_allow(&list(&["edit:assets"]), "assets", Wish::Read));
        assert!(!scopes_allow(
            &list(&["read:assets"]),
            "assets",
            Wish::Write
        ));
        assert!(!scopes_allow(
            &list(&["read:tickets"]),
            "customers",
            Wish::Read
        ));
    }

    #[test]
    fn halos_words_have_levels() {
        assert_eq!(Level::of("Not set"), Level::Nothing);
        assert_eq!(Level::of("View (Names Only)"), Level::Names);
        assert_eq!(Level::of("Read Only"), Level::Read);
        assert_eq!(Level::of("Read only (All), Modify Own"), Level::Read);
        assert_eq!(Level::of("Read, Create and Modify"), Level::Modify);
        assert_eq!(Level::of("Yes"), Level::Modify);
        assert_eq!(Level::of("No"), Level::Nothing);
    }
}

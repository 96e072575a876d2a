//! Halo's scopes: which exist, which include others, and which one a misspelt name may mean.
//!
//! A scope is what an API application is allowed to ask for; what it gets is further narrowed by
//! its agent's permissions. Read by the check of profiles and by judging. Not here: which scopes
//! a product needs ([`crate::profile`]).

/// The scopes of Halo's Permissions tab of an application, as it shows them (reported, 2026), and
/// `offline_access` of `OpenID` Connect, which Halo issues without showing it (confirmed, 2026-09).
pub const ALL: &[&str] = &[
    "all",
    "all:standard",
    "all:teams",
    "admin",
    "admin:webhooks",
    "read:tickets",
    "edit:tickets",
    "read:calendar",
    "edit:calendar",
    "read:customers",
    "edit:customers",
    "read:crm",
    "edit:crm",
    "read:contracts",
    "edit:contracts",
    "read:suppliers",
    "edit:suppliers",
    "read:items",
    "edit:items",
    "read:projects",
    "edit:projects",
    "read:sales",
    "edit:sales",
    "read:quotes",
    "edit:quotes",
    "read:sos",
    "edit:sos",
    "read:pos",
    "edit:pos",
    "read:invoices",
    "edit:invoices",
    "read:reporting",
    "edit:reporting",
    "read:timesheets",
    "edit:timesheets",
    "editMine:timesheets",
    "read:softwarelicensing",
    "edit:softwarelicensing",
    "read:software",
    "edit:software",
    "read:kb",
    "edit:kb",
    "read:assets",
    "edit:assets",
    "read:distributionlists",
    "edit:distributionlists",
    "read:mailcampaign",
    "edit:mailcampaign",
    "read:events",
    "edit:events",
    "access:chat",
    "access:adpasswordreset",
    "offline_access",
];

/// Names that guides print and Halo does not have, with the scope that covers what they mean;
/// `None` where no scope is needed.
///
/// `read:users`, `read:actions`, `edit:actions` and `read:agents` were refused by a live tenant,
/// where a customer's users go with customers and actions with tickets (confirmed, 2026-05);
/// looking up agents and teams needs no scope of its own on one tenant (confirmed, 2026-07), and
/// was refused on a narrow scope by another (confirmed, 2026). The others are
/// asked for by guides only.
const TRAPS: &[(&str, Option<&str>)] = &[
    ("read:actions", Some("read:tickets")),
    ("edit:actions", Some("edit:tickets")),
    ("write:tickets", Some("edit:tickets")),
    ("delete:tickets", Some("edit:tickets")),
    ("read:users", Some("read:customers")),
    ("edit:users", Some("edit:customers")),
    ("read:sites", Some("read:customers")),
    ("edit:sites", Some("edit:customers")),
    ("read:clients", Some("read:customers")),
    ("edit:clients", Some("edit:customers")),
    ("write:customers", Some("edit:customers")),
    ("read:webhooks", Some("admin:webhooks")),
    ("write:webhooks", Some("admin:webhooks")),
    ("edit:webhooks", Some("admin:webhooks")),
    ("read:agents", None),
    ("read:teams", None),
];

/// Words of guides for what a scope allows, beside Halo's own `read` and `edit`.
const VERBS: &[(&str, &str)] = &[
    ("view", "read"),
    ("get", "read"),
    ("list", "read"),
    ("write", "edit"),
    ("update", "edit"),
    ("modify", "edit"),
    ("create", "edit"),
    ("delete", "edit"),
    ("manage", "edit"),
];

/// Words of guides for what a scope is about, with Halo's own: other display languages, other
/// products, and parts that go with the whole.
const NOUNS: &[(&str, &str)] = &[
    ("client", "customers"),
    ("clients", "customers"),
    ("customer", "customers"),
    ("companies", "customers"),
    ("organisations", "customers"),
    ("organizations", "customers"),
    ("user", "customers"),
    ("users", "customers"),
    ("contacts", "customers"),
    ("site", "customers"),
    ("sites", "customers"),
    ("ticket", "tickets"),
    ("action", "tickets"),
    ("actions", "tickets"),
    ("asset", "assets"),
    ("devices", "assets"),
    ("contract", "contracts"),
    ("agreements", "contracts"),
    ("item", "items"),
    ("product", "items"),
    ("products", "items"),
    ("supplier", "suppliers"),
    ("vendors", "suppliers"),
    ("invoice", "invoices"),
    ("quote", "quotes"),
    ("quotations", "quotes"),
    ("opportunities", "sales"),
    ("salesorders", "sos"),
    ("purchaseorders", "pos"),
    ("report", "reporting"),
    ("reports", "reporting"),
    ("timesheet", "timesheets"),
    ("appointments", "calendar"),
    ("calendars", "calendar"),
    ("project", "projects"),
    ("articles", "kb"),
    ("knowledgebase", "kb"),
    ("licences", "softwarelicensing"),
    ("licenses", "softwarelicensing"),
    ("subscriptions", "softwarelicensing"),
    ("event", "events"),
];

/// Whether Halo has a scope of exactly this name.
pub fn exists(name: &str) -> bool {
    ALL.contains(&name)
}

/// Whether an application that was granted `granted` can do what `needed` stands for.
///
/// - A scope includes itself.
/// - `all` includes every scope of Halo, since it allows what the agent may do (reported). It
///   does not include `offline_access`, which is not about Halo's data.
/// - `all:standard` includes all that is not administrator level (reported), taken here as every
///   `read:`, `edit:`, `editMine:` and `access:` scope. Whether it includes `all:teams` is not
///   known and therefore not assumed.
/// - `edit:x` includes `read:x`: confirmed for tickets and assets (2026-05), inferred for others.
/// - `edit:timesheets` includes `editMine:timesheets` (inferred from the names).
/// - `admin` includes `admin:webhooks` (reported: guides ask for it where the latter is not
///   shown).
pub fn includes(granted: &str, needed: &str) -> bool {
    if granted == needed {
        return true;
    }
    match granted {
        "all" => exists(needed) && needed != "offline_access",
        "all:standard" => {
            exists(needed)
                && ["read:", "edit:", "editMine:", "access:"]
                    .iter()
                    .any(|kind| needed.starts_with(kind))
        }
        "admin" => needed == "admin:webhooks",
        _ => granted.strip_prefix("edit:").is_some_and(|area| {
            needed
                .strip_prefix("read:")
                .or_else(|| needed.strip_prefix("editMine:"))
                == Some(area)
        }),
    }
}

/// Whether any of the granted scopes includes `needed`.
pub fn any_includes<'a>(granted: impl IntoIterator<Item = &'a str>, needed: &str) -> bool {
    granted.into_iter().any(|scope| includes(scope, needed))
}

/// A scope as written in a guide, in Halo's own spelling: "read: tickets", "Admin:webhooks" and
/// "read.tickets" are real examples. A name that Halo does not have comes back tidied, in lower
/// case.
pub fn normalise(written: &str) -> String {
    let tidy: String = written
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect::<String>()
        .replace('.', ":");
    ALL.iter()
        .find(|known| known.eq_ignore_ascii_case(&tidy))
        .map_or_else(|| tidy.to_lowercase(), |known| (*known).to_owned())
}

/// The scope that a name Halo does not have most likely means; itself where Halo has it. For a
/// suggestion only: a profile or a request is never changed by it.
pub fn nearest(name: &str) -> Option<&'static str> {
    let name = normalise(name);
    if let Some(known) = ALL.iter().find(|known| **known == name) {
        return Some(known);
    }
    if let Some((_, meant)) = TRAPS.iter().find(|(trap, _)| *trap == name) {
        return *meant;
    }
    if let Some(meant) = in_halos_words(&name) {
        return Some(meant);
    }
    ALL.iter()
        .filter_map(|known| Some((*known, distance(known, &name)?)))
        .min_by_key(|(_, distance)| *distance)
        .map(|(known, _)| known)
}

/// How many letters apart two names are; none where too many for one to be a slip for the other.
/// Each half counts for itself, since all names share few first halves.
fn distance(known: &str, name: &str) -> Option<usize> {
    let halves = |name: &'_ str| {
        let (verb, noun) = name.split_once(':').unwrap_or((name, ""));
        (verb.to_owned(), noun.to_owned())
    };
    let ((verb, noun), (other_verb, other_noun)) = (halves(known), halves(name));
    let apart = |one: &str, other: &str| {
        let distance = strsim::damerau_levenshtein(one, other);
        (distance <= (one.len() / 3).max(1)).then_some(distance)
    };
    Some(apart(&verb, &other_verb)? + apart(&noun, &other_noun)?)
}

/// The scope that other words for the same say: `write:clients` is `edit:customers`.
fn in_halos_words(name: &str) -> Option<&'static str> {
    let word = |table: &[(&'static str, &'static str)], word: &str| {
        let found = table.iter().find(|(other, _)| *other == word);
        found.map(|(_, own)| *own)
    };
    let (verb, noun) = name.split_once([':', '_', '-', '/'])?;
    // "tickets:read" has the same two words the other way round.
    let (verb, noun) = match noun {
        "read" | "edit" => (noun, verb),
        other if word(VERBS, other).is_some() => (noun, verb),
        _ => (verb, noun),
    };
    let verb = word(VERBS, verb).unwrap_or(verb);
    let noun = word(NOUNS, noun).unwrap_or(noun);
    let meant = format!("{verb}:{noun}");
    ALL.iter().find(|known| **known == meant).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_is_that_of_the_permissions_tab_and_offline_access() {
        let different: BTreeSet<_> = ALL.iter().collect();
        assert_eq!(different.len(), ALL.len());
        assert_eq!(ALL.len(), 53);
    }

    #[test]
    fn no_trap_is_a_scope_and_every_answer_is_one() {
        for (trap, meant) in TRAPS {
            assert!(!exists(trap), "{trap}");
            assert!(meant.is_none_or(exists), "{trap}");
        }
    }

    #[test]
    fn wider_scopes_include_narrower_ones_and_never_the_other_way_round() {
        for (granted, needed) in [
            ("all", "all:standard"),
            ("all", "all:teams"),
            ("all", "admin:webhooks"),
            ("all", "edit:tickets"),
            ("all:standard", "edit:tickets"),
            ("all:standard", "access:chat"),
            ("edit:tickets", "read:tickets"),
            ("edit:timesheets", "read:timesheets"),
            ("edit:timesheets", "editMine:timesheets"),
            ("admin", "admin:webhooks"),
        ] {
            assert!(includes(granted, needed), "{granted} includes {needed}");
            assert!(
                !includes(needed, granted),
                "{needed} does not include {granted}"
            );
        }
        for (granted, needed) in [
            ("all:standard", "admin:webhooks"),
            ("all:standard", "all:teams"),
            ("edit:tickets", "read:customers"),
            ("edit:software", "read:softwarelicensing"),
            ("all", "read:users"),
            ("all", "offline_access"),
            ("all:teams", "read:tickets"),
        ] {
            assert!(
                !includes(granted, needed),
                "{granted} does not include {needed}"
            );
        }
        assert!(ALL.iter().all(|name| includes(name, name)));
        assert!(any_includes(["read:kb", "edit:assets"], "read:assets"));
        assert!(!any_includes([], "read:assets"));
    }

    #[test]
    fn spellings_of_guides_become_halos_own() {
        for (written, name) in [
            ("read: tickets", "read:tickets"),
            (" all: teams ", "all:teams"),
            ("Admin:webhooks", "admin:webhooks"),
            ("read.tickets", "read:tickets"),
            ("editmine:timesheets", "editMine:timesheets"),
            ("OFFLINE_ACCESS", "offline_access"),
            ("Read:Users", "read:users"),
        ] {
            assert_eq!(normalise(written), name, "{written}");
        }
    }

    #[test]
    fn a_name_halo_does_not_have_suggests_what_it_means() {
        for (name, meant) in [
            ("read:clients", Some("read:customers")),
            ("write:tickets", Some("edit:tickets")),
            ("read:users", Some("read:customers")),
            ("delete:tickets", Some("edit:tickets")),
            ("read:actions", Some("read:tickets")),
            ("write:webhooks", Some("admin:webhooks")),
            ("read: tickets", Some("read:tickets")),
            ("read:ticket", Some("read:tickets")),
            ("read:agents", None),
            ("something else entirely", None),
            ("", None),
        ] {
            assert_eq!(nearest(name), meant, "{name}");
        }
    }
}

//! What people write into a name that is no part of it: "ZZ -", "(old)", "- DO NOT USE", account codes.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Whether a part of a name set apart by brackets or dashes is a note or a code. The words are folded.
pub(crate) fn is_note(words: &[&str]) -> bool {
    !words.is_empty()
        && words.iter().any(|word| tells(word))
        && words
            .iter()
            .all(|word| tells(word) || FILLING.contains(word))
}

/// Whether a part tells that the company is no longer dealt with.
pub(crate) fn is_retired(words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| ENDED.contains(word) || *word == "administration")
        || words
            .windows(2)
            .any(|pair| matches!(pair, ["not" | "dont", "use"]))
}

/// Whether the word alone makes a note of the part it stands in.
fn tells(word: &str) -> bool {
    NOTES.contains(word) || is_code(word)
}

/// The words that make a note, to be looked up.
static NOTES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| ENDED.iter().chain(TELLING).copied().collect());

/// An account code: digits, or letters and digits mixed, "1023", "c1023", "acm001".
pub(crate) fn is_code(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits >= 2 && (digits == word.len() || word.len() >= 4)
}

/// Marks at the very beginning that need nothing to set them apart.
pub(crate) fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "zz" | "zzz" | "zzzz" | "xx" | "xxx" | "xxxx" | "zx" | "zy"
    )
}

/// Words that tell that the company is no longer dealt with, and are no part of a name.
const ENDED: &[&str] = &[
    "old",
    "inactive",
    "closed",
    "duplicate",
    "dupe",
    "dup",
    "archived",
    "archive",
    "terminated",
    "ceased",
    "dissolved",
    "dormant",
    "former",
    "formerly",
    "deleted",
    "delete",
    "obsolete",
    "expired",
    "cancelled",
    "canceled",
    "left",
    "lost",
    "offboarded",
    "zz",
    "zzz",
    "zzzz",
    "disabled",
    "dnu",
    "ex",
    "liquidation",
];

/// Words that are no part of a name and tell nothing of its end.
const TELLING: &[&str] = &[
    "offboarding",
    "onboarding",
    "onboarded",
    "xx",
    "xxx",
    "new",
    "active",
    "live",
    "test",
    "demo",
    "prospect",
    "lead",
    "trial",
    "vip",
    "msp",
    "managed",
    "unmanaged",
    "contract",
    "payg",
    "adhoc",
    "hold",
    "stop",
    "use",
    "copy",
    "merged",
    "merge",
    "migrated",
    "migrating",
    "temp",
    "temporary",
    "pending",
    "ref",
    "acct",
    "account",
    "customer",
    "client",
    "gold",
    "silver",
    "bronze",
    "platinum",
    "ayce",
    "main",
    "primary",
    "current",
    "existing",
    "cust",
    "supplier",
    "vendor",
    "paying",
    "nonpaying",
    "internal",
    "legacy",
    "key",
    "tbc",
    "tbd",
    "check",
    "billing",
    "backup",
    "support",
    "monitored",
    "sla",
    "m365",
    "o365",
    "csp",
    "do",
    "dont",
    "hq",
    "tenant",
    "id",
    "no",
    "site",
];

/// Words that a note may hold beside those that make it one.
const FILLING: &[&str] = &[
    "not",
    "in",
    "on",
    "the",
    "of",
    "to",
    "this",
    "one",
    "see",
    "was",
    "is",
    "from",
    "since",
    "as",
    "by",
    "only",
    "please",
    "t",
    "and",
    "a",
    "with",
    "be",
    "removed",
    "administration",
    "duplicated",
    "number",
    "now",
    "for",
    "record",
    "entry",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_told_from_names() {
        let note = |text: &str| is_note(&text.split(' ').collect::<Vec<_>>());
        for text in [
            "old",
            "do not use",
            "zz",
            "c1023",
            "10023",
            "acm001",
            "managed",
            "duplicate do not use",
            "on hold",
            "inactive 2021",
        ] {
            assert!(note(text), "{text}");
        }
        for text in [
            "leeds",
            "uk",
            "holdings",
            "ibm",
            "north america",
            "3m",
            "office",
            "of the",
        ] {
            assert!(!note(text), "{text}");
        }
    }

    #[test]
    fn retired_rows_are_known() {
        let retired = |text: &str| is_retired(&text.split(' ').collect::<Vec<_>>());
        assert!(retired("do not use") && retired("old") && !retired("vip"));
    }
}

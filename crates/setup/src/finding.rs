//! A finding: one answer about the customer's set-up, as `check --json`, the window and the
//! report show it.
//!
//! [`crate::judge`] makes findings; the words for a code are in the text catalogue
//! ([`crate::text`]). Not here: errors, which mean that Halyard could not look.
//!
//! | id | codes on `failed` and `warning` |
//! |---|---|
//! | `address` | `not_an_address` `not_https` `unreachable` `name_not_found` `tls_untrusted` `tls_expired` `tls_wrong_host` `not_halo` `redirected_elsewhere` `timed_out` `too_large` `proxy_refused`; `api_not_found` (a token was issued, and every request with it is a 404) |
//! | `credentials` | `client_not_recognised` `grant_not_allowed` `scope_refused` `no_scope_granted` `not_json` `clock_skew`; `wrong_tenant` (a token was issued with the tenant that Halo itself names), `refused` (any other OAuth refusal), `keychain_closed`, `no_secret`, `server_not_confirmed` |
//! | `scope:<name>` | `scope_does_not_exist` `not_granted` `forbidden_scope_granted`; `refused` (it is granted, and the list it is for is refused, where no permission is known for that list) |
//! | `scopes.excess` | `more_than_needed` |
//! | `agent.identity` | `signed_out` `disabled`; `refused` (a token was issued, and every request with it is refused) |
//! | `agent.api_only` | `not_api_only` `must_not_be_api_only` |
//! | `agent.administrator` | `is_administrator` `not_administrator` |
//! | `agent.default_team` | `no_default_team`; `has_default_team` (where the guide wants none) |
//! | `agent.teams` | `no_team_visible` `teams_missing` |
//! | `agent.departments` | `department_missing` `membership_too_low` |
//! | `agent.customers` | `no_customer_visible` `restricted` `fewer_than_expected` |
//! | `permission:<slug>` | `refused` (also where the guide names the scope alone) `too_low`; `more_than_needed` (where the guide rules it out) |
//! | `ticket-type:<key>` | `missing` `wrong_use` `hidden_from_agents` (a warning) `mandatory_fields` |
//! | `setting:<key>` | `wrong_value` |
//! | `vendor:<key>` | none: a person looks. `agent-work-hours` and `other-permissions` stand for what Halo's API does not show, `team-ticks` for the ticks beside the agent's teams, `halo-product` for a Halo of a product that the guide does not name |
//!
//! `unknown` carries `server_error`, `timed_out`, `rate_limited`, `not_permitted` or
//! `not_readable`; `passed` and `to_confirm` carry none.

mod code;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use code::{CARRIED, Code, UNCHECKED, carries, family};

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// What it is about, for example `permission:tickets-access-level`.
    pub id: String,
    /// The answer.
    pub status: Status,
    /// The kind of trouble; absent when it passed.
    pub code: Option<String>,
    /// How it was learned.
    pub evidence: Evidence,
    /// A headline.
    pub title: String,
    /// What is wrong, or what was seen.
    pub detail: String,
    /// Why it matters for this product, where the guide says so.
    pub why: Option<String>,
    /// What to do. Always there on `failed`, `warning` and `to_confirm`.
    pub fix: Option<Fix>,
}

/// What to do about a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Fix {
    /// What to do, as sentences; complete without the fields below.
    pub text: String,
    /// Where to click.
    pub path: Vec<String>,
    /// The page to open in Halo or at the vendor.
    pub link: Option<String>,
    /// Where several causes look alike: each of them, the likeliest first by what the check saw.
    /// To be shown in place of `text`, which holds the same as sentences.
    #[serde(default)]
    pub causes: Vec<PossibleCause>,
    /// What the product's guide adds; in `text` as well.
    #[serde(default)]
    pub advice: Option<String>,
}

/// One of several causes that Halo words alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PossibleCause {
    /// Its name, for example `client-id-changed`; stable, for whoever reads the JSON.
    pub id: String,
    /// The cause, as a headline.
    pub title: String,
    /// What the check saw that speaks for it, where it saw something.
    pub clue: Option<String>,
    /// How to tell whether it is this one.
    pub tell: String,
    /// What to do if it is.
    pub remedy: String,
    /// Where to click.
    pub path: Vec<String>,
    /// The page to open in Halo.
    pub link: Option<String>,
}

/// The answer a finding gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Proved just now, or confirmed by the admin.
    Passed,
    /// Proved wrong just now.
    Failed,
    /// Works, but should not stay so.
    Warning,
    /// The API cannot tell; the admin must look.
    ToConfirm,
    /// Could not be checked this time.
    Unknown,
}

/// How a finding was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Halo said it.
    Api,
    /// A call that needs it worked or was refused.
    Behaviour,
    /// The admin said so.
    Confirmed,
    /// Nothing.
    None,
}

/// A value that the words of a finding mention.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A count, so that the words can say "1 team" and "3 teams".
    Count(u64),
}

/// How many findings have which status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Summary {
    /// Proved.
    pub passed: u32,
    /// Proved wrong.
    pub failed: u32,
    /// Should not stay so.
    pub warning: u32,
    /// For the admin to look at.
    pub to_confirm: u32,
    /// Could not be checked.
    pub unknown: u32,
}

impl Summary {
    /// Counts findings by status.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut summary = Self::default();
        for finding in findings {
            *match finding.status {
                Status::Passed => &mut summary.passed,
                Status::Failed => &mut summary.failed,
                Status::Warning => &mut summary.warning,
                Status::ToConfirm => &mut summary.to_confirm,
                Status::Unknown => &mut summary.unknown,
            } += 1;
        }
        summary
    }
}

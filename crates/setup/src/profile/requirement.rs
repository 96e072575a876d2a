//! What every requirement has: how strongly it is asked for, when, under which condition and by
//! which guide; and the choices that conditions refer to.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::HaloProduct;

/// Defines a requirement: the given fields and those that every requirement has.
macro_rules! requirement {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            /// How strongly it is asked for.
            #[serde(default)]
            pub level: Level,
            /// Why the product needs it, as a full sentence.
            #[serde(default)]
            pub reason: Option<String>,
            /// The guide it comes from.
            #[serde(default)]
            pub source: Option<String>,
            /// When it applies; always, where absent.
            #[serde(default, rename = "if")]
            pub condition: Option<Condition>,
            /// When in the life of the connection it holds.
            #[serde(default)]
            pub phase: Phase,
            /// How it is taken back afterwards, as a sentence, for a phase that ends.
            #[serde(default)]
            pub clean_up: Option<String>,
            /// What other guides say of it. Shown beside it, never hidden.
            #[serde(default)]
            pub differs: Vec<Differing>,
        }
    };
}

/// How strongly something is asked for.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Deserialize,
    Serialize,
    JsonSchema,
    ts_rs::TS,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Does not work without it.
    #[default]
    Required,
    /// The guide advises it.
    Recommended,
    /// Needed for some uses only.
    Optional,
    /// Must not be so.
    Forbidden,
}

/// When in the life of the connection a requirement holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// From set-up on, for as long as the connection lives.
    #[default]
    Running,
    /// During set-up only; to be taken back afterwards.
    SetUpOnly,
    /// While testing only.
    TestOnly,
    /// When the connection is taken out.
    Removal,
}

/// What another guide says of the same thing.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Differing {
    /// The other guide.
    pub source: String,
    /// What it says, in a few words, for example "Read and Modify".
    pub says: String,
}

/// When a requirement applies: all of the given parts must hold.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// A choice of the admin: `choice-id = "option-id"`.
    #[serde(default)]
    pub choice: BTreeMap<String, String>,
    /// The admin chose another option: `choice-id = "option-id"`.
    #[serde(default)]
    pub not_choice: BTreeMap<String, String>,
    /// `true` for hosted Halo only, `false` for on-premises only.
    #[serde(default)]
    pub hosted: Option<bool>,
    /// For this Halo product only.
    #[serde(default)]
    pub halo: Option<HaloProduct>,
    /// From this Halo version on, for example `2.143.23`.
    #[serde(default)]
    pub from_version: Option<String>,
    /// Only before this Halo version, for example `2.100`.
    #[serde(default)]
    pub before_version: Option<String>,
    /// For Halos shown in this language only. Halyard asks the admin which it is.
    #[serde(default)]
    pub language: Option<DisplayLanguage>,
}

/// The words that a Halo shows: its display language changes the names of permissions and menus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DisplayLanguage {
    /// US English: Customers, Items, Vendors.
    EnUs,
    /// UK English: Clients, Products, Suppliers.
    EnGb,
}

impl DisplayLanguage {
    /// The choice that asks for it, made where a condition needs it.
    pub const CHOICE: &str = "halo-language";
    /// All of them; the first is what a Halo is taken for.
    pub const ALL: [Self; 2] = [Self::EnUs, Self::EnGb];

    /// The option that stands for it.
    pub fn option(self) -> &'static str {
        match self {
            Self::EnUs => "en-us",
            Self::EnGb => "en-gb",
        }
    }
}

/// A choice the admin makes before the plan is made, for example which features to use.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Name used by conditions.
    pub id: String,
    /// The question.
    pub question: String,
    /// A hint below the question.
    #[serde(default)]
    pub hint: Option<String>,
    /// The possible answers; the first is the default.
    pub options: Vec<ChoiceOption>,
}

/// One possible answer of a [`Choice`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Name used by conditions.
    pub id: String,
    /// The words of the answer.
    pub label: String,
    /// What it means.
    #[serde(default)]
    pub hint: Option<String>,
}

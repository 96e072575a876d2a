//! The vendor's side: the symptoms that the guide's troubleshooting section knows. The form is in
//! [`super::form`], the steps are in [`super::task`], what is mapped is in [`super::mapping`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A symptom of the guide's troubleshooting section and the finding that it is.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trouble {
    /// What a person sees in the vendor's product.
    pub symptom: String,
    /// Findings whose failure causes it; a `*` at the end stands for any ending.
    pub findings: Vec<String>,
    /// What the guide says helps, in order.
    pub fix: Vec<String>,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

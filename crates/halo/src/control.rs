//! A few of Halo's own settings, by property name (`Control`, some 4,000 properties).
//!
//! Deliberately not here: what a setting should be. The numbers behind most labels are not
//! public.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    errand::Errand,
    error::HaloError,
    halo::{Halo, unexpected},
    tolerant,
};

/// The value of one setting.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// A whole number, also where it is written as a text.
    Whole(i64),
    /// Another number.
    Number(f64),
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
}

/// The settings asked for, as far as Halo sent them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Control {
    settings: BTreeMap<String, Setting>,
}

impl Control {
    /// The value of the property `name`; `None` where Halo did not send it, or sent null.
    pub fn get(&self, name: &str) -> Option<&Setting> {
        self.settings.get(&name.to_ascii_lowercase())
    }

    /// The properties that came, in lower case.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.settings.keys().map(String::as_str)
    }
}

impl Halo {
    /// Reads the settings and keeps the properties called `names`; upper and lower case are
    /// not told apart.
    pub async fn control(&self, errand: &Errand, names: &[&str]) -> Result<Control, HaloError> {
        let Value::Object(fields) = self.get(errand, "Control", &[]).await? else {
            return Err(unexpected());
        };
        let wanted = |name: &str| names.iter().any(|asked| asked.eq_ignore_ascii_case(name));
        let settings = fields
            .into_iter()
            .filter(|(name, _)| wanted(name))
            .filter_map(|(name, value)| Some((name.to_ascii_lowercase(), setting(value)?)))
            .collect();
        Ok(Control { settings })
    }
}

fn setting(value: Value) -> Option<Setting> {
    if let Some(whole) = tolerant::whole_number(&value) {
        return Some(Setting::Whole(whole));
    }
    match value {
        Value::Number(number) => number.as_f64().map(Setting::Number),
        Value::String(text) => Some(Setting::Text(text)),
        Value::Bool(flag) => Some(Setting::Flag(flag)),
        _ => None,
    }
}

//! What the guides behind the built-in profiles ask for, one row a sentence, so that nothing of
//! them is lost when a profile is edited.
//!
//! A row is the product, the guide's demand in our own words, and what proves that the profile
//! carries it. What every guide asks for alike (select New, see that Active is ticked, copy the
//! secret while it is shown, the Client ID after saving, and so on) is in the steps of the plan
//! and not in the profiles; the plans of `planning::snapshots` show it.

mod hudu;
mod humanizeit;
mod moovila;
mod rewst;

use setup::profile::{Level, Profile, Side, StepTime, built_in};

type Row = (&'static str, fn(&Profile) -> bool);

#[track_caller]
fn carries(id: &str, rows: &[Row]) {
    let profile = built_in::find(id).expect("a built-in profile");
    let missing: Vec<_> = rows
        .iter()
        .filter(|(_, holds)| !holds(profile))
        .map(|(demand, _)| *demand)
        .collect();
    assert!(missing.is_empty(), "{id} lost: {missing:#?}");
}

/// Every word somewhere in the profile, wherever it stands.
fn says(profile: &Profile, words: &[&str]) -> bool {
    let text = serde_json::to_string(profile)
        .expect("a profile is data")
        .to_lowercase();
    words.iter().all(|word| text.contains(&word.to_lowercase()))
}

fn permission(profile: &Profile, name: &str, value: &str) -> bool {
    let needs = &profile.permissions;
    needs
        .iter()
        .any(|need| need.name == name && need.value == value && need.level == Level::Required)
}

fn scopes(profile: &Profile) -> Vec<&str> {
    profile
        .scopes
        .iter()
        .map(|need| need.name.as_str())
        .collect()
}

fn labels(profile: &Profile) -> Vec<&str> {
    let form = profile.hand_over.iter().flat_map(|form| &form.fields);
    form.map(|field| field.label.as_str()).collect()
}

fn step(profile: &Profile, key: &str, side: Side, at: StepTime, words: &[&str]) -> bool {
    profile.steps.iter().any(|step| {
        let text = step.actions.join(" ").to_lowercase();
        step.key == key
            && step.side() == side
            && step.at() == at
            && words.iter().all(|word| text.contains(&word.to_lowercase()))
    })
}

fn trouble(profile: &Profile, symptom: &str, finding: &str, fix: &str) -> bool {
    profile.troubleshooting.iter().any(|trouble| {
        trouble.symptom.contains(symptom)
            && trouble.findings.iter().any(|id| id == finding)
            && trouble.fix.join(" ").contains(fix)
    })
}

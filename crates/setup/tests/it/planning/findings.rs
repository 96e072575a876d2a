//! Every finding belongs to a task, so that the hub can lead to it.

use std::collections::BTreeSet;

use setup::profile::StepKind;

use super::invented::{everything, hosted, plan};
use super::pages::all_plans;

#[test]
fn every_finding_of_a_plan_belongs_to_a_step() {
    let plan = plan(everything(), Some(hosted()));
    let steps = plan.steps();
    let patterns: BTreeSet<String> = steps
        .iter()
        .filter(|step| step.kind != StepKind::Proof)
        .flat_map(|step| step.findings.clone())
        .collect();
    let covered = |id: &str| {
        patterns
            .iter()
            .any(|pattern| match pattern.strip_suffix('*') {
                Some(start) => id.starts_with(start),
                None => pattern == id,
            })
    };
    for id in setup::profile::finding_ids(&plan.profile) {
        let elsewhere =
            id == "vendor:leave" || id == "vendor:firewall" || id == "vendor:itsm-switch";
        assert!(covered(&id) || elsewhere, "{id} belongs to no step");
    }
}

#[test]
fn every_finding_that_judging_makes_belongs_to_a_step() {
    for plan in all_plans() {
        let steps = plan.steps();
        let patterns: Vec<&String> = steps
            .iter()
            .filter(|step| step.kind != StepKind::Proof)
            .flat_map(|step| &step.findings)
            .collect();
        for finding in setup::judge::judge(&plan, &setup::Facts::default()) {
            let covered = patterns
                .iter()
                .any(|pattern| match pattern.strip_suffix('*') {
                    Some(start) => finding.id.starts_with(start),
                    None => **pattern == finding.id,
                });
            assert!(
                covered,
                "{}: {} belongs to no step",
                plan.profile.id, finding.id
            );
        }
    }
}

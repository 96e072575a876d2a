//! Each kind of condition, met and not met, and not known.

use setup::Answers;
use setup::facts::HaloFound;
use setup::plan::Plan;

use super::invented::{answered, chose, everything, hosted, plan};

fn vendor_steps(plan: &Plan) -> Vec<&str> {
    plan.vendor_steps
        .iter()
        .map(|step| step.key.as_str())
        .collect()
}

fn scopes(plan: &Plan) -> Vec<&str> {
    plan.scopes.iter().map(|need| need.name.as_str()).collect()
}

#[test]
fn a_choice_brings_its_requirements_and_the_first_option_is_the_default() {
    let default = plan(everything(), Some(hosted()));
    assert!(!scopes(&default).contains(&"edit:tickets"));
    let large = answered(everything(), chose("lamps", "large"), Some(hosted()));
    assert!(scopes(&large).contains(&"edit:tickets"));
    let stale = answered(everything(), chose("lamps", "gone"), Some(hosted()));
    assert_eq!(scopes(&stale), scopes(&default));
}

#[test]
fn of_two_values_for_one_permission_the_larger_stands() {
    let value = |plan: &Plan| {
        let needs = plan.permissions.iter();
        let tickets: Vec<_> = needs
            .filter(|need| need.name == "Tickets Access Level")
            .map(|need| need.value.clone())
            .collect();
        assert_eq!(tickets.len(), 1, "one requirement per permission");
        tickets[0].clone()
    };
    assert_eq!(value(&plan(everything(), None)), "Read Only");
    let large = answered(everything(), chose("lamps", "large"), None);
    assert_eq!(value(&large), "Read and Modify");
}

#[test]
fn hosting_is_the_admins_word_then_discoverys_then_hosted() {
    let own_server = HaloFound {
        hosted: Some(false),
        ..hosted()
    };
    let said = |on_premises| Answers {
        on_premises: Some(on_premises),
        ..Answers::default()
    };
    let firewall = |plan: Plan| vendor_steps(&plan).contains(&"firewall");
    assert!(!firewall(plan(everything(), None)));
    assert!(!firewall(plan(everything(), Some(hosted()))));
    assert!(firewall(plan(everything(), Some(own_server.clone()))));
    assert!(firewall(answered(everything(), said(true), Some(hosted()))));
    assert!(!firewall(answered(
        everything(),
        said(false),
        Some(own_server)
    )));
}

#[test]
fn the_halo_product_decides_and_the_profiles_first_is_the_default() {
    let of = |product: Option<&str>| HaloFound {
        product: product.map(str::to_owned),
        ..hosted()
    };
    let itsm = |plan: Plan| vendor_steps(&plan).contains(&"itsm-switch");
    assert!(itsm(plan(everything(), Some(of(Some("Halo ITSM"))))));
    assert!(!itsm(plan(everything(), Some(of(Some("HaloPSA"))))));
    assert!(!itsm(plan(everything(), Some(of(None)))));
}

#[test]
fn versions_are_compared_by_number_and_unknown_ones_count_as_new() {
    let of = |version: Option<&str>| HaloFound {
        version: version.map(str::to_owned),
        ..hosted()
    };
    let table = [
        (Some("2.143.23"), 1),
        (Some("2.236.133"), 1),
        (Some("2.143.9"), 0),
        (Some("2.99.400"), 0),
        (Some("next"), 1),
        (None, 1),
    ];
    for (version, settings) in table {
        let plan = plan(everything(), Some(of(version)));
        assert_eq!(plan.settings.len(), settings, "{version:?}");
    }
}

#[test]
fn what_has_a_finding_of_its_own_is_taken_out_of_the_permissions() {
    let plan = plan(everything(), None);
    assert_eq!(
        plan.administrator.as_ref().map(|need| need.value.as_str()),
        Some("No")
    );
    assert!(plan.all_customers.is_some());
    let names: Vec<&str> = plan
        .permissions
        .iter()
        .map(|need| need.name.as_str())
        .collect();
    assert!(!names.contains(&"Is a HaloPSA Administrator"), "{names:?}");
    assert!(!names.contains(&"Allow use of all Customers"), "{names:?}");
}

#[test]
fn what_is_for_removal_only_is_no_step_but_part_of_the_way_back() {
    let plan = plan(everything(), None);
    assert!(!vendor_steps(&plan).contains(&"leave"));
    let guide = setup::finish::finish(&plan);
    assert_eq!(guide.remove[0].text, "In Beacon, select Disconnect.");
}

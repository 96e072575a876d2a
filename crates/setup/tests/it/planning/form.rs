//! The vendor's form: order, positions, hosting, values not known yet, and no secret anywhere.

use setup::facts::HaloFound;
use setup::hand_over::{FilledForm, FormRow, Values, fill};
use setup::profile::{FormValue, built_in};

use super::invented::{everything, hosted, plan};

fn values() -> Values {
    Values {
        halo: Some(hosted()),
        client_id: Some("0f0e0d0c-0000-4000-8000-000000000001".into()),
        agent_id: Some(21),
        agent_name: Some("Beacon agent".into()),
        has_secret: true,
    }
}

fn own_server() -> HaloFound {
    HaloFound {
        address: "https://desk.example.org/halo".into(),
        resource_server: "https://desk.example.org/halo/api".into(),
        authorisation_server: "https://signin.example.org/auth".into(),
        tenant: None,
        hosted: Some(false),
        authorisation_elsewhere: true,
        ..hosted()
    }
}

fn filled(halo: HaloFound) -> FilledForm {
    let values = Values {
        halo: Some(halo.clone()),
        ..values()
    };
    fill(&plan(everything(), Some(halo)), &values).expect("the invented product has a form")
}

fn row<'a>(form: &'a FilledForm, label: &str) -> &'a FormRow {
    let row = form.rows.iter().find(|row| row.label == label);
    row.unwrap_or_else(|| panic!("no row {label}"))
}

fn text<'a>(form: &'a FilledForm, label: &str) -> Option<&'a str> {
    row(form, label).text.as_deref()
}

#[test]
fn a_product_without_a_form_has_none() {
    let mut profile = everything();
    profile.hand_over = None;
    assert_eq!(fill(&plan(profile, None), &values()), None);
}

#[test]
fn the_secret_comes_last_and_keeps_the_vendors_position() {
    let form = filled(hosted());
    let positions: Vec<u32> = form.rows.iter().map(|row| row.position).collect();
    assert_eq!(positions, [2, 3, 4, 5, 6, 7, 8, 9, 1]);
    let last = form.rows.last().expect("rows");
    assert_eq!(last.meaning, FormValue::ClientSecret);
    assert_eq!((last.text.as_deref(), last.leave_empty), (None, false));
}

#[test]
fn a_hosted_halo_fills_in_its_values() {
    let form = filled(hosted());
    assert_eq!(text(&form, "Server"), Some("acme.halopsa.com"));
    assert_eq!(text(&form, "Tenant"), Some("acme"));
    assert_eq!(text(&form, "Cloud only"), Some("cloud"));
    assert_eq!(text(&form, "Own server"), Some("No"));
    assert_eq!(text(&form, "Agent number"), Some("21"));
    assert_eq!(text(&form, "Colour"), None);
    let sign_in = row(&form, "Sign-in server");
    assert!(sign_in.leave_empty, "it is on the same host");
    assert_eq!(sign_in.text, None);
}

#[test]
fn an_own_server_leaves_the_tenant_and_names_its_sign_in_server() {
    let form = filled(own_server());
    assert_eq!(text(&form, "Server"), Some("desk.example.org"));
    assert_eq!(
        text(&form, "Tenant"),
        Some("Not set"),
        "the vendor's word for none"
    );
    assert_eq!(text(&form, "Own server"), Some("Yes"));
    assert_eq!(
        text(&form, "Sign-in server"),
        Some("signin.example.org/auth")
    );
    assert!(form.rows.iter().all(|row| row.label != "Cloud only"));
    let positions: Vec<u32> = form.rows.iter().map(|row| row.position).collect();
    assert_eq!(
        positions,
        [2, 3, 4, 5, 6, 7, 8, 1],
        "positions count what the form shows"
    );
}

#[test]
fn without_a_word_for_it_the_tenant_stays_empty_on_an_own_server() {
    let mut profile = everything();
    let fields = profile.hand_over.as_mut().map(|form| &mut form.fields);
    for field in fields.into_iter().flatten() {
        field.when_empty = None;
    }
    let values = Values {
        halo: Some(own_server()),
        ..values()
    };
    let form = fill(&plan(profile, Some(own_server())), &values).expect("a form");
    assert!(row(&form, "Tenant").leave_empty);
    assert_eq!(text(&form, "Tenant"), None);
}

#[test]
fn what_is_not_known_yet_is_neither_filled_in_nor_left_empty() {
    let form = fill(&plan(everything(), None), &Values::default()).expect("a form");
    for label in [
        "Server",
        "Sign-in server",
        "Tenant",
        "Key id",
        "Agent number",
    ] {
        let row = row(&form, label);
        assert_eq!(
            (row.text.as_deref(), row.leave_empty),
            (None, false),
            "{label}"
        );
    }
}

#[test]
fn a_token_end_point_is_derived_from_the_authorisation_server() {
    let mut profile = everything();
    let fields = profile.hand_over.as_mut().map(|form| &mut form.fields);
    for field in fields.into_iter().flatten() {
        if field.label == "Server" {
            field.value = FormValue::TokenEndpoint;
            field.transforms = Vec::new();
        }
    }
    let form = fill(&plan(profile, Some(hosted())), &values()).expect("a form");
    assert_eq!(
        text(&form, "Server"),
        Some("https://acme.halopsa.com/auth/token")
    );
}

#[test]
fn every_built_in_form_is_complete_for_a_hosted_halo() {
    for profile in built_in::all() {
        let plan = plan(profile.clone(), Some(hosted()));
        let Some(form) = fill(&plan, &values()) else {
            continue;
        };
        for row in &form.rows {
            let open = matches!(
                row.meaning,
                FormValue::ClientSecret
                    | FormValue::Own
                    | FormValue::FromVendor
                    | FormValue::LeaveAlone
            );
            assert!(
                row.text.is_some() || row.leave_empty || open,
                "{}: {} is not known",
                profile.id,
                row.label
            );
        }
    }
}

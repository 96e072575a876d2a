//! What the guide of Hudu asks for.

use setup::profile::{AuthenticationMethod, Side, StepTime, Transform};

use super::{Row, carries, labels, says, scopes, step, trouble};

const ROWS: &[Row] = &[
    ("the guide has moved", |p| says(p, &["moved"])),
    ("required reading", |p| {
        step(
            p,
            "required-reading",
            Side::Vendor,
            StepTime::First,
            &["read the page it names"],
        )
    }),
    ("what is synchronised", |p| {
        p.uses.iter().any(|part| {
            ["Companies or clients", "sites", "contracts", "users"]
                .iter()
                .all(|word| part.text.contains(word))
        })
    }),
    ("test before importing", |p| {
        step(
            p,
            "test-connection",
            Side::Vendor,
            StepTime::AfterHandOver,
            &["test the integration", "before you start to import"],
        )
    }),
    ("the application", |p| {
        p.application.as_ref().is_some_and(|application| {
            application.name == "Hudu"
                && application.method == AuthenticationMethod::ClientIdAndSecret
                && application.login_type == "Agent"
        })
    }),
    ("any agent, a dedicated one recommended", |p| {
        p.agent.as_ref().is_some_and(|agent| {
            agent.may_use_existing && agent.remarks.join(" ").contains("recommended")
        })
    }),
    ("two scopes", |p| {
        scopes(p) == ["read:customers", "read:assets"]
    }),
    ("the form, in its order", |p| {
        labels(p)
            == [
                "Client Secret",
                "Client ID",
                "Tenant",
                "Authorization Server",
                "Resource Server",
            ]
    }),
    ("no slash at the end", |p| {
        p.hand_over
            .iter()
            .flat_map(|form| &form.fields)
            .filter(|field| field.transforms == [Transform::NoTrailingSlash])
            .count()
            == 2
    }),
    ("where the form is", |p| {
        p.hand_over
            .as_ref()
            .is_some_and(|form| form.path == ["Admin", "Integrations", "HaloPSA", "Settings"])
    }),
    ("asset layouts exist and are active", |p| {
        step(
            p,
            "asset-layouts",
            Side::Vendor,
            StepTime::BeforeHandOver,
            &["contacts", "sites", "active"],
        )
    }),
    ("a layout that is not active hides", |p| {
        trouble(p, "not displayed", "vendor:asset-layouts", "active")
    }),
    ("matching in two stages", |p| {
        p.mappings
            .iter()
            .any(|mapping| mapping.key == "companies" && mapping.actions.len() == 2)
    }),
];

#[test]
fn nothing_of_the_guide_is_lost() {
    carries("hudu", ROWS);
}

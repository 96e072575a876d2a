//! Scopes: granted, refused, unknown to Halo, unwanted, and more than needed.

use setup::facts::{Asked, Failure, Refusal};
use setup::finding::{Evidence, Status};
use setup::permission::Area;
use setup::profile::{Level, ScopeNeed};

use super::exampla::{healthy, plan, plan_with, token_with};
use super::{expect, expect_passed, expect_to_confirm};

#[test]
fn a_scope_that_was_not_granted_fails_alone() {
    let facts = token_with(|token| {
        token.granted.as_mut().unwrap().remove("read:tickets");
    });
    let id = "scope:read:tickets";
    let finding = expect(&plan(), &facts, id, Status::Failed, "not_granted");
    assert_eq!(finding.evidence, Evidence::Api);
    assert_eq!(finding.why.as_deref(), Some("Exampla reads tickets."));
    expect_passed(&plan(), &facts, "scope:read:customers", Evidence::Api);
    expect_passed(&plan(), &healthy(), id, Evidence::Api);
}

#[test]
fn a_wider_scope_or_an_alternative_serves_as_well() {
    let wider = token_with(|token| {
        let granted = token.granted.as_mut().unwrap();
        granted.remove("read:tickets");
        granted.insert("edit:tickets".to_owned());
    });
    expect_passed(&plan(), &wider, "scope:read:tickets", Evidence::Api);
    let alternative = token_with(|token| {
        let granted = token.granted.as_mut().unwrap();
        granted.remove("edit:projects");
        granted.insert("all:standard".to_owned());
    });
    expect_passed(&plan(), &alternative, "scope:edit:projects", Evidence::Api);
}

#[test]
fn where_halo_does_not_say_behaviour_decides() {
    let mut facts = token_with(|token| token.granted = None);
    let id = "scope:read:tickets";
    expect_passed(&plan(), &facts, id, Evidence::Behaviour);
    expect_to_confirm(&plan(), &facts, "scope:all:teams");
    facts
        .areas
        .insert(Area::Tickets, Asked::Refused(Refusal::Forbidden));
    expect(&plan(), &facts, id, Status::Failed, "not_granted");
    // Scope and permission can both be the reason, so the permission is not blamed.
    expect(
        &plan(),
        &facts,
        "permission:tickets-access-level",
        Status::Unknown,
        "not_permitted",
    );
}

#[test]
fn a_read_that_another_scope_explains_proves_nothing() {
    let plan = plan_with(
        |profile| {
            let mut both = profile.scopes[0].clone();
            both.name = "edit:tickets".to_owned();
            profile.scopes.push(both);
        },
        |_| {},
    );
    let facts = token_with(|token| {
        token.granted = None;
        token.asked.insert("edit:tickets".to_owned());
    });
    expect_passed(&plan, &facts, "scope:read:tickets", Evidence::Behaviour);
    expect_to_confirm(&plan, &facts, "scope:edit:tickets");
}

#[test]
fn a_scope_refused_by_name_is_not_granted() {
    let facts = token_with(|token| {
        token.granted = None;
        token.refused.insert("read:tickets".to_owned());
    });
    let id = "scope:read:tickets";
    let finding = expect(&plan(), &facts, id, Status::Failed, "not_granted");
    assert_eq!(finding.evidence, Evidence::Behaviour);
    // A Halo that refuses a scope may have no box for it.
    let fix = finding.fix.expect("what to do").text;
    assert!(fix.contains("If it is not there"), "{fix}");
}

#[test]
fn what_a_search_left_open_is_neither_granted_nor_refused() {
    let id = "scope:read:tickets";
    let apart = token_with(|token| {
        token.asked.remove("read:tickets");
        token.granted.as_mut().unwrap().remove("read:tickets");
        token.apart.insert("read:tickets".to_owned());
    });
    expect_to_confirm(&plan(), &apart, id);
    for (failure, code, first) in [
        (Failure::ServerError, "server_error", false),
        (Failure::Stopped, "timed_out", true),
    ] {
        let facts = token_with(|token| {
            token.asked.remove("read:tickets");
            token.granted.as_mut().unwrap().remove("read:tickets");
            token.untold.insert("read:tickets".to_owned(), failure);
        });
        let finding = expect(&plan(), &facts, id, Status::Unknown, code);
        let fix = finding.fix.expect("what to do").text;
        assert_eq!(fix.contains("scopes that were refused"), first, "{fix}");
    }
    expect_passed(&plan(), &healthy(), id, Evidence::Api);
}

fn scope(name: &str, level: Level) -> ScopeNeed {
    let text = format!("name = \"{name}\"");
    let mut need: ScopeNeed = toml::from_str(&text).expect("a scope need");
    need.level = level;
    need
}

#[test]
fn a_scope_that_halo_does_not_have_is_named_with_the_one_it_means() {
    let plan = plan_with(
        |profile| profile.scopes.push(scope("read:actions", Level::Required)),
        |_| {},
    );
    let id = "scope:read:actions";
    let finding = expect(
        &plan,
        &healthy(),
        id,
        Status::Failed,
        "scope_does_not_exist",
    );
    assert!(
        finding.detail.contains("read:tickets"),
        "{}",
        finding.detail
    );
    let strange = plan_with(
        |profile| {
            let strange = scope("read:the-weather", Level::Required);
            profile.scopes.push(strange);
        },
        |_| {},
    );
    let id = "scope:read:the-weather";
    expect(
        &strange,
        &healthy(),
        id,
        Status::Failed,
        "scope_does_not_exist",
    );
    // Halo knows better: a scope it grants exists.
    let facts = token_with(|token| {
        token
            .granted
            .as_mut()
            .unwrap()
            .insert("read:the-weather".to_owned());
    });
    expect_passed(&strange, &facts, id, Evidence::Api);
}

#[test]
fn levels_decide_how_bad_a_missing_scope_is() {
    let plan = plan_with(
        |profile| {
            profile.scopes.push(scope("read:kb", Level::Recommended));
            profile.scopes.push(scope("read:assets", Level::Optional));
        },
        |_| {},
    );
    let facts = token_with(|token| {
        token.asked.insert("read:kb".to_owned());
    });
    let warned = Status::Warning;
    expect(&plan, &facts, "scope:read:kb", warned, "not_granted");
    expect_to_confirm(&plan, &facts, "scope:read:assets");
}

#[test]
fn an_unwanted_scope_must_be_known_to_be_absent() {
    let plan = plan_with(
        |profile| profile.scopes.push(scope("all", Level::Forbidden)),
        |_| {},
    );
    let granted = token_with(|token| {
        token.granted.as_mut().unwrap().insert("all".to_owned());
    });
    let code = "forbidden_scope_granted";
    expect(&plan, &granted, "scope:all", Status::Failed, code);
    expect_to_confirm(&plan, &healthy(), "scope:all");
    let asked = token_with(|token| {
        token.asked.insert("all".to_owned());
    });
    expect_passed(&plan, &asked, "scope:all", Evidence::Api);
}

#[test]
fn scopes_beyond_those_needed_are_named() {
    let facts = token_with(|token| {
        let granted = token.granted.as_mut().unwrap();
        granted.insert("edit:invoices".to_owned());
    });
    let id = "scopes.excess";
    let finding = expect(&plan(), &facts, id, Status::Warning, "more_than_needed");
    assert!(finding.detail.contains("edit:invoices"));
    // Halo lists only what was asked for, so nothing more can be ruled out…
    expect_to_confirm(&plan(), &healthy(), id);
    // …unless everything was asked for.
    let asked = token_with(|token| {
        token.asked.insert("all".to_owned());
    });
    expect_passed(&plan(), &asked, id, Evidence::Api);
}

//! Every plan that a built-in product can have: each answer to each of its questions, hosted and on
//! a customer's own server, HaloPSA and HaloITSM. What holds for all of them, whatever they ask for.

use std::collections::BTreeSet;

use setup::Answers;
use setup::facts::{Facts, HaloFound, Host};
use setup::finding::Status;
use setup::finish::finish;
use setup::hand_over::{FilledForm, Values, fill};
use setup::judge::judge;
use setup::plan::Plan;
use setup::plan::pages::{Page, PageBody};
use setup::profile::{FormValue, Profile, built_in, finding_ids};

use super::invented::{answered, hosted};

/// More combinations of answers than this are not tried all; each answer is tried with the first
/// ones of the other questions instead.
const MOST_COMBINATIONS: usize = 64;

/// The Halos that plans differ for.
fn halos() -> Vec<HaloFound> {
    let mut halos = Vec::new();
    for product in ["HaloPSA", "Halo ITSM"] {
        for is_hosted in [true, false] {
            let (host, tenant) = if is_hosted {
                ("acme.halopsa.com", Some("acme".to_owned()))
            } else {
                ("desk.example.org", None)
            };
            halos.push(HaloFound {
                address: format!("https://{host}"),
                resource_server: format!("https://{host}/api"),
                authorisation_server: format!("https://{host}/auth"),
                tenant,
                product: Some(product.to_owned()),
                hosted: Some(is_hosted),
                ..hosted()
            });
        }
    }
    halos
}

/// Every way to answer the product's questions.
fn answers(profile: &Profile) -> Vec<Answers> {
    let numbers = profile.choices.iter().map(|choice| choice.options.len());
    let all = numbers.product::<usize>() <= MOST_COMBINATIONS;
    let mut ways = vec![Answers::default()];
    for choice in &profile.choices {
        let before = if all {
            std::mem::take(&mut ways)
        } else {
            vec![Answers::default()]
        };
        for way in before {
            ways.extend(choice.options.iter().map(|option| {
                let mut way = way.clone();
                way.choices.insert(choice.id.clone(), option.id.clone());
                way
            }));
        }
    }
    ways
}

fn every_plan(mut look: impl FnMut(&Plan)) {
    for profile in built_in::all() {
        for halo in halos() {
            for answers in answers(profile) {
                look(&answered(profile.clone(), answers, Some(halo.clone())));
            }
        }
    }
}

fn pages(plan: &Plan) -> Vec<Page> {
    let steps = plan.steps().into_iter();
    steps.flat_map(|step| step.pages).collect()
}

/// The finding that the page's tick confirms.
fn confirms(page: &Page) -> Option<&str> {
    match &page.body {
        PageBody::Guide(guide) => guide.confirms.as_deref(),
        _ => None,
    }
}

#[test]
fn the_halos_lead_to_plans_that_differ() {
    let mut differing = BTreeSet::new();
    for profile in built_in::all() {
        let plans = halos().into_iter().map(|halo| {
            let plan = answered(profile.clone(), Answers::default(), Some(halo));
            format!("{:?}", plan.steps())
        });
        if plans.collect::<BTreeSet<_>>().len() > 1 {
            differing.insert(&profile.id);
        }
    }
    assert_eq!(
        differing.len(),
        built_in::all().len(),
        "Halo's own name at least"
    );
}

#[test]
fn every_step_by_hand_has_one_page_that_confirms_its_finding() {
    every_plan(|plan| {
        let id = &plan.profile.id;
        let pages = pages(plan);
        let known: BTreeSet<String> = finding_ids(&plan.profile).into_iter().collect();
        for step in &plan.vendor_steps {
            let finding = format!("vendor:{}", step.key);
            let confirming = pages
                .iter()
                .filter(|page| confirms(page) == Some(finding.as_str()));
            assert_eq!(confirming.count(), 1, "{id}: {finding}");
        }
        for finding in pages.iter().filter_map(confirms) {
            assert!(known.contains(finding), "{id}: {finding}");
        }
    });
}

#[test]
fn names_differ_and_no_text_is_left_open() {
    every_plan(|plan| {
        let id = &plan.profile.id;
        let pages = pages(plan);
        let names: BTreeSet<&str> = pages.iter().map(|page| page.id.as_str()).collect();
        assert_eq!(names.len(), pages.len(), "{id}");
        let told = serde_json::to_string(&(&pages, finish(plan))).expect("pages are data");
        assert!(!told.contains("{ $"), "{id}: a value is missing");
        assert!(!told.contains("\"text\":\"\""), "{id}: an empty sentence");
        assert!(!told.contains("http://"), "{id}: a link that is not https");
    });
}

#[test]
fn each_finding_has_words_and_says_what_to_do_where_a_person_has_to_look() {
    every_plan(|plan| {
        let facts = Facts {
            host: Host::Found(plan.halo.clone().expect("given")),
            ..Facts::default()
        };
        for finding in judge(plan, &facts) {
            let name = format!("{}: {}", plan.profile.id, finding.id);
            assert!(
                !finding.title.is_empty() && !finding.detail.is_empty(),
                "{name}"
            );
            if finding.status == Status::ToConfirm {
                let fix = finding.fix.expect(&name);
                assert!(!fix.text.is_empty(), "{name}");
            }
        }
    });
}

/// The form of a connection of which all is known.
fn filled(plan: &Plan) -> Option<FilledForm> {
    let values = Values {
        halo: plan.halo.clone(),
        client_id: Some("7f8d2c1a-0000-4000-8000-000000000000".to_owned()),
        agent_id: Some(21),
        agent_name: Some("Exampla API".to_owned()),
        has_secret: true,
    };
    fill(plan, &values)
}

#[test]
fn every_row_of_every_form_has_its_value_or_says_why_not() {
    every_plan(|plan| {
        let Some(form) = filled(plan) else { return };
        let pages = pages(plan);
        for row in &form.rows {
            let name = format!("{}: {}", plan.profile.id, row.label);
            let says_why = row.hint.is_some() || !row.options.is_empty();
            let is_told = match row.meaning {
                FormValue::ClientSecret => row.text.is_none(),
                FormValue::Own => row.text.is_some() || says_why,
                FormValue::LeaveAlone => row.hint.is_some(),
                FormValue::FromVendor => {
                    let goes_into = row.goes_into.as_ref();
                    let there = |page: &str| pages.iter().any(|one| one.id == page);
                    row.hint.is_some() && goes_into.is_none_or(|step| there(&step.page))
                }
                _ => row.text.is_some() != row.leave_empty,
            };
            assert!(is_told, "{name}: {row:?}");
        }
    });
}

#[test]
fn the_secret_comes_last_and_is_in_no_row() {
    every_plan(|plan| {
        let Some(form) = filled(plan) else { return };
        let id = &plan.profile.id;
        let is_secret = |meaning| meaning == FormValue::ClientSecret;
        let secrets = form
            .rows
            .iter()
            .filter(|row| is_secret(row.meaning))
            .count();
        assert!(secrets <= 1, "{id}");
        let last = form.rows.last().map(|row| row.meaning);
        assert!(secrets == 0 || last.is_some_and(is_secret), "{id}");
        let positions: Vec<u32> = form.rows.iter().map(|row| row.position).collect();
        let others = &positions[..positions.len() - secrets];
        assert!(others.is_sorted(), "{id}: the vendor's own order");
        if let Some(link) = &form.link {
            assert!(link.starts_with("https://"), "{id}");
        }
    });
}

//! Where the wizard begins and ends: the Halo's address, the profile's choices, the proof and the
//! finish. These steps are in every plan.

use crate::judge::halo_product;
use crate::plan::pages::{Page, PageBody, Question, QuestionOption, Step};
use crate::profile::StepKind;

use super::Maker;

pub(super) fn halo(maker: &Maker<'_>) -> Step {
    let pages = vec![
        maker.page(
            "halo/address",
            "page-halo-address",
            &[],
            PageBody::Question(Question::Address),
        ),
        maker.page(
            "halo/confirm",
            "page-halo-confirm",
            &[],
            PageBody::Question(Question::ConfirmHalo),
        ),
    ];
    let findings = vec!["address".to_owned(), halo_product::ID.to_owned()];
    maker.step(StepKind::Halo, "step-halo", findings, pages)
}

/// Asks the profile's choices before everything else, since the rest of the plan hangs on them.
pub(super) fn ask_choices(maker: &Maker<'_>, steps: &mut [Step]) {
    let choices = maker.plan.profile.choices.iter().map(|choice| Page {
        id: format!("choice/{}", choice.id),
        title: choice.question.clone(),
        lead: None,
        notes: Vec::new(),
        body: PageBody::Question(Question::Choice {
            id: choice.id.clone(),
            question: choice.question.clone(),
            hint: choice.hint.clone(),
            options: choice
                .options
                .iter()
                .map(|option| QuestionOption {
                    id: option.id.clone(),
                    label: option.label.clone(),
                    hint: option.hint.clone(),
                })
                .collect(),
        }),
        sources: Vec::new(),
    });
    if let Some(first) = steps.first_mut() {
        first.pages.splice(0..0, choices);
    }
}

pub(super) fn proof(maker: &Maker<'_>) -> Step {
    let page = maker.page("proof/all", "page-proof", &[], PageBody::Proof);
    maker.step(StepKind::Proof, "step-proof", vec!["*".into()], vec![page])
}

pub(super) fn finish(maker: &Maker<'_>) -> Step {
    let page = maker.page("finish/all", "page-finish", &[], PageBody::Finish);
    maker.step(StepKind::Finish, "step-finish", Vec::new(), vec![page])
}

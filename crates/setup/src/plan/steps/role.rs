//! The role: its name, its permissions, and its departments and teams where the guide sets them
//! there.

use crate::plan::links::{HaloPage, configuration};
use crate::plan::pages::{Checklist, Page, PageBody, Place, Step};
use crate::plan::screens;
use crate::profile::{Role, StepKind};

use super::permissions::{Holder, OTHERS};
use super::teams;
use super::{Maker, guide};

pub(super) fn role(maker: &Maker<'_>) -> Option<Step> {
    let role = maker.plan.profile.role.as_ref()?;
    let mut pages = vec![name(maker, role)];
    pages.extend(permissions(maker, role));
    pages.extend(teams::membership(maker, Holder::Role));
    let mut findings = maker.plan.permission_findings(Holder::Role);
    let others = maker.plan.profile.other_permissions.as_ref();
    findings.extend(others.map(|_| OTHERS.to_owned()));
    Some(maker.step(StepKind::Role, "step-role", findings, pages))
}

fn name(maker: &Maker<'_>, role: &Role) -> Page {
    let actions = vec![
        maker.action("do-new-role", &[]),
        maker
            .action("do-role-name", &[])
            .copying("Role Name", &role.name),
        maker.action("do-role-save", &[]),
    ];
    let screen = screens::role("New Role", "Details")
        .marked_button("Save")
        .text("Role Name", &role.name);
    let body = guide(
        configuration(&["Teams & Agents", "Roles", "New"]),
        maker.plan.link(HaloPage::NewRole),
        actions,
        screen,
    );
    let page = maker.page("role/name", "page-role-name", &[], body);
    let page = maker.remarking(page, &role.remarks, role.source.as_deref());
    let page = maker.differing(page, &role.differs);
    maker.from(page, [role.source.as_deref()])
}

fn permissions(maker: &Maker<'_>, role: &Role) -> Option<Page> {
    let sections = maker.plan.permission_sections(maker, Holder::Role);
    let mut actions = vec![
        maker.action("do-open-tab", &[("tab", "Permissions")]),
        maker.action("do-edit", &[]),
    ];
    let others = maker.plan.profile.other_permissions.as_ref();
    actions.extend(others.map(|need| maker.action("do-others", &[("value", &need.value)])));
    if sections.is_empty() {
        return None;
    }
    let body = PageBody::Checklist(Checklist {
        place: Place {
            path: configuration(&["Teams & Agents", "Roles", &role.name, "Permissions"]),
            link: None,
        },
        actions,
        sections,
        screen: Some(screens::role(&role.name, "Permissions").marked_button("Edit")),
        finish: Some(maker.say("do-save")),
    });
    let page = maker.page("role/permissions", "page-role-permissions", &[], body);
    Some(maker.from(page, maker.plan.permission_sources(Holder::Role)))
}

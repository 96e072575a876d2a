//! The API application with its scopes, and the Client ID and Client Secret it gives.
//!
//! The application is saved before anything is copied: the Client ID can change on saving
//! (confirmed, 2026), and a secret can be tried only on an application that exists. A secret that
//! Halo no longer shows after saving (reported, 2026) is generated anew, which harms nothing yet.

use crate::plan::Plan;
use crate::plan::links::{HaloPage, configuration};
use crate::plan::pages::{
    Checklist, ChecklistItem, ChecklistSection, Page, PageBody, PageNote, Place, Question, Step,
};
use crate::plan::screens;
use crate::plan::words::or_list;
use crate::profile::{Application, AuthenticationMethod, Level, ScopeNeed, StepKind};
use crate::scope;

use super::agent::other_fields;
use super::{Maker, guide};

impl AuthenticationMethod {
    /// Halo's label of it (reported, 2026: Halo's guide).
    pub fn label(self) -> &'static str {
        match self {
            Self::ClientIdAndSecret => "Client ID and Secret (Services)",
            Self::AuthorisationCode => "Authorisation Code (Native Application)",
            Self::UsernameAndPassword => "Username & Password",
            Self::ImplicitFlow => "Implicit Flow (Single Page Application)",
            Self::ApiKey => "API Key",
        }
    }
}

impl Plan {
    /// The application's name: the admin's, or the one the guide suggests.
    pub(crate) fn application_name(&self) -> Option<&str> {
        let suggested = self.profile.application.as_ref()?.name.as_str();
        Some(
            self.answers
                .application_name
                .as_deref()
                .unwrap_or(suggested),
        )
    }

    /// The application signs in with a Client ID and a Client Secret: the only method with which
    /// Halyard can sign in as the product does.
    pub fn has_secret(&self) -> bool {
        let application = self.profile.application.as_ref();
        application.is_some_and(|it| it.method == AuthenticationMethod::ClientIdAndSecret)
    }

    /// The guide names more scopes than the profile lists, because they could not be read.
    pub(crate) fn has_more_scopes(&self) -> bool {
        let application = self.profile.application.as_ref();
        application.is_some_and(|it| it.more_scopes)
    }
}

pub(super) fn application(maker: &Maker<'_>) -> Option<Step> {
    let application = maker.plan.profile.application.as_ref()?;
    let mut pages = vec![open(maker, application), details(maker, application)];
    pages.extend(scopes(maker));
    let findings = vec!["scope:*".to_owned(), "scopes.excess".to_owned()];
    Some(maker.step(StepKind::Application, "step-application", findings, pages))
}

fn open(maker: &Maker<'_>, application: &Application) -> Page {
    let halo = maker.plan.halo.clone().unwrap_or_default();
    let screen = screens::screen("API Details")
        .marked_button("View Applications")
        .button("API Documentation")
        .seen("Resource Server", &halo.resource_server)
        .seen("Authorisation Server", &halo.authorisation_server)
        .seen("Tenant", &halo.tenant.unwrap_or_default());
    let body = guide(
        configuration(&["Integrations", &maker.api]),
        maker.plan.link(HaloPage::Api),
        vec![maker.action("do-view-applications", &[])],
        screen,
    );
    let page = maker.page("application/open", "page-application-open", &[], body);
    maker.from(page, [application.source.as_deref()])
}

fn details(maker: &Maker<'_>, application: &Application) -> Page {
    let name = maker.plan.application_name().unwrap_or(&application.name);
    let method = application.method.label();
    let login_type = application.login_type.as_str();
    let mut actions = vec![
        maker.action("do-new", &[]),
        maker
            .action("do-application-name", &[])
            .copying("Application Name", name),
        maker.action("do-active", &[]),
        maker.action(
            "do-choose",
            &[("field", "Authentication Method"), ("value", method)],
        ),
        maker.action(
            "do-choose",
            &[("field", "Login Type"), ("value", login_type)],
        ),
    ];
    let mut screen = screens::application("New Application", "Details")
        .button("Save")
        .text("Application Name", name)
        .tick("Active", &maker.say("value-ticked"))
        .select("Authentication Method", method)
        .select("Login Type", login_type);
    if login_type == "Agent" {
        let field = "Agent to log in as";
        actions.push(match maker.plan.agent_name() {
            Some(agent) => maker
                .action("do-choose", &[("field", field), ("value", agent)])
                .copying(field, agent),
            None => maker.action("do-any-agent", &[("field", field)]),
        });
        screen = screen.select(field, maker.plan.agent_name().unwrap_or_default());
    }
    for address in &application.redirect_addresses {
        let field = "Login Redirect URL";
        let action = maker.action("task-field", &[("field", field)]);
        actions.push(action.copying(field, address));
        screen = screen.text(field, address);
    }
    for address in &application.cors_addresses {
        actions.push(maker.action("do-cors", &[]).copying("CORS", address));
    }
    (actions, screen) = other_fields(maker, &application.fields, actions, screen);
    if maker.plan.scopes.is_empty() {
        actions.push(maker.action("do-save-application", &[]));
    }
    let body = guide(
        applications(maker, &["New", "Details"]),
        maker.plan.link(HaloPage::Applications),
        actions,
        screen,
    );
    let page = maker.page("application/details", "page-application-details", &[], body);
    let mut page = maker.remarking(page, &application.remarks, application.source.as_deref());
    if application.method != AuthenticationMethod::ClientIdAndSecret {
        page.notes.push(PageNote {
            text: maker.say("note-other-method"),
            sources: Vec::new(),
        });
    }
    maker.from(page, [application.source.as_deref()])
}

fn scopes(maker: &Maker<'_>) -> Option<Page> {
    let needs = &maker.plan.scopes;
    if needs.is_empty() {
        return None;
    }
    let items = needs.iter().map(|need| item(maker, need)).collect();
    let title = maker.say("section-scopes");
    let body = PageBody::Checklist(Checklist {
        place: Place {
            path: applications(maker, &["New", "Permissions"]),
            link: None,
        },
        actions: vec![maker.action("do-open-tab", &[("tab", "Permissions")])],
        sections: vec![ChecklistSection { title, items }],
        screen: Some(screens::application("New Application", "Permissions").marked_button("Save")),
        finish: Some(maker.say("do-save-application")),
    });
    let mut page = maker.page("application/scopes", "page-application-scopes", &[], body);
    let others = maker.plan.other_scopes.iter();
    page.notes.extend(others.map(|need| {
        PageNote {
            text: [Some(maker.say("note-other-scopes")), need.reason.clone()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            sources: maker.sources(need.source.as_deref()),
        }
    }));
    Some(maker.from(page, needs.iter().map(|need| need.source.as_deref())))
}

fn item(maker: &Maker<'_>, need: &ScopeNeed) -> ChecklistItem {
    let value = if need.level == Level::Forbidden {
        "value-not-ticked"
    } else {
        "value-ticked"
    };
    let alternatives = (!need.or.is_empty())
        .then(|| maker.say_with("scope-or", &[("others", &or_list(&need.or))]));
    let reason = maker.reason(need.reason.as_ref(), &need.differs);
    let reason: Vec<String> = reason.into_iter().chain(alternatives).collect();
    ChecklistItem {
        key: format!("scope:{}", scope::normalise(&need.name)),
        label: scope::normalise(&need.name),
        aliases: Vec::new(),
        value: maker.say(value),
        level: need.level,
        reason: (!reason.is_empty()).then(|| reason.join(" ")),
    }
}

pub(super) fn credentials(maker: &Maker<'_>) -> Option<Step> {
    if !maker.plan.has_secret() {
        return None;
    }
    let id = PageBody::Question(Question::ClientId);
    let secret = PageBody::Question(Question::ClientSecret);
    let proves = maker.say("proves-credentials");
    let pages = vec![
        maker.page("credentials/id", "page-credentials-id", &[], id),
        maker.page("credentials/secret", "page-credentials-secret", &[], secret),
        maker.page(
            "credentials/check",
            "page-credentials-check",
            &[],
            PageBody::Watch { proves },
        ),
    ];
    let findings = ["credentials", "scope:*", "agent.identity"];
    let findings = findings.map(str::to_owned).to_vec();
    Some(maker.step(StepKind::Credentials, "step-credentials", findings, pages))
}

fn applications(maker: &Maker<'_>, rest: &[&str]) -> Vec<String> {
    let start = ["Integrations", maker.api.as_str(), "View Applications"];
    configuration(&[&start, rest].concat())
}

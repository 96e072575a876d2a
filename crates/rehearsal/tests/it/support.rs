//! Starting tenants and asking them.

use std::sync::OnceLock;

use rehearsal::{NeededTicketType, Needs, Options, Running, Scenario, Tenant, serve};
use reqwest::{Client, Method, Response, StatusCode, redirect::Policy};
use serde_json::Value;

/// An integration with single scopes and permissions, project ticket types and a setting.
pub(crate) fn planner() -> Needs {
    let text = str::to_owned;
    Needs {
        product: text("planner"),
        name: text("Planner"),
        scopes: [
            "all:teams",
            "admin:webhooks",
            "edit:tickets",
            "read:customers",
            "read:projects",
            "read:contracts",
            "read:timesheets",
            "edit:reporting",
            "read:calendar",
        ]
        .map(str::to_owned)
        .to_vec(),
        forbidden_scopes: Vec::new(),
        permissions: [
            ("is-a-halopsa-administrator", "No"),
            ("tickets-access-level", "Read and Modify"),
            ("customers-access-level", "Read Only"),
            ("can-delete-tickets", "Yes"),
            ("allow-use-of-all-ticket-types", "Yes"),
            ("allow-use-of-all-customers", "Yes"),
        ]
        .map(|(slug, value)| (text(slug), text(value)))
        .to_vec(),
        api_only: Some(true),
        administrator: false,
        default_team: true,
        no_default_team: false,
        department_level: Some(2),
        ticket_types: vec![
            NeededTicketType {
                key: text("project"),
                name: String::new(),
                use_: text("Projects"),
                itil: Some(22),
                project_hierarchy: Some(text("Projects")),
            },
            NeededTicketType {
                key: text("task"),
                name: text("Planner Task"),
                use_: text("Projects"),
                itil: Some(22),
                project_hierarchy: Some(text("Project Tasks")),
            },
        ],
        settings: vec![(text("nextfaultidcalculationmethod"), 1)],
    }
}

/// An integration that wants everything, as an administrator.
pub(crate) fn automation() -> Needs {
    Needs {
        product: "automation".to_owned(),
        name: "Automation".to_owned(),
        scopes: vec!["all".to_owned()],
        administrator: true,
        api_only: Some(false),
        permissions: vec![("allow-use-of-all-customers".to_owned(), "Yes".to_owned())],
        ticket_types: vec![NeededTicketType {
            key: "incident".to_owned(),
            name: "Incident".to_owned(),
            use_: "Tickets".to_owned(),
            itil: Some(1),
            project_hierarchy: None,
        }],
        ..Needs::default()
    }
}

/// An integration with few scopes and no list of permissions.
pub(crate) fn library() -> Needs {
    Needs {
        product: "library".to_owned(),
        name: "Library".to_owned(),
        scopes: vec!["read:customers".to_owned(), "read:assets".to_owned()],
        ..Needs::default()
    }
}

/// An integration that must have less than others.
pub(crate) fn modest() -> Needs {
    Needs {
        product: "modest".to_owned(),
        name: "Modest".to_owned(),
        scopes: vec!["read:customers".to_owned()],
        forbidden_scopes: vec!["all".to_owned()],
        no_default_team: true,
        ..Needs::default()
    }
}

pub(crate) fn options(product: &str, scenario: &str) -> Options {
    let mut options = Options::healthy(vec![planner(), automation(), library(), modest()]);
    product.clone_into(&mut options.product);
    options.scenario = Scenario::named(scenario).expect("the scenario exists");
    options
}

pub(crate) async fn start(product: &str, scenario: &str) -> Tenant {
    serve(options(product, scenario))
        .await
        .expect("a loopback port is free")
}

/// A caller that follows no redirects. Built once, as that is slow; it keeps no connections,
/// because each test has a runtime of its own.
pub(crate) fn http() -> &'static Client {
    static HTTP: OnceLock<Client> = OnceLock::new();
    HTTP.get_or_init(|| {
        Client::builder()
            .redirect(Policy::none())
            .pool_max_idle_per_host(0)
            .no_proxy()
            .build()
            .expect("the defaults are sound")
    })
}

pub(crate) async fn token_answer(running: &Running, scope: &str) -> (StatusCode, Value) {
    let response = http()
        .post(format!(
            "{}/auth/token?tenant={}",
            running.address, running.tenant
        ))
        .form(&[
            ("grant_type", "client_credentials"),
            ("client_id", &running.client_id),
            ("client_secret", &running.client_secret),
            ("scope", scope),
        ])
        .send()
        .await
        .expect("the tenant answers");
    let status = response.status();
    (status, response.json().await.unwrap_or(Value::Null))
}

/// Somebody with a token.
pub(crate) struct Caller {
    address: String,
    token: String,
}

impl Caller {
    pub(crate) async fn new(tenant: &Tenant) -> Self {
        let scopes = match tenant.running.product.as_str() {
            "planner" => planner().scopes,
            "automation" => automation().scopes,
            _ => library().scopes,
        };
        // Mending may have turned `https` into `http`.
        let running = Running {
            address: tenant.address(),
            ..tenant.running.clone()
        };
        Self::with_scopes(&running, &scopes.join(" ")).await
    }

    pub(crate) async fn with_scopes(running: &Running, scopes: &str) -> Self {
        let (status, answer) = token_answer(running, scopes).await;
        assert_eq!(status, 200, "{answer}");
        Self {
            address: running.address.clone(),
            token: answer["access_token"].as_str().expect("a token").to_owned(),
        }
    }

    pub(crate) async fn ask(&self, path: &str) -> Response {
        http()
            .get(format!("{}/api/{path}", self.address))
            .bearer_auth(&self.token)
            .send()
            .await
            .expect("the tenant answers")
    }

    pub(crate) async fn status(&self, path: &str) -> StatusCode {
        self.ask(path).await.status()
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let response = self.ask(path).await;
        assert_eq!(response.status(), 200, "{path}");
        response.json().await.expect("JSON")
    }

    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        body: &Value,
    ) -> (StatusCode, Value) {
        let response = http()
            .request(method, format!("{}/api/{path}", self.address))
            .bearer_auth(&self.token)
            .json(body)
            .send()
            .await
            .expect("the tenant answers");
        let status = response.status();
        (status, response.json().await.unwrap_or(Value::Null))
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        self.send(Method::POST, path, body).await
    }
}

/// How many rows an answer has, whatever is around them.
pub(crate) fn rows(answer: &Value) -> &Vec<Value> {
    answer
        .as_array()
        .or_else(|| answer.as_object()?.values().find_map(Value::as_array))
        .expect("a list")
}

//! The typed reads, on bodies as Halo sends them.

use halo::{Body, HaloError, Resource, Setting};
use serde_json::{Value, json};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

use crate::support::{errand, get, halo, json_ok, strict};

async fn serving(path: &str, body: Value) -> MockServer {
    let server = strict().await;
    get(&server, path, json_ok(body)).await;
    server
}

#[tokio::test]
async fn an_agent_is_read_with_everything_that_may_be_there() {
    let body = json!({
        "id": 21.0, "name": "Moovila API", "email": "m@example.com", "team": "Service Desk",
        "isdisabled": false, "isapiagent": 1, "is_admin": "true", "surprise": {"deep": [1]},
        "teams": [{"id": 1, "team_id": "3", "team_name": "1st Line", "role_id": ""}, null, 7],
        "departments": [{"department_id": 2, "department_name": "IT", "membershiplevel": 2}],
        "clients": null, "tickettypes": [],
        "roles": [{"id": "0b1f", "name": "Integration"}],
        "claims": [{"type": "x1", "value": "1"}, {"type": "SA", "value": true}]
    });
    let server = serving("/api/Agent/21", body).await;
    let agent = halo(&server).await.agent(&errand(), 21).await.unwrap();
    assert_eq!((agent.id, agent.name.as_deref()), (21, Some("Moovila API")));
    assert_eq!(
        (agent.is_disabled, agent.is_api_agent, agent.is_admin),
        (Some(false), Some(true), Some(true))
    );
    assert_eq!(agent.claims_super_administrator(), Some(true));
    let teams = agent.teams.unwrap();
    assert_eq!(teams.len(), 1, "unreadable rows are left out");
    assert_eq!(
        (teams[0].team_id, teams[0].role_id.as_deref()),
        (Some(3), None)
    );
    assert_eq!(agent.departments.unwrap()[0].membership_level, Some(2));
    assert!(agent.clients.is_none(), "null says nothing");
    assert_eq!(
        agent.ticket_types.unwrap().len(),
        0,
        "an empty list says something"
    );
    let sent = server.received_requests().await.unwrap();
    assert_eq!(sent[0].url.query(), Some("includedetails=true"));
}

#[tokio::test]
async fn an_agent_of_whom_halo_says_next_to_nothing_is_read_too() {
    let server = serving("/api/Agent/me", json!({"id": "7", "name": null})).await;
    let agent = halo(&server).await.me(&errand()).await.unwrap();
    assert_eq!(agent.id, 7);
    assert!(agent.name.is_none() && agent.teams.is_none() && agent.is_admin.is_none());
    assert_eq!(agent.claims_super_administrator(), None);
}

#[tokio::test]
async fn agents_come_bare_or_wrapped_and_api_only_ones_are_asked_for() {
    let rows = json!([{"id": 1, "name": "Unassigned"}, {"id": 21, "isapiagent": true}]);
    for body in [rows.clone(), json!({"page_no": 1, "results": rows})] {
        let server = serving("/api/Agent", body).await;
        let agents = halo(&server).await.agents(&errand()).await.unwrap();
        assert_eq!(agents.rows.len(), 2);
        let sent = server.received_requests().await.unwrap();
        assert!(
            sent[0]
                .url
                .query()
                .unwrap()
                .contains("includeapiagents=true")
        );
    }
}

#[tokio::test]
async fn customers_are_one_page_however_many_there_are() {
    let rows: Vec<_> = (0..100)
        .map(|id| json!({"id": f64::from(id), "name": "C"}))
        .collect();
    let server = strict().await;
    Mock::given(matchers::path("/api/Client"))
        .and(matchers::query_param("pageinate", "true"))
        .and(matchers::query_param("page_no", "1"))
        .and(matchers::query_param("page_size", "100"))
        .respond_with(json_ok(json!({"record_count": 25_000, "clients": rows})))
        .expect(1)
        .mount(&server)
        .await;
    let customers = halo(&server).await.customers(&errand()).await.unwrap();
    assert_eq!((customers.total, customers.rows.len()), (Some(25_000), 100));
}

#[tokio::test]
async fn an_empty_list_is_an_answer_and_an_odd_one_is_not() {
    for body in [
        json!([]),
        json!({"record_count": 0, "teams": []}),
        json!({"record_count": 0}),
    ] {
        let server = serving("/api/Team", body).await;
        assert_eq!(halo(&server).await.teams(&errand()).await.unwrap().len(), 0);
    }
    for body in [
        json!({}),
        json!("no"),
        json!({"message": "hello"}),
        json!(["a", "b"]),
    ] {
        let server = serving("/api/Team", body.clone()).await;
        let odd = halo(&server).await.teams(&errand()).await.unwrap_err();
        let expected = HaloError::NotJson {
            status: 200,
            found: Body::UnexpectedShape,
        };
        assert_eq!(odd, expected, "{body}");
    }
}

#[tokio::test]
async fn departments_are_told_from_groups_of_customers() {
    let tree = json!([
        {"id": 1, "name": "Support", "agent_department": true},
        {"id": 2, "name": "Customers", "agent_department": false},
        {"id": 3, "name": "Projects"}
    ]);
    for body in [tree.clone(), json!({"record_count": 3, "tree": tree})] {
        let server = serving("/api/TopLevel", body).await;
        let departments = halo(&server).await.departments(&errand()).await.unwrap();
        let ids: Vec<_> = departments.iter().map(|row| row.id).collect();
        assert_eq!(ids, [1, 3]);
    }
}

#[tokio::test]
async fn a_ticket_type_shows_its_fields_and_which_must_be_filled() {
    let body = json!({
        "id": 22, "name": "Project", "use": "ticket", "itilrequesttype": "22", "project_type": 0,
        "default_team": "Projects", "agentscanselect": true, "visible": true,
        "fields": [
            {"id": 1, "fieldid": 101, "fieldname": "Category", "technew": 2},
            {"id": 2, "fieldid": 102, "fieldinfo":
                {"id": 102, "name": "CFx", "label": "Impact", "mandatory": true}},
            {"id": 3, "fieldid": 103, "fieldname": "Notes", "technew": 1, "mandatory": 0, "fieldinfo": null},
            {"id": 4, "fieldname": "Unsaid"}
        ]
    });
    let server = serving("/api/TicketType/22", body).await;
    let detail = halo(&server)
        .await
        .ticket_type(&errand(), 22)
        .await
        .unwrap();
    assert_eq!(detail.ticket_type.itil, Some(22));
    let fields: Vec<_> = detail
        .fields
        .as_ref()
        .unwrap()
        .iter()
        .map(|field| {
            (
                field.name.as_deref().unwrap(),
                field.mandatory,
                field.when_logging,
            )
        })
        .collect();
    let expected = [
        ("Category", None, Some(2)),
        ("Impact", Some(true), None),
        ("Notes", Some(false), Some(1)),
        ("Unsaid", None, None),
    ];
    assert_eq!(fields, expected, "what Halo does not say is not known");
}

#[tokio::test]
async fn only_the_settings_asked_for_are_kept() {
    let body = json!({"NextFaultIdCalculationMethod": 2, "tenantalias": "acme", "secretish": "x",
                      "numbering": "0", "flag": false, "list": [1]});
    let server = serving("/api/Control", body).await;
    let asked = [
        "nextfaultidcalculationmethod",
        "numbering",
        "flag",
        "list",
        "missing",
    ];
    let control = halo(&server)
        .await
        .control(&errand(), &asked)
        .await
        .unwrap();
    assert_eq!(
        control.get("nextFaultIdCalculationMethod"),
        Some(&Setting::Whole(2))
    );
    assert_eq!(control.get("numbering"), Some(&Setting::Whole(0)));
    assert_eq!(control.get("flag"), Some(&Setting::Flag(false)));
    assert_eq!(control.names().count(), 3);
}

#[tokio::test]
async fn a_look_reads_one_row_of_any_list() {
    let server = strict().await;
    let halo = halo(&server).await;
    for resource in Resource::all() {
        Mock::given(matchers::path(format!("/api/{}", resource.path())))
            .and(matchers::query_param("pageinate", "true"))
            .and(matchers::query_param("page_size", "1"))
            .respond_with(json_ok(
                json!({"record_count": 18_212, "rows": [{"id": 1}]}),
            ))
            .expect(1)
            .mount(&server)
            .await;
        let look = halo.look(&errand(), resource).await.unwrap();
        assert_eq!((look.total, look.rows), (Some(18_212), 1), "{resource}");
    }
}

#[tokio::test]
async fn every_refusal_says_what_halo_said() {
    let table = [
        (
            json!("Priority Description must not be blank"),
            "Priority Description must not be blank",
        ),
        (
            json!({"ClassName": "System.Exception", "Message": "Please select a Start Step."}),
            "Please select a Start Step.",
        ),
        (
            json!({"[0].outcome_id": ["Could not convert string to integer."]}),
            "[0].outcome_id: Could not convert string to integer.",
        ),
        (
            json!({"resultCode": 3, "errorMessage": "No such area"}),
            "No such area",
        ),
        (
            json!({"error": "Invalid advanced search parameter"}),
            "Invalid advanced search parameter",
        ),
        (json!({}), ""),
    ];
    for (body, said) in table {
        let server = strict().await;
        get(
            &server,
            "/api/Agent/me",
            ResponseTemplate::new(400).set_body_json(body),
        )
        .await;
        let refused = halo(&server).await.me(&errand()).await.unwrap_err();
        assert_eq!(
            refused,
            HaloError::Refused {
                status: 400,
                said: said.into()
            }
        );
    }
}

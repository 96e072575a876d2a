//! The whole way through a practice tenant: discovery, sign-in and every read there is.

use halo::{Credentials, Halo, Overrides, Resource, discover, sign_in};
use rehearsal::{Needs, Options};
use secrecy::SecretString;

use crate::support::{errand, transport};

#[tokio::test]
async fn every_read_answers_in_a_healthy_tenant() {
    let needs = Needs {
        product: "all-round".into(),
        name: "All-round".into(),
        scopes: vec!["all".into()],
        administrator: true,
        default_team: true,
        ..Needs::default()
    };
    let tenant = rehearsal::serve(Options::healthy(vec![needs]))
        .await
        .unwrap();
    let running = &tenant.running;
    let (transport, errand) = (transport(), errand());

    let address = running.address.parse().unwrap();
    let overrides = Overrides::default();
    let found = discover(&transport, &errand, &address, &overrides)
        .await
        .unwrap();
    assert!(
        found
            .product
            .is_some_and(|product| product.starts_with("Halo"))
    );
    let credentials = Credentials {
        client_id: running.client_id.clone(),
        secret: SecretString::from(running.client_secret.clone()),
    };
    let server = &found.authorisation_server;
    let tenant_name = found.tenant.as_deref();
    let token = sign_in(
        &transport,
        &errand,
        server,
        tenant_name,
        &credentials,
        &["all"],
    )
    .await;
    let halo = Halo::new(transport, found.resource_server, token.unwrap());

    let me = halo.me(&errand).await.unwrap();
    assert_eq!(halo.agent(&errand, me.id).await.unwrap().id, me.id);
    assert!(halo.agents(&errand).await.unwrap().rows.len() > 1);
    assert!(!halo.teams(&errand).await.unwrap().is_empty());
    assert!(!halo.departments(&errand).await.unwrap().is_empty());
    assert!(!halo.statuses(&errand).await.unwrap().is_empty());
    let types = halo.ticket_types(&errand).await.unwrap();
    assert!(
        halo.ticket_type(&errand, types[0].id)
            .await
            .unwrap()
            .fields
            .is_some()
    );
    let customers = halo.customers(&errand).await.unwrap();
    assert_eq!(customers.rows.len(), 100);
    assert!(customers.total.is_some_and(|total| total > 100));
    assert!(halo.tickets(&errand).await.unwrap().total.is_some());
    let setting = "nextfaultidcalculationmethod";
    assert!(
        halo.control(&errand, &[setting])
            .await
            .unwrap()
            .get(setting)
            .is_some()
    );

    for resource in Resource::all() {
        let look = halo.look(&errand, resource).await.map(|_| ());
        assert_eq!(look, Ok(()), "{resource}");
    }
    tenant.shutdown().await;
}

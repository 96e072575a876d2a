//! The single steps of a trial: each asks Halo for one thing, once, and says what became of it.
//!
//! A write is never sent twice. Where its answer got lost, Halo is looked at instead. Not here:
//! their order, and what is noted between them ([`super::trial`]).

use std::time::Duration;

use halo::{Errand, Halo, HaloError, NewAction, NewTicket, Refusal, TicketRecord, WriteError};
use setup::proof::{
    Became, CameBack, HOURS, Trial, Why, reason, summary, ticket_details, ticket_note,
};
use tokio_util::sync::CancellationToken;

/// Waits before each look for a ticket whose answer got lost: Halo may still be at it.
const LOOKS: [Duration; 3] = [
    Duration::ZERO,
    Duration::from_secs(1),
    Duration::from_secs(3),
];
/// How long one step may take, its looks included.
const STEP: Duration = Duration::from_mins(1);
/// Most requests of one step.
const REQUESTS: u32 = 12;
/// Halo's number of the status "Closed" on two tenants (confirmed, 2026), for where the name is
/// another.
const CLOSED: i64 = 9;

/// What became of asking for the ticket.
pub(super) enum Made {
    /// It is there.
    Yes(i64),
    /// It is not: nothing was sent, or Halo refused.
    No(Why),
    /// Nobody knows.
    Perhaps,
}

/// The budget of one step. The admin's Cancel does not end it: a write that is under way is
/// waited for.
pub(super) fn errand() -> Errand {
    Errand::new(REQUESTS, STEP, CancellationToken::new())
}

/// Makes the ticket.
pub(super) async fn create(halo: &Halo, product: &str, trial: &Trial) -> Made {
    let ticket = NewTicket {
        summary: summary(&trial.mark),
        details: ticket_details(product),
        customer: trial.customer.id,
        ticket_type: trial.ticket_type.id,
    };
    match halo.create_ticket(&errand(), &ticket).await {
        Ok(record) => Made::Yes(record.id),
        Err(WriteError::Refused(refusal)) => Made::No(refused(refusal)),
        Err(WriteError::NotSent(_)) => Made::No(Why::NotReached),
        Err(WriteError::Uncertain(error)) => {
            tracing::warn!(%error, "the answer to a test ticket got lost; looking for it");
            match find(halo, trial).await {
                Some(number) => Made::Yes(number),
                None => Made::Perhaps,
            }
        }
    }
}

/// Looks for the ticket by its mark. Finding none proves nothing.
pub(super) async fn find(halo: &Halo, trial: &Trial) -> Option<i64> {
    let errand = errand();
    for wait in LOOKS {
        tokio::time::sleep(wait).await;
        let found = halo.tickets_marked(&errand, &trial.mark, trial.customer.id);
        if let Some(record) = found.await.ok().and_then(|found| found.into_iter().next()) {
            return Some(record.id);
        }
    }
    None
}

/// Reads the ticket back.
pub(super) async fn read_back(halo: &Halo, number: i64) -> Result<CameBack, Why> {
    let record = halo
        .ticket(&errand(), number)
        .await
        .map_err(|error| not_read(&error))?;
    Ok(CameBack {
        ticket_type: record.ticket_type,
        status: record.status,
        team: record.team,
        customer: record.customer,
        agent: record.agent,
        source: record.source,
    })
}

/// Adds a private note, with time where `with_time`.
pub(super) async fn note(halo: &Halo, product: &str, number: i64, with_time: bool) -> Became {
    let errand = errand();
    let outcomes = match halo.outcomes(&errand).await {
        Ok(outcomes) => outcomes,
        Err(error) => return Became::Refused(not_looked_up(&error)),
    };
    let Some(outcome) = private_note(&outcomes) else {
        return Became::Refused(Why::NoOutcome);
    };
    let action = NewAction {
        ticket: number,
        outcome,
        note: ticket_note(product),
        hours: with_time.then_some(HOURS),
    };
    match halo.add_action(&errand, &action).await {
        // Halo says how much time it kept; saying nothing of it is no refusal.
        Ok(added) if with_time && added.hours == Some(0.0) => Became::Refused(Why::NotSo),
        Ok(_) => Became::Done,
        Err(error) => Became::Refused(not_written(error)),
    }
}

/// The outcome for a note that customers do not see: by its usual name, or by one that promises
/// the same. What is not surely private, or sends an e-mail, is never taken.
fn private_note(outcomes: &[halo::Outcome]) -> Option<i64> {
    let named = |fits: fn(&str) -> bool| {
        let mut shown = outcomes
            .iter()
            .filter(|outcome| outcome.hidden != Some(true));
        shown.find(|outcome| {
            let name = outcome.name.as_deref().unwrap_or_default().to_lowercase();
            fits(name.trim())
        })
    };
    let found = named(|name| name == "private note").or_else(|| {
        named(|name| {
            let is_private = name.contains("private") || name.contains("internal");
            is_private && name.contains("note") && !name.contains("mail")
        })
    });
    found.map(|outcome| outcome.id)
}

/// Deletes the ticket and looks whether it is gone. To an agent that never saw it, `was_seen`, a
/// ticket that Halo does not show proves nothing: it may be hidden.
pub(super) async fn delete(halo: &Halo, number: i64, was_seen: bool) -> Became {
    let errand = errand();
    let was_seen = was_seen || halo.ticket(&errand, number).await.is_ok();
    let deleted = halo.delete_ticket(&errand, number, &reason()).await;
    match deleted {
        Ok(()) | Err(WriteError::Uncertain(_)) => match halo.ticket(&errand, number).await {
            Err(HaloError::NotFound) if deleted.is_ok() || was_seen => Became::Done,
            Ok(record) if record.inactive == Some(true) => Became::Done,
            Ok(_) => Became::Refused(match deleted {
                Ok(()) => Why::NotSo,
                Err(_) => Why::NoAnswer,
            }),
            Err(_) => Became::Refused(Why::NoAnswer),
        },
        Err(error) => Became::Refused(not_written(error)),
    }
}

/// Closes the ticket and looks whether it is closed.
pub(super) async fn close(halo: &Halo, number: i64) -> Became {
    let errand = errand();
    let statuses = match halo.statuses(&errand).await {
        Ok(statuses) => statuses,
        Err(error) => return Became::Refused(not_looked_up(&error)),
    };
    let by_name = statuses.iter().find(|status| {
        let name = status.name.as_deref().unwrap_or_default();
        name.trim().eq_ignore_ascii_case("closed")
    });
    let closed = by_name.or_else(|| statuses.iter().find(|status| status.id == CLOSED));
    let Some(closed) = closed.map(|status| status.id) else {
        return Became::Refused(Why::NoClosedStatus);
    };
    let written = halo.set_ticket_status(&errand, number, closed).await;
    if let Err(error @ (WriteError::Refused(_) | WriteError::NotSent(_))) = written {
        return Became::Refused(not_written(error));
    }
    let is_closed = |record: &TicketRecord| record.status_id == Some(closed);
    match halo.ticket(&errand, number).await {
        Ok(record) if is_closed(&record) => Became::Done,
        Ok(_) if written.is_ok() => Became::Refused(Why::NotSo),
        _ => Became::Refused(Why::NoAnswer),
    }
}

fn not_written(error: WriteError) -> Why {
    match error {
        WriteError::Refused(refusal) => refused(refusal),
        WriteError::NotSent(_) => Why::NotReached,
        WriteError::Uncertain(_) => Why::NoAnswer,
    }
}

fn refused(refusal: Refusal) -> Why {
    match refusal {
        Refusal::Unauthorised => Why::Unauthorised,
        Refusal::Forbidden => Why::Forbidden,
        Refusal::NotFound => Why::NotFound,
        Refusal::MandatoryField { said } => Why::MandatoryField { said },
        Refusal::Approval { said } => Why::Approval { said },
        Refusal::Numbering { said } => Why::Numbering { said },
        Refusal::Rule { said } => Why::Rule { said },
    }
}

/// Why what a write needs could not be looked up; nothing was written then.
fn not_looked_up(error: &HaloError) -> Why {
    match not_read(error) {
        Why::NoAnswer => Why::NotReached,
        why => why,
    }
}

fn not_read(error: &HaloError) -> Why {
    match error {
        HaloError::Unauthorised => Why::Unauthorised,
        HaloError::Forbidden => Why::Forbidden,
        HaloError::NotFound => Why::NotFound,
        HaloError::Refused { said, .. } => Why::Rule { said: said.clone() },
        _ => Why::NoAnswer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use halo::{Credentials, Limits, Outcome, ServerUrl, Transport};
    use serde_json::json;
    use wiremock::matchers::{method, path};
    use wiremock::{Mock, MockServer, ResponseTemplate};

    /// A Halo that issues a token and answers nothing else yet.
    async fn halo(server: &MockServer) -> Halo {
        let token = json!({ "access_token": "abc", "token_type": "Bearer", "expires_in": 3600, "scope": "all" });
        Mock::given(method("POST"))
            .and(path("/auth/token"))
            .respond_with(ResponseTemplate::new(200).set_body_json(token))
            .mount(server)
            .await;
        let at = |path: &str| format!("{}/{path}", server.uri()).parse::<ServerUrl>();
        let auth = at("auth").expect("an address");
        let credentials = Credentials {
            client_id: "one".to_owned(),
            secret: "two".to_owned().into(),
        };
        let transport = Transport::new(Limits::default());
        let token = halo::sign_in(&transport, &errand(), &auth, None, &credentials, &["all"]).await;
        let api = at("api").expect("an address");
        Halo::new(transport, api, token.expect("a token"))
    }

    #[tokio::test]
    async fn a_ticket_that_is_not_shown_is_gone_only_if_it_was_shown_before() {
        let server = MockServer::start().await;
        let halo = halo(&server).await;
        let on = |what| Mock::given(method(what)).and(path("/api/Tickets/7"));
        // The answer to deleting gets lost, and afterwards Halo shows no such ticket.
        let lost = on("DELETE").respond_with(ResponseTemplate::new(502));
        lost.mount(&server).await;
        let hidden = on("GET").respond_with(ResponseTemplate::new(404));
        hidden.mount(&server).await;
        let unknown = Became::Refused(Why::NoAnswer);
        assert_eq!(delete(&halo, 7, false).await, unknown, "it may be hidden");
        assert_eq!(delete(&halo, 7, true).await, Became::Done);

        // Not read back during the trial, though seen right before it is deleted.
        let seen =
            on("GET").respond_with(ResponseTemplate::new(200).set_body_json(json!({ "id": 7 })));
        seen.up_to_n_times(1).with_priority(1).mount(&server).await;
        assert_eq!(delete(&halo, 7, false).await, Became::Done);
    }

    #[test]
    fn only_an_outcome_that_is_surely_private_is_taken_for_the_note() {
        let outcomes = |names: &[&str]| -> Vec<Outcome> {
            let rows = (1..).zip(names).map(|(id, name)| Outcome {
                id,
                name: Some((*name).to_owned()),
                hidden: None,
            });
            rows.collect()
        };
        let taken = |names: &[&str]| private_note(&outcomes(names));
        assert_eq!(
            taken(&["Internal Note", " Private Note "]),
            Some(2),
            "by its name"
        );
        assert_eq!(
            taken(&["Public Note", "Internal note"]),
            Some(2),
            "by one like it"
        );
        for name in [
            "Public Note",
            "Customer Note",
            "Note",
            "Internal Email",
            "Email Private Note",
        ] {
            assert_eq!(taken(&[name]), None, "{name}");
        }
        let mut hidden = outcomes(&["Private Note"]);
        hidden[0].hidden = Some(true);
        assert_eq!(private_note(&hidden), None);
    }
}

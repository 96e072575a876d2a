//! Writing a mapping into the vendor's product: the integration's number, what would be written,
//! writing it, and what became of it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::json;

use super::work::{KeepsPages, Work, start};
use super::{At, reader};
use crate::error::{CommandError, ErrorCode};
use crate::mapping::writing::{self as at_work, About, Plan, Row, Run, Server};
use crate::mapping::{self, Broken, LeftOut};
use crate::saved::LIST_WRITER;
use crate::wire::{
    ByMapping, IncludeRows, IntegrationNumber, MappingRun, SavedFile, StartWritePlan, StartWriting,
    WriteRows, WriteWindow, WritingReply, WritingView, WrittenRows, WrittenWindow,
};
use crate::wizard::Wizard;
use crate::words;

/// The longest number that an integration has, in digits.
const MOST_DIGITS: usize = 12;

/// Writing a mapping, as it stands.
pub async fn writing(wizard: &Wizard, request: ByMapping) -> Result<WritingView, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    view(wizard, &at).await
}

/// Keeps the number that the vendor gave to the integration.
pub async fn set_integration_number(
    wizard: &Wizard,
    request: IntegrationNumber,
) -> Result<WritingReply, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    let problem = match integration(&request.number) {
        Ok(number) if kept_number(&at) != Some(number) => {
            wizard
                .writings()
                .forget_plan(at.connection.id, &at.spec.key);
            let kept = json!({ "integration": number });
            let store = wizard.store();
            store
                .set_answer(at.connection.id, &answer(&at), &kept)
                .await?;
            None
        }
        Ok(_) => None,
        Err(problem) => Some(problem),
    };
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let view = view(wizard, &at).await?;
    Ok(WritingReply { problem, view })
}

/// Looks what would be written, in the background. Writes nothing.
pub async fn start_write_plan(
    wizard: &Wizard,
    request: StartWritePlan,
) -> Result<MappingRun, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    wizard
        .writings()
        .forget_plan(at.connection.id, &at.spec.key);
    Ok(start(wizard, at, KeepsPages::No, move |work| async move {
        let server = server(&work.wizard, &work.at).await?;
        let decided = {
            let mut open = work.at.open(&work.wizard).await?;
            at_work::decided(open.board())
        };
        let only = match request.only_failed {
            true => Some(not_done(&work).await?),
            false => None,
        };
        let wanted = |row: &at_work::Decided| match &only {
            Some(only) => only.contains(&row.customer),
            None => true,
        };
        let decided: Vec<_> = decided.into_iter().filter(wanted).collect();
        let errand = at_work::reading(&work.cancel);
        let reading = async {
            let matchers = at_work::read_matchers(&server, &errand, &work.progress).await?;
            let companies = mapping::read_companies(
                &server.transport,
                &errand,
                &server.origin,
                &server.key,
                &work.progress,
            );
            Ok::<_, Broken>((matchers, companies.await?))
        };
        let both = mapping::showing_waits(&errand, &work.progress, reading).await;
        let (matchers, companies) = both?;
        let companies = companies.items.into_iter().map(|it| it.record);
        let companies: HashMap<u64, String> = companies
            .filter_map(|company| Some((company.id.parse().ok()?, company.name)))
            .collect();
        let writings = work.wizard.writings();
        let plan = Plan {
            number: writings.next_number(),
            made: work.wizard.clock().now(),
            host: host(&server),
            integration: server.integration,
            rows: at_work::plan(decided, matchers, &companies),
        };
        writings.set_plan(work.at.connection.id, &work.at.spec.key, plan);
        Ok(LeftOut::default())
    }))
}

/// The rows of the plan that are in sight.
pub async fn write_plan_rows(
    wizard: &Wizard,
    request: WriteWindow,
) -> Result<WriteRows, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    let rows = wizard
        .writings()
        .with_plan(at.connection.id, &at.spec.key, |plan| {
            at_work::plan_rows(plan, &request)
        });
    Ok(rows.unwrap_or(WriteRows {
        total: 0,
        rows: Vec::new(),
    }))
}

/// Includes rows of the plan, or leaves them out.
pub async fn include_in_writing(
    wizard: &Wizard,
    request: IncludeRows,
) -> Result<WritingView, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    let included = |plan: &mut Plan| {
        if plan.number != request.plan {
            return false;
        }
        for row in plan.rows.iter_mut().filter(|it| it.state.may_be_included()) {
            let is_meant = match (&request.row, request.state) {
                (Some(id), _) => row.decided.customer == *id,
                (None, Some(state)) => row.state.shown() == state,
                (None, None) => false,
            };
            if is_meant {
                row.is_included = request.included;
            }
        }
        true
    };
    let writings = wizard.writings();
    let done = writings.with_plan(at.connection.id, &at.spec.key, included);
    if done != Some(true) {
        return Err(refusal("writing-other-plan"));
    }
    view(wizard, &at).await
}

/// Forgets what would be written.
pub async fn drop_write_plan(
    wizard: &Wizard,
    request: ByMapping,
) -> Result<WritingView, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    wizard
        .writings()
        .forget_plan(at.connection.id, &at.spec.key);
    view(wizard, &at).await
}

/// Writes the rows that are included in the plan that was shown, in the background.
pub async fn start_writing(
    wizard: &Wizard,
    request: StartWriting,
) -> Result<MappingRun, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    let writings = wizard.writings();
    let place = writings.hold(at.connection.id, &at.spec.key);
    let place = place.ok_or_else(|| refusal("writing-one-at-a-time"))?;
    let taken = |plan: &mut Plan| (plan.number == request.plan).then(|| plan.clone());
    let plan = writings.with_plan(at.connection.id, &at.spec.key, taken);
    let plan = plan.flatten();
    let plan = plan.ok_or_else(|| refusal("writing-other-plan"))?;
    let included = plan.rows.iter().filter(|row| row.is_included);
    let decided: HashSet<_> = {
        let mut open = at.open(wizard).await?;
        at_work::decided(open.board())
            .into_iter()
            .map(key)
            .collect()
    };
    if !included
        .clone()
        .all(|row| decided.contains(&key(row.decided.clone())))
    {
        return Err(refusal("writing-decided-since"));
    }
    let rows: Vec<Row> = included.filter_map(Row::of).collect();
    if rows.is_empty() || u32::try_from(rows.len()) != Ok(request.rows) {
        return Err(refusal("writing-other-plan"));
    }
    let about = About {
        host: plan.host.clone(),
        integration: plan.integration,
        stopped: None,
    };
    // From here on it is no plan any more: what comes next is looked at anew.
    writings.forget_plan(at.connection.id, &at.spec.key);
    let place = Arc::new(place);
    let held = Arc::clone(&place);
    let run = start(wizard, at, KeepsPages::No, move |work| async move {
        let _held = held;
        let server = server(&work.wizard, &work.at).await?;
        if host(&server) != about.host || server.integration != about.integration {
            return Err(Broken::Because(words::say("writing-other-plan")));
        }
        let run = Run {
            store: work.wizard.store(),
            clock: work.wizard.clock(),
            connection: work.at.connection.id,
            mapping: &work.at.spec.key,
            server: &server,
            progress: &work.progress,
            stop: &work.cancel,
            about,
            rows,
        };
        Box::pin(run.go()).await
    });
    place.is_for(run.run);
    Ok(run)
}

/// The rows of the last writing that are in sight.
pub async fn written_rows(
    wizard: &Wizard,
    request: WrittenWindow,
) -> Result<WrittenRows, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    let last = at_work::last(wizard.store(), at.connection.id, &at.spec.key).await?;
    Ok(match last {
        Some(last) => at_work::written_rows(&last, &request),
        None => WrittenRows {
            total: 0,
            rows: Vec::new(),
        },
    })
}

/// Saves what became of the last writing to a file the admin chooses.
pub async fn save_written(wizard: &Wizard, request: ByMapping) -> Result<SavedFile, CommandError> {
    let at = At::with_writer(wizard, &request.connection, &request.mapping).await?;
    let last = at_work::last(wizard.store(), at.connection.id, &at.spec.key).await?;
    let last = last.ok_or_else(CommandError::bad_request)?;
    let name = format!("{}-{}-written", at.connection.name, at.spec.key);
    let name = format!("{}.csv", crate::handlers::finish::file_name(&name));
    let contents = at_work::csv(&last);
    let path = wizard.host().save_file(&name, &contents).await?;
    Ok(SavedFile {
        path: path.map(|path| path.display().to_string()),
    })
}

async fn view(wizard: &Wizard, at: &At) -> Result<WritingView, CommandError> {
    let (id, mapping) = (at.connection.id, &at.spec.key);
    let Some(writer) = &at.spec.writer else {
        return Ok(WritingView::default());
    };
    let decided = {
        let mut open = at.open(wizard).await?;
        at_work::decided(open.board()).len()
    };
    let server = reader::view(wizard, at).await;
    let address = server.as_ref().and_then(|it| it.address.as_deref());
    let host = address.and_then(|it| url::Url::parse(it).ok()?.host_str().map(str::to_owned));
    let running = wizard.writings().run_for(id, mapping);
    let last = at_work::last(wizard.store(), id, mapping).await?;
    Ok(WritingView {
        offered: true,
        host,
        has_key: server.is_some_and(|it| it.has_key),
        number: kept_number(at).map(|number| number.to_string()),
        number_hint: writer.number_hint.clone(),
        remarks: writer.remarks.clone(),
        decided: u32::try_from(decided).unwrap_or(u32::MAX),
        running,
        plan: wizard
            .writings()
            .with_plan(id, mapping, |plan| at_work::plan_view(plan)),
        last: last.map(|last| at_work::written_view(&last, running.is_some())),
    })
}

impl At {
    async fn with_writer(
        wizard: &Wizard,
        connection: &str,
        mapping: &str,
    ) -> Result<Self, CommandError> {
        let at = Self::find(wizard, connection, mapping).await?;
        match at.spec.writer {
            Some(_) => Ok(at),
            None => Err(CommandError::bad_request()),
        }
    }
}

/// What names a decision: whose it is and which company.
fn key(decided: at_work::Decided) -> (String, String, Option<String>) {
    (decided.customer, decided.company, decided.shared_with)
}

/// The customers of the last writing that do not surely stand there.
async fn not_done(work: &Work) -> Result<HashSet<String>, Broken> {
    let (id, mapping) = (work.at.connection.id, &work.at.spec.key);
    let last = at_work::last(work.wizard.store(), id, mapping).await?;
    let rows = last.into_iter().flat_map(|last| last.rows);
    let rows = rows.filter(|row| !row.became.is_done());
    Ok(rows.map(|row| row.customer).collect())
}

/// The server with its key, and the integration.
async fn server(wizard: &Wizard, at: &At) -> Result<Server, Broken> {
    let known = reader::address_and_key(wizard, at).await;
    let (origin, key) = known.map_err(Broken::Because)?;
    let integration = kept_number(at);
    let integration =
        integration.ok_or_else(|| Broken::Because(words::say("writing-number-missing")))?;
    Ok(Server {
        transport: wizard.transport().clone(),
        origin,
        key,
        integration,
    })
}

fn host(server: &Server) -> String {
    server.origin.host_str().unwrap_or_default().to_owned()
}

fn refusal(key: &str) -> CommandError {
    CommandError::new(ErrorCode::Desktop, words::say(key))
}

fn answer(at: &At) -> String {
    format!("{LIST_WRITER}{}", at.spec.key)
}

fn kept_number(at: &At) -> Option<u64> {
    at.connection.answers.get(&answer(at))?["integration"].as_u64()
}

/// The number as typed, or what is wrong with it.
fn integration(typed: &str) -> Result<u64, String> {
    let typed = typed.trim();
    let is_number = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    let number = typed.parse().ok().filter(|number| *number > 0);
    number
        .filter(|_| is_number && typed.len() <= MOST_DIGITS)
        .ok_or_else(|| words::say("writing-number-wrong"))
}

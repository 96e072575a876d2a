//! Writing a mapping into the vendor's product: what would be written, writing it, and what became
//! of it. Where it is written is in [`super::integration`].

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::integration::{host, kept_number, server};
use super::work::{KeepsPages, Work, start};
use super::{At, reader};
use crate::error::{CommandError, ErrorCode};
use crate::mapping::writing::{self as at_work, About, Plan, Row, Run};
use crate::mapping::{self, Broken, LeftOut};
use crate::wire::{
    ByMapping, IncludeRows, MappingRun, SavedFile, StartWritePlan, StartWriting, WriteRows,
    WriteWindow, WritingView, WrittenRows, WrittenWindow,
};
use crate::wizard::Wizard;
use crate::words;

/// Writing a mapping, as it stands.
pub async fn writing(wizard: &Wizard, request: ByMapping) -> Result<WritingView, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    view(wizard, &at).await
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
        let only = if request.only_failed {
            Some(not_done(&work).await?)
        } else {
            None
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
            origin: server.origin.clone(),
            host: host(&server),
            integration: server.integration,
            rows: at_work::plan(decided, &matchers, &companies),
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
    let origin = plan.origin;
    // From here on it is no plan any more: what comes next is looked at anew.
    writings.forget_plan(at.connection.id, &at.spec.key);
    let place = Arc::new(place);
    let held = Arc::clone(&place);
    let run = start(wizard, at, KeepsPages::No, move |work| async move {
        let _held = held;
        let server = server(&work.wizard, &work.at).await?;
        if server.origin != origin || server.integration != about.integration {
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

/// Writing as the page shows it.
pub(super) async fn view(wizard: &Wizard, at: &At) -> Result<WritingView, CommandError> {
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
    pub(super) async fn with_writer(
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

fn refusal(key: &str) -> CommandError {
    CommandError::new(ErrorCode::Desktop, words::say(key))
}

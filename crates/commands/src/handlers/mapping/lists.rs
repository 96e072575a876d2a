//! How the two lists come in, and suggestions: what takes time runs in the background.

use std::sync::Arc;

use halo::{Errand, Which};
use jiff::Timestamp;
use store::{KeptSide, Side};
use tokio_util::sync::CancellationToken;

use super::{At, reader};
use crate::error::CommandError;
use crate::mapping::{self as at_work, Broken, Changes, Item, Lists, Opened, Progress, Source};
use crate::probe;
use crate::wire::{
    ByMapping, ByRun, KeptList, ListPreview, MappingEnd, MappingProgress, MappingRun, NewList,
    Nothing, PastedList, ReadHaloList, WatchRun,
};
use crate::wizard::Wizard;
use crate::words;

/// How many of the rows that were left out are named.
const NAMED: usize = 100;
/// What the vendor's lists end in.
const ENDINGS: &str = "csv tsv txt";

/// Starts to read Halo's list, or goes on.
pub async fn start_halo_list(
    wizard: &Wizard,
    request: ReadHaloList,
) -> Result<MappingRun, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let which = Which {
        inactive: request.inactive,
        internal: request.internal,
    };
    if request.anew {
        wizard
            .store()
            .forget_mapping_pages(at.connection.id, &at.spec.key, Side::Halo)
            .await?;
    }
    Ok(start(wizard, at, move |work| async move {
        let items = work.halo_list(which).await?;
        let how = if which.inactive {
            "mapping-how-halo-inactive"
        } else {
            "mapping-how-halo"
        };
        work.keep(Side::Halo, items, words::say(how), 0).await
    }))
}

/// Starts to read the vendor's list from its API.
pub async fn start_vendor_list(
    wizard: &Wizard,
    request: ByMapping,
) -> Result<MappingRun, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    if at.spec.reader.is_none() {
        return Err(CommandError::bad_request());
    }
    Ok(start(wizard, at, |work| async move {
        let (origin, key) = reader::address_and_key(&work.wizard, &work.at)
            .await
            .map_err(Broken::Because)?;
        let errand = at_work::errand(&work.cancel);
        let reading = at_work::read_companies(
            work.wizard.transport(),
            &errand,
            &origin,
            &key,
            &work.progress,
        );
        let items = showing_waits(&errand, &work.progress, reading).await?;
        let how = origin.host_str().unwrap_or_default().to_owned();
        work.keep(Side::Vendor, items, how, 0).await
    }))
}

/// Starts to make suggestions for the lists as they are.
pub async fn start_suggestions(
    wizard: &Wizard,
    request: ByMapping,
) -> Result<MappingRun, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    Ok(start(wizard, at, |work| async move {
        let lists = {
            let mut open = work.at.open(&work.wizard).await?;
            Arc::new(Lists::of(open.board()))
        };
        let (made_of, progress, cancel) = (
            Arc::clone(&lists),
            work.progress.clone(),
            work.cancel.clone(),
        );
        let making = move || at_work::suggest(&made_of, &progress, &cancel);
        let proposals = match tokio::task::spawn_blocking(making).await {
            Ok(made) => made.map_err(|_| Broken::Cancelled)?,
            Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
        };
        let mut open = work.at.open(&work.wizard).await?;
        let board = open.board();
        if !lists.are_of(board) {
            let words = words::say("mapping-several-lists-changed");
            return Err(Broken::Because(words));
        }
        board.suggestions = Some(Arc::new(proposals));
        board.version += 1;
        Ok(0)
    }))
}

/// Waits for a reading or for suggestions to move on, ten seconds at most.
pub async fn watch_mapping(
    wizard: &Wizard,
    request: WatchRun,
) -> Result<MappingProgress, CommandError> {
    wizard
        .mapping_runs()
        .watch(request.run, request.seen)
        .await
        .ok_or_else(CommandError::bad_request)
}

/// Stops a reading or the making of suggestions.
pub async fn cancel_mapping(wizard: &Wizard, request: ByRun) -> Result<Nothing, CommandError> {
    wizard.mapping_runs().cancel(request.run);
    Ok(Nothing {})
}

/// Lets the admin choose a file with the vendor's list, and shows what is in it.
pub async fn choose_vendor_list(
    wizard: &Wizard,
    request: ByMapping,
) -> Result<Option<ListPreview>, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let (title, kind) = (
        words::say("mapping-file-title"),
        words::say("mapping-file-kind"),
    );
    let Some(path) = wizard.host().choose_file(&title, &kind, ENDINGS).await? else {
        return Ok(None);
    };
    Ok(Some(show(wizard, &at, Opened::file(&path).await)))
}

/// Takes the vendor's list as pasted text, and shows what is in it.
pub async fn paste_vendor_list(
    wizard: &Wizard,
    request: PastedList,
) -> Result<ListPreview, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    Ok(show(wizard, &at, Opened::paste(&request.text)))
}

fn show(wizard: &Wizard, at: &At, opened: Result<Opened, String>) -> ListPreview {
    match opened {
        Ok(opened) => {
            let shown = at_work::preview(&opened);
            wizard
                .boards()
                .set_opened(at.connection.id, &at.spec.key, opened);
            shown
        }
        Err(problem) => ListPreview::unreadable(problem),
    }
}

/// Keeps the list that was shown last, with these columns.
pub async fn keep_vendor_list(wizard: &Wizard, request: NewList) -> Result<KeptList, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let opened = wizard.boards().opened(at.connection.id, &at.spec.key);
    let read = match &opened {
        None => Err(words::say("mapping-nothing-opened")),
        Some(opened) => at_work::keep(opened, &at_work::columns(&request.columns)),
    };
    let (problem, left_out, problems) = match (read, opened) {
        (Ok((items, rows)), Some(opened)) => {
            let left_out = u32::try_from(rows.left_out).unwrap_or(u32::MAX);
            let problems = rows.problems.iter().take(NAMED).map(|it| format!("{it}."));
            let problems: Vec<String> = problems.collect();
            if items.is_empty() {
                (Some(words::say("mapping-list-empty")), left_out, problems)
            } else {
                keep_list(wizard, &at, Side::Vendor, items, opened.name, left_out).await?;
                (None, left_out, problems)
            }
        }
        (Err(problem), _) => (Some(problem), 0, Vec::new()),
        (Ok(_), None) => return Err(CommandError::bad_request()),
    };
    let mut open = at.open(wizard).await?;
    Ok(KeptList {
        problem,
        left_out,
        problems,
        view: at.view(wizard, open.board()).await,
    })
}

/// Keeps a list in the store, with what is different from the one before, and shows it.
async fn keep_list(
    wizard: &Wizard,
    at: &At,
    side: Side,
    items: Vec<Item>,
    how: String,
    left_out: u32,
) -> Result<(), CommandError> {
    let mut open = at.open(wizard).await?;
    let board = open.board();
    let before = board.list(side);
    let changes = Changes::between(before.read.map(|_| before.items.as_slice()), &items);
    let json = |value: Result<serde_json::Value, serde_json::Error>| value.unwrap_or_default();
    let kept = KeptSide {
        read: Timestamp::now(),
        source: json(serde_json::to_value(Source {
            how,
            left_out,
            rows: u32::try_from(items.len()).unwrap_or(u32::MAX),
        })),
        rows: at_work::write(&items),
        changes: json(serde_json::to_value(changes)),
    };
    wizard
        .store()
        .keep_mapping_side(at.connection.id, &at.spec.key, side, &kept)
        .await?;
    board.load_list(wizard.store(), side).await
}

/// Something that runs in the background.
struct Work {
    wizard: Wizard,
    at: At,
    progress: Progress,
    cancel: CancellationToken,
}

impl Work {
    async fn halo_list(&self, which: Which) -> Result<Vec<Item>, Broken> {
        let (wizard, connection) = (&self.wizard, &self.at.connection);
        self.progress
            .show(&words::say("mapping-signing-in"), 0, None);
        let plan = wizard.plan(connection).await?;
        let target = wizard.target(connection).await;
        let errand = at_work::errand(&self.cancel);
        let reading = async {
            let opening = probe::open(wizard.transport(), &errand, &plan, &target);
            let halo = match Box::pin(opening).await {
                Err(_) if self.cancel.is_cancelled() => return Err(Broken::Cancelled),
                opened => opened?,
            };
            let reading = at_work::Reading {
                store: wizard.store(),
                connection: connection.id,
                mapping: &self.at.spec.key,
                kind: self.at.spec.kind,
                which,
                progress: &self.progress,
            };
            at_work::read_halo(&reading, &halo, &errand).await
        };
        showing_waits(&errand, &self.progress, reading).await
    }

    async fn keep(
        &self,
        side: Side,
        items: Vec<Item>,
        how: String,
        left_out: u32,
    ) -> Result<u32, Broken> {
        keep_list(&self.wizard, &self.at, side, items, how, left_out).await?;
        Ok(left_out)
    }

    /// How it ended, with the mapping as it is then.
    async fn end(&self, outcome: Result<u32, Broken>) -> Result<MappingEnd, CommandError> {
        let mut open = self.at.open(&self.wizard).await?;
        let board = open.board();
        if outcome.is_err() {
            // Pages may have been kept.
            board.count_begun(self.wizard.store()).await?;
        }
        let kept = board.halo.begun.unwrap_or_default();
        Ok(match outcome {
            Ok(left_out) => MappingEnd::Done {
                view: Box::new(self.at.view(&self.wizard, board).await),
                left_out,
            },
            Err(Broken::Cancelled) => MappingEnd::Cancelled { kept },
            Err(Broken::Because(message)) => MappingEnd::Stopped { message, kept },
        })
    }
}

/// Starts something in the background, to be watched by its number.
fn start<Running>(
    wizard: &Wizard,
    at: At,
    run: impl FnOnce(Arc<Work>) -> Running + Send + 'static,
) -> MappingRun
where
    Running: Future<Output = Result<u32, Broken>> + Send,
{
    let (number, progress, cancel) = wizard.mapping_runs().begin();
    let work = Arc::new(Work {
        wizard: wizard.clone(),
        at,
        progress,
        cancel,
    });
    tokio::spawn(async move {
        let outcome = Box::pin(run(Arc::clone(&work))).await;
        let end = work.end(outcome).await;
        work.progress
            .end(end.unwrap_or_else(|error| MappingEnd::Stopped {
                message: error.message,
                kept: 0,
            }));
    });
    MappingRun { run: number }
}

/// Shows every wait that the other side imposes, for as long as the work lasts.
async fn showing_waits<T>(
    errand: &Errand,
    progress: &Progress,
    work: impl Future<Output = T>,
) -> T {
    let mut waiting = errand.waiting();
    let waits = async {
        loop {
            let seconds = waiting
                .borrow_and_update()
                .map(|wait| u32::try_from(wait.seconds).unwrap_or(u32::MAX));
            progress.waiting(seconds);
            if waiting.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        done = work => done,
        () = waits => unreachable!("waits are shown until the work ends"),
    }
}

//! How the two lists come in, and suggestions: what takes time runs in the background.

use std::sync::Arc;

use halo::Which;
use store::Side;

use super::work::{KeepsPages, keep_list, start};
use super::{At, reader};
use crate::error::CommandError;
use crate::mapping::{self as at_work, Broken, LeftOut, Lists, Opened, Source, showing_waits};
use crate::wire::{
    ByMapping, ByRun, KeptList, ListPreview, MappingProgress, MappingRun, NewList, Nothing,
    PastedList, ReadHaloList, WatchRun,
};
use crate::wizard::Wizard;
use crate::words;

/// How many of the rows that were left out are named.
pub(super) const NAMED: usize = 100;
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
    Ok(start(wizard, at, KeepsPages::Yes, move |work| async move {
        let read = work.halo_list(which).await?;
        let how = words::say(match (which.inactive, which.internal) {
            (false, false) => "mapping-how-halo",
            (true, false) => "mapping-how-halo-inactive",
            (false, true) => "mapping-how-halo-internal",
            (true, true) => "mapping-how-halo-all",
        });
        let how = match read.missing {
            0 => how,
            missing => {
                let missing = missing.to_string();
                let known = [("how", how.as_str()), ("missing", missing.as_str())];
                words::say_with("mapping-how-incomplete", &known)
            }
        };
        let how = match read.withheld.len() {
            0 => how,
            _ if read.missing > 0 => how,
            many => {
                let many = many.to_string();
                let known = [("how", how.as_str()), ("many", many.as_str())];
                words::say_with("mapping-how-withheld", &known)
            }
        };
        let mut withheld = read.withheld;
        withheld.extend(read.left_out.ids.iter().cloned());
        let source = Source {
            how,
            missing: read.missing,
            inactive: which.inactive,
            internal: which.internal,
            withheld,
            ..Source::default()
        };
        work.keep(Side::Halo, read.items, source, read.left_out)
            .await
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
    Ok(start(wizard, at, KeepsPages::No, |work| async move {
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
        let read = showing_waits(&errand, &work.progress, reading).await?;
        let how = origin.host_str().unwrap_or_default().to_owned();
        let source = Source {
            how,
            withheld: read.left_out.ids.clone(),
            ..Source::default()
        };
        work.keep(Side::Vendor, read.items, source, read.left_out)
            .await
    }))
}

/// Starts to make suggestions for the lists as they are.
pub async fn start_suggestions(
    wizard: &Wizard,
    request: ByMapping,
) -> Result<MappingRun, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    Ok(start(wizard, at, KeepsPages::No, |work| async move {
        let lists = {
            let mut open = work.at.open(&work.wizard).await?;
            Arc::new(Lists::of(open.board()))
        };
        let making = at_work::made(Arc::clone(&lists), &work.progress, &work.cancel);
        let proposals = making.await?;
        let mut open = work.at.open(&work.wizard).await?;
        let board = open.board();
        if !lists.are_of(board) {
            let words = words::say("mapping-several-lists-changed");
            return Err(Broken::Because(words));
        }
        board.suggestions = Some(Arc::new(proposals));
        board.version += 1;
        Ok(LeftOut::default())
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
            let shown = at_work::preview(&opened, &at.spec);
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
        Some(opened) => at_work::keep(opened, &at_work::columns(&request.columns), request.header),
    };
    let (problem, left_out, problems) = match (read, opened) {
        (Ok((items, rows)), Some(opened)) => {
            let withheld = rows.left_out_ids.into_iter().collect();
            let left_out = u32::try_from(rows.left_out).unwrap_or(u32::MAX);
            let problems = rows.problems.iter().take(NAMED).map(|it| format!("{it}."));
            let problems: Vec<String> = problems.collect();
            if items.is_empty() {
                (Some(words::say("mapping-list-empty")), left_out, problems)
            } else {
                let source = Source {
                    how: opened.name,
                    left_out,
                    withheld,
                    ..Source::default()
                };
                keep_list(wizard, &at, Side::Vendor, items, source).await?;
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

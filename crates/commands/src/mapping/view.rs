//! A mapping as the page shows it.

use halo::Which;
use setup::profile::{MappingKind, Side as Whose};
use store::{Side, Verdict};

use super::Board;
use super::board::List;
use super::in_sight::in_sight;
use crate::wire::{
    ChangedItem, ChangedItems, ChangesWindow, HaloChoice, ListChange, ListState, MappingCard,
    MappingView, ReaderView, WhichList,
};
use crate::words;

/// The mapping in the list of mappings.
pub(crate) fn card(board: &Board) -> MappingCard {
    let spec = &board.spec;
    MappingCard {
        key: spec.key.clone(),
        kind: spec.kind,
        halo: spec.halo.clone(),
        vendor: spec.vendor.clone(),
        asks_vendor: spec.rows == Whose::Vendor,
        many_to_one: spec.many_to_one,
        actions: spec.actions.clone(),
        halo_list: state(&board.halo),
        vendor_list: state(&board.vendor),
        counts: board.counts(),
    }
}

/// The mapping on its own page.
pub(crate) fn view(board: &Board, reader: Option<ReaderView>) -> MappingView {
    MappingView {
        card: card(board),
        suggested: board.suggestions.is_some(),
        can_undo: board.steps.back,
        can_redo: board.steps.forth,
        values_known: !board.spec.values.is_empty(),
        reader,
        file: board.spec.file.as_ref().map(|file| file.title.clone()),
        offers_inactive: board.spec.kind == MappingKind::Customers,
    }
}

fn state(list: &List) -> ListState {
    ListState {
        rows: u32::try_from(list.items.len()).unwrap_or(u32::MAX),
        read: list.read.map(|read| read.to_string()),
        how: list.read.map(|_| list.source.how.clone()),
        begun: list.begun.map(|begun| begun.rows),
        which: which(list),
        changes: list.changes.counts(),
        taken_over: list.source.taken_over,
    }
}

/// The choice of the reading that was begun, or else of the list as it is.
fn which(list: &List) -> HaloChoice {
    let of_list = Which {
        inactive: list.source.inactive,
        internal: list.source.internal,
    };
    let which = list.begun.map_or(of_list, |begun| begun.which);
    HaloChoice {
        inactive: which.inactive,
        internal: which.internal,
    }
}

/// A part of what is different in a list from the time before.
pub(crate) fn changes(board: &Board, request: &ChangesWindow) -> ChangedItems {
    let side = match request.list {
        WhichList::Halo => Side::Halo,
        WhichList::Vendor => Side::Vendor,
    };
    let list = board.list(side);
    let is = |id: &String, was: Option<&String>| {
        let item = list.get(id)?;
        Some(ChangedItem {
            id: id.clone(),
            name: item.record.name.clone(),
            was: was.cloned(),
            decision: None,
        })
    };
    let gone = |id: &String, name: &String| {
        Some(ChangedItem {
            id: id.clone(),
            name: name.clone(),
            was: None,
            decision: kept_for(board, side, id),
        })
    };
    let changes = &list.changes;
    match request.what {
        ListChange::New => part(request, changes.new.iter(), |id| is(id, None)),
        ListChange::Renamed => {
            let renamed = changes.renamed.iter();
            part(request, renamed, |(id, was)| is(id, Some(was)))
        }
        ListChange::Gone => part(request, changes.gone.iter(), |(id, name)| gone(id, name)),
        ListChange::Kept if side == board.asking() => {
            let mut kept: Vec<_> = board.kept().collect();
            kept.sort_by_key(|decision| (&decision.name, &decision.row));
            part(request, kept.into_iter(), |it| gone(&it.row, &it.name))
        }
        ListChange::Kept => part(request, std::iter::empty::<()>(), |()| None),
    }
}

/// The part of all changes that is asked for.
fn part<T>(
    request: &ChangesWindow,
    all: impl Iterator<Item = T>,
    item: impl Fn(T) -> Option<ChangedItem>,
) -> ChangedItems {
    let (total, shown) = in_sight(all, request.offset, request.count);
    let items = shown.into_iter().filter_map(item).collect();
    ChangedItems { total, items }
}

/// The decision that is kept for something that is gone, in words.
fn kept_for(board: &Board, side: Side, id: &str) -> Option<String> {
    if side == board.asking() {
        return Some(match &board.decisions.get(id)?.verdict {
            Verdict::Accepted { name, .. } => {
                words::say_with("mapping-kept-accepted", &[("name", name)])
            }
            Verdict::Later => words::say("mapping-kept-later"),
            Verdict::Ignored => words::say("mapping-kept-ignored"),
        });
    }
    let row = board.decisions.values().find(|decision| {
        matches!(&decision.verdict, Verdict::Accepted { id: answer, .. } if answer == id)
    })?;
    Some(words::say_with(
        "mapping-kept-answer",
        &[("name", &row.name)],
    ))
}

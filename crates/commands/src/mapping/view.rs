//! A mapping as the page shows it.

use halo::Which;
use setup::profile::{MappingKind, Side as Whose};
use store::{Side, Verdict};

use super::board::List;
use super::{Board, Item};
use crate::wire::{
    GoneItem, HaloChoice, ListChanges, ListState, MappingCard, MappingChanges, MappingView,
    ReaderView, RenamedItem,
};
use crate::words;

/// Most entries of each kind of change that are shown.
const SHOWN: usize = 500;

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

/// What is different in both lists from the time before.
pub(crate) fn changes(board: &Board) -> MappingChanges {
    MappingChanges {
        halo: list_changes(board, Side::Halo),
        vendor: list_changes(board, Side::Vendor),
    }
}

fn list_changes(board: &Board, side: Side) -> ListChanges {
    let list = board.list(side);
    let renamed = list.changes.renamed.iter().filter_map(|(id, was)| {
        Some(RenamedItem {
            id: id.clone(),
            was: was.clone(),
            is: list.get(id)?.record.name.clone(),
        })
    });
    let gone = list.changes.gone.iter().map(|(id, name)| GoneItem {
        id: id.clone(),
        name: name.clone(),
        decision: kept_for(board, side, id),
    });
    let new = list.changes.new.iter();
    ListChanges {
        counts: list.changes.counts(),
        new: new
            .filter_map(|id| list.get(id).map(Item::shown))
            .take(SHOWN)
            .collect(),
        renamed: renamed.take(SHOWN).collect(),
        gone: gone.take(SHOWN).collect(),
    }
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

//! Mapping: both lists, suggestions, decisions, and out again.
//!
//! In [`lists`] how the lists come in, in [`reader`] where the vendor's API is and its key.

mod integration;
mod lists;
mod reader;
mod reader_key;
mod work;
mod writing;

use std::path::PathBuf;

pub use integration::set_integration_number;
pub use lists::{
    cancel_mapping, choose_vendor_list, keep_vendor_list, paste_vendor_list, start_halo_list,
    start_suggestions, start_vendor_list, watch_mapping,
};
pub use reader::{forget_reader_key, paste_reader_key, set_reader_address, type_reader_key};
pub use writing::{
    drop_write_plan, include_in_writing, save_written, start_write_plan, start_writing,
    write_plan_rows, writing, written_rows,
};

use setup::profile::Mapping;
use store::Connection;

use crate::error::CommandError;
use crate::mapping::{self as at_work, Board, Open, Saved};
use crate::wire::{
    AcceptClasses, ByConnection, ByMapping, Decide, Decided, Export, ExportFormat, Exported,
    ExportedFile, FindOptions, FoundOptions, MappingCard, MappingChanges, MappingRows, MappingView,
    RowWindow,
};
use crate::wizard::Wizard;
use crate::words;

/// What is mapped between Halo and the product, and how far that is.
pub async fn mappings(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<Vec<MappingCard>, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let plan = wizard.plan(&connection).await?;
    let mut cards = Vec::new();
    for spec in &plan.profile.mappings {
        let mut open = wizard.boards().open(wizard, &connection, spec).await?;
        cards.push(at_work::card(open.board()));
    }
    Ok(cards)
}

/// One mapping as its page shows it.
pub async fn mapping(wizard: &Wizard, request: ByMapping) -> Result<MappingView, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    Ok(at.view(wizard, open.board()).await)
}

/// The rows in sight.
pub async fn mapping_rows(
    wizard: &Wizard,
    request: RowWindow,
) -> Result<MappingRows, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    Ok(at_work::window(open.board(), &request))
}

/// Looks for an answer among all there are.
pub async fn find_mapping_options(
    wizard: &Wizard,
    request: FindOptions,
) -> Result<FoundOptions, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    Ok(at_work::find(open.board(), &request))
}

/// Decides about rows, in one step.
pub async fn decide_mapping(wizard: &Wizard, request: Decide) -> Result<Decided, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    let board = open.board();
    let rows = at_work::decide(board, wizard.store(), &request.rows, &request.decision).await?;
    Ok(at.decided(wizard, board, &rows).await)
}

/// Accepts all undecided rows whose suggestion is of some classes, in one step.
pub async fn accept_suggestions(
    wizard: &Wizard,
    request: AcceptClasses,
) -> Result<Decided, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    let board = open.board();
    let rows = at_work::accept(board, wizard.store(), &request.classes).await?;
    Ok(at.decided(wizard, board, &rows).await)
}

/// Takes the last step back.
pub async fn undo_mapping(wizard: &Wizard, request: ByMapping) -> Result<Decided, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    let board = open.board();
    let rows = wizard.store().undo(at.connection.id, &at.spec.key).await?;
    board.load_decisions(wizard.store()).await?;
    Ok(at.decided(wizard, board, &rows).await)
}

/// Takes the step again that was taken back last.
pub async fn redo_mapping(wizard: &Wizard, request: ByMapping) -> Result<Decided, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    let board = open.board();
    let rows = wizard.store().redo(at.connection.id, &at.spec.key).await?;
    board.load_decisions(wizard.store()).await?;
    Ok(at.decided(wizard, board, &rows).await)
}

/// What is different in both lists from the time before.
pub async fn mapping_changes(
    wizard: &Wizard,
    request: ByMapping,
) -> Result<MappingChanges, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    Ok(at_work::changes(open.board()))
}

/// Saves the mapping to a file the admin chooses; to several, where the vendor's form takes only
/// so many rows.
pub async fn export_mapping(wizard: &Wizard, request: Export) -> Result<Exported, CommandError> {
    let at = At::find(wizard, &request.connection, &request.mapping).await?;
    let mut open = at.open(wizard).await?;
    let spec = &at.spec;
    let title = words::say_with(
        "mapping-page-title",
        &[("halo", &spec.halo), ("vendor", &spec.vendor)],
    );
    let Some(files) = at_work::export(open.board(), request.format, &title) else {
        return Ok(nothing_saved(Some("mapping-nothing-to-save")));
    };
    if files.parts.is_empty() {
        let mut exported = nothing_saved(Some("mapping-all-refused"));
        with_refused(&mut exported, files.refused);
        return Ok(exported);
    }
    // A dialog may stay open for long; the mapping goes on meanwhile.
    drop(open);
    let stem = match request.format {
        ExportFormat::Vendor => format!("{}-{}-upload", at.connection.name, spec.key),
        _ => format!("{}-{}", at.connection.name, spec.key),
    };
    let mut name = super::finish::file_name(&stem);
    if files.parts.len() > 1 {
        name = at_work::first_of_several(&name);
    }
    let name = format!("{name}.{}", files.ending);
    let Some(place) = wizard.host().choose_place(&name).await? else {
        return Ok(nothing_saved(None));
    };
    let saved = at_work::save(&place, &files.parts).await;
    let mut exported = exported(&saved, files.parts.len());
    with_refused(&mut exported, files.refused);
    Ok(exported)
}

/// No file, and why, where that is not the admin's own choice.
fn nothing_saved(problem: Option<&str>) -> Exported {
    Exported {
        files: Vec::new(),
        problem: problem.map(words::say),
        left_out: 0,
        problems: Vec::new(),
    }
}

/// Names the rows that are in no file.
fn with_refused(exported: &mut Exported, mut refused: Vec<String>) {
    exported.left_out = u32::try_from(refused.len()).unwrap_or(u32::MAX);
    refused.truncate(lists::NAMED);
    exported.problems = refused;
}

/// What became of so many files.
fn exported(saved: &Saved, all: usize) -> Exported {
    let file = |(path, rows): &(PathBuf, usize)| ExportedFile {
        path: path.display().to_string(),
        rows: u32::try_from(*rows).unwrap_or(u32::MAX),
    };
    let problem = saved.failed.as_ref().map(|failed| {
        let name = failed.file_name().unwrap_or(failed.as_os_str());
        let name = name.to_string_lossy();
        let (done, all) = (saved.files.len().to_string(), all.to_string());
        let known = [("name", &*name), ("done", &*done), ("all", &*all)];
        let said = words::say_with(
            if saved.files.is_empty() {
                "mapping-save-failed"
            } else {
                "mapping-save-failed-in-part"
            },
            &known,
        );
        if saved.is_broken {
            let known = [("said", &*said), ("name", &*name)];
            words::say_with("mapping-save-broken", &known)
        } else {
            said
        }
    });
    Exported {
        files: saved.files.iter().map(file).collect(),
        problem,
        left_out: 0,
        problems: Vec::new(),
    }
}

/// Which mapping of which connection a command is about.
struct At {
    connection: Connection,
    spec: Mapping,
}

impl At {
    /// # Errors
    /// When there is no such connection, or its profile has no such mapping.
    async fn find(wizard: &Wizard, connection: &str, mapping: &str) -> Result<Self, CommandError> {
        let connection = wizard.connection(connection).await?;
        let plan = wizard.plan(&connection).await?;
        let spec = plan.profile.mappings.iter().find(|it| it.key == mapping);
        Ok(Self {
            spec: spec.cloned().ok_or_else(CommandError::bad_request)?,
            connection,
        })
    }

    async fn open(&self, wizard: &Wizard) -> Result<Open, CommandError> {
        wizard
            .boards()
            .open(wizard, &self.connection, &self.spec)
            .await
    }

    async fn view(&self, wizard: &Wizard, board: &Board) -> MappingView {
        at_work::view(board, reader::view(wizard, self).await)
    }

    async fn decided(&self, wizard: &Wizard, board: &Board, rows: &[String]) -> Decided {
        Decided {
            rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            first: rows.first().cloned(),
            view: self.view(wizard, board).await,
        }
    }
}

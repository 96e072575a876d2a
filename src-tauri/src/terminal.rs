//! The terminal face: the same engine, printed. JSON goes to standard output, progress and
//! trouble to standard error.
//!
//! Exit codes: 0 nothing failed, 1 a finding failed, 2 the command line or a file is wrong,
//! 3 it could not be examined.
mod check;
mod connections;
mod discover;
mod handover;
mod keychain;
mod profiles;
mod progress;
mod recheck;
mod rehearsal;
mod streams;
mod suggest;

use std::process::ExitCode;

use serde::Serialize;

use self::streams::{answer, remark, sentence};
use crate::arguments::TerminalCommand;

/// Nothing failed.
const SOUND: u8 = 0;
/// At least one finding failed.
const FAILED: u8 = 1;
/// The command line or an input file is wrong.
const WRONG_INPUT: u8 = 2;
/// It could not be examined.
const NOT_EXAMINED: u8 = 3;

/// Why a command ended early: a sentence for standard error, and the exit code.
struct Stop {
    code: u8,
    sentence: String,
}

impl Stop {
    /// The command line or an input file is wrong.
    fn wrong_input(sentence: impl Into<String>) -> Self {
        Self {
            code: WRONG_INPUT,
            sentence: sentence.into(),
        }
    }

    /// It could not be examined.
    fn not_examined(sentence: impl Into<String>) -> Self {
        Self {
            code: NOT_EXAMINED,
            sentence: sentence.into(),
        }
    }
}

/// Runs one command to its end.
pub(crate) fn run(command: TerminalCommand) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            remark(format_args!(
                "This computer has no room for another program right now: {error}."
            ));
            return ExitCode::from(NOT_EXAMINED);
        }
    };
    let ended = runtime.block_on(async {
        match command {
            TerminalCommand::Profiles(arguments) => profiles::run(&arguments).await,
            TerminalCommand::Discover(arguments) => discover::run(&arguments).await,
            TerminalCommand::Check(arguments) => Box::pin(check::run(arguments)).await,
            TerminalCommand::Suggest(arguments) => suggest::run(&arguments),
            TerminalCommand::Handover(arguments) => handover::run(&arguments).await,
            TerminalCommand::Rehearsal(arguments) => rehearsal::run(&arguments).await,
            TerminalCommand::Connections(arguments) => connections::run(&arguments).await,
        }
    });
    // A keychain that hangs must not keep the program from ending.
    runtime.shutdown_background();
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(stop) => {
            remark(format_args!("{}", stop.sentence));
            ExitCode::from(stop.code)
        }
    }
}

/// Prints one JSON document on standard output.
fn print_json(document: &impl Serialize) -> Result<(), Stop> {
    let text = serde_json::to_string_pretty(document)
        .map_err(|_| Stop::not_examined("The answer could not be written as JSON."))?;
    answer(format_args!("{text}"))
}

/// There is no screen for the window: a sentence, and the exit code.
pub(crate) fn no_screen() -> ExitCode {
    remark(format_args!(
        "There is no screen here to open the wizard on. `halyard check` runs the same checks on the terminal; `halyard --help` lists all commands."
    ));
    ExitCode::from(NOT_EXAMINED)
}

/// The window's libraries are not there, or not as they should be: a sentence, and the exit code.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
pub(crate) fn no_libraries() -> ExitCode {
    remark(format_args!(
        "The wizard's window needs WebKitGTK 4.1, which is not on this computer or cannot be used; it is the package libwebkit2gtk-4.1-0 on Debian and Ubuntu, webkit2gtk4.1 on Fedora. `halyard check` runs the same checks on the terminal without it."
    ));
    ExitCode::from(NOT_EXAMINED)
}

/// The profile and the scenario that a name and an id ask for, or why there are none.
pub(crate) fn choose_scenario(
    scenario: &str,
    profile: Option<&str>,
) -> Result<(&'static setup::Profile, ::rehearsal::Scenario), String> {
    rehearsal::choose(scenario, profile).map_err(|stop| stop.sentence)
}

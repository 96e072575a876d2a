//! Halyard: one binary. Without arguments the wizard's window, with a subcommand the same engine
//! on the terminal.
//!
//! This package is the only one that knows Tauri.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod folders;
mod hardening;
mod logs;
mod terminal;
mod window;

use std::alloc::System;
use std::process::ExitCode;

use zeroizing_alloc::ZeroAlloc;

use crate::arguments::{Arguments, Command};
use crate::window::Mode;

/// Wipes whatever is given back: the HTTP library keeps copies of a token that nothing of ours can
/// reach, and gives them back once it is done with them.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    hardening::forbid_core_dumps();
    logs::start();
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    match arguments.command {
        None => window::open(Mode::Real),
        Some(Command::Demo(practice)) => window::open(Mode::Practice(practice)),
        Some(Command::Terminal(command)) => terminal::run(command),
    }
}

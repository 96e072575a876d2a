//! The terminal by the real binary: exit codes, streams, the report, saved connections, secrets.
//!
//! Every test starts the program as a person or a script would, and judges by what comes out.
//! Not here: what each check finds in depth, which `commands` tests in one process.

mod check_shape;
mod discover;
mod profiles;
mod program;
mod progress;
mod rehearsal;
mod requests;
mod scenarios;
mod streams;
mod suggest;
mod unfriendly;
mod wrong_input;

#[cfg(target_os = "linux")]
mod company_network;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod desktop;
#[cfg(target_os = "linux")]
mod kept_profiles;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
#[path = "../../../crates/vault/tests/it/private_session.rs"]
#[allow(
    dead_code,
    reason = "the keychain's own tests need more kinds of sessions than these do"
)]
mod private_session;
#[cfg(target_os = "linux")]
#[path = "../../../crates/commands/tests/hostile/proxy.rs"]
#[allow(
    dead_code,
    reason = "checks through the library meet more kinds of proxies than these do"
)]
mod proxy;
#[cfg(target_os = "linux")]
mod rechecked;
#[cfg(target_os = "linux")]
mod saved;
#[cfg(target_os = "linux")]
mod saved_stage;
#[cfg(target_os = "linux")]
mod secrets;
#[cfg(target_os = "linux")]
mod wiped;

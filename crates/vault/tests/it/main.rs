//! The vault against stores that misbehave on purpose, and against a real keyring.

mod faults;
mod sentinel;
mod session;
mod stand_in;

#[cfg(target_os = "linux")]
mod keyring;
#[cfg(target_os = "linux")]
mod private_session;

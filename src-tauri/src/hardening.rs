//! Keeps what is in memory from reaching a file: no core dumps, and no other process of the same
//! user attaches by accident. Before anything else runs; children inherit the limit.
//!
//! Linux only so far; `docs/SECURITY.md` says what other systems lack.

/// Forbids core dumps of this process and of its children.
#[cfg(target_os = "linux")]
pub(crate) fn forbid_core_dumps() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Neither can fail for a process that lowers its own rights; if one does, the other still holds.
    let _ = setrlimit(Resource::Core, none);
    // Confined desktops reach their portals through /proc, which this would close.
    if std::env::var_os("SNAP").is_none() && std::env::var_os("FLATPAK_ID").is_none() {
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Nothing to do that can be done here.
#[cfg(not(target_os = "linux"))]
pub(crate) fn forbid_core_dumps() {}

//! Proportional memory of a program and everything it started, as the kernel accounts it.
//!
//! Proportional set size (PSS) divides each shared page among those who share it, so that the
//! sum over the web view's several processes counts nothing twice.

use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, Result, ensure};

/// The PSS of a process and all its descendants, in kB, and how many processes that were.
pub(crate) fn proportional(root: u32) -> Result<(u64, usize)> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc")? {
        let Some(id) = entry?
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok())
        else {
            continue;
        };
        if let Some(parent) = parent(id) {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut tree = vec![root];
    let mut next = 0;
    while let Some(id) = tree.get(next) {
        tree.extend(children.remove(id).unwrap_or_default());
        next += 1;
    }
    let mut sizes = Vec::new();
    for id in tree {
        sizes.extend(pss(id)?);
    }
    ensure!(
        !sizes.is_empty(),
        "the program ended before its memory was measured"
    );
    Ok((sizes.iter().sum(), sizes.len()))
}

fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name in brackets may hold spaces and brackets of its own.
    let (_, after_name) = stat.rsplit_once(')')?;
    after_name.split_whitespace().nth(1)?.parse().ok()
}

/// Nothing where the process has ended. Fails where it may not be read: the wizard closes its
/// memory to its own user, so that only the administrator can measure it.
fn pss(id: u32) -> Result<Option<u64>> {
    let rollup = match fs::read_to_string(format!("/proc/{id}/smaps_rollup")) {
        Ok(rollup) => rollup,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            return Err(error).context("the memory of the wizard can be measured as root only");
        }
        Err(_) => return Ok(None),
    };
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    Ok(line.and_then(|line| line.split_whitespace().next()?.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_has_a_parent_and_some_memory() {
        let (kilobytes, processes) = proportional(std::process::id()).expect("it runs");
        assert!(kilobytes > 0 && processes >= 1);
        assert!(parent(std::process::id()).is_some_and(|id| id > 0));
    }
}

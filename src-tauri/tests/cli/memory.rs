//! What Linux tells of a running process, and where in it a secret could show.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

/// Every way a secret may be written down.
pub(crate) struct Sentinel(Vec<Vec<u8>>);

impl Sentinel {
    pub(crate) fn new(secret: &str) -> Self {
        let wide = |bytes: fn(u16) -> [u8; 2]| secret.encode_utf16().flat_map(bytes).collect();
        let debug = format!("{:?}", secret.as_bytes());
        // Without the last characters, which depend on what follows in base64.
        let base64 = |text: String| text.as_bytes()[..text.len() - 4].to_vec();
        Self(vec![
            secret.as_bytes().to_vec(),
            secret.to_uppercase().into_bytes(),
            secret.replace('-', "").into_bytes(),
            secret.replace('-', "%2D").into_bytes(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
            base64(STANDARD.encode(secret)),
            base64(URL_SAFE_NO_PAD.encode(secret)),
            debug.trim_matches(['[', ']']).as_bytes().to_vec(),
        ])
    }

    pub(crate) fn is_in(&self, bytes: &[u8]) -> bool {
        self.0
            .iter()
            .any(|form| bytes.windows(form.len()).any(|window| window == form))
    }

    /// The files below a folder that hold it.
    pub(crate) fn files_with_it(&self, folder: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder of ours") {
                let entry = entry.expect("a folder of ours");
                let kind = entry.file_type().expect("a folder of ours");
                if kind.is_dir() {
                    folders.push(entry.path());
                } else if kind.is_file() && self.is_in(&fs::read(entry.path()).unwrap_or_default())
                {
                    found.push(entry.path());
                }
            }
        }
        found
    }
}

/// A file of `/proc` about a process, as far as it may be read.
pub(crate) fn about(process: u32, file: &str) -> Vec<u8> {
    fs::read(format!("/proc/{process}/{file}")).unwrap_or_default()
}

//! A Tauri window of the wizard's size with a heading and a sentence in it, and nothing else.
//!
//! `cargo xtask bench` measures the wizard's launch and memory against this program, in
//! the same run on the same machine; the window tests use it to prove their own tools.
//! Deliberately without commands, plugins and scripts.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!())
        .expect("the configuration is sound and there is a screen");
}

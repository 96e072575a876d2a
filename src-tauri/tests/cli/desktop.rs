//! The desktop's libraries: the terminal needs none of them, and the window says so where they are missing.

use std::fs;

use crate::program::{halyard, program, run};

#[test]
fn starts_without_the_desktops_libraries() {
    let mut command = program(&["--version"]);
    // The system's loader says what it would load, and starts nothing.
    command.env("LD_TRACE_LOADED_OBJECTS", "1");
    let listed = run(command, "").stdout;
    assert!(listed.contains("libc.so"), "the loader answers: {listed}");
    for name in [
        "webkit",
        "javascript",
        "gtk",
        "gdk",
        "gio-",
        "glib",
        "soup",
        "cairo",
        "dbus",
    ] {
        assert!(
            !listed.contains(name),
            "a function of {name} is missing in src/window/libraries/functions.s: {listed}"
        );
    }
}

#[test]
fn without_the_desktops_libraries_the_window_says_so_and_the_terminal_works() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("libwebkit2gtk-4.1.so.0");
    fs::write(broken, "no library").expect("a file");

    let mut window = program(&[]);
    window
        .env("LD_LIBRARY_PATH", folder.path())
        .env("DISPLAY", ":4711");
    let ended = run(window, "");
    ended.expect_code(3);
    assert_eq!(ended.stdout, "");
    assert!(ended.stderr.contains("needs WebKitGTK"), "{ended:?}");
    assert!(ended.stderr.contains("halyard check"), "{ended:?}");

    let mut terminal = program(&["profiles"]);
    terminal.env("LD_LIBRARY_PATH", folder.path());
    let with_none = run(terminal, "");
    with_none.expect_code(0);
    assert_eq!(with_none.stdout, halyard(&["profiles"]).stdout);
}

//! The desktop's libraries, loaded when a window opens and not before.
//!
//! `WebKitGTK` and what it needs are 169 files. A program that is linked with them has them all loaded
//! before its first line runs, which takes 60 ms and 45 MB that `halyard suggest` has no use for, and
//! does not start at all where they are missing. Windows can put off a library until its first call;
//! Linux has nothing like it. So every function that the window calls there is defined here, as
//! a jump through a table, and the linker, which then needs nothing of those libraries any more,
//! leaves them out. [`load`] opens them and fills the table. It is called by [`super::open`] alone.
//!
//! The functions stand in `libraries/functions.s`, one a line. One that is missing there is linked as ever,
//! and brings its library back to the start; the test `starts_without_the_desktops_libraries` then
//! names the library, and `nm -D --undefined-only target/debug/halyard` the function.
//!
//! Not here: other systems, and processors this was not tried on. They link their libraries as usual.

#![expect(
    unsafe_code,
    reason = "no safe way leads to a library that is not linked"
)]

use std::ffi::c_void;
use std::mem::ManuallyDrop;
use std::ptr;

use libloading::os::unix::{Library, RTLD_GLOBAL, RTLD_LAZY};
use rustix::mm::{MprotectFlags, mprotect};

/// The functions, as the assembler reads them: `late <name>`.
const FUNCTIONS: &str = include_str!("libraries/functions.s");
/// How many they are.
const COUNT: usize = count(FUNCTIONS.as_bytes());
/// The libraries that are opened. The first brings the others with it.
const LIBRARIES: [&str; 2] = ["libwebkit2gtk-4.1.so.0", "libdbus-1.so.3"];
/// What the table is aligned to, so that it shares no page with anything else.
const PAGE: usize = 4096;

/// Why there can be no window.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotLoaded {
    /// A library is missing, or cannot be used.
    #[error("{name} cannot be loaded")]
    Library {
        /// The file that the system looked for.
        name: &'static str,
        /// What the system said.
        source: libloading::Error,
    },
    /// A library is there, and is too old or too new.
    #[error("the system's libraries have no {name}")]
    Function {
        /// The function that none of them has.
        name: &'static str,
    },
    /// The filled table could not be closed.
    #[error("the table of functions could not be closed")]
    Closed(#[from] rustix::io::Errno),
}

// Each function is a jump to the address in its place of the table. Until the table is filled,
// every place holds `too_early`. Hidden: the libraries must not find these in place of their own.
std::arch::global_asm!(
    r#"
    .macro late name
    .pushsection .text.late, "ax", @progbits
    .balign 16
    .globl \name
    .hidden \name
    .type \name, @function
\name:
    endbr64
    jmp *late_address_of_\name(%rip)
    .size \name, . - \name
    .popsection
    .pushsection .data.late, "aw", @progbits
late_address_of_\name:
    .quad {too_early}
    .popsection
    .endm

    .pushsection .data.late, "aw", @progbits
    .balign {page}
    .globl late_table
    .hidden late_table
late_table:
    .popsection
"#,
    include_str!("libraries/functions.s"),
    r#"
    .pushsection .data.late, "aw", @progbits
    .balign {page}
    .popsection
    .purgem late
"#,
    too_early = sym too_early,
    page = const PAGE,
    options(att_syntax),
);

unsafe extern "C" {
    /// The places of the table, in the order of [`FUNCTIONS`].
    static mut late_table: [*const c_void; COUNT];
}

/// Stands in every place of the table until [`load`] has run.
extern "C" fn too_early() -> ! {
    // Nobody calls the desktop before `load`: this is a mistake in this program.
    std::process::abort()
}

/// Opens the libraries, and lets every function of theirs lead to them.
///
/// # Errors
/// There can be no window; nothing of the libraries may be called.
pub(super) fn load() -> Result<(), NotLoaded> {
    let libraries = LIBRARIES
        .into_iter()
        .map(open)
        .collect::<Result<Vec<_>, _>>()?;
    let mut addresses = [ptr::null(); COUNT];
    for (address, name) in addresses.iter_mut().zip(names()) {
        *address = libraries
            .iter()
            .find_map(|library| address_of(library, name))
            .ok_or(NotLoaded::Function { name })?;
    }
    fill(&addresses)?;
    Ok(())
}

/// Opens a library for as long as the program runs, as if it had been linked: whatever it brings is there for
/// the libraries that are loaded later, and its own calls are looked up when they are made.
fn open(name: &'static str) -> Result<ManuallyDrop<Library>, NotLoaded> {
    // SAFETY: what runs when these libraries are loaded is what ran at every start when they were linked.
    let opened = unsafe { Library::open(Some(name), RTLD_LAZY | RTLD_GLOBAL) };
    opened
        .map(ManuallyDrop::new)
        .map_err(|source| NotLoaded::Library { name, source })
}

/// Where a function is, in a library or in those it brings with it.
fn address_of(library: &Library, name: &str) -> Option<*const c_void> {
    // SAFETY: only the address is taken. What is called there is declared by the bindings of the library,
    // which are as right or wrong as they are when linked.
    let found = unsafe { library.get::<*const c_void>(name.as_bytes()) };
    Some(found.ok()?.as_raw_ptr().cast_const())
}

/// Fills the table and closes it for writing, as the linker's own table of functions is.
fn fill(addresses: &[*const c_void; COUNT]) -> rustix::io::Result<()> {
    let table = &raw mut late_table;
    // SAFETY: the table has room for as many, and no function is called through it yet. It begins and
    // ends with a page, so that closing its pages closes nothing else.
    unsafe {
        table.write(*addresses);
        mprotect(
            table.cast(),
            size_of_val(addresses).next_multiple_of(PAGE),
            MprotectFlags::READ,
        )
    }
}

/// The names in [`FUNCTIONS`], in their order.
fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS
        .lines()
        .filter_map(|line| line.strip_prefix("late "))
}

/// How many lines there are.
const fn count(text: &[u8]) -> usize {
    let (mut lines, mut at) = (0, 0);
    while at < text.len() {
        lines += (text[at] == b'\n') as usize;
        at += 1;
    }
    lines
}

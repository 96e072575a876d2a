//! A screen in memory with a session bus, and looking at what is painted on it.
//!
//! Pictures are taken from the X server itself, so that what is timed is what a person would
//! see, with no driver between. The window tests have tools of their own, in `e2e/support`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, MapState, Window};
use x11rb::rust_connection::RustConnection;

/// Fewer colours than this is a blank window: the soft edges of text alone have more.
const COLOURS_OF_TEXT: usize = 12;
/// Smaller windows are not the wizard's.
const SMALLEST: u16 = 300;

/// A running X server and session bus; both end when it is dropped.
pub(crate) struct Screen {
    server: Child,
    bus: Child,
    display: String,
    bus_address: String,
    connection: RustConnection,
    root: Window,
}

/// What a window shows at one moment.
pub(crate) struct Sight {
    /// Equal for equal pictures.
    pub(crate) print: u64,
    /// Whether text is on it.
    pub(crate) has_text: bool,
}

impl Screen {
    /// Starts both on free addresses.
    pub(crate) fn start() -> Result<Self> {
        let mut server = Command::new("Xvfb");
        server.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x900x24",
            "-nolisten",
            "tcp",
        ]);
        let (server, number) = start(server)?;
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let (bus, bus_address) = start(bus)?;
        let display = format!(":{number}");
        let (connection, index) =
            RustConnection::connect(Some(&display)).context("the X server does not answer")?;
        let root = connection.setup().roots[index].root;
        Ok(Self {
            server,
            bus,
            display,
            bus_address,
            connection,
            root,
        })
    }

    /// Makes a program appear on this screen.
    pub(crate) fn show(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address);
        command
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY");
    }

    /// What the visible window shows; nothing while there is none.
    pub(crate) fn look(&self) -> Result<Option<Sight>> {
        for window in self.connection.query_tree(self.root)?.reply()?.children {
            // A window may go while it is looked at.
            let Ok(attributes) = self.connection.get_window_attributes(window)?.reply() else {
                continue;
            };
            let Ok(place) = self.connection.get_geometry(window)?.reply() else {
                continue;
            };
            if attributes.map_state != MapState::VIEWABLE
                || place.width < SMALLEST
                || place.height < SMALLEST
            {
                continue;
            }
            let image = self.connection.get_image(
                ImageFormat::Z_PIXMAP,
                window,
                0,
                0,
                place.width,
                place.height,
                !0,
            )?;
            let Ok(image) = image.reply() else { continue };
            return Ok(Some(see(&image.data)));
        }
        Ok(None)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in [&mut self.bus, &mut self.server] {
            // Already gone is as good.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn see(pixels: &[u8]) -> Sight {
    let mut hasher = DefaultHasher::new();
    pixels.hash(&mut hasher);
    let mut colours: Vec<&[u8]> = Vec::new();
    for pixel in pixels.chunks_exact(4) {
        if colours.len() < COLOURS_OF_TEXT && !colours.contains(&pixel) {
            colours.push(pixel);
        }
    }
    Sight {
        print: hasher.finish(),
        has_text: colours.len() == COLOURS_OF_TEXT,
    }
}

/// Starts a server that prints where it can be reached as its first line.
fn start(mut command: Command) -> Result<(Child, String)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.with_context(|| format!("{name} cannot be started"))?;
    let mut line = String::new();
    let output = child.stdout.take().expect("its output is piped");
    BufReader::new(output).read_line(&mut line)?;
    ensure!(!line.is_empty(), "{name} ended at once");
    Ok((child, line.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_window_has_no_text() {
        assert!(!see(&[255; 4000]).has_text);
        let shades: Vec<u8> = (0..=255).flat_map(|shade| [shade; 4]).collect();
        assert!(see(&shades).has_text);
    }
}

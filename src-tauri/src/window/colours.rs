//! The window's own colours: what it shows where the page has not painted yet, and the theme that
//! the page learns from the system.
//!
//! Called when the window is made and when the admin chooses other colours. The page's own tokens
//! are in `ui/src/lib/design/tokens.css`; a test compares the two papers.

use std::sync::atomic::{AtomicBool, Ordering};

use commands::wire::Colours;
use tauri::window::Color;
use tauri::{Theme, WebviewWindow};

/// `--paper` of the page in light colours.
const LIGHT_PAPER: Color = Color(0xf6, 0xf2, 0xea, 0xff);
/// `--paper` of the page in dark colours.
const DARK_PAPER: Color = Color(0x0d, 0x1a, 0x1f, 0xff);

/// Whether the admin has chosen other colours than the system's since the window was made.
#[derive(Default)]
pub(super) struct WindowColours {
    chosen: AtomicBool,
}

impl WindowColours {
    /// Gives the window these colours.
    pub(super) fn set(&self, window: &WebviewWindow, colours: Colours) -> tauri::Result<()> {
        match colours {
            Colours::Light => self.choose(window, Theme::Light)?,
            Colours::Dark => self.choose(window, Theme::Dark)?,
            // A new window has the system's colours by itself.
            Colours::System if !self.chosen.swap(false, Ordering::Relaxed) => {}
            Colours::System => as_system(window)?,
        }
        paint(window)
    }

    fn choose(&self, window: &WebviewWindow, theme: Theme) -> tauri::Result<()> {
        self.chosen.store(true, Ordering::Relaxed);
        window.set_theme(Some(theme))
    }
}

fn as_system(window: &WebviewWindow) -> tauri::Result<()> {
    window.set_theme(None)?;
    // On Linux "no theme" would stay light whatever the desktop says; asked now, it is the desktop's.
    #[cfg(target_os = "linux")]
    window.set_theme(Some(window.theme()?))?;
    Ok(())
}

/// Fills the window with the page's paper, so that nothing white is seen before or beside the page.
pub(super) fn paint(window: &WebviewWindow) -> tauri::Result<()> {
    window.set_background_color(Some(match window.theme()? {
        Theme::Dark => DARK_PAPER,
        _ => LIGHT_PAPER,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_has_the_paper_of_the_page() {
        let hex = |Color(red, green, blue, _)| format!("#{red:02x}{green:02x}{blue:02x}");
        let paper = format!(
            "--paper: light-dark({}, {});",
            hex(LIGHT_PAPER),
            hex(DARK_PAPER)
        );
        assert!(include_str!("../../../ui/src/lib/design/tokens.css").contains(&paper));
    }
}

//! Drawings of Halo's screens with the place marked: the few labels a person needs to recognise
//! the screen, not a copy of it.
//!
//! Titles, tabs and labels are Halo's own (reported by vendors' and Halo's guides, 2024-26). Not
//! here: what to do there, which is in the actions beside the drawing.

use super::pages::{HaloScreen, ScreenButton, ScreenControl, ScreenRow};

/// Starts a drawing.
pub(super) fn screen(title: &str) -> HaloScreen {
    HaloScreen {
        title: title.to_owned(),
        tabs: Vec::new(),
        active_tab: None,
        buttons: Vec::new(),
        fields: Vec::new(),
    }
}

/// A role or an agent, with its tabs in Halo's order.
pub(super) fn role(title: &str, tab: &str) -> HaloScreen {
    let tabs = [
        "Details",
        "Preferences",
        "Departments & Teams",
        "Permissions",
        "Access Control",
    ];
    screen(title).tabs(&tabs, tab)
}

/// An agent, with its tabs in Halo's order.
pub(super) fn agent(title: &str, tab: &str) -> HaloScreen {
    let tabs = [
        "Details",
        "Departments & Teams",
        "Permissions",
        "Preferences",
        "Access Control",
    ];
    screen(title).tabs(&tabs, tab)
}

/// An application, with its tabs.
pub(super) fn application(title: &str, tab: &str) -> HaloScreen {
    screen(title).tabs(&["Details", "Permissions"], tab)
}

impl HaloScreen {
    pub(super) fn tabs(mut self, tabs: &[&str], active: &str) -> Self {
        self.tabs = tabs.iter().map(ToString::to_string).collect();
        self.active_tab = Some(active.to_owned());
        self
    }

    /// A button to recognise the screen by.
    pub(super) fn button(mut self, label: &str) -> Self {
        self.buttons.push(ScreenButton {
            label: label.to_owned(),
            marked: false,
        });
        self
    }

    /// The button to select.
    pub(super) fn marked_button(mut self, label: &str) -> Self {
        self.buttons.push(ScreenButton {
            label: label.to_owned(),
            marked: true,
        });
        self
    }

    /// A text to fill in.
    pub(super) fn text(self, label: &str, value: &str) -> Self {
        self.row(label, value, ScreenControl::Text, true)
    }

    /// A list to choose from.
    pub(super) fn select(self, label: &str, value: &str) -> Self {
        self.row(label, value, ScreenControl::Select, true)
    }

    /// A tick box to set; `value` says how, in words.
    pub(super) fn tick(self, label: &str, value: &str) -> Self {
        self.row(label, value, ScreenControl::Tick, true)
    }

    /// A field that is only there to be recognised.
    pub(super) fn seen(self, label: &str, value: &str) -> Self {
        self.row(label, value, ScreenControl::Text, false)
    }

    fn row(mut self, label: &str, value: &str, control: ScreenControl, marked: bool) -> Self {
        self.fields.push(ScreenRow {
            label: label.to_owned(),
            value: value.to_owned(),
            control,
            marked,
        });
        self
    }
}

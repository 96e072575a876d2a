//! What can go wrong when something is written, although every look at the tenant is fine.
//!
//! Scenarios put one of these into [`crate::state::State`]; the tickets and actions ask for it.
//! Texts as reported by vendors' guides or seen live, 2024 to 2026, except those of time, which
//! are our own. Not here: refusals that follow from scopes and permissions.

/// A trouble with writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WriteTrouble {
    /// The agent may not add tickets.
    CreateRefused,
    /// Every ticket type has a field that must be filled.
    MandatoryField,
    /// Every ticket type starts an approval.
    Approval,
    /// Tickets are made, and a gateway answers in Halo's place.
    ReplyLost,
    /// A gateway answers, and no ticket is made.
    NothingMade,
    /// The agent does not see tickets it has made.
    HiddenAfterwards,
    /// The agent may not add actions.
    NoteRefused,
    /// The agent may not book time.
    TimeRefused,
    /// The agent may not change tickets.
    CloseRefused,
    /// The agent may not delete tickets.
    DeleteRefused,
    /// The agent may neither change nor delete tickets.
    ClearUpRefused,
    /// Halo says that it deleted the ticket, and keeps it.
    DeleteForgotten,
}

impl WriteTrouble {
    /// Why no ticket is made, in Halo's words.
    pub(crate) fn forbids_creating(self) -> Option<&'static str> {
        match self {
            Self::CreateRefused => Some("You do not have permission to add Tickets."),
            Self::MandatoryField => Some("Category must be entered"),
            Self::Approval => Some("The CAB ID of the Approval Process is not valid"),
            _ => None,
        }
    }

    /// Why no action is added, in Halo's words.
    pub(crate) fn forbids_action(self, with_time: bool) -> Option<&'static str> {
        match self {
            Self::NoteRefused => Some("You do not have access to this Action"),
            Self::TimeRefused if with_time => Some("You do not have permission to log time."),
            _ => None,
        }
    }

    /// Why no ticket is changed, in Halo's words.
    pub(crate) fn forbids_changing(self) -> Option<&'static str> {
        matches!(self, Self::CloseRefused | Self::ClearUpRefused)
            .then_some("You do not have permission to update this Ticket.")
    }

    /// Whether deleting is answered with 401.
    pub(crate) fn forbids_deleting(self) -> bool {
        matches!(self, Self::DeleteRefused | Self::ClearUpRefused)
    }
}

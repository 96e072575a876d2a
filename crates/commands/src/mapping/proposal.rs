//! What is suggested for a row as things stand: the suggestion that was made, or none any more.
//!
//! Organisations are shared out, so a row may get another than the one that comes nearest to it.
//! Whatever is shown, counted or accepted as a suggestion is asked for here.

use mapping::Class;

use super::{Board, Item};
use crate::wire::SuggestionClass;

impl Board {
    /// The answer that is suggested for the row at a place, by its place.
    pub(super) fn proposed(&self, place: usize) -> Option<usize> {
        let proposals = self.suggestions.as_ref()?;
        proposals.suggestions.get(place)?.organisation
    }

    /// The same as it is in its list.
    pub(super) fn suggested(&self, place: usize) -> Option<&Item> {
        self.answers().items.get(self.proposed(place)?)
    }

    /// How sure the suggestion for the row at a place is.
    pub(crate) fn class(&self, place: usize) -> Option<SuggestionClass> {
        let suggestion = self.suggestions.as_ref()?.suggestions.get(place)?;
        Some(match suggestion.class {
            Class::Exact => SuggestionClass::Exact,
            Class::Likely => SuggestionClass::Likely,
            Class::Review => SuggestionClass::Review,
            Class::None => SuggestionClass::None,
        })
    }
}

//! What is suggested for a row as things stand: the suggestion that was made, unless its answer was
//! given to another row meanwhile.
//!
//! Organisations are shared out, so a row may get another than the one that comes nearest to it.
//! Whatever is shown, counted or accepted as a suggestion is asked for here.

use mapping::Class;

use super::{Board, Item};
use crate::wire::SuggestionClass;
use crate::words;

impl Board {
    /// The answer that is suggested for the row at a place.
    pub(super) fn suggested(&self, place: usize) -> Option<&Item> {
        let answer = self.proposed(place)?;
        (!self.is_given_away(place, answer)).then_some(answer)
    }

    /// How sure the suggestion for the row at a place is. One whose answer another row has is
    /// for a person.
    pub(crate) fn class(&self, place: usize) -> Option<SuggestionClass> {
        let suggestion = self.suggestions.as_ref()?.suggestions.get(place)?;
        let answer = self.proposed(place);
        if answer.is_some_and(|answer| self.is_given_away(place, answer)) {
            return Some(SuggestionClass::Review);
        }
        Some(match suggestion.class {
            Class::Exact => SuggestionClass::Exact,
            Class::Likely => SuggestionClass::Likely,
            Class::Review => SuggestionClass::Review,
            Class::None => SuggestionClass::None,
        })
    }

    /// Why this is suggested for the row at a place, or why nothing is.
    pub(super) fn reason(&self, place: usize) -> Option<String> {
        let proposals = self.suggestions.as_ref()?;
        let suggestion = proposals.suggestions.get(place)?;
        let answer = self.proposed(place);
        if answer.is_some_and(|answer| self.is_given_away(place, answer)) {
            return Some(words::say("mapping-suggestion-given"));
        }
        let answer = suggestion.organisation;
        let said = answer.and_then(|answer| proposals.words.get(&(place, answer)));
        Some(said.map_or_else(|| suggestion.reason.to_string(), Clone::clone))
    }

    /// The answer that was suggested, whoever has it now.
    fn proposed(&self, place: usize) -> Option<&Item> {
        let proposals = self.suggestions.as_ref()?;
        let answer = proposals.suggestions.get(place)?.organisation?;
        self.answers().items.get(answer)
    }

    fn is_given_away(&self, place: usize, answer: &Item) -> bool {
        let row = &self.rows().items[place].record.id;
        self.holder(row, &answer.record.id).is_some()
    }
}

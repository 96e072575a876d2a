//! Asked in the next steps.

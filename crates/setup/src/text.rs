//! The words of findings and guidance: one Fluent catalogue per language under `text/`, English
//! complete. Not here: the window's own words, which are in `ui/src/lib/text`.

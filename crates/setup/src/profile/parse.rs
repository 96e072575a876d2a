//! Reads a profile from TOML.

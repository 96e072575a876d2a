//! The profiles that ship inside the program.

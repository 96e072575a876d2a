//! What is wrong with a profile beyond its shape: names, values and references that do not fit.

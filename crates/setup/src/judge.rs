//! Judging: what the facts mean for the plan. Pure; every table in the tests is one call of
//! [`judge`].
//!
//! One file per group of findings, each a function from plan and facts to verdicts; the words are
//! put to them at the end by [`crate::text`]. Not here: asking Halo.

//! Halo's API against servers that behave, misbehave, lie and stall.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod address;
mod discovery;
mod limits;
mod pages;
mod politeness;
mod practice;
mod proxy;
mod reads;
mod redirects;
mod secrets;
mod sign_in;
mod support;
mod tls;
mod trust;
mod writes;

//! A practice Halo tenant, served on loopback, over plain HTTP unless a scenario is about TLS: for
//! the demo, for learning, for every test.
//!
//! It behaves as the public evidence about Halo says (2024 to 2026), including the unpleasant
//! parts; programs written for a real Halo work with it unchanged. It knows no product: callers
//! say what each integration needs ([`Needs`]), and pick what is wrong ([`Scenario`]). What is not
//! known about Halo is a switch ([`Variants`]).
//!
//! The way of a request: [`serve()`] → faults → discovery, token end point or resources → reply.
//! Not here: any judgement about what a tenant answers, and anything that outlives the process.
//!
//! ```no_run
//! # async fn example() -> Result<(), rehearsal::RehearsalError> {
//! use rehearsal::{Needs, Options, Scenario, serve};
//!
//! let mut options = Options::healthy(vec![Needs::default()]);
//! options.scenario = Scenario::named("no-team")?;
//! let tenant = serve(options).await?;
//! tenant.control().fix();
//! tenant.shutdown().await;
//! # Ok(())
//! # }
//! ```

mod certificates;
mod chance;
mod control;
mod error;
mod extras;
mod fair_use;
mod faults;
mod generate;
mod line;
mod list;
mod needs;
mod people;
mod query;
mod reply;
mod resources;
mod rights;
mod scenario;
mod serve;
mod state;
mod token;
mod variants;
mod vendor;
mod writing;
mod written;

pub use certificates::Certificate;
pub use control::{Control, Seen};
pub use error::RehearsalError;
pub use needs::{NeededTicketType, Needs, Options};
pub use scenario::{Expected, Scenario, ScenarioInfo, scenarios};
pub use serve::{Running, Tenant, serve};
pub use variants::{
    AgentList, AgentOutOfUse, HierarchyNumbers, InactiveApplication, MembershipNumbers,
    RefusalBodies, TeamVisibility, TopLevels, UntickedScope, UseWords, Variants, WrongTenant,
};
pub use vendor::{Vendor, VendorControl, VendorTrouble};

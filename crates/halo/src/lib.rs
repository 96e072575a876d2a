//! Halo's REST API: who answers at an address, signing in, the few resources that a check needs,
//! and the few writes of a test ticket.
//!
//! The way through: an [`Address`] is read from what a person pasted, [`discover`] finds the
//! servers behind it, [`sign_in`] gets a [`Token`], and [`Halo`] reads. Every call belongs to an
//! [`Errand`], which bounds it, and goes through one [`Transport`], which keeps the whole
//! program polite. Every failure is a [`HaloError`], named for its cause; a write that did not
//! succeed is a [`WriteError`], which says whether it may have happened all the same.
//!
//! Deliberately not here: judging what was read, keeping secrets, any other writing to Halo.

mod actions;
mod address;
mod agents;
mod control;
mod customer_search;
mod customers;
mod discovery;
mod entries;
mod envelope;
mod errand;
mod error;
mod failure;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod halo;
mod instance;
mod json;
mod limits;
mod pages;
mod politeness;
mod redaction;
mod refusal;
mod reply;
mod resolver;
mod resource;
mod said;
mod server_url;
mod sites;
mod teams;
mod ticket_types;
mod tickets;
mod token;
mod tolerant;
mod transport;
mod ways;
mod wiped;

pub use actions::{ActionRecord, NewAction, Outcome};
pub use address::{Address, AddressError, is_hosted_by_halo, is_loopback};
pub use agents::{
    Agent, AgentCustomer, AgentDepartment, AgentRole, AgentTeam, AgentTicketType, Claim,
};
pub use control::{Control, Setting};
pub use customers::{Customer, CustomerDetail, Ticket};

pub use discovery::{Discovery, Overrides, Source, discover};
pub use envelope::Listing;
pub use errand::{Errand, WaitReason, Waiting};
pub use error::{Body, Good, HaloError, Stage};
pub use halo::{Halo, Look, PAGE};
pub use limits::Limits;
pub use pages::{MOST_ROWS, Pages, Row, Which};
pub use refusal::{Refusal, WriteError};
pub use resource::{Resource, UnknownResource};
pub use server_url::ServerUrl;
pub use sites::Site;
pub use teams::{Department, Team};
pub use ticket_types::{Status, StatusTicketType, TicketType, TicketTypeDetail, TicketTypeField};
pub use tickets::{NewTicket, TicketRecord};
pub use token::{Credentials, Token, TokenIdentity, sign_in};
pub use transport::{KeyHeader, Transport};

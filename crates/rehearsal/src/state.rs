//! The tenant's set-up: everything an administrator could change in Halo, as plain data.
//!
//! Made healthy from what callers need; [`crate::scenario`] then spoils parts of it. Requests read
//! it; nothing they do changes it (written rows live in [`crate::written`]). Not here: generated
//! rows ([`crate::generate`]).

use std::collections::BTreeMap;

mod born;

pub(crate) use born::secret;

use crate::{
    Needs, Options, Variants,
    faults::Fault,
    line::Line,
    rights::{Level, scope_exists},
    writing::WriteTrouble,
};

/// The tenant's name, as the authorisation server knows it.
pub(crate) const TENANT: &str = "rehearsal";

/// The setting of how new tickets are numbered.
pub(crate) const NUMBERING: &str = "nextfaultidcalculationmethod";

/// What stands here for its value "Auto-incrementing key", with whichever number the API shows it;
/// 0, its default, stands for every other method.
pub(crate) const AUTO_INCREMENTING_KEY: i64 = 1;

/// Everything an administrator could change.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "these are independent facts about one Halo"
)]
pub(crate) struct State {
    /// Applications under Integrations > Halo API > View Applications.
    pub(crate) applications: Vec<Application>,
    /// Agents, people and integrations alike.
    pub(crate) agents: Vec<Agent>,
    /// Ticket types; those the tenant was born with come first and stay in place.
    pub(crate) ticket_types: Vec<TicketType>,
    /// Settings by API property.
    pub(crate) settings: BTreeMap<String, i64>,
    /// How many customers there are.
    pub(crate) customers: usize,
    /// Scopes this version of Halo does not know although others do.
    pub(crate) unknown_scopes: Vec<String>,
    /// Whether tokens carry everything that is ticked, whatever was asked for. No source says
    /// that Halo does so; it makes excess visible.
    pub(crate) grants_everything_ticked: bool,
    /// "Halo PSA" or "Halo ITSM".
    pub(crate) app_name: &'static str,
    /// Whether Halo hosts it; on-premises Halos have no tenant.
    pub(crate) is_hosted: bool,
    /// Whether tokens come from a shared authorisation host instead of `/auth`.
    pub(crate) has_shared_auth_host: bool,
    /// Seconds by which the server's clock is ahead.
    pub(crate) clock_ahead: i64,
    /// Whether agent records say `isapiagent`, `is_admin` and `team`.
    pub(crate) agents_tell_everything: bool,
    /// Whether `/Control` answers.
    pub(crate) control_answers: bool,
    /// How connections behave.
    pub(crate) line: Line,
    /// Whether every page of a list of customers is the first one.
    pub(crate) ignores_page_number: bool,
    /// Whether `record_count` counts the rows of the page alone.
    pub(crate) counts_page_alone: bool,
    /// What misbehaves on the wire.
    pub(crate) faults: Vec<Fault>,
    /// What goes wrong when something is written.
    pub(crate) write_trouble: Option<WriteTrouble>,
    /// Answers to open questions.
    pub(crate) variants: Variants,
}

/// An application: how a product signs in.
#[derive(Debug, Clone)]
pub(crate) struct Application {
    /// Halo's id of the record.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// OAuth's client id.
    pub(crate) client_id: String,
    /// OAuth's client secret; a practice secret.
    pub(crate) client_secret: PracticeSecret,
    /// Scopes ticked on the Permissions tab.
    pub(crate) scopes: Vec<String>,
    /// Halo's number of the agent to log in as.
    pub(crate) agent: i64,
    /// "Active" is ticked.
    pub(crate) is_active: bool,
    /// Authentication Method is "Client ID and Secret (Services)".
    pub(crate) is_for_services: bool,
}

/// A practice secret: known to everybody, and still never printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct PracticeSecret(pub(crate) String);

impl std::fmt::Debug for PracticeSecret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PracticeSecret")
    }
}

/// An agent.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "these are the tick boxes of Halo's agent screen"
)]
pub(crate) struct Agent {
    /// Halo's number.
    pub(crate) id: i64,
    /// The name.
    pub(crate) name: String,
    /// The e-mail address.
    pub(crate) email: String,
    /// Job title.
    pub(crate) job: String,
    /// Default team's number; none is "*No Default Team*".
    pub(crate) default_team: Option<i64>,
    /// Numbers of the teams it belongs to.
    pub(crate) teams: Vec<i64>,
    /// Numbers of departments with the membership's place on the screen, from 0, Basic Member.
    pub(crate) departments: Vec<(i64, u8)>,
    /// Values of permissions by slug.
    pub(crate) permissions: BTreeMap<String, String>,
    /// Customers it is restricted to: their numbers, or everything.
    pub(crate) customers: Option<Vec<i64>>,
    /// Its record names the customers it is restricted to, as it does those of Client
    /// Restrictions. That Access Control shows nowhere is inferred (2026).
    pub(crate) customers_are_in_its_record: bool,
    /// Ticket types it is restricted to, or everything.
    pub(crate) ticket_types: Option<Vec<i64>>,
    /// The account is not active.
    pub(crate) is_disabled: bool,
    /// "Is an API-only Agent".
    pub(crate) is_api_only: bool,
    /// "Is a HaloPSA Administrator".
    pub(crate) is_administrator: bool,
    /// Both ticks beside each of its teams: unassigned tickets, and those of other agents.
    pub(crate) sees_all_of_its_teams: bool,
    /// It may read its own record.
    pub(crate) may_read_itself: bool,
    /// Its sessions were ended with "Revoke All Tokens".
    pub(crate) is_signed_out: bool,
}

impl Agent {
    /// How far its access to a module goes. Administrators may do everything (reported 2026).
    pub(crate) fn level(&self, slug: &str) -> Level {
        if self.is_administrator {
            return Level::Modify;
        }
        self.permissions
            .get(slug)
            .map_or(Level::Nothing, |value| Level::of(value))
    }

    /// Whether it may see a customer.
    pub(crate) fn sees_customer(&self, id: i64) -> bool {
        self.is_administrator
            || self
                .customers
                .as_ref()
                .is_none_or(|allowed| allowed.contains(&id))
    }

    /// Whether it may see a ticket type.
    pub(crate) fn sees_ticket_type(&self, id: i64) -> bool {
        self.is_administrator
            || self
                .ticket_types
                .as_ref()
                .is_none_or(|allowed| allowed.contains(&id))
    }
}

/// A ticket type.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "these are the tick boxes of Halo's ticket type screen"
)]
pub(crate) struct TicketType {
    /// Halo's number.
    pub(crate) id: i64,
    /// The name.
    pub(crate) name: String,
    /// "Use" in Halo's words.
    pub(crate) use_: String,
    /// ITIL ticket type.
    pub(crate) itil: u32,
    /// "Project Hierarchy" in Halo's words; empty for none.
    pub(crate) hierarchy: String,
    /// It was deleted; its tickets remain.
    pub(crate) is_deleted: bool,
    /// "Visible in List for Agents".
    pub(crate) is_visible: bool,
    /// "Agents can log new Tickets with this Ticket Type".
    pub(crate) agents_can_log: bool,
    /// Name of the default team.
    pub(crate) default_team: String,
    /// The four separate date and time fields are used instead of the two combined ones.
    pub(crate) has_split_dates: bool,
    /// Its tickets may be below other tickets.
    pub(crate) may_be_child: bool,
    /// The approval process that a new ticket begins.
    pub(crate) approval: Option<&'static str>,
    /// Labels of fields that must be filled in.
    pub(crate) mandatory_fields: Vec<String>,
}

impl State {
    /// A healthy tenant.
    pub(crate) fn healthy(options: &Options) -> Self {
        let mut state = Self {
            applications: Vec::new(),
            agents: born::people(),
            ticket_types: born::ticket_types(),
            settings: BTreeMap::from([(NUMBERING.to_owned(), AUTO_INCREMENTING_KEY)]),
            customers: options.customers,
            unknown_scopes: Vec::new(),
            grants_everything_ticked: false,
            app_name: "Halo PSA",
            is_hosted: true,
            has_shared_auth_host: false,
            clock_ahead: 0,
            agents_tell_everything: true,
            control_answers: true,
            line: options.certificate.map_or(Line::Plain, Line::Tls),
            ignores_page_number: false,
            counts_page_alone: false,
            faults: Vec::new(),
            write_trouble: None,
            variants: options.variants.clone(),
        };
        for (index, needs) in options.needs.iter().enumerate() {
            state.connect(needs, 21 + i64::try_from(index).expect("an index fits"));
        }
        state
    }

    /// Adds agent, application, ticket types and settings for one product.
    fn connect(&mut self, needs: &Needs, agent_id: i64) {
        self.agents.push(born::integration_agent(needs, agent_id));
        self.applications
            .push(born::application(needs, agent_id, &self.variants));
        for needed in &needs.ticket_types {
            self.provide_ticket_type(needed);
        }
        for (property, value) in &needs.settings {
            self.settings.insert(property.clone(), *value);
        }
    }

    fn provide_ticket_type(&mut self, needed: &crate::NeededTicketType) {
        if let Some(index) = self.find_ticket_type(needed) {
            let found = &mut self.ticket_types[index];
            if !needed.use_.is_empty() {
                needed.use_.clone_into(&mut found.use_);
            }
            found.itil = needed.itil.unwrap_or(found.itil);
            if let Some(hierarchy) = &needed.project_hierarchy {
                hierarchy.clone_into(&mut found.hierarchy);
            }
            return;
        }
        let next = 40 + i64::try_from(self.ticket_types.len()).expect("a length fits");
        let name = if needed.name.is_empty() {
            &needed.key
        } else {
            &needed.name
        };
        let use_ = if needed.use_.is_empty() {
            "Tickets"
        } else {
            &needed.use_
        };
        self.ticket_types.push(born::ticket_type(
            next,
            name,
            use_,
            needed.itil.unwrap_or(1),
            needed.project_hierarchy.as_deref().unwrap_or_default(),
        ));
    }

    /// Where the ticket type is that serves a need: by name, or by use where it has none.
    pub(crate) fn find_ticket_type(&self, needed: &crate::NeededTicketType) -> Option<usize> {
        self.ticket_types.iter().position(|existing| {
            if needed.name.is_empty() {
                existing.use_.eq_ignore_ascii_case(&needed.use_)
                    && needed
                        .project_hierarchy
                        .as_ref()
                        .is_none_or(|hierarchy| existing.hierarchy.eq_ignore_ascii_case(hierarchy))
            } else {
                existing.name.eq_ignore_ascii_case(&needed.name)
            }
        })
    }

    /// The agent with this number.
    pub(crate) fn agent(&self, id: i64) -> Option<&Agent> {
        self.agents.iter().find(|agent| agent.id == id)
    }

    /// Whether this version of Halo has a scope of this name.
    pub(crate) fn knows_scope(&self, scope: &str) -> bool {
        scope_exists(scope) && !self.unknown_scopes.iter().any(|unknown| unknown == scope)
    }
}

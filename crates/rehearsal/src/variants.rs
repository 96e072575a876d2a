//! Switches for what no public source settles about the real Halo: each has both answers, so that
//! a program can be tried against either.
//!
//! The defaults are the answers that public evidence of 2024 to 2026 makes likelier; none of them
//! is a fact. Not here: what is confirmed, which is not switchable, and what can go wrong in one
//! customer's set-up ([`crate::scenario`]).

use std::time::Duration;

/// One answer for each open question.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each switch is one open question with two answers"
)]
pub struct Variants {
    /// `GET /api/AuthInfo` answers without a token. Else 401.
    pub auth_info_is_open: bool,
    /// `GET /api/InstanceInfo` answers without a token. Else 401.
    pub instance_info_is_open: bool,
    /// Whether `auth_url` has the path `/auth`, or names the host alone. Both are read by public
    /// clients.
    pub auth_url_has_path: bool,
    /// What the token end point does with a known scope that is not ticked.
    pub unticked_scope: UntickedScope,
    /// Whether a token answer repeats the scopes it grants.
    pub scope_is_echoed: bool,
    /// Whether the token end point words it apart when it does not know the Client ID and when the
    /// Client Secret does not belong to it; both are `invalid_client`.
    pub unknown_client_is_told_apart: bool,
    /// What the token end point says to an inactive application.
    pub inactive_application: InactiveApplication,
    /// What the token end point says where the tenant is wrong.
    pub wrong_tenant: WrongTenant,
    /// What an application is told whose agent was disabled or deleted.
    pub agent_out_of_use: AgentOutOfUse,
    /// Whether a Client Secret is two GUIDs joined by a dash, or one long word.
    pub secret_is_two_guids: bool,
    /// Whether a refused token says why in `error_description`, or by its code alone.
    pub error_descriptions_are_sent: bool,
    /// How `GET /Agent` wraps its rows; both were seen.
    pub agent_list: AgentList,
    /// How `GET /Asset` wraps its rows; both were seen.
    pub asset_list_is_bare: bool,
    /// The key under which `GET /Projects` puts its rows: `tickets` or `projects`.
    pub projects_key: &'static str,
    /// How `GET /TopLevel` wraps its rows.
    pub top_levels: TopLevels,
    /// Whether `GET /Roles` is a bare array, or has its rows under `roles`.
    pub roles_are_bare: bool,
    /// Whether `GET /Department` lists departments as well; the description of 2024 has no such
    /// path.
    pub departments_have_a_path: bool,
    /// Whether team rows name their department and `/TopLevel` lists departments.
    pub departments_are_listed: bool,
    /// Whether `GET /TicketType` lists types that agents cannot select.
    pub hidden_ticket_types_are_listed: bool,
    /// How `use` of a ticket type is written.
    pub use_words: UseWords,
    /// Which numbers `project_type` has.
    pub hierarchy_numbers: HierarchyNumbers,
    /// Which number of `nextfaultidcalculationmethod` stands for "Auto-incrementing key"; 0 is
    /// the default of a new database, which is another method.
    pub auto_incrementing_key: i64,
    /// Which numbers `membershiplevel` has beside 2, which is "Modify All" either way.
    pub membership_numbers: MembershipNumbers,
    /// Whether what a field list refers to says if a field is mandatory.
    pub fields_tell_mandatory: bool,
    /// Which teams an agent with at least one team or department sees; both were reported.
    pub teams: TeamVisibility,
    /// Whether `GET /Team` needs the `all:teams` scope.
    pub teams_need_scope: bool,
    /// Whether look-ups (agents, teams, statuses, ...) answer 403 on a scope narrower than
    /// `all:standard`.
    pub look_ups_need_wide_scope: bool,
    /// Whether an agent without a default team sees no other agents (reported by one source).
    pub default_team_hides_agents: bool,
    /// Whether the record of an agent without a default team says so in words; it is empty where
    /// not.
    pub no_default_team_is_named: bool,
    /// Whether `GET /Control` answers agents who are not administrators.
    pub control_is_open: bool,
    /// Whether `GET /Control` needs the scope `admin`, or one that includes it.
    pub control_needs_admin_scope: bool,
    /// Whether the scope `admin` opens what `admin:webhooks` does.
    pub admin_includes_webhooks: bool,
    /// Whether `GET /Application` answers every agent, or only an administrator with a wide scope.
    pub applications_are_open: bool,
    /// Whether `GET /Roles` answers agents who are not administrators.
    pub roles_are_open: bool,
    /// Whether `GET /Agent/me` carries teams, departments and roles.
    pub me_lists_memberships: bool,
    /// Whether the teams and departments of an agent's role are listed in the agent's record.
    pub role_rows_reach_agent: bool,
    /// Whether rows in the list of customers have website and domain.
    pub customer_rows_have_domain: bool,
    /// The most rows of one page, whatever was asked for; 100 is confirmed for tickets alone.
    pub page_ceiling: usize,
    /// Whether `record_count` is the total when not paging, or only what came (seen on one
    /// tenant).
    pub record_count_is_total_without_paging: bool,
    /// Whether creating something answers 201, or 200.
    pub created_is_201: bool,
    /// What 401, 403, 404 and 429 carry.
    pub refusal_bodies: RefusalBodies,
    /// Whether 429 says in `Retry-After` how long to wait.
    pub retry_after_is_sent: bool,
    /// Whether answers say in headers how much of the fair-use limit is left.
    pub rate_limit_headers_are_sent: bool,
    /// Fair use: at most this many API requests in this time, per application. 500 in 3 minutes
    /// and 700 in 5 were both reported.
    pub fair_use: Option<(usize, Duration)>,
}

/// What happens to a known scope that the application does not have ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UntickedScope {
    /// The grant leaves it out.
    Narrowed,
    /// The token request fails with `invalid_scope`.
    Refused,
    /// It fails with `invalid_request`, whose words speak of the scope.
    BadRequest,
}

/// What an inactive application is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InactiveApplication {
    /// 401 `invalid_client`.
    InvalidClient,
    /// 400 `invalid_request`.
    BadRequest,
}

/// What is said where the tenant is wrong or missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongTenant {
    /// 401 `invalid_client`: the application is not in that tenant's database.
    InvalidClient,
    /// 400 `invalid_request`.
    BadRequest,
    /// 500 with a web page.
    ServerError,
}

/// What is said where the agent to log in as is out of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgentOutOfUse {
    /// A token is issued and works; the agent's record tells.
    TokenWorks,
    /// A token is issued, and every request with it is refused.
    TokenIsUseless,
    /// The token request fails with `invalid_grant`.
    Refused,
}

/// How agents are wrapped in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgentList {
    /// A bare array.
    Bare,
    /// `{record_count, results: []}`.
    Results,
}

/// How the use of a ticket type is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UseWords {
    /// `ticket`, `project`, `opportunity`, `contract`.
    Words,
    /// `reqs`, `prjs`, `opps`, `contracts`, as the `domain` parameter has them.
    Domains,
}

/// How top levels are wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopLevels {
    /// `{record_count, tree: []}`.
    Tree,
    /// `{record_count, toplevels: []}`.
    Named,
    /// A bare array.
    Bare,
}

/// Which numbers stand for "Project Hierarchy".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HierarchyNumbers {
    /// 1 for projects, 2 for their tasks, 0 for neither.
    FromOne,
    /// 0 for projects, 1 for their tasks, -1 for neither.
    FromZero,
}

impl HierarchyNumbers {
    /// The number that stands for this word of the screen.
    pub(crate) fn number(self, hierarchy: &str) -> i8 {
        let place = match hierarchy.to_lowercase().as_str() {
            "projects" => 1,
            "project tasks" => 2,
            _ => 0,
        };
        match self {
            Self::FromOne => place,
            Self::FromZero => place - 1,
        }
    }
}

/// Which numbers stand for the memberships of a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MembershipNumbers {
    /// 0 to 3 in the order of the screen, from Basic Member to Department Manager.
    LowestFirst,
    /// 1 to 4 the other way round, from Department Manager to Basic Member.
    HighestFirst,
}

impl MembershipNumbers {
    /// The number that stands for the membership at this place of the screen, from 0 on.
    pub(crate) fn number(self, place: u8) -> u8 {
        match self {
            Self::LowestFirst => place,
            Self::HighestFirst => 4 - place.min(4),
        }
    }
}

/// What a refusal carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalBodies {
    /// Nothing.
    None,
    /// JSON with some words.
    Json,
    /// A web page of the server.
    Page,
}

/// Which teams an agent sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamVisibility {
    /// All of them, once in any team or department.
    AllOnceMember,
    /// Only those the agent is in.
    OwnOnly,
}

impl Default for Variants {
    fn default() -> Self {
        Self {
            auth_info_is_open: true,
            instance_info_is_open: true,
            auth_url_has_path: true,
            unticked_scope: UntickedScope::Narrowed,
            scope_is_echoed: true,
            unknown_client_is_told_apart: true,
            inactive_application: InactiveApplication::InvalidClient,
            wrong_tenant: WrongTenant::InvalidClient,
            agent_out_of_use: AgentOutOfUse::TokenWorks,
            secret_is_two_guids: true,
            error_descriptions_are_sent: true,
            agent_list: AgentList::Bare,
            asset_list_is_bare: false,
            projects_key: "tickets",
            top_levels: TopLevels::Tree,
            roles_are_bare: true,
            departments_have_a_path: false,
            departments_are_listed: true,
            hidden_ticket_types_are_listed: true,
            use_words: UseWords::Words,
            hierarchy_numbers: HierarchyNumbers::FromOne,
            auto_incrementing_key: 1,
            membership_numbers: MembershipNumbers::LowestFirst,
            fields_tell_mandatory: true,
            teams: TeamVisibility::AllOnceMember,
            teams_need_scope: false,
            look_ups_need_wide_scope: false,
            default_team_hides_agents: true,
            no_default_team_is_named: true,
            control_is_open: true,
            control_needs_admin_scope: false,
            admin_includes_webhooks: true,
            applications_are_open: false,
            roles_are_open: true,
            me_lists_memberships: false,
            role_rows_reach_agent: true,
            customer_rows_have_domain: false,
            page_ceiling: 100,
            record_count_is_total_without_paging: true,
            created_is_201: true,
            refusal_bodies: RefusalBodies::None,
            retry_after_is_sent: true,
            rate_limit_headers_are_sent: false,
            fair_use: Some((500, Duration::from_mins(3))),
        }
    }
}

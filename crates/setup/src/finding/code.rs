//! The kinds of trouble that a finding can tell of: a closed list, and which of them each finding
//! may carry.
//!
//! Given to findings by [`crate::judge`]. Tests hold the practice tenant's scenarios, the tables of
//! judging and the documentation to this list, so that a code without them cannot be added.

macro_rules! codes {
    ($($(#[$meta:meta])* $code:ident = $name:literal,)*) => {
        /// A kind of trouble. What it means exactly depends on the finding that carries it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$meta])* $code,)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// The code as reports carry it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }
        }
    };
}

codes! {
    /// What was typed is no web address.
    NotAnAddress = "not_an_address",
    /// It is not encrypted, and not on this machine.
    NotHttps = "not_https",
    /// Nothing answers there.
    Unreachable = "unreachable",
    /// There is no such host.
    NameNotFound = "name_not_found",
    /// Nobody whom this computer trusts signed the certificate.
    TlsUntrusted = "tls_untrusted",
    /// The certificate is past its time, or its time has not come.
    TlsExpired = "tls_expired",
    /// The certificate is for another name.
    TlsWrongHost = "tls_wrong_host",
    /// Something else answers there.
    NotHalo = "not_halo",
    /// A request was pointed to another address.
    RedirectedElsewhere = "redirected_elsewhere",
    /// No answer came in time.
    TimedOut = "timed_out",
    /// The answer is larger than what is read.
    TooLarge = "too_large",
    /// The proxy let nothing through.
    ProxyRefused = "proxy_refused",
    /// A token was issued, and every request with it is a 404.
    ApiNotFound = "api_not_found",
    /// Halo's `invalid_client`.
    ClientNotRecognised = "client_not_recognised",
    /// `unauthorized_client`.
    GrantNotAllowed = "grant_not_allowed",
    /// `invalid_scope`, for every scope.
    ScopeRefused = "scope_refused",
    /// The token opens nothing.
    NoScopeGranted = "no_scope_granted",
    /// What issues tokens does not answer as a sign-in server does.
    NotJson = "not_json",
    /// The clocks differ by minutes.
    ClockSkew = "clock_skew",
    /// A token was issued with another tenant, which Halo itself names.
    WrongTenant = "wrong_tenant",
    /// Halo refuses it.
    Refused = "refused",
    /// The secret could not be read.
    KeychainClosed = "keychain_closed",
    /// No secret is stored.
    NoSecret = "no_secret",
    /// Tokens are issued on a host that nobody has confirmed.
    ServerNotConfirmed = "server_not_confirmed",
    /// Halo has no such scope.
    ScopeDoesNotExist = "scope_does_not_exist",
    /// The application does not have the scope.
    NotGranted = "not_granted",
    /// The application has a scope that it must not have.
    ForbiddenScopeGranted = "forbidden_scope_granted",
    /// More is granted than the guide asks for.
    MoreThanNeeded = "more_than_needed",
    /// Nobody is signed in, although the token is new.
    SignedOut = "signed_out",
    /// The agent's account is not active.
    Disabled = "disabled",
    /// The agent is not API-only.
    NotApiOnly = "not_api_only",
    /// The agent is API-only, and must not be.
    MustNotBeApiOnly = "must_not_be_api_only",
    /// The agent is an administrator, and should not be.
    IsAdministrator = "is_administrator",
    /// The agent is no administrator, and should be.
    NotAdministrator = "not_administrator",
    /// The agent has no default team.
    NoDefaultTeam = "no_default_team",
    /// The agent has a default team, and should have none.
    HasDefaultTeam = "has_default_team",
    /// Halo lists the agent no team.
    NoTeamVisible = "no_team_visible",
    /// The agent is not in every team that is wanted.
    TeamsMissing = "teams_missing",
    /// The agent is in no department.
    DepartmentMissing = "department_missing",
    /// Its membership of a department shows too little.
    MembershipTooLow = "membership_too_low",
    /// Halo lists the agent no customer.
    NoCustomerVisible = "no_customer_visible",
    /// The agent is restricted to some customers.
    Restricted = "restricted",
    /// The agent sees fewer customers than the admin.
    FewerThanExpected = "fewer_than_expected",
    /// The permission grants too little.
    TooLow = "too_low",
    /// There is no such ticket type.
    Missing = "missing",
    /// The ticket type is of another kind.
    WrongUse = "wrong_use",
    /// Agents do not see the ticket type, or cannot log tickets of it.
    HiddenFromAgents = "hidden_from_agents",
    /// The ticket type asks for fields that the product does not send.
    MandatoryFields = "mandatory_fields",
    /// The setting has another value.
    WrongValue = "wrong_value",
    /// Halo had a problem of its own.
    ServerError = "server_error",
    /// Halo asked for a longer pause than a check may take.
    RateLimited = "rate_limited",
    /// Halo did not let the agent look.
    NotPermitted = "not_permitted",
    /// Halo's answer could not be read, or lacked the value.
    NotReadable = "not_readable",
}

/// Which codes a finding carries on `failed` and `warning`. An id that ends with a colon stands for
/// every finding whose id begins so.
pub const CARRIED: &[(&str, &[Code])] = &[
    (
        "address",
        &[
            Code::NotAnAddress,
            Code::NotHttps,
            Code::Unreachable,
            Code::NameNotFound,
            Code::TlsUntrusted,
            Code::TlsExpired,
            Code::TlsWrongHost,
            Code::NotHalo,
            Code::RedirectedElsewhere,
            Code::TimedOut,
            Code::TooLarge,
            Code::ProxyRefused,
            Code::ApiNotFound,
        ],
    ),
    (
        "credentials",
        &[
            Code::ClientNotRecognised,
            Code::GrantNotAllowed,
            Code::ScopeRefused,
            Code::NoScopeGranted,
            Code::NotJson,
            Code::ClockSkew,
            Code::WrongTenant,
            Code::Refused,
            Code::KeychainClosed,
            Code::NoSecret,
            Code::ServerNotConfirmed,
        ],
    ),
    (
        "scope:",
        &[
            Code::ScopeDoesNotExist,
            Code::NotGranted,
            Code::ForbiddenScopeGranted,
            Code::Refused,
        ],
    ),
    ("scopes.excess", &[Code::MoreThanNeeded]),
    (
        "agent.identity",
        &[Code::SignedOut, Code::Disabled, Code::Refused],
    ),
    (
        "agent.api_only",
        &[Code::NotApiOnly, Code::MustNotBeApiOnly],
    ),
    (
        "agent.administrator",
        &[Code::IsAdministrator, Code::NotAdministrator],
    ),
    (
        "agent.default_team",
        &[Code::NoDefaultTeam, Code::HasDefaultTeam],
    ),
    ("agent.teams", &[Code::NoTeamVisible, Code::TeamsMissing]),
    (
        "agent.departments",
        &[Code::DepartmentMissing, Code::MembershipTooLow],
    ),
    (
        "agent.customers",
        &[
            Code::NoCustomerVisible,
            Code::Restricted,
            Code::FewerThanExpected,
        ],
    ),
    (
        "permission:",
        &[Code::Refused, Code::TooLow, Code::MoreThanNeeded],
    ),
    (
        "ticket-type:",
        &[
            Code::Missing,
            Code::WrongUse,
            Code::HiddenFromAgents,
            Code::MandatoryFields,
        ],
    ),
    ("setting:", &[Code::WrongValue]),
];

/// The codes of `unknown`, which any finding may carry.
pub const UNCHECKED: &[Code] = &[
    Code::ServerError,
    Code::TimedOut,
    Code::RateLimited,
    Code::NotPermitted,
    Code::NotReadable,
];

/// The entry of [`CARRIED`] that an id belongs to.
pub fn family(id: &str) -> &str {
    match id.find(':') {
        Some(colon) => &id[..=colon],
        None => id,
    }
}

/// Whether a finding with this id may carry the code on `failed` and `warning`.
pub fn carries(id: &str, code: Code) -> bool {
    let mut carried = CARRIED.iter();
    carried.any(|(of, codes)| *of == family(id) && codes.contains(&code))
}

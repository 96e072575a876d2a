//! What one check learned, aspect by aspect.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::facts::{AgentFact, Asked, Facts, Host, Seen, SignIn};
use crate::finding::{Finding, Status};
use crate::permission::Area;

use super::aspect::{Account, AgentPart, Aspect, Counted, Family, HaloPart, Standing, Value};

/// What one check learned.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// When the check was made.
    pub at: Timestamp,
    pub(super) values: BTreeMap<Aspect, Value>,
    /// Lists that were learned as a whole: what is not among their members is not there.
    whole: BTreeSet<Family>,
}

impl Snapshot {
    /// What a check at this time learned, and the findings that follow from it.
    pub fn of(at: Timestamp, facts: &Facts, findings: &[Finding]) -> Self {
        let mut snapshot = Self {
            at,
            values: BTreeMap::new(),
            whole: BTreeSet::new(),
        };
        snapshot.halo(facts);
        snapshot.agent(facts);
        snapshot.scopes(facts, findings);
        snapshot.lists(facts);
        for (property, asked) in &facts.settings {
            let number = asked.answer().map(|number| Value::Number(*number));
            snapshot.note(Aspect::Setting(property.clone()), number);
        }
        for finding in findings {
            let standing = Standing::of(finding).map(Value::Standing);
            snapshot.note(Aspect::Finding(finding.id.clone()), standing);
        }
        snapshot
    }

    /// The value of an aspect, where it was learned.
    pub(super) fn value(&self, aspect: &Aspect) -> Option<&Value> {
        let absent = || match aspect {
            Aspect::Member(family, _) if self.whole.contains(family) => Some(&Value::Absent),
            _ => None,
        };
        self.values.get(aspect).or_else(absent)
    }

    /// How a finding stands.
    pub(super) fn standing(&self, id: &str) -> Option<&Standing> {
        match self.values.get(&Aspect::Finding(id.to_owned()))? {
            Value::Standing(standing) => Some(standing),
            _ => None,
        }
    }

    fn note(&mut self, aspect: Aspect, value: Option<Value>) {
        if let Some(value) = value {
            self.values.insert(aspect, value);
        }
    }

    fn halo(&mut self, facts: &Facts) {
        let Host::Found(halo) = &facts.host else {
            return;
        };
        let values = [
            (HaloPart::Address, Some(&halo.address)),
            (HaloPart::ResourceServer, Some(&halo.resource_server)),
            (
                HaloPart::AuthorisationServer,
                Some(&halo.authorisation_server),
            ),
            (HaloPart::Tenant, halo.tenant.as_ref()),
            (HaloPart::Product, halo.product.as_ref()),
            (HaloPart::Version, halo.version.as_ref()),
        ];
        for (part, value) in values {
            self.note(Aspect::Halo(part), value.cloned().map(Value::Text));
        }
    }

    fn agent(&mut self, facts: &Facts) {
        // The details where they were read, the short form for what they leave out.
        let forms: Vec<&AgentFact> = [facts.agent.answer(), facts.me.answer()]
            .into_iter()
            .flatten()
            .collect();
        let id = forms.iter().find_map(|agent| agent.id);
        let name = forms.iter().find_map(|agent| agent.name.clone());
        let account = id.map(|id| Value::Account(Account { id, name }));
        self.note(Aspect::Agent(AgentPart::Account), account);
        let flag =
            |read: fn(&AgentFact) -> Option<bool>| forms.iter().find_map(|agent| read(agent));
        let flags = [
            (
                AgentPart::Enabled,
                flag(|agent| agent.is_disabled).map(|disabled| !disabled),
            ),
            (AgentPart::ApiOnly, flag(|agent| agent.is_api_only)),
            (
                AgentPart::Administrator,
                flag(|agent| agent.is_administrator),
            ),
        ];
        for (part, value) in flags {
            self.note(Aspect::Agent(part), value.map(Value::Flag));
        }
        let team = forms.iter().find_map(|agent| agent.default_team.clone());
        self.note(Aspect::Agent(AgentPart::DefaultTeam), team.map(Value::Text));
        let names = |read: fn(&AgentFact) -> &Option<Vec<String>>| {
            forms.iter().find_map(|agent| read(agent).clone())
        };
        self.names(Family::Role, names(|agent| &agent.roles));
        self.names(Family::Membership, names(|agent| &agent.teams));
        self.names(Family::CustomerLimit, names(|agent| &agent.customers));
        self.names(Family::TicketTypeLimit, names(|agent| &agent.ticket_types));
        let departments = forms.iter().find_map(|agent| agent.departments.clone());
        let members = departments.as_ref();
        let members = members.map(|rows| rows.iter().map(|row| row.name.clone()).collect());
        self.names(Family::Department, members);
        for department in departments.into_iter().flatten() {
            let aspect = Aspect::DepartmentLevel(department.name);
            // One may come from the agent and from its roles: the highest counts.
            let held = match self.values.get(&aspect) {
                Some(Value::Number(held)) => Some(*held),
                _ => None,
            };
            let level = department.level.max(held);
            self.note(aspect, level.map(Value::Number));
        }
    }

    /// From what Halo says it granted; where it does not say, from what the findings show.
    fn scopes(&mut self, facts: &Facts, findings: &[Finding]) {
        let SignIn::Issued(token) = &facts.sign_in else {
            return;
        };
        if let Some(granted) = &token.granted {
            self.names(Family::Scope, Some(granted.iter().cloned().collect()));
            return;
        }
        for finding in findings {
            let Some(scope) = finding.id.strip_prefix("scope:") else {
                continue;
            };
            let value = match (finding.status, finding.code.as_deref()) {
                (Status::Passed, _) => Some(Value::Text(scope.to_owned())),
                (Status::Failed | Status::Warning, Some("not_granted")) => Some(Value::Absent),
                _ => None,
            };
            self.note(Aspect::Member(Family::Scope, scope.to_owned()), value);
        }
    }

    fn lists(&mut self, facts: &Facts) {
        let teams = facts.teams.answer();
        let teams = teams.map(|teams| teams.iter().map(|team| team.name.clone()).collect());
        self.names(Family::Team, teams);
        self.names(Family::SeenDepartment, facts.departments.answer().cloned());
        if let Some(types) = facts.ticket_types.answer() {
            self.whole.insert(Family::TicketType);
            for one in types {
                let aspect = Aspect::Member(Family::TicketType, one.id.to_string());
                self.note(aspect, Some(Value::Text(one.name.clone())));
            }
        }
        let customers = facts
            .customers
            .answer()
            .or_else(|| facts.areas.get(&Area::Customers).and_then(Asked::answer));
        let counts = [
            (Counted::Customers, customers),
            (Counted::Agents, facts.agents.answer()),
        ];
        for (counted, seen) in counts {
            let count = seen.and_then(Seen::exact);
            let count = count.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
            self.note(Aspect::Count(counted), count.map(Value::Number));
        }
    }

    /// A list that was learned as a whole, of things that have nothing but a name.
    fn names(&mut self, family: Family, names: Option<Vec<String>>) {
        let Some(names) = names else {
            return;
        };
        self.whole.insert(family);
        for name in names {
            self.note(
                Aspect::Member(family, name.clone()),
                Some(Value::Text(name)),
            );
        }
    }
}

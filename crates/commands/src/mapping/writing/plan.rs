//! The plan: what writing would do for each customer that has its company, and what stands
//! against it. Pure; what it compares was read just before.
//!
//! That the vendor's row carries Halo's number of the customer is what its maker says of other
//! products, and is not confirmed of Halo: a row is taken for a customer's without a look only
//! where number and name agree. Everything else is left out until the admin includes it.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use url::Url;

use super::matchers::{Company, Matcher};

/// What was decided for one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decided {
    pub(crate) customer: String,
    /// Its name today, and the one it had when this was decided.
    pub(crate) names: Vec<String>,
    pub(crate) company: String,
    /// The company's name when this was decided.
    pub(crate) company_name: String,
    /// The customer is not in Halo's list any more.
    pub(crate) is_gone: bool,
    /// Another customer that has the same company, where each may have its own only.
    pub(crate) shared_with: Option<String>,
}

/// What writing would do for one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    pub(crate) decided: Decided,
    /// The vendor's row for it.
    pub(crate) matcher: Option<Matcher>,
    pub(crate) state: State,
    /// It will be written.
    pub(crate) is_included: bool,
}

/// How a customer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// It gets its company.
    Set,
    /// It has it already.
    Same,
    /// It has another company now.
    Change,
    /// The rows are perhaps not the same customer's, or the company is perhaps another.
    Doubtful(Doubt),
    /// The vendor has no row for it yet.
    Missing,
    /// It cannot be written as things are.
    Stuck(Stuck),
}

/// What is doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The row with its number has another name.
    Name,
    /// The row with its name has another number.
    Number,
    /// The company has another name there.
    Company(String),
}

/// What is in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// The customer is not in Halo's list any more.
    CustomerGone,
    /// The company is not there.
    CompanyGone,
    /// Another customer has the same company.
    Shared(String),
    /// Several rows could be this customer's.
    Several,
}

impl State {
    /// Whether the admin may include it.
    pub(crate) const fn may_be_included(&self) -> bool {
        matches!(self, Self::Set | Self::Change | Self::Doubtful(_))
    }
}

/// A plan as it is shown.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// Names it, so that what was shown is what is written.
    pub(crate) number: u32,
    pub(crate) made: Timestamp,
    /// The server it was made for.
    pub(crate) origin: Url,
    /// That server's name.
    pub(crate) host: String,
    pub(crate) integration: u64,
    pub(crate) rows: Vec<Planned>,
}

/// What writing would do.
pub(crate) fn plan(
    decided: Vec<Decided>,
    matchers: &[Matcher],
    companies: &HashMap<u64, String>,
) -> Vec<Planned> {
    let there = There::of(matchers);
    let sure: HashSet<usize> = decided.iter().filter_map(|it| there.surely(it)).collect();
    let mut claims: HashMap<usize, u32> = HashMap::new();
    let found: Vec<Found> = decided.iter().map(|it| there.find(it, &sure)).collect();
    for place in found.iter().filter_map(Found::place) {
        *claims.entry(place).or_default() += 1;
    }
    let rows = decided.into_iter().zip(found);
    rows.map(|(decided, found)| {
        let matcher = found.place().map(|place| matchers[place].clone());
        let is_contested = found.place().is_some_and(|place| claims[&place] > 1);
        let state = state(&decided, &found, matcher.as_ref(), is_contested, companies);
        Planned {
            is_included: state == State::Set,
            decided,
            matcher,
            state,
        }
    })
    .collect()
}

fn state(
    decided: &Decided,
    found: &Found,
    matcher: Option<&Matcher>,
    is_contested: bool,
    companies: &HashMap<u64, String>,
) -> State {
    if decided.is_gone {
        return State::Stuck(Stuck::CustomerGone);
    }
    if let Some(other) = &decided.shared_with {
        return State::Stuck(Stuck::Shared(other.clone()));
    }
    let Some(company) = decided.company_number() else {
        return State::Stuck(Stuck::CompanyGone);
    };
    let Some(name) = companies.get(&company) else {
        return State::Stuck(Stuck::CompanyGone);
    };
    if matches!(found, Found::Several) || is_contested {
        return State::Stuck(Stuck::Several);
    }
    let Some(matcher) = matcher else {
        return State::Missing;
    };
    if matcher.company.as_ref().map(|now| now.id) == Some(company) {
        return State::Same;
    }
    if !same(name, &decided.company_name) {
        return State::Doubtful(Doubt::Company(name.clone()));
    }
    match found {
        Found::ByNumber(_) => State::Doubtful(Doubt::Name),
        Found::ByName(_) => State::Doubtful(Doubt::Number),
        _ if matcher.company.is_some() => State::Change,
        _ => State::Set,
    }
}

impl Decided {
    /// The company's number; none where the list did not come from the server.
    pub(crate) fn company_number(&self) -> Option<u64> {
        self.company.parse().ok()
    }
}

impl Planned {
    /// The company that stands there now.
    pub(crate) fn now(&self) -> Option<&Company> {
        self.matcher.as_ref()?.company.as_ref()
    }
}

/// Which of the vendor's rows is a customer's.
enum Found {
    /// Number and name agree.
    Both(usize),
    /// The number agrees, the name does not.
    ByNumber(usize),
    /// The name agrees, the number does not.
    ByName(usize),
    Several,
    None,
}

impl Found {
    const fn place(&self) -> Option<usize> {
        match self {
            Self::Both(place) | Self::ByNumber(place) | Self::ByName(place) => Some(*place),
            Self::Several | Self::None => None,
        }
    }
}

/// The vendor's rows, by number and by name.
struct There {
    by_number: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl There {
    fn of(matchers: &[Matcher]) -> Self {
        let mut by_number: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, matcher) in matchers.iter().enumerate() {
            if let Some(record) = &matcher.record {
                by_number.entry(record.clone()).or_default().push(place);
            }
            let name = plain(&matcher.name);
            if !name.is_empty() {
                by_name.entry(name).or_default().push(place);
            }
        }
        Self { by_number, by_name }
    }

    fn numbered(&self, decided: &Decided) -> &[usize] {
        self.by_number
            .get(&decided.customer)
            .map_or(&[], Vec::as_slice)
    }

    fn named(&self, decided: &Decided) -> Vec<usize> {
        let mut places: Vec<usize> = Vec::new();
        for name in &decided.names {
            places.extend(self.by_name.get(&plain(name)).into_iter().flatten());
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The one row whose number and name are the customer's.
    fn surely(&self, decided: &Decided) -> Option<usize> {
        match self.numbered(decided) {
            [only] if self.named(decided).contains(only) => Some(*only),
            _ => None,
        }
    }

    /// The row that could be the customer's, among those that are not surely another's.
    fn find(&self, decided: &Decided, sure: &HashSet<usize>) -> Found {
        if let Some(place) = self.surely(decided) {
            return Found::Both(place);
        }
        let is_free = |place: &&usize| !sure.contains(*place);
        let numbered: Vec<usize> = self
            .numbered(decided)
            .iter()
            .filter(is_free)
            .copied()
            .collect();
        let named: Vec<usize> = self
            .named(decided)
            .iter()
            .filter(is_free)
            .copied()
            .collect();
        match (numbered.as_slice(), named.as_slice()) {
            ([], []) => Found::None,
            ([place], []) => Found::ByNumber(*place),
            ([], [place]) => Found::ByName(*place),
            _ => Found::Several,
        }
    }
}

/// Whether two names are the same but for case and spaces.
fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

fn plain(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests;

//! From a compared pair to the reason that people read.

use crate::fields::{SAME_LABEL, has_tenant};
use crate::fold::name::FormKind;
use crate::lists::Row;
use crate::pair::{self, Cut, NUMBERS, Pair};
use crate::reason::{Doubt, Evidence, NameLink, Reason};
use crate::rivals::AMONG;

/// A domain that more rows than this have is shared.
const SHARED: f32 = 1.5;

/// What speaks for the pair and against it, rivals aside.
pub(crate) fn explain(pair: &Pair, customer: &Row, organisation: &Row) -> Reason {
    Reason {
        name: name_link(pair, customer, organisation),
        evidence: evidence(pair, customer, organisation),
        doubts: doubts(pair, customer, organisation),
    }
}

/// Adds what rivals there are.
pub(crate) fn rivalry(numbers: &[f32; AMONG], reason: &mut Reason) {
    const CLOSE: f32 = 1.0;
    if numbers[NUMBERS + 3] < CLOSE {
        reason.doubts.push(Doubt::AnotherOrganisation);
    }
    if numbers[NUMBERS + 4] < CLOSE {
        reason.doubts.push(Doubt::AnotherCustomer);
    }
}

fn name_link(pair: &Pair, customer: &Row, organisation: &Row) -> NameLink {
    let alignment = &pair.alignment;
    let least = alignment.covered[0].min(alignment.covered[1]);
    let most = alignment.covered[0].max(alignment.covered[1]);
    let nothing_left = alignment.left.iter().all(|left| left.count == 0);
    let same_compact =
        customer.forms[pair.forms[0]].compact == organisation.forms[pair.forms[1]].compact;
    if customer.identity == organisation.identity {
        NameLink::Identical
    } else if customer.plain == organisation.plain {
        NameLink::Same
    } else if pair.kind == FormKind::TradingName && least > 0.7 {
        NameLink::TradingName
    } else if nothing_left && !alignment.shortened && alignment.slips == 0.0 && !alignment.initials
    {
        if alignment.joined {
            NameLink::OtherSpacing
        } else if alignment.reordered {
            NameLink::OtherOrder
        } else if customer.noted || organisation.noted {
            NameLink::SameButNote
        } else if pair.kind == FormKind::Whole {
            NameLink::SameButLegalForm
        } else {
            NameLink::MoreWords
        }
    } else if same_compact {
        NameLink::OtherSpacing
    } else if pair.initials > 1.5 || (alignment.initials && nothing_left) {
        NameLink::Acronym
    } else if pair.cut == Cut::InWord {
        NameLink::CutShort
    } else if nothing_left && alignment.slips > 0.0 {
        NameLink::Misspelt
    } else if nothing_left {
        NameLink::Abbreviated
    } else if most > 0.93 {
        NameLink::MoreWords
    } else if pair.spelling > 0.85 {
        NameLink::Misspelt
    } else if most > 0.25 || pair.spelling > 0.55 {
        NameLink::Similar
    } else {
        NameLink::Unrelated
    }
}

fn evidence(pair: &Pair, customer: &Row, organisation: &Row) -> Vec<Evidence> {
    let fields = &pair.fields;
    let mut evidence = Vec::new();
    if fields.external_id > 0.0
        && let Some(id) = customer
            .external_ids
            .iter()
            .find(|id| organisation.external_ids.contains(id))
    {
        evidence.push(Evidence::ExternalId(id.clone()));
    }
    if fields.domain >= 1.0
        && let Some(domain) = customer.domains.iter().find(|own| {
            organisation
                .domains
                .iter()
                .any(|other| other.name.value == own.name.value)
        })
    {
        let name = domain.name.value.clone();
        evidence.push(if fields.domain_rows > SHARED {
            Evidence::SharedDomain(name)
        } else {
            Evidence::Domain(name)
        });
    } else if pair.label_spells > 0.7
        && says_one_domain(pair, customer, organisation)
        && let Some(domain) = organisation.domains.first().or(customer.domains.first())
    {
        evidence.push(Evidence::DomainSpellsName(domain.name.value.clone()));
    }
    for (relation, least, found) in [
        (fields.phone, 1.0, Evidence::Phone),
        (fields.postcode, 0.8, Evidence::Postcode),
        (fields.town, 0.6, Evidence::Town),
    ] {
        if relation >= least {
            evidence.push(found);
        }
    }
    evidence.shrink_to_fit();
    evidence
}

/// Whether the domains are no two: one side has none, or one is the other's name at Microsoft, which is chosen apart and may be cut.
fn says_one_domain(pair: &Pair, customer: &Row, organisation: &Row) -> bool {
    let is_missing = customer.domains.is_empty() || organisation.domains.is_empty();
    let is_apart = has_tenant(customer) != has_tenant(organisation);
    is_missing || is_apart && (pair.fields.domain >= SAME_LABEL || pair.label_spells > 0.7)
}

fn doubts(pair: &Pair, customer: &Row, organisation: &Row) -> Vec<Doubt> {
    let says_one_domain = says_one_domain(pair, customer, organisation);
    let fields = &pair.fields;
    let left = &pair.alignment.left;
    let whole = pair.kind == FormKind::Whole;
    let numbers = pair::sides(left[0].numbers, left[1].numbers);
    let group_words = pair::sides(left[0].group_words, left[1].group_words);
    let found = [
        (whole && numbers == 2, Doubt::OtherNumber),
        (whole && group_words == 2, Doubt::OtherGroupWord),
        (whole && numbers == 1, Doubt::MoreNumbers),
        (whole && group_words == 1, Doubt::MoreGroupWords),
        (fields.external_id < 0.0, Doubt::OtherExternalId),
        (
            fields.domain < SAME_LABEL && !says_one_domain,
            Doubt::OtherDomain,
        ),
        (
            (SAME_LABEL..1.0).contains(&fields.domain) && !says_one_domain,
            Doubt::OtherDomainEnding,
        ),
        (fields.town < 0.0, Doubt::OtherTown),
        (
            fields.postcode < 0.0 && fields.town >= 0.0,
            Doubt::OtherPostcode,
        ),
        (fields.country < 0.0, Doubt::OtherCountry),
        (fields.phone < 0.0, Doubt::OtherPhone),
    ];
    found
        .into_iter()
        .filter_map(|(is_so, doubt)| is_so.then_some(doubt))
        .collect()
}

//! Small lists for the tests.

use mapping::{Options, Record, Suggestion, Unwatched, suggest};

/// A record of `name | domain | town | phone`, the rest left out from the right.
pub(crate) fn record(text: &str) -> Record {
    let mut parts = text.split('|').map(str::trim);
    let mut next = || {
        parts
            .next()
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
    };
    let name = next().unwrap_or_default();
    Record {
        id: text.to_owned(),
        name,
        domains: next().into_iter().collect(),
        city: next(),
        phones: next().into_iter().collect(),
        ..Record::default()
    }
}

/// Companies that have nothing to do with each other, so that a list is as long as a real one.
pub(crate) const STRANGERS: [&str; 24] = [
    "Abbott Lowry Roofing Ltd",
    "Bramhall Dental Practice",
    "Cavendish Road Surgery",
    "Dunmore Haulage Ltd",
    "Eversley Optics Inc",
    "Falkirk Timber Merchants",
    "Grantham Foundry LLC",
    "Hollis Veterinary Clinic",
    "Inverness Salmon Company",
    "Jasper Lane Bakery",
    "Kestrel Airframe Repairs",
    "Lomond Water Treatment Ltd",
    "Marlow Sailing Club",
    "Nettleton Seeds GmbH",
    "Orchard View Primary School",
    "Pembroke Solicitors LLP",
    "Quayside Fish Market",
    "Rushmere Accountants",
    "Selby Glassworks",
    "Thornbury Quarries",
    "Ullswater Ferries",
    "Vauxhall Drapers",
    "Wetherby Steelworks PLC",
    "Yarmouth Rope Company",
];

/// The suggestions for these customers among these organisations and two dozen strangers on each side.
pub(crate) fn suggested(customers: &[&str], organisations: &[&str]) -> Vec<Suggestion> {
    let list = |own: &[&str], strangers: &[&str]| {
        own.iter()
            .chain(strangers)
            .map(|text| record(text))
            .collect::<Vec<_>>()
    };
    let (customers_list, organisations_list) = (
        list(customers, &STRANGERS[..16]),
        list(organisations, &STRANGERS[8..]),
    );
    let mut suggestions = suggest(
        &customers_list,
        &organisations_list,
        &Options::default(),
        &Unwatched,
    )
    .expect("nobody stops it");
    suggestions.truncate(customers.len());
    suggestions
}

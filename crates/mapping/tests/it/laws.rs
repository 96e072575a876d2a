//! What holds for any two lists.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use mapping::{Cancelled, Class, Options, Record, Suggestion, Unwatched, Watch, suggest};
use proptest::prelude::*;

use crate::lists::STRANGERS;

/// A name out of few words, so that names collide, with what people add to names.
fn a_name() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Acme",
        "Harrow",
        "Fairweather",
        "Holdings",
        "Services",
        "Group",
        "UK",
        "Müller",
        "Söhne",
        "&",
        "and",
        "2",
        "II",
        "Dental",
        "The",
        "IT",
        "(old)",
        "ZZ -",
        "t/a",
    ]);
    let tail = prop::sample::select(vec![
        "",
        "",
        " Ltd",
        " Limited",
        " GmbH",
        " Inc.",
        " - DO NOT USE",
    ]);
    prop_oneof![
        6 => (prop::collection::vec(word, 1..5), tail).prop_map(|(words, tail)| words.join(" ") + tail),
        1 => prop::sample::select(STRANGERS.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn maybe(texts: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    prop::option::of(
        prop_oneof![4 => prop::sample::select(texts).prop_map(str::to_owned), 1 => any::<String>()],
    )
}

fn a_record() -> impl Strategy<Value = Record> {
    let fields = (
        a_name(),
        maybe(&[
            "acme.com",
            "www.harrow.co.uk",
            "gmail.com",
            "acme.onmicrosoft.com",
            "https://fairweather.com/x",
        ]),
        maybe(&["0113 496 0000", "+44 113 496 0000", "020 7946 0123"]),
        maybe(&["Leeds", "York", "München", "Munich"]),
        maybe(&["LS1 4AP", "ls14ap", "YO1 7HH"]),
        maybe(&["1", "0001", "X-9"]),
    );
    fields.prop_map(|(name, domain, phone, city, postcode, external)| Record {
        id: String::new(),
        name,
        domains: domain.into_iter().collect(),
        phones: phone.into_iter().collect(),
        city,
        postcode,
        country: None,
        external_ids: external.into_iter().collect(),
    })
}

/// A list whose rows are told apart by their ids.
fn a_list(prefix: &'static str) -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(a_record(), 0..24).prop_map(move |mut records| {
        for (place, record) in records.iter_mut().enumerate() {
            record.id = format!("{prefix}{place}");
        }
        records
    })
}

fn run(customers: &[Record], organisations: &[Record], threads: usize) -> Vec<Suggestion> {
    suggest(
        customers,
        organisations,
        &Options {
            many_to_one: false,
            threads,
        },
        &Unwatched,
    )
    .expect("nobody stops it")
}

/// For each customer's id the organisation's id, class and score.
fn by_id(
    customers: &[Record],
    organisations: &[Record],
) -> HashMap<String, (Option<String>, Class, f64)> {
    let suggestions = run(customers, organisations, 1);
    let answer = |suggestion: Suggestion| {
        (
            suggestion
                .organisation
                .map(|place| organisations[place].id.clone()),
            suggestion.class,
            suggestion.score,
        )
    };
    customers
        .iter()
        .map(|customer| customer.id.clone())
        .zip(suggestions.into_iter().map(answer))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_whole(customers in a_list("c"), organisations in a_list("o")) {
        let suggestions = run(&customers, &organisations, 1);
        prop_assert_eq!(suggestions.len(), customers.len());
        let mut given = HashSet::new();
        for suggestion in &suggestions {
            prop_assert!((0.0..=1.0).contains(&suggestion.score));
            prop_assert!(suggestion.candidates.len() <= Suggestion::CANDIDATES);
            prop_assert!(suggestion.candidates.is_sorted_by(|a, b| a.score >= b.score));
            prop_assert!(!suggestion.reason.to_string().is_empty());
            match suggestion.class {
                Class::Exact | Class::Likely => prop_assert!(suggestion.organisation.is_some()),
                Class::None => prop_assert!(suggestion.organisation.is_none()),
                Class::Review => {}
            }
            if let Some(place) = suggestion.organisation {
                prop_assert!(place < organisations.len());
                prop_assert!(given.insert(place), "an organisation was given twice");
                prop_assert!(suggestion.candidates.iter().any(|candidate| candidate.organisation == place));
            }
        }
        for (one, other) in suggestions.iter().flat_map(|one| suggestions.iter().map(move |other| (one, other))) {
            prop_assert!(one.class >= other.class || other.class == Class::None || one.score >= other.score, "class and score disagree");
        }
        let least_given = suggestions.iter().filter(|s| s.organisation.is_some()).map(|s| s.score).fold(1.0, f64::min);
        for suggestion in suggestions.iter().filter(|s| s.organisation.is_none()) {
            prop_assert!(suggestion.score <= least_given, "a row without an organisation stands above one with");
        }
    }

    #[test]
    fn threads_do_not_matter(customers in a_list("c"), organisations in a_list("o")) {
        prop_assert_eq!(run(&customers, &organisations, 1), run(&customers, &organisations, 3));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(customers in a_list("c"), organisations in a_list("o"), turn in 0..24_usize) {
        let before = by_id(&customers, &organisations);
        let turned = |list: &[Record]| {
            let mut list = list.to_vec();
            list.reverse();
            let length = list.len().max(1);
            list.rotate_left(turn % length);
            list
        };
        prop_assert_eq!(before, by_id(&turned(&customers), &turned(&organisations)));
    }

    #[test]
    fn nobody_else_changes_what_is_exact(stranger in "[b-df-hj-np-tv-z]{9,14}") {
        let list = |tail: &str| STRANGERS[..16].iter().enumerate().map(|(place, name)| Record {
            id: place.to_string(), name: format!("{name}{tail}"), city: Some("Leeds".to_owned()), ..Record::default()
        }).collect::<Vec<_>>();
        let (customers, mut organisations) = (list(""), list(""));
        let exact = |suggestions: &[Suggestion]| suggestions.iter().filter(|s| s.class == Class::Exact).filter_map(|s| s.organisation).collect::<HashSet<_>>();
        let before = exact(&run(&customers, &organisations, 1));
        prop_assert!(before.len() >= 12, "names that agree letter for letter and in the town are exact: {}", before.len());
        organisations.push(Record { id: "x".to_owned(), name: stranger, ..Record::default() });
        prop_assert_eq!(before, exact(&run(&customers, &organisations, 1)));
    }
}

/// Says no after a few questions.
struct Impatient(AtomicUsize);

impl Watch for Impatient {
    fn progress(&self, done: usize, of: usize) {
        assert!(done <= of);
    }

    fn cancelled(&self) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed) >= 3
    }
}

#[test]
fn a_run_can_be_stopped_and_run_again() {
    let list: Vec<Record> = (0..2000)
        .map(|place| Record {
            id: place.to_string(),
            name: format!("Company {place} Ltd"),
            ..Record::default()
        })
        .collect();
    let options = Options {
        many_to_one: false,
        threads: 2,
    };
    assert_eq!(
        suggest(&list, &list, &options, &Impatient(AtomicUsize::new(0))),
        Err(Cancelled)
    );
    let suggestions = suggest(&list, &list, &options, &Unwatched).expect("nobody stops it");
    assert!(
        suggestions
            .iter()
            .enumerate()
            .all(|(place, suggestion)| suggestion.organisation == Some(place))
    );
}

//! The half of the learning that must be Rust, and the measuring. Called by `training/learn.py` and by hand:
//!
//! - `learn names` prints the names of the numbers;
//! - `learn pairs all|near FOLDER...` writes `pairs.bin` into each folder: for each pair its customer, whether it is
//!   right, and its numbers, as little-endian `f32`;
//! - `learn measure FOLDER...` prints how right the suggestions are;
//! - `learn wrong FOLDER` prints what is wrong, for a person to read;
//! - `learn lost FOLDER` prints the ids of the customers whose organisation is not accepted.

#![expect(clippy::print_stdout, reason = "a program for the terminal")]
#![expect(
    clippy::unwrap_used,
    reason = "a program for its makers: whatever is wrong with the lists ends it"
)]

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use mapping::{Class, Options, Record, Suggestion, Unwatched};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["names"] => mapping::training::names()
            .iter()
            .for_each(|(name, direction)| println!("{name} {direction}")),
        ["pairs", which, folders @ ..] => folders
            .iter()
            .for_each(|folder| pairs(Path::new(folder), *which == "all")),
        ["measure", folders @ ..] => measure(folders),
        ["wrong", folder] => wrong(Path::new(folder)),
        ["lost", folder] => lost(Path::new(folder)),
        _ => println!(
            "learn names | learn pairs all|near FOLDER... | learn measure FOLDER... | learn wrong FOLDER | learn lost FOLDER"
        ),
    }
}

struct World {
    customers: Vec<Record>,
    organisations: Vec<Record>,
    /// For each customer its organisation.
    truth: Vec<Option<usize>>,
}

fn read(folder: &Path) -> World {
    let customers = records(&folder.join("customers.csv"));
    let organisations = records(&folder.join("organisations.csv"));
    let place = |records: &[Record]| {
        records
            .iter()
            .enumerate()
            .map(|(place, record)| (record.id.clone(), place))
            .collect::<HashMap<_, _>>()
    };
    let (customer_places, organisation_places) = (place(&customers), place(&organisations));
    let mut truth = vec![None; customers.len()];
    let mut reader = csv::Reader::from_path(folder.join("truth.csv")).unwrap();
    for row in reader.records().map(Result::unwrap) {
        truth[customer_places[&row[0]]] = Some(organisation_places[&row[1]]);
    }
    World {
        customers,
        organisations,
        truth,
    }
}

fn records(file: &Path) -> Vec<Record> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let header = reader.headers().unwrap().clone();
    let text = |row: &csv::StringRecord, column: &str| {
        let place = header.iter().position(|name| name == column)?;
        row.get(place)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let record = |row: csv::StringRecord| Record {
        id: text(&row, "id").unwrap_or_default(),
        name: text(&row, "name").unwrap_or_default(),
        domains: text(&row, "domain").into_iter().collect(),
        phones: text(&row, "phone").into_iter().collect(),
        city: text(&row, "city"),
        postcode: text(&row, "postcode"),
        country: text(&row, "country"),
        external_ids: text(&row, "external_id").into_iter().collect(),
    };
    reader.records().map(|row| record(row.unwrap())).collect()
}

fn pairs(folder: &Path, all: bool) {
    let world = read(folder);
    let mut bytes = Vec::new();
    mapping::training::pairs(
        &world.customers,
        &world.organisations,
        all,
        |customer, organisation, numbers| {
            let is_right = f32::from(u8::from(world.truth[customer] == Some(organisation)));
            #[expect(clippy::cast_precision_loss, reason = "numbers of rows are small")]
            for number in [customer as f32, is_right].iter().chain(numbers) {
                bytes.extend_from_slice(&number.to_le_bytes());
            }
        },
    )
    .unwrap();
    fs::write(folder.join("pairs.bin"), bytes).unwrap();
}

/// How right the suggestions for one world, or for several together, are.
#[derive(Default)]
struct Tally {
    matched: usize,
    accepted: usize,
    right: usize,
    exact: usize,
    exact_right: usize,
    among_candidates: usize,
    /// Every suggested pair: its score and whether it is right.
    ranked: Vec<(f64, bool)>,
    time: Duration,
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

impl Tally {
    fn of(world: &World, suggestions: &[Suggestion], time: Duration) -> Self {
        let mut tally = Self {
            time,
            ..Self::default()
        };
        for (suggestion, truth) in suggestions.iter().zip(&world.truth) {
            tally.matched += usize::from(truth.is_some());
            let is_right = truth.is_some() && suggestion.organisation == *truth;
            if suggestion.organisation.is_some() {
                tally.ranked.push((suggestion.score, is_right));
            }
            if suggestion.class.is_accepted() {
                tally.accepted += 1;
                tally.right += usize::from(is_right);
            }
            if suggestion.class == Class::Exact {
                tally.exact += 1;
                tally.exact_right += usize::from(is_right);
            }
            tally.among_candidates += usize::from(truth.is_some_and(|truth| {
                suggestion
                    .candidates
                    .iter()
                    .any(|candidate| candidate.organisation == truth)
            }));
        }
        tally
    }

    fn add(&mut self, other: &Self) {
        self.matched += other.matched;
        self.accepted += other.accepted;
        self.right += other.right;
        self.exact += other.exact;
        self.exact_right += other.exact_right;
        self.among_candidates += other.among_candidates;
        self.ranked.extend(&other.ranked);
        self.time += other.time;
    }

    fn f1(&self) -> f64 {
        share(2 * self.right, self.accepted + self.matched)
    }

    /// What F1 would be if everything from this score on were accepted.
    fn f1_from(&self, least: f64) -> f64 {
        let accepted = || self.ranked.iter().filter(|(score, _)| *score >= least);
        let right = accepted().filter(|(_, is_right)| *is_right).count();
        share(2 * right, accepted().count() + self.matched)
    }

    /// The largest share of the right pairs found in the surest rows before more than one in a hundred of them is wrong.
    fn recall_at_99(&self) -> f64 {
        let mut ranked = self.ranked.clone();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (mut right, mut best) = (0, 0);
        for (place, (_, is_right)) in ranked.iter().enumerate() {
            right += usize::from(*is_right);
            if right * 100 >= (place + 1) * 99 {
                best = right;
            }
        }
        share(best, self.matched)
    }

    fn print(&self, name: &str) {
        println!(
            "{name:<28} {:>6} | F1 {:.4}  P {:.4} R {:.4} | R@99 {:.4} | exact P {:.4} at {:.3} | five {:.4} | {:>7.1} ms",
            self.matched,
            self.f1(),
            share(self.right, self.accepted),
            share(self.right, self.matched),
            self.recall_at_99(),
            share(self.exact_right, self.exact),
            share(self.exact_right, self.matched),
            share(self.among_candidates, self.matched),
            self.time.as_secs_f64() * 1e3
        );
    }
}

fn measure(folders: &[&str]) {
    let mut all = Tally::default();
    let mut each: Vec<f64> = Vec::new();
    for folder in folders {
        let world = read(Path::new(folder));
        let start = Instant::now();
        let suggestions = suggestions(&world);
        let tally = Tally::of(&world, &suggestions, start.elapsed());
        tally.print(Path::new(folder).file_name().unwrap().to_str().unwrap());
        each.push(tally.f1());
        all.add(&tally);
    }
    all.print("together");
    for least in [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7] {
        println!("accepting from {least}: F1 {:.4}", all.f1_from(least));
    }
    each.sort_by(f64::total_cmp);
    println!(
        "F1 of the worst {:.4}, the middle {:.4}",
        each[0],
        each[each.len() / 2]
    );
}

fn suggestions(world: &World) -> Vec<Suggestion> {
    mapping::suggest(
        &world.customers,
        &world.organisations,
        &Options::default(),
        &Unwatched,
    )
    .unwrap()
}

fn accepted(suggestion: &Suggestion) -> Option<usize> {
    let organisation = suggestion.organisation;
    organisation.filter(|_| suggestion.class.is_accepted())
}

/// Prints which customers have an organisation that is not accepted as theirs.
fn lost(folder: &Path) {
    let world = read(folder);
    let suggestions = suggestions(&world);
    for ((customer, suggestion), truth) in
        world.customers.iter().zip(&suggestions).zip(&world.truth)
    {
        if truth.is_some() && accepted(suggestion) != *truth {
            println!("{}", customer.id);
        }
    }
}

/// Prints what went wrong, for a person to read.
fn wrong(folder: &Path) {
    let world = read(folder);
    let suggestions = suggestions(&world);
    let show = |record: &Record| {
        format!(
            "{} | {} | {} | {}",
            record.name,
            record.domains.join(" "),
            record.city.as_deref().unwrap_or("-"),
            record.phones.join(" ")
        )
    };
    for ((customer, suggestion), truth) in
        world.customers.iter().zip(&suggestions).zip(&world.truth)
    {
        if accepted(suggestion) == *truth {
            continue;
        }
        println!(
            "{} {:.4} {}",
            suggestion.class.word(),
            suggestion.score,
            show(customer)
        );
        if let Some(place) = suggestion.organisation {
            println!(
                "    said  {}   [{}]",
                show(&world.organisations[place]),
                suggestion.reason
            );
        }
        if let Some(place) = truth.filter(|truth| suggestion.organisation != Some(*truth)) {
            let rank = suggestion
                .candidates
                .iter()
                .position(|candidate| candidate.organisation == place);
            println!(
                "    truth {}   (candidate {rank:?})",
                show(&world.organisations[place])
            );
        }
    }
}

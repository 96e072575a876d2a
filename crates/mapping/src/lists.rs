//! Both lists made ready to compare: folded, with words and domains numbered and everything counted that can be common
//! or rare.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::fold::name::{self, FoldedName, FormKind};
use crate::fold::{domain, initials, phone, place};
use crate::parallel;
use crate::vocabulary::{Vocabulary, WordId};
use crate::{Cancelled, Record, Watch};

/// One record, made ready.
pub(crate) struct Row {
    /// See [`FoldedName::plain`].
    pub(crate) plain: Box<str>,
    pub(crate) identity: u64,
    pub(crate) forms: Box<[Form]>,
    pub(crate) legal: u8,
    pub(crate) noted: bool,
    /// A note says that the company is no longer dealt with.
    pub(crate) retired: bool,
    /// The same, and another row of the list has the name without such a note.
    pub(crate) replaced: bool,
    /// How many letters the name has as typed.
    pub(crate) length: u16,
    pub(crate) domains: Box<[OwnDomain]>,
    pub(crate) phones: Box<[Shared<u32>]>,
    pub(crate) town: Option<Shared<Box<str>>>,
    pub(crate) postcode: Option<Shared<Box<str>>>,
    pub(crate) country: Option<Box<str>>,
    pub(crate) external_ids: Box<[Box<str>]>,
    /// How many customers and how many organisations have the name.
    pub(crate) name_rows: [u32; 2],
    /// What the name can be shortened to, and how many rows of a list can be shortened to the same.
    pub(crate) initials: Box<[Shared<Box<str>>]>,
    /// A number out of everything the record holds: settles what would else depend on the order of the rows.
    pub(crate) stamp: u64,
}

/// One thing that a row is called.
pub(crate) struct Form {
    pub(crate) words: Box<[WordId]>,
    /// The words without spaces.
    pub(crate) compact: Box<str>,
    /// The first letters of the words.
    pub(crate) initials: Box<str>,
    /// Whether it may be the initials of another name.
    pub(crate) may_be_initials: bool,
    pub(crate) kind: FormKind,
    /// The weights of all words together.
    pub(crate) weight: f32,
}

/// A domain of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnDomain {
    pub(crate) name: Shared<Box<str>>,
    pub(crate) label: Box<str>,
}

/// A value, and how many rows have it in the list that has it most often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shared<T> {
    pub(crate) value: T,
    pub(crate) rows: u32,
}

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        Self { value, rows: 1 }
    }
}

/// One of the two lists.
pub(crate) struct List {
    pub(crate) rows: Vec<Row>,
    /// Where the list cuts names off, if it does.
    pub(crate) cut_at: Option<u16>,
}

/// Both lists and their words.
pub(crate) struct Lists {
    pub(crate) customers: List,
    pub(crate) organisations: List,
    pub(crate) vocabulary: Vocabulary,
}

/// What a counted value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Field {
    Name,
    /// The name of a row that is not retired.
    LivingName,
    Initials,
    Domain,
    Phone,
    Town,
    Postcode,
}

/// The number under which a value is counted.
fn key(field: Field, value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = FxHasher::default();
    (field as u8).hash(&mut hasher);
    value.hash(&mut hasher);
    hasher.finish()
}

/// The same for two names exactly when they are the same.
pub(crate) fn name_key(row: &Row) -> u64 {
    key(Field::Name, &*row.forms[0].compact)
}

/// How many rows of a list have each value.
type Counts = FxHashMap<u64, u32>;

fn count(rows: &[Row]) -> Counts {
    let mut counts = Counts::default();
    for row in rows {
        let mut add = |key: u64| *counts.entry(key).or_insert(0) += 1;
        add(name_key(row));
        if !row.retired {
            add(key(Field::LivingName, &*row.forms[0].compact));
        }
        let initials = row.initials.iter();
        initials.for_each(|initials| add(key(Field::Initials, &*initials.value)));
        let domains = row.domains.iter();
        domains.for_each(|domain| add(key(Field::Domain, &*domain.name.value)));
        let phones = row.phones.iter();
        phones.for_each(|phone| add(key(Field::Phone, &phone.value)));
        let town = row.town.iter();
        town.for_each(|town| add(key(Field::Town, &*town.value)));
        let postcode = row.postcode.iter();
        postcode.for_each(|code| add(key(Field::Postcode, &*code.value)));
    }
    counts
}

/// Writes into every row how many rows share what it has.
fn note_counts(rows: &mut [Row], own: &Counts, customers: &Counts, organisations: &Counts) {
    let of = |counts: &Counts, key: u64| counts.get(&key).copied().unwrap_or(0);
    let most = |key: u64| of(customers, key).max(of(organisations, key));
    for row in rows {
        row.replaced = row.retired && of(own, key(Field::LivingName, &*row.forms[0].compact)) > 0;
        let name = name_key(row);
        row.name_rows = [of(customers, name), of(organisations, name)];
        for initials in &mut row.initials {
            initials.rows = most(key(Field::Initials, &*initials.value));
        }
        for domain in &mut row.domains {
            domain.name.rows = most(key(Field::Domain, &*domain.name.value));
        }
        for phone in &mut row.phones {
            phone.rows = most(key(Field::Phone, &phone.value));
        }
        if let Some(town) = &mut row.town {
            town.rows = most(key(Field::Town, &*town.value));
        }
        if let Some(code) = &mut row.postcode {
            code.rows = most(key(Field::Postcode, &*code.value));
        }
    }
}

impl List {
    fn of(rows: Vec<Row>) -> Self {
        let mut lengths: FxHashMap<u16, usize> = FxHashMap::default();
        for row in &rows {
            *lengths.entry(row.length).or_insert(0) += 1;
        }
        let cut_at = cut(&lengths, rows.len());
        Self { rows, cut_at }
    }
}

/// The length at which a list cuts names: the longest there is, if suspiciously many have it.
fn cut(lengths: &FxHashMap<u16, usize>, rows: usize) -> Option<u16> {
    let longest = *lengths.keys().max()?;
    let at_end: usize = (longest.saturating_sub(1)..=longest)
        .filter_map(|length| lengths.get(&length))
        .sum();
    (at_end >= 3 && at_end * 100 >= rows && longest >= 12).then_some(longest)
}

impl Lists {
    /// Folds and counts everything.
    pub(crate) fn new(
        customers: &[Record],
        organisations: &[Record],
        threads: usize,
        watch: &(dyn Watch + Sync),
    ) -> Result<Self, Cancelled> {
        let both: Vec<&Record> = customers.iter().chain(organisations).collect();
        let folded = parallel::map(
            both.len(),
            threads,
            &|_| !watch.cancelled(),
            || (),
            |(), range| both[range].iter().map(|record| fold(record)).collect(),
        )
        .ok_or(Cancelled)?;
        let mut vocabulary = Vocabulary::default();
        let rows = folded.into_iter();
        let mut rows = rows.map(|(row, name)| with_words(row, name, &mut vocabulary));
        let mut customers: Vec<Row> = rows.by_ref().take(customers.len()).collect();
        let mut organisations: Vec<Row> = rows.collect();
        let towns = customers.iter().chain(&organisations);
        let towns = towns.filter_map(|row| row.town.as_ref());
        vocabulary.note_towns(towns.map(|town| &*town.value));
        vocabulary.weigh(customers.len() + organisations.len());
        let counts = (count(&customers), count(&organisations));
        note_counts(&mut customers, &counts.0, &counts.0, &counts.1);
        note_counts(&mut organisations, &counts.1, &counts.0, &counts.1);
        for row in customers.iter_mut().chain(&mut organisations) {
            for form in &mut row.forms {
                form.weight = form
                    .words
                    .iter()
                    .map(|id| vocabulary.word(*id).weight)
                    .sum();
            }
        }
        Ok(Self {
            customers: List::of(customers),
            organisations: List::of(organisations),
            vocabulary,
        })
    }
}

/// The most words of a name that are compared.
pub(crate) const MOST_WORDS: usize = 24;

fn with_words(mut row: Row, name: FoldedName, vocabulary: &mut Vocabulary) -> Row {
    let forms = name.forms.into_iter().enumerate().map(|(place, form)| {
        let words: Box<[WordId]> = form
            .text
            .split(' ')
            .filter(|word| !word.is_empty())
            .take(MOST_WORDS)
            .map(|word| vocabulary.intern(word))
            .collect();
        if place == 0 {
            vocabulary.count(&words);
        }
        let initials = words
            .iter()
            .filter(|id| !vocabulary.word(**id).is_joining)
            .filter_map(|id| vocabulary.word(*id).text.chars().next());
        let texts = words.iter().map(|id| &*vocabulary.word(*id).text);
        Form {
            may_be_initials: initials::can_be(texts),
            initials: initials.collect::<String>().into(),
            compact: form.text.replace(' ', "").into(),
            words,
            kind: form.kind,
            weight: 0.0,
        }
    });
    row.forms = forms.collect();
    row
}

fn fold(record: &Record) -> (Row, FoldedName) {
    let name = name::fold(&record.name);
    let mut domains = Vec::new();
    for found in record.domains.iter().flat_map(|text| domain::domains(text)) {
        let own = OwnDomain {
            name: Shared::new(found.name),
            label: found.label,
        };
        if !domains.contains(&own) {
            domains.push(own);
        }
    }
    let mut phones: Vec<u32> = record
        .phones
        .iter()
        .flat_map(|text| phone::digits(text).collect::<Vec<_>>())
        .collect();
    phones.sort_unstable();
    phones.dedup();
    let external_ids = record.external_ids.iter();
    let external_ids = external_ids.filter_map(|id| crate::folded_id(id).map(Box::from));
    let mut stamp = FxHasher::default();
    (
        &record.name,
        &record.domains,
        &record.phones,
        &record.city,
        &record.postcode,
        &record.country,
        &record.external_ids,
        &record.id,
    )
        .hash(&mut stamp);
    let row = Row {
        plain: name.plain.clone(),
        identity: name.identity,
        forms: Box::default(),
        legal: name.legal,
        noted: name.noted,
        retired: name.retired,
        replaced: false,
        length: u16::try_from(record.name.trim().chars().count()).unwrap_or(u16::MAX),
        domains: domains.into(),
        phones: phones.into_iter().map(Shared::new).collect(),
        town: record
            .city
            .as_deref()
            .and_then(place::town)
            .map(Shared::new),
        postcode: record
            .postcode
            .as_deref()
            .and_then(place::postcode)
            .map(Shared::new),
        country: record.country.as_deref().and_then(place::country),
        external_ids: external_ids.collect(),
        name_rows: [0; 2],
        initials: name.initials.iter().cloned().map(Shared::new).collect(),
        stamp: stamp.finish(),
    };
    (row, name)
}

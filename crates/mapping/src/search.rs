//! Which organisations are worth comparing with a customer: a few of the many, found by what is rare and shared.
//!
//! Every row is filed under keys: its words, neighbouring words run together, the beginning of its name, its initials,
//! its domains, telephone numbers, postcode and external ids. A customer looks its own keys up, the rarest first, until it has
//! seen enough rows; what most rows have is never walked through. Words with slips are looked up under the words of the other
//! list that are like them, found once for each word and not for each row.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::lists::{Form, Lists, Row};
use crate::slips::Slips;
use crate::vocabulary::Vocabulary;

/// How many organisations are compared with one customer.
pub(crate) const COMPARED: usize = 16;
/// What comes less near than this share of the nearest is not compared.
const FAR: f32 = 0.1;
/// How many entries one customer walks through before only short drawers are opened.
const ENOUGH: usize = 2500;
/// Drawers this short are always opened.
const SHORT: usize = 48;
/// Drawers longer than this are never opened.
const TOO_LONG: usize = 3000;

/// Words that weigh less are too common to be looked for with slips.
const RARE: f32 = 5.5;

/// What a key is made of. The first part of every key, so that a word is never taken for a telephone number.
#[derive(Clone, Copy, Hash)]
enum Kind {
    Text,
    Compact,
    Beginning,
    /// What a name can be shortened to.
    Initials,
    /// What may be the initials of a name.
    Acronym,
    Domain,
    Label,
    Phone,
    Postcode,
    ExternalId,
    Fragment,
    /// Which letters a name has, in whatever order and however often.
    Letters,
    /// A town, and how the names of a company there begin.
    Town,
}

/// A key and how much it counts that it is shared.
struct Clue {
    key: u64,
    /// Counts as a part of the names' weight.
    name: f32,
    /// Counts besides the names.
    other: f32,
}

/// The organisations, filed.
pub(crate) struct Files {
    /// Every key once, in order.
    keys: Vec<u64>,
    /// Where each key's drawer begins in `entries`; one more at the end.
    starts: Vec<u32>,
    /// Where the keys with the same first bits begin in `keys`; one more at the end.
    shelves: Vec<u32>,
    entries: Vec<u32>,
    /// The whole weight of each organisation's fullest form.
    weights: Vec<f32>,
    stamps: Vec<u64>,
    slips: Slips,
}

/// How many first bits of a key say on which shelf it is.
const SHELF_BITS: u32 = 14;

/// What one thread needs to look customers up.
pub(crate) struct Desk {
    found: Vec<(f32, f32)>,
    touched: Vec<u32>,
}

impl Desk {
    pub(crate) fn new(files: &Files) -> Self {
        Self {
            found: vec![(0.0, 0.0); files.weights.len()],
            touched: Vec::new(),
        }
    }
}

fn key(kind: Kind, value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = FxHasher::default();
    kind.hash(&mut hasher);
    value.hash(&mut hasher);
    hasher.finish()
}

impl Files {
    pub(crate) fn new(lists: &Lists) -> Self {
        let list = &lists.organisations;
        let mut filed: Vec<(u64, u32)> = Vec::with_capacity(list.rows.len() * 24);
        let mut keys = Vec::new();
        for (row, place) in list.rows.iter().zip(0_u32..) {
            keys.clear();
            row_keys(row, &lists.vocabulary, &mut keys);
            keys.sort_unstable();
            keys.dedup();
            filed.extend(keys.iter().map(|key| (*key, place)));
        }
        filed.sort_unstable();
        let mut cabinet = Self {
            keys: Vec::new(),
            starts: Vec::new(),
            shelves: vec![0; (1 << SHELF_BITS) + 1],
            entries: Vec::with_capacity(filed.len()),
            weights: list.rows.iter().map(|row| row.forms[0].weight).collect(),
            stamps: list.rows.iter().map(|row| row.stamp).collect(),
            slips: Slips::new(&lists.vocabulary),
        };
        for (key, place) in filed {
            if cabinet.keys.last() != Some(&key) {
                cabinet.keys.push(key);
                cabinet.starts.push(length(&cabinet.entries));
                cabinet.shelves[shelf(key) + 1] += 1;
            }
            cabinet.entries.push(place);
        }
        cabinet.starts.push(length(&cabinet.entries));
        for at in 1..cabinet.shelves.len() {
            cabinet.shelves[at] += cabinet.shelves[at - 1];
        }
        cabinet
    }

    fn drawer(&self, key: u64) -> &[u32] {
        let at = shelf(key);
        let from = self.shelves[at] as usize;
        match self.keys[from..self.shelves[at + 1] as usize].binary_search(&key) {
            Ok(found) => {
                let found = from + found;
                &self.entries[self.starts[found] as usize..self.starts[found + 1] as usize]
            }
            Err(_) => &[],
        }
    }

    /// The organisations that come nearest to the customer at first sight, the nearest first.
    pub(crate) fn near(&self, row: &Row, lists: &Lists, desk: &mut Desk) -> Vec<u32> {
        let mut clues = Vec::with_capacity(48);
        row_clues(row, &lists.vocabulary, &self.slips, &mut clues);
        let mut opened: Vec<(&[u32], Clue)> = clues
            .into_iter()
            .map(|clue| (self.drawer(clue.key), clue))
            .filter(|(drawer, _)| !drawer.is_empty() && drawer.len() <= TOO_LONG)
            .collect();
        opened.sort_by_key(|(drawer, clue)| (drawer.len(), clue.key));
        let mut walked = 0;
        for (drawer, clue) in opened {
            if walked > ENOUGH && drawer.len() > SHORT {
                break;
            }
            walked += drawer.len();
            let shared = 1.0 / shared_by(drawer.len());
            for place in drawer {
                let found = &mut desk.found[*place as usize];
                if *found == (0.0, 0.0) {
                    desk.touched.push(*place);
                }
                found.0 += clue.name;
                found.1 += clue.other * shared;
            }
        }
        self.best(row.forms[0].weight, desk)
    }

    fn best(&self, weight: f32, desk: &mut Desk) -> Vec<u32> {
        let mut ranked: Vec<(f32, u32)> = Vec::with_capacity(desk.touched.len());
        for place in desk.touched.drain(..) {
            let at = place as usize;
            let (name, other) = std::mem::take(&mut desk.found[at]);
            let whole = (weight + self.weights[at]).max(1.0);
            ranked.push((2.0 * name / whole + other, place));
        }
        // Those that tie go by their stamps, not by their order in the list.
        let stamp = |place: u32| (self.stamps[place as usize], place);
        let order = |a: &(f32, u32), b: &(f32, u32)| {
            b.0.total_cmp(&a.0)
                .then_with(|| stamp(a.1).cmp(&stamp(b.1)))
        };
        if ranked.len() > COMPARED {
            ranked.select_nth_unstable_by(COMPARED - 1, order);
            ranked.truncate(COMPARED);
        }
        ranked.sort_unstable_by(order);
        let nearest = ranked.first().map_or(0.0, |near| near.0);
        let near = ranked
            .into_iter()
            .take_while(|near| near.0 >= FAR * nearest);
        near.map(|(_, place)| place).collect()
    }
}

/// The shelf on which a key is.
fn shelf(key: u64) -> usize {
    usize::try_from(key >> (u64::BITS - SHELF_BITS)).expect("a few bits fit any machine")
}

fn length(entries: &[u32]) -> u32 {
    u32::try_from(entries.len()).expect("fewer entries than a list can have")
}

#[expect(clippy::cast_precision_loss, reason = "a drawer's length is small")]
fn shared_by(rows: usize) -> f32 {
    (rows as f32).sqrt().max(1.0)
}

/// The letters with which a name begins, where it has enough.
fn beginning(compact: &str) -> Option<&str> {
    (compact.len() >= 5).then(|| &compact[..compact.len().min(7)])
}

/// More of them: what is left of a long name where a column is narrow.
fn long_beginning(compact: &str) -> Option<&str> {
    compact.get(..14)
}

/// Which letters and digits a name has, one bit each.
fn letters(compact: &str) -> u64 {
    let bits = compact.bytes().map(|byte| 1 << (byte % 64));
    bits.fold(0, |letters, bit: u64| letters | bit)
}

/// The town of a row with the letters with which its name begins: enough to find a cut name by, and few rows have both.
fn town_key(row: &Row) -> Option<u64> {
    let letters = row.forms[0].compact.get(..4)?;
    let town = row.town.as_ref()?;
    Some(key(Kind::Town, &(&*town.value, letters)))
}

fn row_keys(row: &Row, vocabulary: &Vocabulary, keys: &mut Vec<u64>) {
    for form in &row.forms {
        form_keys(form, vocabulary, keys);
    }
    for domain in &row.domains {
        keys.push(key(Kind::Domain, &*domain.name.value));
        keys.push(key(Kind::Label, &*domain.label));
        label_keys(&domain.label, keys);
    }
    keys.extend(
        row.phones
            .iter()
            .map(|phone| key(Kind::Phone, &phone.value)),
    );
    keys.extend(town_key(row));
    keys.extend(
        row.initials
            .iter()
            .map(|own| key(Kind::Initials, &*own.value)),
    );
    keys.extend(
        row.postcode
            .iter()
            .map(|code| key(Kind::Postcode, &*code.value)),
    );
    keys.extend(
        row.external_ids
            .iter()
            .map(|id| key(Kind::ExternalId, &**id)),
    );
}

fn form_keys(form: &Form, vocabulary: &Vocabulary, keys: &mut Vec<u64>) {
    let text = |place: usize| &*vocabulary.word(form.words[place]).text;
    for place in 0..form.words.len() {
        let class = vocabulary.word(form.words[place]).class;
        keys.push(key(Kind::Text, &*vocabulary.word(class).text));
        if place > 0 {
            keys.push(key(
                Kind::Text,
                [text(place - 1), text(place)].concat().as_str(),
            ));
        }
        if vocabulary.word(form.words[place]).weight >= RARE {
            fragments(text(place), |fragment| keys.push(fragment));
        }
    }
    if !form.compact.is_empty() {
        keys.push(key(Kind::Compact, &*form.compact));
    }
    keys.extend(beginning(&form.compact).map(|letters| key(Kind::Beginning, letters)));
    keys.extend(long_beginning(&form.compact).map(|letters| key(Kind::Beginning, letters)));
    if form.compact.len() >= 5 {
        keys.push(key(Kind::Letters, &letters(&form.compact)));
    }
    if form.may_be_initials {
        keys.push(key(Kind::Acronym, &*form.compact));
    } else if form.words.len() > 1 && (3..=6).contains(&text(0).len()) {
        keys.push(key(Kind::Acronym, text(0)));
    }
}

/// What of a domain's label a name may have.
fn label_keys(label: &str, keys: &mut Vec<u64>) {
    keys.push(key(Kind::Compact, label));
    keys.push(key(Kind::Text, label));
    keys.extend(beginning(label).map(|letters| key(Kind::Beginning, letters)));
    if label.len() <= 6 {
        keys.push(key(Kind::Acronym, label));
    }
}

/// How much it counts that a name is another's initials.
fn initials(letters: &str) -> f32 {
    match letters.len() {
        2 => 0.3,
        3 => 0.8,
        _ => 1.0,
    }
}

/// Keys that a word keeps through one slip: its first and its second half with its length left open.
fn fragments(word: &str, mut put: impl FnMut(u64)) {
    let length = word.len();
    if length < 5 {
        return;
    }
    let half = length / 2;
    put(key(Kind::Fragment, &(0_u8, &word[..4])));
    put(key(Kind::Fragment, &(1_u8, &word[length - 4..])));
    if length >= 7 {
        put(key(Kind::Fragment, &(2_u8, &word[half - 2..half + 2])));
    }
}

fn row_clues(row: &Row, vocabulary: &Vocabulary, slips: &Slips, clues: &mut Vec<Clue>) {
    let mut put = |key: u64, name: f32, other: f32| {
        if clues.iter().all(|clue: &Clue| clue.key != key) {
            clues.push(Clue { key, name, other });
        }
    };
    for form in &row.forms {
        let text = |place: usize| &*vocabulary.word(form.words[place]).text;
        if form.compact.is_empty() {
            continue;
        }
        put(key(Kind::Compact, &*form.compact), 0.0, 1.0);
        for place in 0..form.words.len() {
            let word = vocabulary.word(form.words[place]);
            put(
                key(Kind::Text, &*vocabulary.word(word.class).text),
                word.weight,
                0.02,
            );
            if place > 0 {
                put(
                    key(Kind::Text, [text(place - 1), text(place)].concat().as_str()),
                    0.0,
                    0.3,
                );
            }
            fragments(&word.text, |fragment| {
                put(fragment, word.weight * 0.15, 0.02);
            });
            for slip in slips.of(form.words[place]) {
                let class = vocabulary.word(*slip).class;
                put(
                    key(Kind::Text, &*vocabulary.word(class).text),
                    word.weight * 0.7,
                    0.02,
                );
            }
        }
        if let Some(letters) = beginning(&form.compact) {
            put(key(Kind::Beginning, letters), 0.0, 0.4);
        }
        if let Some(letters) = long_beginning(&form.compact) {
            put(key(Kind::Beginning, letters), 0.0, 0.6);
        }
        if form.compact.len() >= 5 {
            put(key(Kind::Letters, &letters(&form.compact)), 0.0, 0.4);
        }
        if form.may_be_initials {
            put(
                key(Kind::Initials, &*form.compact),
                0.0,
                initials(&form.compact),
            );
        } else if form.words.len() > 1 && (3..=6).contains(&text(0).len()) {
            put(key(Kind::Initials, text(0)), 0.0, 0.2);
        }
        put(key(Kind::Label, &*form.compact), 0.0, 0.5);
        put(key(Kind::Label, &*form.initials), 0.0, 0.3);
    }
    for own in &row.initials {
        put(key(Kind::Acronym, &*own.value), 0.0, initials(&own.value));
    }
    for domain in &row.domains {
        put(key(Kind::Domain, &*domain.name.value), 0.0, 1.2);
        put(key(Kind::Label, &*domain.label), 0.0, 0.6);
        put(key(Kind::Compact, &*domain.label), 0.0, 0.6);
        put(key(Kind::Text, &*domain.label), 0.0, 0.3);
        if domain.label.len() <= 6 {
            put(key(Kind::Initials, &*domain.label), 0.0, 0.3);
        }
        if let Some(letters) = beginning(&domain.label) {
            put(key(Kind::Beginning, letters), 0.0, 0.2);
        }
    }
    for phone in &row.phones {
        put(key(Kind::Phone, &phone.value), 0.0, 1.0);
    }
    if let Some(town) = town_key(row) {
        put(town, 0.0, 0.5);
    }
    if let Some(code) = &row.postcode {
        put(key(Kind::Postcode, &*code.value), 0.0, 0.5);
    }
    for id in &row.external_ids {
        put(key(Kind::ExternalId, &**id), 0.0, 1.0);
    }
}

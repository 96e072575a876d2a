//! One customer and one organisation beside each other, as numbers that the model judges and as facts that the reason
//! tells.

use crate::align::{Alignment, align};
use crate::alike;
use crate::fields::{Fields, Trust};
use crate::fold::name::FormKind;
use crate::lists::{Form, Lists, Row};

/// How many numbers describe a pair.
pub(crate) const NUMBERS: usize = 48;

/// What the numbers are, in order, and whether more of it can only speak for the pair (1), against it (-1), or either
/// way (0). The learning holds itself to this.
#[cfg(feature = "training")]
pub(crate) const NAMES: [(&str, i8); NUMBERS] = [
    ("name_identical", 1),
    ("plain_same", 1),
    ("compact_same", 1),
    ("covered_least", 1),
    ("covered_most", 1),
    ("covered_both", 1),
    ("left_weight_least", -1),
    ("left_weight_most", -1),
    ("left_rarest_most", -1),
    ("left_rarest_least", -1),
    ("left_count_customer", 0),
    ("left_count_organisation", 0),
    ("rarest_shared", 0),
    ("equal_weight", 0),
    ("spelling", 1),
    ("contained", 1),
    ("beginning", 1),
    ("plain_spelling", 0),
    ("cut_short", 0),
    ("cut_length", 0),
    ("at_list_limit", 0),
    ("initials", 0),
    ("initials_length", 0),
    ("initials_rows", -1),
    ("group_words_left", -1),
    ("numbers_left", -1),
    ("legal", 0),
    ("noted", 0),
    ("retired", -1),
    ("replaced", -1),
    ("form_kind", 0),
    ("shortened", 0),
    ("slips", 0),
    ("reordered", 0),
    ("words_least", 0),
    ("compact_length", 0),
    ("first_word", 0),
    ("same_name_rows", -1),
    ("domain", 1),
    ("domain_rows", -1),
    ("label_spells", 1),
    ("phone", 1),
    ("town", 1),
    ("postcode", 1),
    ("country", 1),
    ("external_id", 1),
    ("fields_weight", 1),
    ("place_words", 0),
];

/// Everything known of one pair.
pub(crate) struct Pair {
    pub(crate) alignment: Alignment,
    pub(crate) fields: Fields,
    pub(crate) kind: FormKind,
    pub(crate) cut: Cut,
    /// How surely one name is the other's initials: 2 for all of them.
    pub(crate) initials: f32,
    /// How many rows of a list have these initials, or this name where it is short.
    initials_rows: u32,
    pub(crate) label_spells: f32,
    pub(crate) spelling: f32,
    /// Nothing but zeros where the pair is hopeless.
    pub(crate) numbers: [f32; NUMBERS],
    /// The two forms that come nearest.
    pub(crate) forms: [usize; 2],
}

/// Whether one name is the beginning of the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Cut {
    #[default]
    No,
    /// It ends where a word ends.
    BetweenWords,
    /// It ends inside a word: somebody's column was too narrow.
    InWord,
}

impl Pair {
    /// Lays a customer and an organisation beside each other.
    pub(crate) fn new(customer: &Row, organisation: &Row, lists: &Lists, trust: &Trust) -> Self {
        let (forms, alignment) = nearest_forms(customer, organisation, lists);
        let (one, other) = (&customer.forms[forms[0]], &organisation.forms[forms[1]]);
        let fields = Fields::of(customer, organisation);
        let initials = initials(customer, one, organisation, other);
        let mut pair = Self {
            kind: one.kind.max(other.kind),
            cut: cut(customer, organisation),
            initials: initials.0,
            initials_rows: initials.1,
            label_spells: label_spells(customer, organisation)
                .max(label_spells(organisation, customer)),
            spelling: alike::spelling(&one.compact, &other.compact),
            alignment,
            fields,
            numbers: [0.0; NUMBERS],
            forms,
        };
        if !pair.is_hopeless() {
            pair.numbers = pair.count(customer, organisation, lists, trust);
        }
        pair
    }

    /// Whether there is too little in common to be worth counting: most of what a search brings up has one common word and
    /// nothing else.
    pub(crate) fn is_hopeless(&self) -> bool {
        let covered = self.alignment.covered;
        covered[0].max(covered[1]) < 0.4
            && self.spelling < 0.45
            && self.initials <= 0.0
            && self.label_spells <= 0.0
            && self.cut == Cut::No
            && self.fields.domain <= 0.0
            && self.fields.phone <= 0.0
            && self.fields.postcode <= 0.2
            && self.fields.external_id <= 0.0
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_lossless,
        reason = "small counts"
    )]
    fn count(
        &self,
        customer: &Row,
        organisation: &Row,
        lists: &Lists,
        trust: &Trust,
    ) -> [f32; NUMBERS] {
        let (one, other) = (
            &customer.forms[self.forms[0]],
            &organisation.forms[self.forms[1]],
        );
        let Alignment { covered, left, .. } = &self.alignment;
        let weight = (one.weight + other.weight).max(0.1);
        let both = (covered[0] * one.weight + covered[1] * other.weight) / weight;
        let flag = |yes: bool| f32::from(u8::from(yes));
        let shorter = if customer.length <= organisation.length {
            customer
        } else {
            organisation
        };
        let limit = if customer.length <= organisation.length {
            lists.customers.cut_at
        } else {
            lists.organisations.cut_at
        };
        let is_cut = self.cut != Cut::No;
        let same_name = customer
            .name_rows
            .into_iter()
            .chain(organisation.name_rows)
            .max()
            .unwrap_or(1);
        [
            flag(customer.identity == organisation.identity),
            flag(customer.plain == organisation.plain),
            flag(one.compact == other.compact && !one.compact.is_empty()),
            covered[0].min(covered[1]),
            covered[0].max(covered[1]),
            both,
            left[0].weight.min(left[1].weight),
            left[0].weight.max(left[1].weight),
            left[0].rarest.max(left[1].rarest),
            left[0].rarest.min(left[1].rarest),
            left[0].count as f32,
            left[1].count as f32,
            self.alignment.rarest,
            self.alignment.equal_weight,
            self.spelling,
            alike::contained(&one.compact, &other.compact),
            alike::beginning(&one.compact, &other.compact),
            if self.spelling < 1.0 {
                alike::spelling(&customer.plain, &organisation.plain)
            } else {
                1.0
            },
            match self.cut {
                Cut::No => 0.0,
                Cut::BetweenWords => 1.0,
                Cut::InWord => 2.0,
            },
            if is_cut {
                shorter.plain.len().min(60) as f32
            } else {
                0.0
            },
            flag(
                is_cut
                    && (limit.is_some_and(|limit| shorter.length + 1 >= limit)
                        || matches!(shorter.length, 15 | 20 | 24 | 25 | 30 | 32 | 35 | 40 | 50)),
            ),
            self.initials.max(flag(self.alignment.initials)),
            if self.initials > 0.0 {
                one.compact.len().min(other.compact.len()) as f32
            } else {
                0.0
            },
            (self.initials_rows.max(1) as f32).ln(),
            f32::from(sides(left[0].group_words, left[1].group_words)),
            f32::from(sides(left[0].numbers, left[1].numbers)),
            legal(customer.legal, organisation.legal),
            flag(customer.noted) + flag(organisation.noted),
            flag(customer.retired) + flag(organisation.retired),
            flag(customer.replaced) + flag(organisation.replaced),
            self.kind as u8 as f32,
            flag(self.alignment.shortened),
            self.alignment.slips,
            flag(self.alignment.reordered),
            one.words.len().min(other.words.len()) as f32,
            one.compact.len().min(other.compact.len()).min(40) as f32,
            flag(self.alignment.first),
            (same_name.max(1) as f32).ln(),
            self.fields.domain,
            self.fields.domain_rows.max(1.0).ln(),
            self.label_spells,
            self.fields.phone,
            self.fields.town,
            self.fields.postcode,
            self.fields.country,
            self.fields.external_id,
            trust.weigh(&self.fields, lists, organisation),
            place_words(&self.alignment, customer, organisation, self.forms, lists),
        ]
    }
}

/// The forms of both that come nearest, the fuller ones where several come equally near.
fn nearest_forms(customer: &Row, organisation: &Row, lists: &Lists) -> ([usize; 2], Alignment) {
    let mut nearest: Option<([usize; 2], Alignment, f32)> = None;
    for (one_at, one) in customer.forms.iter().enumerate() {
        for (other_at, other) in organisation.forms.iter().enumerate() {
            let alignment = align(one, other, &lists.vocabulary);
            let whole = (one.weight + other.weight).max(0.1);
            let both =
                (alignment.covered[0] * one.weight + alignment.covered[1] * other.weight) / whole;
            let initials = 0.3 * initials(customer, one, organisation, other).0;
            let near = both.max(initials)
                - 0.04 * f32::from(one.kind.max(other.kind) as u8)
                - 0.01 * f32::from(one.kind.min(other.kind) as u8);
            if nearest.as_ref().is_none_or(|(_, _, before)| near > *before) {
                nearest = Some(([one_at, other_at], alignment, near));
            }
        }
    }
    let (forms, alignment, _) = nearest.expect("every row has a form");
    (forms, alignment)
}

/// How surely one form is the initials of the other, in either direction, and how many rows have these initials.
fn initials(customer: &Row, one: &Form, organisation: &Row, other: &Form) -> (f32, u32) {
    let found = stands_for(one, other, organisation);
    let (surely, rows, short) = if found.0 > 0.0 {
        (found.0, found.1, customer)
    } else {
        let found = stands_for(other, one, customer);
        (found.0, found.1, organisation)
    };
    if surely > 0.0 {
        let names = short.name_rows.into_iter().max().unwrap_or(0);
        (surely, rows.max(names))
    } else {
        (0.0, 0)
    }
}

/// 2 where the short form is the initials of the long one, 1.3 where it leaves letters out; and how many rows have these initials.
fn stands_for(short: &Form, long: &Form, long_row: &Row) -> (f32, u32) {
    if !short.may_be_initials || long.words.len() < 2 {
        return (0.0, 0);
    }
    let letters = &*short.compact;
    if let Some(found) = long_row.initials.iter().find(|own| *own.value == *letters) {
        return (2.0, found.rows);
    }
    if *letters == *long.initials {
        return (2.0, 0);
    }
    let Some(longest) = long_row.initials.last() else {
        return (0.0, 0);
    };
    let mut rest = longest.value.bytes();
    let in_order = letters
        .bytes()
        .all(|letter| rest.any(|other| other == letter));
    if (3..=7).contains(&letters.len())
        && letters.as_bytes()[0] == longest.value.as_bytes()[0]
        && in_order
    {
        (1.3, 0)
    } else {
        (0.0, 0)
    }
}

fn cut(customer: &Row, organisation: &Row) -> Cut {
    let (short, long) = if customer.plain.len() <= organisation.plain.len() {
        (customer, organisation)
    } else {
        (organisation, customer)
    };
    if short.plain.len() < 8
        || short.plain.len() == long.plain.len()
        || !long.plain.starts_with(&*short.plain)
    {
        return Cut::No;
    }
    if long.plain.as_bytes()[short.plain.len()] == b' ' {
        Cut::BetweenWords
    } else {
        Cut::InWord
    }
}

/// How well a domain of one spells a name of the other.
fn label_spells(with_domain: &Row, with_name: &Row) -> f32 {
    let mut best: f32 = 0.0;
    for domain in &with_domain.domains {
        for form in &with_name.forms {
            best = best.max(alike::spells(&domain.label, &form.compact, &form.initials));
        }
    }
    best
}

/// On how many sides something is left.
pub(crate) fn sides(one: u32, other: u32) -> u8 {
    u8::from(one > 0) + u8::from(other > 0)
}

fn legal(one: u8, other: u8) -> f32 {
    match (one, other) {
        (0, 0) => 0.5,
        (0, _) | (_, 0) => 0.0,
        (one, other) if one == other => 1.0,
        _ => -1.0,
    }
}

/// Words left over that name the town of the other (above 0), or of nobody while both sides have some (below 0).
fn place_words(
    alignment: &Alignment,
    customer: &Row,
    organisation: &Row,
    forms: [usize; 2],
    lists: &Lists,
) -> f32 {
    let mut sum = 0.0;
    for (side, row, opposite) in [(0, customer, organisation), (1, organisation, customer)] {
        let places = alignment.left[side].places;
        for (place, id) in row.forms[forms[side]].words.iter().enumerate() {
            if places & (1 << place) == 0 {
                continue;
            }
            let word = lists.vocabulary.word(*id);
            if opposite
                .town
                .as_ref()
                .is_some_and(|town| town.value == word.text)
            {
                sum += 1.0;
            } else if word.is_town {
                sum -= 1.0;
            }
        }
    }
    sum
}

//! One run from two lists to suggestions: fold, search, compare, compare among rivals, give out, explain.

use rustc_hash::FxHashMap;

use crate::fields::Trust;
use crate::lists::{Lists, Row, name_key};
use crate::model;
use crate::pair::Pair;
use crate::parallel;
use crate::rivals::{Near, Rivals};
use crate::search::{Desk, Files};
use crate::{Cancelled, Options, Record, Watch};

/// How many organisations a customer is compared with a second time, among their rivals.
pub(crate) const LOOKED_AT_TWICE: usize = 6;

/// Both lists compared, before anything is given out.
pub(crate) struct Run {
    pub(crate) lists: Lists,
    pub(crate) trust: Trust,
    pub(crate) rivals: Rivals,
    pub(crate) threads: usize,
}

impl Run {
    /// Folds both lists, searches and compares.
    pub(crate) fn new(
        customers: &[Record],
        organisations: &[Record],
        options: &Options,
        watch: &(dyn Watch + Sync),
    ) -> Result<Self, Cancelled> {
        let threads = parallel::threads(options.threads);
        let of = customers.len();
        watch.progress(0, of);
        let lists = Lists::new(customers, organisations, threads, watch)?;
        let trust = trust(&lists);
        let near = {
            let files = Files::new(&lists);
            let go_on = |done: usize| {
                watch.progress(done * 9 / 10, of);
                !watch.cancelled()
            };
            parallel::map(
                of,
                threads,
                &go_on,
                || Desk::new(&files),
                |desk, range| {
                    range
                        .map(|customer| {
                            compare(
                                &lists.customers.rows[customer],
                                &files,
                                &lists,
                                &trust,
                                desk,
                            )
                        })
                        .collect()
                },
            )
            .ok_or(Cancelled)?
        };
        let rivals = Rivals::new(near, organisations.len(), options.many_to_one);
        Ok(Self {
            lists,
            trust,
            rivals,
            threads,
        })
    }

    /// The pair of a customer and an organisation.
    pub(crate) fn pair(&self, customer: usize, organisation: u32) -> Pair {
        Pair::new(
            &self.lists.customers.rows[customer],
            &self.lists.organisations.rows[organisation as usize],
            &self.lists,
            &self.trust,
        )
    }
}

fn compare(row: &Row, files: &Files, lists: &Lists, trust: &Trust, desk: &mut Desk) -> Box<[Near]> {
    let judged = files
        .near(row, lists, desk)
        .into_iter()
        .map(|organisation| {
            let pair = Pair::new(
                row,
                &lists.organisations.rows[organisation as usize],
                lists,
                trust,
            );
            Near {
                organisation,
                odds: if pair.is_hopeless() {
                    model::HOPELESS
                } else {
                    model::first().judge(&pair.numbers)
                },
            }
        });
    let mut near: Vec<Near> = judged.collect();
    let stamp = |near: &Near| lists.organisations.rows[near.organisation as usize].stamp;
    near.sort_by(|a, b| {
        b.odds
            .total_cmp(&a.odds)
            .then_with(|| (stamp(a), a.organisation).cmp(&(stamp(b), b.organisation)))
    });
    near.into()
}

/// Learns from the pairs whose name only they have.
fn trust(lists: &Lists) -> Trust {
    let is_alone = |row: &Row| row.name_rows == [1, 1] && row.forms[0].compact.len() >= 6;
    let mut alone: FxHashMap<u64, u32> = FxHashMap::default();
    for (place, row) in (0..).zip(&lists.organisations.rows) {
        if is_alone(row) {
            alone.insert(name_key(row), place);
        }
    }
    let customers = (0..).zip(&lists.customers.rows);
    let pairs = customers
        .filter(|(_, row)| is_alone(row))
        .filter_map(|(place, row)| Some((place, *alone.get(&name_key(row))?)));
    Trust::learn(pairs, lists)
}

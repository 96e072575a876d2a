//! Lists: paging, Halo's caps, and the three kinds of envelope.
//!
//! A resource describes its rows as a [`List`]; this answers lists and single records from it and
//! lays what was written over what was generated. Not here: who may ask.

use serde_json::{Map, Value, json};

use crate::{query::Query, reply::Reply, resources::Call};

/// Rows when not paging.
const DEFAULT_COUNT: usize = 50;
/// `count` is capped too (confirmed on one tenant, 2026).
const MAX_COUNT: usize = 1_000;

/// How rows are wrapped.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Envelope {
    /// Nothing around them, and no cap unless paging is asked for.
    Bare,
    /// `{record_count, <key>: []}`.
    Keyed(&'static str),
}

/// A list of rows that are made when somebody looks at them.
pub(crate) struct List<'a> {
    /// Under which name rows of this kind are written.
    pub(crate) kind: &'static str,
    /// How rows are wrapped.
    pub(crate) envelope: Envelope,
    /// How many rows match.
    pub(crate) total: usize,
    /// Halo's number of the row at an index.
    pub(crate) id: Box<dyn Fn(usize) -> i64 + 'a>,
    /// The row at an index, as lists show it.
    pub(crate) row: Box<dyn Fn(usize) -> Value + 'a>,
    /// The whole record with a number, where this agent may see it.
    pub(crate) record: Box<dyn Fn(i64) -> Option<Value> + 'a>,
}

impl<'a> List<'a> {
    /// A list of rows that are all there already; its records are its rows.
    pub(crate) fn of(kind: &'static str, envelope: Envelope, rows: Vec<Value>) -> List<'a> {
        let rows = std::rc::Rc::new(rows);
        let (for_id, for_row) = (rows.clone(), rows.clone());
        List {
            kind,
            envelope,
            total: rows.len(),
            id: Box::new(move |index| id_of(&for_id[index]).unwrap_or_default()),
            row: Box::new(move |index| for_row[index].clone()),
            record: Box::new(move |id| rows.iter().find(|row| id_of(row) == Some(id)).cloned()),
        }
    }

    /// Answers a GET of the list, or of one record.
    pub(crate) fn read(&self, call: &Call<'_>) -> Reply {
        match call.id() {
            Ok(None) => Reply::ok(self.page(call)),
            Ok(Some(id)) => self.one(call, id).map_or_else(Reply::not_found, Reply::ok),
            Err(reply) => reply,
        }
    }

    /// One record as it stands.
    pub(crate) fn one(&self, call: &Call<'_>, id: i64) -> Option<Value> {
        call.written.one(self.kind, id, || (self.record)(id))
    }

    fn page(&self, call: &Call<'_>) -> Value {
        let overlay = call.written.overlay(self.kind);
        let kept: Option<Vec<usize>> = overlay.has_deletions().then(|| {
            (0..self.total)
                .filter(|index| !overlay.is_deleted((self.id)(*index)))
                .collect()
        });
        let generated = kept.as_ref().map_or(self.total, Vec::len);
        let created = overlay.created(call.query.number("client_id"));
        let total = generated + created.len();
        let mut page = Page::asked(&call.query, self.envelope, call.state.variants.page_ceiling);
        if call.state.ignores_page_number && self.kind == "customer" {
            page.first = 0;
        }
        let rows: Vec<Value> = (page.first..total.min(page.first.saturating_add(page.size)))
            .map(|index| {
                if let Some(index) = index.checked_sub(generated) {
                    return created[index].clone();
                }
                let row = kept.as_ref().map_or(index, |kept| kept[index]);
                overlay.laid_over((self.id)(row), (self.row)(row))
            })
            .collect();
        match self.envelope {
            Envelope::Bare => Value::Array(rows),
            Envelope::Keyed(key) => {
                let mut body = Map::new();
                let is_of_page = call.state.counts_page_alone
                    || (page.number.is_none()
                        && !call.state.variants.record_count_is_total_without_paging);
                let record_count = if is_of_page { rows.len() } else { total };
                body.insert("record_count".to_owned(), json!(record_count));
                if let Some(number) = page.number {
                    body.insert("page_no".to_owned(), json!(number));
                    body.insert("page_size".to_owned(), json!(page.size));
                }
                body.insert("include_children".to_owned(), json!(false));
                body.insert(key.to_owned(), Value::Array(rows));
                Value::Object(body)
            }
        }
    }
}

/// Halo's number in a row; some are written as doubles.
pub(crate) fn id_of(row: &Value) -> Option<i64> {
    let id = row.get("id")?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "ids are small whole numbers, however they are written"
    )]
    id.as_i64()
        .or_else(|| id.as_f64().map(|number| number as i64))
}

/// Which rows are asked for.
struct Page {
    first: usize,
    size: usize,
    /// The page's number, where paging was asked for.
    number: Option<usize>,
}

impl Page {
    fn asked(query: &Query, envelope: Envelope, ceiling: usize) -> Self {
        let positive = |name| {
            query
                .number(name)
                .filter(|number| *number > 0)
                .and_then(|number| usize::try_from(number).ok())
        };
        // Without `pageinate=true` the page size is ignored (confirmed 2026).
        if query.is_on("pageinate") {
            let size = positive("page_size").unwrap_or(DEFAULT_COUNT);
            // Silently capped (confirmed 2026 for tickets and for one live tenant).
            let size = size.min(ceiling);
            let number = positive("page_no").unwrap_or(1);
            return Self {
                first: (number - 1).saturating_mul(size),
                size,
                number: Some(number),
            };
        }
        let size = match (positive("count"), envelope) {
            (Some(count), _) => count.min(MAX_COUNT),
            (None, Envelope::Bare) => usize::MAX,
            (None, Envelope::Keyed(_)) => DEFAULT_COUNT,
        };
        Self {
            first: 0,
            size,
            number: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> (usize, usize) {
        let page = Page::asked(
            &Query::parse(query.as_bytes()),
            Envelope::Keyed("rows"),
            100,
        );
        (page.first, page.size)
    }

    #[test]
    fn pages_are_capped_at_100_and_need_halos_spelling() {
        assert_eq!(asked("pageinate=true&page_no=3&page_size=1000"), (200, 100));
        assert_eq!(asked("pageinate=true&page_size=20"), (0, 20));
        assert_eq!(asked("pageinate=true&page_no=0"), (0, 50));
        assert_eq!(asked("paginate=true&page_no=3&page_size=20"), (0, 50));
        assert_eq!(asked("count=5000"), (0, 1_000));
        assert_eq!(asked(""), (0, 50));
    }
}

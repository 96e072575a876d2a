//! Which field of a row is which column.

use super::Column;

/// Where each column stands. Found from the header's names, or given by a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// For each field of a row the column it is, if it is one.
    columns: Vec<Option<Column>>,
}

impl Layout {
    /// A layout as a person gave it, field by field. A column that is given twice is the first
    /// field only.
    pub fn given(columns: impl IntoIterator<Item = Option<Column>>) -> Self {
        let mut layout = Self::default();
        for column in columns {
            let is_new = column.is_some_and(|column| layout.place(column).is_none());
            layout.columns.push(column.filter(|_| is_new));
        }
        layout
    }

    /// The layout that a header's names tell: where several could be the same column, the
    /// surest is, and of those the first.
    pub(super) fn of_header(header: &[String]) -> Self {
        let meant: Vec<_> = header.iter().map(|name| Column::meant_by(name)).collect();
        let is_surest = |place: usize, column: Column, rank: usize| {
            meant.iter().enumerate().all(|(other, it)| match it {
                Some((same, other_rank)) if *same == column => {
                    (rank, place) <= (*other_rank, other)
                }
                _ => true,
            })
        };
        let columns = meant.iter().enumerate().map(|(place, it)| match it {
            Some((column, rank)) if is_surest(place, *column, *rank) => Some(*column),
            _ => None,
        });
        Self {
            columns: columns.collect(),
        }
    }

    /// The layout that the fields themselves suggest, where there is no header: the one field
    /// that reads as a name, and beside it numbers, domains.
    pub(super) fn of_rows(rows: &[Vec<String>]) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut layout = Self {
            columns: vec![None; width],
        };
        for place in 0..width {
            let fields = || rows.iter().filter_map(|row| row.get(place));
            let all = |test: fn(&str) -> bool| fields().all(|field| test(field));
            let column = if all(is_number) {
                Column::Id
            } else if all(is_domain) {
                Column::Domain
            } else {
                Column::Name
            };
            if layout.place(column).is_none() {
                layout.columns[place] = Some(column);
            }
        }
        layout
    }

    /// Whether a first line has in it what no header has: a number, a domain.
    pub(super) fn reads_as_row(first: &[String]) -> bool {
        first
            .iter()
            .any(|field| is_number(field) || is_domain(field))
    }

    /// The columns, field by field.
    pub fn columns(&self) -> &[Option<Column>] {
        &self.columns
    }

    /// In which field a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|it| *it == Some(column))
    }
}

fn is_number(field: &str) -> bool {
    let field = field.trim();
    !field.is_empty() && field.len() <= 12 && field.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_domain(field: &str) -> bool {
    let field = field.trim();
    field.contains('.')
        && !field.ends_with('.')
        && field
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_surest_name_wins() {
        let layout = Layout::of_header(&names(&["Company", "Name", "Number", "ID", "Name"]));
        assert_eq!(layout.place(Column::Name), Some(1));
        assert_eq!(layout.place(Column::Id), Some(3));
        assert_eq!(layout.columns().iter().flatten().count(), 2);
    }

    #[test]
    fn a_column_is_one_field_only() {
        let twice = [Some(Column::Name), None, Some(Column::Name)];
        assert_eq!(
            Layout::given(twice).columns(),
            [Some(Column::Name), None, None]
        );
    }

    #[test]
    fn fields_without_a_header_speak_for_themselves() {
        let rows = [
            names(&["17", "Acme Ltd", "acme.com"]),
            names(&["18", "3M", "3m.com"]),
        ];
        assert_eq!(
            Layout::of_rows(&rows).columns(),
            [Some(Column::Id), Some(Column::Name), Some(Column::Domain)]
        );
    }
}

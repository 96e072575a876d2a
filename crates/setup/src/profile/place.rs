//! Where in the file a value stands: from the path of a field to its bytes.
//!
//! [`super::check`] speaks in paths, since the types have forgotten the file; [`mod@super::parse`]
//! turns them into places with this.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The path of a field, for example `scopes`, 2, `name`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Path(Vec<Part>);

/// A name or a place in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Name(&'static str),
    Index(usize),
}

impl Path {
    /// The path of a field at the top of the file.
    pub(super) fn of(name: &'static str) -> Self {
        Self(vec![Part::Name(name)])
    }

    /// The path of a field inside.
    pub(super) fn name(&self, name: &'static str) -> Self {
        let mut parts = self.0.clone();
        parts.push(Part::Name(name));
        Self(parts)
    }

    /// Whether this is the path of what is around `inner`, or of the same.
    pub(super) fn is_around(&self, inner: &Self) -> bool {
        inner.0.starts_with(&self.0)
    }

    /// The field at the top of the file; none for the file itself.
    pub(super) fn top(&self) -> Option<&'static str> {
        match self.0.first() {
            Some(Part::Name(name)) => Some(name),
            _ => None,
        }
    }

    /// The path of a list's item, from 0.
    pub(super) fn item(&self, index: usize) -> Self {
        let mut parts = self.0.clone();
        parts.push(Part::Index(index));
        Self(parts)
    }
}

/// The bytes of the value at `path`, or of the nearest table around it where it is absent.
pub(super) fn find(root: &Spanned<DeTable<'_>>, path: &Path) -> Range<usize> {
    let mut parts = path.0.iter();
    let first = parts.next().and_then(|part| match part {
        Part::Name(name) => root.get_ref().get(*name),
        Part::Index(_) => None,
    });
    let Some(mut value) = first else {
        return 0..0;
    };
    for part in parts {
        let inner = match (part, value.get_ref()) {
            (Part::Name(name), DeValue::Table(table)) => table.get(*name),
            (Part::Index(index), DeValue::Array(values)) => values.get(*index),
            _ => None,
        };
        match inner {
            Some(inner) => value = inner,
            None => break,
        }
    }
    value.span()
}

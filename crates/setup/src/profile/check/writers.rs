//! Writers of mappings: what has to be there beside them.

use super::Flaw;
use crate::profile::place::Path;
use crate::profile::{ListReader, ListWriter, Mapping, MappingKind, Profile, Side};

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let mappings = profile.mappings.iter().enumerate();
    mappings
        .flat_map(|(index, mapping)| flaws(&Path::of("mappings").item(index), mapping))
        .collect()
}

fn flaws(path: &Path, mapping: &Mapping) -> Vec<Flaw> {
    let Some(writer) = &mapping.writer else {
        return Vec::new();
    };
    let mut flaws = Vec::new();
    let kind = path.name("writer").name("kind");
    let reader = match writer.kind {
        ListWriter::MatchersV1 => ListReader::CompaniesV1,
    };
    if mapping.reader != Some(reader) {
        let message =
            "What is written is held against the vendor's own list, which has to be read.";
        flaws.push(
            Flaw::error(kind.clone(), message)
                .hint("Add reader = \"companies-v1\" to this mapping.".to_owned()),
        );
    }
    if mapping.kind != MappingKind::Customers || mapping.rows != Side::Halo {
        let message = "Only a mapping with one answer for each customer can be written.";
        flaws.push(
            Flaw::error(kind, message)
                .hint("Leave kind and rows of this mapping as they are by default.".to_owned()),
        );
    }
    if writer.number_hint.trim().is_empty() {
        let path = path.name("writer").name("number_hint");
        let message = "The admin has to be told where the integration's number is found.";
        flaws.push(Flaw::error(path, message));
    }
    flaws
}

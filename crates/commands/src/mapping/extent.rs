//! How far the mappings of a connection are, for the hub: told without reading any list, but for
//! those of which everything seems to be decided.

use std::collections::BTreeMap;

use serde_json::Value;
use setup::Profile;
use setup::profile::{Mapping, Side};
use store::{Connection, MappingExtent};

use crate::error::CommandError;
use crate::wizard::Wizard;

/// How far all mappings together are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// A list was read or something decided.
    pub begun: bool,
    /// Every row of every mapping has its decision.
    pub done: bool,
}

/// How far the mappings of a connection are.
pub(crate) async fn extent(
    wizard: &Wizard,
    connection: &Connection,
    profile: &Profile,
) -> Result<Extent, CommandError> {
    let kept = wizard.store().mapping_extents(connection.id).await?;
    let mut extent = counted(profile, &kept);
    if extent.done {
        // Some of the decisions may be about rows that are not in the list now.
        for spec in &profile.mappings {
            let mut open = wizard.boards().open(wizard, connection, spec).await?;
            extent.done &= open.board().counts().undecided == 0;
        }
    }
    Ok(extent)
}

/// How far the mappings of a profile seem to be, by how much is kept of them.
fn counted(profile: &Profile, kept: &BTreeMap<String, MappingExtent>) -> Extent {
    let is_done = |mapping: &Mapping| {
        let extent = kept.get(&mapping.key);
        extent.is_some_and(|extent| {
            let rows = rows(mapping, extent);
            rows > 0 && extent.decisions >= rows
        })
    };
    Extent {
        begun: !kept.is_empty(),
        done: !profile.mappings.is_empty() && profile.mappings.iter().all(is_done),
    }
}

/// How many rows want a decision.
fn rows(mapping: &Mapping, extent: &MappingExtent) -> u32 {
    let of = |source: &Option<Value>| {
        let rows = source.as_ref().and_then(|source| source["rows"].as_u64());
        rows.and_then(|rows| u32::try_from(rows).ok())
    };
    let named = u32::try_from(mapping.values.len()).unwrap_or(u32::MAX);
    match mapping.rows {
        Side::Halo => of(&extent.halo).unwrap_or_default(),
        Side::Vendor if named > 0 => named,
        Side::Vendor => of(&extent.vendor).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use setup::profile::built_in;

    use super::*;

    #[test]
    fn every_row_of_every_mapping_wants_its_decision() {
        let maps_customers = |profile: &&Profile| matches!(profile.mappings.as_slice(), [one] if one.rows == Side::Halo);
        let profile = built_in::all().iter().find(maps_customers).unwrap();
        let extent_of = |decisions| MappingExtent {
            halo: Some(json!({ "rows": 2 })),
            vendor: None,
            decisions,
        };
        let of = |decisions| {
            let kept = [(profile.mappings[0].key.clone(), extent_of(decisions))];
            counted(profile, &kept.into())
        };
        assert_eq!(counted(profile, &BTreeMap::new()), Extent::default());
        assert_eq!(
            of(1),
            Extent {
                begun: true,
                done: false
            }
        );
        assert_eq!(
            of(2),
            Extent {
                begun: true,
                done: true
            }
        );
    }
}

//! The profiles inside the program.

use std::collections::BTreeSet;

use setup::permission;
use setup::profile::{MappingKind, Side, built_in, finding_ids, review};

#[test]
fn every_file_is_read_without_a_problem() {
    for (name, text) in built_in::files() {
        let reading = review(text);
        let problems: Vec<_> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems, Vec::<String>::new(), "profiles/{name}.toml");
        let profile = reading
            .profile
            .expect("a file without problems is a profile");
        assert_eq!(profile.id, name, "the file is named after the id");
    }
}

#[test]
fn every_file_of_the_folder_is_built_in() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../profiles");
    let on_disk: BTreeSet<_> = std::fs::read_dir(folder)
        .expect("the folder exists")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    let inside: BTreeSet<_> = built_in::files().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(
        on_disk, inside,
        "the program was built before the folder changed"
    );
}

#[test]
fn every_file_names_its_schema() {
    for (name, text) in built_in::files() {
        assert!(text.starts_with("#:schema ./schema.json\n"), "{name}");
    }
}

#[test]
fn they_are_sorted_by_name_and_found_by_id() {
    let names: Vec<_> = built_in::all()
        .iter()
        .map(|profile| profile.name.as_str())
        .collect();
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(names, sorted);
    for seed in ["Hudu", "HumanizeIT", "Moovila", "Rewst"] {
        assert!(names.contains(&seed), "{seed}");
    }
    assert_eq!(
        built_in::find("moovila").map(|profile| profile.name.as_str()),
        Some("Moovila")
    );
    assert_eq!(built_in::find("no-such-product"), None);
}

#[test]
fn every_requirement_names_its_source() {
    for profile in built_in::all() {
        let id = &profile.id;
        for need in &profile.scopes {
            assert!(need.source.is_some(), "{id}: {}", need.name);
        }
        for need in &profile.permissions {
            assert!(need.source.is_some(), "{id}: {}", need.name);
        }
        for need in &profile.steps {
            assert!(need.source.is_some(), "{id}: {}", need.key);
        }
        for note in &profile.notes {
            assert!(!note.sources.is_empty(), "{id}: {}", note.text);
        }
        for source in &profile.sources {
            assert!(source.date.is_some(), "{id}: {} has a date", source.id);
        }
        for text in profile
            .uses
            .iter()
            .map(|part| &part.source)
            .chain(profile.needs.iter().map(|need| &need.source))
            .chain(
                profile
                    .troubleshooting
                    .iter()
                    .map(|trouble| &trouble.source),
            )
            .chain(profile.mappings.iter().map(|mapping| &mapping.source))
        {
            assert!(text.is_some(), "{id}");
        }
    }
}

#[test]
fn no_two_findings_of_a_profile_share_an_id() {
    for profile in built_in::all() {
        let ids = finding_ids(profile);
        let different: BTreeSet<_> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "{}", profile.id);
    }
}

#[test]
fn permissions_are_named_in_us_english() {
    for profile in built_in::all() {
        for need in &profile.permissions {
            let known = permission::find(&need.name).expect("checked by the reader");
            assert_eq!(known.name, need.name, "{}: use the first label", profile.id);
        }
    }
}

#[test]
fn fewer_of_the_vendors_words_than_halo_has_can_serve_all_of_halos() {
    let is_of_words = |kind| matches!(kind, MappingKind::Statuses | MappingKind::TicketTypes);
    let mut walked = 0;
    for profile in built_in::all() {
        for mapping in &profile.mappings {
            walked += 1;
            let asks_about_halos = is_of_words(mapping.kind) && mapping.rows == Side::Halo;
            assert!(
                mapping.many_to_one || !asks_about_halos,
                "{}: {}: a Halo has more of them than the product",
                profile.id,
                mapping.key
            );
            // Two customers in one place of the vendor's would be mixed up there.
            assert!(
                mapping.kind != MappingKind::Customers || !mapping.many_to_one,
                "{}: {}",
                profile.id,
                mapping.key
            );
        }
    }
    assert!(walked > 0);
}

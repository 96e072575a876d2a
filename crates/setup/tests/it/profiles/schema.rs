//! `profiles/schema.json` is made from the types, so that editors know what the program knows.

use setup::profile::shape;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../profiles/schema.json");

/// `UPDATE=1 cargo test -p setup schema` writes the file.
#[test]
fn the_schema_file_is_that_of_the_types() {
    let mut wanted = serde_json::to_string_pretty(shape::schema()).expect("a schema is JSON");
    wanted.push('\n');
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, &wanted).expect("the profiles folder can be written");
    }
    let is = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        is == wanted,
        "profiles/schema.json is out of date: run UPDATE=1 cargo test -p setup schema"
    );
}

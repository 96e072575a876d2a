//! The page's types are those of the contract. `UPDATE=1 cargo test -p commands contract` writes
//! them anew.

use std::path::Path;

#[test]
fn the_pages_types_are_up_to_date() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/backend/contract.gen.ts");
    let fresh = commands::contract::typescript();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &fresh).expect("the file can be written");
    }
    let committed = std::fs::read_to_string(&path).expect("the file is there");
    assert!(
        committed == fresh,
        "run `UPDATE=1 cargo test -p commands contract` and commit the file"
    );
}

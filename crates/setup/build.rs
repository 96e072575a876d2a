//! Builds the crate anew when a profile comes, goes or changes: the macro that embeds the folder
//! does not see new files by itself.

fn main() {
    println!("cargo:rerun-if-changed=../../profiles");
}

//! The documents: what they show is what the program does, and what they name exists.

mod adding_a_profile;
mod every_field;
mod fernwick;
mod halo;
mod no_product_names;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The text of a document of this repository.
fn document(path: &str) -> String {
    std::fs::read_to_string(format!("{ROOT}/{path}"))
        .unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

/// A block of code in a document.
struct Block {
    /// What stands behind the backticks, for example "toml complete".
    kind: String,
    /// Its lines, each with its line break.
    text: String,
    /// The document's line on which it begins, from 1.
    line: usize,
}

/// Every block of code, in order.
fn blocks(document: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for (line, text) in (1..).zip(document.lines()) {
        match text.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(kind) => {
                open = true;
                blocks.push(Block {
                    kind: kind.to_owned(),
                    text: String::new(),
                    line,
                });
            }
            None if open => {
                let block = blocks.last_mut().expect("an open block was begun");
                block.text.push_str(text);
                block.text.push('\n');
            }
            None => {}
        }
    }
    assert!(!open, "the last block of code is not closed");
    blocks
}

/// The cells of a row of a table, without the space around them; nothing on other lines.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(str::trim).collect())
}

/// What stands between backticks on a line.
fn code(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

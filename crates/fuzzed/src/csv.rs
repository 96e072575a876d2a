//! Lists of organisations, from files and from the clipboard.

use mapping::table::{MOST_BYTES, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, Need, Sheet};

/// Reads bytes as a list that was opened, and as one that was pasted.
///
/// # Panics
/// If more comes out than there may be, or than came in.
pub fn csv(bytes: &[u8]) {
    assert!(bytes.len() <= MOST_BYTES, "a target is given less");
    for opened in [Sheet::of_file(bytes), Sheet::of_table(bytes)] {
        let Ok(sheet) = opened else { continue };
        read(&sheet, bytes.len());
    }
    let text = String::from_utf8_lossy(bytes);
    if let Ok(sheet) = Sheet::of_paste(&text) {
        read(&sheet, text.len());
    }
}

fn read(sheet: &Sheet, length: usize) {
    let preview = sheet.preview();
    let widest = preview.rows.iter().chain(&preview.header).map(Vec::len);
    assert!(widest.max().unwrap_or_default() <= length + 1);
    if let Some(header) = &preview.header {
        assert!(header.len() <= MOST_COLUMNS);
    }
    for need in [Need::IdAndName, Need::Name] {
        let Ok(rows) = sheet.rows(sheet.layout(), need) else {
            continue;
        };
        assert!(rows.records.len() <= MOST_ROWS.min(length + 1));
        for record in &rows.records {
            assert!(!record.name.trim().is_empty(), "{record:?}");
            assert!(record.name.chars().count() <= MOST_CHARACTERS, "{record:?}");
        }
        for problem in &rows.problems {
            assert!(problem.line >= 1);
        }
    }
}

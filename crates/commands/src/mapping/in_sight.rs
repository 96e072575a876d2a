//! The part of a long list that a page has in sight. Called by whatever answers a window of rows.

/// Most rows of one answer.
const MOST: usize = 200;

/// How many there are in all, and those from `offset` on, `wanted` of them at most.
pub(super) fn in_sight<T>(
    rows: impl Iterator<Item = T>,
    offset: u32,
    wanted: u32,
) -> (u32, Vec<T>) {
    let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let (first, most) = (place(offset), place(wanted).min(MOST));
    let mut total = 0;
    let mut shown = Vec::new();
    for row in rows {
        if total >= first && shown.len() < most {
            shown.push(row);
        }
        total += 1;
    }
    (u32::try_from(total).unwrap_or(u32::MAX), shown)
}

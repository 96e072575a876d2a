//! Telephone numbers, down to what stays the same however they are written.

/// How many of the last digits are compared: those that stay whatever prefix a country or a switchboard adds.
const KEPT: usize = 8;
/// Fewer digits than this are an extension or a slip.
const FEWEST: usize = 7;

/// The last digits of each number in the text, without extensions.
pub(crate) fn digits(text: &str) -> impl Iterator<Item = u32> {
    text.split([';', ',', '/', '|']).filter_map(number)
}

fn number(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    // A spreadsheet has rounded it: 4.42079E+11.
    if lower.contains("e+") {
        return None;
    }
    let end = lower
        .find(['x', '#'])
        .or_else(|| lower.find("ext"))
        .unwrap_or(lower.len());
    let digits: Vec<u32> = lower[..end]
        .chars()
        .filter_map(|letter| letter.to_digit(10))
        .collect();
    if digits.len() < FEWEST || digits.iter().all(|digit| *digit == digits[0]) {
        return None;
    }
    let last = &digits[digits.len().saturating_sub(KEPT)..];
    Some(last.iter().fold(0, |number, digit| number * 10 + digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_however_it_is_written() {
        let of = |text| digits(text).collect::<Vec<_>>();
        assert_eq!(of("+44 (0)20 7946 0123"), [79_460_123]);
        assert_eq!(of("020 7946 0123 ext 12"), [79_460_123]);
        assert_eq!(of("02079460123x12"), [79_460_123]);
        assert_eq!(of("4.42079E+11"), [0_u32; 0]);
        assert_eq!(of("0000000000"), [0_u32; 0]);
        assert_eq!(of("12"), [0_u32; 0]);
    }
}

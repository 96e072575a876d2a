//! Whatever is pasted is recognised as something, and nothing is taken for what it is not.

use commands::pasted::{Pasted, clean, is_guid, recognise};
use proptest::prelude::*;

const GUID: &str = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
const AROUND: &str = "[ \"'\t\r\n\u{200b}\u{feff}]{0,4}";

proptest! {
    #[test]
    fn anything_can_be_pasted(text in "\\PC{0,200}") {
        let cleaned = clean(&text);
        prop_assert!(text.contains(cleaned));
        prop_assert_eq!(clean(cleaned), cleaned);
        let pasted = recognise(cleaned);
        prop_assert_eq!(pasted == Pasted::Nothing, cleaned.is_empty());
        prop_assert_eq!(pasted == Pasted::ClientId, is_guid(cleaned));
    }

    #[test]
    fn an_id_and_a_secret_are_told_apart_whatever_came_along(
        one in GUID, other in GUID, before in AROUND, after in AROUND,
    ) {
        let id = format!("{before}{one}{after}");
        prop_assert_eq!(recognise(clean(&id)), Pasted::ClientId);
        let secret = format!("{before}{one}-{other}{after}");
        prop_assert_eq!(recognise(clean(&secret)), Pasted::ClientSecret);
        let cut = &secret[..secret.len() - after.len() - 5];
        prop_assert_ne!(recognise(clean(cut)), Pasted::ClientSecret);
        prop_assert_ne!(recognise(clean(cut)), Pasted::ClientId);
    }
}

//! The way back: everything that was made is taken out, in an order that breaks nothing.

use setup::finish::finish;

use super::invented::{everything, hosted, plan};

#[test]
fn the_way_back_names_everything_that_was_made_and_ends_with_halyard() {
    let guide = finish(&plan(everything(), Some(hosted())));
    let all: Vec<&str> = guide.remove.iter().map(|it| it.text.as_str()).collect();
    let place = |what: &str| {
        let place = all.iter().position(|text| text.contains(what));
        place.unwrap_or_else(|| panic!("{what} is not taken out: {all:#?}"))
    };
    assert!(place("Disconnect") < place("Beacon application"));
    assert!(place("Beacon application") < place("Beacon agent"));
    assert!(place("Beacon agent") < place("Beacon role"));
    assert!(place("Ticket Types") < all.len());
    assert_eq!(place("remove this connection"), all.len() - 1);
    assert!(!guide.rotate.is_empty());
    let clean_up: Vec<&str> = guide.clean_up.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(clean_up.len(), 2, "{clean_up:?}");
    assert!(clean_up[0].contains("Reporting Access Level"));
    assert!(clean_up[1].contains("Test a lamp"));
}

use super::*;

fn decided(customer: &str, name: &str, company: u64) -> Decided {
    Decided {
        customer: customer.to_owned(),
        names: vec![name.to_owned()],
        company: company.to_string(),
        company_name: format!("Company {company}"),
        is_gone: false,
        shared_with: None,
    }
}

fn matcher(id: u64, record: &str, name: &str, company: Option<u64>) -> Matcher {
    Matcher {
        id,
        record: (!record.is_empty()).then(|| record.to_owned()),
        name: name.to_owned(),
        company: company.map(|id| Company { id, name: None }),
    }
}

fn companies() -> HashMap<u64, String> {
    (1..10).map(|id| (id, format!("Company {id}"))).collect()
}

/// The state of each, and whether it will be written.
fn states(decided: Vec<Decided>, matchers: &[Matcher]) -> Vec<(State, bool)> {
    let rows = plan(decided, matchers, &companies());
    rows.into_iter()
        .map(|row| (row.state, row.is_included))
        .collect()
}

#[test]
fn only_what_is_plain_is_included_by_itself() {
    let decided = vec![
        decided("12", "Acme Ltd", 1),
        decided("13", "Beta", 2),
        decided("14", "Gamma", 3),
        decided("15", "Delta", 4),
        decided("16", "Epsilon", 5),
        decided("17", "Zeta", 6),
    ];
    let matchers = vec![
        matcher(1, "12", " acme  LTD", None),
        matcher(2, "13", "Beta", Some(2)),
        matcher(3, "14", "Gamma", Some(9)),
        matcher(4, "15", "Delta Holdings", None),
        matcher(5, "99", "Epsilon", None),
    ];
    assert_eq!(
        states(decided, &matchers),
        [
            (State::Set, true),
            (State::Same, false),
            (State::Change, false),
            (State::Doubtful(Doubt::Name), false),
            (State::Doubtful(Doubt::Number), false),
            (State::Missing, false),
        ]
    );
}

#[test]
fn numbers_that_mean_something_else_there_write_nothing() {
    // The server's numbers are its own: each is by chance that of another customer.
    let customers = vec![decided("1", "Acme", 1), decided("2", "Beta", 2)];
    let rows = vec![matcher(7, "2", "Acme", None), matcher(8, "1", "Beta", None)];
    let several = || (State::Stuck(Stuck::Several), false);
    assert_eq!(states(customers, &rows), [several(), several()]);
}

#[test]
fn a_row_is_one_customers_only() {
    // The row that is surely the first one's is not offered to its namesake.
    let customers = vec![decided("1", "Acme", 1), decided("2", "Acme", 2)];
    let rows = vec![matcher(7, "1", "Acme", None)];
    let expected = [(State::Set, true), (State::Missing, false)];
    assert_eq!(states(customers, &rows), expected);
    // Of a row that is surely nobody's, neither gets it.
    let customers = vec![decided("1", "Acme", 1), decided("2", "Acme", 2)];
    let rows = vec![matcher(7, "9", "Acme", None)];
    let several = || (State::Stuck(Stuck::Several), false);
    assert_eq!(states(customers, &rows), [several(), several()]);
}

#[test]
fn two_rows_with_one_number_are_nobodys() {
    let rows = vec![
        matcher(7, "1", "Acme", None),
        matcher(8, "1", "Acme", Some(3)),
    ];
    let expected = [(State::Stuck(Stuck::Several), false)];
    assert_eq!(states(vec![decided("1", "Acme", 1)], &rows), expected);
}

#[test]
fn a_customer_that_was_renamed_is_known_by_its_old_name() {
    let mut customer = decided("1", "Acme Group", 1);
    customer.names.push("Acme".to_owned());
    let rows = vec![matcher(7, "1", "Acme", None)];
    assert_eq!(states(vec![customer], &rows), [(State::Set, true)]);
}

#[test]
fn what_is_not_there_any_more_or_given_twice_is_stuck() {
    let rows = || vec![matcher(7, "1", "Acme", None)];
    let stuck = |why| [(State::Stuck(why), false)];
    let mut gone = decided("1", "Acme", 1);
    gone.is_gone = true;
    assert_eq!(states(vec![gone], &rows()), stuck(Stuck::CustomerGone));
    let mut shared = decided("1", "Acme", 1);
    shared.shared_with = Some("Beta".to_owned());
    let why = Stuck::Shared("Beta".to_owned());
    assert_eq!(states(vec![shared], &rows()), stuck(why));
    for company in ["77", "Company 1"] {
        // Of a list that came from somewhere else, ids are anything.
        let mut other = decided("1", "Acme", 1);
        other.company = company.to_owned();
        assert_eq!(states(vec![other], &rows()), stuck(Stuck::CompanyGone));
    }
}

#[test]
fn a_company_of_that_number_with_another_name_is_looked_at_first() {
    let mut customer = decided("1", "Acme", 1);
    customer.company_name = "Somebody else".to_owned();
    let rows = vec![matcher(7, "1", "Acme", None)];
    let doubt = Doubt::Company("Company 1".to_owned());
    assert_eq!(
        states(vec![customer], &rows),
        [(State::Doubtful(doubt), false)]
    );
}

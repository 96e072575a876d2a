//! Pairs that must be found, and pairs that must not be taken without a person.

use std::slice;

use mapping::{Class, Doubt, Evidence, NameLink, Options, Record, Suggestion, Unwatched, suggest};

use crate::lists::{STRANGERS, record, suggested};

/// One customer and one organisation that are one company.
#[test]
fn what_is_one_company_is_accepted() {
    for (customer, organisation) in [
        ("Acme Widgets Ltd", "ACME WIDGETS LIMITED"),
        ("Acme Widgets Ltd", "Acme Widgets"),
        ("Müller & Söhne GmbH", "Mueller und Soehne"),
        ("Bell & Howard Engineering", "Bell and Howard Eng."),
        ("Harrow Logistics Ltd", "ZZ - Harrow Logistics"),
        ("Harrow Logistics Ltd", "Harrow Logistics (old)"),
        ("Harrow Logistics Ltd", "Harrow Logistics - DO NOT USE"),
        ("Harrow Logistics Ltd", "C1023 - Harrow Logistics"),
        (
            "Brightwater Pharmaceuticals Inc",
            "Brightwater Pharmaceutcals",
        ),
        (
            "Northgate International Manufacturing",
            "Northgate Intl Mfg",
        ),
        (
            "Ashdown Forestry Equipment Ltd",
            "Forestry Equipment Ashdown",
        ),
        ("The Penrose Consulting Company", "Penrose Consulting"),
        ("Tremaine Foods Ltd t/a The Hungry Cat", "The Hungry Cat"),
        (
            "Xanthos Kramer Orthopaedic Rehabilitation",
            "Xanthos Kramer Orthopaedic Reha",
        ),
        ("Quillfeather IT Support", "QuillfeatherIT Support Ltd"),
        ("Gulf States Gas District", "TheGulfStatesGasDistrict"),
        (
            "Crescent Biopharma Inc | cbigroup.co.uk",
            "Crescent Biopharma | crescentbiopharma.onmicrosoft.com",
        ),
        ("Stichting Kinderboerderij Tiemen van der Torn", "SKTVDT"),
        (
            "International Brick Makers | ibm-bricks.com | Leeds",
            "IBM | ibm-bricks.com | Leeds",
        ),
        (
            "Fairweather Holdings | fairweather.co.uk",
            "Fairweather Hldgs Ltd | https://www.fairweather.co.uk",
        ),
        ("O'Connell's Bar & Grill", "OConnells Bar and Grill"),
        ("株式会社さくら製作所", "株式会社さくら製作所"),
        ("Газпром нефть", "Gazprom Neft"),
        (
            "Zebedee Toys",
            "Zebedee Toys Inc | zebedeetoys.onmicrosoft.com",
        ),
    ] {
        let suggestion = &suggested(&[customer], &[organisation])[0];
        assert_eq!(
            suggestion.organisation,
            Some(0),
            "{customer} / {organisation}: {suggestion:?}"
        );
        assert!(
            suggestion.class.is_accepted(),
            "{customer} / {organisation}: {:?} {}",
            suggestion.class,
            suggestion.score
        );
    }
}

/// Pairs that a person would want to be shown.
#[test]
fn what_has_no_word_in_common_is_found() {
    for (customer, organisation) in [
        ("Roberts Energy", "Riberts Enegry"),
        ("Uxin Media", "Uixn Meida"),
        ("Noverge Industries", "NovegreIndustries"),
        ("Quality Softwools Australia Pty Ltd", "QSAP"),
        ("M.W. van der Pol Beheer", "MWVDPB"),
    ] {
        let suggestion = &suggested(&[customer], &[organisation])[0];
        let found = suggestion.candidates.first();
        assert_eq!(
            found.map(|candidate| candidate.organisation),
            Some(0),
            "{customer} / {organisation}: {suggestion:?}"
        );
    }
}

#[test]
fn initials_go_to_a_person_where_they_may_be_two_names() {
    let accepted = |customers: &[&str]| {
        let suggestions = suggested(customers, &["NGC"]);
        suggestions.iter().any(|it| it.class.is_accepted())
    };
    assert!(!accepted(&[
        "National Gypsum Company",
        "Northern Glass Company"
    ]));
    let suggestion = &suggested(&["National Gypsum Company"], &["NGC"])[0];
    assert_eq!(suggestion.organisation, Some(0), "{suggestion:?}");
    assert_ne!(suggestion.class, Class::Exact);
}

#[test]
fn what_agrees_in_everything_is_exact() {
    for (customer, organisation) in [
        (
            "Acme Widgets Ltd | acmewidgets.com | Leeds | 0113 496 0000",
            "Acme Widgets Limited | www.acmewidgets.com | Leeds | +44 113 496 0000",
        ),
        (
            "Harrow Logistics | harrowlogistics.co.uk",
            "HARROW LOGISTICS LTD | info@harrowlogistics.co.uk",
        ),
        (
            "Brightwater Pharmaceuticals Inc | brightwater.com | Boston",
            "Brightwater Pharmaceuticals | brightwater.com | Boston",
        ),
    ] {
        let suggestion = &suggested(&[customer], &[organisation])[0];
        assert_eq!(
            (suggestion.class, suggestion.organisation),
            (Class::Exact, Some(0)),
            "{customer} / {organisation}: {suggestion:?}"
        );
    }
}

#[test]
fn what_may_be_another_company_is_left_to_a_person() {
    for (customer, organisation) in [
        ("Acme Holdings Ltd", "Acme Services Ltd"),
        (
            "Acme Holdings Ltd | acme.com",
            "Acme Property Services Ltd | acme.com",
        ),
        ("Fairweather Fund II LP", "Fairweather Fund III LP"),
        ("Smith Dental | | Leeds", "Jones Dental | | Leeds"),
        (
            "Mercury Systems | mercurysystems.com | Boston",
            "Mercury Cleaning | mercury-cleaning.co.uk | Leeds",
        ),
        ("Crown Bakery | gmail.com", "Royal Motors | gmail.com"),
        ("First National Bank", "Second National Bank"),
        ("North Street Garage", "South Street Garage"),
        ("", "Acme"),
        ("Ltd", "Limited Edition Prints"),
    ] {
        let suggestion = &suggested(&[customer], &[organisation])[0];
        assert!(
            !suggestion.class.is_accepted(),
            "{customer} / {organisation}: {suggestion:?}"
        );
    }
}

#[test]
fn one_name_and_other_particulars_are_left_to_a_person() {
    for (customer, organisation) in [
        (
            "Riverside Dental | riversidedental.com | Reno",
            "Riverside Dental | riverside-dental.co.uk | Hull",
        ),
        (
            "Smith & Sons | smithandsons.com | Leeds",
            "Smith & Sons | smithsonsbuilders.co.uk | York",
        ),
        ("Summit | | Denver", "Summit | | Boston"),
        ("Delta | delta.com", "Delta | deltaair.com"),
        ("Apex | apex.com", "Apex | apexsolutions.io"),
        (
            "Kowalczyk Plumbing | kowalczyk.com | Denver",
            "Kowalczyk Plumbing | kowalczykbros.net | Boston",
        ),
    ] {
        let suggestion = &suggested(&[customer], &[organisation])[0];
        assert_eq!(
            suggestion.class,
            Class::Review,
            "{customer} / {organisation}: {suggestion:?}"
        );
        assert!(!suggestion.reason.to_string().contains("spells the name"));
    }
}

#[test]
fn what_is_not_beyond_doubt_is_likely_at_most() {
    for (customer, organisation) in [
        ("Harrow Tools", "Harow Toolz"),
        (
            "Kowalczyk Plumbing | | Denver",
            "Kowalczyk Plumbing | | Boston",
        ),
        (
            "Kowalczyk Plumbing | kowalczyk.com | Denver | 303 555 0100",
            "Kowalczyk Plumbing | kowalczyk.com | Denver | 917 224 7731",
        ),
        (
            "Kowalczyk Plumbing | kowalczykplumbing.com",
            "Kowalczyk Plumbing | kowalczykplumbing.de",
        ),
    ] {
        let suggestion = &suggested(&[customer], &[organisation])[0];
        assert_eq!(
            suggestion.class,
            Class::Likely,
            "{customer} / {organisation}: {suggestion:?}"
        );
    }
}

#[test]
fn a_row_for_a_person_stands_below_every_accepted_one() {
    let suggestions = suggested(
        &[
            "Acme Services 1",
            "Harrow Tools",
            "Summit | | Denver",
            "Penrose Consulting | penrose.com",
        ],
        &[
            "Acme Services 2",
            "Harow Toolz",
            "Summit | | Boston",
            "Penrose Consulting | penrose.com",
        ],
    );
    let classes: Vec<Class> = suggestions.iter().map(|it| it.class).collect();
    assert_eq!(
        classes,
        [Class::Review, Class::Likely, Class::Review, Class::Exact]
    );
    let score = |place: usize| suggestions[place].score;
    assert!(score(3) > score(1) && score(1) > score(0).max(score(2)));
}

#[test]
fn many_of_one_name_are_left_to_a_person() {
    for (customers, organisations) in [(10, 10), (30, 30), (2, 30), (30, 1)] {
        let list = |rows| vec![record("Subway"); rows];
        let suggestions = suggest(
            &list(customers),
            &list(organisations),
            &Options::default(),
            &Unwatched,
        )
        .expect("nobody stops it");
        for suggestion in suggestions {
            assert_eq!(suggestion.class, Class::Review, "{suggestion:?}");
            let reason = suggestion.reason.to_string();
            assert!(
                reason.contains("fit equally well") || reason.contains("fits about as well"),
                "{reason}"
            );
        }
    }
}

#[test]
fn one_name_in_two_towns_goes_by_the_town() {
    let suggestions = suggested(
        &["Riverside Dental | | Leeds", "Riverside Dental | | York"],
        &["Riverside Dental | | York", "Riverside Dental | | Leeds"],
    );
    assert_eq!(suggestions[0].organisation, Some(1));
    assert_eq!(suggestions[1].organisation, Some(0));
}

#[test]
fn one_name_in_two_towns_and_no_town_is_left_to_a_person() {
    let suggestions = suggested(
        &["Riverside Dental"],
        &["Riverside Dental | | York", "Riverside Dental | | Leeds"],
    );
    assert!(!suggestions[0].class.is_accepted(), "{:?}", suggestions[0]);
    assert!(
        suggestions[0]
            .reason
            .doubts
            .contains(&Doubt::AnotherOrganisation)
    );
    assert_eq!(suggestions[0].candidates.len().min(2), 2);
}

#[test]
fn siblings_of_one_group_find_their_own() {
    let suggestions = suggested(
        &[
            "Fairweather Ltd | fairweather.com",
            "Fairweather Holdings Ltd | fairweather.com",
            "Fairweather Property Ltd | fairweather.com",
        ],
        &[
            "Fairweather Property Limited | fairweather.com",
            "Fairweather Limited | fairweather.com",
            "Fairweather Hldgs Limited | fairweather.com",
        ],
    );
    assert_eq!(
        suggestions
            .iter()
            .map(|suggestion| suggestion.organisation)
            .collect::<Vec<_>>(),
        [Some(1), Some(2), Some(0)]
    );
}

#[test]
fn the_living_row_wins_over_the_old_one() {
    let suggestions = suggested(
        &["Harrow Logistics Ltd", "Harrow Logistics Ltd (old)"],
        &["Harrow Logistics Limited"],
    );
    assert_eq!(suggestions[0].organisation, Some(0));
    assert_eq!(suggestions[1].organisation, None);
    assert!(!suggestions[1].class.is_accepted());
}

#[test]
fn an_organisation_is_given_twice_only_when_asked() {
    let customers: Vec<_> = [
        "Harrow Logistics | harrow.com | Leeds",
        "Harrow Logistics | harrow.com | Leeds",
    ]
    .map(record)
    .into();
    let organisations = [record("Harrow Logistics | harrow.com | Leeds")];
    let given = |many_to_one| {
        let options = Options {
            many_to_one,
            threads: 1,
        };
        let suggestions =
            suggest(&customers, &organisations, &options, &Unwatched).expect("nobody stops it");
        suggestions
            .iter()
            .filter(|suggestion| suggestion.organisation.is_some())
            .count()
    };
    assert_eq!(given(false), 1);
    assert_eq!(given(true), 2);
}

#[test]
fn reasons_say_what_agrees() {
    let suggestion = &suggested(
        &["Acme Widgets Ltd | acme.com"],
        &["Acme Widgets | acme.com"],
    )[0];
    assert_eq!(suggestion.reason.name, NameLink::SameButLegalForm);
    assert_eq!(
        suggestion.reason.evidence,
        [Evidence::Domain("acme.com".into())]
    );
    assert_eq!(
        suggestion.reason.to_string(),
        "Same name apart from the legal form, and the same domain acme.com"
    );
    let nothing = &suggested(&["Zyxomma Ltd"], &[])[0];
    assert_eq!(nothing.class, Class::None);
    assert_eq!(nothing.organisation, None);
}

#[test]
fn empty_lists_are_no_trouble() {
    let one = [record("Acme")];
    let run = |customers: &[Record], organisations: &[Record]| {
        suggest(customers, organisations, &Options::default(), &Unwatched).expect("nobody stops it")
    };
    assert!(run(&[], &one).is_empty());
    assert_eq!(run(&one, &[])[0].class, Class::None);
}

/// A record of a name with one more field.
fn with(name: &str, change: impl FnOnce(&mut Record)) -> Record {
    let mut record = record(name);
    change(&mut record);
    record
}

/// What the strangers on both sides and these make of each other; the first customers' suggestions.
fn matched(customers: &[Record], organisations: &[Record]) -> Vec<Suggestion> {
    let among = |own: &[Record], change: fn(usize, &mut Record)| {
        let strangers = STRANGERS
            .iter()
            .enumerate()
            .map(|(place, name)| with(name, |record| change(place, record)));
        own.iter().cloned().chain(strangers).collect::<Vec<_>>()
    };
    // Lists whose ids, postcodes and countries can be trusted: they agree for everybody else.
    let filled = |place: usize, record: &mut Record| {
        record.external_ids = vec![(9_000 + place).to_string()];
        record.postcode = Some(format!("YO{place} 7HH"));
        record.country = Some("GB".to_owned());
    };
    let (customers, organisations) = (among(customers, filled), among(organisations, filled));
    suggest(&customers, &organisations, &Options::default(), &Unwatched).expect("nobody stops it")
}

#[test]
fn an_external_id_speaks_for_a_pair_and_a_different_one_against_it() {
    let id = |id: &str| vec![id.to_owned()];
    let customer = with("Harrow Logistics Ltd", |it| it.external_ids = id("0017"));
    let same = with("HL Freight", |it| it.external_ids = id("17"));
    let found = &matched(slice::from_ref(&customer), &[same])[0];
    assert_eq!(found.candidates[0].organisation, 0, "{found:?}");
    assert_eq!(found.reason.evidence, [Evidence::ExternalId("17".into())]);
    assert_eq!(
        found.class,
        Class::Review,
        "the names have nothing in common"
    );

    // Of two with one name, it is the one with the id.
    let other = with("Harrow Logistics", |it| it.external_ids = id("18"));
    let own = with("Harrow Logistics", |it| it.external_ids = id("17"));
    let found = &matched(slice::from_ref(&customer), &[other.clone(), own])[0];
    assert_eq!(found.organisation, Some(1), "{found:?}");
    assert!(found.class.is_accepted(), "{found:?}");

    // A name that is the same but for its form is no certainty against another id.
    let found = &matched(slice::from_ref(&customer), &[other])[0];
    assert!(
        found.reason.doubts.contains(&Doubt::OtherExternalId),
        "{found:?}"
    );
    let unknown = &matched(&[customer], &[record("Harrow Logistics")])[0];
    assert!(unknown.score > found.score, "{unknown:?} {found:?}");
}

#[test]
fn one_name_goes_by_the_postcode_or_the_country() {
    type Field = fn(&mut Record, &str);
    let postcode: Field = |it, text| it.postcode = Some(text.to_owned());
    let country: Field = |it, text| it.country = Some(text.to_owned());
    for (field, own, other) in [
        (postcode, ["LS1 4AP", "ls14ap"], "EH1 1AA"),
        (country, ["United Kingdom", "GB"], "France"),
    ] {
        let dental = |text: &str| with("Riverside Dental", |it| field(it, text));
        let customers = [dental(own[0]), dental(other)];
        let organisations = [dental(other), dental(own[1])];
        let found = matched(&customers, &organisations);
        let given = [found[0].organisation, found[1].organisation];
        assert_eq!(given, [Some(1), Some(0)], "{own:?}: {:?}", found[0]);
    }
}

//! Lists as people have them, whole way: bytes in, records and problems out.
#![expect(clippy::format_collect, reason = "tests need no speed")]

use super::out::{suggestions_csv, suggestions_json};
use super::*;
use crate::{Class, Record, Suggestion};

fn file(bytes: impl AsRef<[u8]>) -> Rows {
    let sheet = Sheet::of_file(bytes.as_ref()).unwrap();
    sheet.rows(sheet.layout(), Need::IdAndName).unwrap()
}

fn pasted(text: &str) -> Rows {
    let sheet = Sheet::of_paste(text).unwrap();
    sheet.rows(sheet.layout(), Need::Name).unwrap()
}

fn names(rows: &Rows) -> Vec<&str> {
    rows.records.iter().map(|it| it.name.as_str()).collect()
}

fn problems(rows: &Rows) -> Vec<String> {
    rows.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_column_is_read_in_any_order() {
    let rows = file(
        "country,postcode,town,phone,website,domain,external_id,name,id\r\n\
         GB,YO1 7HH,York,+44 1904 1,https://acme.co.uk,acme.com; acme.de,CRM-7,\"Acme, Ltd\",17\r\n",
    );
    let expected = Record {
        id: "17".into(),
        name: "Acme, Ltd".into(),
        domains: vec![
            "acme.com".into(),
            "acme.de".into(),
            "https://acme.co.uk".into(),
        ],
        phones: vec!["+44 1904 1".into()],
        city: Some("York".into()),
        postcode: Some("YO1 7HH".into()),
        country: Some("GB".into()),
        external_ids: vec!["CRM-7".into()],
    };
    assert_eq!(rows.records, [expected]);
    assert_eq!(rows.left_out, 0);
}

#[test]
fn delimiters_marks_and_line_ends_are_no_matter() {
    for text in [
        "id,name\n1,Acme\n2,Bolt\n",
        "\u{feff}id;name\r\n1;Acme\r\n2;Bolt",
        "sep=;\r\nid;name\r\n1;Acme\r\n2;Bolt",
        "id\tname\r1\tAcme\r2\tBolt\r",
        "\n\n id | name \n 1 |\"Acme\"\n\n 2 | Bolt | \n |  | \n",
    ] {
        assert_eq!(names(&file(text)), ["Acme", "Bolt"], "{text:?}");
    }
}

#[test]
fn bad_rows_are_named_by_line_and_cost_nothing_else() {
    let rows = file(
        "id,name,domain\n\
         1,Acme,acme.com\n\
         ,Nameless,x.com\n\
         \n\
         3,,x.com\n\
         1,Acme again,\n\
         5,Bolt, Nut & Co,bolt.com\n\
         6,Cog,cog.com,\n",
    );
    assert_eq!(names(&rows), ["Acme", "Cog"]);
    assert_eq!(
        problems(&rows),
        [
            "Line 3: there is no id",
            "Line 5: there is no name",
            "Line 6: the id “1” is already on line 2",
            "Line 7: there are 4 fields here and 3 column names",
        ]
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_its_own_line_only() {
    let rows = file("id,name\n1,\"Acme\n2,Bolt\n3,Cog\n");
    assert_eq!(names(&rows), ["Bolt", "Cog"]);
    assert_eq!(
        problems(&rows),
        ["Line 2: a quotation mark opens here and is never closed"]
    );
    // The next mark would close it, many rows further down.
    let many: String = (2..40).map(|id| format!("{id},Company {id}\n")).collect();
    let rows = file(format!("id,name\n1,\"Acme\n{many}40,\"Zed\"\n"));
    assert_eq!(rows.records.len(), 39);
    assert_eq!(rows.problems[0].line, 2);
    // A name in two lines of one cell is a name.
    assert_eq!(
        names(&file("id,name\n1,\"Acme\r\nHoldings\"\n2,Bolt\n")),
        ["Acme Holdings", "Bolt"]
    );
}

#[test]
fn more_open_quotation_marks_than_anybody_has_still_end() {
    let text: String = (0..500).map(|id| format!("{id},\"Acme {id}\n")).collect();
    let rows = file(format!("id,name\n{text}"));
    assert_eq!(rows.records.len() + rows.left_out, 500);
    assert!(rows.left_out <= 21, "{}", rows.left_out);
}

#[test]
fn what_is_missing_is_said_with_what_is_there() {
    let sheet = Sheet::of_file(b"number,colour\n1,red\n").unwrap();
    let refused = sheet.rows(sheet.layout(), Need::IdAndName).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "has no column called “name”; the first line has: number, colour"
    );
    assert_eq!(Sheet::of_file(b" \n\r\n").unwrap_err(), TableError::Empty);
    let wide = vec!["x"; MOST_COLUMNS + 1].join(",");
    assert_eq!(
        Sheet::of_file(wide.as_bytes()).unwrap_err(),
        TableError::TooManyColumns
    );
    let long = format!(
        "id,name\n{}",
        (0..=MOST_ROWS)
            .map(|id| format!("{id},A\n"))
            .collect::<String>()
    );
    let sheet = Sheet::of_file(long.as_bytes()).unwrap();
    assert_eq!(
        sheet.rows(sheet.layout(), Need::Name).unwrap_err(),
        TableError::TooManyRows
    );
}

#[test]
fn an_organisation_upload_is_read_without_its_owners_id() {
    let text = "organizationName,managingOrgId,domain,orgSlug,isEnabled,tagNames\n\
                Acme,0190-aa,acme.com,acme,true,\"vip,west\"\n";
    let rows = file(text);
    assert_eq!(rows.records[0].id, "acme");
    assert_eq!(rows.records[0].domains, ["acme.com"]);
    let without_slug = "organizationName,domain\nAcme,acme.com\nacme,\nAcme,other.com\n";
    let sheet = Sheet::of_file(without_slug.as_bytes()).unwrap();
    let rows = sheet.rows(sheet.layout(), Need::Name).unwrap();
    assert_eq!(names(&rows), ["Acme", "acme"]);
    assert_eq!(
        problems(&rows),
        ["Line 4: the name “Acme” is already on line 2, and there is no id to tell them apart"]
    );
}

#[test]
fn where_names_are_enough_a_row_without_an_id_goes_by_its_name() {
    let text = "organizationName,managingOrgId,domain,orgSlug,isEnabled,tagNames\n\
                Acme,,acme.com,,true,\n\
                Bolt,,,bolt-1,true,\n\
                Acme,,acme.de,,true,\n\
                ,,,,true,\n\
                Acme,,,acme-2,true,\n";
    let sheet = Sheet::of_file(text.as_bytes()).unwrap();
    let rows = sheet.rows(sheet.layout(), Need::Name).unwrap();
    let ids: Vec<&str> = rows.records.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["Acme", "bolt-1", "acme-2"]);
    assert_eq!(names(&rows), ["Acme", "Bolt", "Acme"]);
    assert_eq!(
        problems(&rows),
        [
            "Line 4: the name “Acme” is already on line 2, and there is no id to tell them apart",
            "Line 5: there is no name",
        ]
    );
    let strict = sheet.rows(sheet.layout(), Need::IdAndName).unwrap();
    assert_eq!(names(&strict), ["Bolt", "Acme"]);
    assert_eq!(
        problems(&strict)[0],
        "Line 2: there is no id",
        "ids were asked for"
    );
}

#[test]
fn a_file_without_a_header_keeps_its_first_company() {
    let read = |text: &str| {
        let sheet = Sheet::of_file(text.as_bytes()).unwrap();
        let rows = sheet.rows(sheet.layout(), Need::Name).unwrap();
        let names: Vec<String> = rows.records.into_iter().map(|it| it.name).collect();
        (sheet.preview().header.is_some(), names)
    };
    let table: [(&str, bool, &[&str]); 9] = [
        ("Acme\nBolt\n", false, &["Acme", "Bolt"]),
        ("Name\nAcme\nBolt\n", true, &["Acme", "Bolt"]),
        ("Name\nAcme, Inc.\nBolt\n", true, &["Acme, Inc.", "Bolt"]),
        (
            "Name\n\"Acme, Inc.\"\nBolt\n",
            true,
            &["Acme, Inc.", "Bolt"],
        ),
        (
            "Acme, Inc.\nBolt; Nut & Co\nCog, LLC\n",
            false,
            &["Acme, Inc.", "Bolt; Nut & Co", "Cog, LLC"],
        ),
        ("17,Acme,York\n18,Bolt,Leeds\n", false, &["Acme", "Bolt"]),
        ("Acme;acme.com\nBolt;bolt.com\n", false, &["Acme", "Bolt"]),
        (
            "Company Name,Colour\nAcme,red\nBolt\n",
            true,
            &["Acme", "Bolt"],
        ),
        ("Company Name,Website\nAcme,acme.com\n", true, &["Acme"]),
    ];
    for (text, has_header, names) in table {
        assert_eq!(
            read(text),
            (
                has_header,
                names.iter().map(|it| (*it).to_owned()).collect()
            ),
            "{text}"
        );
    }
    // One that is known to be a table always has one.
    let sheet = Sheet::of_table(b"Acme\nBolt\n").unwrap();
    assert_eq!(sheet.preview().header, Some(vec!["Acme".to_owned()]));
}

#[test]
fn a_person_may_say_whether_the_first_line_is_a_header() {
    let sheet = Sheet::of_file(b"Acme,York\nBolt,Leeds\n").unwrap();
    assert!(sheet.preview().header.is_some(), "nobody can tell");
    let layout = Layout::given([Some(Column::Name), Some(Column::City)]);
    let read = |sheet: &Sheet| sheet.rows(&layout, Need::Name).unwrap();
    assert_eq!(names(&read(&sheet)), ["Bolt"]);
    let without = sheet.beginning_with_header(false);
    assert_eq!(without.preview().rows[0], ["Acme", "York"]);
    assert_eq!(names(&read(&without)), ["Acme", "Bolt"]);
    let with = without.beginning_with_header(true);
    assert_eq!(with.preview().header.unwrap(), ["Acme", "York"]);
    assert_eq!(names(&read(&with)), ["Bolt"]);
}

#[test]
fn a_person_may_say_which_column_is_which() {
    let sheet = Sheet::of_file(b"code,who,where\n7,Acme,York\n").unwrap();
    let preview = sheet.preview();
    assert_eq!(preview.layout.columns(), [None, None, None]);
    assert_eq!(preview.rows, [["7", "Acme", "York"]]);
    let layout = Layout::given([Some(Column::Id), Some(Column::Name), Some(Column::City)]);
    let rows = sheet.rows(&layout, Need::IdAndName).unwrap();
    assert_eq!(rows.records[0].city.as_deref(), Some("York"));
}

#[test]
fn pasted_names_are_one_a_line() {
    let rows = pasted("Acme, Inc.\nBolt; Nut & Co\n\n  \"Quoted\" Ltd  \n");
    assert_eq!(
        names(&rows),
        ["Acme, Inc.", "Bolt; Nut & Co", "\"Quoted\" Ltd"]
    );
    assert_eq!(rows.records[0].id, "Acme, Inc.");
    // Cells out of a spreadsheet, with and without their header.
    let rows = pasted("17\tAcme\tacme.com\n18\tBolt\tbolt.com\n");
    assert_eq!(
        (rows.records[1].id.as_str(), rows.records[1].name.as_str()),
        ("18", "Bolt")
    );
    assert_eq!(rows.records[1].domains, ["bolt.com"]);
    let rows = pasted("Company Name\tWebsite\nAcme\tacme.com\n");
    assert_eq!(names(&rows), ["Acme"]);
    assert_eq!(names(&pasted("Name\nAcme\n")), ["Acme"]);
}

#[test]
fn formulas_go_out_harmless_and_come_back_as_they_were() {
    let customers = [
        Record {
            id: "-5".into(),
            name: "x".into(),
            ..Record::default()
        },
        Record {
            id: "=1+1".into(),
            name: "@SUM(A1)".into(),
            ..Record::default()
        },
        Record {
            id: "-NxAbC".into(),
            name: "x".into(),
            ..Record::default()
        },
        Record {
            id: "-2+cmd|' /C calc'!A0".into(),
            name: "x".into(),
            ..Record::default()
        },
    ];
    let none = vec![Suggestion::none(); 4];
    let mut bytes = Vec::new();
    suggestions_csv(&mut bytes, &customers, &[], &none).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(
        text,
        "customer_id,organisation_id,class,score,reason\n\
         -5,,none,0,Nothing in the other list comes near\n\
         '=1+1,,none,0,Nothing in the other list comes near\n\
         -NxAbC,,none,0,Nothing in the other list comes near\n\
         '-2+cmd|' /C calc'!A0,,none,0,Nothing in the other list comes near\n"
    );
    let rows = file("id,name\n'=1+1,'@SUM(A1)\n");
    assert_eq!(rows.records[0], customers[1]);
    let names = ["@Home Ltd", "'@Home Ltd", "''=1+1", "'n Boer", "-5", "'-5"];
    let mut bytes = Vec::new();
    let cells = names.iter().zip(1..).map(|(name, id)| {
        let id: std::borrow::Cow<'_, str> = id.to_string().into();
        vec![id, (*name).into()]
    });
    out::csv(&mut bytes, &["id", "name"], cells.clone()).unwrap();
    assert_eq!(self::names(&file(&bytes)), names, "read as it was");
    bytes.clear();
    out::csv_as_it_is(&mut bytes, &["id", "name"], cells).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(
        text.starts_with("id,name\n1,@Home Ltd\n2,'@Home Ltd\n"),
        "{text}"
    );
}

#[test]
fn suggestions_are_written_as_the_contract_says() {
    let record = |id: &str| Record {
        id: id.into(),
        name: "Acme".into(),
        ..Record::default()
    };
    let (customers, organisations) = ([record("1"), record("2")], [record("a")]);
    let found = Suggestion {
        organisation: Some(0),
        class: Class::Exact,
        score: 0.999_999_9,
        reason: crate::Reason::nothing(),
        candidates: vec![crate::Candidate {
            organisation: 0,
            score: 0.5,
            reason: crate::Reason::nothing(),
        }],
    };
    let mut bytes = Vec::new();
    suggestions_json(
        &mut bytes,
        &customers,
        &organisations,
        &[found, Suggestion::none()],
    )
    .unwrap();
    let document: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let words = "Nothing in the other list comes near";
    assert_eq!(
        document,
        serde_json::json!({ "schema": 1, "suggestions": [
            { "customer_id": "1", "organisation_id": "a", "class": "exact", "score": 1.0, "reason": words,
              "candidates": [{ "organisation_id": "a", "score": 0.5, "reason": words }] },
            { "customer_id": "2", "organisation_id": null, "class": "none", "score": 0.0, "reason": words,
              "candidates": [] },
        ]})
    );
}

#[test]
fn a_reader_that_goes_away_is_known_by_its_kind() {
    struct Gone;
    impl std::io::Write for Gone {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let customers = [Record::default()];
    let none = [Suggestion::none()];
    let csv = suggestions_csv(Gone, &customers, &[], &none).unwrap_err();
    assert_eq!(csv.kind(), std::io::ErrorKind::BrokenPipe);
    let json = suggestions_json(Gone, &customers, &[], &none).unwrap_err();
    assert_eq!(json.kind(), std::io::ErrorKind::BrokenPipe);
}

#[test]
fn a_row_that_holds_a_secret_costs_only_itself_and_is_not_repeated() {
    let text = "id,name,domain,notes\n\
                1,Acme,acme.example,SECRET in a column that nobody reads\n\
                2,SECRET,,\n\
                SECRET,Bolt,,\n\
                2,Cog,,\n\
                3,Dyne,SECRET,\n\
                4,,,\n\
                4,Elm,,\n";
    let sheet = Sheet::of_file(text.as_bytes()).unwrap();
    let is_secret = |text: &str| text.contains("SECRET");
    let read = |is_secret| {
        sheet
            .rows_without_secrets(sheet.layout(), Need::IdAndName, is_secret)
            .unwrap()
    };
    let rows = read(is_secret);
    assert_eq!(names(&rows), ["Acme", "Cog", "Elm"]);
    let why = "a field here looks like a Client Secret, and Halyard keeps no such text";
    assert_eq!(
        problems(&rows),
        [
            format!("Line 3: {why}"),
            format!("Line 4: {why}"),
            format!("Line 6: {why}"),
            "Line 7: there is no name".to_owned(),
        ]
    );
    assert_eq!(rows.left_out, 4);
    assert_eq!(rows.left_out_ids, ["2", "3", "4"], "they are there");
    // Nothing is a secret where nobody says so.
    assert_eq!(read(|_| false), file(text));
    assert_eq!(file(text).left_out, 2);
}

#[test]
fn a_line_of_nothing_but_delimiters_costs_only_itself() {
    let commas = ",".repeat(100_000);
    let rows = file(format!(
        "\nid,name\n1,Acme\n{commas}\n,Nameless\n2,Bolt\n{commas}"
    ));
    assert_eq!(names(&rows), ["Acme", "Bolt"]);
    assert_eq!(
        problems(&rows),
        [
            "Line 4: there are more than 10,000 fields here",
            "Line 5: there is no id",
            "Line 7: there are more than 10,000 fields here",
        ]
    );
    // As a header it leaves nothing to read.
    let wide = format!("id,name{commas}\n1,Acme\n");
    assert_eq!(
        Sheet::of_file(wide.as_bytes()).unwrap_err(),
        TableError::TooManyColumns
    );
    // Thousands of columns are told from a line that is no list at all.
    let many = format!("id,name{}\n1,Acme\n", ",x".repeat(10_000));
    assert_eq!(
        Sheet::of_file(many.as_bytes()).unwrap_err(),
        TableError::TooManyColumns
    );
}

#[test]
fn what_is_wrong_with_a_list_is_said_with_what_to_do() {
    let table = [
        (
            TableError::TooLarge,
            "is larger than 64 MB",
            "fewer columns",
        ),
        (
            TableError::Spreadsheet,
            "is a spreadsheet",
            "save it as CSV",
        ),
        (TableError::NotText, "is not a text file", "as CSV"),
        (TableError::Empty, "is empty", "export the list"),
        (
            TableError::TooManyRows,
            "more than 200,000 rows",
            "that are wanted",
        ),
        (
            TableError::TooManyColumns,
            "more than 200 columns",
            "with fewer",
        ),
    ];
    for (error, what, next) in table {
        let said = error.to_string();
        assert!(said.starts_with(what) || said.contains(what), "{said}");
        assert!(said.contains("; ") && said.contains(next), "{said}");
    }
    let reason = RowReason::TooManyFields {
        found: 1_234_567,
        expected: 3,
    };
    assert_eq!(
        reason.to_string(),
        "there are 1,234,567 fields here and 3 column names"
    );
}

#[test]
fn a_column_is_one_of_ids_by_what_it_holds_and_not_by_its_name() {
    let header = ["Halo number", "account_id", "name"];
    let row = |texts: [&'static str; 3]| texts.map(std::borrow::Cow::from).to_vec();
    let rows = [
        row(["-NxAbC", "-a name", "-Acme"]),
        row(["@acme", "@acme", "@acme"]),
        row(["=1+1", "-2+cmd|' /C calc'!A0", "+44 1904 1"]),
    ];
    let mut bytes = Vec::new();
    let is_of_ids = |place: usize| place == 0;
    out::csv_with_ids(&mut bytes, &header, is_of_ids, rows.into_iter()).unwrap();
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "Halo number,account_id,name\n\
         -NxAbC,'-a name,'-Acme\n\
         @acme,'@acme,'@acme\n\
         '=1+1,'-2+cmd|' /C calc'!A0,+44 1904 1\n"
    );
}

//! Files made to harm: nothing in a profile can hide, open, format or exhaust anything.

use setup::profile::{Problem, parse, review};

fn profile(summary: &str, link: &str) -> String {
    format!(
        "schema = 1\nid = \"example\"\nname = \"Example\"\nmaker = \"Example\"\n\
         category = \"Example\"\nsummary = \"{summary}\"\nminutes = 5\n\n\
         [[sources]]\nid = \"guide\"\ntitle = \"Guide\"\nlink = \"{link}\"\n\n\
         [[uses]]\ntitle = \"Use\"\ntext = \"Text.\"\nsource = \"guide\"\n"
    )
}

#[track_caller]
fn refused(text: &str) -> Vec<Problem> {
    let problems = parse(text).expect_err("must be refused");
    assert!(
        problems
            .iter()
            .all(|problem| problem.line >= 1 && problem.column >= 1)
    );
    problems
}

#[test]
fn the_harmless_one_is_read() {
    assert_eq!(
        review(&profile("Plain words.", "https://example.com/a?b=c#d")).problems,
        []
    );
}

#[test]
fn links_lead_to_public_pages_only() {
    for link in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,hello",
        "http://example.com",
        "HTTPS://example.com",
        "https:example.com",
        "https:\\\\\\\\example.com",
        "\\\\\\\\server\\\\share",
        "//example.com",
        "/guide",
        "https://user@example.com",
        "https://halo.example.com:pass@evil.example",
        "https://example.com:8443/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://localhost/",
        "https://example.com/a b",
        "ms-settings:",
        "",
    ] {
        let problems = refused(&profile("Plain words.", link));
        assert_eq!(problems[0].line, 12, "{link}");
    }
}

#[test]
fn texts_hold_no_markup_and_no_other_address() {
    for summary in [
        "<b>bold</b>",
        "a < b",
        "<script>alert(1)</script>",
        "See javascript:alert(1)",
        "See FILE:///etc/passwd",
        "See http://example.com",
        "Open \\\\\\\\server\\\\share",
        "Two\\nlines",
        "A\\ttab",
    ] {
        let problems = refused(&profile(summary, "https://example.com"));
        assert_eq!(problems[0].line, 6, "{summary}");
    }
}

#[test]
fn characters_that_cannot_be_seen_are_refused_even_in_comments() {
    for letter in [
        '\u{202E}',
        '\u{2066}',
        '\u{200B}',
        '\u{200D}',
        '\u{FEFF}',
        '\u{00AD}',
        '\u{E0041}',
    ] {
        let number = u32::from(letter);
        let problems = refused(&profile(&format!("a{letter}b"), "https://example.com"));
        assert_eq!(
            (problems[0].line, problems[0].column),
            (6, 13),
            "U+{number:04X}"
        );
        assert_eq!(problems.len(), 1, "U+{number:04X} is reported once");

        let problems = refused(&profile(
            &format!("a\\U{number:08X}b"),
            "https://example.com",
        ));
        assert_eq!(problems[0].line, 6, "U+{number:04X} escaped");

        let commented = format!("{}# a{letter}b\n", profile("Plain.", "https://example.com"));
        assert_eq!(
            refused(&commented)[0].column,
            4,
            "U+{number:04X} in a comment"
        );
    }
    for escape in ["\\u0000", "\\u0007", "\\u001B[31m", "\\u007F"] {
        assert_eq!(
            refused(&profile(escape, "https://example.com"))[0].line,
            6,
            "{escape}"
        );
    }
}

#[test]
fn the_file_is_limited_in_size() {
    let long = profile(&"x".repeat(10 * 1024 * 1024), "https://example.com");
    let problems = refused(&long);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("larger"));

    let problems = refused(&profile(&"x".repeat(2001), "https://example.com"));
    assert!(problems[0].message.contains("2000 characters"));
}

#[test]
fn deep_and_wide_files_are_refused_without_trouble() {
    let good = profile("Plain.", "https://example.com");
    for deep in [
        format!("a = {}{}\n{good}", "[".repeat(100_000), "]".repeat(100_000)),
        format!(
            "a = {}1{}\n{good}",
            "{b=".repeat(50_000),
            "}".repeat(50_000)
        ),
        format!("{} = 1\n{good}", vec!["a"; 100_000].join(".")),
        format!("{good}[{}]\n", vec!["a"; 50_000].join(".")),
        format!("a = [[[[[[[[[[1]]]]]]]]]]\n{good}"),
        format!("a = [{}]\n{good}", "1,".repeat(100_000)),
    ] {
        refused(&deep);
    }
}

#[test]
fn a_file_that_is_wrong_everywhere_is_told_only_so_much() {
    let good = profile("Plain.", "https://example.com");
    let keys: Vec<_> = (0..20_000).map(|number| format!("x{number}=1\n")).collect();
    let keys = keys.concat();
    assert!(refused(&format!("{keys}{good}")).len() < 1000);
    let texts = format!("keywords = [{}]\n{good}", "\"<\",".repeat(60_000));
    assert!(refused(&texts).len() < 1000);
    let kinds = format!("keywords = [{}]\n{good}", "1,".repeat(100_000));
    assert!(refused(&kinds).len() < 1000);
    let hidden = format!("#{}\n{good}", "\u{200B}".repeat(60_000));
    assert!(refused(&hidden).len() < 1000);
}

#[test]
fn many_warnings_hide_no_error() {
    let scopes: Vec<_> = (0..500)
        .map(|number| format!("[[scopes]]\nname = \"read:thing{number}\"\n"))
        .collect();
    let scopes = scopes.concat();
    let good = profile("Plain.", "https://example.com");
    let text = format!("{good}\n{scopes}");
    assert!(
        parse(&text).is_ok(),
        "warnings alone do not stand against its use"
    );
    let step =
        "[[steps]]\nkey = \"a\"\ntitle = \"A\"\nside = \"halo\"\nat = \"first\"\nactions = []\n";
    let problems = refused(&format!("{text}{step}"));
    assert!(
        problems
            .iter()
            .any(|problem| problem.message.contains("one thing to do"))
    );
}

#[test]
fn bytes_of_any_kind_never_panic() {
    // A small linear generator: the same files on every run.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let good = profile("Plain.", "https://example.com");
    let pieces = [
        "\"", "[[", "]]", "=", "\n", "{", "}", "\\u", "'''", "#", ".", "\u{202E}", "é", "\0",
    ];
    for _ in 0..2000 {
        let mut text: Vec<char> = good.chars().collect();
        for _ in 0..3 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let at = usize::try_from(state >> 33).expect("31 bits") % text.len();
            let piece = pieces[usize::try_from(state >> 40).expect("24 bits") % pieces.len()];
            text.splice(at..=at, piece.chars());
        }
        let text: String = text.into_iter().collect();
        for problem in review(&text).problems {
            assert!(problem.line <= text.matches('\n').count() + 1);
            assert!(!problem.message.is_empty());
        }
    }
}

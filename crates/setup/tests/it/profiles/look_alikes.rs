//! Letters that look like others are refused; the languages of the world are not.

use setup::profile::review;

fn profile(name: &str, link: &str) -> String {
    format!(
        "schema = 1\nid = \"example\"\nname = \"{name}\"\nmaker = \"Example\"\n\
         category = \"Example\"\nsummary = \"Plain.\"\nminutes = 5\n\n\
         [[sources]]\nid = \"guide\"\ntitle = \"Guide\"\nlink = \"{link}\"\n"
    )
}

#[test]
fn words_that_look_like_others_are_refused_at_their_place() {
    for name in [
        // Cyrillic letters among Latin ones, and a word of Cyrillic ones alone.
        "H\u{430}loPSA",
        "\u{440}\u{430}\u{443}\u{440}\u{430}l",
        "\u{455}\u{441}\u{43e}\u{440}\u{435}",
        // Greek, fullwidth and mathematical letters.
        "Rew\u{3bf}st",
        "\u{ff28}\u{ff55}\u{ff44}\u{ff55}",
        "\u{1d407}udu",
        // Accents piled on one letter.
        "Hu\u{301}\u{302}\u{303}\u{304}du",
    ] {
        let problems = review(&profile(name, "https://example.com")).problems;
        let problem = problems.first().unwrap_or_else(|| panic!("{name} passed"));
        assert_eq!(problems.len(), 1, "{name}");
        assert_eq!((problem.line, problem.column), (3, 8), "{name}");
        assert!(problem.message.contains("look like others"), "{problem}");
    }
}

#[test]
fn words_of_any_language_pass() {
    for name in [
        "Größe",
        "Café São Tomé",
        "Łódź",
        "kapı",
        "Привет",
        "Ελλάδα",
        "日本語カタカナ",
        "한국어",
        "עברית",
        "“Quoted” – 24 × 7 · 5 € …",
        "α and β",
    ] {
        assert_eq!(
            review(&profile(name, "https://example.com")).problems,
            [],
            "{name}"
        );
    }
}

#[test]
fn links_lead_to_names_in_plain_letters() {
    for link in [
        "https://\u{430}pple.com/",
        "https://xn--pple-43d.com/",
        "https://docs.xn--pple-43d.com/",
    ] {
        let problems = review(&profile("Example", link)).problems;
        assert!(!problems.is_empty(), "{link}");
        assert!(problems.iter().all(|problem| problem.line == 12), "{link}");
    }
}

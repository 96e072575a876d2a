//! The report as plain text: what `halyard check` prints on the terminal and the window copies.
//!
//! Status is always a word, never a colour alone. Not here: JSON, which is the report itself.

use std::fmt::Write as _;

use crate::finding::{Finding, Fix, Status};

use super::Report;
use super::lines::{self, Group};
use super::{printed_rights, trial};

/// Lines are at most this long.
const WIDTH: usize = 80;

/// The report's text, ending with a line break.
pub fn print(report: &Report) -> String {
    let mut page = String::new();
    for (label, value) in lines::heading(report) {
        wrap(&mut page, &format!("{label}: {value}"), "", "  ");
    }
    for group in lines::groups(report) {
        section(&group, &mut page);
    }
    let rights = printed_rights::lines(&report.rights);
    if !rights.is_empty() {
        heading(&printed_rights::title(&report.rights), &mut page);
        for line in rights {
            wrap(&mut page, &line, "- ", "  ");
        }
    }
    if let Some(outcome) = &report.test_ticket {
        heading(&trial::title(), &mut page);
        for line in trial::paragraphs(outcome) {
            wrap(&mut page, &line, "- ", "  ");
        }
    }
    page
}

fn section(group: &Group<'_>, page: &mut String) {
    heading(&group.title, page);
    for finding in &group.findings {
        if group.status == Status::Passed {
            wrap(page, &finding.title, "- ", "  ");
        } else {
            page.push('\n');
            entry(finding, page);
        }
    }
}

fn heading(title: &str, page: &mut String) {
    let line = "-".repeat(title.chars().count());
    // Writing to a String cannot fail.
    let _ = writeln!(page, "\n{title}\n{line}");
}

fn entry(finding: &Finding, page: &mut String) {
    wrap(page, &finding.title, "- ", "  ");
    wrap(page, &lines::name(finding), "  ", "  ");
    wrap(page, &finding.detail, "  ", "  ");
    if let Some(why) = &finding.why {
        wrap(page, why, "  ", "  ");
    }
    let Some(fix) = &finding.fix else {
        return;
    };
    if fix.causes.is_empty() {
        wrap(page, &fix.text, "  > ", "    ");
    } else {
        causes(fix, page);
        return;
    }
    if !fix.path.is_empty() {
        wrap(page, &fix.path.join(" > "), "    ", "    ");
    }
    if let Some(link) = &fix.link {
        wrap(page, link, "    ", "    ");
    }
}

/// Causes that look alike, numbered, each with how to tell, what to do and where.
fn causes(fix: &Fix, page: &mut String) {
    for (number, cause) in (1..).zip(&fix.causes) {
        wrap(
            page,
            &lines::cause_title(cause),
            &format!("  {number}. "),
            "     ",
        );
        wrap(page, &cause.tell, "     ", "     ");
        wrap(page, &cause.remedy, "     > ", "       ");
        if !cause.path.is_empty() {
            wrap(page, &cause.path.join(" > "), "       ", "       ");
        }
    }
    if let Some(advice) = &fix.advice {
        wrap(page, advice, "  ", "  ");
    }
    if let Some(link) = &fix.link {
        wrap(page, link, "  ", "  ");
    }
}

/// Puts words on lines of at most [`WIDTH`] characters; a longer word keeps a line of its own.
/// Control characters are left out: names come from Halo, and a terminal would obey them.
pub(crate) fn wrap(page: &mut String, words: &str, first: &str, next: &str) {
    let mut line = String::from(first);
    let mut bare = true;
    for word in words.split_whitespace() {
        let word: String = word.chars().filter(|letter| !letter.is_control()).collect();
        let length = line.chars().count() + usize::from(!bare) + word.chars().count();
        if !bare && length > WIDTH {
            page.push_str(&line);
            page.push('\n');
            line = String::from(next);
            bare = true;
        }
        if !bare {
            line.push(' ');
        }
        line.push_str(&word);
        bare = false;
    }
    page.push_str(&line);
    page.push('\n');
}

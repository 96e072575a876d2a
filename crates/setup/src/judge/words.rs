//! Puts words to verdicts: title, detail, why it matters and what to do, from the catalogue, the
//! profile's reasons and the guide's own troubleshooting. Also applies what the admin confirmed.

use jiff::SignedDuration;

use crate::finding::{Evidence, Finding, Fix, PossibleCause, Status, Value};
use crate::profile::Trouble;
use crate::statement::{Confirmed, Lapse};
use crate::text;

use super::by_hand::sentences;
use super::look::Look;
use super::suspects::Suspect;
use super::verdict::Verdict;

/// What somebody looked at longer ago than this is looked at again: a year, as reviews of access
/// usually are.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_hours(365 * 24);

/// The finding that a verdict stands for.
pub(super) fn finding(look: &Look<'_>, mut verdict: Verdict) -> Finding {
    let product = look.plan.profile.name.clone();
    verdict.values.insert("product", Value::Text(product));
    let halo = look.plan.halo_name().to_owned();
    verdict.values.entry("halo").or_insert(Value::Text(halo));
    let about = text::say(verdict.about, &verdict.values);
    verdict.values.insert("about", Value::Text(about));

    let confirmed = confirm(look, &mut verdict);
    if confirmed {
        verdict.words = "confirmed";
    }
    let title = say(&verdict, ".title");
    let mut detail = say(&verdict, ".detail");
    for remark in &verdict.remarks {
        detail.push(' ');
        detail.push_str(&text::say(remark, &verdict.values));
    }
    Finding {
        title,
        detail,
        why: why(look, &verdict),
        fix: fix(look, &verdict),
        id: verdict.id,
        status: verdict.status,
        code: verdict.code.map(|code| code.as_str().to_owned()),
        evidence: verdict.evidence,
    }
}

/// What the admin has looked at passes, for a year and as long as it is still what has to be
/// looked for; only where nothing else could tell.
fn confirm(look: &Look<'_>, verdict: &mut Verdict) -> bool {
    if verdict.status != Status::ToConfirm {
        return false;
    }
    let Some(confirmed) = look.plan.answers.confirmed.get(&verdict.id) else {
        return false;
    };
    let date = confirmed.at.strftime("%-d %B %Y").to_string();
    verdict.values.insert("date", Value::Text(date));
    if let Some(remark) = lapsed(look, verdict, confirmed) {
        verdict.remarks.push(remark);
        return false;
    }
    verdict.status = Status::Passed;
    verdict.evidence = Evidence::Confirmed;
    true
}

/// Why what was confirmed does not count any more, as a remark; absent where it does.
fn lapsed(look: &Look<'_>, verdict: &mut Verdict, confirmed: &Confirmed) -> Option<&'static str> {
    match super::lapse(&verdict.statement, confirmed) {
        Some(Lapse::NotKept) => Some("remark-confirmed-unkept"),
        Some(Lapse::Changed { before, now }) => {
            let values = &mut verdict.values;
            values.insert("confirmed", Value::Text(quoted(&before)));
            values.insert("asked", Value::Text(quoted(&now)));
            Some("remark-confirmed-otherwise")
        }
        Some(Lapse::More { now }) => {
            let asked = Value::Text(quoted(&now));
            verdict.values.insert("asked", asked);
            Some("remark-confirmed-less")
        }
        Some(Lapse::Shown) => Some("remark-confirmed-shown-otherwise"),
        None => is_long_ago(look, confirmed).then_some("remark-confirmed-long-ago"),
    }
}

/// Looked at so long before Halo was asked that it is to be looked at again.
fn is_long_ago(look: &Look<'_>, confirmed: &Confirmed) -> bool {
    let asked_at = look.facts.asked_at;
    asked_at.is_some_and(|asked_at| asked_at.duration_since(confirmed.at) > LOOK_AGAIN)
}

/// What the admin confirmed of this counts as long as nothing else shows otherwise.
pub(super) fn counts(look: &Look<'_>, verdict: &Verdict, confirmed: &Confirmed) -> bool {
    super::lapse(&verdict.statement, confirmed).is_none() && !is_long_ago(look, confirmed)
}

/// “A”, “B”
fn quoted(texts: &[String]) -> String {
    let quoted = texts.iter().map(|text| format!("\u{201c}{text}\u{201d}"));
    quoted.collect::<Vec<_>>().join(", ")
}

/// Why it matters: the guide's reason and the symptoms it tells of, or what the thing is for.
fn why(look: &Look<'_>, verdict: &Verdict) -> Option<String> {
    let mut parts: Vec<String> = verdict.reason.iter().cloned().collect();
    if matters(verdict.status) {
        let mut values = verdict.values.clone();
        for trouble in troubles(look, &verdict.id) {
            values.insert("symptom", Value::Text(trouble.symptom.clone()));
            parts.push(text::say("why-symptom", &values));
        }
        let general = format!("{}.why", verdict.about);
        if parts.is_empty() && text::has(&general) {
            parts.push(text::say(&general, &verdict.values));
        }
    }
    (!parts.is_empty()).then(|| sentences(&parts))
}

fn fix(look: &Look<'_>, verdict: &Verdict) -> Option<Fix> {
    let key = format!("{}.fix", verdict.words);
    if verdict.status == Status::Passed || !text::has(&key) {
        return None;
    }
    let causes: Vec<_> = verdict
        .suspects
        .iter()
        .map(|suspect| possible_cause(look, verdict, suspect))
        .collect();
    let advice = advice(look, verdict);
    let mut words = vec![text::say(&key, &verdict.values)];
    let numbered = causes.iter().zip(1..);
    words.extend(numbered.map(|(cause, number)| format!("{number}. {}", cause.remedy)));
    words.extend(advice.clone());
    let (path, link) = verdict.place.clone().resolve(look);
    Some(Fix {
        text: words.join(" "),
        path,
        link,
        causes,
        advice,
    })
}

/// What the guide adds about this finding.
fn advice(look: &Look<'_>, verdict: &Verdict) -> Option<String> {
    if !matters(verdict.status) {
        return None;
    }
    let mut values = verdict.values.clone();
    let parts: Vec<_> = troubles(look, &verdict.id)
        .map(|trouble| {
            values.insert("advice", Value::Text(sentences(&trouble.fix)));
            text::say("fix-advice", &values)
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn possible_cause(look: &Look<'_>, verdict: &Verdict, suspect: &Suspect) -> PossibleCause {
    let say = |attribute: &str| text::say(&format!("{}{attribute}", suspect.key), &verdict.values);
    let (path, link) = suspect.place.clone().resolve(look);
    PossibleCause {
        id: suspect.key.trim_start_matches("cause-").to_owned(),
        title: say(".title"),
        clue: suspect.clue.map(|clue| text::say(clue, &verdict.values)),
        tell: say(".tell"),
        remedy: say(".fix"),
        path,
        link,
    }
}

fn matters(status: Status) -> bool {
    matches!(status, Status::Failed | Status::Warning)
}

fn troubles<'a>(look: &'a Look<'_>, id: &'a str) -> impl Iterator<Item = &'a Trouble> {
    let troubles = look.plan.profile.troubleshooting.iter();
    troubles.filter(move |trouble| {
        let mut patterns = trouble.findings.iter();
        patterns.any(|pattern| match pattern.strip_suffix('*') {
            Some(start) => id.starts_with(start),
            None => id == pattern,
        })
    })
}

fn say(verdict: &Verdict, attribute: &str) -> String {
    text::say(&format!("{}{attribute}", verdict.words), &verdict.values)
}

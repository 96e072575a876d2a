//! Puts words to verdicts: title, detail, why it matters and what to do, from the catalogue, the
//! profile's reasons and the guide's own troubleshooting. Also applies what the admin confirmed.

use crate::finding::{Evidence, Finding, Fix, Status, Value};
use crate::profile::Trouble;
use crate::text;

use super::by_hand::sentences;
use super::look::Look;
use super::verdict::Verdict;

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
        code: verdict.code.map(ToOwned::to_owned),
        evidence: verdict.evidence,
    }
}

/// What the admin has looked at passes; only where nothing else could tell.
fn confirm(look: &Look<'_>, verdict: &mut Verdict) -> bool {
    if verdict.status != Status::ToConfirm {
        return false;
    }
    let Some(when) = look.plan.answers.confirmed.get(&verdict.id) else {
        return false;
    };
    let date = when.strftime("%-d %B %Y").to_string();
    verdict.values.insert("date", Value::Text(date));
    verdict.status = Status::Passed;
    verdict.evidence = Evidence::Confirmed;
    true
}

fn why(look: &Look<'_>, verdict: &Verdict) -> Option<String> {
    let mut parts: Vec<String> = verdict.reason.iter().cloned().collect();
    if matters(verdict.status) {
        let mut values = verdict.values.clone();
        for trouble in troubles(look, &verdict.id) {
            values.insert("symptom", Value::Text(trouble.symptom.clone()));
            parts.push(text::say("why-symptom", &values));
        }
    }
    (!parts.is_empty()).then(|| sentences(&parts))
}

fn fix(look: &Look<'_>, verdict: &Verdict) -> Option<Fix> {
    let key = format!("{}.fix", verdict.words);
    if verdict.status == Status::Passed || !text::has(&key) {
        return None;
    }
    let mut words = text::say(&key, &verdict.values);
    if matters(verdict.status) {
        let mut values = verdict.values.clone();
        for trouble in troubles(look, &verdict.id) {
            values.insert("advice", Value::Text(sentences(&trouble.fix)));
            words.push(' ');
            words.push_str(&text::say("fix-advice", &values));
        }
    }
    let (path, link) = verdict.place.clone().resolve(look);
    Some(Fix {
        text: words,
        path,
        link,
    })
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

//! The shape that the report of `check --json` promises to those who read it by a program.

use serde_json::Value;

/// Why an answer could not be had, as `unknown` carries it.
const UNKNOWN: [&str; 5] = [
    "server_error",
    "timed_out",
    "rate_limited",
    "not_permitted",
    "not_readable",
];

/// Every key is there, and every rule that holds for any report.
#[track_caller]
pub(crate) fn check(report: &Value) {
    has_keys(
        report,
        &[
            "schema",
            "profile",
            "halo",
            "identity",
            "scopes",
            "visibility",
            "findings",
            "summary",
        ],
    );
    assert_eq!(report["schema"], 1);
    has_keys(&report["profile"], &["id", "name", "source"]);
    has_keys(
        &report["halo"],
        &[
            "address",
            "resource_server",
            "authorisation_server",
            "tenant",
            "product",
            "version",
        ],
    );
    if !report["identity"].is_null() {
        has_keys(&report["identity"], &["agent_id", "name", "email"]);
    }
    has_keys(&report["scopes"], &["required", "granted", "unknown"]);
    assert!(report["scopes"]["required"].is_array());
    assert!(report["scopes"]["unknown"].is_array());
    has_keys(
        &report["visibility"],
        &["customers", "teams", "agents", "ticket_types", "tickets"],
    );
    let findings = report["findings"].as_array().expect("a list of findings");
    assert!(!findings.is_empty(), "a report says something");
    for finding in findings {
        check_finding(finding);
    }
    for status in ["passed", "failed", "warning", "to_confirm", "unknown"] {
        let count = findings
            .iter()
            .filter(|one| one["status"] == status)
            .count();
        assert_eq!(
            report["summary"][status], count,
            "the summary counts {status}"
        );
    }
    let mut ids: Vec<_> = findings.iter().map(|one| one["id"].as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), findings.len(), "each id is there once");
}

#[track_caller]
fn check_finding(finding: &Value) {
    has_keys(
        finding,
        &["id", "status", "code", "evidence", "title", "detail", "fix"],
    );
    let text = |key: &str| finding[key].as_str().unwrap_or_default();
    assert_ne!(text("title"), "", "{finding}");
    assert_ne!(text("detail"), "", "{finding}");
    let (status, code, evidence) = (text("status"), finding["code"].as_str(), text("evidence"));
    match status {
        "passed" => {
            assert_eq!(code, None, "a pass has no code: {finding}");
            assert!(
                ["api", "behaviour", "confirmed"].contains(&evidence),
                "a pass is never assumed: {finding}"
            );
        }
        "failed" | "warning" => assert!(code.is_some(), "trouble has a code: {finding}"),
        "to_confirm" => {}
        "unknown" => assert!(
            code.is_some_and(|code| UNKNOWN.contains(&code)),
            "unknown says why: {finding}"
        ),
        other => panic!("{other} is no status: {finding}"),
    }
    assert!(
        ["api", "behaviour", "confirmed", "none"].contains(&evidence),
        "{finding}"
    );
    if ["failed", "warning", "to_confirm"].contains(&status) {
        let fix = finding["fix"]["text"].as_str().unwrap_or_default();
        assert_ne!(fix, "", "there is something to do: {finding}");
    }
    if !finding["fix"].is_null() {
        has_keys(&finding["fix"], &["text", "path", "link"]);
    }
}

#[track_caller]
fn has_keys(object: &Value, keys: &[&str]) {
    let object_keys = object
        .as_object()
        .unwrap_or_else(|| panic!("not an object: {object}"));
    for key in keys {
        assert!(object_keys.contains_key(*key), "{key} is missing: {object}");
    }
}

/// The finding with this id; `*` at the end stands for anything.
pub(crate) fn findings<'a>(report: &'a Value, id: &str) -> Vec<&'a Value> {
    let is_meant = |finding: &&Value| {
        let own = finding["id"].as_str().unwrap_or_default();
        match id.strip_suffix('*') {
            Some(beginning) => own.starts_with(beginning),
            None => own == id,
        }
    };
    let all = report["findings"].as_array().expect("a list of findings");
    all.iter().filter(is_meant).collect()
}

/// Status and code of the one finding with this id.
#[track_caller]
pub(crate) fn verdict<'a>(report: &'a Value, id: &str) -> (&'a str, Option<&'a str>) {
    let found = findings(report, id);
    let [one] = found[..] else {
        panic!("one finding {id}, not {}: {report:#}", found.len());
    };
    (
        one["status"].as_str().unwrap_or_default(),
        one["code"].as_str(),
    )
}

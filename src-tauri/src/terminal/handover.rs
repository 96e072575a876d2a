//! `halyard handover`: the vendor's form for a saved connection, with all that the window says of
//! it: where it is, what to know before, and of each field what goes in, on what it hangs whether
//! the form shows it, and its hint.

use commands::handlers::finish::form;
use commands::wizard::plan;
use commands::{library, saved};
use secrecy::{ExposeSecret, SecretString};
use setup::hand_over::{FilledForm, FormRow};
use setup::profile::{FieldKind, FormValue};
use store::Connection;

use super::connections::{named, open_to_read, trouble};
use super::{SOUND, Stop, answer, keychain, print_json, remark};
use crate::arguments::Handover;

pub(super) async fn run(arguments: &Handover) -> Result<u8, Stop> {
    let store = open_to_read().await?;
    let connection = named(&store, &arguments.connection).await?;
    let plan = plan(&store, &connection)
        .await
        .map_err(|error| Stop::wrong_input(error.message))?;
    let last = store
        .last_report(connection.id)
        .await
        .map_err(|error| trouble(&error))?;
    let report = last
        .as_ref()
        .and_then(saved::check)
        .map(|check| check.report);
    let form = form(&plan, &connection, report.as_ref()).ok_or_else(|| {
        Stop::wrong_input(format!("{} has no form to fill in.", plan.profile.name))
    })?;
    let secret = if arguments.reveal {
        Some(secret(&connection).await?)
    } else {
        None
    };
    let source = library::source(plan.origin);
    if arguments.json {
        print_json(&as_json(&form, source, secret.as_ref()))?;
    } else {
        if !plan.origin.is_built_in() {
            remark(format_args!(
                "This form is of a profile that is not built in: it came from a file. See that you trust it before you enter anything."
            ));
        }
        print(&form, secret.as_ref())?;
    }
    Ok(SOUND)
}

/// The connection's secret from the keychain.
async fn secret(connection: &Connection) -> Result<SecretString, Stop> {
    let stored = keychain::secret(connection).await;
    let stored = stored.map_err(|error| Stop::not_examined(error.message))?;
    stored.ok_or_else(|| {
        Stop::not_examined(format!(
            "There is no Client Secret stored for “{}”. Open the wizard and paste it again.",
            connection.name
        ))
    })
}

fn print(form: &FilledForm, secret: Option<&SecretString>) -> Result<(), Stop> {
    for line in before(form) {
        answer(format_args!("{line}"))?;
    }
    let mut section = None;
    for row in &form.rows {
        if row.section != section {
            section.clone_from(&row.section);
            if let Some(title) = &section {
                answer(format_args!("\n{title}"))?;
            }
        }
        match secret.filter(|_| row.meaning == FormValue::ClientSecret) {
            Some(secret) => answer(format_args!("{}: {}", row.label, secret.expose_secret()))?,
            None => answer(format_args!("{}: {}", row.label, entry(row)))?,
        }
        for line in beside(row) {
            answer(format_args!("    {line}"))?;
        }
    }
    if let Some(button) = &form.finish_with {
        answer(format_args!("\nThen select “{button}” there."))?;
    }
    Ok(())
}

/// What stands above the fields.
fn before(form: &FilledForm) -> Vec<String> {
    let mut lines = Vec::new();
    if !form.path.is_empty() {
        lines.push(form.path.join(" > "));
    }
    lines.extend(form.target.clone());
    lines.extend(form.link.clone());
    lines.extend(form.warning.iter().map(|text| format!("Careful: {text}")));
    lines.extend(form.remarks.iter().map(|text| format!("Note: {text}")));
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// What goes into a field, or why there is nothing to enter.
fn entry(row: &FormRow) -> &str {
    let is_own = row.meaning == FormValue::Own;
    match (row.meaning, &row.text) {
        _ if row.leave_empty => "(leave empty)",
        (FormValue::ClientSecret, _) => "(stored; --reveal shows it)",
        (_, Some(text)) => text,
        (FormValue::LeaveAlone, None) => "(leave as it is)",
        (FormValue::FromVendor, None) => "(shown there)",
        (_, None) if row.kind == FieldKind::Secret => {
            "(enter it there alone; Halyard neither asks for it nor keeps it)"
        }
        (_, None) if is_own => "(choose this yourself)",
        (_, None) => "(not known yet)",
    }
}

/// What else is to be known of a field, a line each.
fn beside(row: &FormRow) -> Vec<String> {
    let mut lines: Vec<String> = row.only_if.iter().cloned().collect();
    if row.meaning == FormValue::Own && row.text.is_some() {
        lines.push("This is usual. Enter something else if you need it.".to_owned());
    }
    if !row.options.is_empty() && !row.leave_empty {
        let how = if row.kind == FieldKind::Several {
            "Any of"
        } else {
            "One of"
        };
        lines.push(format!("{how}: {}", row.options.join(", ")));
    }
    if row.optional {
        lines.push("May stay empty.".to_owned());
    }
    lines.extend(row.hint.clone());
    lines
}

fn as_json(form: &FilledForm, source: &str, secret: Option<&SecretString>) -> serde_json::Value {
    let rows: Vec<serde_json::Value> = form
        .rows
        .iter()
        .map(|row| {
            let is_secret = row.meaning == FormValue::ClientSecret;
            let revealed = secret
                .filter(|_| is_secret)
                .map(|secret| secret.expose_secret().to_owned());
            serde_json::json!({
                "label": row.label,
                "value": revealed.or_else(|| row.text.clone()),
                "secret": is_secret,
                "leave_empty": row.leave_empty,
                "hint": row.hint,
                "section": row.section,
                "options": row.options,
                "optional": row.optional,
                "only_if": row.only_if,
            })
        })
        .collect();
    serde_json::json!({
        "schema": 1,
        "source": source,
        "path": form.path,
        "link": form.link,
        "target": form.target,
        "warning": form.warning,
        "remarks": form.remarks,
        "fields": rows,
        "finish_with": form.finish_with,
    })
}

#[cfg(test)]
mod tests {
    use setup::hand_over::{Values, fill};
    use setup::plan::ProfileOrigin;
    use setup::profile::{built_in, parse};
    use setup::{Answers, Plan};

    use super::*;

    /// A product whose form has everything that a form can have.
    const INVENTED: &str = include_str!("../../../crates/setup/tests/it/planning/lantern.toml");

    /// Everything that the window says of a field is said here too, for every product.
    #[test]
    fn hints_and_conditions_are_printed_for_every_product() {
        let (mut hints, mut conditions, mut options) = (0, 0, 0);
        let invented = parse(INVENTED).expect("a profile");
        for profile in built_in::all().iter().chain([&invented]) {
            let plan = Plan::make(
                profile.clone(),
                ProfileOrigin::BuiltIn,
                Answers::default(),
                None,
            );
            let Some(form) = fill(&plan, &Values::default()) else {
                continue;
            };
            let above = before(&form);
            let said = |text: &String| above.iter().any(|line| line.ends_with(text.as_str()));
            assert!(form.remarks.iter().all(said), "{}", profile.id);
            assert!(form.warning.iter().all(said), "{}", profile.id);
            for row in &form.rows {
                let beside = beside(row);
                assert!(!entry(row).is_empty(), "{}: {}", profile.id, row.label);
                let has =
                    |text: &Option<String>| text.as_ref().is_some_and(|text| beside.contains(text));
                assert_eq!(has(&row.hint), row.hint.is_some(), "{}", profile.id);
                assert_eq!(has(&row.only_if), row.only_if.is_some(), "{}", profile.id);
                let all = row.options.join(", ");
                let lists = row.options.is_empty() || row.leave_empty;
                assert!(
                    lists || beside.iter().any(|line| line.ends_with(&all)),
                    "{}",
                    profile.id
                );
                hints += usize::from(row.hint.is_some());
                conditions += usize::from(row.only_if.is_some());
                options += usize::from(!row.options.is_empty());
            }
        }
        assert!(hints > 0 && conditions > 0 && options > 0, "there are such");
    }
}

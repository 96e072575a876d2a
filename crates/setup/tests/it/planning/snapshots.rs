//! The plan of each built-in profile as an admin reads it, kept beside this test. Set `UPDATE=1`
//! to write it anew, and read the difference.

use std::fmt::Write as _;
use std::path::Path;

use setup::finish::finish;
use setup::hand_over::{Values, fill};
use setup::plan::Plan;
use setup::plan::overview::overview;
use setup::plan::pages::{Action, Page, PageBody, Place};
use setup::profile::{built_in, parse};

use super::invented::{hosted, plan};

#[test]
fn plans_of_built_in_profiles_read_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/snapshots");
    let update = std::env::var_os("UPDATE").is_some();
    // Lantern is invented: it asks for every kind of step and field that no built-in one needs.
    let lantern = parse(include_str!("lantern.toml")).expect("an invented profile");
    for profile in built_in::all().iter().chain([&lantern]) {
        let text = told(&plan(profile.clone(), Some(hosted()))).expect("writing to a string");
        let file = folder.join(format!("plan-{}.txt", profile.id));
        if update {
            std::fs::create_dir_all(&folder).expect("the folder");
            std::fs::write(&file, &text).expect("the snapshot");
        }
        let kept = std::fs::read_to_string(&file)
            .unwrap_or_else(|_| panic!("no {}; set UPDATE=1", file.display()));
        if let Some((number, (now, before))) = (1..)
            .zip(text.lines().zip(kept.lines()))
            .find(|(_, (now, before))| now != before)
        {
            panic!(
                "{}, line {number}:\n was {before}\n is  {now}",
                file.display()
            );
        }
        assert_eq!(
            text.lines().count(),
            kept.lines().count(),
            "{}",
            file.display()
        );
    }
}

fn told(plan: &Plan) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let first = overview(&plan.profile);
    writeln!(
        out,
        "{}: {} ({} minutes)",
        first.product, first.summary, first.minutes
    )?;
    for line in first.creates.iter().chain(&first.never) {
        writeln!(out, "  {line}")?;
    }
    for step in plan.steps() {
        writeln!(out, "\n# {} ({})", step.title, step.hint)?;
        writeln!(out, "proved by {}", step.findings.join(", "))?;
        for page in &step.pages {
            page_told(&mut out, page)?;
        }
    }
    writeln!(out, "\n# The form")?;
    let values = Values {
        halo: plan.halo.clone(),
        ..Values::default()
    };
    let form = fill(plan, &values);
    for line in form.iter().flat_map(|form| &form.warning) {
        writeln!(out, "{line}")?;
    }
    for row in form.into_iter().flat_map(|form| form.rows) {
        let text = match (&row.text, row.leave_empty) {
            (Some(text), _) => text.as_str(),
            (None, true) => "(leave empty)",
            (None, false) => "(later)",
        };
        writeln!(out, "{}. {}: {text}", row.position, row.label)?;
        if !row.options.is_empty() {
            writeln!(out, "   one of {}", row.options.join(", "))?;
        }
        if let Some(only_if) = &row.only_if {
            writeln!(out, "   {only_if}")?;
        }
        if row.optional {
            writeln!(out, "   may stay empty")?;
        }
        if let Some(hint) = &row.hint {
            writeln!(out, "   {hint}")?;
        }
    }
    let guide = finish(plan);
    for (title, actions) in [
        ("New secret", &guide.rotate),
        ("Take out", &guide.remove),
        ("Clean up", &guide.clean_up),
    ] {
        writeln!(out, "\n# {title}")?;
        actions_told(&mut out, actions)?;
    }
    writeln!(out, "{}", guide.recheck)?;
    Ok(out)
}

fn page_told(out: &mut String, page: &Page) -> std::fmt::Result {
    writeln!(out, "\n## {} [{}]", page.title, page.id)?;
    if let Some(lead) = &page.lead {
        writeln!(out, "{lead}")?;
    }
    for note in &page.notes {
        writeln!(out, "note: {}", note.text)?;
    }
    match &page.body {
        PageBody::Guide(guide) => {
            place_told(out, &guide.place)?;
            actions_told(out, &guide.actions)?;
            let task = guide.task.iter();
            for line in task.flat_map(|task| task.again.iter().chain(&task.success)) {
                writeln!(out, "- {line}")?;
            }
            if let Some(confirms) = &guide.confirms {
                writeln!(out, "confirms {confirms}")?;
            }
        }
        PageBody::Checklist(list) => {
            place_told(out, &list.place)?;
            actions_told(out, &list.actions)?;
            for section in &list.sections {
                writeln!(out, "{}", section.title)?;
                for item in &section.items {
                    let level = format!("{:?}", item.level).to_lowercase();
                    writeln!(out, "  [ ] {}: {} ({level})", item.label, item.value)?;
                    if let Some(reason) = &item.reason {
                        writeln!(out, "      {reason}")?;
                    }
                }
            }
            if let Some(finish) = &list.finish {
                writeln!(out, "{finish}")?;
            }
        }
        PageBody::Question(question) => writeln!(out, "asks {question:?}")?,
        PageBody::Watch { proves } => writeln!(out, "watches: {proves}")?,
        PageBody::Mapping { what, actions } => {
            for line in what.iter().chain(actions) {
                writeln!(out, "- {line}")?;
            }
        }
        PageBody::Proof | PageBody::HandOver | PageBody::Finish => {}
    }
    for source in &page.sources {
        writeln!(out, "from {}", source.title)?;
    }
    Ok(())
}

fn place_told(out: &mut String, place: &Place) -> std::fmt::Result {
    if !place.path.is_empty() {
        writeln!(out, "at {}", place.path.join(" > "))?;
    }
    if let Some(link) = &place.link {
        writeln!(out, "opens {link}")?;
    }
    Ok(())
}

fn actions_told(out: &mut String, actions: &[Action]) -> std::fmt::Result {
    for (number, action) in (1..).zip(actions) {
        writeln!(out, "{number}. {}", action.text)?;
        if let Some(copy) = &action.copy {
            writeln!(out, "   copy {}: {}", copy.label, copy.value)?;
        }
    }
    Ok(())
}

//! Which mandatory fields of a ticket type a product does not send, and which of the fields that
//! a guide names the type has.

use crate::facts::FieldFact;

/// Mandatory fields that are not among those sent, each with the number and the name that the
/// product needs to send it.
pub(super) fn beside(mandatory: &[FieldFact], sent: &[String]) -> Vec<String> {
    let sent: Vec<_> = sent.iter().map(|name| bare(name)).collect();
    let is_sent = |field: &&FieldFact| {
        let names = std::iter::once(&field.name).chain(&field.internal_name);
        names
            .map(|name| bare(name))
            .any(|name| sent.contains(&name))
    };
    let fields = mandatory.iter().filter(|field| !is_sent(field));
    fields.map(shown).collect()
}

/// Those of the labels that are in a list of fields.
pub(super) fn among<'a>(labels: &'a [String], listed: &[String]) -> Vec<&'a str> {
    let listed: Vec<_> = listed.iter().map(|label| spelt(label)).collect();
    let among = labels.iter().map(String::as_str);
    among
        .filter(|label| listed.contains(&spelt(label)))
        .collect()
}

/// A label without its case and its spaces: "Start Date & Time" and "Start Date" stay apart.
fn spelt(label: &str) -> String {
    let letters = label.chars().filter(|letter| !letter.is_whitespace());
    letters.collect::<String>().to_lowercase()
}

/// Any of these fields chooses who approves a ticket.
pub(super) fn sends_approval(sent: &[String]) -> bool {
    sent.iter().any(|name| bare(name).contains("approval"))
}

/// "Cost Centre (`CFcostcentre`, field 213)", as far as Halo tells.
fn shown(field: &FieldFact) -> String {
    let internal = field.internal_name.as_deref();
    let internal = internal.filter(|internal| bare(internal) != bare(&field.name));
    let number = field.id.filter(|id| *id > 0);
    let number = number.map(|id| format!("field {id}"));
    let known: Vec<_> = internal
        .map(str::to_owned)
        .into_iter()
        .chain(number)
        .collect();
    if known.is_empty() {
        field.name.clone()
    } else {
        format!("{} ({})", field.name, known.join(", "))
    }
}

/// A field by its label or its property: "Details", `details_html`; "User", `user_id`.
fn bare(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    let bare: String = letters.collect::<String>().to_lowercase();
    let short = bare.strip_suffix("html").or(bare.strip_suffix("id"));
    short
        .filter(|short| !short.is_empty())
        .map_or(bare.clone(), ToOwned::to_owned)
}

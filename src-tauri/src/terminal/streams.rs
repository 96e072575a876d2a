//! Standard output for answers, standard error for everything else.
//!
//! Unlike `println!`, neither panics: a reader that has gone away, as `head` does, is no trouble.
//! Texts are passed as arguments of a format, so that no copy of them is made on the way.

use std::fmt;
use std::io::{self, ErrorKind, Write as _};

use super::Stop;

/// Prints a line of the answer.
///
/// # Errors
/// When the answer cannot be written, for example to a full disk.
pub(super) fn answer(line: fmt::Arguments<'_>) -> Result<(), Stop> {
    let mut stdout = io::stdout().lock();
    match writeln!(stdout, "{line}").and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Stop::not_examined(format!(
            "The answer could not be written: {error}."
        ))),
        _ => Ok(()),
    }
}

/// Says a line of progress or of trouble. Nobody may be there to read it.
pub(super) fn remark(line: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// What an error says, as a full sentence.
pub(super) fn sentence(error: &impl fmt::Display) -> String {
    let said = error.to_string();
    let mut letters = said.chars();
    let first = letters.next().map(char::to_uppercase);
    let beginning: String = first.into_iter().flatten().collect();
    format!("{beginning}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn an_error_becomes_a_sentence() {
        assert_eq!(sentence(&"élan is missing"), "Élan is missing.");
        assert_eq!(sentence(&"x"), "X.");
    }
}

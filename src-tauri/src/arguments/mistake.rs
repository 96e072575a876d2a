//! What is wrong with a command line, in one sentence and what to do.
//!
//! Values are repeated only where they can be no secret: somebody who pastes a Client Secret where
//! none belongs must not find it in a log of their automation.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The command line is wrong.
const WRONG_INPUT: u8 = 2;

/// Says what is wrong, or prints the help that was asked for; gives the exit code.
pub(super) fn explain(error: &Error) -> ExitCode {
    if !error.use_stderr() {
        // Whoever asked for help may have gone away again.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let help = "`halyard --help` and `halyard <COMMAND> --help` show what there is.";
    let _ = writeln!(std::io::stderr(), "{} {help}", sentence(error));
    ExitCode::from(WRONG_INPUT)
}

fn sentence(error: &Error) -> String {
    let argument = words(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("{argument} is missing."),
        ErrorKind::ArgumentConflict => match words(error, ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => {
                format!("{argument} can be given once only.")
            }
            other => format!("{argument} cannot be given together with {other}."),
        },
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let name = argument.split('=').next().unwrap_or_default();
            match words(error, ContextKind::SuggestedArg) {
                nearest if nearest.is_empty() => format!("There is no option {name}."),
                nearest => format!("There is no option {name}. Is {nearest} meant?"),
            }
        }
        ErrorKind::UnknownArgument => {
            "There is something on the command line that belongs to no option.".to_owned()
        }
        ErrorKind::InvalidSubcommand => format!(
            "There is no command “{}”.",
            words(error, ContextKind::InvalidSubcommand)
        ),
        ErrorKind::InvalidValue if words(error, ContextKind::InvalidValue).is_empty() => {
            format!("{argument} needs a value.")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("The value of {argument} cannot be used: {}.", reason(error))
        }
        ErrorKind::TooManyValues => format!("{argument} takes no value."),
        ErrorKind::InvalidUtf8 => "The command line is not text in UTF-8.".to_owned(),
        _ => "The command line cannot be understood.".to_owned(),
    }
}

/// What the error says of one thing, without the marks of its notation.
fn words(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(" and "),
        _ => String::new(),
    }
}

/// What is wrong with a value. All that can be wrong is a number.
fn reason(error: &Error) -> String {
    std::error::Error::source(error)
        .map(ToString::to_string)
        .filter(|said| said.contains("is not in"))
        .unwrap_or_else(|| "it has to be a whole number".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::super::Arguments;
    use super::sentence;

    fn said(line: &str) -> String {
        let words = std::iter::once("halyard").chain(line.split_whitespace());
        match Arguments::try_parse_from(words) {
            Ok(_) => panic!("{line} is a command line"),
            Err(error) => sentence(&error),
        }
    }

    #[test]
    fn each_mistake_has_its_sentence() {
        for (line, expected) in [
            ("discover", "<ADDRESS> is missing."),
            ("walk", "There is no command “walk”."),
            ("check --loud", "There is no option --loud."),
            (
                "check --secret=x",
                "There is no option --secret. Is --secret-stdin meant?",
            ),
            ("check --secret-stdin=x", "--secret-stdin takes no value."),
            ("check --connection", "--connection <NAME> needs a value."),
            (
                "check --connection a --connection b",
                "--connection <NAME> can be given once only.",
            ),
            (
                "check something",
                "There is something on the command line that belongs to no option.",
            ),
            (
                "check --connection a --tenant b",
                "--connection <NAME> cannot be given together with --tenant <NAME>.",
            ),
            (
                "check --timeout 0",
                "The value of --timeout <SECONDS> cannot be used: 0 is not in 1..=3600.",
            ),
            (
                "check --timeout soon",
                "The value of --timeout <SECONDS> cannot be used: it has to be a whole number.",
            ),
        ] {
            assert_eq!(said(line), expected, "{line}");
        }
    }
}

//! `halyard check`: every check of one profile against one Halo.

use std::io::{IsTerminal as _, Read as _};
use std::path::Path;
use std::time::{Duration, Instant};

use commands::check;
use commands::probe::{Focus, Looks, NoSecret, Target};
use commands::wizard;
use commands::{pasted, rehearse};
use halo::{Limits, Transport};
use rehearsal::Tenant;
use secrecy::{ExposeSecret as _, SecretString};
use setup::plan::ProfileOrigin;
use setup::profile::built_in;
use setup::report::{Outcome, plain};
use setup::{Answers, Plan, Profile};
use store::Connection;
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use super::connections::{named, open_to_read};
use super::{
    FAILED, NOT_EXAMINED, SOUND, Stop, answer, keychain, print_json, profiles, progress, recheck,
    rehearsal as practice, remark, sentence,
};
use crate::arguments::Check;

/// More than any secret has.
const LONGEST_SECRET: usize = 4096;

/// What to check, and what must live as long as the check.
struct Job {
    plan: Plan,
    target: Target,
    saved_as: Option<Connection>,
    /// Dropping it stops the tenant.
    tenant: Option<Tenant>,
}

impl Job {
    fn transport(&self) -> Transport {
        let limits = Limits::default();
        match &self.tenant {
            Some(tenant) => rehearse::practice(tenant).transport(limits),
            None => Transport::new(limits),
        }
    }
}

pub(super) async fn run(arguments: Check) -> Result<u8, Stop> {
    let json = arguments.json;
    let time = Duration::from_secs(arguments.timeout);
    let (job, time) = job(arguments, time).await?;
    let transport = job.transport();
    let looks = Looks::default();
    let progress = progress::follow(&looks);
    let checked = check::check(
        &transport,
        &job.plan,
        &job.target,
        &Focus::all(),
        None,
        &looks,
        CancellationToken::new(),
        time,
    )
    .await;
    // Its last lines come before the answer.
    drop(looks);
    let _ = progress.await;
    let Job {
        plan,
        target,
        saved_as,
        tenant: _tenant,
    } = job;
    // Here the secret and what the connections keep of the token are wiped, before anything that
    // waits for others.
    drop((target, transport));
    match &saved_as {
        Some(connection) => recheck::finish(connection, &plan, &checked, json).await?,
        None if json => print_json(&checked.report)?,
        None => answer(format_args!("{}", plain::print(&checked.report).trim_end()))?,
    }
    Ok(match checked.report.outcome(&checked.facts) {
        Outcome::Sound => SOUND,
        Outcome::Failed => FAILED,
        Outcome::NotExamined => NOT_EXAMINED,
    })
}

/// What to check, and what is left of the time for it: the keychain and whoever pipes a secret in
/// use up the same time.
async fn job(arguments: Check, time: Duration) -> Result<(Job, Duration), Stop> {
    let began = Instant::now();
    let job = if let Some(name) = arguments.connection {
        saved_connection(name, time).await?
    } else if let Some(scenario) = &arguments.rehearsal {
        rehearsed(scenario, arguments.profile.as_deref()).await?
    } else {
        typed(arguments, time).await?
    };
    Ok((job, time.saturating_sub(began.elapsed())))
}

/// A connection that the wizard saved. Its keychain gets this much time at most.
async fn saved_connection(name: String, time: Duration) -> Result<Job, Stop> {
    let store = open_to_read().await?;
    let connection = named(&store, &name).await?;
    let plan = wizard::plan(&store, &connection)
        .await
        .map_err(|error| Stop::wrong_input(error.message))?;
    let secret = match tokio::time::timeout(time, keychain::secret(&connection)).await {
        Ok(Ok(Some(secret))) => Ok(secret),
        Ok(Ok(None)) => Err(NoSecret::NotStored),
        Ok(Err(_)) | Err(_) => Err(NoSecret::KeychainClosed),
    };
    let target = wizard::target(&connection, secret);
    Ok(Job {
        plan,
        target,
        saved_as: Some(connection),
        tenant: None,
    })
}

/// The embedded tenant in one of its scenarios.
async fn rehearsed(scenario: &str, profile: Option<&str>) -> Result<Job, Stop> {
    let (profile, origin, scenario) = practice::choose_any(scenario, profile).await?;
    let options = rehearse::options(&profile, scenario);
    let answers = rehearse::answers(&options);
    let tenant = ::rehearsal::serve(options)
        .await
        .map_err(|error| Stop::not_examined(sentence(&error)))?;
    let plan = Plan::make(profile, origin, answers, None);
    // A product that signs in in another way, or not at all, gives nothing to sign in with.
    let signs_in = plan.has_secret();
    let secret = tenant.running.client_secret.clone().into();
    let target = Target {
        address: tenant.running.address.clone(),
        authorisation_server: None,
        tenant: None,
        client_id: signs_in.then(|| tenant.running.client_id.clone()),
        secret: signs_in.then_some(secret).ok_or(NoSecret::NotStored),
    };
    Ok(Job {
        plan,
        target,
        saved_as: None,
        tenant: Some(tenant),
    })
}

/// What the command line says.
async fn typed(arguments: Check, time: Duration) -> Result<Job, Stop> {
    let missing = |what: &str| {
        Stop::wrong_input(format!(
            "{what} is missing. Give --profile, --address, --client-id and --secret-stdin, or --connection, or --rehearsal."
        ))
    };
    let profile = arguments.profile.ok_or_else(|| missing("--profile"))?;
    let address = arguments.address.ok_or_else(|| missing("--address"))?;
    let (profile, origin) = find_profile(&profile).await?;
    let plan = Plan::make(profile, origin, Answers::default(), None);
    // A product without a secret of its own is checked as far as that goes.
    let nothing = arguments.client_id.is_none() && !arguments.secret_stdin;
    let (client_id, secret) = if nothing && !plan.has_secret() {
        (None, Err(NoSecret::NotStored))
    } else {
        let client_id = arguments.client_id.ok_or_else(|| missing("--client-id"))?;
        if !arguments.secret_stdin {
            return Err(missing("--secret-stdin"));
        }
        let client_id = pasted::clean(&client_id).to_owned();
        if client_id.is_empty() {
            return Err(Stop::wrong_input(
                "--client-id is empty. Halo shows the Client ID on the application’s Details tab.",
            ));
        }
        (Some(client_id), Ok(secret_within(time).await?))
    };
    let target = Target {
        address,
        authorisation_server: arguments.authorisation_server,
        tenant: arguments.tenant,
        client_id,
        secret,
    };
    Ok(Job {
        plan,
        target,
        saved_as: None,
        tenant: None,
    })
}

/// A built-in or kept profile by its id, or one from a file.
pub(super) async fn find_profile(name: &str) -> Result<(Profile, ProfileOrigin), Stop> {
    if let Some(profile) = built_in::find(name) {
        return Ok((profile.clone(), ProfileOrigin::BuiltIn));
    }
    let file = Path::new(name);
    match profiles::kept(name).await {
        Ok(Some(known)) => return Ok((known.profile, known.origin)),
        Ok(None) if !file.exists() => return Err(no_profile(name)),
        Err(stop) if !file.exists() => return Err(stop),
        Ok(None) | Err(_) => {}
    }
    let profile = profiles::read(file)?.map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("{name}:{problem}"))
            .collect();
        Stop::wrong_input(lines.join("\n"))
    })?;
    Ok((profile, ProfileOrigin::File))
}

/// There is no such profile.
pub(super) fn no_profile(name: &str) -> Stop {
    Stop::wrong_input(format!(
        "There is no profile called “{name}”, and no such file. `halyard profiles` lists those there are."
    ))
}

/// The secret on standard input, where it comes in time. The thread that waits for it is left
/// behind where it does not: nothing else can end a read of standard input.
async fn secret_within(time: Duration) -> Result<SecretString, Stop> {
    let (came, secret) = futures::channel::oneshot::channel();
    std::thread::spawn(move || {
        // Nobody waits any more when the time was up.
        let _ = came.send(secret_from_stdin());
    });
    let late = || {
        Stop::wrong_input(format!(
            "No Client Secret came on standard input within {} seconds. Pipe it in, or give it more time with --timeout.",
            time.as_secs()
        ))
    };
    let secret = tokio::time::timeout(time, secret)
        .await
        .map_err(|_| late())?;
    secret.map_err(|_| late())?
}

fn secret_from_stdin() -> Result<SecretString, Stop> {
    if std::io::stdin().is_terminal() {
        remark(format_args!(
            "Paste the Client Secret, then press Enter and Ctrl+D. It will show on this screen."
        ));
    }
    let mut text = Zeroizing::new(String::with_capacity(LONGEST_SECRET + 1));
    unbuffered_stdin()
        .and_then(|stdin| {
            stdin
                .take(LONGEST_SECRET as u64 + 1)
                .read_to_string(&mut text)
        })
        .map_err(|_| Stop::wrong_input("The Client Secret on standard input is not text."))?;
    if text.len() > LONGEST_SECRET {
        return Err(Stop::wrong_input(
            "What came on standard input is too long for a Client Secret.",
        ));
    }
    let secret = SecretString::from(pasted::clean(&text));
    if secret.expose_secret().is_empty() {
        return Err(Stop::wrong_input(
            "No Client Secret came on standard input. Pipe it in, for example from a password manager.",
        ));
    }
    Ok(secret)
}

/// Standard input without the standard library's buffer, in which the secret would stay for as
/// long as the program runs.
#[cfg(unix)]
fn unbuffered_stdin() -> std::io::Result<std::fs::File> {
    use std::os::fd::AsFd as _;
    Ok(std::io::stdin().as_fd().try_clone_to_owned()?.into())
}

/// The same. A console of Windows gives its text by this way too.
#[cfg(windows)]
fn unbuffered_stdin() -> std::io::Result<std::fs::File> {
    use std::os::windows::io::AsHandle as _;
    Ok(std::io::stdin().as_handle().try_clone_to_owned()?.into())
}

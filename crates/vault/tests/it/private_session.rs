//! A session of its own for each test that needs one: its own bus, its own folders,
//! its own keyring daemon. Nothing of the developer's session can be reached from it.
//!
//! The test program runs itself again inside, for the one test that asked.

use std::{
    env, fs,
    io::{ErrorKind, Write},
    path::Path,
    process::{Command, Stdio},
};

use zbus::{
    blocking::{Connection, fdo::DBusProxy},
    zvariant::ObjectPath,
};

const INSIDE: &str = "HALYARD_TEST_INSIDE";
/// Seconds after which a session that hangs is ended, which fails its test.
const LIMIT: &str = "120";
const SECRETS: &str = "org.freedesktop.secrets";
const PASSWORD: &str = "pw";

/// Who may talk to whom on a session's bus.
#[derive(Clone, Copy)]
enum Bus {
    Open,
    /// As for a program in a sandbox that may not use the password service.
    WithoutSecrets,
    Missing,
}

/// Nothing but a bus: no folder of services that it could start by itself.
fn bus_configuration(bus: Bus) -> String {
    let refusal = match bus {
        Bus::WithoutSecrets => r#"<deny send_destination="org.freedesktop.secrets"/>"#,
        Bus::Open | Bus::Missing => "",
    };
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    {refusal}
  </policy>
</busconfig>"#
    )
}

/// Runs `body` in a session with a bus. `test` is the path of the calling test.
pub(crate) fn with_bus(test: &str, body: impl FnOnce()) {
    run(test, Bus::Open, body);
}

/// Runs `body` in a session whose bus lets nobody talk to the keyring.
pub(crate) fn with_refusing_bus(test: &str, body: impl FnOnce()) {
    run(test, Bus::WithoutSecrets, body);
}

/// Runs `body` in a session without a bus.
pub(crate) fn without_bus(test: &str, body: impl FnOnce()) {
    run(test, Bus::Missing, body);
}

fn run(test: &str, bus: Bus, body: impl FnOnce()) {
    if env::var(INSIDE).is_ok_and(|inside| inside == test) {
        return body();
    }
    let home = tempfile::tempdir().expect("a temporary folder");
    let config = home.path().join("bus.conf");
    fs::write(&config, bus_configuration(bus)).expect("the temporary folder is writable");

    let mut command = Command::new("timeout");
    command.arg(LIMIT);
    if !matches!(bus, Bus::Missing) {
        ensure_installed("dbus-run-session", "dbus");
        ensure_installed("gnome-keyring-daemon", "gnome-keyring");
        command
            .arg("dbus-run-session")
            .arg("--config-file")
            .arg(&config)
            .arg("--");
    }
    command.arg(env::current_exe().expect("this program has a path"));
    command.args(["--exact", test, "--nocapture"]);
    furnish(&mut command, home.path());
    command.env(INSIDE, test);
    let output = command.output().expect("`timeout` is there");
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.status.success(),
        "{test} failed in its session:\n{said}"
    );
    assert!(
        said.contains("1 passed"),
        "{test} did not run in its session:\n{said}"
    );
}

/// Gives a program this session's folders and nothing of the outer one.
fn furnish(command: &mut Command, home: &Path) {
    command.env_clear().env("HOME", home);
    command.env(
        "DBUS_SESSION_BUS_ADDRESS",
        format!("unix:path={}/no-bus", home.display()),
    );
    if let Some(path) = env::var_os("PATH") {
        command.env("PATH", path);
    }
    for name in [
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_RUNTIME_DIR",
    ] {
        let folder = home.join(name);
        fs::create_dir(&folder).expect("the temporary folder is writable");
        #[cfg(unix)]
        fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))
            .expect("the folder is ours");
        command.env(name, folder);
    }
}

fn ensure_installed(program: &str, package: &str) {
    let tried = Command::new(program).arg("--version").output();
    assert!(
        !tried.is_err_and(|error| error.kind() == ErrorKind::NotFound),
        "`{program}` is missing: install the package {package} (on Debian: apt-get install {package})"
    );
}

/// Starts the keyring daemon with its login keyring open.
pub(crate) fn start_daemon() {
    daemon(&["--unlock"], PASSWORD);
}

/// Starts the keyring daemon as it is on a machine that has no keyring yet.
pub(crate) fn start_daemon_without_keyring() {
    daemon(&[], "");
}

/// Unlocks the login keyring, by a daemon that takes the running one's place.
pub(crate) fn unlock() {
    daemon(&["--unlock", "--replace"], PASSWORD);
}

/// Tries to unlock the login keyring with a wrong password.
pub(crate) fn unlock_wrongly() {
    daemon(&["--unlock", "--replace"], "not the password");
}

/// Locks the login keyring, as a screen lock or the user would.
pub(crate) fn lock() {
    let login = ObjectPath::from_static_str_unchecked("/org/freedesktop/secrets/collection/login");
    bus()
        .call_method(
            Some(SECRETS),
            "/org/freedesktop/secrets",
            Some("org.freedesktop.Secret.Service"),
            "Lock",
            &(vec![login]),
        )
        .expect("the daemon locks its keyring");
}

/// Starts a daemon and waits until the bus says that it serves. It leaves the terminal
/// a little before that, and ends with the bus.
fn daemon(arguments: &[&str], password: &str) {
    let bus = DBusProxy::new(&bus()).expect("the bus answers");
    let mut changes = bus
        .receive_name_owner_changed()
        .expect("the bus tells of new names");
    let mut child = Command::new("gnome-keyring-daemon")
        .args(arguments)
        .args(["--components=secrets", "--daemonize"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the daemon starts");
    let mut stdin = child.stdin.take().expect("it was piped");
    stdin
        .write_all(password.as_bytes())
        .expect("the daemon reads its password");
    drop(stdin);
    let output = child
        .wait_with_output()
        .expect("the daemon leaves the terminal");
    assert!(output.status.success(), "{output:?}");
    let serves = changes.any(|change| {
        let change = change.args().expect("a change of names");
        change.name == SECRETS && change.new_owner.is_some()
    });
    assert!(serves, "the daemon is on the bus");
}

fn bus() -> Connection {
    Connection::session().expect("the session has a bus")
}

//! System packages: what Halyard needs from the operating system, what each is for, and
//! installing it on Debian and its relatives.
//!
//! On other systems nothing is installed: the exact command is printed instead. Rust and
//! Node are never installed here.

use std::env;
use std::io::{self, IsTerminal};

use anyhow::{Result, bail};

use crate::shell::Run;

/// What a package is needed for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Compiling and starting the program.
    Program,
    /// The tests as well.
    Tests,
}

/// One Debian package.
struct Package {
    name: &'static str,
    need: Need,
    purpose: &'static str,
}

const fn program(name: &'static str, purpose: &'static str) -> Package {
    Package {
        name,
        need: Need::Program,
        purpose,
    }
}

const fn tests(name: &'static str, purpose: &'static str) -> Package {
    Package {
        name,
        need: Need::Tests,
        purpose,
    }
}

/// Everything, in the names of Debian 12.
const PACKAGES: [Package; 12] = [
    program(
        "build-essential",
        "the C compiler and linker that Rust, SQLite and the TLS library use",
    ),
    program(
        "pkg-config",
        "tells the build where the system's libraries are",
    ),
    program(
        "libwebkit2gtk-4.1-dev",
        "the web view that shows the window; brings GTK along",
    ),
    tests("chromium", "runs the browser tests"),
    tests("webkit2gtk-driver", "drives the real window in tests"),
    tests("xvfb", "a screen for the real window where there is none"),
    tests("dbus-daemon", "a private session bus for each window test"),
    tests("gnome-keyring", "a real keychain for the keychain tests"),
    tests("xclip", "the clipboard of the window tests"),
    tests("xdotool", "finds and counts windows in the window tests"),
    tests(
        "x11-utils",
        "xprop, which reads a window's sizes in the window tests",
    ),
    tests(
        "libglib2.0-bin",
        "gdbus, which locks and unlocks that keychain",
    ),
];

/// The command for systems on which nothing is installed automatically.
struct Family {
    /// Names in `ID` or `ID_LIKE` of `/etc/os-release`.
    ids: &'static [&'static str],
    build: &'static str,
    tests: &'static str,
}

const FAMILIES: [Family; 3] = [
    Family {
        ids: &["fedora", "rhel"],
        build: "sudo dnf install gcc gcc-c++ make pkgconf webkit2gtk4.1-devel",
        tests: "sudo dnf install chromium webkit2gtk-driver xorg-x11-server-Xvfb dbus-daemon gnome-keyring glib2 xclip xdotool xprop",
    },
    Family {
        ids: &["arch"],
        build: "sudo pacman -S --needed base-devel webkit2gtk-4.1",
        tests: "sudo pacman -S --needed chromium xorg-server-xvfb dbus gnome-keyring glib2 xclip xdotool xorg-xprop",
    },
    Family {
        ids: &["suse", "opensuse"],
        build: "sudo zypper install gcc gcc-c++ make pkgconf webkit2gtk3-devel",
        tests: "sudo zypper install chromium webkit2gtk-driver xorg-x11-server-Xvfb dbus-1-daemon gnome-keyring glib2-tools xclip xdotool xprop",
    },
];

/// Installs what compiling and starting the program needs.
pub(crate) fn require_for_program() -> Result<()> {
    require(Need::Program)
}

/// Installs what the tests and measurements need as well.
pub(crate) fn require_for_tests() -> Result<()> {
    require(Need::Tests)
}

fn require(need: Need) -> Result<()> {
    let wanted: Vec<&Package> = PACKAGES
        .iter()
        .filter(|p| need == Need::Tests || p.need == Need::Program)
        .collect();
    if !Run::new("dpkg-query", &["--version"]).succeeds() {
        return advise_elsewhere(need);
    }
    let missing: Vec<&Package> = wanted
        .into_iter()
        .filter(|package| !is_installed(package.name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing system packages that are missing:");
    for package in &missing {
        println!("  {:<24} {}", package.name, package.purpose);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let Some(mut apt) = apt() else {
        bail!(
            "These packages are missing and this account may not install them. Run this, then try again:\n  \
             sudo apt-get update && sudo apt-get install --no-install-recommends {}",
            names.join(" ")
        );
    };
    apt(&["update"]).go()?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt(&[&install[..], &names].concat()).go()
}

/// Debian's package tool as root: directly, or through sudo where that can work here.
fn apt() -> Option<impl FnMut(&[&str]) -> Run> {
    let is_root = Run::new("id", &["-u"]).read().is_ok_and(|id| id == "0");
    let front: &'static [&'static str] = if is_root {
        &[]
    } else if Run::new("sudo", &["-n", "true"]).succeeds() {
        &["sudo", "-n"]
    } else if io::stdin().is_terminal() && Run::new("sudo", &["--version"]).succeeds() {
        &["sudo"]
    } else {
        return None;
    };
    Some(move |arguments: &[&str]| {
        let tool = [
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "-o",
            "Acquire::Retries=3",
            "-q",
        ];
        let words = [front, &tool[..], arguments].concat();
        let run = Run::new(words[0], &words[1..]);
        if front == ["sudo"] {
            run.interactive()
        } else {
            run
        }
    })
}

fn is_installed(package: &str) -> bool {
    let status = Run::new(
        "dpkg-query",
        &["--show", "--showformat=${db:Status-Status}", package],
    );
    status
        .read_quietly()
        .is_some_and(|status| status == "installed")
}

/// Where packages are not Debian's: nothing is checked, what is needed is said once.
fn advise_elsewhere(need: Need) -> Result<()> {
    if env::consts::OS != "linux" {
        if need == Need::Tests {
            bail!(
                "The window tests drive WebKitGTK under Xvfb and run on Linux only. The other steps run with --only NAME."
            );
        }
        return Ok(());
    }
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    println!(
        "Packages are installed automatically on Debian and its relatives only. Here you need:"
    );
    match family(&release) {
        Some(family) => {
            println!("  {}", family.build);
            if need == Need::Tests {
                println!("  {}", family.tests);
            }
        }
        None => {
            for package in PACKAGES
                .iter()
                .filter(|p| need == Need::Tests || p.need == Need::Program)
            {
                println!(
                    "  what Debian calls {:<24} {}",
                    package.name, package.purpose
                );
            }
        }
    }
    println!("Going on as if they were there.");
    Ok(())
}

fn family(os_release: &str) -> Option<&'static Family> {
    let values = os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")));
    let ids: Vec<&str> = values
        .flat_map(|value| value.trim_matches('"').split([' ', '-']))
        .collect();
    FAMILIES
        .iter()
        .find(|family| family.ids.iter().any(|id| ids.contains(id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relatives_of_a_system_get_its_command() {
        let dnf = family("NAME=Rocky\nID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n")
            .expect("a relative of Fedora");
        assert!(dnf.build.contains("dnf"));
        let zypper = family("ID=\"opensuse-tumbleweed\"\n").expect("openSUSE");
        assert!(zypper.build.contains("zypper"));
        assert!(family("ID=plan9\n").is_none());
    }
}

//! Domains out of addresses of any kind.
//!
//! The registered part of a name is found by rule (`co.uk`, `com.au`), not by the public suffix list: a domain is only
//! ever compared with another domain folded the same way, so that a rare suffix cut wrongly costs nothing.

use super::ascii;

/// What a text with a domain in it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Domain {
    /// The registered domain, `acme.co.uk`; for a tenant, the whole name.
    pub(crate) name: Box<str>,
    /// The part that a company chooses: `acme`.
    pub(crate) label: Box<str>,
}

/// Whether it is the name that Microsoft gives a company besides the own domain.
pub(crate) fn is_tenant(name: &str) -> bool {
    name.ends_with(".onmicrosoft.com")
}

/// Every domain in the text that can belong to one company.
pub(crate) fn domains(text: &str) -> impl Iterator<Item = Domain> {
    let folded = ascii(text);
    let found: Vec<Domain> = folded
        .split(|letter: char| {
            letter.is_whitespace() || matches!(letter, ';' | ',' | '|' | '<' | '>' | '"')
        })
        .filter_map(domain)
        .collect();
    found.into_iter()
}

fn domain(text: &str) -> Option<Domain> {
    let text = text.trim().trim_start_matches("mailto:");
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.split(['/', '?', '#', '\\']).next()?;
    let text = text.rsplit('@').next()?;
    let text = text.split(':').next()?.trim_matches('.');
    let labels: Vec<&str> = text.split('.').collect();
    let good = |label: &&str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    if labels.len() < 2
        || !labels.iter().all(good)
        || labels
            .iter()
            .all(|label| label.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let count = labels.len();
    let top = labels[count - 1];
    let registered = if count >= 3 && top.len() == 2 && SECOND_LEVEL.contains(&labels[count - 2]) {
        3
    } else {
        2
    };
    let name = labels[count - registered..].join(".");
    if FREE_MAIL.binary_search(&name.as_str()).is_ok() || LISTINGS.contains(&name.as_str()) {
        return None;
    }
    if HOSTS.contains(&name.as_str()) {
        // The company is the label in front: acme.onmicrosoft.com, acme.mail.onmicrosoft.com.
        let mut label = *labels.get(count.checked_sub(registered + 1)?)?;
        if label == "mail" {
            label = labels.get(count.checked_sub(registered + 2)?)?;
        }
        if label == "www" {
            return None;
        }
        return Some(Domain {
            name: format!("{label}.{name}").into(),
            label: super::compact(label).into(),
        });
    }
    let label = labels[count - registered];
    if label == "www" || label == "example" {
        return None;
    }
    let chosen = super::compact(label);
    (!chosen.is_empty()).then(|| Domain {
        name: name.into(),
        label: chosen.into(),
    })
}

/// Second-level names under which countries register companies.
const SECOND_LEVEL: &[&str] = &[
    "ac", "biz", "co", "com", "edu", "gob", "gov", "gv", "id", "ind", "info", "ltd", "me", "ne",
    "net", "nhs", "nom", "or", "org", "plc", "sch", "web",
];

/// Hosts that give every customer a name of its own in front.
const HOSTS: &[&str] = &[
    "azurewebsites.net",
    "blogspot.com",
    "business.site",
    "github.io",
    "godaddysites.com",
    "jimdosite.com",
    "myshopify.com",
    "netlify.app",
    "onmicrosoft.com",
    "sharepoint.com",
    "squarespace.com",
    "weebly.com",
    "wixsite.com",
    "wordpress.com",
    "zendesk.com",
];

/// Sites on which companies have a page, not a name.
const LISTINGS: &[&str] = &[
    "facebook.com",
    "google.com",
    "instagram.com",
    "linkedin.com",
    "twitter.com",
    "x.com",
    "yell.com",
    "youtube.com",
];

/// Mail for everybody: says nothing of the company. Sorted.
const FREE_MAIL: &[&str] = &[
    "126.com",
    "163.com",
    "aol.co.uk",
    "aol.com",
    "arcor.de",
    "att.net",
    "bellsouth.net",
    "bigpond.com",
    "bluewin.ch",
    "blueyonder.co.uk",
    "bol.com.br",
    "btconnect.com",
    "btinternet.com",
    "btopenworld.com",
    "charter.net",
    "comcast.net",
    "cox.net",
    "daum.net",
    "earthlink.net",
    "eircom.net",
    "fastmail.com",
    "fastmail.fm",
    "foxmail.com",
    "free.fr",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.co.uk",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hetnet.nl",
    "home.nl",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.es",
    "hotmail.fr",
    "hotmail.it",
    "hushmail.com",
    "icloud.com",
    "iinet.net.au",
    "inbox.com",
    "internode.on.net",
    "juno.com",
    "kpnmail.nl",
    "laposte.net",
    "libero.it",
    "live.ca",
    "live.co.uk",
    "live.com",
    "live.com.au",
    "live.fr",
    "live.nl",
    "mac.com",
    "mail.com",
    "mail.ru",
    "mailbox.org",
    "me.co.uk",
    "me.com",
    "msn.com",
    "naver.com",
    "netscape.net",
    "ntlworld.com",
    "o2.co.uk",
    "online.de",
    "optonline.net",
    "optusnet.com.au",
    "orange.fr",
    "outlook.com",
    "outlook.de",
    "outlook.fr",
    "planet.nl",
    "plus.net",
    "plusnet.com",
    "pm.me",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rediffmail.com",
    "roadrunner.com",
    "rocketmail.com",
    "rogers.com",
    "sbcglobal.net",
    "shaw.ca",
    "sina.com",
    "sky.com",
    "skynet.be",
    "sympatico.ca",
    "t-online.de",
    "talktalk.net",
    "telenet.be",
    "telia.com",
    "telus.net",
    "terra.com.br",
    "tiscali.co.uk",
    "tiscali.it",
    "tutanota.com",
    "uol.com.br",
    "verizon.net",
    "virgilio.it",
    "virginmedia.com",
    "wanadoo.fr",
    "web.de",
    "windstream.net",
    "xtra.co.nz",
    "yahoo.ca",
    "yahoo.co.in",
    "yahoo.co.jp",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.com.au",
    "yahoo.com.br",
    "yahoo.de",
    "yahoo.es",
    "yahoo.fr",
    "yahoo.ie",
    "yahoo.it",
    "yandex.com",
    "yandex.ru",
    "ymail.com",
    "zen.co.uk",
    "ziggo.nl",
    "zoho.com",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<(String, String)> {
        domains(text)
            .next()
            .map(|domain| (domain.name.into(), domain.label.into()))
    }

    #[test]
    fn the_registered_domain_out_of_anything() {
        let found = |name: &str, label: &str| Some((name.to_owned(), label.to_owned()));
        for text in [
            "acme.co.uk",
            "https://www.ACME.co.uk/about?x=1",
            "Jo <jo@mail.acme.co.uk>",
            "http://acme.co.uk:8080",
            "acme.co.uk.",
        ] {
            assert_eq!(one(text), found("acme.co.uk", "acme"), "{text}");
        }
        assert_eq!(
            one("acmeltd.onmicrosoft.com"),
            found("acmeltd.onmicrosoft.com", "acmeltd")
        );
        assert_eq!(
            one("jo@acmeltd.mail.onmicrosoft.com"),
            found("acmeltd.onmicrosoft.com", "acmeltd")
        );
    }

    #[test]
    fn what_belongs_to_everybody_says_nothing() {
        for text in [
            "jo@gmail.com",
            "https://facebook.com/acme",
            "acme",
            "",
            "10.0.0.1",
            "n/a",
            "onmicrosoft.com",
            "http://",
            "@",
        ] {
            assert_eq!(one(text), None, "{text}");
        }
        assert!(FREE_MAIL.is_sorted());
    }
}

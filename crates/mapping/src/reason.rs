//! Why two records are thought to be one company, as data and in words.
//!
//! The words are whole plain English: "Same name apart from the legal form, and the same domain acme.com".

use std::fmt;

/// What speaks for a pair and against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// How the names hang together.
    pub name: NameLink,
    /// What else agrees, strongest first.
    pub evidence: Vec<Evidence>,
    /// What speaks against it.
    pub doubts: Vec<Doubt>,
}

/// How two names hang together, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameLink {
    /// Letter for letter.
    Identical,
    /// The same apart from capitals, marks, punctuation and "&".
    Same,
    /// The same apart from the legal form ("Ltd", "Inc").
    SameButLegalForm,
    /// The same apart from a note or a code ("ZZ -", "(old)").
    SameButNote,
    /// The name under which the other trades.
    TradingName,
    /// The same words in another order.
    OtherOrder,
    /// The same letters, spaced differently.
    OtherSpacing,
    /// The same words, some of them shortened.
    Abbreviated,
    /// One is the other cut off.
    CutShort,
    /// The initials of the other.
    Acronym,
    /// The same but for a slip or two of the keyboard.
    Misspelt,
    /// One has all the words of the other and more.
    MoreWords,
    /// Some words in common.
    Similar,
    /// Nothing in common.
    Unrelated,
}

/// What agrees besides the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// An external id.
    ExternalId(Box<str>),
    /// A domain that hardly anybody else in the lists has.
    Domain(Box<str>),
    /// A domain that several share.
    SharedDomain(Box<str>),
    /// One's domain spells the other's name.
    DomainSpellsName(Box<str>),
    /// A telephone number.
    Phone,
    /// The postcode.
    Postcode,
    /// The town.
    Town,
}

/// What speaks against a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Another organisation fits about as well.
    AnotherOrganisation,
    /// Another customer fits this organisation about as well.
    AnotherCustomer,
    /// Several fit equally well, and nothing tells which.
    SeveralAlike,
    /// A surer customer has this organisation.
    Taken,
    /// Different towns.
    OtherTown,
    /// Different postcodes.
    OtherPostcode,
    /// Different countries.
    OtherCountry,
    /// Different domains.
    OtherDomain,
    /// Domains that are the same but for their ending (".com", ".co.uk").
    OtherDomainEnding,
    /// Different telephone numbers.
    OtherPhone,
    /// Different external ids.
    OtherExternalId,
    /// Different words that tell companies of a group apart: Holdings, Services.
    OtherGroupWord,
    /// Different numbers in the names.
    OtherNumber,
    /// Only one name has a word that tells companies of a group apart.
    MoreGroupWords,
    /// Only one name has a number.
    MoreNumbers,
}

impl Reason {
    /// For a customer that nothing comes near.
    pub fn nothing() -> Self {
        Self {
            name: NameLink::Unrelated,
            evidence: Vec::new(),
            doubts: Vec::new(),
        }
    }
}

impl NameLink {
    fn words(self) -> &'static str {
        match self {
            Self::Identical => "identical name",
            Self::Same => "same name apart from how it is written",
            Self::SameButLegalForm => "same name apart from the legal form",
            Self::SameButNote => "same name apart from a note or code",
            Self::TradingName => "one is the other's trading name",
            Self::OtherOrder => "same words in another order",
            Self::OtherSpacing => "same name, spaced differently",
            Self::Abbreviated => "same name, abbreviated",
            Self::CutShort => "one name is the other cut short",
            Self::Acronym => "one name is the other's initials",
            Self::Misspelt => "almost the same spelling",
            Self::MoreWords => "one name is part of the other",
            Self::Similar => "similar name",
            Self::Unrelated => "different name",
        }
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ExternalId(id) => write!(f, "the same external id {id}"),
            Self::Domain(domain) => write!(f, "the same domain {domain}"),
            Self::SharedDomain(domain) => write!(f, "the same domain {domain}, which others share"),
            Self::DomainSpellsName(domain) => write!(f, "the domain {domain} spells the name"),
            Self::Phone => write!(f, "the same telephone number"),
            Self::Postcode => write!(f, "the same postcode"),
            Self::Town => write!(f, "the same town"),
        }
    }
}

impl Doubt {
    fn words(self) -> &'static str {
        match self {
            Self::AnotherOrganisation => "another organisation fits about as well",
            Self::AnotherCustomer => "another customer fits it about as well",
            Self::SeveralAlike => "several fit equally well",
            Self::Taken => "it fits another customer better",
            Self::OtherTown => "the towns differ",
            Self::OtherPostcode => "the postcodes differ",
            Self::OtherCountry => "the countries differ",
            Self::OtherDomain => "the domains differ",
            Self::OtherDomainEnding => "the domains end differently",
            Self::OtherPhone => "the telephone numbers differ",
            Self::OtherExternalId => "the external ids differ",
            Self::OtherGroupWord => "words such as Holdings or Services differ",
            Self::OtherNumber => "the numbers in the names differ",
            Self::MoreGroupWords => "only one has a word such as Holdings or Services",
            Self::MoreNumbers => "only one name has a number",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name == NameLink::Unrelated && self.evidence.is_empty() {
            return f.write_str("Nothing in the other list comes near");
        }
        let mut words = self.name.words().to_owned();
        for (place, evidence) in self.evidence.iter().enumerate() {
            words += if place + 1 == self.evidence.len() {
                ", and "
            } else {
                ", "
            };
            words += &evidence.to_string();
        }
        for (place, doubt) in self.doubts.iter().enumerate() {
            words += if place == 0 { "; but " } else { ", and " };
            words += doubt.words();
        }
        let mut letters = words.chars();
        if let Some(first) = letters.next() {
            write!(f, "{}{}", first.to_uppercase(), letters.as_str())?;
        }
        Ok(())
    }
}

//! The columns that matching knows, and the many names that exports give them.
//!
//! Names are compared folded: lower case, letters and digits only. Sources of the less usual
//! ones: the organisation upload of Rewst (documented, 2026), the fields of Halo's `Area` and
//! `Site` (confirmed, 2024) and of Hudu's companies (confirmed, 2026).

/// A column that matching can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// What names the row.
    Id,
    /// The organisation's name.
    Name,
    /// E-mail or web domains.
    Domain,
    /// The address of the web site.
    Website,
    /// A telephone number.
    Phone,
    /// The town.
    City,
    /// The postcode.
    Postcode,
    /// The country.
    Country,
    /// The id that the other side knows the organisation by.
    ExternalId,
}

/// The longest header that is looked at, in bytes.
const LONGEST: usize = 200;

/// For each column its names, the surest first.
const NAMES: [(Column, &str); 9] = [
    (
        Column::Id,
        "id customerid clientid companyid organisationid organizationid orgid accountid \
         areaid key uuid guid customernumber clientnumber companynumber kundennummer \
         kundennr nummer number no nr slug orgslug companyslug",
    ),
    (
        Column::Name,
        "name customername clientname companyname organisationname organizationname \
         orgname accountname displayname areaname tenantname legalname firma firmenname \
         kunde kundenname customer client company organisation organization account \
         tenant nom nombre nome naam bedrijfsnaam title",
    ),
    (
        Column::Domain,
        "domain domains emaildomain emaildomains maildomain primarydomain defaultdomain \
         defaultdomainname domainname domainnames verifieddomain email emailaddress \
         domaene domäne dominio domaine",
    ),
    (
        Column::Website,
        "website web url webaddress websiteurl homepage companywebsite site \
         internetseite webseite siteweb paginaweb",
    ),
    (
        Column::Phone,
        "phone phonenumber telephone telephonenumber mainphonenumber mainphone \
         officephone companyphone tel telefon telefonnummer téléphone telefono teléfono \
         telefoon",
    ),
    (
        Column::City,
        "city town citytown towncity locality municipality addresscity billingcity \
         mainsitecity ort stadt ville ciudad città plaats",
    ),
    (
        Column::Postcode,
        "postcode postalcode zip zipcode zippostalcode postcodezip addresszip \
         billingzip billingpostalcode plz postleitzahl codepostal codigopostal cap",
    ),
    (
        Column::Country,
        "country countryname countrycode addresscountry billingcountry land pays pais \
         país paese",
    ),
    (
        Column::ExternalId,
        "externalid extid externalreference externalref integrationid idinintegration \
         sourceid foreignid crossreference thirdpartyid psaid haloid halopsaid idnumber \
         reference ref accountsid matchingvalue",
    ),
];

impl Column {
    /// Every column, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(column, _)| *column)
    }

    /// The name that the contract gives it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Domain => "domain",
            Self::Website => "website",
            Self::Phone => "phone",
            Self::City => "city",
            Self::Postcode => "postcode",
            Self::Country => "country",
            Self::ExternalId => "external_id",
        }
    }

    /// What it is, in the middle of a sentence.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Domain => "domain",
            Self::Website => "web site",
            Self::Phone => "telephone number",
            Self::City => "town",
            Self::Postcode => "postcode",
            Self::Country => "country",
            Self::ExternalId => "id of the other side",
        }
    }

    /// Which column a header means, and how sure that is; 0 is surest.
    pub(super) fn meant_by(header: &str) -> Option<(Self, usize)> {
        if header.len() > LONGEST {
            return None;
        }
        let folded = fold(header);
        NAMES.iter().find_map(|(column, names)| {
            let rank = names
                .split_ascii_whitespace()
                .position(|name| name == folded)?;
            Some((*column, rank))
        })
    }
}

/// Lower case, letters and digits only.
fn fold(header: &str) -> String {
    header
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_known_exports_are_understood() {
        let table = [
            ("id", Some(Column::Id)),
            ("organizationName", Some(Column::Name)),
            ("orgSlug", Some(Column::Id)),
            ("domain", Some(Column::Domain)),
            ("Customer Name", Some(Column::Name)),
            ("external_id", Some(Column::ExternalId)),
            ("phone_number", Some(Column::Phone)),
            ("ZIP / Postal Code", Some(Column::Postcode)),
            ("Town", Some(Column::City)),
            ("Téléphone", Some(Column::Phone)),
            // Of an organisation's upload, and none of ours: another organisation's id.
            ("managingOrgId", None),
            ("isEnabled", None),
            ("tagNames", None),
            ("", None),
        ];
        for (header, expected) in table {
            assert_eq!(
                Column::meant_by(header).map(|it| it.0),
                expected,
                "{header}"
            );
        }
    }

    #[test]
    fn every_name_is_folded_and_stands_once() {
        let mut all: Vec<&str> = NAMES
            .iter()
            .flat_map(|(_, names)| names.split_ascii_whitespace())
            .collect();
        for name in &all {
            assert_eq!(fold(name), *name);
        }
        let before = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), before);
    }
}

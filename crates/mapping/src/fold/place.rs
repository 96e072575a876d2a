//! Towns, postcodes and countries.

use super::{ascii, compact, plain};

/// A town, so that renamings and ways of writing it do not count.
pub(crate) fn town(text: &str) -> Option<Box<str>> {
    let mut words: Vec<String> = Vec::new();
    for word in plain(text).split(' ') {
        let word = match word {
            "st" | "ste" | "sankt" | "sint" => "saint",
            "mt" => "mount",
            "ft" => "fort",
            "pt" => "port",
            "n" => "north",
            "s" => "south",
            "e" => "east",
            "w" => "west",
            "city" | "of" | "greater" | "the" | "town" | "" => continue,
            word => word,
        };
        words.push(word.to_owned());
    }
    let name = words.concat();
    if name.is_empty() {
        return None;
    }
    let name = OTHER_NAMES
        .iter()
        .find(|(other, _)| *other == name)
        .map_or(name.as_str(), |(_, own)| own);
    Some(name.into())
}

/// A postcode in capitals without spaces.
pub(crate) fn postcode(text: &str) -> Option<Box<str>> {
    let code = compact(&ascii(text));
    (code.len() >= 3
        && code.len() <= 10
        && code
            .bytes()
            .any(|byte| byte.is_ascii_digit() && byte != b'0'))
    .then(|| code.into())
}

/// A country by its two letters, or folded as it stands where it is not in the table.
pub(crate) fn country(text: &str) -> Option<Box<str>> {
    let name = compact(&ascii(text));
    if name.is_empty() {
        return None;
    }
    let code = COUNTRIES
        .iter()
        .find(|names| names.contains(&name.as_str()))
        .map_or(name.as_str(), |names| names[0]);
    Some(code.into())
}

/// Towns with more than one name, each with the one that is kept.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("muenchen", "munich"),
    ("munchen", "munich"),
    ("koeln", "cologne"),
    ("koln", "cologne"),
    ("wien", "vienna"),
    ("zuerich", "zurich"),
    ("geneve", "geneva"),
    ("genf", "geneva"),
    ("bruxelles", "brussels"),
    ("brussel", "brussels"),
    ("antwerpen", "antwerp"),
    ("anvers", "antwerp"),
    ("gent", "ghent"),
    ("gand", "ghent"),
    ("denhaag", "thehague"),
    ("sgravenhage", "thehague"),
    ("hague", "thehague"),
    ("roma", "rome"),
    ("milano", "milan"),
    ("torino", "turin"),
    ("firenze", "florence"),
    ("venezia", "venice"),
    ("napoli", "naples"),
    ("genova", "genoa"),
    ("lisboa", "lisbon"),
    ("praha", "prague"),
    ("warszawa", "warsaw"),
    ("krakow", "cracow"),
    ("kobenhavn", "copenhagen"),
    ("koebenhavn", "copenhagen"),
    ("goteborg", "gothenburg"),
    ("moskva", "moscow"),
    ("athina", "athens"),
    ("bucuresti", "bucharest"),
    ("beograd", "belgrade"),
    ("sevilla", "seville"),
    ("nuernberg", "nuremberg"),
    ("nurnberg", "nuremberg"),
    ("hannover", "hanover"),
    ("duesseldorf", "dusseldorf"),
    ("frankfurtammain", "frankfurt"),
    ("frankfurtmain", "frankfurt"),
    ("frankfurtam", "frankfurt"),
    ("luzern", "lucerne"),
    ("basle", "basel"),
    ("bale", "basel"),
    ("newyorkny", "newyork"),
    ("nyc", "newyork"),
    ("ny", "newyork"),
    ("la", "losangeles"),
    ("sf", "sanfrancisco"),
    ("philly", "philadelphia"),
    ("bombay", "mumbai"),
    ("madras", "chennai"),
    ("calcutta", "kolkata"),
    ("bangalore", "bengaluru"),
    ("gurgaon", "gurugram"),
    ("peking", "beijing"),
    ("canton", "guangzhou"),
    ("baileathacliath", "dublin"),
    ("caerdydd", "cardiff"),
    ("abertawe", "swansea"),
    ("londres", "london"),
    ("washingtondc", "washington"),
    ("helsingfors", "helsinki"),
    ("turku", "abo"),
    ("montreal", "montreal"),
    ("kiev", "kyiv"),
    ("lyons", "lyon"),
    ("marseilles", "marseille"),
    ("strassburg", "strasbourg"),
    ("kingstonuponhull", "hull"),
    ("newcastleupontyne", "newcastle"),
    ("newcastleupon", "newcastle"),
    ("stokeontrent", "stoke"),
    ("hemelhempsted", "hemelhempstead"),
    ("brightonandhove", "brighton"),
    ("brightonhove", "brighton"),
];

/// Countries: two letters first, then what else they are called.
const COUNTRIES: &[&[&str]] = &[
    &[
        "gb",
        "uk",
        "gbr",
        "unitedkingdom",
        "greatbritain",
        "england",
        "scotland",
        "wales",
        "northernireland",
        "britain",
    ],
    &[
        "us",
        "usa",
        "unitedstates",
        "unitedstatesofamerica",
        "america",
    ],
    &["ie", "irl", "ireland", "republicofireland", "eire"],
    &["de", "deu", "ger", "germany", "deutschland"],
    &["fr", "fra", "france"],
    &[
        "nl",
        "nld",
        "netherlands",
        "thenetherlands",
        "nederland",
        "holland",
    ],
    &["be", "bel", "belgium", "belgie", "belgique"],
    &["lu", "lux", "luxembourg"],
    &["ch", "che", "switzerland", "schweiz", "suisse", "svizzera"],
    &["at", "aut", "austria", "osterreich", "oesterreich"],
    &["it", "ita", "italy", "italia"],
    &["es", "esp", "spain", "espana"],
    &["pt", "prt", "portugal"],
    &["dk", "dnk", "denmark", "danmark"],
    &["se", "swe", "sweden", "sverige"],
    &["no", "nor", "norway", "norge"],
    &["fi", "fin", "finland", "suomi"],
    &["is", "isl", "iceland"],
    &["pl", "pol", "poland", "polska"],
    &["cz", "cze", "czechrepublic", "czechia", "ceskarepublika"],
    &["sk", "svk", "slovakia"],
    &["hu", "hun", "hungary", "magyarorszag"],
    &["ro", "rou", "romania"],
    &["bg", "bgr", "bulgaria"],
    &["gr", "grc", "greece"],
    &["tr", "tur", "turkey", "turkiye"],
    &["ca", "can", "canada"],
    &["au", "aus", "australia"],
    &["nz", "nzl", "newzealand"],
    &["za", "zaf", "southafrica"],
    &["in", "ind", "india"],
    &["cn", "chn", "china"],
    &["hk", "hkg", "hongkong"],
    &["sg", "sgp", "singapore"],
    &["my", "mys", "malaysia"],
    &["jp", "jpn", "japan"],
    &["kr", "kor", "southkorea", "korea"],
    &["ae", "are", "unitedarabemirates", "uae"],
    &["sa", "sau", "saudiarabia"],
    &["il", "isr", "israel"],
    &["br", "bra", "brazil", "brasil"],
    &["mx", "mex", "mexico"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_whatever_it_is_called() {
        for (one, other) in [
            ("München", "Munich"),
            ("St. Albans", "Saint Albans"),
            ("City of London", "London"),
            ("Köln", "Koeln"),
        ] {
            assert_eq!(town(one), town(other), "{one}");
        }
        assert_eq!(town("  - "), None);
        assert_eq!(postcode("sw1a 1aa"), postcode("SW1A1AA"));
        assert_eq!(postcode("n/a"), None);
        assert_eq!(country("United Kingdom"), country("GB"));
    }
}

//! What goes in: one row of either list, and how the person wants the lists matched.
//!
//! Reading files into rows is not here.

/// One customer, or one organisation of the vendor, as its list has it. Nothing needs cleaning: folding names and
/// taking addresses apart is the matcher's work. Only the name is needed; everything else helps where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The row's own id. Not compared: two lists number their rows each in its own way.
    pub id: String,
    /// The name as it stands in the list.
    pub name: String,
    /// Anything with a domain in it: `acme.com`, `https://www.acme.com/about`, `it@acme.com`, `acme.onmicrosoft.com`.
    pub domains: Vec<String>,
    /// Telephone numbers in any form.
    pub phones: Vec<String>,
    /// Town or city.
    pub city: Option<String>,
    /// Postcode or ZIP code.
    pub postcode: Option<String>,
    /// Country, as a name or a code.
    pub country: Option<String>,
    /// What both systems may know the company by: an account number, a tenant id, a registration number.
    pub external_ids: Vec<String>,
}

impl Record {
    /// Every text that it holds.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.id, &self.name]
            .into_iter()
            .chain(&self.domains)
            .chain(&self.phones)
            .chain(&self.city)
            .chain(&self.postcode)
            .chain(&self.country)
            .chain(&self.external_ids)
            .map(String::as_str)
    }
}

/// How the lists are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether one organisation may be given to several customers. Usually each is given once.
    pub many_to_one: bool,
    /// How many threads work; zero means one for each core.
    pub threads: usize,
}

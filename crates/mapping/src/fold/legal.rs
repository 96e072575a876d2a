//! Legal forms of companies, as they end (or in some countries begin) a name.
//!
//! The forms are grouped by what they are called in one country; that two names differ in form says little, since lists
//! drop and exchange them freely, but that both have the same says something.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Which legal form a name has: a number of its own for each group of the table. Zero stands for none.
pub(crate) type LegalForm = u8;

/// Takes the legal forms off the words of a name. At least one word stays.
pub(crate) fn strip(words: &mut Vec<&str>) -> LegalForm {
    let mut form = 0;
    while let Some((length, found)) = ending(words) {
        words.truncate(words.len() - length);
        form = found;
    }
    while words.len() > 1 && LEADING.contains(&words[0]) {
        form = FORMS.get(words[0]).copied().unwrap_or(form);
        words.remove(0);
    }
    // "Acme Ltd Leeds": what is never a word of a name goes from the middle as well.
    let mut place = 1;
    while place < words.len() {
        if ANYWHERE.contains(&words[place]) && words.len() > 1 {
            if form == 0 {
                form = FORMS.get(words[place]).copied().unwrap_or(0);
            }
            words.remove(place);
        } else {
            place += 1;
        }
    }
    form
}

/// Whether the words are a legal form and nothing else.
pub(crate) fn is_form(words: &[&str]) -> bool {
    FORMS.contains_key(words.join(" ").as_str())
}

/// The longest legal form at the end, by its number of words.
fn ending(words: &[&str]) -> Option<(usize, LegalForm)> {
    let longest = *LONGEST.get(*words.last()?)?;
    (1..=longest.min(words.len().saturating_sub(1)))
        .rev()
        .find_map(|length| {
            let tail = &words[words.len() - length..];
            let found = if length == 1 {
                FORMS.get(tail[0])
            } else {
                FORMS.get(tail.join(" ").as_str())
            };
            found.map(|form| (length, *form))
        })
}

/// For each word that ends a form of the table, the most words of such a form.
static LONGEST: LazyLock<FxHashMap<&'static str, usize>> = LazyLock::new(|| {
    let mut longest = FxHashMap::default();
    for name in TABLE.iter().flat_map(|names| names.split(", ")) {
        let (length, last) = (name.split(' ').count(), name.rsplit(' ').next());
        let known = longest.entry(last.unwrap_or(name)).or_insert(0);
        *known = length.max(*known);
    }
    longest
});

static FORMS: LazyLock<FxHashMap<&'static str, LegalForm>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    for (number, names) in (1..).zip(TABLE) {
        for name in names.split(", ") {
            forms.entry(name).or_insert(number);
        }
    }
    forms
});

/// Forms that stand in front.
const LEADING: &[&str] = &[
    "pt", "ooo", "oao", "zao", "pao", "ao", "jsc", "pjsc", "ojsc", "cjsc", "tov", "vof", "firma",
    "eurl", "selarl", "the",
];

/// Forms that are no word of any name and go wherever they stand.
const ANYWHERE: &[&str] = &[
    "ltd",
    "limited",
    "gmbh",
    "llc",
    "llp",
    "inc",
    "incorporated",
    "plc",
    "pty",
    "sarl",
    "srl",
    "bv",
    "pvt",
    "sro",
    "doo",
];

/// One line for each form; folded as names are, so that "S.p.A." is `spa`.
const TABLE: &[&str] = &[
    // Great Britain, Ireland and where their law went.
    "limited, ltd, co ltd, company limited, co limited, ltd co, limitd, limted, cyfyngedig, cyf, teoranta, teo, designated activity company, dac, company limited by guarantee, unlimited company, uc, unlimited",
    "plc, public limited company, public limited co, ccc, public company limited, pcl, public co ltd",
    "llp, limited liability partnership, lllp",
    "cic, community interest company, cio",
    "pty ltd, pty limited, proprietary limited, pty, proprietary ltd, pte ltd, pte limited, private limited, pvt ltd, pvt limited, private ltd, pte, pvt, p ltd, p limited, pl, opc private limited, ltd liability co, soc ltd, rf pty ltd, npc",
    "sdn bhd, sendirian berhad, bhd, berhad",
    "trustee company, trustee, trustees",
    // United States and Canada.
    "inc, incorporated, incorporation, incorporee, ltee, limitee",
    "corp, corporation, corpn, coporation",
    "llc, l l c, limited liability company, limited liability co, ltd liability company, plc llc, pllc, professional limited liability company, lc",
    "co, company, compagnie, cie, comp, and co, and company",
    "lp, limited partnership, gp, general partnership, llp lp, ltd partnership",
    "pc, professional corporation, pa, professional association, apc",
    "na, national association",
    // German.
    "gmbh, gesellschaft mit beschrankter haftung, gesellschaft mbh, ges mbh, gesmbh, ggmbh, mbh, g m b h",
    "ag, aktiengesellschaft",
    "gmbh co kg, gmbh and co kg, gmbh co kommanditgesellschaft, gmbh co, gmbh and co, ag co kg, gmbh co kgaa, ag co kgaa, se co kg, se co kgaa, ug haftungsbeschrankt co kg, gmbh co ohg, co kg, and co kg, mbh co kg",
    "kg, kommanditgesellschaft, ohg, offene handelsgesellschaft, ek, e k, eingetragener kaufmann, gbr, kgaa, keg, og",
    "ug, ug haftungsbeschrankt, unternehmergesellschaft, unternehmergesellschaft haftungsbeschrankt",
    "ev, eingetragener verein, eg, eingetragene genossenschaft, egenossenschaft",
    "se, societas europaea",
    // French.
    "sa, societe anonyme, sociedad anonima, sociedade anonima, s a, saoc, saog, sak, sal, sae, kscp, ksc",
    "sarl, societe a responsabilite limitee, eurl, sarlu, s a r l",
    "sas, sasu, societe par actions simplifiee, societe par actions simplifiee unipersonnelle",
    "snc, scs, sca, sci, scp, selarl, scea, scrl, societe civile, societe en nom collectif, gie, scop",
    // Dutch and Belgian.
    "bv, besloten vennootschap, b v, bvba, besloten vennootschap met beperkte aansprakelijkheid, sprl, srl bv",
    "nv, naamloze vennootschap, sa nv, nv sa, n v",
    "vof, cv, cvba, commv, vzw, asbl, coop ua, ua, ba, cooperatie ua, vennootschap onder firma",
    // Italian, Spanish, Portuguese, Latin American.
    "spa, societa per azioni, s p a, sapa",
    "srl, societa a responsabilita limitata, srls, sociedad de responsabilidad limitada, s r l, srlcr, unipersonale, srl unipersonale, societa a responsabilita limitata semplificata, societa consortile",
    "ss, sas di, societa semplice, societa cooperativa, soc coop, societa in accomandita semplice, societa in nome collettivo, scarl, scrl onlus, onlus",
    "sl, sociedad limitada, slu, sll, sociedad limitada unipersonal, s l, slp, slne, sociedad de responsabilidad limitada unipersonal",
    "sa de cv, sab de cv, sapi de cv, sociedad anonima de capital variable, s de rl de cv, s de rl, sa de capital variable, sofom, sa de cv sofom enr, saa, sac, eirl, sociedad anonima cerrada",
    "sau, sociedad anonima unipersonal, sociedad anonima abierta",
    "lda, limitada, ltda, unipessoal lda, sociedade unipessoal lda, sgps, sa sgps, me, eireli, epp, cia ltda",
    // Nordic.
    "ab, aktiebolag, ab publ, aktiebolaget, publ, aktiebolag publ, kb, hb, handelsbolag, kommanditbolag",
    "as, a s, aktieselskab, aksjeselskap, asa, allmennaksjeselskap, akciova spolecnost, akciova spol, anonim sirketi, anonim sti",
    "aps, anpartsselskab, ivs, k s, i s, ks, ans, da, amba",
    "oy, osakeyhtio, oyj, oy ab, ab oy, julkinen osakeyhtio, ky, oy ltd",
    "ehf, hf, ohf",
    // Central and eastern Europe, Turkey, Russia.
    "sp zoo, spolka z ograniczona odpowiedzialnoscia, spolka z oo, sp z oo, sp zo o, sp z o o, spzoo, sp k, sp zoo sp k, spk, spolka komandytowa, sp j, spolka jawna, spj, sp zoo spolka komandytowa, sp zoo spk",
    "spolka akcyjna, ska",
    "sro, spol sro, spol s ro, spolecnost s rucenim omezenym, spolocnost s rucenim obmedzenym, s ro, vos",
    "kft, korlatolt felelossegu tarsasag, zrt, nyrt, rt, bt, zartkoruen mukodo reszvenytarsasag",
    "doo, d o o, dd, ad, ead, ood, eood, jdoo, dooel",
    "ooo, oao, zao, pao, ao, jsc, pjsc, ojsc, cjsc, tov, pat, at, uab, sia, ou, oue, osauhing, aktsiaselts, joint stock company, public joint stock company, too, llp too",
    "ltd sti, limited sirketi, as ve ticaret, san ve tic as, san tic as, san ve tic ltd sti, sanayi ve ticaret as, sanayi ve ticaret limited sirketi, ticaret as, sti, tic as, tic ltd sti",
    "sa rl, srl d, sc, sca ro, scm",
    "ae, epe, anonimi etairia, ike, oe, ee, abee",
    // Asia and the Gulf.
    "kk, kabushiki kaisha, kabushikigaisha, gk, godo kaisha, yk",
    "tbk, pt, perseroan terbatas, pt tbk, cv pt",
    "fzco, fze, fz llc, fzc, dmcc, wll, bsc, est, establishment, saoc llc",
    "jsc vn, tnhh, cong ty tnhh, cong ty co phan, co jsc, joint stock co",
    "co lp, scsp, sicav, sicar, sicav sif, fcp, sif, raif, scs sicav",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(name: &str) -> (String, LegalForm) {
        let mut words: Vec<&str> = name.split(' ').collect();
        let form = strip(&mut words);
        (words.join(" "), form)
    }

    #[test]
    fn forms_of_many_countries_come_off() {
        for name in [
            "acme ltd",
            "acme limited",
            "acme co ltd",
            "acme plc",
            "acme llp",
            "acme pty ltd",
            "acme sdn bhd",
            "acme inc",
            "acme corp",
            "acme llc",
            "acme gmbh",
            "acme gmbh co kg",
            "acme ag",
            "acme ug haftungsbeschrankt",
            "acme sa",
            "acme sarl",
            "acme sas",
            "acme bv",
            "acme nv",
            "acme spa",
            "acme srl",
            "acme sl",
            "acme sa de cv",
            "acme lda",
            "acme ab",
            "acme as",
            "acme aps",
            "acme oyj",
            "acme sp zoo",
            "acme sro",
            "acme kft",
            "acme doo",
            "ooo acme",
            "acme ltd sti",
            "acme kk",
            "pt acme tbk",
            "acme fzco",
            "the acme company",
        ] {
            let (rest, form) = stripped(name);
            assert_eq!(rest, "acme", "{name}");
            assert_ne!(form, 0, "{name}");
        }
    }

    #[test]
    fn two_ways_of_writing_one_form_are_one() {
        for (one, other) in [
            ("a ltd", "a limited"),
            ("a inc", "a incorporated"),
            ("a gmbh", "a gesellschaft mbh"),
            ("a ab", "a aktiebolag"),
        ] {
            assert_eq!(stripped(one).1, stripped(other).1);
        }
        assert_ne!(stripped("a gmbh").1, stripped("a ag").1);
    }

    #[test]
    fn a_word_always_stays() {
        assert_eq!(stripped("limited").0, "limited");
        assert_eq!(stripped("acme ltd leeds").0, "acme leeds");
    }
}

"""What happens to a name between two systems: one small function for each thing that happens."""

import random
import re
import unicodedata

LEGAL = [
    ["Limited", "Ltd", "Ltd.", "LTD"], ["PLC", "plc", "P.L.C."], ["LLP", "L.L.P."], ["Inc.", "Inc", "Incorporated", ", Inc."], ["Corporation", "Corp", "Corp."],
    ["LLC", "L.L.C.", ", LLC"], ["Company", "Co.", "Co"], ["GmbH", "Gesellschaft mbH", "G.m.b.H."], ["AG", "Aktiengesellschaft"], ["B.V.", "BV"], ["N.V.", "NV"],
    ["S.A.", "SA"], ["S.r.l.", "SRL", "Srl"], ["S.p.A.", "SpA", "SPA"], ["AB", "Aktiebolag"], ["A/S", "AS"], ["Pty Ltd", "Pty. Ltd.", "PTY LTD", "Pty Limited"],
    ["Private Limited", "Pvt Ltd", "Pvt. Ltd.", "PVT LTD"], ["SARL", "S.A.R.L.", "S.à r.l."], ["SAS", "S.A.S."], ["Co., Ltd.", "Co Ltd", "Company Limited"], ["LP", "L.P."],
    ["Oy", "OY"], ["Sp. z o.o.", "Sp z oo"], ["s.r.o.", "sro"], ["SL", "S.L.", "Sociedad Limitada"], ["GmbH & Co. KG", "GmbH & Co KG", "GmbH und Co. KG"], ["ApS", "APS"],
]
LEGAL_PATTERNS = sorted(
    {(re.escape(way.strip(", ")), group) for group, ways in enumerate(LEGAL) for way in ways}, key=lambda entry: (-len(entry[0]), entry)
)

ABBREVIATIONS = {
    "international": ["Intl", "Int'l", "Intl."], "manufacturing": ["Mfg", "Mfg.", "Manuf"], "associates": ["Assoc", "Assocs", "Assoc."], "services": ["Svcs", "Svc", "Serv", "Servs"],
    "service": ["Svc"], "management": ["Mgmt", "Mgt", "Mgmt."], "technology": ["Tech"], "technologies": ["Tech", "Techs"], "solutions": ["Solns", "Sol"], "systems": ["Sys", "Syst"],
    "engineering": ["Eng", "Engr", "Eng."], "construction": ["Constr", "Const"], "development": ["Dev", "Devt"], "developments": ["Devs", "Dev"], "properties": ["Props", "Prop"],
    "investments": ["Invs", "Inv", "Invest"], "investment": ["Inv", "Invest"], "financial": ["Fin", "Fincl"], "distribution": ["Dist", "Distrib"], "transport": ["Trans", "Transp"],
    "transportation": ["Trans", "Transp"], "logistics": ["Log", "Logist"], "industries": ["Inds", "Ind"], "industrial": ["Ind", "Indl"], "enterprises": ["Ent", "Entp"],
    "products": ["Prods", "Prod"], "communications": ["Comms", "Comm"], "consulting": ["Cons", "Consult"], "national": ["Natl", "Nat'l", "Nat"], "university": ["Univ", "Uni"],
    "hospital": ["Hosp"], "healthcare": ["Hlthcare", "Health"], "medical": ["Med"], "pharmaceuticals": ["Pharma", "Pharm"], "pharmaceutical": ["Pharm", "Pharma"],
    "laboratories": ["Labs"], "insurance": ["Ins", "Insur"], "marketing": ["Mktg"], "brothers": ["Bros", "Bros."], "center": ["Ctr"], "centre": ["Ctr", "Cntr"],
    "department": ["Dept"], "group": ["Grp", "Gp"], "holdings": ["Hldgs", "Hldg", "Holding"], "holding": ["Hldg", "Hldgs"], "capital": ["Cap"], "partners": ["Ptnrs", "Prtnrs"],
    "company": ["Co", "Co."], "american": ["Am", "Amer"], "general": ["Gen", "Genl"], "electric": ["Elec"], "electronics": ["Elec", "Electr"], "electrical": ["Elec", "Elect"],
    "equipment": ["Equip", "Eqpt"], "saint": ["St", "St."], "mount": ["Mt"], "north": ["N", "N."], "south": ["S", "S."], "east": ["E"], "west": ["W"], "building": ["Bldg"],
    "trading": ["Trdg", "Trad"], "real": ["RE"], "estate": ["Est"], "energy": ["Enrgy", "En"], "resources": ["Res"], "foundation": ["Fdn", "Found"], "institute": ["Inst"],
    "global": ["Glob", "Gbl"], "supply": ["Sup"], "security": ["Sec"], "securities": ["Secs", "Sec"], "software": ["SW", "Sftw"], "network": ["Net"], "networks": ["Nets"],
    "accountants": ["Accts"], "architects": ["Archs"], "solicitors": ["Solrs"], "and": ["&"], "motor": ["Mtr"], "environmental": ["Env", "Environ"], "mechanical": ["Mech"],
    "professional": ["Prof"], "commercial": ["Comml", "Comm"], "bank": ["Bk"], "acquisition": ["Acq", "Acqn"], "exploration": ["Expl"], "chemical": ["Chem"], "chemicals": ["Chems", "Chem"],
    "materials": ["Matls", "Mat"], "petroleum": ["Pet", "Petro"], "telecommunications": ["Telecom", "Telecoms"], "automotive": ["Auto"], "advisors": ["Adv"], "australia": ["Aust", "Aus"],
    "limited": ["Ltd"], "corporation": ["Corp"], "agricultural": ["Agri"], "operations": ["Ops"], "organization": ["Org"], "administration": ["Admin"], "research": ["Rsch"],
}

NOTES_AFTER = [" (old)", " (OLD)", " - DO NOT USE", " DO NOT USE", " (inactive)", " - Inactive", " (duplicate)", " [old]", " (closed)", " - OLD", " (Do not use)", " *OLD*", " (archived)", " - ARCHIVED"]
NOTES_MILD = [" (VIP)", " - Managed", " (MSP)", " (new)", " - Contract", " (PAYG)", " *", " - Active", " [Managed]", " (prospect)", " (Trial)", " - On Hold", " (HQ)", " - Main", " (Gold)", " (Break/Fix)", " - M365"]
NOTES_BEFORE = ["ZZ - ", "ZZ ", "ZZZ - ", "ZZ-", "zz_", "*", "OLD - ", "xx ", "INACTIVE - ", "(old) ", "_", "!"]


def words(name: str) -> list[str]:
    return name.split()


def plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def split_legal(name: str) -> tuple[str, int | None]:
    for pattern, group in LEGAL_PATTERNS:
        found = re.search(r"[\s,]+" + pattern + r"\.?$", name, re.IGNORECASE)
        if found and found.start() > 0:
            return name[: found.start()].strip(" ,"), group
    return name, None


def drop_legal(r, name):
    return split_legal(name)[0]


def respell_legal(r, name):
    core, group = split_legal(name)
    if group is None:
        return name
    way = r.choice(LEGAL[group])
    return core + way if way.startswith(",") else f"{core} {way}"


def other_legal(r, name):
    core, _ = split_legal(name)
    way = r.choice(r.choice(LEGAL[:7] if r.random() < 0.7 else LEGAL))
    return core + way if way.startswith(",") else f"{core} {way}"


def upper(r, name):
    return name.upper()


def lower(r, name):
    return name.lower()


def title(r, name):
    return name.title()


def no_marks(r, name):
    return plain(name) or name


def german(r, name):
    for a, b in ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("å", "aa"), ("ø", "oe"), ("æ", "ae"):
        name = name.replace(a, b)
    return name


def punctuation(r, name):
    kind = r.random()
    if kind < 0.4:
        return re.sub(r"[.,'’()\-/&]", lambda m: " " if m.group() in "-/&(" else "", name)
    if kind < 0.6:
        return name.replace(" ", "  ", 1)
    if kind < 0.8:
        return name.replace("-", " ") if "-" in name else name.replace(" ", "-", 1)
    return name + r.choice([".", " ", ",", " -"])


def ampersand(r, name):
    if "&" in name:
        return name.replace("&", r.choice(["and", "And", "+"]))
    return re.sub(r"\band\b", "&", name, flags=re.IGNORECASE)


KEYS = {k: v for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for i, k in enumerate(row) for v in [row[max(0, i - 1) : i] + row[i + 1 : i + 2]]}


def typo(r, name):
    places = [i for i, letter in enumerate(name) if letter.isalpha()]
    if len(places) < 5:
        return name
    i = r.choice(places[1:] if r.random() < 0.85 else places)
    kind = r.random()
    if kind < 0.25 and i + 1 < len(name):
        return name[:i] + name[i + 1] + name[i] + name[i + 2 :]
    if kind < 0.5:
        return name[:i] + name[i + 1 :]
    if kind < 0.65:
        return name[:i] + name[i] + name[i:]
    near = KEYS.get(name[i].lower()) or "e"
    letter = r.choice(near) if r.random() < 0.6 else r.choice("abcdefghijklmnopqrstuvwxyz")
    letter = letter.upper() if name[i].isupper() else letter
    return name[:i] + letter + name[i + (0 if kind > 0.9 else 1) :]


def two_typos(r, name):
    return typo(r, typo(r, name))


def abbreviate(r, name):
    done = []
    often = r.choice([0.5, 0.9, 1.0])
    for word in words(name):
        ways = ABBREVIATIONS.get(re.sub(r"\W", "", word.lower()))
        done.append(r.choice(ways) if ways and r.random() < often else word)
    return " ".join(done)


def shorten_words(r, name):
    done = words(name)
    i = r.randrange(len(done))
    for at in {i, len(done) - 1} if r.random() < 0.4 else {i}:
        word = done[at]
        if len(word) >= 6 and word.isalpha():
            if r.random() < 0.6:
                done[at] = word[: r.randint(3, len(word) - 2)] + r.choice(["", "."])
            else:
                done[at] = word[0] + re.sub("[aeiou]", "", word[1:])
    return " ".join(done)


def acronym(r, name):
    core = [w for w in re.findall(r"\w+", plain(split_legal(name)[0])) if w.lower() not in ("and", "of", "the", "for", "de", "la", "und")]
    if len(core) < 3:
        return name
    return r.choice(["", ".", ""]).join(w[0].upper() for w in core)


def acronym_keep(r, name):
    core = words(split_legal(name)[0])
    if len(core) < 4:
        return acronym(r, name)
    return "".join(w[0].upper() for w in core[:-1] if w[0].isalpha()) + " " + core[-1]


def acronym_beside(r, name):
    short = acronym(r, name)
    return name if short == name else r.choice([f"{name} ({short})", f"{short} - {name}", f"{short} ({name})"])


def truncate(r, name):
    limit = r.choice([20, 25, 30, 30, 32, 35, 40, 18, 24, 15])
    return name[:limit].rstrip() if len(name) > limit else name


def reorder(r, name):
    core, group = split_legal(name)
    done = words(core)
    if len(done) < 2:
        return name
    kind = r.random()
    if kind < 0.4:
        done = done[1:] + done[:1]
    elif kind < 0.6:
        done = done[-1:] + [*done[:-1]]
    elif kind < 0.8:
        i = r.randrange(len(done) - 1)
        done[i], done[i + 1] = done[i + 1], done[i]
    else:
        return f"{done[-1]}, {' '.join(done[:-1])}"
    return " ".join(done) + (f" {r.choice(LEGAL[group])}" if group is not None and r.random() < 0.5 else "")


def the(r, name):
    if name.lower().startswith("the "):
        return name[4:] + r.choice(["", ", The"])
    return "The " + name


def drop_word(r, name):
    core, group = split_legal(name)
    done = words(core)
    if len(done) < 3:
        return name
    done.pop(r.choice([len(done) - 1, len(done) - 1, r.randrange(1, len(done))]))
    return " ".join(done)


def first_words(r, name):
    done = words(split_legal(name)[0])
    return " ".join(done[: r.choice([1, 2, 2, 3])]) if len(done) > 2 else name


def add_word(r, name):
    core, group = split_legal(name)
    return core + r.choice([" Group", " UK", " (UK)", " Holdings", " International", " Services", " & Co", " Company", " Global", " Team", " Head Office", " HQ", " IT"])


def run_together(r, name):
    done = words(name)
    if len(done) < 2:
        return name
    i = r.randrange(len(done) - 1)
    return " ".join([*done[:i], done[i] + done[i + 1], *done[i + 2 :]])


def run_all_together(r, name):
    return "".join(words(split_legal(name)[0]))


def split_word(r, name):
    done = words(name)
    i = max(range(len(done)), key=lambda at: len(done[at]))
    if len(done[i]) < 7:
        return name
    at = r.randint(3, len(done[i]) - 3)
    done[i] = done[i][:at] + " " + done[i][at:]
    return " ".join(done)


def note(r, name):
    kind = r.random()
    if kind < 0.3:
        return name + r.choice(NOTES_AFTER)
    if kind < 0.6:
        return name + r.choice(NOTES_MILD)
    if kind < 0.75:
        return r.choice(NOTES_BEFORE) + name
    code = r.choice([str(r.randint(100, 99999)), f"C{r.randint(100, 9999)}", name[:3].upper().strip() + f"{r.randint(1, 999):03}", f"#{r.randint(1000, 9999)}", f"CUST-{r.randint(1, 9999):04}"])
    return r.choice([f"{code} - {name}", f"{name} ({code})", f"{name} [{code}]", f"{name} - {code}", f"{code}: {name}", f"{code} {name}"])


FANCY_A = "Blue Green Red Silver Golden Happy Bright Smart Fresh Urban Quick Prime Noble Royal Rapid Clear True Crystal Lucky Wild Little Big Old New High Deep River Mountain Ocean Star Sun Moon Oak Maple Cedar Rose Willow Falcon Eagle Fox Lion Bear Wolf Apex Nova Zenith Vertex Orbit Pixel Quantum".split()
FANCY_B = "Kitchen House Works Studio Hub Lab Point Bridge Gate Hill Field Wood Stone Tree Leaf Bean Cup Table Barn Garage Shop Store Market Bakery Cafe Bar Clinic Care Dental Spa Salon Fitness Gym Print Media Design Build Homes Gardens Pets Vets Motors Tyres Travel Tours Events Digital Cloud Net Soft Data Tech Energy Solar Foods Farm Wines Books Toys".split()


def fancy(r):
    return " ".join([r.choice(["The ", ""]) + r.choice(FANCY_A), r.choice(FANCY_B)])


def trading_as(r, name):
    other = fancy(r)
    return f"{name} {r.choice(['t/a', 'T/A', 'trading as', 'dba', 'd/b/a', 'DBA'])} {other}"


def former(r, name):
    return f"{name} ({r.choice(['formerly', 'fka', 'f/k/a', 'previously'])} {fancy(r)} Ltd)"


def as_domain(r, name):
    core = re.sub(r"\W", "", plain(split_legal(name)[0]).lower())
    return core[:24] + r.choice([".com", ".co.uk", ".net"])


# how often each thing happens in one kind of list or another: light, middling, heavy
HAPPENINGS = {
    upper: 8, lower: 2, title: 3, no_marks: 4, german: 1, punctuation: 7, ampersand: 6, drop_legal: 16, respell_legal: 14, other_legal: 3, typo: 10, two_typos: 3, abbreviate: 12,
    shorten_words: 4, acronym: 2.5, acronym_keep: 0.5, acronym_beside: 1, truncate: 6, reorder: 4, the: 2, drop_word: 4, first_words: 2.5, add_word: 3, run_together: 3,
    run_all_together: 1.5, split_word: 1.5, note: 6, trading_as: 2, former: 1, as_domain: 0.5,
}


class Noise:
    """One list's own mix of what happens to names."""

    def __init__(self, r: random.Random, level: float):
        self.level = level
        kinds = list(HAPPENINGS)
        self.kinds = kinds
        # each list has its own habits: some things never happen, some often
        self.weights = [HAPPENINGS[kind] * (0 if r.random() < 0.2 else r.lognormvariate(0, 0.8)) for kind in kinds]
        if sum(self.weights) == 0:
            self.weights = [1.0] * len(kinds)
        self.always = [kind for kind in (upper, drop_legal, no_marks) if r.random() < 0.07]
        self.limit = r.choice([None] * 7 + [20, 25, 30, 32, 40])

    def apply(self, r: random.Random, name: str) -> str:
        count = 0
        while count < 4 and r.random() < self.level * (1.0 if count == 0 else 0.5):
            count += 1
        for kind in r.choices(self.kinds, self.weights, k=count):
            name = kind(r, name) or name
        for kind in self.always:
            name = kind(r, name)
        if self.limit:
            name = name[: self.limit].rstrip()
        return name.strip() or "Unnamed"

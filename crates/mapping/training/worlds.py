"""Makes pairs of lists with a known answer: `worlds.py OUT`.

One folder for each world with customers.csv, organisations.csv and truth.csv. Every world draws its own habits (which fields
there are, how often they agree, what happens to names, how many siblings, how many rows without a partner), so that what is learnt
does not depend on any one of them. Worlds whose name begins with `test` take companies that no other world has; `other` worlds
are made by a second maker (`other_worlds.py`) that shares no code with this one and are never trained or tuned on.
"""

import csv
import os
import random
import re
import sys
from dataclasses import dataclass, field, replace

import names
import noise
import places

GROUP_WORDS = ["Holdings", "Services", "Properties", "Group", "International", "UK", "Finance", "Trading", "Logistics", "Developments", "Solutions", "Investments", "Engineering", "Retail",
               "Technologies", "Management", "Energy", "Europe", "Ireland", "North", "South", "Scotland", "Capital", "Ventures", "Foundation", "Systems", "Manufacturing", "Distribution", "Partners", "Pension Trustees"]
NUMBERS = ["2", "3", "II", "III", "No. 2", "1", "IV", "2019", "2020", "(No. 3)", "One", "Two"]
SURNAMES = "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Harris Clark Scott Turner Hill Moore Cooper Ward Morris King Watson Baker Harrison Morgan Young Allen Mitchell Anderson Phillips Lee Bell Parker Davis Murphy Kelly O'Brien Byrne Ryan O'Connor Walsh McCarthy Garcia Martinez Miller Müller Schmidt Schneider Fischer Weber Meyer Becker Hoffmann Jansen de_Vries van_Dijk Bakker Visser Andersson Johansson Karlsson Nilsson Dubois Moreau Laurent Lefebvre".replace("_", " ").split(" ")
TRADES = ["Plumbing", "Electrical", "Builders", "Roofing", "Accountants", "Solicitors", "Dental Practice", "Dental", "Medical Centre", "Veterinary Clinic", "Law Group", "Insurance Brokers", "Architects", "Estate Agents",
          "Car Sales", "Motors", "Garage", "Engineering", "Consulting", "Catering", "Bakery", "Printers", "Landscapes", "Logistics", "Haulage", "Recruitment", "Financial Planning", "Surveyors", "Optometrists", "Pharmacy",
          "Primary School", "High School", "Academy", "Church", "Golf Club", "Hotel", "Care Home", "Housing Association", "Charitable Trust", "Chartered Surveyors", "Family Dentistry", "Orthopedics", "Law Firm", "Realty", "Construction"]
FREE = ["gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "btinternet.com", "icloud.com"]


@dataclass
class Company:
    name: str
    country: str
    town: str = ""
    postcode: str = ""
    phone: str = ""
    domain: str = ""
    tenant: str = ""
    external: str = ""
    short: str = ""
    number: int = 0
    extra_domains: list = field(default_factory=list)


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", noise.plain(text).lower())


class Habits:
    """What one world is like."""

    def __init__(self, r: random.Random):
        often = lambda low, high: r.uniform(low, high)
        self.source = r.choice(["msp", "msp", "msp", "all", "all", "us", "gb", "trades", "mixed"])
        self.unmatched = [often(0.05, 0.35), often(0.05, 0.35)]
        self.siblings = r.choice([0, often(0.02, 0.1), often(0.05, 0.3)])
        self.other_towns = r.choice([0, often(0.01, 0.05), often(0.03, 0.15)])
        self.traps = r.choice([0, 0, 0, often(0.003, 0.012), often(0.005, 0.02)])
        self.duplicates = r.choice([0, 0, often(0.01, 0.05)])
        self.shared_domain = often(0.3, 1.0)
        self.fields = {}
        sides = r.choice(["rich", "rich", "usual", "usual", "usual", "poor", "names", "domain", "one"])
        for name in "domain phone town postcode country external".split():
            for side in (0, 1):
                often_there = {
                    "rich": often(0.7, 1.0), "usual": r.choice([0, often(0.3, 0.95), often(0.5, 0.95)]), "poor": r.choice([0, 0, often(0.1, 0.6)]), "names": 0.0,
                    "domain": often(0.4, 0.95) if name == "domain" else 0.0, "one": often(0.5, 0.95) if side == 0 else r.choice([0, 0, often(0.3, 0.9)]),
                }[sides]
                if name == "external":
                    often_there = r.choice([0, 0, 0, often_there])
                self.fields[name, side] = often_there
        self.wrong = {name: r.choice([often(0, 0.03), often(0.02, 0.1), often(0.05, 0.25)]) for name in "domain phone town postcode".split()}
        self.wrong["external"] = r.choice([0, 0.02, 0.1, 1.0])
        self.free_mail = r.choice([0, often(0, 0.15)])
        self.tenant = r.choice([0, 0, often(0.05, 0.5)])
        self.renamed = often(0, 0.3)
        self.by_accident = r.random() < 0.4
        self.towns = r.choice([8, 15, 30, 60, 200])
        self.town_slips = often(0, 0.08)
        level = r.choice([often(0.2, 0.5), often(0.4, 0.8), often(0.6, 0.95)])
        self.noise = [noise.Noise(r, level * r.choice([0, 0.1, 0.2, 0.4])), noise.Noise(r, level)]
        self.website = r.random() < 0.5


class Maker:
    def __init__(self, seed: int, size: int, test: bool, habits: Habits | None = None):
        self.r = random.Random(seed)
        self.habits = habits or Habits(self.r)
        self.size = size
        self.test = test
        self.domains: dict[str, int] = {}

    def name_source(self):
        table = NAMES[self.test]
        kind = self.habits.source
        wanted = {"msp": ["GB", "US", "IE", "AU", "CA", "NZ", "ZA"], "us": ["US", "CA"], "gb": ["GB", "IE", "GG", "JE"], "mixed": ["GB", "US", "DE", "NL", "FR", "SE", "IE"]}.get(kind)
        if (self.test, kind) not in ROWS and wanted:
            table = table[table.country.isin(wanted)]
        if (self.test, kind) not in ROWS:
            ROWS[self.test, kind] = sorted(zip(table.name, table.country))
        rows = ROWS[self.test, kind]
        need = min(int(self.size * 1.8) + 20, len(rows))
        # neighbours in the alphabet are the siblings that real registers are full of
        if self.r.random() < 0.5:
            picked = []
            run = self.r.choice([2, 4, 9])
            while len(picked) < need:
                at = self.r.randrange(len(rows))
                picked.extend(rows[at : at + self.r.randint(1, run)])
            rows = list(dict.fromkeys(picked))
            self.r.shuffle(rows)
            return rows
        return self.r.sample(rows, need)

    def trade(self):
        r = self.r
        town = r.choice(places.towns(r.choice(["GB", "US", "GB", "IE", "AU"])))[0]
        a, b = r.choice(SURNAMES), r.choice(SURNAMES)
        head = r.choice([a, a, f"{a} & {b}", f"{a} & Sons", f"{a} and {b}", f"{a}, {b} & {r.choice(SURNAMES)}", town, f"{r.choice(noise.FANCY_A)} {r.choice(noise.FANCY_B)}", f"{a[0]} {b}", f"{a[0]}.{b[0]}. {r.choice(SURNAMES)}", r.choice(noise.FANCY_A), f"St {r.choice(['Mary', 'John', 'Peter', 'Paul', 'Anne'])}'s", a + r.choice(["co", "tech", "soft", "ton"])])
        return f"{head} {r.choice(TRADES)} {r.choice(['Ltd', 'Limited', '', '', 'LLP', 'Inc', 'LLC', 'PLC', 'Pty Ltd'])}".strip()

    def companies(self, count: int) -> list[Company]:
        rows = self.name_source() if self.habits.source != "trades" else []
        made: dict[str, Company] = {}
        at = 0
        while len(made) < count:
            if self.habits.source == "trades" or (self.habits.source == "mixed" and self.r.random() < 0.3) or at >= len(rows):
                name, country = self.trade(), self.r.choice(["GB", "US"])
                if names.held_out(name) != self.test and self.r.random() < 0.9:
                    continue
            else:
                name, country = rows[at]
                at += 1
                if name.isupper() and self.r.random() < 0.6:
                    name = name.title()
            made.setdefault(name.lower(), self.settle(Company(name, country)))
        return list(made.values())

    def settle(self, company: Company) -> Company:
        r, habits = self.r, self.habits
        country = company.country if company.country in places.TOWNS else r.choice(["GB", "US", "GB", "US", "DE"])
        towns = places.towns(country)[: habits.towns]
        town, area, post = r.choice(towns)
        company = replace(company, country=country, town=town, extra_domains=[])
        company.postcode = self.postcode(country, post)
        company.phone = self.phone(area)
        company.domain = self.domain(company.name, country)
        company.tenant = slug(noise.split_legal(company.name)[0])[: r.choice([10, 15, 20, 27])] + r.choice(["", "", "", "ltd", "uk", "1"])
        company.external = r.choice([str(r.randint(1000, 999999)), f"{r.randint(1, 99999999):08}"])
        return company

    def postcode(self, country, post):
        r = self.r
        if country == "GB":
            return f"{post}{r.randint(1, 28)} {r.randint(1, 9)}{r.choice('ABDEFGHJLNPQRSTUWXYZ')}{r.choice('ABDEFGHJLNPQRSTUWXYZ')}"
        if country == "US":
            return f"{post}{r.randint(0, 99):02}"
        if country in ("CA", "IE"):
            return f"{post}{r.randint(1, 9)}{r.choice('ABCEGHJ')} {r.randint(1, 9)}{r.choice('ABCEGHJ')}{r.randint(1, 9)}"
        return f"{post}{r.randint(0, 99):02}" if country == "AU" else f"{post}{r.randint(0, 999):03}"

    def phone(self, area):
        return area + "".join(str(self.r.randint(0, 9)) for _ in range(10 - len(area) if len(area) > 1 else 8))

    def domain(self, name, country):
        r = self.r
        core = noise.plain(noise.split_legal(name)[0]).lower()
        parts = [w for w in re.findall(r"[a-z0-9]+", core.replace("'", "")) if w not in ("the", "and", "of")] or ["company"]
        kind = r.random()
        if kind < 0.45:
            label = "".join(parts)[:30]
        elif kind < 0.65:
            label = "".join(parts[:2])
        elif kind < 0.78:
            label = parts[0]
        elif kind < 0.86:
            label = "-".join(parts[:3])
        elif kind < 0.92 and len(parts) > 2:
            label = "".join(w[0] for w in parts)
        elif kind < 0.96:
            label = parts[0] + r.choice(["group", "uk", "hq", "online", "ltd", "inc", "co", "global", "corp"])
        else:
            label = slug(noise.fancy(r))
        if len(label) < 2:
            label = "".join(parts)
        top = r.choice(places.COUNTRIES[country][1])
        found = f"{label}.{top}"
        # two strangers have one domain only where a list maker was careless
        if found in self.domains and not self.habits.by_accident:
            label = "".join(parts)[:30]
            found = f"{label}.{top}" if f"{label}.{top}" not in self.domains else f"{label}{r.randint(1, 999)}.{top}"
        self.domains[found] = 1
        return found

    def sibling(self, company: Company) -> Company:
        r = self.r
        core, group = noise.split_legal(company.name)
        kind = r.random()
        parts = core.split()
        legal = f" {r.choice(noise.LEGAL[group])}" if group is not None else r.choice(["", " Ltd", " LLC"])
        if kind < 0.5:
            name = f"{core} {r.choice(GROUP_WORDS)}{legal}"
        elif kind < 0.6:
            name = f"{core} {r.choice(NUMBERS)}{legal}"
        elif kind < 0.75 and len(parts) > 1:
            name = f"{' '.join(parts[:-1])} {r.choice(GROUP_WORDS)}{legal}"
        elif kind < 0.85 and len(parts) > 2:
            name = f"{parts[0]} {r.choice(GROUP_WORDS)}{legal}"
        elif kind < 0.93:
            name = f"{core} ({r.choice(places.towns(company.country))[0]}){legal}"
        else:
            name = noise.other_legal(r, core)
        other = self.settle(Company(name, company.country))
        if r.random() < self.habits.shared_domain:
            other.domain = company.domain
        if r.random() < 0.5:
            other.town, other.postcode = company.town, company.postcode
        if r.random() < 0.3:
            other.phone = company.phone
        return other

    def elsewhere(self, company: Company) -> Company:
        """The same name in another town: another company, or another practice of a chain."""
        other = self.settle(replace(company))
        for _ in range(5):
            if other.town != company.town:
                break
            other = self.settle(replace(company))
        if self.r.random() < 0.3:
            other.domain = company.domain
        return other

    def row(self, company: Company, side: int) -> dict:
        r, habits = self.r, self.habits
        there = lambda name: r.random() < habits.fields[name, side]
        wrong = lambda name: side == 1 and r.random() < habits.wrong[name]
        row = {"name": habits.noise[side].apply(r, company.name), "domain": "", "phone": "", "city": "", "postcode": "", "country": "", "external_id": ""}
        if there("domain"):
            domain = company.domain
            if wrong("domain"):
                domain = r.choice([re.sub(r"\..*", "", domain) + "." + r.choice(["com", "net", "org", "co", "io"]), self.domain(company.name, company.country)])
            if r.random() < habits.free_mail:
                domain = r.choice(FREE)
            elif r.random() < habits.tenant and company.tenant:
                domain = f"{company.tenant}.onmicrosoft.com"
            elif habits.website and r.random() < 0.6:
                domain = r.choice(["https://www.{}/", "http://{}", "www.{}", "https://{}/contact", "info@{}", "{}"]).format(domain)
            row["domain"] = domain
        if there("phone"):
            digits = self.phone(company.phone[:3]) if wrong("phone") else company.phone
            row["phone"] = self.write_phone(digits, company.country)
        if there("town"):
            town = company.town
            if wrong("town"):
                town = r.choice(places.towns(company.country))[0]
            elif r.random() < habits.renamed and town in places.OTHER_NAMES:
                town = r.choice(places.OTHER_NAMES[town])
            if r.random() < habits.town_slips:
                town = noise.typo(r, town) if r.random() < 0.5 else town.upper()
            row["city"] = town
        if there("postcode"):
            code = company.postcode
            if wrong("postcode"):
                code = self.postcode(company.country, re.match(r"[A-Z]+|\d\d", code).group())
            row["postcode"] = r.choice([code, code, code.replace(" ", ""), code.lower()])
        if there("country"):
            row["country"] = r.choice(places.COUNTRIES[company.country][2])
        if there("external"):
            row["external_id"] = str(r.randint(1, 99999)) if wrong("external") else company.external
        return row

    def write_phone(self, digits, country):
        code = places.COUNTRIES[country][0]
        r = self.r
        if country in ("US", "CA"):
            a, b, c = digits[:3], digits[3:6], digits[6:]
            return r.choice([f"({a}) {b}-{c}", f"{a}-{b}-{c}", f"+1 {a} {b} {c}", f"1{digits}", digits, f"{a}.{b}.{c}", f"({a}) {b}-{c} x{r.randint(10, 999)}"])
        return r.choice([f"0{digits[:4]} {digits[4:]}", f"+{code} {digits[:2]} {digits[2:]}", f"+{code} (0){digits}", f"0{digits}", f"00{code}{digits}", f"0{digits[:3]} {digits[3:6]} {digits[6:]}"])

    def make(self):
        """Rows of both sides with the number of the company that each is."""
        r, habits = self.r, self.habits
        companies = self.companies(self.size)
        extra = []
        for company in companies:
            while r.random() < habits.siblings and len(extra) < self.size:
                extra.append(self.sibling(company))
            if r.random() < habits.other_towns:
                extra.append(self.elsewhere(company))
        r.shuffle(extra)
        whole = companies[: max(1, self.size - len(extra))] + extra
        r.shuffle(whole)
        sides = ([], [])
        for number, company in enumerate(whole):
            company.number = number
            if r.random() < habits.traps:
                # one company of a group in one list and another in the other: alike, and not the same
                other = self.sibling(company)
                pair = [company, other] if r.random() < 0.5 else [other, company]
                for side in (0, 1):
                    sides[side].append((self.row(pair[side], side), None))
                continue
            in_first, in_second = r.random() >= habits.unmatched[0], r.random() >= habits.unmatched[1]
            if not in_first and not in_second:
                in_first = True
            if in_first:
                sides[0].append((self.row(company, 0), number))
            if in_second:
                sides[1].append((self.row(company, 1), number))
            for side, inside in (0, in_first), (1, in_second):
                if inside and r.random() < habits.duplicates:
                    row = self.row(company, side)
                    row["name"] = (company.name if r.random() < 0.5 else row["name"]) + r.choice(noise.NOTES_AFTER)
                    sides[side].append((row, None))
        return sides


def write(folder: str, sides) -> None:
    os.makedirs(folder, exist_ok=True)
    r = random.Random(folder)
    columns = ["id", "name", "domain", "phone", "city", "postcode", "country", "external_id"]
    ids = [{}, {}]
    for side, file in (0, "customers.csv"), (1, "organisations.csv"):
        rows = list(sides[side])
        r.shuffle(rows)
        with open(f"{folder}/{file}", "w", newline="") as out:
            writer = csv.DictWriter(out, columns)
            writer.writeheader()
            for place, (row, number) in enumerate(rows):
                identity = f"{'CO'[side]}{place + 1}"
                writer.writerow({**{column: "" for column in columns}, **row, "id": identity})
                if number is not None:
                    ids[side][number] = identity
    with open(f"{folder}/truth.csv", "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["customer_id", "organisation_id"])
        for number, identity in ids[0].items():
            if number in ids[1]:
                writer.writerow([identity, ids[1][number]])


def core(name: str) -> str:
    return slug(noise.split_legal(name)[0])


def real_names(seed: int, size: int, test: bool, countries=None, hard=False):
    """Short names against full names, as people really wrote them; names and nothing else. The hard ones differ by more than
    their legal form."""
    r = random.Random(seed)
    pairs = names.real_pairs()
    pairs = pairs[[names.held_out(full) == test for full in pairs.full_name]]
    pairs = pairs[~pairs.full_name.str.lower().duplicated() & ~pairs.name.str.lower().duplicated()]
    if countries:
        pairs = pairs[pairs.country.isin(countries)]
    if r.random() < 0.7 or test:
        pairs = pairs[pairs.name.str.lower() != pairs.full_name.str.lower()]
    if hard:
        pairs = pairs[[core(short) != core(full) for short, full in zip(pairs.name, pairs.full_name)]]
    rows = list(zip(pairs.name, pairs.full_name))
    r.shuffle(rows)
    alone = 0 if test and seed % 2 else r.uniform(0, 0.3)
    sides = ([], [])
    for number, (short, full) in enumerate(rows[:size]):
        if r.random() >= alone / 2:
            sides[0].append(({"name": short}, number))
        if r.random() >= alone / 2:
            sides[1].append(({"name": full}, number))
    return sides if r.random() < 0.5 or test else (sides[1], sides[0])


NAMES = {}
ROWS = {}


def hard_names(out: str) -> None:
    for at in range(14):
        write(f"{out}/train-hard-{at:03}", real_names(91000 + at, [300, 1000, 3300][at % 3], False, hard=True))
    for at in range(3):
        write(f"{out}/tune-hard-{at:03}", real_names(92000 + at, [1000, 3300, 3300][at % 3], False, hard=True))
    write(f"{out}/test-real-hard", real_names(93001, 3300, True, hard=True))
    write(f"{out}/test-real-hard-some-alone", real_names(93002, 3300, True, hard=True))


def main(out: str) -> None:
    table = names.legal_names()
    kept = table.name.map(names.held_out)
    NAMES[False], NAMES[True] = table[~kept], table[kept]
    seed = 0
    only = os.environ.get("ONLY", "train tune test large").split()
    for name, count, sizes, test in (
        ("train", 150, [60, 150, 300, 300, 600, 1000, 2000, 4000], False),
        ("tune", 30, [300, 300, 1000, 3000], False),
        ("test", 40, [300, 300, 300, 1000, 5000], True),
    ):
        for at in range(count):
            seed += 1
            size = sizes[at % len(sizes)]
            if name not in only:
                continue
            write(f"{out}/{name}-{at:03}", Maker(seed, size, test).make())
        for at in range({"train": 24, "tune": 4, "test": 0}[name]):
            seed += 1
            if name not in only:
                continue
            write(f"{out}/{name}-real-{at:03}", real_names(seed, random.Random(seed).choice([300, 1000, 3000]), test))
    if "large" not in only:
        return
    hard_names(out)
    english = ["united states", "united kingdom", "canada", "australia", "ireland", "new zealand", "south africa", "singapore", "hong kong", "india"]
    write(f"{out}/test-real-all", real_names(90001, 3300, True))
    write(f"{out}/test-real-some-alone", real_names(90002, 3300, True))
    write(f"{out}/test-real-english", real_names(90003, 3300, True, english))
    write(f"{out}/train-large", Maker(70001, 30000, False).make())
    for at in range(3):
        habits = Habits(random.Random(80000 + at))
        write(f"{out}/test-large-{at}", Maker(80100 + at, 50000, True, habits).make())


if __name__ == "__main__":
    main(sys.argv[1])

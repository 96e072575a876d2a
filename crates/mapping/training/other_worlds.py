"""A second maker of lists: `other_worlds.py OUT`. No model learns from its lists.

Written apart from `worlds.py`, with other ideas of what goes wrong, and sharing no code with it but the reading of names. Where `worlds.py`
lets small accidents add up, this one gives every row one *kind* of difference, as somebody who wants to count by kind would do, with a fixed
share of groups that share a domain, of chains with one name in several towns, and of rows without a partner.

`other_worlds.py OUT tune` makes lists with the same habits from companies that are not kept for the test, to look at while changing the matcher.
"""

import csv
import os
import random
import re
import sys
import unicodedata

import names

CITIES = [("London", "020", "EC1A"), ("Leeds", "0113", "LS1"), ("York", "01904", "YO1"), ("Bristol", "0117", "BS1"), ("Dublin", "01", "D02"), ("Austin", "512", "78701"), ("Denver", "303", "80202"), ("Boston", "617", "02108"),
          ("Chicago", "312", "60601"), ("Seattle", "206", "98101"), ("Toronto", "416", "M5H"), ("Sydney", "02", "2000"), ("Perth", "08", "6000"), ("Glasgow", "0141", "G1"), ("Cardiff", "029", "CF10"), ("Berlin", "030", "10115"),
          ("Munich", "089", "80331"), ("Paris", "01", "75001"), ("Madrid", "091", "28001"), ("Milan", "02", "20121"), ("Utrecht", "030", "3511"), ("Ghent", "09", "9000"), ("Oslo", "021", "0150"), ("Phoenix", "602", "85001"), ("Bath", "01225", "BA1")]
TAILS = r"(?i)[,\s]+(limited|ltd\.?|inc\.?|incorporated|llc|l\.l\.c\.|llp|plc|corp\.?|corporation|co\.?|company|gmbh|ag|b\.?v\.?|n\.?v\.?|s\.?a\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|ab|a/s|as|oy|pty\.? ltd\.?|private limited|pvt\.? ltd\.?|sarl|sas|lp|l\.p\.)$"
FAMILY = ["Holdings", "Services", "Property", "Finance", "International", "Technology", "Group", "(Europe)", "Ireland", "Overseas", "Leasing", "Retail", "Wholesale", "Nominees", "Consulting"]
SHORT = {"international": "Intl", "services": "Svcs", "manufacturing": "Mfg", "management": "Mgmt", "company": "Co", "technologies": "Tech", "technology": "Tech", "systems": "Sys", "associates": "Assoc", "brothers": "Bros", "saint": "St",
         "engineering": "Eng", "group": "Grp", "holdings": "Hldgs", "financial": "Fin", "national": "Natl", "investments": "Inv", "development": "Dev", "properties": "Props", "partners": "Ptnrs", "industries": "Ind", "solutions": "Sol", "and": "&"}
BRANDS = ["Copper Kettle", "Nightingale", "The Print Works", "Aardvark", "Lantern", "Kingfisher", "Two Rivers", "Northstar", "Beacon", "Harbourside", "Old Mill", "Greenway", "Bluebird", "Ironworks", "Summit", "Lighthouse"]


def bare(name):
    while (cut := re.sub(TAILS, "", name)) != name:
        name = cut
    return name.strip(" ,.")


def tail(name):
    return name[len(bare(name)) :].strip(" ,")


def ascii_of(text):
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def slip(r, text):
    at = r.randrange(1, max(2, len(text) - 1))
    return r.choice([text[:at] + text[at + 1 :], text[:at] + text[at : at + 1] * 2 + text[at + 1 :], text[: at - 1] + text[at : at + 1] + text[at - 1 : at] + text[at + 1 :], text[:at] + r.choice("aeinrst") + text[at + 1 :]])


def initials(text):
    found = [w[0] for w in re.findall(r"\w+", ascii_of(text)) if w.lower() not in ("and", "of", "the", "for", "de")]
    return "".join(found).upper()


KINDS = {
    "same": (22, lambda r, n: n),
    "case": (8, lambda r, n: r.choice([n.upper(), n.lower(), n.title()])),
    "bare": (15, lambda r, n: bare(n)),
    "form": (10, lambda r, n: f"{bare(n)} {r.choice(['Ltd', 'Limited', 'Inc', 'LLC', 'GmbH', 'Co', 'Company'])}"),
    "ascii": (3, lambda r, n: re.sub(r"[^\w\s&]", " ", ascii_of(n) or n)),
    "slip": (8, lambda r, n: slip(r, bare(n)) + " " + tail(n)),
    "slips": (3, lambda r, n: slip(r, slip(r, bare(n)))),
    "short": (7, lambda r, n: " ".join(SHORT.get(w.lower().strip(".,"), w) for w in n.split())),
    "acronym": (4, lambda r, n: initials(bare(n)) if len(initials(bare(n))) >= 3 else bare(n)),
    "acronym form": (1, lambda r, n: f"{initials(bare(n))} {tail(n)}" if len(initials(bare(n))) >= 3 else n),
    "cut": (5, lambda r, n: n[: r.choice([20, 25, 30])].rstrip()),
    "order": (3, lambda r, n: " ".join(sorted(bare(n).split(), key=lambda _: r.random()))),
    "comma": (1, lambda r, n: ", ".join([bare(n).split()[-1], " ".join(bare(n).split()[:-1])]) if " " in bare(n) else n),
    "note": (5, lambda r, n: r.choice(["ZZ - {}", "{} (old)", "{} - DO NOT USE", "{} [INACTIVE]", "{} - MSP", "({}) {}".format(r.randint(100, 999), "{}"), "A{:04} - {}".format(r.randint(1, 9999), "{}"), "{} *VIP*", "{} - closed 2021"]).format(n)),
    "trading": (3, lambda r, n: f"{n} {r.choice(['t/a', 'trading as', 'dba'])} {r.choice(BRANDS)}"),
    "glued": (2, lambda r, n: "".join(w[:1].upper() + w[1:] for w in bare(n).split())),
    "first": (2, lambda r, n: " ".join(bare(n).split()[:2])),
    "less": (2, lambda r, n: " ".join(bare(n).split()[:-1]) if len(bare(n).split()) > 2 else bare(n)),
    "more": (2, lambda r, n: f"{bare(n)} {r.choice(['Group', 'UK', 'Head Office', 'Global', '& Partners'])}"),
    "amp": (2, lambda r, n: n.replace("&", "and") if "&" in n else re.sub(r"(?i)\band\b", "&", n)),
    "dots": (1, lambda r, n: ".".join(initials(bare(n))) + "." if 3 <= len(initials(bare(n))) <= 5 else n),
}


def company(r, name):
    city, area, post = r.choice(CITIES)
    words = re.findall(r"[a-z0-9]+", ascii_of(bare(name)).lower()) or ["x"]
    label = r.choice(["".join(words), "".join(words), "".join(words[:2]), words[0] + (words[1][:3] if len(words) > 1 else ""), "-".join(words[:3]), initials(name).lower() + "group"])[:40]
    return {"name": name, "domain": f"{label}.{r.choice(['com', 'com', 'co.uk', 'net', 'io', 'ie', 'de'])}", "phone": f"{area}{r.randint(1000000, 9999999)}", "city": city, "postcode": f"{post} {r.randint(1, 9)}{r.choice('ABD')}{r.choice('EFG')}" if post[0].isalpha() else post[:-2] + f"{r.randint(10, 99)}"}


def make(seed, size, rich, test=True):
    r = random.Random(seed)
    table = names.legal_names()
    table = table[[names.held_out(name) == test for name in table.name]]
    pool = list(table.name.sample(min(size * 2, len(table)), random_state=seed))
    pool = [n.title() if n.isupper() and r.random() < 0.7 else n for n in pool]
    wholes, at = [], 0
    while len(wholes) < size:
        name = pool[at]
        at += 1
        one = company(r, name)
        wholes.append(one)
        draw = r.random()
        if draw < 0.06:  # a group under one domain
            for word in r.sample(FAMILY, r.randint(1, 3)):
                wholes.append({**company(r, f"{bare(name)} {word} {tail(name)}".strip()), "domain": one["domain"]})
        elif draw < 0.09:  # one name in several towns
            for _ in range(r.randint(1, 2)):
                other = company(r, name)
                wholes.append({**other, "domain": one["domain"]} if r.random() < 0.4 else other)
    wholes = wholes[:size]
    names_of, weights = list(KINDS), [KINDS[k][0] for k in KINDS]
    share = {"domain": (0.75, 0.7), "phone": (0.6, 0.5), "city": (0.8, 0.7), "postcode": (0.6, 0.5)} if rich else {"domain": (0.5, 0.5), "phone": (0, 0), "city": (0.4, 0.4), "postcode": (0, 0)}
    sides, truth = [[], []], []
    for one in wholes:
        draw = r.random()
        both = draw < 0.76
        rows = []
        for side in (0, 1):
            row = dict(one)
            if side == 1:
                kind = r.choices(names_of, weights)[0]
                row["name"] = KINDS[kind][1](r, row["name"]).strip() or row["name"]
                if r.random() < 0.04:
                    row["phone"] = "0" + str(r.randint(100000000, 999999999))
                if r.random() < 0.04:
                    row["city"] = r.choice(CITIES)[0]
                if r.random() < 0.05:
                    row["domain"] = r.choice(["gmail.com", re.sub(r"[^a-z]", "", ascii_of(bare(one["name"])).lower())[:20] + ".onmicrosoft.com", "outlook.com"])
                row["phone"] = r.choice([row["phone"], f"+44 {row['phone'][1:]}", f"{row['phone'][:4]}-{row['phone'][4:]}"])
                row["domain"] = r.choice(["{}", "https://www.{}", "www.{}", "office@{}"]).format(row["domain"])
            elif r.random() < 0.25:
                row["name"] = bare(row["name"])
            for name, often in share.items():
                if r.random() >= often[side]:
                    row[name] = ""
            rows.append(row)
        if both or draw < 0.88:
            sides[0].append(rows[0])
        if both or draw >= 0.88:
            sides[1].append(rows[1])
        if both:
            truth.append((len(sides[0]) - 1, len(sides[1]) - 1))
    return sides, truth


def write(folder, made):
    (sides, truth) = made
    os.makedirs(folder, exist_ok=True)
    r = random.Random(folder)
    ids = []
    for side, file in enumerate(("customers", "organisations")):
        order = list(range(len(sides[side])))
        r.shuffle(order)
        ids.append({row: f"{file[0]}-{at}" for at, row in enumerate(order)})
        with open(f"{folder}/{file}.csv", "w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["id", "name", "domain", "phone", "city", "postcode"])
            for row in order:
                one = sides[side][row]
                writer.writerow([ids[side][row], *(one[c] for c in ("name", "domain", "phone", "city", "postcode"))])
    with open(f"{folder}/truth.csv", "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["customer_id", "organisation_id"])
        writer.writerows((ids[0][a], ids[1][b]) for a, b in truth)


def tune(out):
    for at in range(6):
        write(f"{out}/tune-other-small-{at}", make(1500 + at, 340, False, test=False))
    for at in range(3):
        write(f"{out}/tune-other-middle-{at}", make(1600 + at, 5700, at == 2, test=False))
    write(f"{out}/tune-other-large", make(1700, 57000, False, test=False))


if __name__ == "__main__":
    out = sys.argv[1]
    if sys.argv[2:] == ["tune"]:
        sys.exit(tune(out))
    for at in range(10):
        write(f"{out}/other-small-{at}", make(500 + at, 340, at % 2 == 0))
    for at in range(4):
        write(f"{out}/other-middle-{at}", make(600 + at, 5700, at % 2 == 0))
    for at in range(2):
        write(f"{out}/other-large-{at}", make(700 + at, 57000, at % 2 == 0))

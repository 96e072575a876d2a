"""A third maker of lists, for the test alone: `third_worlds.py OUT`.

Written when the models had been learnt; it shares no code with the other two but the reading of names, and no rule, number or limit of the
matcher comes from its lists. The vendor's side is what people typed into a portal when they set a customer up, the other what accounts keep: the
legal name. Several small things happen to one name. How many, that is `hard`, was chosen so that TF-IDF with the domain (`baselines.py`) reaches 0.95 on
the small lists, 0.925 on the middle ones and 0.87 on the large one.
"""

import csv
import os
import random
import re
import sys
import unicodedata

import names

NEIGHBOURS = {"a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "mb", "o": "ip", "p": "o",
              "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x"}
FORMS = re.compile(r"(?i)[\s,]+(ltd|limited|llc|l\.l\.c|inc|incorporated|corp|corporation|co|company|plc|lp|llp|l\.p|gmbh|gmbh & co\.? kg|ag|kg|se|sa|s\.a|srl|s\.r\.l|spa|s\.p\.a|nv|n\.v|bv|b\.v|ab|as|a/s|aps|oy|oyj|pty|pty ltd|pvt ltd|"
                   r"private limited|sarl|sas|s\.l|sl|sp\. z o\.?o|s\.r\.o|kft|zrt|ehf|d\.o\.o)\.?$")
LEFT_OFF = {"services", "solutions", "group", "holdings", "international", "systems", "technologies", "consulting", "management", "partners", "associates", "enterprises", "industries", "trading"}
SHORTER = {"international": "int'l", "services": "svcs", "management": "mgmt", "manufacturing": "mfg", "associates": "assoc.", "brothers": "bros", "engineering": "eng.", "technologies": "tech", "university": "univ.", "department": "dept",
           "national": "nat'l", "limited": "ltd", "company": "co", "corporation": "corp", "saint": "st", "mount": "mt", "development": "dev.", "property": "prop.", "construction": "constr."}
DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "first": "1st", "second": "2nd", "third": "3rd"}
PLACES = ["Aberdeen", "Albany", "Antwerp", "Basel", "Belfast", "Bergen", "Bologna", "Brno", "Cork", "Derby", "Dresden", "Exeter", "Fargo", "Geneva", "Graz", "Hobart", "Hull", "Izmir", "Kent", "Lille", "Lincoln", "Lyon", "Malmo", "Mobile", "Nantes",
          "Norwich", "Omaha", "Porto", "Reading", "Reno", "Salem", "Siena", "Tampa", "Turku", "Vaduz", "Wells"]
BRANCHES = ["Holdings", "Services", "Property", "Trading", "Finance", "Ventures", "Logistics", "Engineering", "Investments", "UK", "Ireland", "Europe", "Asia", "North", "South"]


def plain(text):
    return unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l")).encode("ascii", "ignore").decode()


def without_form(name):
    while True:
        shorter = FORMS.sub("", name).strip(" ,")
        if shorter == name or len(shorter) < 2:
            return name
        name = shorter


def mistyped(r, text):
    places = [at for at, letter in enumerate(text) if letter.lower() in NEIGHBOURS and at > 0]
    if not places:
        return text
    at = r.choice(places)
    kind = r.random()
    if kind < 0.35:
        return text[:at] + r.choice(NEIGHBOURS[text[at].lower()]) + text[at + 1 :]
    if kind < 0.6:
        return text[:at] + text[at + 1 :]
    if kind < 0.8:
        return text[:at] + text[at] + text[at:]
    return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]


def typed(r, name, hard):
    """What somebody types who has the legal name before them, or only in mind; `hard` is how much more often names are changed than in the small lists."""

    def happens(share):
        return r.random() < share * hard

    if r.random() < 0.62:
        name = without_form(name)
    words = name.split()
    if len(words) > 2 and happens(0.15) and words[-1].lower().strip(",.") in LEFT_OFF:
        words = words[:-1]
    if len(words) > 3 and happens(0.08):
        words = words[: r.choice([2, 3])]
    words = [SHORTER.get(word.lower(), word) if r.random() < 0.09 else word for word in words]
    words = [DIGITS.get(word.lower(), word) if r.random() < 0.5 else word for word in words]
    if words and words[0].lower() == "the" and r.random() < 0.6:
        words = words[1:] or words
    elif r.random() < 0.01:
        words = ["The", *words]
    text = " ".join(words)
    if r.random() < 0.15:
        text = text.replace("&", "and") if "&" in text else text.replace(" and ", " & ")
    if r.random() < 0.3:
        text = plain(text) or text
    if r.random() < 0.1:
        text = re.sub(r"[.,'’]", "", text)
    if happens(0.1):
        text = mistyped(r, text)
    if happens(0.04):
        text = mistyped(r, text)
    if happens(0.045):
        letters = "".join(word[0] for word in re.findall(r"\w+", plain(without_form(name))) if word.lower() not in ("of", "and", "the", "for"))
        text = letters.upper() if 3 <= len(letters) <= 6 else text
    draw = r.random()
    if draw < 0.03:
        text = f"{text} - {r.choice(PLACES)}"
    elif draw < 0.05:
        text = f"{text} ({r.choice(['UK', 'US', 'HQ', 'main', 'new', 'managed', 'break-fix', 'do not call'])})"
    elif draw < 0.06:
        text = f"{r.choice(['zz', 'x', '_', 'OLD', 'Ex'])} {text}"
    draw = r.random()
    if draw < 0.12:
        text = text.upper()
    elif draw < 0.18:
        text = text.lower()
    return text[: r.choice([24, 30, 32])] if happens(0.025) else text


def address(r, name):
    words = re.findall(r"[a-z0-9]+", plain(without_form(name)).lower()) or ["company"]
    kind = r.random()
    label = "".join(words) if kind < 0.45 else "".join(words[:2]) if kind < 0.7 else words[0] if kind < 0.8 else "-".join(words[:2]) if kind < 0.9 else "".join(word[0] for word in words) + r.choice(["", "group", "uk", "hq"])
    return f"{label[:30]}.{r.choice(['com', 'com', 'com', 'co.uk', 'net', 'org', 'eu', 'io', 'de', 'fr', 'com.au'])}"


def company(r, name):
    return {
        "name": name, "domain": address(r, name), "phone": f"+{r.choice(['1', '44', '49', '353', '61'])} {r.randint(200, 999)} {r.randint(100000, 9999999)}", "city": r.choice(PLACES),
        "postcode": r.choice(["{:05d}".format(r.randint(1000, 99999)), f"{r.choice('ABDEGHLMNS')}{r.choice('ABELRST')}{r.randint(1, 20)} {r.randint(1, 9)}{r.choice('ABDEF')}{r.choice('GHJLN')}"]),
    }


def companies(r, seed, size, hard):
    table = names.legal_names()
    table = table[[names.held_out(name) for name in table.name]]
    found = []
    for name in table.name.sample(min(2 * size, len(table)), random_state=seed):
        if name.isupper() and r.random() < 0.5:
            name = name.title()
        one = company(r, name)
        found.append(one)
        draw = r.random()
        if draw < 0.08 * hard:
            legal = name[len(without_form(name)) :]
            for branch in r.sample(BRANCHES, r.choice([1, 1, 2])):
                sister = company(r, f"{without_form(name)} {branch}{legal}")
                found.append({**sister, "domain": one["domain"] if r.random() < 0.6 else sister["domain"]})
        elif draw < 0.1 * hard:
            found.append(company(r, name))
        if len(found) >= size:
            return found[:size]
    return found


# How often a side has a field: the accounts' side, the portal's.
KNOWN = {"domain": (0.55, 0.5), "phone": (0.5, 0.3), "city": (0.7, 0.4), "postcode": (0.5, 0.25)}


def make(seed, size, hard):
    r = random.Random(f"third {seed}")
    sides, truth = ([], []), []
    for one in companies(r, seed, size, hard):
        other = {**one, "name": typed(r, one["name"], hard)}
        if r.random() < 0.03:
            other["domain"] = r.choice([address(r, one["name"]), f"{re.sub('[^a-z]', '', plain(one['name']).lower())[:16]}.onmicrosoft.com", "gmail.com"])
        if r.random() < 0.05:
            other["phone"] = company(r, "x")["phone"]
        if r.random() < 0.03:
            other["city"] = r.choice(PLACES)
        one, other = ({**row, **{field: "" for field, often in KNOWN.items() if r.random() >= often[side]}} for side, row in enumerate((one, other)))
        draw = r.random()
        if draw < 0.88:
            sides[0].append(one)
        if draw >= 0.11:
            sides[1].append(other)
        if 0.11 <= draw < 0.88:
            truth.append((len(sides[0]) - 1, len(sides[1]) - 1))
    return sides, truth


def write(folder, sides, truth):
    os.makedirs(folder, exist_ok=True)
    r = random.Random(folder.rsplit("/", 1)[-1])
    places = []
    for rows, file in zip(sides, ("customers", "organisations")):
        order = r.sample(range(len(rows)), len(rows))
        places.append({row: place for place, row in enumerate(order)})
        with open(f"{folder}/{file}.csv", "w", newline="") as out:
            writer = csv.DictWriter(out, ["id", "name", *KNOWN])
            writer.writeheader()
            writer.writerows({"id": f"{file[0]}{place}", **rows[row]} for place, row in enumerate(order))
    with open(f"{folder}/truth.csv", "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["customer_id", "organisation_id"])
        writer.writerows((f"c{places[0][one]}", f"o{places[1][other]}") for one, other in truth)


if __name__ == "__main__":
    for kind, size, count, hard in (("small", 340, 20, 1), ("middle", 5_700, 3, 1.2), ("large", 57_000, 1, 1.7)):
        for at in range(count):
            write(f"{sys.argv[1]}/third-{kind}-{at}", *make(900 + size + at, size, hard))

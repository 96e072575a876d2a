"""How many of the pairs that are not found nobody could find: `LEARN=…/learn decidable.py FOLDER...`.

A lost pair counts as undecidable where another organisation fits the customer at least as well as the right one, or another
customer fits the organisation, by all that the lists show: the name (the same, the same letters, initials, the beginning, or the
share of equal letters), the domain and the town. It knows what the makers of the lists write into names, and compares by rules of its own.
"""

import csv
import os
import re
import subprocess
import sys

from rapidfuzz import fuzz, process

import other_worlds
from baselines import domain, folded

NOTES = r"(?i)^zz - | \(old\)$| - do not use$| \[inactive\]$| - msp$|^\(\d+\) |^a\d{4} - | \*vip\*$| - closed 2021$| (t/a|trading as|dba) .*$"
FREE = ("gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "onmicrosoft.com")
# A name that is this much less alike is no less alike.
TOLERANCE = 0.02


def read(path: str) -> list[dict]:
    rows = list(csv.DictReader(open(path)))
    for row in rows:
        row["core"] = folded(re.sub(NOTES, "", row["name"]))
        row["compact"] = row["core"].replace(" ", "")
        row["initials"] = other_worlds.initials(other_worlds.bare(row["name"])).lower()
        row["site"] = "" if domain(row["domain"]).endswith(FREE) else domain(row["domain"])
        row["town"] = row["city"].lower()
    return rows


def alike(one: dict, other: dict) -> float:
    if one["core"] == other["core"]:
        return 1.0
    if one["compact"] == other["compact"]:
        return 0.99
    pairs = (one, other), (other, one)
    if any(len(short["compact"]) >= 3 and short["compact"] == long["initials"] for short, long in pairs):
        return 0.9
    share = max(fuzz.ratio(one["compact"], other["compact"]), fuzz.token_sort_ratio(one["core"], other["core"])) / 100
    begins = any(len(short["compact"]) >= 4 and long["compact"].startswith(short["compact"]) for short, long in pairs)
    return max(share, 0.9) if begins else share


def fields(one: dict, other: dict) -> int:
    says = lambda field: 0 if not one[field] or not other[field] else 1 if one[field] == other[field] else -1
    return 2 * says("site") + says("town")


class Side:
    def __init__(self, rows: list[dict]):
        self.rows = rows
        self.cores = [row["core"] for row in rows]
        self.initials: dict[str, list[dict]] = {}
        for row in rows:
            self.initials.setdefault(row["initials"], []).append(row)

    def near(self, row: dict) -> list[dict]:
        """The rows of this side that may be taken for this one."""
        near = [self.rows[at] for _, _, at in process.extract(row["core"], self.cores, scorer=fuzz.ratio, limit=12)]
        short = row["compact"]
        if len(short) >= 4:
            near += [other for other in self.rows if other["compact"].startswith(short)][:50]
        return near + self.initials.get(short, [])


def has_rival(one: dict, right: dict, side: Side) -> bool:
    least, agrees = alike(one, right) - TOLERANCE, fields(one, right)
    rivals = side.near(one) + side.near(right)
    return any(rival is not right and alike(one, rival) >= least and fields(one, rival) >= agrees for rival in rivals)


def measure(folder: str) -> None:
    customers, organisations = (Side(read(f"{folder}/{side}.csv")) for side in ("customers", "organisations"))
    by_id = [{row["id"]: row for row in side.rows} for side in (customers, organisations)]
    truth = {row["customer_id"]: row["organisation_id"] for row in csv.DictReader(open(f"{folder}/truth.csv"))}
    lost = subprocess.run([os.environ["LEARN"], "lost", folder], capture_output=True, text=True, check=True).stdout.split()
    undecidable = 0
    for name in lost:
        customer, organisation = by_id[0][name], by_id[1][truth[name]]
        undecidable += has_rival(customer, organisation, organisations) or has_rival(organisation, customer, customers)
    print(f"{folder.split('/')[-1]:<24} of {len(truth)} pairs {len(lost)} lost, {undecidable} of them undecidable; recall with all others {1 - undecidable / len(truth):.4f}", flush=True)


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        measure(folder)

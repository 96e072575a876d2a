"""What general matchers reach on the same worlds: `baselines.py FOLDER...`.

- `tfidf`: character 3-grams of the folded name (legal form dropped) weighed by rarity, cosine, the domain added, best of each row, one to one by score;
- `wratio`: rapidfuzz's WRatio on the folded name, the domain added, the same way.

Each takes the threshold that is best for it on the very world it is measured on: a courtesy that a real matcher does not get.
"""

import csv
import os
import re
import sys
import time

import numpy as np
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

import noise


def folded(name: str) -> str:
    core = noise.split_legal(name)[0]
    return re.sub(r"[^a-z0-9]+", " ", noise.plain(core).lower().replace("&", " and ")).strip()


def domain(text: str) -> str:
    text = re.sub(r"^[a-z]+://", "", text.strip().lower()).split("/")[0].split("@")[-1]
    return re.sub(r"^www\.", "", text)


def read(folder: str):
    rows = [list(csv.DictReader(open(f"{folder}/{file}.csv"))) for file in ("customers", "organisations")]
    truth = {row["customer_id"]: row["organisation_id"] for row in csv.DictReader(open(f"{folder}/truth.csv"))}
    return rows[0], rows[1], truth


def with_domain(scores, ones, others):
    """Adds a quarter of the scale where the domains agree."""
    places: dict[str, list[int]] = {}
    for at, row in enumerate(others):
        if domain(row["domain"]) and domain(row["domain"]) not in ("gmail.com", "outlook.com", "hotmail.com", "yahoo.com"):
            places.setdefault(domain(row["domain"]), []).append(at)
    return [places.get(domain(row["domain"]), []) for row in ones]


def tfidf(ones, others):
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), sublinear_tf=True)
    names = [folded(row["name"]) for row in ones], [folded(row["name"]) for row in others]
    vectorizer.fit(names[0] + names[1])
    left, right = vectorizer.transform(names[0]), vectorizer.transform(names[1]).T.tocsr()
    same = with_domain(None, ones, others)
    for start in range(0, len(ones), 500):
        block = np.asarray((left[start : start + 500] @ right).todense())
        for at, scores in enumerate(block):
            scores[same[start + at]] += 0.35
            for best in np.argsort(-scores)[:5]:
                yield float(scores[best]), start + at, int(best)


def wratio(ones, others):
    names = [folded(row["name"]) for row in ones], [folded(row["name"]) for row in others]
    same = with_domain(None, ones, others)
    for start in range(0, len(ones), 500):
        block = process.cdist(names[0][start : start + 500], names[1], scorer=fuzz.WRatio, workers=1, dtype=np.float32) / 100
        for at, scores in enumerate(block):
            scores[same[start + at]] += 0.25
            for best in np.argsort(-scores)[:5]:
                yield float(scores[best]), start + at, int(best)


def measure(name, folder, matcher):
    ones, others, truth = read(folder)
    start = time.process_time()
    pairs = sorted(matcher(ones, others), reverse=True)
    seconds = time.process_time() - start
    used, taken, ranked, five = set(), set(), [], set()
    for score, one, other in pairs:
        right = truth.get(ones[one]["id"]) == others[other]["id"]
        if right:
            five.add(one)
        if one not in used and other not in taken:
            used.add(one), taken.add(other)
            ranked.append((score, right))
    right, best, recall = 0, 0.0, 0
    for count, (score, is_right) in enumerate(ranked, 1):
        right += is_right
        best = max(best, 2 * right / (count + len(truth)))
        if right >= 0.99 * count:
            recall = right
    print(f"{folder.split('/')[-1]:<24} {name:<7} F1 {best:.4f}  R@99 {recall / max(len(truth), 1):.4f}  five {len(five) / max(len(truth), 1):.4f}  {seconds:.2f} s", flush=True)
    return best


if __name__ == "__main__":
    for matcher in [matcher for matcher in (tfidf, wratio) if matcher.__name__ in os.environ.get("MATCHERS", "tfidf wratio")]:
        results = [measure(matcher.__name__, folder, matcher) for folder in sys.argv[1:]]
        print(f"{matcher.__name__}: F1 in the middle {np.median(results):.4f}, mean {np.mean(results):.4f}")

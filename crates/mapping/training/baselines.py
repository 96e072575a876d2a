"""What general matchers reach on the same worlds: `baselines.py FOLDER...`.

- `tfidf`: character 3-grams of the folded name (legal form dropped) weighed by rarity, cosine, the domain added, best of each row, one to one by score;
- `wratio`: rapidfuzz's WRatio on the folded name, the domain added, the same way;
- `splink`: Fellegi and Sunter's model as splink learns it from the two lists themselves, names weighed by how often they occur;
- `linkage`: the same model as recordlinkage has it (`ECMClassifier`).

The last two see every field. Both compare the rows that share a domain, a telephone number or a word of the name that at most fifty rows have.

Each takes the threshold that is best for it on the very world it is measured on: a courtesy that a real matcher does not get.
"""

import csv
import logging
import os
import re
import sys
import time

import numpy as np
import pandas as pd
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


FIELDS = ("domain", "phone", "city", "postcode")


def tables(ones, others):
    """Both lists as tables with folded fields; what is empty is missing."""
    for side, rows in (("one", ones), ("other", others)):
        table = pd.DataFrame({
            "place": range(len(rows)),
            "name": [folded(row["name"]) or None for row in rows],
            "domain": [domain(row["domain"]) or None for row in rows],
            "phone": [re.sub(r"\D", "", row["phone"])[-8:] or None for row in rows],
            "city": [noise.plain(row["city"]).lower() or None for row in rows],
            "postcode": [row["postcode"].replace(" ", "").lower() or None for row in rows],
        })
        table["words"] = [(name or "").split() for name in table["name"]]
        yield table.assign(side=side)


def pairs_to_compare(one, other):
    """Places of rows that share a domain, a telephone number or a word that is not common."""
    found = set()
    for field in ("domain", "phone", "words"):
        left, right = (table[["place", field]].explode(field).dropna() for table in (one, other))
        counts = right[field].value_counts()
        joined = left[left[field].map(counts).fillna(0) <= 50].merge(right, on=field)
        found.update(zip(joined.place_x, joined.place_y))
    return sorted(found)


def best_five(scored):
    """The five best of each row."""
    rows: dict[int, list] = {}
    for score, one, other in scored:
        rows.setdefault(one, []).append((score, other))
    for one, found in rows.items():
        for score, other in sorted(found, reverse=True)[:5]:
            yield score, one, other


def splink(ones, others):
    logging.disable(logging.WARNING)
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator

    one, other = tables(ones, others)
    known = [field for field in FIELDS if one[field].notna().any() and other[field].notna().any()]
    names = compare.JaroWinklerAtThresholds("name", [0.97, 0.92, 0.85, 0.75]).configure(term_frequency_adjustments=True)
    fields = [compare.ExactMatch(field).configure(term_frequency_adjustments=True) for field in known]
    both = pd.concat([one, other])
    both["rare"] = both["words"].map(rare_words(one, other))
    both["start"] = both["name"].str[:4]
    blocks = [{"blocking_rule": "l.rare = r.rare", "arrays_to_explode": ["rare"]}, *(f"l.{field} = r.{field}" for field in known if field in ("domain", "phone"))]
    settings = SettingsCreator(
        link_type="link_only", unique_id_column_name="place", source_dataset_column_name="side", comparisons=[names, *fields],
        blocking_rules_to_generate_predictions=blocks, probability_two_random_records_match=1 / len(other), max_iterations=20,
    )
    api = DuckDBAPI()
    keep = ["place", "side", "name", *known, "rare", "start"]
    linker = Linker([api.register(both[both.side == side][keep], dataset_display_name=side) for side in ("one", "other")], settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation("l.start = r.start")
    if "domain" in known:
        linker.training.estimate_parameters_using_expectation_maximisation("l.domain = r.domain")
    found = linker.inference.predict().as_pandas_dataframe()
    yield from best_five(zip(found.match_weight, found.place_l, found.place_r))


def rare_words(one, other):
    """Keeps of a row's words those that at most fifty rows of the other list have."""
    counts = other["words"].explode().value_counts()
    return lambda words: sorted({word for word in words if counts.get(word, 0) <= 50})


def linkage(ones, others):
    import recordlinkage

    one, other = tables(ones, others)
    compare = recordlinkage.Compare()
    for threshold in (0.97, 0.88, 0.75):
        compare.string("name", "name", method="jarowinkler", threshold=threshold, missing_value=0)
    known = [field for field in FIELDS if one[field].notna().any() and other[field].notna().any()]
    for field in known:
        compare.exact(field, field, missing_value=0)
    pairs = pd.MultiIndex.from_tuples(pairs_to_compare(one, other))
    vectors = compare.compute(pairs, one, other)
    model = recordlinkage.ECMClassifier(binarize=0.5)
    model.fit(vectors)
    chances = model.prob(vectors)
    # Among pairs that the model cannot tell apart, the nearer name first.
    near = vectors.sum(axis=1)
    yield from best_five((chance + 1e-6 * near[at], *at) for at, chance in chances.items())


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
    for matcher in [matcher for matcher in (tfidf, wratio, splink, linkage) if matcher.__name__ in os.environ.get("MATCHERS", "tfidf wratio splink linkage")]:
        results = [measure(matcher.__name__, folder, matcher) for folder in sys.argv[1:]]
        print(f"{matcher.__name__}: F1 in the middle {np.median(results):.4f}, mean {np.mean(results):.4f}")

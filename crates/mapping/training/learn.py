"""Learns the two models and writes them to src/model: `learn.py WORLDS`.

The first model judges a pair alone; it learns from one half of the training worlds. The second judges a pair among its rivals; it
learns from the other half, where the first has not learnt by heart what it says. Both are gradient-boosted trees held to
go only one way where more of a number can only speak for a pair, or only against it: what a list maker of our own happened to do
can then not turn a conflict into an agreement.
"""

import glob
import os
import subprocess
import sys

import lightgbm as lgb
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
LEARN = os.environ.get("LEARN", "target/release/examples/learn")
ALONE = 48


def numbers_of(folders: list[str], which: str, keep_wrong: float = 1.0):
    """The numbers of all pairs of some worlds, their answers, and a weight so that large worlds do not drown small ones."""
    width = len(subprocess.run([LEARN, "names"], capture_output=True, text=True, check=True).stdout.splitlines())
    tables, weights = [], []
    r = np.random.default_rng(1)
    for at in range(0, len(folders), 8):
        subprocess.run([LEARN, "pairs", which, *folders[at : at + 8]], check=True)
        for folder in folders[at : at + 8]:
            table = np.fromfile(f"{folder}/pairs.bin", dtype="<f4").reshape(-1, width + 2)
            os.remove(f"{folder}/pairs.bin")
            rows = len(np.unique(table[:, 0]))
            if keep_wrong < 1:
                table = table[(table[:, 1] > 0) | (r.random(len(table)) < keep_wrong)]
            tables.append(table)
            weights.append(np.full(len(table), 1 / np.sqrt(max(rows, 50) / 300)))
    table = np.concatenate(tables)
    return table[:, 2:], table[:, 1], np.concatenate(weights)


def directions(width: int) -> list[int]:
    lines = subprocess.run([LEARN, "names"], capture_output=True, text=True, check=True).stdout.splitlines()
    return [int(line.split()[1]) for line in lines][:width]


def learn(x, y, weight, trees: int, leaves: int, rate: float):
    settings = {
        "objective": "binary", "num_leaves": leaves, "learning_rate": rate, "min_data_in_leaf": 60, "feature_fraction": 0.6, "bagging_fraction": 0.7, "bagging_freq": 1,
        "lambda_l2": 5.0, "monotone_constraints": directions(x.shape[1]), "monotone_constraints_method": "basic", "max_bin": 127, "num_threads": 2, "verbose": -1, "seed": 7,
        "deterministic": True, "force_row_wise": True,
    }
    return lgb.train(settings, lgb.Dataset(x, y, weight=weight), trees)


def written(node) -> str:
    if "leaf_value" in node:
        return f"={node['leaf_value']:.4g}"
    assert node["decision_type"] == "<="
    return f"{node['split_feature']}<{node['threshold']:.5g} {written(node['left_child'])} {written(node['right_child'])}"


def write(model, path: str) -> None:
    trees = model.dump_model()["tree_info"]
    with open(path, "w") as out:
        out.writelines(written(tree["tree_structure"]) + "\n" for tree in trees)
    print(path, len(trees), "trees", os.path.getsize(path), "bytes")


def main(worlds: str) -> None:
    folders = sorted(glob.glob(f"{worlds}/train*"))
    halves = folders[::2], folders[1::2]
    build = ["cargo", "build", "--release", "-q", "-p", "mapping", "--features", "training", "--example", "learn"]
    x, y, weight = numbers_of(halves[0], "all", 0.5)
    print("first", x.shape, y.mean(), flush=True)
    model = learn(x[:, :ALONE], y, weight, 120, 31, 0.12)
    write(model, f"{HERE}/../src/model/first.txt")
    subprocess.run(build, check=True, cwd=HERE)
    x, y, weight = numbers_of(halves[1], "near")
    print("second", x.shape, y.mean(), flush=True)
    model = learn(x, y, weight, 128, 31, 0.11)
    write(model, f"{HERE}/../src/model/second.txt")
    gain = sorted(zip(model.feature_importance("gain"), subprocess.run([LEARN, "names"], capture_output=True, text=True).stdout.splitlines()), reverse=True)
    print([f"{name.split()[0]} {value:.0f}" for value, name in gain])
    subprocess.run(build, check=True, cwd=HERE)


if __name__ == "__main__":
    main(sys.argv[1])

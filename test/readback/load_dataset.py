"""Reads a generated dataset as a stranger would: with Hugging Face `datasets`, from its folder alone.

    pip install datasets pillow
    python test/readback/load_dataset.py DIR

Checks that both configs load, that images decode to the size and scale that their row states, and that every trajectory names
the pictures of its steps, in their order. Exits with 1 and the reason when something is off.
"""

import hashlib
import sys

from datasets import Image, load_dataset


def main(folder: str) -> int:
    rows = pictures = 0
    of_steps = {}
    steps = load_dataset(folder, "steps")
    for split, table in steps.items():
        assert isinstance(table.features["image"], Image), f"{split}: image is not an Image feature"
        for row in table:
            size = (row["width"] * row["scale"], row["height"] * row["scale"])
            assert row["image"].size == size, f"{row['id']}: {row['image'].size} instead of {size}"
            rows += 1
        for row in table.cast_column("image", Image(decode=False)):
            digest = hashlib.sha256(row["image"]["bytes"]).hexdigest()
            assert digest == row["image_sha256"], f"{row['id']}: image_sha256 differs"
            of_steps.setdefault(row["episode_id"], []).append(digest)
    trajectories = load_dataset(folder, "trajectories")
    for split, table in trajectories.items():
        for row in table:
            assert row["image_sha256"] == of_steps[row["id"]], f"{row['id']}: pictures of other steps"
            pictures += len(row["image_sha256"])
    print(f"load_dataset read {rows} steps and {pictures} names of pictures from {sorted(steps)}")
    return 0 if rows and pictures else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

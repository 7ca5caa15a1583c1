"""What Gymnasium's own spaces do not hold: any text, pictures as they come, and acts."""

import gymnasium


class AnyText(gymnasium.Space[str]):
    """Any text: a company has names in every script."""

    def __init__(self):
        super().__init__(None, str)

    def sample(self, mask=None, probability=None) -> str:
        return ""

    def contains(self, x) -> bool:
        return isinstance(x, str)

    def __eq__(self, other) -> bool:
        return isinstance(other, AnyText)


class Png(gymnasium.Space[bytes]):
    """A picture as PNG, empty where there is none."""

    def __init__(self):
        super().__init__(None, bytes)

    def sample(self, mask=None, probability=None) -> bytes:
        return b""

    def contains(self, x) -> bool:
        return isinstance(x, bytes)

    def __eq__(self, other) -> bool:
        return isinstance(other, Png)


class Acts(gymnasium.Space):
    """An act, or several for one turn, as the server reads them. A sample waits: what else fits only a screen tells."""

    def __init__(self):
        super().__init__(None, None)

    def sample(self, mask=None, probability=None) -> dict:
        return {"kind": "wait", "ms": int(self.np_random.integers(1, 5000))}

    def contains(self, x) -> bool:
        acts = x if isinstance(x, list) else [x]
        return len(acts) > 0 and all(isinstance(act, dict) and "kind" in act for act in acts)

    def __eq__(self, other) -> bool:
        return isinstance(other, Acts)

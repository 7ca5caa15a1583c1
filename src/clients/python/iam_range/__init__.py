"""Gymnasium environments over an iam-range server: identity and access management work for computer-use agents.

    import iam_range
    env = iam_range.make("requests/add-to-group", surface="dom")
    observation, info = env.reset(seed=7)
    observation, reward, terminated, truncated, info = env.step({"kind": "click", "at": {"ref": "e12"}})

All of it is decided by the server; this package only speaks to it, and starts one when none is named.
"""

import gymnasium

from .door import RangeError
from .env import RangeEnv
from .scenario_names import SCENARIO_NAMES
from .serving import Server, serve

__all__ = ["RangeEnv", "RangeError", "SCENARIO_NAMES", "Server", "env_id", "make", "serve"]


def env_id(scenario: str) -> str:
    """The id under which Gymnasium knows a scenario, which may hold one slash: ``iam-range/FAMILY.NAME-v0``."""
    return f"iam-range/{scenario.replace('/', '.')}-v0"


def _register(scenario: str) -> None:
    if env_id(scenario) not in gymnasium.registry:
        gymnasium.register(id=env_id(scenario), entry_point=RangeEnv, kwargs={"scenario": scenario})


def make(scenario: str, **options) -> gymnasium.Env:
    """An environment of a scenario, of the package or of a folder of one's own; options are those of RangeEnv."""
    _register(scenario)
    return gymnasium.make(env_id(scenario), **options)


for _scenario in SCENARIO_NAMES:
    _register(_scenario)

"""One session of a server as a Gymnasium environment."""

import base64

import gymnasium

from .door import Door, RangeError
from .serving import shared_door
from .spaces import Acts, AnyText, Png

TEXTS = ("goal", "briefing", "url", "title", "tree", "error")


class RangeEnv(gymnasium.Env):
    """A scenario to be worked on by acts.

    ``surface`` is ``dom`` (text) or ``browser`` (pictures, too). ``url`` and ``token`` name the control door of a server
    that runs; without them one is started. All other options go to the server's ``/reset`` as they are: ``edge``,
    ``fault``, ``skin``, ``people``, ``world_seed``, ``viewport``, ``observe``.

    An action is an act as the server reads it, or a list of them for one turn. The reward is 1 or 0 at the end, 0 before it,
    and NaN when the machine failed, with ``info["mask"]`` true: such an episode is to be left out.
    """

    metadata = {"render_modes": ["ansi"], "render_fps": 1}

    def __init__(self, scenario, *, surface="dom", url=None, token=None, render_mode=None, **options):
        self.action_space = Acts()
        self.observation_space = gymnasium.spaces.Dict({name: AnyText() for name in TEXTS} | {"screenshot": Png()})
        self.render_mode = render_mode
        self.session: str | None = None
        self._request = {"scenario": scenario, "surface": surface, **options}
        self._door = Door(*((url, token) if url is not None else shared_door()))
        self._turns = 0
        self._told: dict[str, str] = {}
        self._tree = ""

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self._end_session()
        drawn = int(self.np_random.integers(2**31)) if seed is None else seed
        started = self._door.ask("/reset", {**self._request, **(options or {}), "seed": drawn})
        self.session = started["session"]
        self._turns = 0
        self._told = {"goal": started["goal"], "briefing": started["briefing"]}
        return self._observation(started), {"task_id": started["info"]["task_id"]}

    def step(self, action):
        self._turns += 1
        acts = {"acts": action} if isinstance(action, list) else {"act": action}
        turn = {"session": self.session, **acts, "operation_id": str(self._turns)}
        answer = self._door.ask("/step", turn, repeatable=True)
        reward = answer["reward"] if answer["reward"] is not None else float("nan") if answer["mask"] else 0.0
        info = {"mask": answer["mask"], "failure_kind": answer["failure_kind"] or ""}
        terminated = answer["done"] and not answer["truncated"]
        return self._observation(answer), float(reward), terminated, answer["truncated"], info

    def evaluate(self) -> dict:
        """How the episode stands: reward, verdict and its parts. For whoever trains, never for whoever acts."""
        return self._door.ask("/evaluate", {"session": self.session}, repeatable=True)

    def render(self):
        return self._tree if self.render_mode == "ansi" else None

    def close(self):
        self._end_session()
        self._door.close()

    def _end_session(self) -> None:
        if self.session is None:
            return
        session, self.session = self.session, None
        try:
            self._door.ask("/close", {"session": session})
        except (RangeError, OSError):
            pass  # It is gone already, as is what was to be ended.

    def _observation(self, answer: dict) -> dict:
        screen = answer["observation"]
        self._tree = screen.get("tree", "")
        return {
            **self._told,
            "url": screen["url"],
            "title": screen["title"],
            "tree": self._tree,
            "error": answer.get("error", {}).get("message", ""),
            "screenshot": base64.b64decode(screen.get("screenshot", {}).get("base64", "")),
        }

"""Holds the Python client against Gymnasium's own checks; see python-client.test.ts, which runs it."""

import json
import math
import sys
import threading
import warnings
from http.server import BaseHTTPRequestHandler, HTTPServer

import gymnasium
from gymnasium.utils.env_checker import check_env
from gymnasium.vector import AsyncVectorEnv, SyncVectorEnv

import iam_range

SCENARIO = "requests/add-to-group"
SMALL = {"people": 80}


def make() -> gymnasium.Env:
    return iam_range.make(SCENARIO, surface="dom", **SMALL)


def checks_env() -> None:
    env = make()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check_env(env.unwrapped)
    env.close()


def registers_every_scenario() -> None:
    for name in iam_range.SCENARIO_NAMES:
        assert iam_range.env_id(name) in gymnasium.registry, name
    assert iam_range.env_id(SCENARIO) == "iam-range/requests.add-to-group-v0"
    env = gymnasium.make("iam-range/requests.add-to-group-v0", **SMALL)
    env.reset(seed=1)
    env.close()


def is_drawn_from_its_seed() -> None:
    env = make()
    first, info = env.reset(seed=1)
    for ref in ("e5", "e28"):
        env.step({"kind": "click", "at": {"ref": ref}})
    again, _ = env.reset(seed=1)
    assert again == first
    other, _ = env.reset(seed=2)
    assert other["goal"] != first["goal"]
    drawn, _ = env.reset()
    assert drawn["goal"] not in (first["goal"], other["goal"])
    assert info["task_id"].startswith(f"{SCENARIO}?seed=1")
    env.close()


def ends_with_a_reward() -> None:
    env = make()
    env.reset(seed=1)
    observation, reward, terminated, truncated, info = env.step([{"kind": "wait", "ms": 1}, {"kind": "clik"}])
    assert "Did you mean" in observation["error"]
    assert (reward, terminated, truncated, info["mask"]) == (0.0, False, False, False)
    *_, terminated, truncated, _ = env.step({"kind": "complete", "note": "Done."})
    assert (terminated, truncated) == (True, False)
    evaluated = env.unwrapped.evaluate()
    assert (evaluated["status"], evaluated["reward"]) == ("failure", 0)
    try:
        env.step({"kind": "wait", "ms": 1})
        raise AssertionError("a step after the end")
    except iam_range.RangeError as error:
        assert error.kind == "episode_over", error.kind
    env.close()


def says_what_is_wrong() -> None:
    env = iam_range.make("requests/add-to-grop")
    try:
        env.reset(seed=1)
        raise AssertionError("an unknown scenario")
    except iam_range.RangeError as error:
        assert (error.kind, error.nearest) == ("unknown_scenario", SCENARIO)
    env.close()


def works_side_by_side(vector) -> None:
    observations, infos = vector.reset(seed=3)
    assert len(observations["tree"]) == 8 and len(set(infos["task_id"])) == 8
    for _ in range(3):
        _, rewards, *_ = vector.step(vector.action_space.sample())
        assert list(rewards) == [0.0] * 8
    vector.close()


def gives_no_reward_for_trouble() -> None:
    """A server whose machine fails: the reward is not a number, and the step is masked."""
    screen = {"url": "", "title": "", "viewport": {"width": 1, "height": 1}}
    started = {"session": "s", "goal": "", "briefing": "", "observation": screen, "info": {"task_id": "t"}}
    failed = {"reward": None, "mask": True, "failure_kind": "BROWSER_CRASH", "done": True, "truncated": True}

    class Failing(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps(started if self.path == "/reset" else {**failed, "observation": screen}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Failing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        env = iam_range.RangeEnv(SCENARIO, url=f"http://127.0.0.1:{server.server_port}", token="x")
        env.reset(seed=1)
        _, reward, terminated, truncated, info = env.step({"kind": "wait", "ms": 1})
        assert math.isnan(reward) and (terminated, truncated) == (False, True)
        assert info == {"mask": True, "failure_kind": "BROWSER_CRASH"}
        env.close()
        server.shutdown()


def shows_pictures() -> None:
    env = iam_range.make(SCENARIO, surface="browser", **SMALL)
    observation, _ = env.reset(seed=1)
    assert observation["screenshot"].startswith(b"\x89PNG") and observation["tree"]
    env.close()


def main() -> int:
    checks_env()
    registers_every_scenario()
    is_drawn_from_its_seed()
    ends_with_a_reward()
    says_what_is_wrong()
    works_side_by_side(SyncVectorEnv([make] * 8))
    works_side_by_side(AsyncVectorEnv([make] * 8, shared_memory=False))
    gives_no_reward_for_trouble()
    if "--pictures" in sys.argv:
        shows_pictures()
    print("all checks passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())

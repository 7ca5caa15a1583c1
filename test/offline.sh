#!/usr/bin/env bash
# A run that has no network and can write nothing but its output gives the bytes of a run that has everything:
# so nothing outside recipe, code and browser enters a dataset. Usage: test/offline.sh [dom|browser]
set -euo pipefail
cd "$(dirname "$0")/.."
surface=${1:-browser}

# What runs inside the namespaces: a loopback of its own, everything read-only, one folder that is not.
inside='
set -euo pipefail
out=$1; shift
mount --make-rprivate /
mount --bind "$out" "$out"
mount -o remount,bind,ro /
if touch package.json 2>/dev/null; then echo "The checkout can still be written to." >&2; exit 1; fi
ip link set lo up
if (exec 3<>/dev/tcp/192.0.2.1/80) 2>/dev/null; then echo "There still is a network." >&2; exit 1; fi
export TMPDIR="$out/tmp"
exec "$@"
'

for need in unshare ip mount; do
  command -v "$need" >/dev/null || { echo "skipped: this system has no $need"; exit 0; }
done
if ! reason=$(unshare -rmn bash -c 'mount --make-rprivate / && mount -o remount,bind,ro / && ip link set lo up' 2>&1); then
  echo "skipped: namespaces are not permitted here: $reason"
  exit 0
fi

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mkdir "$out/tmp"
run=(node src/cli/bin.mjs generate quickstart --surface "$surface" --episodes 6 --workers 2 --strict)
"${run[@]}" --out "$out/open" >/dev/null
unshare -rmn bash -c "$inside" inside "$out" "${run[@]}" --out "$out/closed" >/dev/null
diff -r "$out/open" "$out/closed"
left=$(find "$out/tmp" -maxdepth 1 -name 'iam-range-browser-*')
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
echo "same bytes without a network and on a read-only system ($surface)"

#!/bin/bash
# Stops what up.sh started; the data stay. `down.sh --purge` removes RT's database and everything up.sh wrote as well.
set -euo pipefail
home=${RT_HOME:-/var/lib/client-portal-rt}
cluster=clientportal_rt
pid=$(cat "$home/run/rt.pid" 2>/dev/null || true)

# The id leads a process group of its own (setsid); after a restart of the machine it may be somebody else's.
if [ -n "$pid" ] && grep -qa rt-server "/proc/$pid/cmdline" 2>/dev/null; then
  kill -TERM -- "-$pid" || true
  for _ in $(seq 100); do
    kill -0 -- "-$pid" 2>/dev/null || break
    sleep .1
  done
  kill -KILL -- "-$pid" 2>/dev/null || true
fi
rm -f "$home/run/rt.pid"

version=$(pg_lsclusters -h 2>/dev/null | awk -v c="$cluster" '$2 == c { print $1 }' || true)
if [ -n "$version" ]; then
  pg_ctlcluster --skip-systemctl-redirect -m fast "$version" "$cluster" stop 2>/dev/null || true
  if [ "${1:-}" = --purge ]; then
    pg_dropcluster --stop "$version" "$cluster"
    rm -rf "$home"
  fi
fi

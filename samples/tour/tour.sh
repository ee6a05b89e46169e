#!/usr/bin/env bash
# A tour of what workloads do: each step is a few kubectl commands, and the tour ends at the first one that doesn't come out as it should.
# It works in a namespace of its own, which it removes, on the cluster that kubectl is set up for, and drains one of its nodes of its own pods.
#
#   ./actorkube up -f samples/hello.yaml && KUBECONFIG=~/.actorkube/kubeconfig samples/tour/tour.sh
#   TOUR_IMAGE=busybox:1.36 samples/tour/tour.sh    # where actorkube/hello:1 is not to be had
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
image="${TOUR_IMAGE:-actorkube/hello:1}"
namespace="${TOUR_NAMESPACE:-tour}"
limit="${TOUR_LIMIT:-120}" # seconds that a step may take
scratch="$(mktemp -d)"
watch="" node=""

k() { kubectl --namespace "$namespace" "$@"; }
step() { echo "== $*"; }
fail() { echo "The tour ends here: $*" >&2; exit 1; }
manifest() { sed "s|IMAGE|$image|" "$here/$1"; }
rolled_out() { k rollout status "$1" --timeout="${limit}s" | tail -1; }

# Tries a command again until it succeeds.
eventually() {
  local end=$((SECONDS + limit))
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || fail "this never came true: $*"
    sleep 0.3
  done
}

is() { [ "$(k get "$1" -o "jsonpath=$2")" = "$3" ]; } # what, path, value
# One that is not on its way out; those are asked for nothing new.
a_web_pod() { k get pods --selector app=web -o go-template='{{range .items}}{{if not .metadata.deletionTimestamp}}{{.metadata.name}}{{"\n"}}{{end}}{{end}}' | tail -1; }
in_web() { k exec "$(a_web_pod)" -- "$@"; }
has_ended() { ! kill -0 "$1"; }
file_says() { in_web grep -q "$2" "$1"; }
job_of_clock() { [ -n "$(k get jobs -o 'jsonpath={.items[?(@.status.succeeded==1)].metadata.ownerReferences[0].name}')" ]; }

leave() {
  local code=$?
  [ -z "$watch" ] || kill "$watch" 2>/dev/null || true
  [ -z "$node" ] || kubectl uncordon "$node" >/dev/null || true
  [ $code = 0 ] || k get pods,events || true
  kubectl delete namespace "$namespace" --ignore-not-found --timeout="${limit}s" >/dev/null || true
  rm -rf "$scratch"
}
trap leave EXIT

step "Deploy three web servers"
kubectl create namespace "$namespace"
eventually k get serviceaccount default
manifest web.yaml | k apply -f -
rolled_out deployment/web
k wait --for=condition=Ready pod/client --timeout="${limit}s"

step "A client asks all that are ready, from here to the end of the tour"
mkfifo "$scratch/news"
news='{{.metadata.name}} {{with .status.podIP}}{{.}}{{else}}-{{end}} {{range .status.conditions}}{{if eq .type "Ready"}}{{.status}}{{end}}{{end}}{{if .metadata.deletionTimestamp}} leaving{{end}}{{"\n"}}'
kubectl --namespace "$namespace" get pods --selector app=web --watch --output go-template="$news" >"$scratch/news" &
watch=$!
k exec -i client -- sh -c "$(cat "$here/client.sh")" <"$scratch/news" >"$scratch/client" &
client=$!
eventually k exec client -- grep -q 'hello from v1' /tmp/answers

step "Scale up"
k scale deployment/web --replicas=5
rolled_out deployment/web

step "Upgrade"
k set env deployment/web VERSION=v2
rolled_out deployment/web
eventually k exec client -- grep -q 'hello from v2' /tmp/answers

step "Roll back"
k rollout undo deployment/web
rolled_out deployment/web
[ "$(in_web sh -c 'echo $VERSION')" = v1 ] || fail "the first version is not back"

step "Configure: files follow at once, variables with the next rollout"
[ "$(in_web sh -c 'cat /settings/greeting; echo " $GREETING"; cat /secrets/password; echo " $PASSWORD"')" = $'hello hello\nopen-sesame open-sesame' ] || fail "the pods see other settings"
k patch configmap web --type merge -p '{"data":{"greeting":"good morning"}}'
k patch secret web --type merge -p '{"stringData":{"password":"changed"}}'
eventually file_says /settings/greeting "good morning"
eventually file_says /secrets/password changed
k rollout restart deployment/web
rolled_out deployment/web
[ "$(in_web sh -c 'echo "$GREETING $PASSWORD"')" = "good morning changed" ] || fail "the new pods have old variables"

step "Run a Job to its end, and a CronJob by the clock"
manifest jobs.yaml | k apply -f -
k wait --for=condition=complete job/squares --timeout="${limit}s"
[ "$(k logs --selector job-name=squares | sort -n | xargs)" = "0 1 4" ] || fail "the squares are wrong"
eventually job_of_clock
k delete cronjob clock

step "Keep an agent on every node, and two servers with names of their own"
manifest sets.yaml | k apply -f -
rolled_out daemonset/agent
rolled_out statefulset/store
[ "$(k get pods --selector app=store -o 'jsonpath={.items[*].metadata.name}')" = "store-0 store-1" ] || fail "the servers have other names"
before="$(k get pod store-0 -o 'jsonpath={.metadata.uid}')"
k delete pod store-0 --timeout="${limit}s"
rolled_out statefulset/store
[ "$(k get pod store-0 -o 'jsonpath={.metadata.uid}')" != "$before" ] || fail "store-0 was not made again"

step "Drain a node, as far as the budget allows"
k scale deployment/web --replicas=3
rolled_out deployment/web
eventually is pdb/web '{.status.disruptionsAllowed}' 0
node="$(k get pods --selector app=web -o 'jsonpath={.items[0].spec.nodeName}')"
if kubectl drain "$node" --pod-selector app=web --ignore-daemonsets --timeout=5s >"$scratch/refusal" 2>&1; then
  fail "the budget let pods go that it should keep"
fi
grep -m 1 "violate the pod's disruption budget" "$scratch/refusal" || fail "$(cat "$scratch/refusal")"
kubectl uncordon "$node"
k scale deployment/web --replicas=6
rolled_out deployment/web
eventually is pdb/web '{.status.disruptionsAllowed}' 3
kubectl drain "$node" --pod-selector app=web --ignore-daemonsets --timeout="${limit}s" >"$scratch/drain" 2>&1 &
drain=$!
# The only node of a cluster has to take the pods back that it gives away.
eventually grep -q "^evicting pod" "$scratch/drain"
kubectl uncordon "$node"
wait "$drain" || fail "$(cat "$scratch/drain")"
tail -1 "$scratch/drain"
rolled_out deployment/web

step "What the client saw"
kill "$watch"
watch=""
eventually has_ended "$client"
wait "$client" || fail "the client: $(cat "$scratch/client")"
cat "$scratch/client"
grep -q ", 0 errors$" "$scratch/client" || fail "the client saw errors"

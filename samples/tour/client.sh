# Runs in a pod: asks every web server in rotation, round after round, until its input ends, and then says how that went.
# Each line of input is news of a pod: name, address, whether it is ready, and "leaving" once it is on its way out.
mkdir -p /tmp/rotation

request() { printf 'GET / HTTP/1.0\r\n\r\n' | nc -w 10 "$1" 8080 2>&1; }

ask() {
  asked=0 failed=0
  until [ -e /tmp/over ]; do
    found=0
    for pod in /tmp/rotation/*; do
      read -r ip 2>/dev/null <"$pod" || continue
      found=1 asked=$((asked + 1))
      answer=$(request "$ip")
      case $answer in
        *" 200 OK"*) echo "$answer" | tail -n 1 >>/tmp/answers ;;
        *)
          failed=$((failed + 1))
          echo "error: ${pod##*/} at $ip: $answer"
          ;;
      esac
    done
    if [ $found = 0 ] && [ $asked -gt 0 ]; then
      failed=$((failed + 1))
      echo "error: nobody to ask"
    fi
    sleep 0.1
  done
  for version in v1 v2; do
    echo "$(grep -c "from $version" /tmp/answers) answers from $version"
  done
  echo "$asked requests, $failed errors"
}

ask &
while read -r name ip ready leaving; do
  if [ "$ready" = True ] && [ -z "$leaving" ]; then
    echo "$ip" >"/tmp/new" && mv "/tmp/new" "/tmp/rotation/$name"
  else
    rm -f "/tmp/rotation/$name"
  fi
done
touch /tmp/over
wait

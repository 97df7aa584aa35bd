# A PostgreSQL server for this run alone: in a temporary folder, on a free port of the loopback address.

postgres_folder=''
postgres_programs=''

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# as_postgres PROGRAM ARGUMENTS...: PostgreSQL refuses to run as root, and its own user may not see our folders.
as_postgres() {
  local program=$postgres_programs/$1
  shift
  if [ "$(id -u)" = 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$program" "$@")
  else
    "$program" "$@"
  fi
}

# As durable as in production; a linguistic order of text is the hardest case.
launch_postgres() {
  local port=$1
  as_postgres initdb -D "$postgres_folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US &&
    as_postgres pg_ctl start -w -t 60 -D "$postgres_folder/data" -l "$postgres_folder/server.log" \
      -o "-h 127.0.0.1 -p $port -k $postgres_folder -c max_connections=300"
}

start_postgres() {
  local port
  port=$(free_port)
  postgres_programs=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/postgres' | sort -V | tail -n 1)")
  postgres_folder=$(mktemp -d -t billing-postgres.XXXXXX)
  [ "$(id -u)" != 0 ] || chown postgres "$postgres_folder"
  step 'PostgreSQL starts' launch_postgres "$port" || return 1
  export BILLING_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  [ ! -f "$postgres_folder/data/postmaster.pid" ] || as_postgres pg_ctl stop -D "$postgres_folder/data" -m fast -w -t 60 >"$work/stop.log" 2>&1 || cat "$work/stop.log"
  rm -rf "$postgres_folder"
}

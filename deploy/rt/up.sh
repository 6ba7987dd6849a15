#!/bin/bash
# Request Tracker 5 for the live tests: from a bare Debian 12 to a serving RT with the portal's pack loaded.
# Root, no systemd, loopback only. Running it again only does what is missing. down.sh stops it; the data stay.
#
#   deploy/rt/up.sh && . "$RT_HOME/rt.env"      the file names everything RtConnectorIT needs
#
# Settings by environment: RT_HOME, RT_PORT, RT_PGPORT, RT_WORKERS.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pack=$here/../../camel-routes/src/main/resources/org/clientportal/itsm/rt/portal.initialdata
sample=$here/sample.initialdata
home=${RT_HOME:-/var/lib/client-portal-rt}
port=${RT_PORT:-8085}
pgport=${RT_PGPORT:-5440}
workers=${RT_WORKERS:-3}
cluster=clientportal_rt
packages=(request-tracker5 rt5-db-postgresql rt5-standalone starman msmtp-mta dbconfig-no-thanks postgresql-15 curl)
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

say() { printf 'rt: %s (%ss)\n' "$*" "$SECONDS" >&2; }
fail() { say "$1"; [ -z "${2:-}" ] || tail -n 30 "$2" >&2; exit 1; }

absent_packages() {
  local each
  for each in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$each" 2>/dev/null | grep -qx installed || printf '%s\n' "$each"
  done
}

install_packages() {
  local absent policy=/usr/sbin/policy-rc.d ours=''
  mapfile -t absent < <(absent_packages)
  [ ${#absent[@]} -gt 0 ] || return 0
  say "installing ${absent[*]}, a few minutes the first time"
  # Packages must not start daemons by themselves here; a policy the machine already has is left alone.
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    ours=1
  fi
  local wait=(-o DPkg::Lock::Timeout=600) log=$home/log/apt.log ok=1
  for _ in 1 2 3 4 5; do   # debconf gives up at once when another installation holds its lock
    printf '%s\n' 'request-tracker5 request-tracker5/install-cronjobs boolean false' \
      'request-tracker5 request-tracker5/handle-siteconfig-permissions boolean true' \
      'msmtp msmtp/apparmor boolean false' | debconf-set-selections && break
    sleep 5
  done
  { apt-get "${wait[@]}" update -qq &&
    apt-get "${wait[@]}" install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "${absent[@]}"; } \
    </dev/null >"$log" 2>&1 || ok=''
  [ -z "$ours" ] || rm -f "$policy"
  [ -n "$ok" ] || fail 'apt could not install the packages' "$log"
}

# Secrets are made once per installation and live in files of root only.
secret() {
  local file=$home/secret/$1
  [ -s "$file" ] || head -c 18 /dev/urandom | base64 | tr -d '/+=\n' >"$file"
  cat "$file"
}

start_postgres() {
  local version
  version=$(pg_lsclusters -h | awk -v c="$cluster" '$2 == c { print $1 }')
  if [ -z "$version" ]; then
    version=15
    pg_createcluster "$version" "$cluster" -p "$pgport" -e UTF-8 --locale C.UTF-8 >"$home/log/cluster.log" 2>&1 ||
      fail 'no PostgreSQL cluster' "$home/log/cluster.log"
  fi
  pgport=$(pg_lsclusters -h | awk -v c="$cluster" '$2 == c { print $3 }')
  if ! pg_ctlcluster --skip-systemctl-redirect "$version" "$cluster" status >/dev/null 2>&1; then
    pg_ctlcluster --skip-systemctl-redirect "$version" "$cluster" start -- -w ||
      fail 'PostgreSQL does not start' "/var/log/postgresql/postgresql-$version-$cluster.log"
  fi
}

sql() { runuser -u postgres -- psql -qAtX -p "$pgport" "$@"; }

# RT reads its configuration from the place this variable names, so /etc stays as the package made it.
configure() {
  export RT_SITE_CONFIG=$home/etc/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=$home/etc/none
  mkdir -p "$RT_SITE_CONFIG_DIR"
  cat >"$RT_SITE_CONFIG" <<P
use utf8;
Set(\$rtname, 'oriale.example');
Set(\$Organization, 'oriale.example');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $port);
Set(\$WebPath, '');
Set(\$CorrespondAddress, 'support\@oriale.example');
Set(\$CommentAddress, 'support-comment\@oriale.example');
Set(\$Timezone, 'UTC');
Set(\$DatabaseType, 'Pg');
Set(\$DatabaseHost, '127.0.0.1');
Set(\$DatabasePort, '$pgport');
Set(\$DatabaseName, 'rt5');
Set(\$DatabaseUser, 'rtuser');
Set(\$DatabasePassword, '$(secret database)');
Set(\$DatabaseAdmin, 'rtadmin');
Set(\$MailCommand, 'sendmailpipe');  # no mail leaves, but making it costs what it costs
Set(\$SendmailPath, '/bin/true');
Set(\$HTMLFormatter, 'core');    # the default starts a browser program for each mail
Set(\$LogToSTDERR, 'warning');
Set(\$LogToSyslog, undef);
1;
P
  chgrp -R www-data "$home/etc"
  chmod 640 "$RT_SITE_CONFIG"
}

rt_database() { rt-setup-database-5 "$@" --dba rtadmin --dba-password "$(secret database)" </dev/null; }

create_database() {
  local log=$home/log/database.log
  cd /
  [ "$(sql -c "select 1 from pg_roles where rolname = 'rtadmin'")" = 1 ] ||
    sql -c "create role rtadmin superuser login password '$(secret database)'"
  if [ "$(sql -c "select 1 from pg_database where datname = 'rt5'")" != 1 ] || [ ! -e "$home/database-made" ]; then
    sql -c 'drop database if exists rt5'
    secret root >/dev/null
    rt_database --action init --root-password-file "$home/secret/root" >"$log" 2>&1 || fail 'no RT database' "$log"
    touch "$home/database-made"
  fi
}

# Both files only add what is absent, so they may be loaded each time; the check sums spare the seconds.
load_pack() {
  local file log=$home/log/pack.log
  for file in "$pack" "$sample"; do
    local mark
    mark=$home/loaded-$(basename "$file")
    [ -r "$file" ] || fail "$file is not there"
    [ "$(cat "$mark" 2>/dev/null)" != "$(sha256sum <"$file")" ] || continue
    rt_database --action insert --skip-create --datafile "$file" >"$log" 2>&1 || fail "RT refuses $file" "$log"
    ! grep -qiE 'error|refused' "$log" || fail "RT complains about $file" "$log"
    sha256sum <"$file" >"$mark"
  done
}

serving() { curl -fs -o /dev/null -m 20 "http://127.0.0.1:$port/NoAuth/Login.html"; }

start_web() {
  local pid=$home/run/rt.pid log=$home/log/rt.log
  serving && return 0
  # One worker serves one connection, so kept-alive connections would starve the others.
  setsid runuser -u www-data -- /usr/share/request-tracker5/libexec/rt-server --server Starman --env deployment \
    --host 127.0.0.1 --port "$port" --workers "$workers" --disable-keepalive </dev/null >>"$log" 2>&1 &
  echo $! >"$pid"
  for _ in $(seq 150); do
    serving && return 0
    kill -0 "$(cat "$pid")" 2>/dev/null || fail 'RT stopped' "$log"
    sleep .2
  done
  fail 'RT does not answer' "$log"
}

# RT 5.0 cannot change a password over REST (it answers 500), so its own library does it; the password comes by stdin.
set_password() {
  local mark=$home/secret/set-$1 log=$home/log/password.log
  [ ! -e "$mark" ] || return 0
  secret "$1" | perl -I/usr/share/request-tracker5/lib -MRT=-init -e '
    my $user = RT::User->new( RT->SystemUser );
    $user->Load( $ARGV[0] );
    my ($ok, $message) = $user->SetPassword( scalar <STDIN> );
    die "$message\n" unless $ok;' "$1" >"$log" 2>&1 || fail "no password for $1" "$log"
  touch "$mark"
}

[ "$(id -u)" = 0 ] || fail 'run this as root: it installs packages and a PostgreSQL cluster'
mkdir -p "$home"/{etc,log,run,secret}
chmod 755 "$home"
chmod 700 "$home/secret"
install_packages
start_postgres
configure
create_database
load_pack
start_web
set_password portal
set_password agent
(
  umask 077
  cat >"$home/rt.env" <<E
export RT_HOME='$home'
export RT_URL='http://127.0.0.1:$port'
export RT_USER='portal'
export RT_PASSWORD='$(secret portal)'
export RT_AGENT_USER='agent'
export RT_AGENT_PASSWORD='$(secret agent)'
export RT_ROOT_PASSWORD='$(secret root)'
E
)
say "Request Tracker serves http://127.0.0.1:$port/, the logins are in $home/rt.env"

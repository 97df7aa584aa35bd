# What the tests need from the distribution. A plain user without sudo is told what is missing.

# What must be there, and the package that brings it: a command, or a path that may hold a pattern.
needed_tools='
node                                          nodejs
npm                                           npm
chromium                                      chromium
pdftotext                                     poppler-utils
qpdf                                          qpdf
zbarimg                                       zbar-tools
/usr/lib/postgresql/*/bin/postgres            postgresql
/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf  fonts-dejavu-core
'

is_there() {
  case $1 in
    /*) compgen -G "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

missing_packages() {
  local tool package
  while read -r tool package; do
    [ -z "$tool" ] || is_there "$tool" || printf '%s ' "$package"
  done <<<"$needed_tools"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

install_tools() {
  local missing
  missing=$(missing_packages)
  if [ -z "$missing" ]; then
    printf '  ok      all tools are there\n'
  elif ! as_root true 2>/dev/null; then
    printf '  missing: %s\n  Ask an administrator for: apt-get install %s\n' "$missing" "$missing"
    return 1
  else
    # shellcheck disable=SC2086  # one word for each package
    step "installs $missing" install_packages $missing
  fi
}

# Sourced by run and test: finds missing system packages and installs them, or names the line that does.

needed() { # package, and the command or library that proves it
  case "$2" in
    lib*) ldconfig -p | grep -q "$2" || echo "$1" ;;
    *) command -v "$2" >/dev/null || echo "$1" ;;
  esac
}

# What the server needs: Java, and what the WebRTC and ONNX natives link to.
server_packages() {
  needed openjdk-17-jre-headless java
  needed libpulse0 libpulse.so.0; needed libudev1 libudev.so.1; needed libx11-6 libX11.so.6; needed libxfixes3 libXfixes.so.3
  needed libxrandr2 libXrandr.so.2; needed libxcomposite1 libXcomposite.so.1; needed libdbus-1-3 libdbus-1.so.3
  needed libgomp1 libgomp.so.1
}

# What the build needs besides.
build_packages() {
  needed openjdk-17-jdk-headless javac; needed maven mvn
}

# What the tests need besides: a browser and what drives it, the program of the sample voice, and who watches.
test_packages() {
  needed nodejs node; needed npm npm; needed chromium chromium; needed espeak-ng espeak-ng
  needed prometheus promtool
}

install_packages() { # names of packages; nothing to do if there are none
  [ $# -gt 0 ] || return 0
  local packages install
  packages="$(printf '%s\n' "$@" | sort -u | tr '\n' ' ')"
  install="apt-get install -y --no-install-recommends $packages"
  [ "$(id -u)" -eq 0 ] || { echo "missing system packages; install them with: sudo $install" >&2; return 1; }
  echo "installing: $packages"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install -qq; } >/dev/null || { echo "could not install; try: $install" >&2; return 1; }
}

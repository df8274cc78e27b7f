# Sourced by the scripts that check the packages: packs both, reports, and builds a project of its own that restores them from a folder.
# shellcheck shell=bash
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

# What is compared is text of the tools: in one language, sorted one way.
export LC_ALL=C DOTNET_CLI_UI_LANGUAGE=en
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
work=$(mktemp -d "${TMPDIR:-/tmp}/logits-package.XXXXXX")
trap 'rm -rf "$work"' EXIT
failures=0

ok() { echo "  ok    $1"; }
fail() { echo "  FAIL  $1"; failures=$((failures + 1)); }
# expect WHAT EXPECTED ACTUAL
expect() {
  if [ "$2" = "$3" ]; then ok "$1"; else
    fail "$1"
    printf '        expected:\n%s\n        got:\n%s\n' "$(sed 's/^/          /' <<<"$2")" "$(sed 's/^/          /' <<<"$3")"
  fi
}
# stop MESSAGE LOG: what comes next makes no sense
stop() { echo "  FAIL  $1"; tail -n 30 "$2" | sed 's/^/        /'; exit 1; }
# conclude WHAT: the last line, and the exit code
conclude() {
  if [ $failures -ne 0 ]; then echo "The check of $1 failed: $failures of the lines above say FAIL."; exit 1; fi
  echo "$1 is as it should be."
}

# --- the packages ------------------------------------------------------------------------------------------------------
# pack: both packages into artifacts/package, of one version, which is in $LogitsVersion, where the projects that use them read it
pack() {
  local project analyzers
  rm -rf artifacts/package
  for project in Package/Logits.Analyzers.Package.csproj Package/Runtime/Logits.Runtime.Package.csproj; do
    dotnet pack "$project" -c Release -o artifacts/package -v q >"$work/pack.log" 2>&1 || stop "dotnet pack $project" "$work/pack.log"
  done
  analyzers=$(echo artifacts/package/Logits.Analyzers.*.nupkg)
  LogitsVersion=${analyzers#artifacts/package/Logits.Analyzers.}
  export LogitsVersion=${LogitsVersion%.nupkg}
  dotnet build Package/Host45/Logits.Host45.csproj -c Release -v q >"$work/host.log" 2>&1 || stop "build of the Roslyn 4.5 host" "$work/host.log"
  expect "packed both packages, of one version" \
    "Logits.Analyzers.$LogitsVersion.nupkg Logits.Runtime.$LogitsVersion.nupkg" "$(cd artifacts/package && echo *.nupkg)"
}
host() { dotnet "$root/Package/Host45/bin/Release/net10.0/Logits.Host45.dll" "$@"; }
# expect_files PACKAGE: the package holds the files that standard input names, and no others; it is unpacked into $work/unzipped
expect_files() {
  local package=artifacts/package/$1.$LogitsVersion.nupkg
  expect "$1 holds its files and no others" "$(sort)" "$(host list "$package" | sed -E 's#core-properties/[0-9a-z]+\.psmdcp#core-properties/*.psmdcp#' | sort)"
  host unzip "$package" "$work/unzipped"
}
# expect_nuspec PACKAGE PART...
expect_nuspec() {
  local part nuspec
  nuspec=$(<"$work/unzipped/$1.nuspec")
  for part in "${@:2}"; do
    case $nuspec in *"$part"*) ok "the nuspec says $part" ;; *) fail "the nuspec does not say $part" ;; esac
  done
}

# --- a project that uses them --------------------------------------------------------------------------------------------
app=$work/app
# new_project FILE...: of these files, Consumer.csproj among them, with nothing of this repository around it
new_project() {
  local file restored
  mkdir -p "$app"
  cp "$@" "$app/"
  for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' >"$app/$file"; done
  # Ours come from the folder alone, and what they depend on from what building them has restored: no network.
  restored=$(dotnet nuget locals global-packages --list | sed -E 's/^global-packages: *//')
  cat >"$app/nuget.config" <<XML
<configuration>
  <config><add key="globalPackagesFolder" value="$work/packages" /></config>
  <packageSources><clear /><add key="packed" value="$root/artifacts/package" /><add key="restored" value="$restored" /></packageSources>
  <packageSourceMapping>
    <clear />
    <packageSource key="packed"><package pattern="Logits.*" /></packageSource>
    <packageSource key="restored"><package pattern="*" /></packageSource>
  </packageSourceMapping>
</configuration>
XML
}
restore() {
  dotnet restore "$app/Consumer.csproj" >"$work/restore.log" 2>&1 || stop "restore of a project that uses the package" "$work/restore.log"
  ok "a project restores the package"
}
# build [OPTION...]: leaves the log in $log and the exit code in $code
build() {
  code=0
  log=$work/build.log
  dotnet build "$app/Consumer.csproj" --no-restore --no-incremental --nologo -p:UseSharedCompilation=false "$@" >"$log" 2>&1 || code=$?
}
# findings [SEVERITY]: "file line id" of whatever the last build reported, once each
findings() {
  { grep -E ": ${1:-(warning|error)} [A-Z]+[0-9]+" "$log" || true; } \
    | sed -E 's/^.*[/\\]([^/\\]+)\(([0-9]+),[0-9]+\): [a-z]+ ([A-Z]+[0-9]+).*$/\1 \2 \3/' | sort -u
}
# expected FILE [WORDS]: "file line id" of each comment "// expect ID", or with other words than "expect"
expected() {
  local comment="// ${2:-expect} (LGT[0-9]+)"
  grep -nE "$comment" "$1" | sed -E "s#^([0-9]+):.*$comment.*\$#${1##*/} \1 \2#" | sort -u
}

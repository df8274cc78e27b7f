#!/usr/bin/env bash
# Packs Logits.Analyzers and uses the package as a user does: a project of its own, outside this repository, that restores it
# from a folder. Needs the .NET SDK and nothing else. Prints a line for each thing checked; the exit code is 1 if one failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

# What is compared below is text of the tools: in one language, sorted one way.
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

# --- the package -----------------------------------------------------------------------------------------------------
rm -rf artifacts/package
dotnet pack Package/Logits.Analyzers.Package.csproj -c Release -o artifacts/package -v q >"$work/pack.log" 2>&1 \
  || stop "dotnet pack" "$work/pack.log"
dotnet build Package/Host45/Logits.Host45.csproj -c Release -v q >"$work/host.log" 2>&1 || stop "build of the Roslyn 4.5 host" "$work/host.log"
packages=(artifacts/package/*.nupkg)
package=${packages[0]}
version=${package#artifacts/package/Logits.Analyzers.}
export LogitsVersion=${version%.nupkg} # Consumer.csproj reads it
ok "packed $package"
host() { dotnet "$root/Package/Host45/bin/Release/net10.0/Logits.Host45.dll" "$@"; }

expect "the package holds these files and no others" "$(sort <<'EOF'
Logits.Analyzers.nuspec
README.md
[Content_Types].xml
_rels/.rels
analyzers/dotnet/cs/Logits.Analyzers.dll
analyzers/dotnet/cs/Logits.CodeFixes.dll
annotations/Logits.Annotations.cs
build/Logits.Analyzers.props
build/Logits.Analyzers.targets
buildTransitive/Logits.Analyzers.props
buildTransitive/Logits.Analyzers.targets
config/default.globalconfig
config/none.globalconfig
config/strict.globalconfig
package/services/metadata/core-properties/*.psmdcp
EOF
)" "$(host list "$package" | sed -E 's#core-properties/[0-9a-z]+\.psmdcp#core-properties/*.psmdcp#' | sort)"
host unzip "$package" "$work/unzipped"
nuspec=$(<"$work/unzipped/Logits.Analyzers.nuspec")
for part in "<id>Logits.Analyzers</id>" '<license type="expression">MIT</license>' "<readme>README.md</readme>" "<developmentDependency>true</developmentDependency>"; do
  case $nuspec in *"$part"*) ok "the nuspec says $part" ;; *) fail "the nuspec does not say $part" ;; esac
done
case $nuspec in *"<dependency "*) fail "the package has a dependency" ;; *) ok "the package has no dependency" ;; esac

# --- a project that uses it --------------------------------------------------------------------------------------------
app=$work/app
mkdir -p "$app/Library"
cp Package/check/{Consumer.csproj,Program.cs,Own.logits.cs} "$app/"
for file in Analyzers.Tests/Libraries/TorchSharp*.cs; do
  case $file in
    *.E1.cs | *.E2.cs) ;;
    *'*'*) stop "no declarations of TorchSharp: expected Analyzers.Tests/Libraries/TorchSharp*.cs" /dev/null ;;
    *) cp "$file" "$app/Library/" ;;
  esac
done
for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' >"$app/$file"; done
cat >"$app/nuget.config" <<EOF
<configuration>
  <config><add key="globalPackagesFolder" value="$work/packages" /></config>
  <packageSources><clear /><add key="local" value="$root/artifacts/package" /></packageSources>
</configuration>
EOF
# editorconfig [LINE...]
editorconfig() {
  { printf 'root = true\n\n[*.cs]\n'; for line in "$@"; do echo "$line"; done; printf '\n[Library/**.cs]\ngenerated_code = true\n'; } >"$app/.editorconfig"
}
# build [OPTION...]: leaves the log in $log and the exit code in $code
build() {
  code=0
  log=$work/build.log
  dotnet build "$app/Consumer.csproj" --no-restore --no-incremental --nologo -p:UseSharedCompilation=false "$@" >"$log" 2>&1 || code=$?
}
# findings [SEVERITY]: "line id", of the last build; of any file but the program with its name
findings() {
  { grep -E ": ${1:-(warning|error)} (LGT[0-9]+|AD[0-9]+)" "$log" || true; } \
    | sed -E 's/^.*[/\\]([^/\\]+)\(([0-9]+),[0-9]+\): [a-z]+ ([A-Z]+[0-9]+).*$/\1 \2 \3/; s/^Program\.cs //' | sort -u
}
expected() { grep -nE '// expect LGT[0-9]+' Package/check/Program.cs | sed -E 's#^([0-9]+):.*// expect (LGT[0-9]+).*$#\1 \2#' | sort -u; }
all=$(expected)
ids=$(cut -d ' ' -f 2 <<<"$all" | sort -u)

editorconfig
dotnet restore "$app/Consumer.csproj" >"$work/restore.log" 2>&1 || stop "restore of a project that uses the package" "$work/restore.log"
ok "a project restores the package"

build "-p:ErrorLog=$work/findings.sarif%2Cversion=2.1"
[ $code -eq 0 ] || stop "build of a project that uses the package" "$log"
expect "dotnet build prints every expected finding and no other" "$all" "$(findings warning)"
for id in $ids; do
  if grep -qE "\"helpUri\": *\"https://[^\"]*/docs/rules/$id\.md\"" "$work/findings.sarif"; then ok "SARIF: $id links to its page"; else
    fail "SARIF: $id: expected a helpUri https://.../docs/rules/$id.md, got: $(grep -o '"helpUri": *"[^"]*"' "$work/findings.sarif" | sort -u | tr '\n' ' ')"
  fi
done
read_by=$(dotnet msbuild "$app/Consumer.csproj" -nologo -getItem:AdditionalFiles -getItem:Compile | grep -c '"Identity": "Own.logits.cs"' || true)
expect "*.logits.cs is passed to the analyzer, and not to the compiler" 1 "$read_by"

# --- severities ----------------------------------------------------------------------------------------------------------
only() { grep -E " $1\$" <<<"$all" || true; }
but() { grep -vE " $1\$" <<<"$all" || true; }

editorconfig "dotnet_diagnostic.LGT1001.severity = error"
build
expect "severity = error fails the build" "1" "$code"
expect "severity = error makes errors of LGT1001" "$(only LGT1001)" "$(findings error)"

editorconfig "dotnet_diagnostic.LGT1001.severity = none"
build
expect "severity = none silences LGT1001, and nothing else" "$(but LGT1001)" "$(findings)"

editorconfig
build -p:LogitsAnalysisMode=None
expect "LogitsAnalysisMode=None silences everything" "0:" "$code:$(findings)"

build -p:LogitsAnalysisMode=Strict
expect "LogitsAnalysisMode=Strict finds at least as much" "" "$(comm -23 <(echo "$all") <(findings))"

editorconfig "dotnet_diagnostic.LGT1001.severity = warning"
build -p:LogitsAnalysisMode=None
expect "a user's severity wins over LogitsAnalysisMode=None" "$(only LGT1001)" "$(findings)"

editorconfig
build -p:LogitsAnalysisMode=Off
if [ $code -ne 0 ] && grep -q "LogitsAnalysisMode is 'Off'; it must be None, Default or Strict." "$log"; then ok "an unknown LogitsAnalysisMode is an error that names it"; else
  fail "an unknown LogitsAnalysisMode: expected an error that names it, got exit code $code: $(grep -m 1 'error' "$log" || true)"
fi

# --- dotnet format -------------------------------------------------------------------------------------------------------
# shellcheck disable=SC2086 # the ids are words
(cd "$app" && dotnet format analyzers Consumer.csproj --diagnostics $ids --severity info --no-restore) >"$work/format.log" 2>&1 \
  || stop "dotnet format analyzers" "$work/format.log"
if cmp -s "$app/Program.cs" Package/check/Program.cs; then fail "dotnet format analyzers: expected it to mend Program.cs, but it changed nothing"; else ok "dotnet format analyzers mends the program"; fi
expect "dotnet format leaves the right lines as they are" "$(grep -E '// right$' Package/check/Program.cs)" "$(grep -E '// right$' "$app/Program.cs" || true)"
build
expect "the mended program builds, and has no findings" "0:" "$code:$(findings)"
[ $code -eq 0 ] || { grep -m 5 ': error' "$log"; diff Package/check/Program.cs "$app/Program.cs"; } || true

# --- the oldest host -------------------------------------------------------------------------------------------------------
host check "$work/unzipped/analyzers/dotnet/cs" Package/check/Program.cs "$app"/Library/*.cs || failures=$((failures + 1))

if [ $failures -ne 0 ]; then echo "The package check failed: $failures of the lines above say FAIL."; exit 1; fi
echo "The package is as it should be."

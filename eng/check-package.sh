#!/usr/bin/env bash
# Uses the package Logits.Analyzers as a user does: a project of its own, outside this repository, that restores it from a folder.
# Needs the .NET SDK and nothing else. Prints a line for each thing checked; the exit code is 1 if one failed.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/checking.sh"

# --- the package -----------------------------------------------------------------------------------------------------
pack
expect_files Logits.Analyzers <<'EOF'
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
expect_nuspec Logits.Analyzers \
  "<id>Logits.Analyzers</id>" '<license type="expression">MIT</license>' "<readme>README.md</readme>" "<developmentDependency>true</developmentDependency>"
expect "the package has no dependency" "" "$(grep "<dependency " "$work/unzipped/Logits.Analyzers.nuspec" || true)"

# --- a project that uses it --------------------------------------------------------------------------------------------
new_project Package/check/{Consumer.csproj,Program.cs,Own.logits.cs}
mkdir "$app/Library"
for file in Analyzers.Tests/Libraries/TorchSharp*.cs; do
  case $file in
    *.E1.cs | *.E2.cs) ;;
    *'*'*) stop "no declarations of TorchSharp: expected Analyzers.Tests/Libraries/TorchSharp*.cs" /dev/null ;;
    *) cp "$file" "$app/Library/" ;;
  esac
done
# editorconfig [LINE...]
editorconfig() {
  { printf 'root = true\n\n[*.cs]\n'; for line in "$@"; do echo "$line"; done; printf '\n[Library/**.cs]\ngenerated_code = true\n'; } >"$app/.editorconfig"
}
all=$(expected Package/check/Program.cs)
ids=$(cut -d ' ' -f 3 <<<"$all" | sort -u)

editorconfig
restore

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

# --- annotations of the project's own ----------------------------------------------------------------------------------
cp Package/check/Annotated.cs "$app/"
build
expect "the attributes are there, and a contradiction of one is found" "0:$(expected Package/check/Annotated.cs)" "$code:$(findings)"
build -p:LogitsAnnotations=false
expect "LogitsAnnotations=false leaves the attributes out" "yes" "$(grep -q "error CS0246: .*'LogitsAttribute'" "$log" && echo yes || echo no)"

# --- the oldest host -------------------------------------------------------------------------------------------------------
host check "$work/unzipped/analyzers/dotnet/cs" Package/check/Program.cs "$app"/Library/*.cs || failures=$((failures + 1))

conclude "Logits.Analyzers"

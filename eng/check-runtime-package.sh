#!/usr/bin/env bash
# Uses the package Logits.Runtime as a user does: a project of its own, outside this repository, that refers to it alone, restores it
# from a folder and gets the analyzers with it. Needs the .NET SDK and nothing else. Prints a line for each thing checked; the exit
# code is 1 if one failed.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/checking.sh"

# --- the package -----------------------------------------------------------------------------------------------------
pack
expect_files Logits.Runtime <<'EOF'
Logits.Runtime.nuspec
README.md
[Content_Types].xml
_rels/.rels
build/Logits.Runtime.props
buildTransitive/Logits.Runtime.props
lib/net10.0/Logits.Runtime.dll
lib/net10.0/Logits.Runtime.xml
lib/net8.0/Logits.Runtime.dll
lib/net8.0/Logits.Runtime.xml
package/services/metadata/core-properties/*.psmdcp
EOF
expect_nuspec Logits.Runtime "<id>Logits.Runtime</id>" '<license type="expression">MIT</license>' "<readme>README.md</readme>"
expect "the package depends on the analyzers, whole, and on the tensors" "Logits.Analyzers include=\"All\"
System.Numerics.Tensors exclude=\"Build,Analyzers\"" \
  "$(sed -nE 's#^ *<dependency id="([^"]+)" version="[^"]+" ([^ ]+) />.*$#\1 \2#p' "$work/unzipped/Logits.Runtime.nuspec" | sort -u)"

# --- a project that uses it --------------------------------------------------------------------------------------------
new_project Package/Runtime/check/{Consumer.csproj,Program.cs}
restore
all=$(expected Package/Runtime/check/Program.cs)

build
expect "dotnet build prints the expected findings and nothing else" "0:$all" "$code:$(findings)"
expect "the wrappers work" "three quarters" "$(dotnet "$app/bin/Debug/net10.0/Consumer.dll" 2>&1 || true)"

build -p:LogitsAnalysisMode=None
expect "LogitsAnalysisMode=None silences everything" "0:" "$code:$(findings)"

build -p:LogitsAnalysisMode=Strict
strict=$(sort <<<"$all"$'\n'"$(expected Package/Runtime/check/Program.cs "in strict mode")")
expect "LogitsAnalysisMode=Strict also reports what is not known" "0:$strict" "$code:$(findings)"

conclude "Logits.Runtime"

#!/usr/bin/env bash
# Publishes a sample that refers to the package Logits.Runtime, trimmed and compiled ahead of time, for each framework: with the whole
# runtime kept, so that all of it is looked at, and as it is, which must print what it prints untrimmed. Every warning is an error. Needs
# clang or gcc, and nuget.org for what of the frameworks this machine has not restored yet. Where the compiler of ahead-of-time code
# cannot be had, the row is skipped, and says why.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../checking.sh"
pack
new_project Package/Runtime/check/Consumer.csproj Samples/OnnxPostprocessing/*.cs

# options FRAMEWORK WAY
options() {
  echo "-p:TargetFrameworks=$1 -p:UseAppHost=true --use-current-runtime -p:SelfContained=true"
  case $2 in trimmed) echo "-p:PublishTrimmed=true" ;; ahead-of-time) echo "-p:PublishAot=true" ;; esac
}
# restore_for FRAMEWORK WAY: from what this machine has, else from nuget.org
restore_for() {
  # shellcheck disable=SC2046 # the options are words
  dotnet restore "$app/Consumer.csproj" $(options "$@") >"$work/restore.log" 2>&1 && return
  dotnet nuget update source restored --source https://api.nuget.org/v3/index.json --configfile "$app/nuget.config" >/dev/null
  # shellcheck disable=SC2046
  dotnet restore "$app/Consumer.csproj" $(options "$@") >"$work/restore.log" 2>&1
}
# publish FRAMEWORK WAY [OPTION...]: into $work/published
publish() {
  rm -rf "$work/published" "$app/bin"
  # The sample is C# 13, which is not the default of every framework.
  # shellcheck disable=SC2046
  dotnet publish "$app/Consumer.csproj" --no-restore -c Release -f "$1" -o "$work/published" $(options "$1" "$2") \
    -warnaserror -p:TrimmerSingleWarn=false -p:InvariantGlobalization=true -p:LangVersion=latest "${@:3}" >"$work/publish.log" 2>&1
}

restore_for net10.0 untrimmed || stop "untrimmed: restore" "$work/restore.log"
publish net10.0 untrimmed || stop "untrimmed" "$work/publish.log"
printed=$("$work/published/Consumer")
ok "untrimmed: the sample prints $(wc -l <<<"$printed") lines"

for framework in net8.0 net10.0; do
  for way in trimmed ahead-of-time; do
    row="$framework, $way"
    if ! restore_for $framework $way; then
      [ $way = ahead-of-time ] || stop "$row: restore" "$work/restore.log"
      echo "  skip  $row: $(grep -m 1 -oE 'NU[0-9]+: [^.]*(\.[^ .]+)*' "$work/restore.log")"
      continue
    fi
    publish $framework $way -p:KeepWholeRuntime=true || stop "$row, the whole runtime" "$work/publish.log"
    ok "$row, the whole runtime: no warning"
    publish $framework $way || stop "$row" "$work/publish.log"
    expect "$row: prints the same" "$printed" "$("$work/published/Consumer" 2>&1 || true)"
    echo "        $(du -ck --apparent-size --exclude='*.dbg' --exclude='*.pdb' "$work/published" | tail -n 1 | cut -f 1) KiB"
  done
done

conclude "Publishing"

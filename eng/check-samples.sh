#!/usr/bin/env bash
# The samples do what the README says: Samples/Pitfalls prints just the findings that its lines are marked with, every time it is built;
# Samples/Mended prints none; the samples that run print what they are there to show.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# findings PROJECT [OPTION]: "file:line id" of every finding that a build prints, once each
findings() {
  dotnet build "Samples/$1" --nologo "${@:2}" </dev/null 2>&1 \
    | sed -nE 's/^.*[\/\\]([A-Za-z0-9]+\.cs)\(([0-9]+),[0-9]+\): (warning|error) (LGT[0-9]{4}): .*$/\1:\2 \4/p' | sort -u
}
expect() { # WHAT EXPECTED GOT
  if [ "$2" = "$3" ]; then
    echo "  ok    $1"
  else
    echo "  FAIL  $1: expected < and got >"
    diff <(echo "$2") <(echo "$3") || true
    exit 1
  fi
}

marked=$(cd Samples/Pitfalls && grep -noE '// LGT[0-9]{4}' ./*.cs | sed -E 's/^\.\/([^:]+):([0-9]+):\/\/ (LGT[0-9]{4})$/\1:\2 \3/' | sort -u)
expect "Pitfalls: each marked line has its finding, and no other line has one" "$marked" "$(findings Pitfalls --no-incremental)"
expect "Pitfalls: a second, incremental build prints the same" "$marked" "$(findings Pitfalls)"
for id in LGT1001 LGT1002 LGT1003 LGT1004 LGT1005 LGT1006 LGT1007 LGT2001 LGT3001 LGT3002 LGT4001 LGT5001 LGT5002 LGT6001; do
  [[ $marked == *$id* ]] || { echo "  FAIL  Pitfalls: no line is marked with $id"; exit 1; }
done
expect "Mended: no finding" "" "$(findings Mended --no-incremental)"
expect "CatsDogsBirds: the probability of Cats" "0.801" "$(dotnet run --project Samples/CatsDogsBirds </dev/null | awk '$1 == "Cats" { print $3 }')"

# run PROJECT [ARGUMENT...]: what a sample prints
run() { dotnet run --project "Samples/$1" -- "${@:2}" </dev/null; }

onnx=$(run OnnxPostprocessing)
expect "OnnxPostprocessing: naive softmax overflows, and the runtime's does not" "   naive:   cat NaN  dog NaN  bird 0.0 %  fish 0.0 %
   runtime: cat 92.4 %  dog 7.6 %  bird 0.0 %  fish 0.0 %" "$(grep ' cat ' <<<"$onnx")"
expect "OnnxPostprocessing: a second softmax leaves 0.0 % of 93.0 %" "0.0 93.0" "$(awk '/class 7 has/ { printf "%s%s", n++ ? " " : "", $(NF - 1) }' <<<"$onnx")"
expect "OnnxPostprocessing: the higher of two models' logits is right less often than the higher calibrated probability" "yes" \
  "$(awk '/higher logit is right/ { sub(/ %.*/, ""); naive = $NF } /surer model is right/ { sub(/ %,.*/, ""); calibrated = $NF } END { print (naive > 0 && calibrated > naive + 10) ? "yes" : "no" }' <<<"$onnx")"
expect "TokenSampler: top-k keeps 40 tokens of 150,000" "40" "$(run TokenSampler | awk '$1 == "top-k" { print $3 }')"
pictures=$(mktemp -d)
trap 'rm -rf "$pictures"' EXIT
expect "SoftmaxRegression: temperature scaling takes most of the calibration error away" "yes" \
  "$(run SoftmaxRegression "$pictures" | awk '/expected calibration error/ { for (i = 1; i < NF; i++) if ($i == "error") e[++n] = $(i + 1) } END { print (n == 2 && e[2] < e[1] / 3) ? "yes" : "no" }')"
expect "SoftmaxRegression: its pictures are there" "after.svg before.svg loss.svg" "$(cd "$pictures" && echo *.svg)"

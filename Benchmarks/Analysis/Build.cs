using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Benchmarks.Analysis;

/// <summary>What a build with the package tells the analyzer: that it is no editor's.</summary>
internal static class Build
{
    public static AnalyzerOptions Options { get; } = new([], new Provider());

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        private static readonly AnalyzerConfigOptions s_options = new NoDesignTime();

        public override AnalyzerConfigOptions GlobalOptions => s_options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_options;
    }

    private sealed class NoDesignTime : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.DesignTimeBuild" ? "" : null;
            return value is not null;
        }
    }
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>What the analyzer made of mutants, as tables.</summary>
internal sealed record MutationReport(ImmutableArray<(Mutant Mutant, ImmutableArray<Diagnostic> Findings)> Runs)
{
    public int Mutants => Runs.Length;

    /// <summary>How many mutants there are of a distance.</summary>
    public int Of(string distance) => Runs.Count(run => run.Mutant.Distance == distance);

    public int Caught => Runs.Count(IsCaught);

    /// <summary>Of the caught ones, those whose finding leads to the mistake.</summary>
    public int Explained => Runs.Count(IsExplained);

    /// <summary>Runs the analyzer over every mutant. One that does not compile is an error of its operator.</summary>
    public static async Task<MutationReport> MakeAsync(IEnumerable<TestProgram> programs)
    {
        var mutants = programs.SelectMany(Operators.All).ToList();
        var runs = new (Mutant, ImmutableArray<Diagnostic>)[mutants.Count];
        await Parallel.ForAsync(0, mutants.Count, async (i, _) =>
        {
            var compilations = Analysis.Compilations(mutants[i].Program);
            var errors = compilations.SelectMany(compilation => compilation.GetDiagnostics()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            runs[i] = errors.Count == 0
                ? (mutants[i], await Analysis.FindingsAsync(compilations))
                : throw new InvalidOperationException($"{mutants[i]}\ndoes not compile:\n{string.Join("\n", errors)}");
        });
        return new MutationReport([.. runs]);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Table(text, "distance", Marker.Distances, mutant => mutant.Distance);
        Table(text, "operator", Runs.Select(run => run.Mutant.Operator).Distinct().Order(StringComparer.Ordinal), mutant => mutant.Operator);
        text.AppendLine($"{Caught} of {Mutants} caught, {Explained} of them explained");
        foreach (var (mutant, findings) in Runs.Where(run => !IsCaught(run)))
        {
            text.AppendLine($"missed: {mutant}; expected {string.Join(" or ", mutant.Ids)}, got {(findings.IsEmpty ? "nothing" : string.Join("; ", findings))}");
        }

        foreach (var (mutant, findings) in Runs.Where(run => IsCaught(run) && !IsExplained(run)))
        {
            text.AppendLine($"not explained: {mutant}; got {string.Join("; ", findings)}");
        }

        return text.ToString();
    }

    private void Table(StringBuilder text, string title, IEnumerable<string> rows, Func<Mutant, string> rowOf)
    {
        text.AppendLine($"| {title,-22} | mutants | caught | missed |");
        text.AppendLine($"|{new string('-', 24)}|--------:|-------:|-------:|");
        foreach (var row in rows)
        {
            var runs = Runs.Where(run => rowOf(run.Mutant) == row).ToList();
            var caught = runs.Count(IsCaught);
            text.AppendLine($"| {row,-22} | {runs.Count,7} | {caught,6} | {runs.Count - caught,6} |");
        }

        text.AppendLine();
    }

    private static bool IsCaught((Mutant Mutant, ImmutableArray<Diagnostic> Findings) run) => run.Findings.Any(run.Mutant.IsCaughtBy);

    private static bool IsExplained((Mutant Mutant, ImmutableArray<Diagnostic> Findings) run)
        => run.Findings.Any(finding => run.Mutant.IsCaughtBy(finding) && run.Mutant.IsExplainedBy(finding));
}

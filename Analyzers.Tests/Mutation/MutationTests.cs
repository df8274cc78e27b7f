using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>Every mistake that an operator makes in a right program is caught: the right id, at the right sink, with the right origin.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task RightProgramsAreSilent()
    {
        foreach (var step in TrainingSteps.All)
        {
            await Analysis.SilentAsync(step.Source);
        }
    }

    [Fact]
    public async Task EveryMutantIsCaught()
    {
        var mutants = TrainingSteps.All.SelectMany(Operators.All).ToList();
        var missed = new List<(Mutant Mutant, string Got)>();
        foreach (var mutant in mutants)
        {
            var findings = await Analysis.FindingsAsync(mutant.Source);
            var caught = findings.Any(finding => Analysis.Text(finding) == $"{mutant.Id} {mutant.Sink}"
                && finding.AdditionalLocations.Count > 0
                && mutant.Source.Substring(finding.AdditionalLocations[0].SourceSpan.Start, finding.AdditionalLocations[0].SourceSpan.Length) == mutant.Origin);
            if (!caught)
            {
                missed.Add((mutant, string.Join("; ", findings)));
            }
        }

        foreach (var group in mutants.GroupBy(mutant => mutant.Operator))
        {
            output.WriteLine($"{group.Key,-24} {group.Count(),3} mutants, {group.Count() - missed.Count(miss => miss.Mutant.Operator == group.Key),3} caught");
        }

        Assert.True(mutants.Count >= 60, $"{mutants.Count} mutants are too few");
        Assert.True(missed.Count == 0, $"{missed.Count} of {mutants.Count} missed:\n" + string.Join("\n", missed.Select(miss => $"{miss.Mutant.Operator} in '{miss.Mutant.Program}': expected {miss.Mutant.Id} at '{miss.Mutant.Sink}' from '{miss.Mutant.Origin}', got {miss.Got}\n    {miss.Mutant.Source}")));
    }
}

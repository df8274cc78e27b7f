using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Programs;
using Xunit;
using Xunit.Abstractions;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>The mistakes that an operator makes in right programs are caught.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    /// <summary>How many mutants of every distance the whole programs must give, and how many per cent of all must be caught: the level reached, to be raised.</summary>
    private const int MutantsOfADistance = 25;
    private const int CaughtPercent = 97;

    [Fact]
    public async Task RightStepsAreSilent()
    {
        foreach (var step in TrainingSteps.All)
        {
            var findings = await Analysis.FindingsAsync(step);
            Assert.True(findings.IsEmpty, $"{step}:\n{string.Join("\n", findings)}");
        }
    }

    /// <summary>Inside one member there is no excuse: the right id, and a finding that leads to the mistake.</summary>
    [Fact]
    public async Task EveryMutantOfAStepIsCaught()
    {
        var report = await MutationReport.MakeAsync(TrainingSteps.All);
        output.WriteLine(report.ToString());
        Assert.True(report.Mutants >= 100, $"{report.Mutants} mutants are too few");
        Assert.True(report.Explained == report.Mutants, report.ToString());
    }

    [Fact]
    public async Task MutantsOfProgramsAreCaught()
    {
        var report = await MutationReport.MakeAsync(TestProgram.All.Where(program => program.KnownFalseAlarm is null));
        output.WriteLine(report.ToString());
        Assert.All(Marker.Distances, distance => Assert.True(report.Of(distance) >= MutantsOfADistance, $"{report.Of(distance)} mutants of the distance {distance} are too few"));
        Assert.True(report.Caught * 100 >= report.Mutants * CaughtPercent, report.ToString());
    }
}

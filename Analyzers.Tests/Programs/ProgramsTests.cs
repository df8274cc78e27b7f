using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Logits.Analyzers.Tests.Programs;

/// <summary>Whole programs that are right: silent as written.</summary>
public sealed class ProgramsTests
{
    public static TheoryData<string> Names => new(TestProgram.All.Select(program => program.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task RightProgramsAreSilent(string name)
    {
        var program = TestProgram.All.Single(program => program.Name == name);
        var findings = await Analysis.FindingsAsync(program);
        if (program.KnownFalseAlarm is { } reason)
        {
            Assert.False(findings.IsEmpty, $"{name} is silent: the reason '{reason}' is out of date");
        }
        else
        {
            Assert.True(findings.IsEmpty, string.Join("\n", findings));
        }
    }
}

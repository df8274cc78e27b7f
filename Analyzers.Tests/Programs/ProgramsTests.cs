using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Logits.Analyzers.Tests.Programs;

/// <summary>Whole programs that are right: silent as written.</summary>
public sealed class ProgramsTests
{
    private const string Folder = "Programs/";

    public static TheoryData<string> Names => new(typeof(ProgramsTests).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, System.StringComparison.Ordinal)).Order());

    internal static string Source(string name)
    {
        using var reader = new StreamReader(typeof(ProgramsTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task RightProgramsAreSilent(string name) => await Analysis.SilentAsync(Source(name));
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Logits.Analyzers.Tests.Programs;

/// <summary>
/// Right code that looks like a mistake stands in the programs, which are silent: a comment names it where it stands. The names are
/// listed in TestData/silences.txt.
/// </summary>
public sealed class SilencesTests
{
    private static readonly Regex s_comment = new(@"// Silence: (?<name>[^;\r\n]+)(?:; (?<name>[^;\r\n]+))*");

    [Fact]
    public void EverySilenceStandsInAProgram() => Assert.Empty(Listed().Except(Places().Select(place => place.Silence)));

    [Fact]
    public void EveryCommentNamesASilence()
    {
        var listed = Listed();
        Assert.All(Places(), place => Assert.Contains(place.Silence, listed));
    }

    private static IEnumerable<(string Silence, string File)> Places()
        => from file in TestProgram.All.SelectMany(program => program.Files)
           from Match comment in s_comment.Matches(file.Text)
           from Capture name in comment.Groups["name"].Captures
           select (name.Value, file.Path);

    private static IReadOnlyList<string> Listed()
    {
        using var reader = new StreamReader(typeof(SilencesTests).Assembly.GetManifestResourceStream("TestData/silences.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

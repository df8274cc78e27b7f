using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Logits.Runtime.Tests.Docs;

/// <summary>The page of the runtime: its blocks compile but for the errors that they are marked with, and its exceptions are those thrown.</summary>
public sealed partial class RuntimePageTests
{
    private const string Usings = "using System; using System.Numerics.Tensors; using Logits; using Logits.Calibration; using Logits.Sampling;";

    private static readonly string s_page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "runtime.md"));

    public static TheoryData<string> Blocks => [.. Block().Matches(s_page).Select(block => block.Groups[1].Value)];

    public static TheoryData<string, string, string> Exceptions
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (Match row in ExceptionRow().Matches(s_page))
                rows.Add(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);
            return rows;
        }
    }

    [Fact]
    public void ThePageHasBlocksAndExceptions()
    {
        Assert.InRange(Blocks.Count, 8, 100);
        Assert.InRange(Exceptions.Count, 8, 100);
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void ABlockHasTheErrorsThatItIsMarkedWith(string block)
    {
        var lines = block.Split('\n');
        var expected = lines.Select((line, number) => (number, Id().Match(line).Value)).Where(marked => marked.Value.Length > 0);
        var body = string.Join('\n', lines.Select(line => line.StartsWith("using ", StringComparison.Ordinal) ? "" : line));
        Assert.Equal(expected, Programs.Errors($"{Usings} class Page {{ static void Main() {{ {body}\n }} }}"));
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void AnExceptionIsThatOfThePage(string call, string exception, string message)
    {
        using var assembly = new MemoryStream();
        var source = $"{Usings} public static class Page {{ public static void Main() {{ _ = {call}; }} }}";
        Assert.Empty(Programs.Errors(source));
        Assert.True(Programs.Compile(source).Emit(assembly).Success);
        var main = Assembly.Load(assembly.ToArray()).GetType("Page")!.GetMethod("Main")!.CreateDelegate<Action>();
        var error = Assert.ThrowsAny<Exception>(main);
        Assert.Equal(exception, error.GetType().Name);
        // The framework appends a line with the value.
        Assert.Equal(message, error.Message.Split('\n')[0].TrimEnd('\r'));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<=// )CS\d{4}")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\| `([^`]+)` \| `(\w+Exception)`: (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex ExceptionRow();
}

using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Logits.Analyzers.Tests.Meta;
using Xunit;

namespace Logits.Analyzers.Tests.Snippets;

/// <summary>Small programs, each with the findings that it must bring; none means silence.</summary>
public sealed class SnippetTests
{
    private const string Folder = "Snippets/";

    public static TheoryData<string, string, string, string> All()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var resource in typeof(SnippetTests).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(typeof(SnippetTests).Assembly.GetManifestResourceStream(resource)!);
            foreach (var part in reader.ReadToEnd().Split("\n### ").Skip(1))
            {
                var head = part.Split('\n')[0].Split('|');
                data.Add(Path.GetFileNameWithoutExtension(resource), head[0].Trim(), head[^1].Trim(), part[(part.IndexOf('\n') + 1)..].TrimEnd());
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task BringsItsFindings(string file, string name, string ids, string program)
    {
        var usings = (name.StartsWith('K') ? Analysis.KerasUsings : Analysis.TorchSharpUsings) + "using System.Threading.Tasks; ";
        var statements = name[..Math.Max(0, name.IndexOf(':'))];
        var source = usings + (statements is "" or "KC" ? program : $"class C {{ {(statements == "SA" ? "async Task" : "void")} M(Tensor x, Tensor y, bool flag) {{ {program} }} }}");
        var sources = file == "annotations" ? new[] { source, Repository.Annotations } : [source];
        var findings = await Analysis.FindingsAsync(sources);
        Assert.True(ids == string.Join(" ", findings.Select(finding => finding.Id)), $"{file}, {name}: expected [{ids}], got\n{string.Join("\n", findings)}\n{source}");
    }
}

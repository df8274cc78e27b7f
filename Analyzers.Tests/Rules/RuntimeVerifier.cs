using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Logits.Analyzers.Tests.Rules;

/// <summary>Verifies the findings of programs that use the runtime, of which the analyzer knows what its attributes say.</summary>
/// <remarks>Findings are marked <c>{|ID:code|}</c>.</remarks>
internal static class RuntimeVerifier
{
    private const string Usings = "using System; using System.Linq; using System.Numerics.Tensors; using Logits; using Logits.Annotations; ";

    /// <summary>Verifies statements of a method that has numbers, targets, labels, a flag and an index.</summary>
    public static Task StatementsAsync(string statements)
        => MembersAsync($"void M(float[] x, float[] targets, int[] labels, bool flag, int i) {{ {statements} }}");

    /// <summary>Verifies the members of a class.</summary>
    public static Task MembersAsync(string members) => FilesAsync($"{Usings}class C {{ {members} }}");

    /// <summary>Verifies whole files.</summary>
    public static Task FilesAsync(params string[] files)
    {
        var test = new CSharpAnalyzerTest<LogitsAnalyzer, DefaultVerifier>
        {
            // LGT1006 has two descriptors: marked code says nothing of the severity.
            MarkupOptions = MarkupOptions.UseFirstDescriptor,

            // What strict mode says of every sink is beside the point.
            DisabledDiagnostics = { "LGT0001", "LGT0002" },
        };
        test.TestState.AdditionalReferences.Add(Path.Combine(AppContext.BaseDirectory, "Logits.Runtime.dll"));
        test.TestState.AdditionalReferences.Add(Path.Combine(AppContext.BaseDirectory, "System.Numerics.Tensors.dll"));
        foreach (var file in files)
        {
            test.TestState.Sources.Add(file);
        }

        return test.RunAsync();
    }
}

using System;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>Verifies one fix on programs that use TorchSharp or TensorFlow.NET.</summary>
/// <remarks>Findings are marked <c>{|ID:code|}</c>; the mend is named by its equivalence key, null for the first one.</remarks>
internal static class FixVerifier<TFix>
    where TFix : LogitsFix, new()
{
    /// <summary>Mends statements of a method that has the tensors x, y, z and target, one by one and all at once.</summary>
    public static Task TorchAsync(string statements, string mended, string? key = null, string? mendedAtOnce = null)
        => RunAsync([Programs.Torch(statements)], [Programs.Torch(mended)], LibrarySources.TorchSharpReference, key, mendedAtOnce is null ? null : Programs.Torch(mendedAtOnce));

    /// <summary>Mends the members of a class.</summary>
    public static Task TorchMembersAsync(string members, string mended, string? key = null)
        => RunAsync([Programs.TorchMembers(members)], [Programs.TorchMembers(mended)], LibrarySources.TorchSharpReference, key);

    /// <summary>Mends statements of a method that has the tensors x and y.</summary>
    public static Task KerasAsync(string statements, string mended, string? key = null)
        => RunAsync([Programs.Keras(statements)], [Programs.Keras(mended)], LibrarySources.KerasReference, key);

    /// <summary>Mends whole files, which use TorchSharp, by the safe mend.</summary>
    public static Task FilesAsync(string[] files, string[] mended) => RunAsync(files, mended, LibrarySources.TorchSharpReference);

    /// <summary>Mends a solution, by the safe mend: the first project is <c>TestProject</c>, in which the findings are.</summary>
    public static Task SolutionAsync(params TestedProject[] projects) => RunAsync(projects, LibrarySources.TorchSharpReference);

    /// <summary>The finding is there, and no mend; or not the one that is named.</summary>
    public static Task TorchNotOfferedAsync(string statements, string? key = null) => TorchAsync(statements, statements, key);

    public static Task TorchMembersNotOfferedAsync(string members, string? key = null) => TorchMembersAsync(members, members, key);

    public static Task KerasNotOfferedAsync(string statements, string? key = null) => KerasAsync(statements, statements, key);

    public static Task FilesNotOfferedAsync(params string[] files) => FilesAsync(files, files);

    private static Task RunAsync(string[] files, string[] mended, MetadataReference library, string? key = null, string? mendedAtOnce = null)
        => RunAsync([new TestedProject(TestedProject.Main, files, mended)], library, key, mendedAtOnce);

    private static Task RunAsync(TestedProject[] projects, MetadataReference library, string? key = null, string? mendedAtOnce = null)
    {
        var test = new CSharpCodeFixTest<LogitsAnalyzer, TFix, DefaultVerifier>
        {
            CodeActionEquivalenceKey = key,

            // LGT1006 has two descriptors: marked code says nothing of the severity.
            MarkupOptions = MarkupOptions.UseFirstDescriptor,

            // What strict mode says of every sink is beside the point.
            DisabledDiagnostics = { "LGT0001", "LGT0002" },
        };
        foreach (var project in projects)
        {
            Add(test.TestState, project, project.Files, library);
            Add(test.FixedState, project, project.Mended, library);
        }

        if (mendedAtOnce is not null)
        {
            test.BatchFixedCode = mendedAtOnce;
        }

        return test.RunAsync();
    }

    private static void Add(SolutionState solution, TestedProject project, string[] files, MetadataReference library)
    {
        var state = project.Name == TestedProject.Main ? solution : solution.AdditionalProjects[project.Name];
        state.AdditionalReferences.Add(library);
        state.AdditionalProjectReferences.AddRange(project.References);
        Array.ForEach(files, state.Sources.Add);
    }
}

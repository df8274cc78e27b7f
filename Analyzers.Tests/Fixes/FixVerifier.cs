using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
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
        => RunAsync(Programs.Torch(statements), Programs.Torch(mended), key, mendedAtOnce is null ? null : Programs.Torch(mendedAtOnce), LibrarySources.TorchSharpReference);

    /// <summary>Mends the members of a class.</summary>
    public static Task TorchMembersAsync(string members, string mended, string? key = null)
        => RunAsync(Programs.TorchMembers(members), Programs.TorchMembers(mended), key, null, LibrarySources.TorchSharpReference);

    /// <summary>Mends statements of a method that has the tensors x and y.</summary>
    public static Task KerasAsync(string statements, string mended, string? key = null)
        => RunAsync(Programs.Keras(statements), Programs.Keras(mended), key, null, LibrarySources.KerasReference);

    /// <summary>The finding is there, and no mend; or not the one that is named.</summary>
    public static Task TorchNotOfferedAsync(string statements, string? key = null) => TorchAsync(statements, statements, key);

    public static Task TorchMembersNotOfferedAsync(string members, string? key = null) => TorchMembersAsync(members, members, key);

    public static Task KerasNotOfferedAsync(string statements, string? key = null) => KerasAsync(statements, statements, key);

    private static Task RunAsync(string source, string mended, string? key, string? mendedAtOnce, MetadataReference library)
    {
        var test = new FixTest { TestCode = source, FixedCode = mended, CodeActionEquivalenceKey = key };

        // LGT1006 has two descriptors: marked code says nothing of the severity.
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor;
        if (mendedAtOnce is not null)
        {
            test.BatchFixedCode = mendedAtOnce;
        }

        test.TestState.AdditionalReferences.Add(library);
        return test.RunAsync();
    }

    private sealed class FixTest : CSharpCodeFixTest<LogitsAnalyzer, TFix, DefaultVerifier>
    {
        public FixTest()
        {
            // What strict mode says of every sink is beside the point.
            DisabledDiagnostics.Add("LGT0001");
            DisabledDiagnostics.Add("LGT0002");
        }
    }
}

/// <summary>The programs around the statements of a test.</summary>
internal static class Programs
{
    public static string Torch(string statements) => TorchMembers($$"""
        Tensor M(Tensor x, Tensor y, Tensor z, Tensor target, Tensor weight)
            {
        {{Indent(statements, 8)}}
            }
        """);

    public static string TorchMembers(string members) => $$"""
        using System;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        class C
        {
            {{members}}
        }
        """;

    public static string Keras(string statements) => $$"""
        using Tensorflow;
        using Tensorflow.Keras;
        using Tensorflow.Keras.Engine;
        using static Tensorflow.Binding;
        using static Tensorflow.KerasApi;

        class C
        {
            void M(Tensor x, Tensor y)
            {
        {{Indent(statements, 8)}}
            }
        }
        """;

    private static string Indent(string text, int width) => new string(' ', width) + text.Replace("\n", "\n" + new string(' ', width));
}

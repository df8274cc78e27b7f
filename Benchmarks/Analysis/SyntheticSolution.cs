using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Logits.Benchmarks.Analysis;

/// <summary>
/// A made-up program of many members: models, losses, and helpers that hand them down six calls deep before they meet. One call in ten is a
/// mistake.
/// </summary>
internal static class SyntheticSolution
{
    private const int Depth = 6;
    private const int MembersOfAFile = 10;

    public static ImmutableArray<MetadataReference> References { get; } = MakeReferences();

    /// <summary>The files of a program of about this many members.</summary>
    public static ImmutableArray<SyntaxTree> Files(int members)
        => Enumerable.Range(0, members / MembersOfAFile).Select(i => File(i, 0)).ToImmutableArray();

    /// <summary>One file; another edition has another statement in one body.</summary>
    public static SyntaxTree File(int number, int edition)
    {
        var source = new StringBuilder("using System;\nusing TorchSharp;\nusing TorchSharp.Modules;\nusing static TorchSharp.torch;\nusing static TorchSharp.torch.nn;\n\n");
        source.Append($"namespace Part{number};\n\n");
        source.Append($"public sealed class Net : Module<Tensor, Tensor>\n{{\n    private readonly Linear hidden = Linear(64, 32);\n    private readonly Linear output = Linear(32, 10);\n\n    public Net() : base(\"net\") => RegisterComponents();\n\n");
        source.Append($"    public override Tensor forward(Tensor x)\n    {{\n        x = functional.relu(hidden.call(x));\n        return functional.log_softmax(output.call(x), 1);\n    }}\n}}\n\n");
        source.Append("public static class Steps\n{\n");
        for (var level = 0; level < Depth; level++)
        {
            var inner = level == Depth - 1
                ? $"loss.call(model.call(x), y) * {edition + 1}"
                : $"Level{level + 1}(model, loss, x, y)";
            source.Append($"    public static Tensor Level{level}(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss, Tensor x, Tensor y)\n    {{\n        Console.WriteLine(x.shape.Length);\n        return {inner};\n    }}\n\n");
        }

        var loss = number % 10 == 0 ? "BCELoss()" : "NLLLoss()";
        source.Append($"    public static void Run(Tensor x, Tensor y)\n    {{\n        using var net = new Net();\n        Level0(net, {loss}, x, y).backward();\n        {(number > 0 ? $"Part{number - 1}.Steps.Level3(net, {loss}, x, y).backward();" : "")}\n    }}\n}}\n");
        return CSharpSyntaxTree.ParseText(source.ToString(), path: $"/Part{number}.cs", encoding: Encoding.UTF8);
    }

    public static CSharpCompilation Compilation(IEnumerable<SyntaxTree> files)
        => CSharpCompilation.Create("Synthetic", files, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    private static ImmutableArray<MetadataReference> MakeReferences()
    {
        var framework = ((string)System.AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", System.StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToList();
        var declarations = typeof(SyntheticSolution).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Libraries/", System.StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(typeof(SyntheticSolution).Assembly.GetManifestResourceStream(name)!);
                return CSharpSyntaxTree.ParseText(reader.ReadToEnd());
            });
        var library = CSharpCompilation.Create("TorchSharp", declarations, framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        var emitted = library.Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidDataException(emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
        }

        return [.. framework, MetadataReference.CreateFromImage(image.ToArray())];
    }
}

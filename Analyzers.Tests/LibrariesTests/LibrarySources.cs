using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Logits.Analyzers.Tests.Libraries;

/// <summary>
/// The declarations of TorchSharp and TensorFlow.NET that stand in for the packages: as sources, or compiled once per process into a
/// metadata reference that has the real assembly's name.
/// </summary>
internal static class LibrarySources
{
    private const string Folder = "Libraries/";

    private static readonly Lazy<ImmutableArray<(string Name, string Text)>> s_torchSharp =
        new(() => Read(name => name.StartsWith("TorchSharp.", StringComparison.Ordinal) && !IsOldTorchSharp(name)));

    private static readonly Lazy<ImmutableArray<(string Name, string Text)>> s_torchSharpE1 = new(() => Read(name => name == "TorchSharp.E1.cs"));

    private static readonly Lazy<ImmutableArray<(string Name, string Text)>> s_torchSharpE2 = new(() => Read(name => name == "TorchSharp.E2.cs"));

    private static readonly Lazy<ImmutableArray<(string Name, string Text)>> s_keras =
        new(() => Read(name => name.StartsWith("TensorFlow.", StringComparison.Ordinal)));

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_frameworkReferences = new(FindFrameworkReferences);

    private static readonly Lazy<MetadataReference> s_torchSharpReference =
        new(() => Compile("TorchSharp", TorchSharp, FrameworkReferences));

    private static readonly Lazy<MetadataReference> s_torchSharpE1Reference =
        new(() => Compile("TorchSharp", TorchSharpE1, FrameworkReferences));

    private static readonly Lazy<MetadataReference> s_torchSharpE2Reference =
        new(() => Compile("TorchSharp", TorchSharpE2, FrameworkReferences));

    private static readonly Lazy<MetadataReference> s_kerasReference =
        new(() => Compile("Tensorflow.Keras", Keras, FrameworkReferences));

    /// <summary>TorchSharp 0.107 with torchvision, without torchaudio.</summary>
    public static ImmutableArray<(string Name, string Text)> TorchSharp => s_torchSharp.Value;

    /// <summary>A selection of TorchSharp 0.97.6: modules are not generic, losses are delegates.</summary>
    public static ImmutableArray<(string Name, string Text)> TorchSharpE1 => s_torchSharpE1.Value;

    /// <summary>A selection of TorchSharp 0.99.1: generic modules with <c>forward</c> but without <c>call</c>.</summary>
    public static ImmutableArray<(string Name, string Text)> TorchSharpE2 => s_torchSharpE2.Value;

    /// <summary>TensorFlow.NET and TensorFlow.Keras, as one assembly.</summary>
    public static ImmutableArray<(string Name, string Text)> Keras => s_keras.Value;

    /// <summary>The framework that the references of this class were compiled against.</summary>
    public static ImmutableArray<MetadataReference> FrameworkReferences => s_frameworkReferences.Value;

    public static MetadataReference TorchSharpReference => s_torchSharpReference.Value;

    public static MetadataReference TorchSharpE1Reference => s_torchSharpE1Reference.Value;

    public static MetadataReference TorchSharpE2Reference => s_torchSharpE2Reference.Value;

    public static MetadataReference KerasReference => s_kerasReference.Value;

    /// <summary>
    /// Compiles declarations for programs that use other framework references than <see cref="FrameworkReferences"/>. Not cached.
    /// </summary>
    public static MetadataReference Compile(
        string assemblyName,
        ImmutableArray<(string Name, string Text)> sources,
        ImmutableArray<MetadataReference> frameworkReferences)
    {
        using var stream = new MemoryStream();
        EmitResult result = CreateCompilation(assemblyName, sources, frameworkReferences)
            .Emit(stream, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false));
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
        }

        stream.Position = 0;
        return MetadataReference.CreateFromStream(stream);
    }

    public static CSharpCompilation CreateCompilation(
        string assemblyName,
        ImmutableArray<(string Name, string Text)> sources,
        ImmutableArray<MetadataReference> references) => CSharpCompilation.Create(
            assemblyName,
            sources.Select(source => CSharpSyntaxTree.ParseText(
                source.Text,
                CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest),
                source.Name)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsOldTorchSharp(string name) => name is "TorchSharp.E1.cs" or "TorchSharp.E2.cs";

    private static ImmutableArray<(string Name, string Text)> Read(Func<string, bool> include)
    {
        Assembly assembly = typeof(LibrarySources).Assembly;
        ImmutableArray<(string Name, string Text)> sources = assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal) && include(resource.Substring(Folder.Length)))
            .OrderBy(resource => resource, StringComparer.Ordinal)
            .Select(resource => (resource.Substring(Folder.Length), ReadText(assembly, resource)))
            .ToImmutableArray();
        return sources.IsEmpty ? throw new InvalidOperationException("The declarations are not embedded.") : sources;
    }

    private static string ReadText(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"No resource {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ImmutableArray<MetadataReference> FindFrameworkReferences()
    {
        // The reference pack beside the running framework; without one, the framework itself.
        string framework = RuntimeEnvironment.GetRuntimeDirectory();
        string packs = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string moniker = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        string? pack = !Directory.Exists(packs)
            ? null
            : Directory.GetDirectories(packs)
                .Select(version => Path.Combine(version, "ref", moniker))
                .Where(Directory.Exists)
                .OrderBy(path => path, StringComparer.Ordinal)
                .LastOrDefault();
        if (pack is not null) framework = pack;

        return Directory.GetFiles(framework, "*.dll")
            .Where(path => IsManagedFrameworkAssembly(Path.GetFileName(path)))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();
    }

    private static bool IsManagedFrameworkAssembly(string name) =>
        (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native", StringComparison.Ordinal))
        || name is "netstandard.dll" or "mscorlib.dll";
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing.Model;

/// <summary>A project state with its defaults filled in.</summary>
public sealed class EvaluatedProjectState(ProjectState state, ReferenceAssemblies defaultReferenceAssemblies)
{
    public string Name { get; } = state.Name;

    public string AssemblyName { get; } = state.AssemblyName;

    public string Language { get; } = state.Language;

    public ReferenceAssemblies ReferenceAssemblies { get; } = state.ReferenceAssemblies ?? defaultReferenceAssemblies;

    public OutputKind OutputKind { get; } = state.OutputKind ?? OutputKind.DynamicallyLinkedLibrary;

    public DocumentationMode DocumentationMode { get; } = state.DocumentationMode ?? DocumentationMode.Diagnose;

    public ImmutableArray<(string filename, SourceText content)> Sources { get; } = [.. state.Sources];

    public ImmutableArray<(string filename, SourceText content)> AdditionalFiles { get; } = [.. state.AdditionalFiles];

    public ImmutableArray<(string filename, SourceText content)> AnalyzerConfigFiles { get; } = [.. state.AnalyzerConfigFiles];

    public ImmutableArray<string> AdditionalProjectReferences { get; } = [.. state.AdditionalProjectReferences];

    public ImmutableArray<MetadataReference> AdditionalReferences { get; } = [.. state.AdditionalReferences];

    internal string DefaultPrefix { get; } = state.DefaultPrefix;
}

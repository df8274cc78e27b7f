using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The files and settings of one project.</summary>
public class ProjectState
{
    public ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
    {
        Name = name;
        Language = language;
        DefaultPrefix = defaultPrefix;
        DefaultExtension = defaultExtension;
        Sources = new SourceFileList(defaultPrefix, defaultExtension);
    }

    public string Name { get; }

    public string AssemblyName => Name;

    public string Language { get; }

    /// <summary>Null: those of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    /// <summary>Null: a library.</summary>
    public OutputKind? OutputKind { get; set; }

    /// <summary>Null: <see cref="Microsoft.CodeAnalysis.DocumentationMode.Diagnose"/>.</summary>
    public DocumentationMode? DocumentationMode { get; set; }

    public SourceFileList Sources { get; }

    public SourceFileCollection AdditionalFiles { get; } = [];

    public List<Func<IEnumerable<(string filename, SourceText content)>>> AdditionalFilesFactories { get; } = [];

    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    /// <summary>The names of the projects that this one references.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    internal string DefaultPrefix { get; }

    private protected string DefaultExtension { get; }

    internal ProjectState Copy()
    {
        var copy = new ProjectState(Name, Language, DefaultPrefix, DefaultExtension);
        copy.TakeFrom(this, inherited: null);
        return copy;
    }

    /// <summary>Takes what <paramref name="state"/> says, and what it leaves unsaid from <paramref name="inherited"/>.</summary>
    private protected void TakeFrom(ProjectState state, ProjectState? inherited)
    {
        ReferenceAssemblies = state.ReferenceAssemblies ?? inherited?.ReferenceAssemblies;
        OutputKind = state.OutputKind ?? inherited?.OutputKind;
        DocumentationMode = state.DocumentationMode ?? inherited?.DocumentationMode;
        Take(Sources, state.Sources, inherited?.Sources);
        Take(AdditionalFiles, state.AdditionalFiles, inherited?.AdditionalFiles);
        AdditionalFiles.AddRange(state.AdditionalFilesFactories.SelectMany(factory => factory()));
        Take(AnalyzerConfigFiles, state.AnalyzerConfigFiles, inherited?.AnalyzerConfigFiles);
        Take(AdditionalProjectReferences, state.AdditionalProjectReferences, inherited?.AdditionalProjectReferences);
        Take(AdditionalReferences, state.AdditionalReferences, inherited?.AdditionalReferences);
    }

    private protected static void Take<T>(List<T> target, List<T> own, IEnumerable<T>? inherited) =>
        target.AddRange(own.Count > 0 ? own : inherited ?? own);
}

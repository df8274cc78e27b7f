using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The projects of a test and the diagnostics expected in them, before or after a fix.</summary>
public class SolutionState : ProjectState
{
    public SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
        : base(name, language, defaultPrefix, defaultExtension)
    {
        AdditionalProjects = new ProjectCollection(language, defaultExtension);
    }

    /// <summary>Null: <see cref="StateInheritanceMode.AutoInherit"/> where the files of the state before are changed,
    /// <see cref="StateInheritanceMode.AutoInheritAll"/> where they are not.</summary>
    public StateInheritanceMode? InheritanceMode { get; set; }

    /// <summary>Null: <see cref="MarkupMode.IgnoreFixable"/> where the files of the state before are changed,
    /// <see cref="MarkupMode.Allow"/> where they are not.</summary>
    public MarkupMode? MarkupHandling { get; set; }

    public ProjectCollection AdditionalProjects { get; }

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>This state with what it inherits from <paramref name="baseState"/>, both modes decided.</summary>
    public SolutionState WithInheritedValuesApplied(SolutionState? baseState, ImmutableArray<string> fixableDiagnostics)
    {
        (StateInheritanceMode inheritance, MarkupMode markup) = DecideModes(baseState);
        SolutionState? inherited = inheritance == StateInheritanceMode.Explicit ? null : baseState;
        IEnumerable<DiagnosticResult>? inheritedDiagnostics = inheritance == StateInheritanceMode.AutoInherit
            ? inherited?.ExpectedDiagnostics.Where(diagnostic => !fixableDiagnostics.Contains(diagnostic.Id))
            : inherited?.ExpectedDiagnostics;

        SolutionState result = CreateEmpty(markup);
        result.TakeFrom(this, inherited);
        Take(result.ExpectedDiagnostics, ExpectedDiagnostics, inheritedDiagnostics);
        ProjectCollection projects = AdditionalProjects.Count == 0 && inherited is not null
            ? inherited.AdditionalProjects
            : AdditionalProjects;
        foreach ((string name, ProjectState project) in projects)
            result.AdditionalProjects.Add(name, project.Copy());

        return result;
    }

    /// <summary>This state with markup taken out of the files and turned into expected diagnostics.</summary>
    public SolutionState WithProcessedMarkup(
        MarkupOptions markupOptions,
        DiagnosticDescriptor? defaultDiagnostic,
        ImmutableArray<DiagnosticDescriptor> supportedDiagnostics,
        ImmutableArray<string> fixableDiagnostics,
        string defaultPath)
    {
        if (InheritanceMode != StateInheritanceMode.Explicit || MarkupHandling is not { } markup)
            throw new InvalidOperationException("Inheritance processing must complete before markup processing.");

        SolutionState result = CreateEmpty(MarkupMode.None);
        result.TakeFrom(this, inherited: null);
        foreach ((string name, ProjectState project) in AdditionalProjects)
            result.AdditionalProjects.Add(name, project.Copy());

        var processor = new MarkupProcessor(markup, markupOptions, defaultDiagnostic, supportedDiagnostics, fixableDiagnostics);
        foreach (ProjectState project in result.AdditionalProjects.Values.Prepend(result))
        {
            processor.Process(project.Sources);
            processor.Process(project.AdditionalFiles);
            processor.Process(project.AnalyzerConfigFiles);
        }

        result.ExpectedDiagnostics.AddRange(ExpectedDiagnostics
            .Concat(processor.Diagnostics)
            .Select(diagnostic => diagnostic.WithDefaultPath(defaultPath).WithAppliedMarkupLocations(processor.Locations)));
        return result;
    }

    private SolutionState CreateEmpty(MarkupMode markup) => new(Name, Language, DefaultPrefix, DefaultExtension)
    {
        InheritanceMode = StateInheritanceMode.Explicit,
        MarkupHandling = markup,
    };

    private (StateInheritanceMode Inheritance, MarkupMode Markup) DecideModes(SolutionState? baseState)
    {
        if (baseState is null)
            return (InheritanceMode ?? StateInheritanceMode.Explicit, MarkupHandling ?? MarkupMode.Allow);

        return ChangesFilesOf(baseState)
            ? (InheritanceMode ?? StateInheritanceMode.AutoInherit, MarkupHandling ?? MarkupMode.IgnoreFixable)
            : (InheritanceMode ?? StateInheritanceMode.AutoInheritAll,
                MarkupHandling ?? baseState.MarkupHandling ?? MarkupMode.Allow);
    }

    private bool ChangesFilesOf(SolutionState baseState)
    {
        bool inherits = InheritanceMode != StateInheritanceMode.Explicit;
        return Changes(Sources, baseState.Sources)
            || Changes(AdditionalFiles, baseState.AdditionalFiles)
            || Changes(AnalyzerConfigFiles, baseState.AnalyzerConfigFiles)
            || ((!inherits || AdditionalReferences.Count > 0)
                && !AdditionalReferences.SequenceEqual(baseState.AdditionalReferences));

        bool Changes(SourceFileCollection own, SourceFileCollection other) =>
            (!inherits || own.Count > 0) && !own.SequenceEqual(other, SourceFileComparer.Instance);
    }
}

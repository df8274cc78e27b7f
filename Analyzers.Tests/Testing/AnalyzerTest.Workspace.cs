using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Testing.Model;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <content>The solution that the files of a state make.</content>
public abstract partial class AnalyzerTest<TVerifier>
{
    public async Task<Workspace> CreateWorkspaceAsync()
    {
        Workspace workspace = await CreateWorkspaceImplAsync();
        workspaces.Add(workspace);
        return workspace;
    }

    protected abstract CompilationOptions CreateCompilationOptions();

    protected abstract ParseOptions CreateParseOptions();

    protected virtual Task<Workspace> CreateWorkspaceImplAsync() => Task.FromResult<Workspace>(new AdhocWorkspace());

    protected async Task<Project> CreateProjectAsync(
        EvaluatedProjectState primaryProject,
        ImmutableArray<EvaluatedProjectState> additionalProjects,
        CancellationToken cancellationToken)
    {
        Verify.LanguageIsSupported(Language);
        return ApplyCompilationOptions(await CreateProjectImplAsync(primaryProject, additionalProjects, cancellationToken));
    }

    protected virtual async Task<Project> CreateProjectImplAsync(
        EvaluatedProjectState primaryProject,
        ImmutableArray<EvaluatedProjectState> additionalProjects,
        CancellationToken cancellationToken)
    {
        Dictionary<string, ProjectId> ids = additionalProjects.Prepend(primaryProject)
            .ToDictionary(state => state.Name, state => ProjectId.CreateNewId(state.Name), StringComparer.Ordinal);
        ProjectId primaryId = ids[primaryProject.Name];

        Solution solution = await CreateSolutionAsync(primaryId, primaryProject, cancellationToken);
        solution = AddFiles(solution, primaryId, primaryProject);
        foreach (EvaluatedProjectState state in additionalProjects)
        {
            ProjectId id = ids[state.Name];
            solution = solution.AddProject(id, state.Name, state.AssemblyName, state.Language);
            Project project = solution.GetProject(id)!;
            solution = await ConfigureAsync(
                solution, id, state, project.CompilationOptions!, project.ParseOptions!, cancellationToken);
            solution = AddFiles(solution, id, state);
        }

        foreach (EvaluatedProjectState state in additionalProjects.Prepend(primaryProject))
        {
            solution = solution.AddProjectReferences(
                ids[state.Name], state.AdditionalProjectReferences.Select(name => new ProjectReference(ids[name])));
        }

        foreach (Func<Solution, ProjectId, Solution> transform in SolutionTransforms)
            solution = transform(solution, primaryId);

        return solution.GetProject(primaryId)!;
    }

    /// <summary>The solution with the primary project, still without files.</summary>
    protected virtual async Task<Solution> CreateSolutionAsync(
        ProjectId projectId, EvaluatedProjectState projectState, CancellationToken cancellationToken)
    {
        Workspace workspace = await CreateWorkspaceAsync();
        Solution solution = workspace.CurrentSolution;
        foreach (Func<OptionSet, OptionSet> transform in OptionsTransforms)
            solution = solution.WithOptions(transform(solution.Options));

        solution = solution.AddProject(projectId, projectState.Name, projectState.AssemblyName, projectState.Language);
        return await ConfigureAsync(
            solution, projectId, projectState, CreateCompilationOptions(), CreateParseOptions(), cancellationToken);
    }

    /// <summary>Enables the rules that are off by default, and makes an exception in an analyzer an error.</summary>
    protected virtual Project ApplyCompilationOptions(Project project)
    {
        var options = new Dictionary<string, ReportDiagnostic>(StringComparer.Ordinal) { ["AD0001"] = ReportDiagnostic.Error };
        foreach (DiagnosticDescriptor descriptor in GetDiagnosticAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics))
        {
            options[descriptor.Id] = descriptor.IsEnabledByDefault
                ? ReportDiagnostic.Default
                : ToReportDiagnostic(descriptor.DefaultSeverity);
        }

        foreach (string id in DisabledDiagnostics)
            options[id] = ReportDiagnostic.Suppress;

        // What the test itself sets wins.
        CompilationOptions compilationOptions = project.CompilationOptions!;
        return project.WithCompilationOptions(compilationOptions.WithSpecificDiagnosticOptions(
            options.ToImmutableDictionary().SetItems(compilationOptions.SpecificDiagnosticOptions)));
    }

    /// <summary>The name of a file and its folders in the project, whose root is the folder of the prefix.</summary>
    protected (string fileName, IEnumerable<string> folders) GetNameAndFoldersFromPath(string projectPathPrefix, string path)
    {
        string root = projectPathPrefix[..(projectPathPrefix.LastIndexOf('/') + 1)];
        if (!path.StartsWith(root, StringComparison.Ordinal))
            return (Path.IsPathRooted(path) ? path : Path.GetFileName(path), []);

        string[] parts = path[root.Length..].Split('/');
        return (parts[^1], parts[..^1]);
    }

    private protected Task<Project> CreateProjectAsync(SolutionState state, CancellationToken cancellationToken) =>
        CreateProjectAsync(
            new EvaluatedProjectState(state, ReferenceAssemblies),
            state.AdditionalProjects.Values
                .Select(project => new EvaluatedProjectState(project, ReferenceAssemblies))
                .ToImmutableArray(),
            cancellationToken);

    private static async Task<Solution> ConfigureAsync(
        Solution solution,
        ProjectId id,
        EvaluatedProjectState state,
        CompilationOptions compilationOptions,
        ParseOptions parseOptions,
        CancellationToken cancellationToken) =>
        solution
            .WithProjectCompilationOptions(id, compilationOptions.WithOutputKind(state.OutputKind))
            .WithProjectParseOptions(id, parseOptions.WithDocumentationMode(state.DocumentationMode))
            .AddMetadataReferences(id, await state.ReferenceAssemblies.ResolveAsync(state.Language, cancellationToken))
            .AddMetadataReferences(id, state.AdditionalReferences);

    private Solution AddFiles(Solution solution, ProjectId projectId, EvaluatedProjectState state)
    {
        Add(state.Sources, (id, name, text, folders, path) => solution.AddDocument(id, name, text, folders, path));
        Add(state.AdditionalFiles, (id, name, text, folders, path) =>
            solution.AddAdditionalDocument(id, name, text, folders, path));
        Add(state.AnalyzerConfigFiles, (id, name, text, folders, path) =>
            solution.AddAnalyzerConfigDocument(id, name, text, folders, path));
        return solution;

        void Add(
            ImmutableArray<(string Path, SourceText Content)> files,
            Func<DocumentId, string, SourceText, IEnumerable<string>, string, Solution> addFile)
        {
            foreach ((string path, SourceText content) in files)
            {
                (string name, IEnumerable<string> folders) = GetNameAndFoldersFromPath(state.DefaultPrefix, path);
                solution = addFile(DocumentId.CreateNewId(projectId, path), name, content, folders, path);
            }
        }
    }

    private static ReportDiagnostic ToReportDiagnostic(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Hidden => ReportDiagnostic.Hidden,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        _ => ReportDiagnostic.Error,
    };
}

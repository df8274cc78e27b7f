using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <content>Fixes: how they are applied and what they must give.</content>
public abstract partial class CodeFixTest<TVerifier>
{
    private async Task VerifyFixesAsync(
        SolutionState testState,
        SolutionState fixedState,
        SolutionState batchFixedState,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        ImmutableArray<CodeFixProvider> providers = GetCodeFixProviders().ToImmutableArray();
        DiagnosticResult[] fixable = testState.ExpectedDiagnostics
            .Where(diagnostic => providers.Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            .ToArray();
        await VerifyFixAsync(
            testState,
            fixedState,
            scope: null,
            NumberOfIncrementalIterations ?? (HasAnyChange(testState, fixedState, recursive: true) ? -fixable.Length : 0),
            verifier.PushContext("Iterative code fix application"),
            cancellationToken);
        if (providers.All(provider => provider.GetFixAllProvider() is null))
            return;

        bool primaryChanges = HasAnyChange(testState, batchFixedState, recursive: false);
        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInDocumentCheck))
        {
            int documents = fixable.Select(diagnostic => diagnostic.Spans.FirstOrDefault().Span.Path).Distinct().Count();
            await VerifyFixAsync(
                testState,
                batchFixedState,
                FixAllScope.Document,
                NumberOfFixAllInDocumentIterations ?? NumberOfFixAllIterations ?? (primaryChanges ? -documents : 0),
                verifier.PushContext("Fix all in document"),
                cancellationToken);
        }

        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInProjectCheck))
        {
            int projects = CountChangedProjects(testState, batchFixedState) + (primaryChanges ? 1 : 0);
            await VerifyFixAsync(
                testState,
                batchFixedState,
                FixAllScope.Project,
                NumberOfFixAllInProjectIterations ?? NumberOfFixAllIterations ?? -projects,
                verifier.PushContext("Fix all in project"),
                cancellationToken);
        }

        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInSolutionCheck))
        {
            await VerifyFixAsync(
                testState,
                batchFixedState,
                FixAllScope.Solution,
                NumberOfFixAllIterations ?? (HasAnyChange(testState, batchFixedState, recursive: true) ? 1 : 0),
                verifier.PushContext("Fix all in solution"),
                cancellationToken);
        }
    }

    /// <summary>Fixes a state, one by one or in a scope, and compares what comes out.</summary>
    private async Task VerifyFixAsync(
        SolutionState testState,
        SolutionState fixedState,
        FixAllScope? scope,
        int numberOfIterations,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        Project project = await CreateProjectAsync(testState, cancellationToken);
        (Solution solution, ExceptionDispatchInfo? failure) =
            await FixAsync(project.Solution, scope, numberOfIterations, verifier, cancellationToken);

        await VerifyProjectAsync(fixedState, solution.GetProject(project.Id)!, verifier, cancellationToken);
        foreach ((string name, ProjectState state) in fixedState.AdditionalProjects)
        {
            Project additionalProject = solution.Projects.Single(candidate => candidate.Name == name);
            await VerifyProjectAsync(state, additionalProject, verifier, cancellationToken);
        }

        failure?.Throw();
    }

    private async Task<(Solution Solution, ExceptionDispatchInfo? Failure)> FixAsync(
        Solution solution, FixAllScope? scope, int numberOfIterations, IVerifier verifier, CancellationToken cancellationToken)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = GetDiagnosticAnalyzers().ToImmutableArray();
        ImmutableArray<CodeFixProvider> providers = GetCodeFixProviders().ToImmutableArray();
        int limit = Math.Abs(numberOfIterations);
        int iterations = 0;
        ExceptionDispatchInfo? failure = null;
        ImmutableArray<Diagnostic> previous = [];
        while (iterations <= limit)
        {
            ImmutableArray<Diagnostic> diagnostics = await GetDiagnosticsAsync(solution, analyzers, cancellationToken);
            if (AreSame(diagnostics, previous))
                break;

            previous = diagnostics;
            ImmutableArray<Diagnostic> fixable = SelectFixable(diagnostics, solution, providers);
            (Solution fixedSolution, bool offered, ExceptionDispatchInfo? invalid) = scope is { } fixAllScope
                ? await FixAllAsync(
                    solution, diagnostics, fixable, fixAllScope, providers, iterations == 0, verifier, cancellationToken)
                : await FixFirstAsync(solution, fixable, providers, iterations == 0, verifier, cancellationToken);
            failure ??= invalid;
            if (!offered)
                break;

            iterations++;
            if (fixedSolution == solution)
                break;

            solution = fixedSolution;
            if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
                break;
        }

        // At most one is exactly one: a change is expected.
        bool isExact = numberOfIterations >= -1;
        return (solution, failure ?? Capture(() => verifier.True(
            isExact ? iterations == limit : iterations <= limit,
            $"Expected '{(isExact ? string.Empty : "at most ")}{limit}' iterations but found '{iterations}' iterations.")));
    }

    private ImmutableArray<Diagnostic> SelectFixable(
        ImmutableArray<Diagnostic> diagnostics, Solution solution, ImmutableArray<CodeFixProvider> providers)
    {
        ImmutableArray<Diagnostic> fixable = diagnostics
            .Where(diagnostic => providers.Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id))
                && solution.GetDocument(diagnostic.Location.SourceTree) is not null)
            .ToImmutableArray();
        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipLocalDiagnosticCheck))
        {
            Verify.False(
                fixable.Any(IsNonLocalDiagnostic), "Code fix is attempting to provide a fix for a non-local analyzer diagnostic");
        }

        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            return fixable;

        return TrySelectDiagnosticToFix(fixable) is { } selected ? [selected] : [];
    }

    /// <summary>Applies the first fix that changes something.</summary>
    private async Task<(Solution Solution, bool Offered, ExceptionDispatchInfo? Failure)> FixFirstAsync(
        Solution solution,
        ImmutableArray<Diagnostic> fixable,
        ImmutableArray<CodeFixProvider> providers,
        bool isFirst,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        bool offered = false;
        foreach (Diagnostic diagnostic in fixable)
        {
            (CodeAction? action, _) =
                await SelectFixAsync(solution, diagnostic, providers, isFirst, verifier, cancellationToken);
            if (action is null)
                continue;

            offered = true;
            (Solution fixedSolution, ExceptionDispatchInfo? failure) =
                await ApplyAsync(solution, action, verifier, cancellationToken);
            if (fixedSolution != solution)
                return (fixedSolution, offered, failure);
        }

        return (solution, offered, null);
    }

    /// <summary>Applies the fix of the first diagnostic that has one to the scope around it.</summary>
    private async Task<(Solution Solution, bool Offered, ExceptionDispatchInfo? Failure)> FixAllAsync(
        Solution solution,
        ImmutableArray<Diagnostic> diagnostics,
        ImmutableArray<Diagnostic> fixable,
        FixAllScope scope,
        ImmutableArray<CodeFixProvider> providers,
        bool isFirst,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        foreach (Diagnostic diagnostic in fixable)
        {
            (CodeAction? action, CodeFixProvider? provider) =
                await SelectFixAsync(solution, diagnostic, providers, isFirst, verifier, cancellationToken);
            if (action is null)
                continue;

            FixAllProvider? fixAllProvider = provider!.GetFixAllProvider();
            if (fixAllProvider is null || !fixAllProvider.GetSupportedFixAllScopes().Contains(scope))
                break;

            var context = new FixAllContext(
                solution.GetDocument(diagnostic.Location.SourceTree)!,
                diagnostic.Location.SourceSpan,
                provider,
                scope,
                action.EquivalenceKey,
                fixAllProvider.GetSupportedFixAllDiagnosticIds(provider),
                new TestDiagnosticProvider(solution, diagnostics),
                cancellationToken);
            if (await fixAllProvider.GetFixAsync(context) is not { } fixAll)
                break;

            (Solution fixedSolution, ExceptionDispatchInfo? failure) =
                await ApplyAsync(solution, fixAll, verifier, cancellationToken);
            return (fixedSolution, true, failure);
        }

        return (solution, false, null);
    }

    private async Task<(CodeAction? Action, CodeFixProvider? Provider)> SelectFixAsync(
        Solution solution,
        Diagnostic diagnostic,
        ImmutableArray<CodeFixProvider> providers,
        bool isFirst,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var providerOf = new Dictionary<CodeAction, CodeFixProvider>();
        var actions = new List<CodeAction>();
        foreach (CodeFixProvider provider in providers.Where(candidate => candidate.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var registered = ImmutableArray.CreateBuilder<CodeAction>();
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                solution.GetDocument(diagnostic.Location.SourceTree)!,
                diagnostic,
                (action, _) => registered.Add(action),
                cancellationToken));
            foreach (CodeAction action in FilterCodeActions(registered.ToImmutable()))
            {
                providerOf.Add(action, provider);
                actions.Add(action);
            }
        }

        CodeAction? selected = SelectCodeAction([.. actions], isFirst, verifier);
        return selected is null ? (null, null) : (selected, providerOf[selected]);
    }

    private async Task VerifyProjectAsync(
        ProjectState state, Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        await VerifyFilesAsync(state.Sources, project.Documents);
        await VerifyFilesAsync(state.AdditionalFiles, project.AdditionalDocuments);
        await VerifyFilesAsync(state.AnalyzerConfigFiles, project.AnalyzerConfigDocuments);

        async Task VerifyFilesAsync(SourceFileCollection files, IEnumerable<TextDocument> documents)
        {
            TextDocument[] actual = documents.ToArray();
            verifier.Equal(files.Count, actual.Length, $"Expected '{files.Count}' files but found '{actual.Length}' files.");
            foreach (((string path, SourceText expected), TextDocument document) in files.Zip(actual))
            {
                SourceText text = await document.GetTextAsync(cancellationToken);
                verifier.EqualOrDiff(
                    expected.ToString(),
                    text.ToString(),
                    $"content of '{path}' did not match. Diff shown with expected as baseline:");
                verifier.Equal(expected.Encoding, text.Encoding, $"encoding of '{path}' did not match");
                verifier.Equal(
                    expected.ChecksumAlgorithm, text.ChecksumAlgorithm, $"checksum algorithm of '{path}' did not match");
                (string name, IEnumerable<string> folders) = GetNameAndFoldersFromPath(state.DefaultPrefix, path);
                verifier.Equal(name, document.Name, $"file name was expected to be '{name}' but was '{document.Name}'");
                verifier.SequenceEqual(folders, document.Folders, message: $"folders of '{path}' did not match");
            }
        }
    }

    private static bool AreSame(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<Diagnostic> previous) =>
        diagnostics.Select(ToKey).SequenceEqual(previous.Select(ToKey));

    private static (string Id, FileLinePositionSpan Span) ToKey(Diagnostic diagnostic) =>
        (diagnostic.Id, diagnostic.Location.GetLineSpan());
}

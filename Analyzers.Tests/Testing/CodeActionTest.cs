using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of code actions: which one is applied, and what a valid one does.</summary>
public abstract class CodeActionTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>Verifies the action that is going to be applied.</summary>
    public Action<CodeAction, IVerifier>? CodeActionVerifier { get; set; }

    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    public abstract Type SyntaxKindType { get; }

    /// <summary>Whether the test says anything of the state after an action.</summary>
    protected static bool CodeActionExpected(SolutionState state) =>
        state.InheritanceMode is not null
        || state.MarkupHandling is not null
        || state.Sources.Count > 0
        || state.AdditionalFiles.Count > 0
        || state.AnalyzerConfigFiles.Count > 0
        || state.AdditionalFilesFactories.Count > 0;

    protected static bool HasAnyChange(ProjectState oldState, ProjectState newState, bool recursive)
    {
        if (!oldState.Sources.SequenceEqual(newState.Sources, SourceFileComparer.Instance)
            || !oldState.AdditionalFiles.SequenceEqual(newState.AdditionalFiles, SourceFileComparer.Instance)
            || !oldState.AnalyzerConfigFiles.SequenceEqual(newState.AnalyzerConfigFiles, SourceFileComparer.Instance))
        {
            return true;
        }

        return recursive
            && oldState is SolutionState oldSolution
            && newState is SolutionState newSolution
            && CountChangedProjects(oldSolution, newSolution) > 0;
    }

    /// <summary>The actions that can be applied: those that only group others are replaced by these.</summary>
    protected virtual ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
    {
        return actions.SelectMany(Flatten).ToImmutableArray();

        static IEnumerable<CodeAction> Flatten(CodeAction action) =>
            action.NestedActions.IsEmpty ? [action] : action.NestedActions.SelectMany(Flatten);
    }

    private protected static int CountChangedProjects(SolutionState oldState, SolutionState newState) =>
        oldState.AdditionalProjects.Count(project =>
            !newState.AdditionalProjects.TryGetValue(project.Key, out ProjectState? newProject)
            || HasAnyChange(project.Value, newProject, recursive: false));

    /// <summary>The action that the test asks for; null where it is not offered.</summary>
    private protected CodeAction? SelectCodeAction(ImmutableArray<CodeAction> actions, bool isFirst, IVerifier verifier)
    {
        CodeAction? selected;
        if (CodeActionEquivalenceKey is null)
        {
            selected = actions.ElementAtOrDefault(CodeActionIndex ?? 0);
        }
        else
        {
            selected = actions.FirstOrDefault(action => action.EquivalenceKey == CodeActionEquivalenceKey);
            if (CodeActionIndex is { } index && (selected is not null || isFirst))
            {
                verifier.True(
                    index < actions.Length,
                    $"Expected to find a code action at index '{index}', but only '{actions.Length}' code actions were found.");
                verifier.Equal(
                    CodeActionEquivalenceKey,
                    actions[index].EquivalenceKey,
                    "The code action equivalence key and index must be consistent when both are specified.");
                selected = actions[index];
            }
        }

        if (selected is not null)
            CodeActionVerifier?.Invoke(selected, verifier);

        return selected;
    }

    /// <summary>Applies an action, and parses what it has written: what follows must not depend on its trees.</summary>
    private protected async Task<(Solution Solution, ExceptionDispatchInfo? Failure)> ApplyAsync(
        Solution solution, CodeAction action, IVerifier verifier, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        ExceptionDispatchInfo? failure = null;
        IEnumerable<DocumentId> documents = changed.GetChanges(solution).GetProjectChanges()
            .SelectMany(project => project.GetChangedDocuments().Concat(project.GetAddedDocuments()));
        foreach (DocumentId id in documents)
        {
            Document document = changed.GetDocument(id)!;
            SyntaxNode written = (await document.GetSyntaxRootAsync(cancellationToken))!;
            SourceText text = await document.GetTextAsync(cancellationToken);
            document = document.WithText(SourceText.From(text.ToString(), text.Encoding, text.ChecksumAlgorithm));
            SyntaxNode parsed = (await document.GetSyntaxRootAsync(cancellationToken))!;
            failure ??= FindDifference(written, parsed, verifier);
            changed = document.Project.Solution;
        }

        return (changed, failure);
    }

    /// <summary>A failed assertion, kept for later: the text says more of a wrong fix than its tree.</summary>
    private protected static ExceptionDispatchInfo? Capture(Action assertion)
    {
        try
        {
            assertion();
            return null;
        }
        catch (Exception failure)
        {
            return ExceptionDispatchInfo.Capture(failure);
        }
    }

    private ExceptionDispatchInfo? FindDifference(SyntaxNode written, SyntaxNode parsed, IVerifier verifier)
    {
        if (CodeActionValidationMode == CodeActionValidationMode.None)
            return null;

        bool includeTrivia = CodeActionValidationMode == CodeActionValidationMode.Full;
        return Capture(() => verifier.EqualOrDiff(
            SyntaxTreeText.Format(parsed, SyntaxKindType, includeTrivia),
            SyntaxTreeText.Format(written, SyntaxKindType, includeTrivia)));
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of analyzers and code fixes: its settings and its run.</summary>
public abstract partial class CodeFixTest<TVerifier> : CodeActionTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected CodeFixTest()
    {
        FixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
        BatchFixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    /// <summary>The state after the diagnostics are fixed one by one.</summary>
    public SolutionState FixedState { get; }

    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    /// <summary>The state after a fix-all, where it differs from <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; }

    /// <summary>How many fixes are applied one by one: a positive number is exact, a negative one an upper bound,
    /// and zero means that none is offered. Null: at most one for each diagnostic, or zero where nothing changes.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>How often fix-all is applied. Null: once, or never where nothing changes.</summary>
    public int? NumberOfFixAllIterations { get; set; }

    /// <summary>How often fix-all in a document is applied. Null: at most once for each document.</summary>
    public int? NumberOfFixAllInDocumentIterations { get; set; }

    /// <summary>How often fix-all in a project is applied. Null: at most once for each project.</summary>
    public int? NumberOfFixAllInProjectIterations { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    /// <summary>The diagnostic that <see cref="CodeFixTestBehaviors.FixOne"/> fixes.</summary>
    protected virtual Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) =>
        fixableDiagnostics.FirstOrDefault();

    /// <summary>Whatever the level, what a fix handles is a diagnostic of the test.</summary>
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics)
        || GetCodeFixProviders().Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id));

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        Verify.NotEmpty($"{nameof(TestState)}.{nameof(SolutionState.Sources)}", TestState.Sources);

        ImmutableArray<string> fixable = GetCodeFixProviders()
            .SelectMany(provider => provider.FixableDiagnosticIds)
            .ToImmutableArray();
        SolutionState rawTestState = TestState.WithInheritedValuesApplied(baseState: null, fixable);
        SolutionState rawFixedState = FixedState.WithInheritedValuesApplied(rawTestState, fixable);
        SolutionState rawBatchFixedState = BatchFixedState.WithInheritedValuesApplied(rawFixedState, fixable);
        SolutionState testState = ProcessMarkup(rawTestState, fixable);
        SolutionState fixedState = ProcessMarkup(rawFixedState, fixable);
        SolutionState batchFixedState = ProcessMarkup(rawBatchFixedState, fixable);

        await VerifyDiagnosticsAsync(testState, Verify.PushContext("Diagnostics of test state"), cancellationToken);
        if (!CodeActionExpected(FixedState) && !CodeActionExpected(BatchFixedState))
            return;

        await VerifyFixesAsync(testState, fixedState, batchFixedState, Verify, cancellationToken);
        await VerifyDiagnosticsAsync(fixedState, Verify.PushContext("Diagnostics of fixed state"), cancellationToken);
        if (CodeActionExpected(BatchFixedState) && !CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllCheck))
        {
            await VerifyDiagnosticsAsync(
                batchFixedState, Verify.PushContext("Diagnostics of batch fixed state"), cancellationToken);
        }
    }
}

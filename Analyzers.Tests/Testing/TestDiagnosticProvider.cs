using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Tells a fix-all the diagnostics that the test has found.</summary>
internal sealed class TestDiagnosticProvider(Solution solution, ImmutableArray<Diagnostic> diagnostics)
    : FixAllContext.DiagnosticProvider
{
    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Select(document => document.Project.Id == project.Id);

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
        Document document, CancellationToken cancellationToken) =>
        Select(candidate => candidate.Id == document.Id);

    /// <summary>Diagnostics outside of documents, which no fix is offered for.</summary>
    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
        Project project, CancellationToken cancellationToken) =>
        Task.FromResult(Enumerable.Empty<Diagnostic>());

    private Task<IEnumerable<Diagnostic>> Select(Func<Document, bool> predicate) =>
        Task.FromResult(diagnostics.Where(
            diagnostic => solution.GetDocument(diagnostic.Location.SourceTree) is { } document && predicate(document)));
}

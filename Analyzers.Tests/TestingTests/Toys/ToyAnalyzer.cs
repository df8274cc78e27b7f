using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Reports each literal zero, with the member that it is in as argument and as additional location.</summary>
public abstract class ToyAnalyzer(params DiagnosticDescriptor[] descriptors) : DiagnosticAnalyzer
{
    public const string Id = "TOY001";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. descriptors];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(AnalyzeLiteral, SyntaxKind.NumericLiteralExpression);
    }

    protected static DiagnosticDescriptor CreateDescriptor(string id = Id, bool isEnabled = true, params string[] tags) =>
        new(id, "Zero", "Zero in '{0}'", "Toys", DiagnosticSeverity.Warning, isEnabled, customTags: tags);

    protected Diagnostic? FindZero(SyntaxNode literal)
    {
        if (literal.GetFirstToken().ValueText != "0")
            return null;

        SyntaxToken member = literal.FirstAncestorOrSelf<PropertyDeclarationSyntax>()!.Identifier;
        return Diagnostic.Create(SupportedDiagnostics[0], literal.GetLocation(), [member.GetLocation()], member.ValueText);
    }

    protected virtual void AnalyzeLiteral(SyntaxNodeAnalysisContext context)
    {
        if (FindZero(context.Node) is { } diagnostic)
            context.ReportDiagnostic(diagnostic);
    }
}

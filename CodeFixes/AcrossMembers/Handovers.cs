using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Where the objects of a type go: into variables, results and arguments of the sources, or out of sight, into a library's list of layers, say.</summary>
internal sealed class Handovers(SolutionSources sources, CancellationToken cancellation)
{
    /// <summary>The syntax kind of <c>a</c> in <c>[a, b]</c>, which compilers know since C# 12: the one that this is built against has no name for it.</summary>
    private const int ElementOfCollectionExpression = 9077;

    /// <summary>Whether every object of a type stays where calls of it are seen.</summary>
    public bool StayInSight(INamedTypeSymbol type)
    {
        var isUpcast = false;
        var goesAsBase = false;
        foreach (var value in sources.Trees.SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes()).OfType<ExpressionSyntax>().Where(IsHandedOver))
        {
            var types = sources.Model(value.SyntaxTree).GetTypeInfo(value, cancellation);
            if (TypeFamily.IsA(types.Type, type))
            {
                if (!IsInSight(value))
                {
                    return false;
                }

                isUpcast |= !TypeFamily.IsA(types.ConvertedType, type);
            }
            else
            {
                goesAsBase |= !goesAsBase && types.Type is { SpecialType: not SpecialType.System_Object } other && TypeFamily.MayBe(other, type) && !IsInSight(value);
            }
        }

        return !isUpcast || !goesAsBase;
    }

    /// <summary>Whether an expression may be an object that is given to something else here.</summary>
    private static bool IsHandedOver(ExpressionSyntax value)
        => value is BaseObjectCreationExpressionSyntax
            || (value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ThisExpressionSyntax
                && value.Parent switch
                {
                    AssignmentExpressionSyntax assignment => assignment.Right == value,
                    ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or YieldStatementSyntax => true,
                    ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or InitializerExpressionSyntax or LambdaExpressionSyntax or { RawKind: ElementOfCollectionExpression } => true,
                    BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression } => true,
                    _ => false,
                });

    private bool IsInSight(ExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } } => Symbol(call) is { } callee && (IsOfSource(callee) || IsRegistration(callee)),
        AssignmentExpressionSyntax { Left: not ElementAccessExpressionSyntax } assignment => Symbol(assignment.Left) is { } target && (target.Kind == SymbolKind.Discard || IsOfSource(target)),
        ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax or BinaryExpressionSyntax => IsInSight((ExpressionSyntax)value.Parent),
        EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ExpressionStatementSyntax => true,
        _ => false,
    };

    private bool IsOfSource(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(declaration => sources.Contains(declaration.SyntaxTree));

    /// <summary>A module that is told of its parts does not call them.</summary>
    private static bool IsRegistration(ISymbol callee) => callee is { Name: "register_module", ContainingType.Name: "Module" };

    private ISymbol? Symbol(SyntaxNode node) => sources.Model(node.SyntaxTree).GetSymbolInfo(node, cancellation).Symbol;
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Whether what a program makes stays with it, or another project gets hold of it: as an argument, or from a member that holds it.</summary>
internal sealed class Keeping(FindingContext finding, SolutionSources sources)
{
    private readonly HashSet<ISymbol> _holders = new(SymbolEqualityComparer.Default);

    /// <summary>Whether no other project uses what an expression makes.</summary>
    public bool IsOwn(ExpressionSyntax creation) => sources.Twins(creation) is { } twins && twins.All(IsOfProgram) && Stays(creation);

    private bool Stays(ExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } argument => Model(call).GetSymbolInfo(call, finding.Cancellation).Symbol is not IMethodSymbol method || StaysIn(method, argument, list),
        AssignmentExpressionSyntax assignment when assignment.Right == value => Stays(Model(assignment).GetSymbolInfo(assignment.Left, finding.Cancellation).Symbol),
        EqualsValueClauseSyntax { Parent: (VariableDeclaratorSyntax or PropertyDeclarationSyntax) and var declaration } => Stays(Model(declaration).GetDeclaredSymbol(declaration, finding.Cancellation)),
        ReturnStatementSyntax or ArrowExpressionClauseSyntax => Stays(Model(value).GetEnclosingSymbol(value.SpanStart, finding.Cancellation) is IMethodSymbol { AssociatedSymbol: var property } method ? property ?? method : null),
        ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or PostfixUnaryExpressionSyntax => Stays((ExpressionSyntax)value.Parent),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "to" or "cuda" or "cpu", Parent: InvocationExpressionSyntax same } => Stays(same),
        _ => true,
    };

    /// <summary>What a library does with it is the library's; what another project does is not seen from here.</summary>
    private bool StaysIn(IMethodSymbol method, ArgumentSyntax argument, BaseArgumentListSyntax list)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        var parameter = argument.NameColon is { Name.Identifier.ValueText: var name }
            ? method.Parameters.FirstOrDefault(candidate => candidate.Name == name)
            : method.Parameters.ElementAtOrDefault(list.Arguments.IndexOf(argument));
        return method.ContainingAssembly.Name == finding.Model.Compilation.AssemblyName
            && parameter is not null
            && Stays(parameter.OriginalDefinition)
            && (!method.ContainingType.IsRecord || Stays(method.ContainingType.OriginalDefinition.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()));
    }

    /// <summary>Whether nothing outside the program reads what a variable or a member holds.</summary>
    private bool Stays(ISymbol? holder)
        => holder is null || !_holders.Add(holder) || Mentions(holder).All(mention => IsOfProgram(mention) && (Variables.IsAssigned(mention) || Stays(Value(mention))));

    private IEnumerable<SimpleNameSyntax> Mentions(ISymbol holder)
        => sources.Trees
            .SelectMany(tree => tree.GetRoot(finding.Cancellation).DescendantNodes())
            .OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText == holder.Name && IsMention(Model(name).GetSymbolInfo(name, finding.Cancellation).Symbol, holder));

    /// <summary>Whether a symbol is the holder, or a member that the holder may stand behind: of an interface or a base type.</summary>
    private static bool IsMention(ISymbol? symbol, ISymbol holder)
        => SymbolIdentity.AreSame(symbol, holder)
            || (symbol is IMethodSymbol or IPropertySymbol && holder is IMethodSymbol or IPropertySymbol && TypeFamily.MayBe(symbol.ContainingType, holder.ContainingType));

    private static ExpressionSyntax Value(SimpleNameSyntax mention)
    {
        ExpressionSyntax value = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : mention;
        return value.Parent is InvocationExpressionSyntax call && call.Expression == value ? call : value;
    }

    private bool IsOfProgram(SyntaxNode node) => Model(node).Compilation.AssemblyName == finding.Model.Compilation.AssemblyName;

    private SemanticModel Model(SyntaxNode node) => sources.Model(node.SyntaxTree);
}

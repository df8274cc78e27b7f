using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>A name where it is written.</summary>
/// <param name="Of">
/// What stands before its dot: null where there is no dot, the last identifier, <see cref="This"/>, or empty for anything else.
/// </param>
/// <param name="IsQualifier">Whether only a member of it is mentioned: a dot follows.</param>
internal readonly record struct NameUse(string? Of, string Name, bool IsQualifier = false)
{
    /// <summary>This object, or this one as one of its base type.</summary>
    public const string This = "this";

    public bool Equals(NameUse other) => Name == other.Name && IsQualifier == other.IsQualifier && Of == other.Of;

    // What stands before the dot rarely tells two uses of a name apart.
    public override int GetHashCode() => Name.GetHashCode();
}

/// <summary>An assignment to a field or property: the name on its left, the names on its right.</summary>
internal readonly record struct Assignment(NameUse Target, NameUse[] Value, AssignmentExpressionSyntax Syntax);

/// <summary>The names that a piece of syntax mentions, gathered in one pass over its nodes.</summary>
internal sealed class BlockNames
{
    private HashSet<string>? _locals;

    private BlockNames(IEnumerable<SyntaxNode> nodes, string? declared)
    {
        Declared = declared;
        var written = new List<(NameUse Use, int At)>();
        List<AssignmentExpressionSyntax>? assignments = null;
        List<(string Callee, ExpressionSyntax Value)>? arguments = null;
        foreach (var node in nodes)
        {
            switch (node)
            {
                case SimpleNameSyntax { Parent: not (NameColonSyntax or NameEqualsSyntax) } name:
                    written.Add((new NameUse(Before(name), name.Identifier.ValueText, IsQualifier(name)), name.SpanStart));
                    break;
                case VariableDeclaratorSyntax variable:
                    AddLocal(variable.Identifier);
                    break;
                case ParameterSyntax parameter:
                    AddLocal(parameter.Identifier);
                    break;
                case SingleVariableDesignationSyntax designation:
                    AddLocal(designation.Identifier);
                    break;
                case ForEachStatementSyntax loop:
                    AddLocal(loop.Identifier);
                    break;
                case AssignmentExpressionSyntax assignment:
                    (assignments ??= new List<AssignmentExpressionSyntax>()).Add(assignment);
                    break;
                case ArgumentSyntax { Expression: LiteralExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax, Parent.Parent: { } call } argument when Callee(call) is { } callee:
                    (arguments ??= new List<(string, ExpressionSyntax)>()).Add((callee, argument.Expression));
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison:
                    Compares |= !Counts(comparison);
                    break;
                case RelationalPatternSyntax:
                    Compares = true;
                    break;
            }
        }

        Uses = Distinct(written, 0, written.Count);
        Told = arguments is null ? System.Array.Empty<string>() : arguments.Where(argument => argument.Value is not SimpleNameSyntax name || !IsLocal(name.Identifier.ValueText)).Select(argument => argument.Callee).Distinct().ToArray();
        Assigned = assignments is null ? System.Array.Empty<Assignment>() : Assignments(assignments, written).ToArray();
    }

    /// <summary>The name that the block itself declares, if it declares one.</summary>
    public string? Declared { get; }

    /// <summary>Every name but the one that the block itself declares; of locals and parameters only what follows their dot.</summary>
    public NameUse[] Uses { get; }

    /// <summary>What is called or made with something else than locals: with a constant, a member, or an object made for it.</summary>
    public string[] Told { get; }

    /// <summary>Whether numbers are compared, other than counts.</summary>
    public bool Compares { get; }

    /// <summary>What fields and properties are assigned.</summary>
    public Assignment[] Assigned { get; }

    public static BlockNames Of(SyntaxNode? node) => new(node?.DescendantNodesAndSelf() ?? Enumerable.Empty<SyntaxNode>(), Own(node));

    /// <summary>The names in several pieces.</summary>
    public static BlockNames Of(IEnumerable<SyntaxNode?> nodes) => new(nodes.OfType<SyntaxNode>().SelectMany(node => node.DescendantNodesAndSelf()), null);

    /// <summary>The name that a block declares: by itself it brings nothing together.</summary>
    private static string? Own(SyntaxNode? block) => block switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => null,
    };

    private void AddLocal(SyntaxToken identifier) => (_locals ??= new HashSet<string>()).Add(identifier.ValueText);

    private static string? Callee(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } => type.Identifier.ValueText,
        _ => null,
    };

    private bool IsLocal(string name) => _locals?.Contains(name) == true;

    private static bool IsQualifier(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        _ => false,
    };

    /// <summary>What stands before the dot of a name.</summary>
    private static string? Before(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression switch
        {
            ThisExpressionSyntax or BaseExpressionSyntax => NameUse.This,
            IdentifierNameSyntax { Identifier.ValueText: var qualifier } => qualifier,
            GenericNameSyntax { Identifier.ValueText: var qualifier } => qualifier,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var qualifier } => qualifier,
            _ => "",
        },
        MemberBindingExpressionSyntax => "",
        _ => null,
    };

    /// <summary>The assignments to what is no local, with the names on their right: written next to one another.</summary>
    private IEnumerable<Assignment> Assignments(List<AssignmentExpressionSyntax> assignments, List<(NameUse Use, int At)> written)
    {
        foreach (var assignment in assignments)
        {
            if (Target(assignment) is { } target)
            {
                var value = assignment.Right.Span;
                var first = written.FindIndex(use => use.At >= value.Start);
                var end = first < 0 ? -1 : written.FindIndex(first, use => use.At >= value.End);
                yield return new Assignment(target, first < 0 ? System.Array.Empty<NameUse>() : Distinct(written, first, end < 0 ? written.Count : end), assignment);
            }
        }
    }

    /// <summary>A local or parameter is no member of that name: what it holds is mentioned where it is declared or assigned.</summary>
    private NameUse[] Distinct(List<(NameUse Use, int At)> written, int start, int end)
    {
        var uses = new HashSet<NameUse>();
        for (var i = start; i < end; i++)
        {
            var use = written[i].Use;
            if (use.Of is not null || !IsLocal(use.Name))
            {
                uses.Add(use);
            }
        }

        var distinct = new NameUse[uses.Count];
        uses.CopyTo(distinct);
        return distinct;
    }

    private NameUse? Target(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        IdentifierNameSyntax name when assignment.Parent is InitializerExpressionSyntax => new NameUse("", name.Identifier.ValueText),
        IdentifierNameSyntax name when !IsLocal(name.Identifier.ValueText) => new NameUse(null, name.Identifier.ValueText),
        MemberAccessExpressionSyntax access => new NameUse(Before(access.Name), access.Name.Identifier.ValueText),
        _ => null,
    };

    /// <summary>Whether a comparison is one of counts: of a loop, or with a whole number or a length.</summary>
    private static bool Counts(BinaryExpressionSyntax comparison)
        => comparison.Parent is ForStatementSyntax || IsCount(comparison.Left) || IsCount(comparison.Right);

    private static bool IsCount(ExpressionSyntax operand) => operand switch
    {
        LiteralExpressionSyntax { Token.Value: int or long } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "numel" or "size" } } => true,
        _ => false,
    };
}

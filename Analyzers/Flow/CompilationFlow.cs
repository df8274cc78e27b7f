using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>The bodies of one compilation, each summarised once, whoever asks first.</summary>
internal sealed class CompilationFlow(Compilation compilation, Catalogue.Catalogue catalogue)
{
    private readonly ConcurrentDictionary<SyntaxNode, Body> _bodies = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public Catalogue.Catalogue Catalogue { get; } = catalogue;

    /// <summary>The summary of a member's body: a method, accessor, constructor, initialiser, or the top-level statements.</summary>
    public Body Body(SyntaxNode block, ISymbol owner, CancellationToken cancellation)
    {
        if (_bodies.TryGetValue(block, out var known))
        {
            return known;
        }

        var body = Summarise(block, owner, cancellation);
        _bodies.TryAdd(block, body);
        return body;
    }

    /// <summary>The bodies of a type's members that mention a name: all that can assign a private or read-only member of it.</summary>
    public IEnumerable<Body> BodiesMentioning(INamedTypeSymbol type, string name, CancellationToken cancellation)
        => Blocks(type, cancellation)
            .Where(block => block.DescendantTokens().Any(token => token.ValueText == name) || (block.Parent is VariableDeclaratorSyntax variable && variable.Identifier.ValueText == name) || (block.Parent is PropertyDeclarationSyntax property && property.Identifier.ValueText == name))
            .Select(block => Model(block.SyntaxTree).GetEnclosingSymbol(block.SpanStart, cancellation) is { } owner ? Body(block, owner, cancellation) : Flow.Body.Empty);

    /// <summary>The bodies of a type's members.</summary>
    public IEnumerable<(SyntaxNode Block, Body Body)> Bodies(INamedTypeSymbol type, CancellationToken cancellation)
        => Blocks(type, cancellation)
            .Select(block => (block, Model(block.SyntaxTree).GetEnclosingSymbol(block.SpanStart, cancellation) is { } owner ? Body(block, owner, cancellation) : Flow.Body.Empty));

    private static IEnumerable<SyntaxNode> Blocks(INamedTypeSymbol type, CancellationToken cancellation)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(declaration => declaration.Members)
            .SelectMany(Blocks);

    private static IEnumerable<SyntaxNode> Blocks(MemberDeclarationSyntax member) => member switch
    {
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => variable.Initializer).OfType<SyntaxNode>(),
        PropertyDeclarationSyntax property => (property.AccessorList?.Accessors.Where(HasBody) ?? Enumerable.Empty<SyntaxNode>())
            .Concat(new SyntaxNode?[] { property.ExpressionBody, property.Initializer }.OfType<SyntaxNode>()),
        IndexerDeclarationSyntax indexer => (indexer.AccessorList?.Accessors.Where(HasBody) ?? Enumerable.Empty<SyntaxNode>())
            .Concat(new SyntaxNode?[] { indexer.ExpressionBody }.OfType<SyntaxNode>()),
        BaseMethodDeclarationSyntax method when method.Body is not null || method.ExpressionBody is not null => new[] { method },
        _ => Enumerable.Empty<SyntaxNode>(),
    };

    private static bool HasBody(AccessorDeclarationSyntax accessor) => accessor.Body is not null || accessor.ExpressionBody is not null;

    private Body Summarise(SyntaxNode block, ISymbol owner, CancellationToken cancellation)
    {
        var operation = Model(block.SyntaxTree).GetOperation(block, cancellation);
        IEnumerable<IOperation>? roots = operation switch
        {
            IConstructorBodyOperation constructor => new IOperation?[] { constructor.Initializer, constructor.BlockBody, constructor.ExpressionBody }.OfType<IOperation>(),
            IMethodBodyOperation method => new IOperation?[] { method.BlockBody, method.ExpressionBody }.OfType<IOperation>(),
            null => null,
            _ => new[] { operation },
        };
        if (roots is null)
        {
            return Flow.Body.Empty;
        }

        var context = new FlowContext(Catalogue, FlowContext.NoFunctions);
        var functions = new FunctionTable(context, cancellation);
        return Interpreter.Run(context.With(functions), functions, owner, roots, cancellation);
    }

    /// <summary>
    /// One model a tree and compilation. A body that a field of another part of its type is assigned in lies in another tree than the one
    /// that the host is looking at, so the model has to be asked of the compilation.
    /// </summary>
#pragma warning disable RS1030 // Do not invoke Compilation.GetSemanticModel: see above; the models are kept, and few.
    private SemanticModel Model(SyntaxTree tree) => _models.GetOrAdd(tree, t => compilation.GetSemanticModel(t));
#pragma warning restore RS1030

}

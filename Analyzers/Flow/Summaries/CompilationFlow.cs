using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>The bodies of one compilation, each summarised once, whoever asks first.</summary>
internal sealed class CompilationFlow
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxNode, Body> _bodies = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<SyntaxNode>> _blocks = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ILookup<string, SyntaxNode>> _mentions = new(SymbolEqualityComparer.Default);

    public CompilationFlow(Compilation compilation, CatalogueIndex index, Annotations annotations)
    {
        _compilation = compilation;
        Catalogue = new(index, compilation.Assembly, annotations.AreUsed);
        Reach = new(compilation, index, annotations);
        Showing = new(Catalogue, Reach);
        Types = new(compilation);
        Writes = new(this);
        IsLibrary = compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;
    }

    public Catalogue.Catalogue Catalogue { get; }

    public Reach Reach { get; }

    public Showing Showing { get; }

    public SourceTypes Types { get; }

    /// <summary>What bodies leave in fields and properties.</summary>
    public MemberWrites Writes { get; }

    /// <summary>What fields and properties hold, as far as that does not depend on who asks.</summary>
    public ConcurrentDictionary<ISymbol, Term> Held { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What fields and properties of known objects hold, as far as that does not depend on who asks.</summary>
    public ConcurrentDictionary<(Term Object, ISymbol Member), Term> HeldByObjects { get; } = new();

    /// <summary>What applying bodies came to, as far as that does not depend on who asks.</summary>
    public Applications Applications { get; } = new();

    /// <summary>Whether code that nobody sees here may assign what is public.</summary>
    public bool IsLibrary { get; }

    /// <summary>The summary of a member's body: a method, accessor, constructor, initialiser, or the top-level statements.</summary>
    public Body Body(SyntaxNode block, ISymbol owner, CancellationToken cancellation)
        => Kept(block) ?? new Summarizer(this, cancellation).Body(block, owner) ?? Flow.Body.Empty;

    /// <summary>The summary of a method, lambda or local function; null where there is none.</summary>
    public Body? Body(IMethodSymbol function, CancellationToken cancellation)
        => new Summarizer(this, cancellation).Body(function);

    /// <summary>What is known already.</summary>
    public Body? Kept(SyntaxNode block) => _bodies.TryGetValue(block, out var body) ? body : null;

    public Body Keep(SyntaxNode block, Body body) => _bodies.GetOrAdd(block, body);

    /// <summary>The summary of the member that declares a local variable, a lambda or a local function.</summary>
    public Body? Enclosing(ISymbol symbol, CancellationToken cancellation)
        => EnclosingBlock(symbol, cancellation) is var (block, owner) ? Body(block, owner, cancellation) : null;

    /// <summary>The block of the member that declares a local variable, a lambda or a local function.</summary>
    public (SyntaxNode Block, ISymbol Owner)? EnclosingBlock(ISymbol symbol, CancellationToken cancellation)
    {
        var member = symbol.ContainingSymbol;
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            member = member.ContainingSymbol;
        }

        if (member is IMethodSymbol method && Block(method, cancellation) is { } block)
        {
            return (block, method);
        }

        var at = Catalogue.IsSource(symbol) ? symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) : null;
        return at?.AncestorsAndSelf().Select(Initializer).FirstOrDefault(initializer => initializer is not null) is { } value && member is not null ? (value, member) : null;
    }

    /// <summary>The syntax of a method's body; null for one that has none, or that is part of another's.</summary>
    public SyntaxNode? Block(IMethodSymbol method, CancellationToken cancellation)
    {
        if (!Catalogue.IsSource(method))
        {
            return null;
        }

        method = method.PartialImplementationPart ?? method;
        return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            BaseMethodDeclarationSyntax declaration when HasBody(declaration) => declaration,
            AccessorDeclarationSyntax accessor when HasBody(accessor) => accessor,
            ArrowExpressionClauseSyntax arrow => arrow,
            CompilationUnitSyntax program => program,
            TypeDeclarationSyntax type when method.MethodKind == MethodKind.Constructor => type,
            _ => null,
        };
    }

    /// <summary>The bodies of a type's members that mention a name: all that can assign a private or read-only member of it.</summary>
    public IEnumerable<Body> BodiesMentioning(INamedTypeSymbol type, string name, CancellationToken cancellation)
        => _mentions.GetOrAdd(type, t => Blocks((INamedTypeSymbol)t, cancellation).SelectMany(Mentioned).Distinct().ToLookup(pair => pair.Name, pair => pair.Block))[name]
            .Select(block => OfBlock(block, cancellation));

    /// <summary>The bodies of a type's members that can show anything to a rule; all of them where objects of the type are handed what they apply.</summary>
    public IEnumerable<Body> ShowingBodies(INamedTypeSymbol type, CancellationToken cancellation)
        => Blocks(type, cancellation).Where(block => Showing.IsHanded(type) || Reach.MayShow(block)).Select(block => OfBlock(block, cancellation));

    /// <summary>The bodies of a type's members that may get to a sink or a conversion.</summary>
    public IEnumerable<Body> MeetingBodies(INamedTypeSymbol type, CancellationToken cancellation)
        => Blocks(type, cancellation).Where(Reach.MayMeet).Select(block => OfBlock(block, cancellation));

    /// <summary>The bodies anywhere that assign a member of this name to an object that is not their own.</summary>
    public IEnumerable<Body> BodiesAssigning(string name, CancellationToken cancellation)
        => Types.Assigning(name, cancellation).Select(block => OfBlock(block, cancellation));

    /// <summary>The block that the host hands out, as this class keeps it: of a field's declaration its initialiser.</summary>
    public static SyntaxNode Normalised(SyntaxNode block, ISymbol owner)
        => block is BaseFieldDeclarationSyntax { Declaration.Variables: var variables }
            ? variables.FirstOrDefault(variable => variable.Identifier.ValueText == owner.Name)?.Initializer ?? block
            : Initializer(block) ?? block;

    /// <summary>The initialiser of a field or property, by its declaration or by itself.</summary>
    public static EqualsValueClauseSyntax? Initializer(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } } initializer => initializer,
        _ => null,
    };

    /// <summary>A model in which the host has bound bodies already.</summary>
    public void Bound(SemanticModel model) => _models.TryAdd(model.SyntaxTree, model);

    public Body Interpret(SyntaxNode block, ISymbol owner, IFunctionBodies others, CancellationToken cancellation)
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

        var functions = new FunctionTable(Catalogue, others, cancellation);
        return Interpreter.Run(new FlowContext(Catalogue, functions), functions, owner, roots, cancellation);
    }

    /// <summary>The names in a block, and the one that it initialises.</summary>
    private static IEnumerable<(string Name, SyntaxNode Block)> Mentioned(SyntaxNode block)
        => TreeNames.Of(block.SyntaxTree).Names(block).Uses.Select(use => use.Name)
            .Concat(block.Parent switch
            {
                VariableDeclaratorSyntax variable => new[] { variable.Identifier.ValueText },
                PropertyDeclarationSyntax property => new[] { property.Identifier.ValueText },
                _ => Enumerable.Empty<string>(),
            })
            .Select(name => (name, block));

    private static bool HasBody(BaseMethodDeclarationSyntax method) => method.Body is not null || method.ExpressionBody is not null;

    private static bool HasBody(AccessorDeclarationSyntax accessor) => accessor.Body is not null || accessor.ExpressionBody is not null;

    private ImmutableArray<SyntaxNode> Blocks(INamedTypeSymbol type, CancellationToken cancellation)
        => _blocks.GetOrAdd(type, t => (Catalogue.IsSource(t) ? t.DeclaringSyntaxReferences : ImmutableArray<SyntaxReference>.Empty)
            .Select(reference => reference.GetSyntax(cancellation))
            .SelectMany(Declarations)
            .SelectMany(Blocks)
            .ToImmutableArray());

    /// <summary>The declaration itself, for a primary constructor that calls a base one, and its members; for the program the top-level statements.</summary>
    private static IEnumerable<SyntaxNode> Declarations(SyntaxNode declaration) => declaration switch
    {
        TypeDeclarationSyntax type => new[] { (SyntaxNode)type }.Concat(type.Members),
        CompilationUnitSyntax program => new[] { program },
        _ => Enumerable.Empty<SyntaxNode>(),
    };

    private static IEnumerable<SyntaxNode> Blocks(SyntaxNode member) => member switch
    {
        CompilationUnitSyntax program => new[] { program },
        TypeDeclarationSyntax { BaseList.Types: var bases } type when bases.Any(b => b is PrimaryConstructorBaseTypeSyntax) => new[] { type },
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => variable.Initializer).OfType<SyntaxNode>(),
        PropertyDeclarationSyntax property => (property.AccessorList?.Accessors.Where(HasBody) ?? Enumerable.Empty<SyntaxNode>())
            .Concat(new SyntaxNode?[] { property.ExpressionBody, property.Initializer }.OfType<SyntaxNode>()),
        IndexerDeclarationSyntax indexer => (indexer.AccessorList?.Accessors.Where(HasBody) ?? Enumerable.Empty<SyntaxNode>())
            .Concat(new SyntaxNode?[] { indexer.ExpressionBody }.OfType<SyntaxNode>()),
        BaseMethodDeclarationSyntax method when HasBody(method) => new[] { method },
        _ => Enumerable.Empty<SyntaxNode>(),
    };

    private Body OfBlock(SyntaxNode block, CancellationToken cancellation)
    {
        if (Kept(block) is { } kept)
        {
            return kept;
        }

        var model = Model(block.SyntaxTree);
        var owner = block is MemberDeclarationSyntax or AccessorDeclarationSyntax ? model.GetDeclaredSymbol(block, cancellation) : model.GetEnclosingSymbol(block.SpanStart, cancellation);
        return owner is null ? Flow.Body.Empty : Body(block, owner, cancellation);
    }

    /// <summary>
    /// One model a tree and compilation. A body that is called, or that assigns a field, may lie in another tree than the one that the
    /// host is looking at, so the model has to be asked of the compilation.
    /// </summary>
#pragma warning disable RS1030 // Do not invoke Compilation.GetSemanticModel: see above; the models are kept, and few.
    private SemanticModel Model(SyntaxTree tree) => _models.GetOrAdd(tree, t => _compilation.GetSemanticModel(t));
#pragma warning restore RS1030

}

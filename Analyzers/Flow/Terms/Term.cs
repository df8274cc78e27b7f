using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// What the flow knows of one expression. Immutable, compared structurally, symbolic in the parameters, fields and captured variables of
/// the body that it was found in.
/// </summary>
internal abstract record Term
{
    /// <summary>A term of more nodes than this is not worth its cost: it becomes <see cref="Unknown"/>.</summary>
    public const int SizeLimit = 600;

    /// <summary>Anything: absorbs a join.</summary>
    public static Term Unknown { get; } = new UnknownTerm();

    /// <summary>No value: null, default, never assigned. Vanishes in a join.</summary>
    public static Term Bottom { get; } = new BottomTerm();

    private int _size;
    private sbyte _isOpen;

    protected Term()
    {
    }

    /// <summary>A changed copy has a size of its own: what was worked out of the original is not copied.</summary>
    protected Term(Term original) => _ = original;

    /// <summary>How many nodes it has.</summary>
    public int Size => _size != 0 ? _size : _size = 1 + Parts;

    /// <summary>Whether it still waits for a parameter, a field or a captured variable.</summary>
    public bool IsOpen => (_isOpen != 0 ? _isOpen : _isOpen = (sbyte)(IsWaiting ? 1 : -1)) > 0;

    /// <summary>What was worked out of a term is no part of it.</summary>
    public virtual bool Equals(Term? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The size of what it is made of.</summary>
    protected virtual int Parts => 0;

    /// <summary>Whether anything that it is made of is open.</summary>
    protected virtual bool IsWaiting => false;
}

internal sealed record UnknownTerm : Term;

internal sealed record BottomTerm : Term;

/// <summary>A place in the source that messages can name.</summary>
/// <param name="Node">The syntax there.</param>
/// <param name="Name">What is there: the function, the layer, the loss.</param>
internal sealed record Place(SyntaxNode Node, string Name);

/// <summary>How a number was made, where a rule has use for it.</summary>
internal enum FormulaShape
{
    /// <summary>The softmax of the operand.</summary>
    Softmax,

    /// <summary>The sigmoid of the operand.</summary>
    Sigmoid,

    /// <summary>One minus the sigmoid of the operand.</summary>
    SigmoidComplement,

    /// <summary>The sum of the operand along an axis.</summary>
    Sum,

    /// <summary>The logarithm of the sum of the operand's exponentials.</summary>
    LogSumExp,

    /// <summary>The operand with its sign flipped.</summary>
    Negation,

    /// <summary>The exponential of the operand.</summary>
    Exponential,

    /// <summary>One plus the exponential of the operand.</summary>
    OnePlusExponential,

    /// <summary>The elements of a list side by side.</summary>
    Stack,
}

/// <param name="Axis">The axis that it was made along.</param>
/// <param name="Site">Where.</param>
internal sealed record Formula(FormulaShape Shape, Term Operand, Fact<int> Axis, Place Site);

/// <summary>A tensor, or a number taken from one.</summary>
/// <param name="From">Where its kinds come from.</param>
internal sealed record Number(Value Value, Formula? Formula, EquatableArray<Place> From) : Term
{
    protected override int Parts => (Formula?.Operand.Size ?? 0);

    // The formula's operand may stay open: it is a name for the operand, nothing is decided by it.
    public KindSet Kinds => Value.Kinds;
}

/// <summary>A constant of the program: an axis, a threshold, a name, a switch.</summary>
internal sealed record Constant(object? Value) : Term;

/// <summary>What a parameter, a captured variable, or a field or property of this object holds on entry; for a type, this object itself.</summary>
internal sealed record Variable(ISymbol Symbol) : Term
{
    protected override bool IsWaiting => true;
}

/// <summary>A layer, loss or function object of a library: a row says what its call does, the settings what it was made with.</summary>
internal sealed record Layer(TypeRow Row, EquatableArray<Argument> Settings, MemberRow? Factory, Place Site) : Term
{
    // By the place alone: terms of one place are few, and their parts are deep.
    public override int GetHashCode() => Site.Node.GetHashCode();

    protected override int Parts => Argument.TotalSize(Settings);

    protected override bool IsWaiting => Argument.AnyOpen(Settings);

    public Argument? Setting(string name)
    {
        foreach (var setting in Settings)
        {
            if (setting.Name == name)
            {
                return setting;
            }
        }

        return null;
    }
}

/// <summary>Layers applied one after the other.</summary>
internal sealed record Composition(EquatableArray<Term> Layers, Place Site) : Term
{
    // By the place alone: terms of one place are few, and their parts are deep.
    public override int GetHashCode() => Site.Node.GetHashCode();

    protected override int Parts => Terms.TotalSize(Layers);

    protected override bool IsWaiting => Terms.AnyOpen(Layers);
}

/// <summary>A model given by its symbolic output.</summary>
internal sealed record Graph(Term Output, Place Site) : Term
{
    protected override int Parts => Output.Size;

    protected override bool IsWaiting => Output.IsOpen;
}

/// <summary>A method, a lambda or a local function, with what it is bound to.</summary>
/// <param name="Receiver">The object whose method it is; null for a static one.</param>
/// <param name="Closure">What the parameters that it captures stand for.</param>
/// <param name="IsVirtual">Whether the receiver's type chooses the override; not so for <c>base.M()</c>.</param>
internal sealed record Function(IMethodSymbol Method, Term? Receiver, EquatableArray<Binding> Closure, bool IsVirtual, Place Site) : Term
{
    // By the place alone: terms of one place are few, and their parts are deep.
    public override int GetHashCode() => Site.Node.GetHashCode();

    protected override int Parts => (Receiver?.Size ?? 0) + Binding.TotalSize(Closure);

    protected override bool IsWaiting => Receiver is { IsOpen: true } || Binding.AnyOpen(Closure);
}

/// <summary>An object of a type of the source.</summary>
/// <param name="Constructor">Null where its making is not known.</param>
/// <param name="Members">What an object initialiser, or an assignment since, gave its fields and properties.</param>
internal sealed record Created(INamedTypeSymbol Type, IMethodSymbol? Constructor, EquatableArray<Argument> Arguments, EquatableArray<Binding> Members, Place? Site) : Term
{
    // By the place alone: terms of one place are few, and their parts are deep.
    public override int GetHashCode() => Site is null ? SymbolEqualityComparer.Default.GetHashCode(Type) : Site.Node.GetHashCode();

    /// <summary>Whether members were assigned since it was made: then its making alone does not say what it holds.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether somebody else got hold of it, who may change it.</summary>
    public bool IsLent { get; init; }

    protected override int Parts => Argument.TotalSize(Arguments) + Binding.TotalSize(Members);

    protected override bool IsWaiting => Argument.AnyOpen(Arguments) || Binding.AnyOpen(Members);
}

/// <summary>What a field, a property or a captured constructor parameter of an object holds: asked only when findings are reported.</summary>
internal sealed record MemberOf(Term Whole, ISymbol Member) : Term
{
    protected override int Parts => Whole.Size;

    protected override bool IsWaiting => true;
}

/// <summary>A dictionary, by its constant keys.</summary>
internal sealed record Map(EquatableArray<Entry> Entries) : Term
{
    protected override int Parts => Entries.Sum(entry => entry.Value.Size);

    protected override bool IsWaiting => Entries.Any(entry => entry.Value.IsOpen);

    public Map With(object key, Term value) => new(EquatableArray.From(Entries.Where(entry => !Equals(entry.Key, key)).Append(new Entry(key, value))));
}

internal sealed record Entry(object Key, Term Value);

/// <summary>What a dictionary holds under a key.</summary>
internal sealed record EntryOf(Term Whole, Term Key) : Term
{
    protected override int Parts => Whole.Size + Key.Size;

    protected override bool IsWaiting => Whole.IsOpen || Key.IsOpen;
}

/// <summary>One of two, as a condition on what is still open decides.</summary>
internal sealed record Choice(Term Condition, Term WhenTrue, Term WhenFalse) : Term
{
    protected override int Parts => Condition.Size + WhenTrue.Size + WhenFalse.Size;

    protected override bool IsWaiting => true;
}

/// <summary>A value arrives where an annotation of the program says what it is: it is returned, or assigned.</summary>
/// <param name="Member">The annotated member.</param>
internal sealed record Promise(Argument Value, KindSet Promised, string Member, Place Site) : Term
{
    protected override int Parts => Value.Value.Size;

    protected override bool IsWaiting => Value.Value.IsOpen;
}

/// <summary>What a condition asks of its operands.</summary>
internal enum TestKind
{
    Not,
    And,
    Or,
    Equal,
    IsNull,
}

/// <summary>A condition.</summary>
internal sealed record Test(TestKind Kind, EquatableArray<Term> Operands) : Term
{
    protected override int Parts => Terms.TotalSize(Operands);

    protected override bool IsWaiting => Terms.AnyOpen(Operands);
}

/// <summary>A symbol and what it stands for.</summary>
internal sealed record Binding(ISymbol Symbol, Term Value)
{
    /// <summary>Whether nothing has assigned the symbol since.</summary>
    public bool IsLast { get; init; }

    public static int TotalSize(EquatableArray<Binding> bindings)
    {
        var size = 0;
        foreach (var binding in bindings)
        {
            size += binding.Value.Size;
        }

        return size;
    }

    public static bool AnyOpen(EquatableArray<Binding> bindings)
    {
        foreach (var binding in bindings)
        {
            if (binding.Value.IsOpen)
            {
                return true;
            }
        }

        return false;
    }

    public static Term? Of(EquatableArray<Binding> bindings, ISymbol symbol) => For(bindings, symbol)?.Value;

    public static Binding? For(EquatableArray<Binding> bindings, ISymbol symbol)
    {
        foreach (var binding in bindings)
        {
            if (SymbolEqualityComparer.Default.Equals(binding.Symbol, symbol))
            {
                return binding;
            }
        }

        return null;
    }
}

/// <summary>A list of any number of elements, in any order, each of which may be this.</summary>
internal sealed record Many(Term Element) : Term
{
    protected override int Parts => Element.Size;

    protected override bool IsWaiting => Element.IsOpen;
}

/// <summary>In the middle of a list of layers: any number of them, each of which may be this. What a loop has put there.</summary>
internal sealed record Repeated(Term Element) : Term
{
    protected override int Parts => Element.Size;

    protected override bool IsWaiting => Element.IsOpen;
}

/// <summary>A list that is still open, with one element more.</summary>
internal sealed record Grown(Term Whole, Term Item) : Term
{
    protected override int Parts => Whole.Size + Item.Size;

    protected override bool IsWaiting => true;
}

/// <summary>An array or a list, element by element.</summary>
internal sealed record Sequence(EquatableArray<Term> Elements) : Term
{
    protected override int Parts => Terms.TotalSize(Elements);

    protected override bool IsWaiting => Terms.AnyOpen(Elements);
}

internal sealed record TupleTerm(EquatableArray<Term> Elements) : Term
{
    protected override int Parts => Terms.TotalSize(Elements);

    protected override bool IsWaiting => Terms.AnyOpen(Elements);
}

/// <summary>One of a few, where joining them into one value would lose which.</summary>
internal sealed record Alternatives(EquatableArray<Term> Options) : Term
{
    /// <summary>With more options than these nothing useful is known.</summary>
    public const int Limit = 6;

    /// <summary>Whether one variable holds them one after the other: then none of them alone says what it holds at some point.</summary>
    public bool AreSuccessive { get; init; }

    protected override int Parts => Terms.TotalSize(Options);

    protected override bool IsWaiting => Terms.AnyOpen(Options);
}

/// <summary>A call of a library's member.</summary>
internal sealed record LibraryCall(MemberRow Row, Argument? Receiver, EquatableArray<Argument> Arguments, Place Site) : Term
{
    // By the place alone: terms of one place are few, and their parts are deep.
    public override int GetHashCode() => Site.Node.GetHashCode();

    protected override int Parts => (Receiver?.Value.Size ?? 0) + Argument.TotalSize(Arguments);

    protected override bool IsWaiting => Receiver is { Value.IsOpen: true } || Argument.AnyOpen(Arguments);
}

/// <summary>A model, loss or function applied to arguments.</summary>
/// <param name="StaticType">The callee's static type: what it says counts should its value stay unknown.</param>
internal sealed record Application(Term Callee, SyntaxNode? CalleeSyntax, EquatableArray<Argument> Arguments, ITypeSymbol? StaticType, Place Site) : Term
{
    // By the place alone: terms of one place are few, and their parts are deep.
    public override int GetHashCode() => Site.Node.GetHashCode();

    protected override int Parts => Callee.Size + Argument.TotalSize(Arguments);

    protected override bool IsWaiting => Callee.IsOpen || Argument.AnyOpen(Arguments);
}

/// <summary>An operator, or a member that is one by another name.</summary>
internal sealed record Arithmetic(Operation Operation, EquatableArray<Argument> Operands, Fact<int> Axis, Place Site) : Term
{
    // By the place alone: terms of one place are few, and their parts are deep.
    public override int GetHashCode() => Site.Node.GetHashCode();

    protected override int Parts => Argument.TotalSize(Operands);

    protected override bool IsWaiting => Argument.AnyOpen(Operands);
}

/// <summary>The element of an indexer, tuple or loop over something that is still open.</summary>
internal sealed record ElementOf(Term Whole, int? Index) : Term
{
    protected override int Parts => Whole.Size;

    protected override bool IsWaiting => Whole.IsOpen;
}

/// <summary>What an index chooses of a tensor that is still open.</summary>
internal sealed record Indexed(Term Whole, Selection Selection) : Term
{
    protected override int Parts => Whole.Size;

    protected override bool IsWaiting => Whole.IsOpen;
}

/// <summary>An argument: the parameter that it is for, its value, and where it is written.</summary>
/// <param name="Syntax">Null where the parameter's default applies, or inside a model.</param>
internal sealed record Argument(string Name, Term Value, SyntaxNode? Syntax)
{
    public static int TotalSize(EquatableArray<Argument> arguments)
    {
        var size = 0;
        foreach (var argument in arguments)
        {
            size += argument.Value.Size;
        }

        return size;
    }

    public static bool AnyOpen(EquatableArray<Argument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value.IsOpen)
            {
                return true;
            }
        }

        return false;
    }

    public static Argument? Named(EquatableArray<Argument> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }
}

/// <summary>A scalar of the program, or a parameter that training learns: no kind of its own, and scaling by it keeps one.</summary>
internal sealed record Factor : Term
{
    public static Factor Instance { get; } = new();
}

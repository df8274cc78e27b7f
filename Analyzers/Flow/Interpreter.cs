using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Runs over the operations of one body in the order of evaluation, with an environment from symbols to terms, and makes the body's
/// summary. Branches join, loops run to a fixpoint. An operation without a rule gives Unknown.
/// </summary>
internal sealed partial class Interpreter
{
    /// <summary>Deeper expressions than this are Unknown: a stack is finite, and generated sums of thousands of terms are of no interest.</summary>
    private const int DepthLimit = 200;

    private readonly FlowContext _flow;
    private readonly FunctionTable _functions;
    private readonly ISymbol _owner;
    private readonly CancellationToken _cancellation;
    private readonly List<Requirement> _requirements = new();
    private readonly Dictionary<ISymbol, Term> _writes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Term> _initialised = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILabelSymbol, List<Environment>> _jumps = new(SymbolEqualityComparer.Default);
    private readonly List<Environment> _exits = new();
    private readonly Stack<Term> _conditionalInstances = new();
    private readonly Stack<List<(ISymbol Symbol, Term Value)>> _tries = new();
    private Environment _environment = new();
    private bool _yields;
    private bool _lendsItself;
    private int _depth;
    private int _conditions;
    private int _budget;

    private Interpreter(FlowContext flow, FunctionTable functions, ISymbol owner, CancellationToken cancellation)
    {
        _flow = flow;
        _functions = functions;
        _owner = owner;
        _cancellation = cancellation;
        _budget = FlowContext.OperationBudget;
    }

    /// <summary>The summary of a body.</summary>
    /// <param name="roots">Its operations, in order: for a constructor the initialiser and the block.</param>
    /// <param name="owner">The member, lambda or local function that it belongs to.</param>
    public static Body Run(FlowContext flow, FunctionTable functions, ISymbol owner, IEnumerable<IOperation> roots, CancellationToken cancellation)
    {
        var interpreter = new Interpreter(flow, functions, owner, cancellation);
        foreach (var root in roots)
        {
            var value = interpreter.Visit(root);
            if (root is not (IBlockOperation or IExpressionStatementOperation))
            {
                interpreter.Leave(value);
            }
        }

        return interpreter._budget <= 0 ? Body.Empty : interpreter.Summary();
    }

    /// <summary>Whether a symbol holds plain numbers, that scale and shift without a kind of their own.</summary>
    public static bool IsScalar(ISymbol symbol) => symbol is not ITypeSymbol && IsScalar(Symbols.TypeOf(symbol));

    private static bool IsScalar(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double };

    private Body Summary()
    {
        if (_environment.IsReached)
        {
            _exits.Add(_environment);
        }

        var exit = _exits.Count == 0 ? _environment : Environment.Join(_exits);
        Keep(exit);
        var result = _yields ? exit[_owner] ?? Term.Unknown : exit.Result ?? Term.Bottom;
        return new Body(_owner, _exits.Count == 0 && !_yields ? Term.Bottom : result, _requirements.ToImmutableArray())
        {
            Writes = _writes.ToImmutableDictionary(SymbolEqualityComparer.Default),
            Initialised = _initialised.ToImmutableDictionary(SymbolEqualityComparer.Default),
            Exit = exit.Symbols.Where(symbol => OutlivesTheBody(symbol) || IsChangedList(symbol, exit[symbol]!)).ToImmutableDictionary(symbol => symbol, symbol => _rebound.Contains(symbol) ? Term.Unknown : exit[symbol]!, SymbolEqualityComparer.Default),
            LendsItself = _lendsItself,
            Functions = _functions.Known,
        };
    }

    private bool OutlivesTheBody(ISymbol symbol) => symbol is IFieldSymbol or IPropertySymbol or IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out } || _filled.Contains(symbol);

    /// <summary>Whether a parameter is a list that has something added to it; another list in its place is nothing to the caller.</summary>
    private static bool IsChangedList(ISymbol symbol, Term value) => symbol is IParameterSymbol && value switch
    {
        Grown { Whole: var whole } => IsListOf(symbol, whole),
        Alternatives { Options: var options } => options.Any(option => option is Grown) && options.All(option => IsListOf(symbol, option)),
        UnknownTerm => ((IParameterSymbol)symbol).Type is var type && (type is IArrayTypeSymbol || (type is INamedTypeSymbol && IsOfGenericCollections(type))),
        _ => false,
    };

    private static bool IsListOf(ISymbol symbol, Term value) => value switch
    {
        Grown { Whole: var whole } => IsListOf(symbol, whole),
        Variable { Symbol: var variable } => SymbolEqualityComparer.Default.Equals(variable, symbol),
        _ => false,
    };

    /// <summary>The body ends here, with a result.</summary>
    private void Leave(Term result)
    {
        if (_environment.IsReached)
        {
            var exit = _environment.Copy();
            exit.Result = result;
            _exits.Add(exit);
            _environment.IsReached = false;
        }
    }

    private Term Visit(IOperation? operation)
    {
        if (operation is null)
        {
            return Term.Unknown;
        }

        if (--_budget <= 0 || _depth >= DepthLimit)
        {
            return Term.Unknown;
        }

        _cancellation.ThrowIfCancellationRequested();
        _depth++;
        try
        {
            return operation.ConstantValue is { HasValue: true, Value: var constant } && operation is not IInterpolatedStringOperation
                ? constant is null ? Term.Bottom : new Constant(constant)
                : VisitKnown(operation);
        }
        finally
        {
            _depth--;
        }
    }

    private Term VisitKnown(IOperation operation) => operation switch
    {
        IBlockOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation or IConditionalOperation or ILoopOperation
            or ISwitchOperation or ITryOperation or IUsingOperation or IUsingDeclarationOperation or ILockOperation or IReturnOperation
            or IThrowOperation or IBranchOperation or ILabeledOperation or ILocalFunctionOperation
            or IVariableDeclaratorOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation => VisitStatement(operation),
        IAssignmentOperation or ICoalesceAssignmentOperation or IIncrementOrDecrementOperation => VisitAssignment(operation),
        IInvocationOperation or IObjectCreationOperation or IAnonymousObjectCreationOperation or IWithOperation or IPropertyReferenceOperation => VisitCall(operation),
        _ => VisitExpression(operation),
    };

    private Term VisitChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Visit(child);
        }

        return Term.Unknown;
    }

    /// <summary>Evaluates a call, and keeps it as a requirement where somebody may have to look at it again.</summary>
    private Term Require(Term call)
    {
        if (_flow.Evaluator.Shows(call))
        {
            _requirements.Add(new Requirement(call, _conditions == 0, _environment.Path));
        }

        return _flow.Evaluator.Evaluate(call);
    }
}

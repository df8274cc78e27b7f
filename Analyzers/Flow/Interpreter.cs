using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Logits.Analyzers.Catalogue;
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
    private readonly Dictionary<ILabelSymbol, Environment> _jumps = new(SymbolEqualityComparer.Default);
    private readonly Stack<Term> _conditionalInstances = new();
    private readonly Stack<List<(ISymbol Symbol, Term Value)>> _tries = new();
    private Environment _environment = new();
    private Term _result = Term.Bottom;
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
            if (root is not IBlockOperation)
            {
                interpreter._result = Terms.Join(interpreter._result, value);
            }
        }

        return interpreter._budget <= 0
            ? Body.Empty
            : new Body(interpreter._result, interpreter._requirements.ToImmutableArray(), interpreter._writes.ToImmutableDictionary(SymbolEqualityComparer.Default));
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
        IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation => VisitCall(operation),
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
        _requirements.Add(new Requirement(call, _conditions == 0, EquatableArray<Place>.Empty));
        return _flow.Evaluator.Evaluate(call);
    }
}

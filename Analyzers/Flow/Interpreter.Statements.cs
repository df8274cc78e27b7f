using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>Statements: the order of evaluation, joins and fixpoints.</summary>
internal sealed partial class Interpreter
{
    /// <summary>A kind needs two rounds to go around a loop; what still changes after these is Unknown.</summary>
    private const int LoopRounds = 3;

    /// <summary>Where a loop is left when no jump leaves it.</summary>
    private enum LoopExit
    {
        BeforeBody,
        BehindBody,
        Never,
    }

    private Term VisitStatement(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                DeclareFunctions(block);
                foreach (var statement in block.Operations)
                {
                    Visit(statement);
                }

                break;
            case IExpressionStatementOperation statement:
                Visit(statement.Operation);
                break;
            case IVariableDeclaratorOperation { Symbol.IsRef: true, Initializer.Value: var aliased } alias:
                // Two names for one variable: whatever is assigned through the one is not seen through the other.
                Visit(aliased);
                AssignTo(aliased, Term.Unknown);
                Assign(alias.Symbol, Term.Unknown);
                break;
            case IVariableDeclaratorOperation declarator:
                var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
                if (initializer is not null && declarator.Symbol.Type is IPointerTypeSymbol)
                {
                    Spoil(initializer);
                }

                Assign(declarator.Symbol, initializer is null ? Term.Bottom : Visit(initializer.Value));
                Name(declarator.Symbol, initializer?.Value);
                break;
            case IConditionalOperation conditional:
                return VisitConditional(conditional);
            case ILoopOperation loop:
                VisitLoop(loop);
                break;
            case ISwitchOperation choice:
                VisitSwitch(choice);
                break;
            case ITryOperation attempt:
                VisitTry(attempt);
                break;
            case IUsingOperation use:
                Visit(use.Resources);
                Visit(use.Body);
                break;
            case ILockOperation guarded:
                Visit(guarded.LockedValue);
                Visit(guarded.Body);
                break;
            case IReturnOperation { ReturnedValue: var returned } leave:
                var value = returned is null ? Term.Bottom : Visit(returned);
                if (leave.Kind != OperationKind.YieldReturn)
                {
                    if (returned is not null && _flow.Catalogue.PromisedByName(_owner is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? property : _owner) is { IsKnown: true } promised && _owner is IMethodSymbol)
                    {
                        Require(new Promise(new Argument("", value, returned.Syntax), promised, _owner.Name, new Place(returned.Syntax, _owner.Name)));
                    }

                    Leave(value);
                }
                else if (_environment.IsReached)
                {
                    // The elements so far are kept under the iterator itself: they grow on each path as a list does.
                    _yields = true;
                    _environment[_owner] = Terms.Grow(_environment[_owner] ?? new Sequence(EquatableArray<Term>.Empty), value);
                }

                break;
            case IThrowOperation thrown:
                Visit(thrown.Exception);
                _environment.IsReached = false;
                break;
            case IBranchOperation branch:
                Jump(branch.Target);
                break;
            case ILabeledOperation labeled:
                // Reached by goto from anywhere: nothing that was known holds.
                Forget();
                Visit(labeled.Operation);
                break;
            case ILocalFunctionOperation function:
                _functions.Declare(function.Symbol, function.Body);
                Inspect(function.Symbol);
                break;
            case ISymbolInitializerOperation initialization:
                return VisitInitializer(initialization);
            default:
                VisitChildren(operation);
                break;
        }

        return Term.Unknown;
    }

    /// <summary>Local functions may be called above their declaration.</summary>
    private void DeclareFunctions(IBlockOperation block)
    {
        foreach (var function in block.Operations.OfType<ILocalFunctionOperation>())
        {
            _functions.Declare(function.Symbol, function.Body);
        }
    }

    private Term VisitInitializer(ISymbolInitializerOperation initialization)
    {
        var value = Visit(initialization.Value);
        var symbols = initialization switch
        {
            IFieldInitializerOperation field => field.InitializedFields.Cast<ISymbol>(),
            IPropertyInitializerOperation property => property.InitializedProperties,
            _ => Enumerable.Empty<ISymbol>(),
        };
        foreach (var symbol in symbols)
        {
            Assign(symbol.OriginalDefinition, value);
        }

        return value;
    }

    private Term VisitConditional(IConditionalOperation conditional)
    {
        var condition = Visit(conditional.Condition);
        if (condition is Constant { Value: bool always })
        {
            return always ? Visit(conditional.WhenTrue) : conditional.WhenFalse is null ? Term.Unknown : Visit(conditional.WhenFalse);
        }

        _conditions++;
        var before = _environment.Copy();
        _environment.Path = before.Path.Into(condition, true);
        var whenTrue = Visit(conditional.WhenTrue);
        var after = _environment;
        _environment = before;
        _environment.Path = before.Path.Into(condition, false);
        var whenFalse = conditional.WhenFalse is null ? Term.Unknown : Visit(conditional.WhenFalse);
        _conditions--;
        var trueReached = after.IsReached;
        var falseReached = _environment.IsReached;
        _environment = Environment.Join(after, _environment);
        return !trueReached ? whenFalse : !falseReached ? whenTrue : Conditions.Choose(condition, whenTrue, whenFalse);
    }

    /// <summary>What is evaluated only on some paths: what it assigns joins with what was.</summary>
    private Term Perhaps(IOperation operation, Term? condition = null, bool holds = true)
    {
        _conditions++;
        var before = _environment.Copy();
        if (condition is not null)
        {
            _environment.Path = before.Path.Into(condition, holds);
        }

        var value = Visit(operation);
        _conditions--;
        _environment = Environment.Join(_environment, before);
        return value;
    }

    private void VisitLoop(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForLoopOperation counted:
                foreach (var before in counted.Before)
                {
                    Visit(before);
                }

                Fixpoint(loop, () =>
                {
                    Visit(counted.Condition);
                    Visit(counted.Body);
                    Land(counted.ContinueLabel);
                    foreach (var bottom in counted.AtLoopBottom)
                    {
                        Visit(bottom);
                    }
                }, Exit(counted.Condition));
                break;
            case IForEachLoopOperation each:
                var collection = Visit(each.Collection);
                if (Fold(each) is var (layers, input, target))
                {
                    var place = new Place(each.Syntax, "foreach");
                    AssignTo(target, Applied(new Application(new Composition(EquatableArray.Of(collection), place), layers, EquatableArray.Of(new Argument("", Visit(input), input.Syntax)), null, place)));
                    break;
                }

                Fixpoint(loop, () =>
                {
                    AssignTo(each.LoopControlVariable, Terms.Element(collection, null));
                    Visit(each.Body);
                    Land(each.ContinueLabel);
                });
                if (each.Locals.Any(local => local.RefKind == RefKind.Ref))
                {
                    // What is assigned to the variable is written into the collection.
                    Spoil(each.Collection);
                }

                break;
            case IWhileLoopOperation { ConditionIsTop: true } repeated:
                Fixpoint(loop, () =>
                {
                    Visit(repeated.Condition);
                    Visit(repeated.Body);
                    Land(repeated.ContinueLabel);
                }, Exit(repeated.Condition));
                break;
            case IWhileLoopOperation repeated:
                Fixpoint(loop, () =>
                {
                    Visit(repeated.Body);
                    Land(repeated.ContinueLabel);
                    Visit(repeated.Condition);
                }, Exit(repeated.Condition) == LoopExit.Never ? LoopExit.Never : LoopExit.BehindBody);
                break;
            default:
                Fixpoint(loop, () => VisitChildren(loop));
                break;
        }
    }

    /// <summary>A loop that applies layer after layer to one variable: as good as a composition of them.</summary>
    private (SyntaxNode Layers, IOperation Input, IOperation Target)? Fold(IForEachLoopOperation loop)
    {
        var body = loop.Body is IBlockOperation { Operations: { Length: 1 } only } ? only[0] : loop.Body;
        return body is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation, Value: IInvocationOperation { Instance: { } layer, Arguments: { Length: 1 } arguments } call } assignment }
            && Unwrapped(layer) is ILocalReferenceOperation { Local: var applied }
            && loop.Locals.Contains(applied)
            && SyntaxFactory.AreEquivalent(arguments[0].Value.Syntax, assignment.Target.Syntax)
            && _flow.Catalogue.Find(call.TargetMethod) is { Row.Result.Rule: Catalogue.ResultRule.Applies }
            ? (loop.Collection.Syntax, arguments[0].Value, assignment.Target)
            : null;
    }

    /// <summary>A loop without a condition, or with one that is always true, is left by a jump only.</summary>
    private static LoopExit Exit(IOperation? condition)
        => condition is null or { ConstantValue: { HasValue: true, Value: true } } ? LoopExit.Never : LoopExit.BeforeBody;

    /// <param name="leaves">Where the loop is left but for a jump: before the body, behind it, or never.</param>
    private void Fixpoint(ILoopOperation loop, Action body, LoopExit leaves = LoopExit.BeforeBody)
    {
        var known = _requirements.Count;
        for (var round = 1; ; round++)
        {
            var before = _environment.Copy();
            _requirements.RemoveRange(known, _requirements.Count - known);
            body();
            var behind = _environment;
            var after = Environment.Join(before, behind);
            _environment = after;
            if (after.Agrees(before) || round > LoopRounds)
            {
                _environment = leaves == LoopExit.BehindBody ? behind : after;
                _environment.IsReached &= leaves != LoopExit.Never;
                break;
            }

            if (round == LoopRounds)
            {
                foreach (var symbol in after.Symbols.Where(symbol => before[symbol] is not { } was || !was.Equals(after[symbol])).ToList())
                {
                    after[symbol] = Terms.Widened(before[symbol], after[symbol]!);
                }
            }
        }

        Land(loop.ExitLabel);
    }

    private void VisitSwitch(ISwitchOperation choice)
    {
        var value = Visit(choice.Value);
        _conditions++;
        var entry = _environment.Copy();
        var hasDefault = false;
        foreach (var section in choice.Cases.OrderBy(section => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default)))
        {
            _environment = entry.Copy();
            var matches = Conditions.False;
            foreach (var clause in section.Clauses)
            {
                hasDefault |= clause.CaseKind == CaseKind.Default;
                matches = Conditions.Or(matches, Matches(clause, value));
            }

            _environment.Path = entry.Path.Into(matches, true);
            _environment.IsReached &= matches is not Constant { Value: false };
            foreach (var statement in section.Body)
            {
                Visit(statement);
            }

            // A section ends in a jump; one that does not is half-typed code, and falls out.
            Jump(choice.ExitLabel);
            entry.Path = entry.Path.Into(matches, false);
            entry.IsReached &= matches is not Constant { Value: true };
        }

        _conditions--;
        _environment = entry;
        _environment.IsReached &= !hasDefault;
        Land(choice.ExitLabel);
    }

    private Term Matches(ICaseClauseOperation clause, Term value)
    {
        switch (clause)
        {
            case { CaseKind: CaseKind.Default }:
                return Conditions.True;
            case ISingleValueCaseClauseOperation single:
                return Conditions.Equal(value, Visit(single.Value));
            case IPatternCaseClauseOperation pattern:
                Bind(pattern.Pattern, value);
                var matches = Matches(pattern.Pattern, value);
                return pattern.Guard is null ? matches : Conditions.And(matches, Visit(pattern.Guard));
            default:
                return Term.Unknown;
        }
    }

    private void VisitTry(ITryOperation attempt)
    {
        var before = _environment.Copy();
        _tries.Push(new List<(ISymbol, Term)>());
        Visit(attempt.Body);
        var assigned = _tries.Pop();

        // A handler is entered after any of the assignments, or none.
        var handler = before.Copy();
        foreach (var (symbol, value) in assigned)
        {
            handler[symbol] = Terms.Join(handler[symbol] ?? Term.Bottom, value);
        }

        var after = _environment;
        _conditions++;
        foreach (var clause in attempt.Catches)
        {
            _environment = handler.Copy();
            Visit(clause.Filter);
            Visit(clause.Handler);
            after = Environment.Join(after, _environment);
        }

        _conditions--;
        _environment = after;
        if (attempt.Finally is not null)
        {
            var reached = _environment.IsReached;
            _environment.IsReached = true;
            Visit(attempt.Finally);
            _environment.IsReached &= reached;
        }
    }

    private void Jump(ILabelSymbol label)
    {
        if (_environment.IsReached)
        {
            if (!_jumps.TryGetValue(label, out var waiting))
            {
                _jumps[label] = waiting = new List<Environment>();
            }

            waiting.Add(_environment.Copy());
            _environment.IsReached = false;
        }
    }

    private void Land(ILabelSymbol label)
    {
        if (_jumps.TryGetValue(label, out var waiting))
        {
            _jumps.Remove(label);
            waiting.Add(_environment);
            _environment = Environment.Join(waiting);
        }
    }

    private void Forget()
    {
        foreach (var symbol in _environment.Symbols.ToList())
        {
            _environment[symbol] = Term.Unknown;
        }

        _environment.IsReached = true;
    }
}

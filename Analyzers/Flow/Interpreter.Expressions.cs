using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>Expressions that are no calls.</summary>
internal sealed partial class Interpreter
{
    // Operations of hosts newer than the one that this compiles against: known by their numbers.
    private const int CollectionExpression = 127;
    private const int Spread = 128;

    private Term VisitExpression(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Read(local.Local);
            case IParameterReferenceOperation parameter:
                return Read(parameter.Parameter);
            case IFieldReferenceOperation field:
                return Field(field);
            case IConversionOperation conversion:
                return Converted(conversion);
            case IParenthesizedOperation parenthesized:
                return Visit(parenthesized.Operand);
            case IAwaitOperation awaited:
                return Visit(awaited.Operation);
            case IDelegateCreationOperation creation:
                return Visit(creation.Target);
            case IAnonymousFunctionOperation lambda:
                _functions.Declare(lambda.Symbol, lambda.Body);
                Inspect(lambda.Symbol);
                return Closed(lambda.Symbol, lambda.Body, new Place(lambda.Syntax, "lambda"));
            case IMethodReferenceOperation reference:
                return MethodGroup(reference);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } instance:
                return Itself(instance);
            case ICoalesceOperation coalesce:
                var value = Visit(coalesce.Value);
                var isNull = Conditions.IsNull(value);
                var fallback = Perhaps(coalesce.WhenNull, isNull);
                return coalesce.WhenNull is IThrowOperation or IConversionOperation { Operand: IThrowOperation } ? value : Conditions.Choose(isNull, fallback, value);
            case IConditionalAccessOperation access:
                _conditionalInstances.Push(Visit(access.Operation));
                var result = Perhaps(access.WhenNotNull);
                _conditionalInstances.Pop();
                return result;
            case IConditionalAccessInstanceOperation:
                return _conditionalInstances.Count > 0 ? _conditionalInstances.Peek() : Term.Unknown;
            case ISwitchExpressionOperation choice:
                return Choice(choice);
            case ITupleOperation tuple:
                return new TupleTerm(Each(tuple.Elements));
            case IArrayCreationOperation { Initializer: { } initializer }:
                return new Sequence(Each(initializer.ElementValues));
            case IArrayCreationOperation:
                VisitChildren(operation);
                return new Many(Term.Bottom);
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                return Terms.Element(Visit(element.ArrayReference), Visit(element.Indices[0]) is Constant { Value: int index } ? index : null);
            case { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: null } }:
                return new Many(Term.Bottom);
            case IImplicitIndexerReferenceOperation indexed:
                return Viewed(indexed) is { } view ? Part(view) : VisitChildren(indexed);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } connective:
                return Connective(connective);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                var (first, second) = (Visit(equality.LeftOperand), Visit(equality.RightOperand));
                Guard((first, equality.LeftOperand), second);
                var equal = Conditions.Equal(first, second);
                return equality.OperatorKind == BinaryOperatorKind.Equals ? equal : Conditions.Not(equal);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Conditions.Not(Visit(not.Operand));
            case IBinaryOperation binary:
                return Operator(binary.OperatorKind, binary, (Visit(binary.LeftOperand), binary.LeftOperand), (Visit(binary.RightOperand), binary.RightOperand));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus:
                return _flow.Evaluator.Evaluate(new Arithmetic(Operation.Negate, EquatableArray.Of(new Argument("", Visit(minus.Operand), Unwrapped(minus.Operand).Syntax)), Fact<int>.Unknown, new Place(minus.Syntax, "-")));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus:
                return Visit(plus.Operand);
            case IIsPatternOperation match:
                var matched = Visit(match.Value);
                foreach (var limit in match.Pattern.DescendantsAndSelf().Select(Limit).OfType<IOperation>())
                {
                    Guard((matched, match.Value), Visit(limit));
                }

                Bind(match.Pattern, matched);
                return Matches(match.Pattern, matched);
            case IDeclarationExpressionOperation declaration:
                return Visit(declaration.Expression);
            case ITranslatedQueryOperation query:
                return Visit(query.Operation);
            case IDefaultValueOperation:
                return Term.Bottom;
            default:
                return (int)operation.Kind == CollectionExpression ? Collection(operation) : VisitChildren(operation);
        }
    }

    private EquatableArray<Term> Each(IEnumerable<IOperation> operations) => EquatableArray.From(operations.Select(Visit).ToList());

    private Term Collection(IOperation operation)
    {
        if (operation.ChildOperations is { Count: 1 } only && (int)only.First().Kind == Spread)
        {
            return Copied(Visit(only.First().ChildOperations.First()));
        }

        var elements = new List<Term>();
        foreach (var child in operation.ChildOperations)
        {
            if ((int)child.Kind != Spread)
            {
                elements.Add(Visit(child));
            }
            else if (child.ChildOperations.Select(Visit).FirstOrDefault() is Sequence spread)
            {
                elements.AddRange(spread.Elements);
            }
            else
            {
                return Term.Unknown;
            }
        }

        return new Sequence(EquatableArray.From(elements));
    }

    /// <summary>Another list of the same elements.</summary>
    private static Term Copied(Term list) => list is Number or Sequence or Many or { IsOpen: true } ? list : Term.Unknown;

    private Term Read(ISymbol symbol)
    {
        if (_environment[symbol] is { } known)
        {
            return known;
        }

        if (symbol is IParameterSymbol && Promised(symbol) is { } promised)
        {
            return promised;
        }

        // A local that this body did not assign is another body's (captured) or was assigned by something that no rule describes.
        return symbol is IParameterSymbol || !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, _owner) ? new Variable(symbol) : Term.Unknown;
    }

    /// <summary>This object.</summary>
    private Term This => _owner.ContainingType is { } type ? new Variable(type.OriginalDefinition) : Term.Unknown;

    private Term Connective(IBinaryOperation connective)
    {
        var isAnd = connective.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        var left = Visit(connective.LeftOperand);
        if (left is Constant { Value: bool known } && known != isAnd)
        {
            return left;
        }

        var right = Perhaps(connective.RightOperand, left, isAnd);
        return isAnd ? Conditions.And(left, right) : Conditions.Or(left, right);
    }

    /// <summary>A method as a value. Virtual, unless it is called on <c>base</c>.</summary>
    private Term MethodGroup(IMethodReferenceOperation reference)
    {
        var receiver = reference.Instance is { } instance ? Visit(instance) : null;
        var method = reference.Method.OriginalDefinition;
        var place = new Place(reference.Syntax, method.Name);
        return method.MethodKind == MethodKind.LocalFunction || IsSource(method) || _flow.Catalogue.Find(reference.Method) is not null
            ? new Function(method, receiver, EquatableArray<Binding>.Empty, !IsBase(reference.Instance), place)
            : Term.Unknown;
    }

    /// <summary>A lambda with what it captures: this object, and the parameters around it that nobody has assigned.</summary>
    private Function Closed(IMethodSymbol lambda, IOperation body, Place place)
    {
        var captured = body.Descendants().OfType<IParameterReferenceOperation>()
            .Select(reference => (ISymbol)reference.Parameter)
            .Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda) && !_writes.ContainsKey(parameter) && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _owner))
            .Distinct<ISymbol>(SymbolEqualityComparer.Default)
            .Select(parameter => new Binding(parameter, Read(parameter)));
        return new Function(lambda, _owner.IsStatic ? null : This, EquatableArray.From(captured), false, place);
    }

    private bool IsSource(ISymbol symbol) => _flow.Catalogue.IsSource(symbol);

    private static bool IsBase(IOperation? instance) => instance?.Syntax.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.BaseExpression) == true;

    private Term Field(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (reference.Instance is { } instance && !IsOwn(reference))
        {
            var whole = Visit(instance);
            return field.ContainingType.IsTupleType ? Terms.Element(whole, TuplePosition(field))
                : Promised(field) is { } promised ? promised
                : IsSource(field) ? _flow.Evaluator.Evaluate(new MemberOf(whole, field.OriginalDefinition))
                : Term.Unknown;
        }

        return _environment[field.OriginalDefinition] ?? Promised(field) ?? (IsSource(field) ? new Variable(field.OriginalDefinition) : Term.Unknown);
    }

    /// <summary>What an annotation says that a parameter, field or property holds; null where there is none.</summary>
    private Number? Promised(ISymbol symbol)
    {
        var kinds = _flow.Catalogue.Promised(symbol);
        var site = kinds.IsKnown && IsSource(symbol) ? symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) : null;
        return kinds.IsKnown ? Terms.Number(Value.Unknown with { Kinds = kinds }, site is null ? null : new Place(site, symbol.Name)) : null;
    }

    private static int? TuplePosition(IFieldSymbol field)
    {
        var position = field.ContainingType.TupleElements.Select(element => element.Name).ToList().IndexOf(field.Name);
        if (position < 0 && field.CorrespondingTupleField is { } positional)
        {
            position = field.ContainingType.TupleElements.Select(element => element.CorrespondingTupleField?.Name ?? element.Name).ToList().IndexOf(positional.Name);
        }

        return position < 0 ? null : position;
    }

    private Term Converted(IConversionOperation conversion)
    {
        var term = Visit(conversion.Operand);
        var isWhole = conversion.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Byte or SpecialType.System_Boolean or SpecialType.System_String;
        return isWhole && term is not Constant ? Term.Unknown : term;
    }

    private Term Choice(ISwitchExpressionOperation choice)
    {
        var value = Visit(choice.Value);
        var entry = _environment.Copy();
        var exits = new List<Environment>();
        _conditions++;
        foreach (var arm in choice.Arms)
        {
            _environment = entry.Copy();
            Bind(arm.Pattern, value);
            var matches = Matches(arm.Pattern, value);
            matches = arm.Guard is null ? matches : Conditions.And(matches, Visit(arm.Guard));
            _environment.Path = entry.Path.Into(matches, true);
            if (matches is not Constant { Value: false })
            {
                var armValue = Visit(arm.Value);
                if (arm.Value is not (IThrowOperation or IConversionOperation { Operand: IThrowOperation }))
                {
                    _environment.Result = armValue;
                    exits.Add(_environment);
                }
            }

            entry.Path = entry.Path.Into(matches, false);
            if (matches is Constant { Value: true })
            {
                break;
            }
        }

        _conditions--;
        if (exits.Count == 0)
        {
            _environment = entry;
            return Term.Bottom;
        }

        _environment = Environment.Join(exits);
        var result = _environment.Result ?? Term.Unknown;
        _environment.Result = null;
        return result;
    }

    private Term Operator(BinaryOperatorKind kind, IOperation operation, (Term Term, IOperation Operation) left, (Term Term, IOperation Operation) right)
    {
        Operation? known = kind switch
        {
            BinaryOperatorKind.Add => Operation.Add,
            BinaryOperatorKind.Subtract => Operation.Subtract,
            BinaryOperatorKind.Multiply => Operation.Multiply,
            BinaryOperatorKind.Divide => Operation.Divide,
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => Operation.Compare,
            _ => null,
        };
        if (known is not { } arithmetic)
        {
            return Term.Unknown;
        }

        Func<Term, IOperation, Argument> operand = arithmetic == Operation.Compare ? Compared : Operand;
        var term = new Arithmetic(
            arithmetic,
            EquatableArray.Of(operand(left.Term, left.Operation), operand(right.Term, right.Operation)),
            Fact<int>.Unknown,
            new Place(operation.Syntax, kind.ToString()));

        if (arithmetic == Operation.Compare)
        {
            Guard(left, right.Term);
            Guard(right, left.Term);
            return Require(term);
        }

        // Plain arithmetic shows nothing to a rule, unless a conversion is written out by it: no requirement. Sums over thousands of constants
        // stay cheap.
        var result = _flow.Evaluator.Evaluate(term);
        return result is Number { From: { Count: 1 } from } && from[0].Node == operation.Syntax ? Require(term) : result;
    }

    /// <summary>A plain number that is held against 0 or 1 is one that the program looks at before it takes a logarithm.</summary>
    private void Guard((Term Term, IOperation Operation) guarded, Term limit)
    {
        if (guarded is { Term: Number { Formula: not null } number, Operation: var operation }
            && limit is Constant { Value: IConvertible and not (string or bool or char) and var value }
            && value.ToDouble(CultureInfo.InvariantCulture) is <= 0.01 or >= 0.99
            && Unwrapped(operation) is ILocalReferenceOperation { Local: var local }
            && IsScalar(local))
        {
            _environment[local] = number with { Formula = null };
        }
    }

    /// <summary>What a part of a pattern holds a value against.</summary>
    private static IOperation? Limit(IOperation pattern) => pattern switch
    {
        IRelationalPatternOperation relation => relation.Value,
        IConstantPatternOperation constant => constant.Value,
        _ => null,
    };

    /// <summary>An operand; a scalar or a learned parameter of which nothing else is known is a factor.</summary>
    private Argument Operand(Term term, IOperation operation)
    {
        var unwrapped = operation;
        while (unwrapped is IConversionOperation { IsImplicit: true } conversion)
        {
            unwrapped = conversion.Operand;
        }

        return new Argument("", term is UnknownTerm or Variable && IsFactor(unwrapped.Type) ? Factor.Instance : term, unwrapped.Syntax);
    }

    /// <summary>What is compared: of a number with a fraction a caller may tell the kind.</summary>
    private Argument Compared(Term term, IOperation operation)
        => term is Variable && Unwrapped(operation) is { Type.SpecialType: SpecialType.System_Single or SpecialType.System_Double } number ? new Argument("", term, number.Syntax) : Operand(term, operation);

    private bool IsFactor(ITypeSymbol? type) => IsScalar(type) || _flow.Catalogue.Type(type) is { IsLearned: true };
}

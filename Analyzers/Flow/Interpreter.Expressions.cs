using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
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
                return new Function(lambda.Symbol, new Place(lambda.Syntax, "lambda"));
            case IMethodReferenceOperation reference:
                Visit(reference.Instance);
                return reference.Method.IsStatic || reference.Method.MethodKind == MethodKind.LocalFunction || reference.Method.ContainingType is { } owner && _flow.Catalogue.Find(reference.Method) is not null && _flow.Catalogue.Type(owner) is { Call: null }
                    ? new Function(reference.Method, new Place(reference.Syntax, reference.Method.Name))
                    : Term.Unknown;
            case ICoalesceOperation coalesce:
                var value = Visit(coalesce.Value);
                _conditions++;
                var fallback = Visit(coalesce.WhenNull);
                _conditions--;
                return coalesce.WhenNull is IThrowOperation or IConversionOperation { Operand: IThrowOperation } ? value : Terms.Join(value, fallback);
            case IConditionalAccessOperation access:
                _conditionalInstances.Push(Visit(access.Operation));
                var result = Visit(access.WhenNotNull);
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
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                return Terms.Element(Visit(element.ArrayReference), Visit(element.Indices[0]) is Constant { Value: int index } ? index : null);
            case IBinaryOperation binary:
                return Operator(binary.OperatorKind, binary, (Visit(binary.LeftOperand), binary.LeftOperand), (Visit(binary.RightOperand), binary.RightOperand));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus:
                return Require(new Arithmetic(Operation.Negate, EquatableArray.Of(Operand(Visit(minus.Operand), minus.Operand)), Fact<int>.Unknown, new Place(minus.Syntax, "-")));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus:
                return Visit(plus.Operand);
            case IIsPatternOperation match:
                Bind(match.Pattern, Visit(match.Value));
                return Term.Unknown;
            case IDeclarationExpressionOperation declaration:
                return Visit(declaration.Expression);
            case IDefaultValueOperation:
                return Term.Bottom;
            default:
                return (int)operation.Kind == CollectionExpression ? Collection(operation) : VisitChildren(operation);
        }
    }

    private EquatableArray<Term> Each(IEnumerable<IOperation> operations) => EquatableArray.From(operations.Select(Visit).ToList());

    private Term Collection(IOperation operation)
    {
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

    private Term Read(ISymbol symbol)
    {
        if (_environment[symbol] is { } known)
        {
            return known;
        }

        // A local that this body did not assign is another body's (captured) or was assigned by something that no rule describes.
        return symbol is IParameterSymbol || !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, _owner) ? new Variable(symbol) : Term.Unknown;
    }

    private Term Field(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (reference.Instance is { } instance && !IsOwn(reference))
        {
            var whole = Visit(instance);
            return field.ContainingType.IsTupleType ? Terms.Element(whole, TuplePosition(field)) : Term.Unknown;
        }

        return _environment[field] ?? (field.DeclaringSyntaxReferences.IsEmpty ? Term.Unknown : new Variable(field));
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
        var result = Term.Bottom;
        var entry = _environment.Copy();
        var exit = (Environment?)null;
        _conditions++;
        foreach (var arm in choice.Arms)
        {
            _environment = entry.Copy();
            Bind(arm.Pattern, value);
            Visit(arm.Guard);
            var armValue = Visit(arm.Value);
            if (arm.Value is IThrowOperation or IConversionOperation { Operand: IThrowOperation })
            {
                continue;
            }

            result = Terms.Join(result, armValue);
            exit = exit is null ? _environment : Environment.Join(exit, _environment);
        }

        _conditions--;
        _environment = exit ?? entry;
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

        var term = new Arithmetic(
            arithmetic,
            EquatableArray.Of(Operand(left.Term, left.Operation), Operand(right.Term, right.Operation)),
            Fact<int>.Unknown,
            new Place(operation.Syntax, kind.ToString()));

        // Plain arithmetic shows nothing to a rule: no requirement. Sums over thousands of constants stay cheap.
        return arithmetic == Operation.Compare ? Require(term) : _flow.Evaluator.Evaluate(term);
    }

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

    private bool IsFactor(ITypeSymbol? type)
        => type is not null && (type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double || _flow.Catalogue.Type(type) is { IsLearned: true });
}

using System.Linq;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>Assignments: to variables, through deconstruction and patterns.</summary>
internal sealed partial class Interpreter
{
    private Term VisitAssignment(IOperation operation)
    {
        switch (operation)
        {
            case ICompoundAssignmentOperation compound:
                var target = Visit(compound.Target);
                var operand = Visit(compound.Value);
                var combined = Operator(compound.OperatorKind, compound, (target, compound.Target), (operand, compound.Value));
                AssignTo(compound.Target, combined);
                return combined;
            case IDeconstructionAssignmentOperation deconstruction:
                var whole = Visit(deconstruction.Value);
                AssignTo(deconstruction.Target, whole);
                return whole;
            case ICoalesceAssignmentOperation coalesce:
                var joined = Terms.Join(Visit(coalesce.Target), Visit(coalesce.Value));
                AssignTo(coalesce.Target, joined);
                return joined;
            case IAssignmentOperation assignment:
                var value = Visit(assignment.Value);
                AssignTo(assignment.Target, value);
                return value;
            case IIncrementOrDecrementOperation step:
                AssignTo(step.Target, Term.Unknown);
                return Term.Unknown;
            default:
                return VisitChildren(operation);
        }
    }

    /// <summary>Assigns to whatever an assignment, a loop or an argument may name on its left.</summary>
    private void AssignTo(IOperation target, Term value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Assign(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                Assign(parameter.Parameter, value);
                break;
            case IFieldReferenceOperation field when IsOwn(field):
                Assign(field.Field, value);
                break;
            case IPropertyReferenceOperation property when IsOwn(property) && property.Arguments.IsEmpty:
                Assign(property.Property, value);
                break;
            case IVariableDeclaratorOperation declarator:
                Assign(declarator.Symbol, value);
                break;
            case IDeclarationExpressionOperation declaration:
                AssignTo(declaration.Expression, value);
                break;
            case IConversionOperation conversion:
                AssignTo(conversion.Operand, value);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    AssignTo(tuple.Elements[i], Terms.Element(value, i));
                }

                break;
            case IPropertyReferenceOperation { Instance: { } instance, Arguments.IsEmpty: false }:
                Visit(target);
                AssignTo(instance, Term.Unknown);
                break;
            case IArrayElementReferenceOperation element:
                Visit(element);
                AssignTo(element.ArrayReference, Term.Unknown);
                break;
            case IDiscardOperation:
                break;
            default:
                VisitChildren(target);
                break;
        }
    }

    private void Assign(ISymbol symbol, Term value)
    {
        _environment[symbol] = value;
        _writes[symbol] = _writes.TryGetValue(symbol, out var before) ? Terms.Join(before, value) : value;
        foreach (var assigned in _tries)
        {
            assigned.Add((symbol, value));
        }
    }

    /// <summary>The variables that a pattern declares hold what it is matched against, as far as the pattern keeps it whole.</summary>
    private void Bind(IPatternOperation? pattern, Term value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Assign(symbol, value);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                {
                    Assign(whole, value);
                }

                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    Bind(recursive.DeconstructionSubpatterns[i], Terms.Element(value, i));
                }

                foreach (var property in recursive.PropertySubpatterns)
                {
                    Bind(property.Pattern, Term.Unknown);
                }

                break;
            case IBinaryPatternOperation both:
                Bind(both.LeftPattern, value);
                Bind(both.RightPattern, value);
                break;
            case INegatedPatternOperation negated:
                Bind(negated.Pattern, value);
                break;
        }
    }

    /// <summary>A member of this very object, or a static one.</summary>
    private static bool IsOwn(IMemberReferenceOperation member) => member.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
}

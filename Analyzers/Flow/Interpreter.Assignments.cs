using System.Collections.Generic;
using System.Linq;
using Logits.Analyzers.Catalogue;
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
                var before = Visit(coalesce.Target);
                var isNull = Conditions.IsNull(before);
                var joined = Conditions.Choose(isNull, Perhaps(coalesce.Value, isNull), before);
                AssignTo(coalesce.Target, joined);
                return joined;
            case IAssignmentOperation assignment:
                var value = Visit(assignment.Value);
                AssignTo(assignment.Target, value);
                if (assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation && Named(assignment.Target) is { } named)
                {
                    Name(named.Variable, assignment.Value);
                }

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
        if (target is IMemberReferenceOperation { Member: (IFieldSymbol or IPropertySymbol) and var annotated } && _flow.Catalogue.PromisedByName(annotated) is { IsKnown: true } promised)
        {
            var assigned = target.Parent is IAssignmentOperation { Value.Syntax: var right } ? right : target.Syntax;
            Require(new Promise(new Argument("", value, assigned), promised, annotated.Name, new Place(assigned, annotated.Name)));
        }

        switch (target)
        {
            case ILocalReferenceOperation local:
                Assign(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                Assign(parameter.Parameter, value);
                break;
            case IFieldReferenceOperation field when IsOwn(field):
                Assign(field.Field.OriginalDefinition, value);
                break;
            case IPropertyReferenceOperation property when IsOwn(property) && property.Arguments.IsEmpty:
                Assign(property.Property.OriginalDefinition, value);
                break;
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } element, Instance: { } tuple }:
                AssignTo(tuple, Visit(tuple) is TupleTerm known && TuplePosition(element) is { } position ? new TupleTerm(EquatableArray.From(known.Elements.Select((e, i) => i == position ? value : e))) : Term.Unknown);
                break;
            case IMemberReferenceOperation { Instance: { } owner } member when IsSource(member.Member) && member is IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }:
                AssignTo(owner, member.Member.OriginalDefinition, value);
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
            case ITupleOperation elements:
                for (var i = 0; i < elements.Elements.Length; i++)
                {
                    AssignTo(elements.Elements[i], Terms.Element(value, i));
                }

                break;
            case IPropertyReferenceOperation { Instance: { } instance, Arguments: { IsEmpty: false } indices } element:
                Visit(element);
                AssignElement(instance, Visit(indices[0].Value), value);
                break;
            case IArrayElementReferenceOperation element:
                Visit(element);
                AssignElement(element.ArrayReference, Term.Unknown, value);
                break;
            case IImplicitIndexerReferenceOperation element:
                Visit(element);
                AssignElement(element.Instance, Term.Unknown, value);
                break;
            case IDiscardOperation:
                break;
            default:
                VisitChildren(target);
                break;
        }
    }

    /// <summary>Assigns to an element: a dictionary knows it by a constant key; a list of which one element is this is so by whatever name.</summary>
    private void AssignElement(IOperation whole, Term key, Term value)
    {
        var before = Visit(whole);
        var after = before is Map map ? key is Constant { Value: { } constant } ? map.With(constant, value) : Term.Unknown : Terms.Replaced(before, value);
        if (NumericMemory.IsOf(whole.Type) && Named(whole) is { } numbers)
        {
            Fill(numbers.Variable, after, numbers.IsWhole);
            return;
        }

        AssignTo(whole, after);
        ChangeAliases(before, after);
    }

    /// <summary>A tensor or a list that changes in place changes under its other names as well.</summary>
    private void ChangeAliases(Term? before, Term after)
    {
        if (before is Number or Sequence { Elements.Count: > 0 } or Many { Element: not BottomTerm } or { IsOpen: true })
        {
            foreach (var symbol in _environment.Symbols.Where(symbol => before.Equals(_environment[symbol])).ToList())
            {
                _environment[symbol] = after;
            }
        }
    }

    /// <summary>Assigns to a member of another object: one that was made here knows it.</summary>
    private void AssignTo(IOperation owner, ISymbol member, Term value)
    {
        Record(_writes, member, value);
        if (Visit(owner) is Created created && owner is ILocalReferenceOperation { Local: var local })
        {
            _environment[local] = With(created, member, value) with { IsChanged = true };
        }
    }

    private static Created With(Created created, ISymbol member, Term value)
        => created with { Members = EquatableArray.From(created.Members.Where(binding => !SymbolEqualityComparer.Default.Equals(binding.Symbol, member)).Append(new Binding(member, value))) };

    private static void Record(Dictionary<ISymbol, Term> writes, ISymbol symbol, Term value)
        => writes[symbol] = writes.TryGetValue(symbol, out var before) ? Terms.Join(before, value) : value;

    private void Assign(ISymbol symbol, Term value)
    {
        _environment[symbol] = value;
        Record(_writes, symbol, value);
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

    /// <summary>Whether a value matches a pattern, as far as constants decide it. A relation is a comparison like any other.</summary>
    private Term Matches(IPatternOperation? pattern, Term value)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Conditions.Equal(value, Visit(constant.Value));
            case INegatedPatternOperation negated:
                return Conditions.Not(Matches(negated.Pattern, value));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Conditions.Or(Matches(either.LeftPattern, value), Matches(either.RightPattern, value));
            case IBinaryPatternOperation both:
                return Conditions.And(Matches(both.LeftPattern, value), Matches(both.RightPattern, value));
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return Conditions.True;
            case IRelationalPatternOperation relation:
                var matched = relation.Syntax.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.IsPatternExpressionSyntax>().FirstOrDefault()?.Expression;
                Require(new Arithmetic(
                    Kinds.Operation.Compare,
                    EquatableArray.Of(new Argument("", value, matched), Operand(Visit(relation.Value), relation.Value)),
                    Kinds.Fact<int>.Unknown,
                    new Place(relation.Syntax, relation.OperatorKind.ToString())));
                return Term.Unknown;
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true, MatchedType: { } type, InputType: { } input } when SymbolEqualityComparer.Default.Equals(type, input):
                return Conditions.Not(Conditions.IsNull(value));
            default:
                return Term.Unknown;
        }
    }

    /// <summary>A member of this very object, or a static one.</summary>
    private static bool IsOwn(IMemberReferenceOperation member) => member.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
}

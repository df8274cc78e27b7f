using System.Collections.Generic;
using System.Linq;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>Indexing a tensor.</summary>
internal sealed partial class Interpreter
{
    /// <summary>What one index does to its axis.</summary>
    private enum IndexForm
    {
        /// <summary>All of the axis.</summary>
        Whole,

        /// <summary>One place: the axis goes.</summary>
        Single,

        /// <summary>As many axes as the other indexes leave.</summary>
        Ellipsis,

        /// <summary>Anything else: a part of the axis, a mask, a new axis.</summary>
        Other,
    }

    private static Term Indexed(IPropertyReferenceOperation reference, Term whole)
    {
        foreach (var selection in Selections(reference))
        {
            whole = Evaluator.Indexed(new Indexed(whole, selection));
        }

        return whole;
    }

    /// <summary>The axes that indexes choose along, the last first: what goes behind an axis does not move it.</summary>
    private static IEnumerable<Selection> Selections(IPropertyReferenceOperation reference)
    {
        var indexes = reference.Arguments
            .SelectMany(argument => argument.Value is IArrayCreationOperation { IsImplicit: true, Initializer: { } packed } ? packed.ElementValues.AsEnumerable() : new[] { argument.Value })
            .Select(Form)
            .ToList();
        if (indexes.Contains(IndexForm.Other) || indexes.Count(index => index == IndexForm.Ellipsis) > 1)
        {
            // A tensor as an index may be a mask.
            yield return Selection.Unknown with { IsByValue = true };
            yield break;
        }

        var ellipsis = indexes.IndexOf(IndexForm.Ellipsis);
        for (var i = indexes.Count - 1; i >= 0; i--)
        {
            if (indexes[i] == IndexForm.Single)
            {
                yield return new Selection(Fact<int>.Of(ellipsis >= 0 && i > ellipsis ? i - indexes.Count : i), Drops: true);
            }
        }
    }

    private static IndexForm Form(IOperation index)
    {
        index = Unwrapped(index);
        return index switch
        {
            IRangeOperation { LeftOperand: null, RightOperand: null } => IndexForm.Whole,
            IFieldReferenceOperation { Field.Name: "Ellipsis" } or IPropertyReferenceOperation { Property.Name: "Ellipsis" } => IndexForm.Ellipsis,
            IFieldReferenceOperation { Field.Name: "Colon" } or IPropertyReferenceOperation { Property.Name: "Colon" } => IndexForm.Whole,
            IInvocationOperation { TargetMethod.Name: "Single" } => IndexForm.Single,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } => IndexForm.Single,
            _ when index.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 => IndexForm.Single,
            _ => IndexForm.Other,
        };
    }
}

using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Writing the logarithm of a conversion as the one function that computes it.</summary>
internal static class Fusions
{
    private const string TorchLogSigmoid = "torch.nn.functional.logsigmoid({0})";
    private const string TorchLogSigmoidOfNegative = "torch.nn.functional.logsigmoid(-{0})";
    private const string TensorFlowLogSigmoid = "(-tf.math.softplus(-{0}))";
    private const string TensorFlowLogSigmoidOfNegative = "(-tf.math.softplus({0}))";

    /// <summary>The edits of <c>log(softmax(x, d))</c>, which keep its spelling and its axis.</summary>
    public static ImmutableArray<Edit> LogOfSoftmax(FindingContext finding)
    {
        if (finding.IsElsewhere
            || finding.Where is not InvocationExpressionSyntax logarithm
            || Conversions.Operand(finding, logarithm) is not { } operand
            || finding.Origin is not InvocationExpressionSyntax conversion
            || Conversions.Input(finding, conversion) is not { } input
            || Fused(finding, conversion, input) is not { } fuse)
        {
            return ImmutableArray<Edit>.Empty;
        }

        if (Conversions.Bare(operand) == conversion)
        {
            return ImmutableArray.Create(new Edit(logarithm, current => Conversions.Fitting(fuse((InvocationExpressionSyntax)Conversions.Bare(Conversions.At(logarithm, operand, current))), logarithm)));
        }

        if (Conversions.Bare(operand) is not IdentifierNameSyntax name || Variables.Declaration(finding, name) is not { Initializer.Value: { } value } || value != conversion)
        {
            return ImmutableArray<Edit>.Empty;
        }

        if (Variables.Reads(finding, name) == 1)
        {
            return ImmutableArray.Create(
                new Edit(conversion, current => fuse((InvocationExpressionSyntax)current)),
                new Edit(logarithm, current => Conversions.Bare(Conversions.At(logarithm, operand, current))));
        }

        return Variables.IsUnchanged(finding, input, logarithm) && HasConstantSettings(finding, conversion, input)
            ? ImmutableArray.Create(new Edit(logarithm, _ => Conversions.Fitting(fuse(conversion).WithoutTrivia(), logarithm)))
            : ImmutableArray<Edit>.Empty;
    }

    /// <summary>The edit of <c>log(sigmoid(x))</c> and of <c>log(1 - sigmoid(x))</c>.</summary>
    public static Edit? LogOfSigmoid(FindingContext finding)
    {
        if (finding.IsElsewhere
            || finding.Where is not InvocationExpressionSyntax logarithm
            || Conversions.Operand(finding, logarithm) is not { } operand
            || finding.Origin is not InvocationExpressionSyntax conversion
            || Conversions.Input(finding, conversion) is not { } input)
        {
            return null;
        }

        var isComplement = finding.Property(FixProperties.Formula) == "SigmoidComplement";
        var probability = !isComplement ? Conversions.Bare(operand)
            : Conversions.Bare(operand) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: LiteralExpressionSyntax } difference ? Conversions.Bare(difference.Right)
            : null;
        if (probability is null || Template(finding, conversion, input, isComplement) is not { } template)
        {
            return null;
        }

        if (probability == conversion)
        {
            return new Edit(logarithm, current =>
            {
                var inner = Conversions.Bare(Conversions.At(logarithm, operand, current));
                var converted = isComplement ? Conversions.Bare(((BinaryExpressionSyntax)inner).Right) : inner;
                return Conversions.Fitting(Conversions.Written(template, Conversions.At(conversion, input, converted)), logarithm);
            });
        }

        return probability is IdentifierNameSyntax name
            && Variables.Declaration(finding, name) is { Initializer.Value: { } value }
            && value == conversion
            && Variables.IsUnchanged(finding, input, logarithm)
            ? new Edit(logarithm, _ => Conversions.Fitting(Conversions.Written(template, input), logarithm))
            : null;
    }

    private static string? Template(FindingContext finding, InvocationExpressionSyntax conversion, ExpressionSyntax input, bool isComplement)
    {
        var isMethod = conversion.Expression is MemberAccessExpressionSyntax access && access.Expression == input;
        var templates = isMethod
            ? new[] { isComplement ? "(-{0}).log_sigmoid()" : "{0}.log_sigmoid()" }
            : isComplement ? new[] { TorchLogSigmoidOfNegative, TensorFlowLogSigmoidOfNegative } : new[] { TorchLogSigmoid, TensorFlowLogSigmoid };
        return templates.Select(template => Conversions.Bound(finding, template, input)).FirstOrDefault(bound => bound is not null);
    }

    /// <summary>
    /// How a softmax becomes a log-softmax: renamed where its holder has one, else by the library's function; null where neither compiles.
    /// </summary>
    private static System.Func<InvocationExpressionSyntax, ExpressionSyntax>? Fused(FindingContext finding, InvocationExpressionSyntax conversion, ExpressionSyntax input)
    {
        var name = SyntaxFactory.IdentifierName("log_softmax");
        ExpressionSyntax? Renamed(ExpressionSyntax callee) => callee switch
        {
            MemberAccessExpressionSyntax member => member.WithName(name),
            SimpleNameSyntax => name,
            _ => null,
        };
        bool Compiles(ExpressionSyntax callee) => Conversions.IsBound(finding, conversion.WithExpression(callee).ToString(), conversion.SpanStart);

        if (Renamed(conversion.Expression) is { } renamed && Compiles(renamed))
        {
            return current => current.WithExpression(Renamed(current.Expression)!);
        }

        foreach (var callee in new[] { "torch.nn.functional.log_softmax", "TorchSharp.torch.nn.functional.log_softmax" })
        {
            var function = SyntaxFactory.ParseExpression(callee);
            if (conversion.ArgumentList.Arguments.Any(argument => argument.Expression == input) && Compiles(function))
            {
                return current => current.WithExpression(Conversions.Simplified(function));
            }
        }

        // TensorFlow.NET has no log-softmax, and its softmax works along the last axis whatever it is told.
        return Conversions.Bound(finding, "({0} - tf.reduce_logsumexp({0}, -1, true))", input) is { } template
            ? current => Conversions.Written(template, Conversions.At(conversion, input, current))
            : null;
    }

    private static bool HasConstantSettings(FindingContext finding, InvocationExpressionSyntax conversion, ExpressionSyntax input)
        => conversion.ArgumentList.Arguments.All(argument => argument.Expression == input || finding.Model.GetConstantValue(argument.Expression, finding.Cancellation).HasValue);
}

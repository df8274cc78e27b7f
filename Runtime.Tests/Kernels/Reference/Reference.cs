using System;
using System.Linq;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>What the kernels are to give, by their definitions, of finite numbers and negative infinity.</summary>
internal sealed class Reference
{
    private readonly double[] _x;
    private readonly double _max;
    private readonly DoubleDouble[] _terms;
    private readonly DoubleDouble _sum;

    /// <summary>Of one row.</summary>
    public Reference(double[] x)
    {
        _x = x;
        _max = x.Max();
        _terms = [.. x.Select(v => double.IsNegativeInfinity(v) ? 0 : DoubleDouble.Exp(Difference(v, _max)))];
        var top = Array.IndexOf(x, _max);
        DoubleDouble others = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (i != top)
                others += _terms[i];
        }
        _sum = others + 1;
        Log = DoubleDouble.Log1P(others);
    }

    /// <summary>The log-sum-exp less the maximum.</summary>
    public DoubleDouble Log { get; }

    public DoubleDouble LogSumExp => Log + _max;

    public DoubleDouble Softmax(int i) => _terms[i] / _sum;

    public DoubleDouble LogSoftmax(int i) => Difference(_x[i], _max) - Log;

    public DoubleDouble CrossEntropy(int label) => -LogSoftmax(label);

    /// <summary>The cross-entropy with targets of any sum. All terms have one sign, so that nothing cancels.</summary>
    public DoubleDouble CrossEntropy(DoubleDouble[] targets)
    {
        DoubleDouble sum = 0;
        for (var i = 0; i < _x.Length; i++)
        {
            if (targets[i].High == 0)
                continue;
            if (double.IsNegativeInfinity(_x[i]))
                return double.PositiveInfinity;
            sum += targets[i] * CrossEntropy(i);
        }
        return sum;
    }

    /// <summary>What the targets come to, with what weighs a class: w * (t * (1 - smoothing) + smoothing / classes).</summary>
    public static DoubleDouble[] Targets(double[] shares, double[]? weights, double smoothing)
        => [.. shares.Select((t, c) => (DoubleDouble)(weights?[c] ?? 1) * ((t * ((DoubleDouble)1 - smoothing)) + ((DoubleDouble)smoothing / shares.Length)))];

    public DoubleDouble Entropy
    {
        get
        {
            var sum = Log;
            for (var i = 0; i < _x.Length; i++)
                sum -= _terms[i].High == 0 ? 0 : Softmax(i) * Difference(_x[i], _max);
            return sum;
        }
    }

    public DoubleDouble KullbackLeibler(Reference other)
    {
        DoubleDouble sum = 0;
        for (var i = 0; i < _x.Length; i++)
            sum += _terms[i].High == 0 ? 0 : Softmax(i) * (LogSoftmax(i) - other.LogSoftmax(i));
        return sum;
    }

    public static DoubleDouble Logit(double p) => DoubleDouble.Log(p) - DoubleDouble.Log((DoubleDouble)1 - p);

    public static DoubleDouble Sigmoid(double x)
    {
        var e = DoubleDouble.Exp(-Math.Abs(x));
        return x < 0 ? e / (1 + e) : 1 / (1 + e);
    }

    public static DoubleDouble Softplus(double x) => DoubleDouble.Log1P(DoubleDouble.Exp(-Math.Abs(x))) + Math.Max(x, 0);

    public static DoubleDouble LogSigmoid(double x) => -Softplus(-x);

    public static DoubleDouble BinaryCrossEntropy(double x, double target, double positive)
        => ((DoubleDouble)positive * target * Softplus(-x)) + ((1 - (DoubleDouble)target) * Softplus(x));

    /// <summary>Its derivative by the logit, as what the negative label adds and what the positive one takes off.</summary>
    public static (DoubleDouble Negative, DoubleDouble Positive) BinaryGradient(double x, double target, double positive)
        => ((1 - (DoubleDouble)target) * Sigmoid(x), (DoubleDouble)positive * target * Sigmoid(-x));

    private static DoubleDouble Difference(double a, double b) => (DoubleDouble)a - b;
}

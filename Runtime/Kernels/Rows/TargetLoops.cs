using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>What targets make of a row: sums and differences in double, so that they add nothing to the error of the log-sum-exp or the softmax.</summary>
internal static unsafe class TargetLoops<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>The sum of the targets, and of target * (max - x); what has no target does not count, however far it is.</summary>
    public static (double Sum, double Distance) Weigh(TNumber* x, nint n, double max, in RowTargets<TNumber> targets)
    {
        var result = Lanes512<double>.IsSupported ? Weigh<Lanes512<double>>(x, n, max, in targets)
            : Lanes256<double>.IsSupported ? Weigh<Lanes256<double>>(x, n, max, in targets)
            : Lanes128<double>.IsSupported ? Weigh<Lanes128<double>>(x, n, max, in targets)
            : Weigh<LanesScalar<double>>(x, n, max, in targets);
        return double.IsNaN(result.Distance) ? Rest(x, n, max, in targets) : result;
    }

    /// <summary>gradient = gradient * whole - target * scale.</summary>
    public static void Subtract(TNumber* gradient, nint n, double whole, double scale, in RowTargets<TNumber> targets)
    {
        if (Lanes512<double>.IsSupported)
            Subtract<Lanes512<double>>(gradient, n, whole, scale, in targets);
        else if (Lanes256<double>.IsSupported)
            Subtract<Lanes256<double>>(gradient, n, whole, scale, in targets);
        else if (Lanes128<double>.IsSupported)
            Subtract<Lanes128<double>>(gradient, n, whole, scale, in targets);
        else
            Subtract<LanesScalar<double>>(gradient, n, whole, scale, in targets);
    }

    [MethodImpl(Leaf)]
    private static (double Sum, double Distance) Weigh<TLanes>(TNumber* x, nint n, double max, in RowTargets<TNumber> of)
        where TLanes : unmanaged, ILanes<TLanes, double>
    {
        var targets = of;
        TLanes top = TLanes.Create(max), zero = TLanes.Create(0);
        TLanes sum = zero, sumLost = zero, distance = zero, distanceLost = zero, otherSum = zero, otherSumLost = zero, otherDistance = zero, otherDistanceLost = zero;
        nint i = 0;
        for (; i <= n - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            Add(x, i, top, in targets, ref sum, ref sumLost, ref distance, ref distanceLost);
            Add(x, i + TLanes.Count, top, in targets, ref otherSum, ref otherSumLost, ref otherDistance, ref otherDistanceLost);
        }
        for (; i <= n - TLanes.Count; i += TLanes.Count)
            Add(x, i, top, in targets, ref sum, ref sumLost, ref distance, ref distanceLost);
        var rest = Rest(x + i, n - i, max, targets.After(i));
        return (TLanes.Sum(sum + otherSum) + TLanes.Sum(sumLost + otherSumLost) + rest.Sum, TLanes.Sum(distance + otherDistance) + TLanes.Sum(distanceLost + otherDistanceLost) + rest.Distance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TLanes>(TNumber* x, nint i, TLanes top, in RowTargets<TNumber> targets, ref TLanes sum, ref TLanes sumLost, ref TLanes distance, ref TLanes distanceLost)
        where TLanes : unmanaged, ILanes<TLanes, double>
    {
        TLanes target = targets.From<TLanes>(i), below = top - RowTargets<TNumber>.Numbers<TLanes>(x + i);
        if (typeof(TNumber) == typeof(double))
        {
            CompensatedAddition<TLanes, double>.Add(target, ref sum, ref sumLost);
            CompensatedAddition<TLanes, double>.Add(target * below, ref distance, ref distanceLost);
        }
        else
        {
            sum += target;
            distance = TLanes.MultiplyAdd(target, below, distance);
        }
    }

    private static (double Sum, double Distance) Rest(TNumber* x, nint n, double max, in RowTargets<TNumber> targets)
    {
        CompensatedSum sum = new(), distance = new();
        double whole = 0;
        for (nint c = 0; c < n; c++)
        {
            var target = targets.At(c);
            var part = target == 0 ? 0 : target * (max - double.CreateTruncating(x[c]));
            sum.Add(target);
            distance.Add(part);
            whole += part;
        }
        // What is not finite has nothing to be kept.
        return (sum.Value, double.IsFinite(whole) ? distance.Value : whole);
    }

    [MethodImpl(Leaf)]
    private static void Subtract<TLanes>(TNumber* gradient, nint n, double whole, double scale, in RowTargets<TNumber> of)
        where TLanes : unmanaged, ILanes<TLanes, double>
    {
        var targets = of;
        TLanes factor = TLanes.Create(whole), step = TLanes.Create(scale);
        nint i = 0;
        for (; i <= n - TLanes.Count; i += TLanes.Count)
        {
            var result = TLanes.MultiplyAddNegated(step, targets.From<TLanes>(i), RowTargets<TNumber>.Numbers<TLanes>(gradient + i) * factor);
            if (typeof(TNumber) == typeof(double))
                TLanes.Store(result, (double*)gradient + i);
            else
                TLanes.StoreSingles(result, (float*)gradient + i);
        }
        for (; i < n; i++)
            gradient[i] = TNumber.CreateTruncating((double.CreateTruncating(gradient[i]) * whole) - (scale * targets.At(i)));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>What each class of a row is to get: q[c] = (shares[c] * factor + addend) * weights[c], without what is null.</summary>
internal readonly unsafe struct RowTargets<TNumber>(TNumber* shares, double factor, double addend, double* weights)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(nint c)
        => (shares == null ? addend : (double.CreateTruncating(shares[c]) * factor) + addend) * (weights == null ? 1 : weights[c]);

    /// <summary>Those of the classes from one on.</summary>
    public RowTargets<TNumber> After(nint c) => new(shares == null ? null : shares + c, factor, addend, weights == null ? null : weights + c);

    /// <summary>Those of as many classes as there are lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes From<TLanes>(nint c)
        where TLanes : unmanaged, ILanes<TLanes, double>
    {
        var q = TLanes.Create(addend);
        if (shares != null)
            q = TLanes.MultiplyAdd(Numbers<TLanes>(shares + c), TLanes.Create(factor), q);
        return weights == null ? q : q * TLanes.Load(weights + c);
    }

    /// <summary>As doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Numbers<TLanes>(TNumber* source)
        where TLanes : unmanaged, ILanes<TLanes, double>
        => typeof(TNumber) == typeof(double) ? TLanes.Load((double*)source) : TLanes.LoadSingles((float*)source);
}

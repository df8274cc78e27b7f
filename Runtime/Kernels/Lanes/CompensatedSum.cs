using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>A sum of numbers that are not negative, which keeps what the additions round off (Neumaier, 1974).</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    public readonly double Value => _sum + _lost;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double part)
    {
        var next = _sum + part;
        _lost += _sum >= part ? _sum - next + part : part - next + _sum;
        _sum = next;
    }
}

using System;

namespace Logits.Sampling;

/// <summary>
/// The least set of the highest weights that reaches a sum, found without sorting more than a few: weights are summed by their leading
/// bits, which for positive numbers are in the order of the numbers, and only those that share the leading bits at which the sum is
/// reached are looked at more closely. The work is linear, whatever the weights are.
/// </summary>
internal static class LeastSet
{
    /// <summary>How many bits are looked at together: the sums of their values fit into the first cache.</summary>
    private const int DigitBits = 12;

    private const int Digits = 1 << DigitBits;

    /// <summary>So few weights are sorted sooner than summed.</summary>
    private const int Few = 64;

    /// <summary>Where the set ends.</summary>
    /// <param name="weights">One or more, positive and finite; they are overwritten.</param>
    /// <param name="sum">What the set must reach; where the weights do not, the set is all of them.</param>
    /// <returns>The set is all weights above the threshold, and so many of those that are equal to it.</returns>
    public static (double Threshold, int Equal) Find(Span<double> weights, double sum)
    {
        Span<double> sums = stackalloc double[Digits];
        for (var shift = 64 - DigitBits; weights.Length > Few; shift = Math.Max(shift - DigitBits, 0))
        {
            sums.Clear();
            foreach (var weight in weights)
                sums[Digit(weight, shift)] += weight;
            var digit = Reach(sums, ref sum);
            weights = weights[..Keep(weights, digit, shift)];
            if (shift == 0)
                return (weights[0], (int)Math.Clamp(Math.Ceiling(sum / weights[0]), 1, weights.Length));
        }
        return FindInOrder(weights, sum);
    }

    private static (double Threshold, int Equal) FindInOrder(Span<double> weights, double sum)
    {
        weights.Sort();
        var last = weights.Length - 1;
        while (last > 0 && weights[last] < sum)
            sum -= weights[last--];
        var equal = 1;
        while (last + equal < weights.Length && weights[last + equal] == weights[last])
            equal++;
        return (weights[last], equal);
    }

    private static int Digit(double weight, int shift) => (int)(BitConverter.DoubleToUInt64Bits(weight) >> shift) & (Digits - 1);

    /// <summary>
    /// The digit at which the sum is reached, from the highest down, or else the lowest; the sum becomes what it has to add.
    /// </summary>
    private static int Reach(ReadOnlySpan<double> sums, ref double sum)
    {
        var lowest = -1;
        var rest = sum;
        for (var digit = Digits - 1; digit >= 0; digit--)
        {
            if (sums[digit] == 0)
                continue;
            (lowest, sum) = (digit, rest);
            if (sums[digit] >= rest)
                break;
            rest -= sums[digit];
        }
        return lowest;
    }

    /// <summary>Moves the weights that have this digit to the front, and counts them.</summary>
    private static int Keep(Span<double> weights, int digit, int shift)
    {
        var kept = 0;
        foreach (var weight in weights)
        {
            weights[kept] = weight;
            kept += Digit(weight, shift) == digit ? 1 : 0;
        }
        return kept;
    }
}

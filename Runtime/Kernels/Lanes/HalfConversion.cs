using System;
using System.Runtime.Intrinsics;

namespace Logits.Numerics;

/// <summary>Between <see cref="Half"/> and float, eight at a time.</summary>
internal readonly unsafe struct HalfConversion : IConversion<Half, float>
{
    public static void Widen(Half* source, float* destination, int length)
    {
        var i = 0;
        for (; Vector256.IsHardwareAccelerated && i <= length - 8; i += 8)
            Widen(Vector128.Load((ushort*)source + i)).Store(destination + i);
        for (; i < length; i++)
            destination[i] = (float)source[i];
    }

    public static void Narrow(float* source, Half* destination, int length)
    {
        var i = 0;
        for (; Vector256.IsHardwareAccelerated && i <= length - 8; i += 8)
            Narrow(Vector256.Load(source + i)).Store((ushort*)destination + i);
        for (; i < length; i++)
            destination[i] = (Half)source[i];
    }

    private static Vector256<float> Widen(Vector128<ushort> halves)
    {
        var (lower, upper) = Vector128.Widen(halves);
        var bits = Vector256.Create(lower, upper);
        var magnitude = bits & Vector256.Create(0x7FFFu);
        // The product moves the bias of the exponent, and makes subnormal numbers normal.
        var number = ((magnitude << 13).AsSingle() * Vector256.Create(5192296858534827628530496329220096f)).AsUInt32();
        var special = Vector256.GreaterThan(magnitude, Vector256.Create(0x7BFFu)) & Vector256.Create(0x7F800000u);
        return (number | special | ((bits & Vector256.Create(0x8000u)) << 16)).AsSingle();
    }

    private static Vector128<ushort> Narrow(Vector256<float> numbers)
    {
        var bits = numbers.AsUInt32();
        var magnitude = bits & Vector256.Create(0x7FFFFFFFu);
        var odd = (magnitude >> 13) & Vector256<uint>.One;
        var normal = (magnitude - Vector256.Create(112u << 23) + Vector256.Create(0xFFFu) + odd) >> 13;
        // Beside 1/2 a bit counts 2^-24, as in a subnormal number: the addition rounds.
        var subnormal = (magnitude.AsSingle() + Vector256.Create(0.5f)).AsUInt32() - Vector256.Create(0.5f).AsUInt32();
        var result = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(113u << 23)), subnormal, normal);
        result = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(0x477FF000u)), result, Vector256.Create(0x7C00u));
        result = Vector256.ConditionalSelect(Vector256.GreaterThan(magnitude, Vector256.Create(0x7F800000u)), Vector256.Create(0x7E00u), result);
        result |= (bits & Vector256.Create(0x80000000u)) >> 16;
        return Vector128.Narrow(result.GetLower(), result.GetUpper());
    }
}

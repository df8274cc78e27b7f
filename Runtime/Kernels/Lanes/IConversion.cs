namespace Logits.Numerics;

/// <summary>Between two types of numbers.</summary>
internal unsafe interface IConversion<TNarrow, TWide>
    where TNarrow : unmanaged
    where TWide : unmanaged
{
    /// <summary>Exactly.</summary>
    static abstract void Widen(TNarrow* source, TWide* destination, int length);

    /// <summary>To the nearest, the even one at a tie.</summary>
    static abstract void Narrow(TWide* source, TNarrow* destination, int length);
}

namespace Logits.Analyzers.Kinds;

/// <summary>Comparing axes that may be counted from the front (0, 1, ..) or from the back (-1, -2, ..).</summary>
internal static class Axis
{
    /// <summary>Whether two axes are the same; null where the rank would have to be known to tell.</summary>
    public static bool? Same(Fact<int> first, Fact<int> second, Fact<int> rank)
    {
        if (!first.TryGet(out var a) || !second.TryGet(out var b))
        {
            return null;
        }

        if (a < 0 == b < 0)
        {
            return a == b;
        }

        return rank.TryGet(out var r) ? Normalised(a, r) == Normalised(b, r) : null;
    }

    private static int Normalised(int axis, int rank) => axis < 0 ? axis + rank : axis;
}

using System;

namespace Logits.Numerics;

/// <summary>Arguments of which there must be one or more.</summary>
internal static class AtLeastOne
{
    public static void Check(int count, string what, string name)
    {
        if (count == 0)
            throw new ArgumentException($"There were no {what}; there must be at least one.", name);
    }
}

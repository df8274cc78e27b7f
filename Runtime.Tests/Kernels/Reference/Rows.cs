using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Rows of many kinds and lengths.</summary>
internal static class Rows
{
    /// <summary>All lengths that a tail of registers may have, and long ones.</summary>
    public static IEnumerable<int> Lengths => [.. Enumerable.Range(1, 130), 1000, 32_000];

    /// <summary>The kinds of rows by name.</summary>
    public static IEnumerable<(string Name, Func<int, int, double> Number)> Kinds
    {
        get
        {
            var random = new Random(20);
            return
            [
                ("normal", (_, _) => 3 * Normal(random)),
                ("wide", (_, _) => 25 * Normal(random)),
                ("narrow", (_, _) => 0.01 * Normal(random)),
                ("equal", (_, n) => 0.37 + (n % 7)),
                ("ascending", (i, n) => (100.0 * i / n) - 30),
                ("descending", (i, n) => 70 - (100.0 * i / n)),
                ("steep", (i, n) => i),
                ("dominated", (i, n) => i == n / 2 ? 15 : Normal(random) - 3),
                ("masked", (i, n) => i % 3 == 1 && n > 2 ? double.NegativeInfinity : 2 * Normal(random)),
                ("offset", (_, _) => 1000 + (4 * Normal(random))),
                ("offset below", (_, _) => -50_000 + (4 * Normal(random))),
                ("far", (_, _) => 65_000 - (300 * random.NextDouble())),
                ("plateau", (i, _) => i == 0 ? 0 : -2.0507795810699463),
                ("one ahead", (i, _) => i == 0 ? 800 : 790 + random.NextDouble()),
                // Where many terms are equal, so are their errors.
                ("two values", (i, n) => Between(-5, 0, n) - (i > n / 2 ? Between(0, 4, n + 0.5) : 0)),
                ("one and others", (i, n) => Between(-5, 0, n) - (i > 0 ? Between(0, 4, n + 0.5) : 0)),
            ];
        }
    }

    /// <summary>A row of two or three values, of one that is ahead of the others, or of numbers near or far from one another.</summary>
    public static Func<int, int, double> AtRandom(Random random, int length)
    {
        double start = 10 * (random.NextDouble() - 0.5), step = 5 * random.NextDouble(), ahead = 60 * random.NextDouble();
        var kind = random.Next(6);
        var first = random.Next(1, length);
        return (i, _) => kind switch
        {
            0 => start - (i >= first ? step : 0),
            1 => start - (i > 0 ? step : 0),
            2 => start - (i % 3 * step),
            3 => start + (step * (random.NextDouble() - 0.5)),
            4 => start + (step * Normal(random)),
            _ => start - (i > 0 ? ahead + random.NextDouble() : 0),
        };
    }

    /// <summary>A row in a type: what the type can't hold is rounded, so that the truth is that of the rounded row.</summary>
    public static T[] Make<T>(Func<int, int, double> number, int length)
        where T : IBinaryFloatingPointIeee754<T>
        => [.. Enumerable.Range(0, length).Select(i => Finite<T>(number(i, length)))];

    public static double[] Exactly<T>(T[] row)
        where T : IBinaryFloatingPointIeee754<T>
        => [.. row.Select(double.CreateTruncating)];

    public static double Normal(Random random)
        => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A number in a range, another for each seed.</summary>
    private static double Between(double low, double high, double seed)
    {
        var hashed = 1e4 * Math.Sin(seed);
        return low + ((high - low) * (hashed - Math.Floor(hashed)));
    }

    private static T Finite<T>(double value)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var result = T.CreateTruncating(value);
        return T.IsPositiveInfinity(result) ? T.CreateTruncating(65_504) : result;
    }
}

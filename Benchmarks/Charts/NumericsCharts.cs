using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Logits.Benchmarks.Charts;

/// <summary>Draws the tables of docs/numerics.md, so that what the charts show is what the tables say.</summary>
internal static class NumericsCharts
{
    /// <param name="page">The page with the tables.</param>
    /// <param name="folder">Where the charts go: accuracy.svg, single.svg, double.svg.</param>
    public static void Write(string page, string folder)
    {
        var rows = File.ReadLines(page).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(Cells).ToArray();
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "accuracy.svg"), Accuracy(rows.Where(r => r.Length == 7 && Number(r[2]) != null)));
        foreach (var type in (string[])["Single", "Double"])
            File.WriteAllText(Path.Combine(folder, type.ToLowerInvariant() + ".svg"), Speed(type, rows.Where(r => r.Length == 10 && r[1] == type)));
    }

    private static string Accuracy(IEnumerable<string[]> rows)
    {
        var chart = new BarChart("Worst error found, in units in the last place", ["512 bits", "256 bits", "128 bits", "one number", "double"], isLogarithmic: false, line: null);
        foreach (var row in rows)
            chart.Add(row[0].Replace("`", ""), [.. row[2..].Select(Number)]);
        return chart.ToString();
    }

    private static string Speed(string type, IEnumerable<string[]> rows)
    {
        string[] shapes = [.. rows.Select(r => r[2]).Distinct()];
        var chart = new BarChart($"Time of TensorPrimitives over ours, {type}: the best stable composition, for sigmoid its own function", shapes, isLogarithmic: true, line: 1);
        foreach (var kernel in rows.GroupBy(r => r[0]))
            chart.Add(kernel.Key, [.. shapes.Select(s => kernel.FirstOrDefault(r => r[2] == s) is { } row ? Number(row[5]) ?? Number(row[6]) : null)]);
        return chart.ToString();
    }

    private static string[] Cells(string line) => [.. line.Trim()[1..^1].Split('|').Select(c => c.Trim())];

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

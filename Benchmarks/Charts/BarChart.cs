using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;

namespace Logits.Benchmarks.Charts;

/// <summary>Groups of bars as SVG, with a line across at a value that is aimed at or compared with.</summary>
/// <param name="title">What the bars are.</param>
/// <param name="series">What the bars of a group are, in their order.</param>
/// <param name="isLogarithmic">Whether equal ratios are equally far apart; else the bars start at 0.</param>
/// <param name="line">Where the line across is, if there is one; bars of ratios start there.</param>
internal sealed class BarChart(string title, IReadOnlyList<string> series, bool isLogarithmic, double? line)
{
    private const int Left = 48;
    private const int Top = 72;
    private const int Height = 280;
    private const int BarWidth = 11;
    private const int Gap = 18;

    private static readonly string[] s_colours = ["#1d4ed8", "#0891b2", "#059669", "#ca8a04", "#ea580c", "#be185d", "#6d28d9"];

    private static readonly double[] s_ticks = [0.5, 1, 2, 3, 4, 5, 10, 20, 50];

    private readonly List<(string Name, double?[] Values)> _groups = [];

    /// <summary>A value for each of the series; null where there is none.</summary>
    public void Add(string name, params double?[] values) => _groups.Add((name, values));

    public override string ToString()
    {
        var values = _groups.SelectMany(g => g.Values).OfType<double>().Append(line ?? 1).ToArray();
        double low = isLogarithmic ? Math.Min(0.5, values.Min() / 1.1) : 0, high = 1.1 * values.Max();
        int groupWidth = (series.Count * BarWidth) + Gap, width = Left + (_groups.Count * groupWidth) + 24;
        var bottom = 24 + (int)(4.4 * _groups.Max(g => g.Name.Length));
        var start = isLogarithmic ? line ?? low : low;
        var lines = new List<FormattableString>
        {
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {Top + Height + bottom}" font-family="system-ui, sans-serif" font-size="12" fill="#334155">""",
            $"""<rect width="100%" height="100%" fill="#ffffff"/>""",
            $"""<text x="{Left}" y="26" font-size="16" font-weight="600" fill="#0f172a">{SecurityElement.Escape(title)}</text>""",
        };
        double at = Left;
        for (var i = 0; i < series.Count; i++)
        {
            lines.Add($"""<rect x="{at:0.#}" y="40" width="10" height="10" fill="{s_colours[i % s_colours.Length]}"/>""");
            lines.Add($"""<text x="{at + 14:0.#}" y="49">{SecurityElement.Escape(series[i])}</text>""");
            at += 30 + (6.6 * series[i].Length);
        }
        foreach (var tick in s_ticks.Where(t => t >= low && t <= high))
        {
            lines.Add($"""<line x1="{Left}" y1="{Y(tick):0.#}" x2="{width - 24}" y2="{Y(tick):0.#}" stroke="#e2e8f0"/>""");
            lines.Add($"""<text x="{Left - 8}" y="{Y(tick) + 4:0.#}" text-anchor="end">{tick}</text>""");
        }
        double x = Left + (Gap / 2.0);
        foreach (var (name, bars) in _groups)
        {
            for (var i = 0; i < bars.Length; i++)
            {
                if (bars[i] is { } value)
                    lines.Add($"""<rect x="{x + (i * BarWidth):0.#}" y="{Math.Min(Y(value), Y(start)):0.#}" width="{BarWidth - 1}" height="{Math.Abs(Y(start) - Y(value)):0.#}" fill="{s_colours[i % s_colours.Length]}"><title>{SecurityElement.Escape(series[i])}: {value}</title></rect>""");
            }
            var middle = x + (series.Count * BarWidth / 2.0);
            lines.Add($"""<text transform="translate({middle + 4:0.#} {Top + Height + 12}) rotate(-35)" text-anchor="end">{SecurityElement.Escape(name)}</text>""");
            x += groupWidth;
        }
        if (line is { } across)
            lines.Add($"""<line x1="{Left}" y1="{Y(across):0.#}" x2="{width - 24}" y2="{Y(across):0.#}" stroke="#0f172a" stroke-dasharray="4 3"/>""");
        lines.Add($"</svg>");
        return string.Concat(lines.Select(l => l.ToString(CultureInfo.InvariantCulture) + "\n"));

        double Y(double value)
        {
            var share = isLogarithmic ? Math.Log(value / low) / Math.Log(high / low) : (value - low) / (high - low);
            return Top + (Height * (1 - Math.Clamp(share, 0, 1)));
        }
    }
}

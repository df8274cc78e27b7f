using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

/// <summary>Draws losses over epochs as SVG, on a logarithmic scale.</summary>
internal static class LossCurve
{
    private const int Left = 56;
    private const int Top = 40;
    private const int Width = 480;
    private const int Height = 260;

    public static string Draw(params (string Name, string Colour, IReadOnlyList<double> Losses)[] curves)
    {
        var all = curves.SelectMany(curve => curve.Losses).ToArray();
        int low = (int)Math.Floor(Math.Log10(all.Min())), high = (int)Math.Ceiling(Math.Log10(all.Max()));
        double Y(double loss) => Top + (Height * (high - Math.Log10(loss)) / (high - low));
        double X(double epoch, int epochs) => Left + (Width * epoch / Math.Max(epochs - 1, 1));

        var lines = new List<FormattableString>
        {
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Left + Width + 24} {Top + Height + 48}" font-family="system-ui, sans-serif" font-size="12" fill="#334155">""",
            $"""<rect width="100%" height="100%" fill="#ffffff"/>""",
            $"""<text x="{Left}" y="24" font-size="16" font-weight="600" fill="#0f172a">Cross-entropy by epoch</text>""",
        };
        for (var power = low; power <= high; power++)
        {
            var y = Y(Math.Pow(10, power));
            lines.Add($"""<line x1="{Left}" y1="{y:0.##}" x2="{Left + Width}" y2="{y:0.##}" stroke="#e2e8f0"/>""");
            lines.Add($"""<text x="{Left - 8}" y="{y + 4:0.##}" text-anchor="end">{Math.Pow(10, power):0.####}</text>""");
        }
        for (var i = 0; i < curves.Length; i++)
        {
            var (name, colour, losses) = curves[i];
            var points = string.Join(" ", losses.Select((loss, epoch) => FormattableString.Invariant($"{X(epoch, losses.Count):0.##},{Y(loss):0.##}")));
            lines.Add($"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>""");
            lines.Add($"""<rect x="{Left + Width - 110}" y="{Top + 8 + (18 * i)}" width="10" height="10" fill="{colour}"/>""");
            lines.Add($"""<text x="{Left + Width - 94}" y="{Top + 18 + (18 * i)}">{name}</text>""");
        }
        lines.Add($"""<path d="M {Left} {Top} V {Top + Height} H {Left + Width}" fill="none" stroke="#334155"/>""");
        var last = curves[0].Losses.Count;
        for (var tick = 0; tick <= 5; tick++)
        {
            var epoch = Math.Max(last * tick / 5, 1);
            lines.Add($"""<text x="{X(epoch - 1, last):0.##}" y="{Top + Height + 18}" text-anchor="middle">{epoch}</text>""");
        }
        lines.Add($"""<text x="{Left + (Width / 2)}" y="{Top + Height + 38}" text-anchor="middle">Epoch</text>""");
        lines.Add($"</svg>");
        return string.Concat(lines.Select(line => line.ToString(CultureInfo.InvariantCulture) + "\n"));
    }
}

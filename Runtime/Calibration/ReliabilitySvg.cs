using System;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

namespace Logits.Calibration;

/// <summary>Draws a reliability diagram: bars above, and below them how many samples each bin has.</summary>
internal sealed class ReliabilitySvg
{
    private const int Left = 64;
    private const int Top = 56;
    private const int Size = 360;
    private const int Gap = 16;
    private const int CountsHeight = 72;
    private const int CountsTop = Top + Size + Gap;
    private const int CountsBottom = CountsTop + CountsHeight;
    private const int Width = Left + Size + 24;
    private const int Height = CountsBottom + 48;

    private readonly StringBuilder _text = new();

    private ReliabilitySvg()
    {
    }

    public static string Draw(ReliabilityDiagram diagram, string title)
    {
        var svg = new ReliabilitySvg();
        svg.Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="system-ui, sans-serif" font-size="12" fill="#334155">""");
        svg.Line($"""<title>{SecurityElement.Escape(title)}</title>""");
        svg.Line($"""<rect width="{Width}" height="{Height}" fill="#ffffff"/>""");
        svg.Line($"""<text x="{Left}" y="26" font-size="16" font-weight="600" fill="#0f172a">{SecurityElement.Escape(title)}</text>""");
        svg.Line($"""<text x="{Left}" y="44">Expected calibration error {100 * diagram.ExpectedCalibrationError:0.0} % of {diagram.Count} samples</text>""");
        svg.Grid();
        svg.Bars(diagram);
        svg.Line($"""<line x1="{Left}" y1="{Top + Size}" x2="{Left + Size}" y2="{Top}" stroke="#475569" stroke-width="1.5" stroke-dasharray="5 4"/>""");
        svg.Axes(diagram);
        svg.Line($"</svg>");
        return svg._text.ToString();
    }

    private static double X(double share) => Left + (Size * share);

    private static double Y(double share) => Top + (Size * (1 - share));

    private void Grid()
    {
        for (var i = 0; i <= 5; i++)
        {
            var share = i / 5.0;
            Line($"""<line x1="{Left}" y1="{Y(share):0.##}" x2="{Left + Size}" y2="{Y(share):0.##}" stroke="#e2e8f0"/>""");
            Line($"""<text x="{Left - 8}" y="{Y(share) + 4:0.##}" text-anchor="end">{share:0.0}</text>""");
            Line($"""<text x="{X(share):0.##}" y="{CountsBottom + 16}" text-anchor="middle">{share:0.0}</text>""");
        }
    }

    private void Bars(ReliabilityDiagram diagram)
    {
        var most = Math.Max(diagram.Bins.Max(b => b.Count), 1);
        foreach (var bin in diagram.Bins)
        {
            if (bin.Count == 0)
                continue;
            double x = X(bin.Low) + 1, width = (Size * (bin.High - bin.Low)) - 2;
            double low = Math.Min(bin.Accuracy, bin.Confidence), high = Math.Max(bin.Accuracy, bin.Confidence);
            var tall = Math.Max(CountsHeight * (double)bin.Count / most, 1);
            Line($"""<g><title>{bin.Low:0.00} to {bin.High:0.00}: {diagram.ConfidenceLabel.ToLowerInvariant()} {bin.Confidence:0.000}, {diagram.AccuracyLabel.ToLowerInvariant()} {bin.Accuracy:0.000}, {bin.Count} samples</title>""");
            Line($"""<rect x="{x:0.##}" y="{Y(bin.Accuracy):0.##}" width="{width:0.##}" height="{Size * bin.Accuracy:0.##}" fill="#3b82f6"/>""");
            Line($"""<rect x="{x:0.##}" y="{Y(high):0.##}" width="{width:0.##}" height="{Size * (high - low):0.##}" fill="#f97316" fill-opacity="0.45" stroke="#ea580c"/>""");
            Line($"""<rect x="{x:0.##}" y="{CountsBottom - tall:0.##}" width="{width:0.##}" height="{tall:0.##}" fill="#94a3b8"/></g>""");
        }
        Line($"""<text x="{Left - 8}" y="{CountsTop + 10}" text-anchor="end">{most}</text>""");
    }

    private void Axes(ReliabilityDiagram diagram)
    {
        Line($"""<path d="M {Left} {Top} V {Top + Size} H {Left + Size} M {Left} {CountsTop} V {CountsBottom} H {Left + Size}" fill="none" stroke="#334155"/>""");
        Line($"""<text x="{Left + (Size / 2)}" y="{Height - 10}" text-anchor="middle">{diagram.ConfidenceLabel}</text>""");
        Line($"""<text transform="translate(18 {Top + (Size / 2)}) rotate(-90)" text-anchor="middle">{diagram.AccuracyLabel}</text>""");
        Line($"""<text transform="translate(18 {CountsTop + (CountsHeight / 2)}) rotate(-90)" text-anchor="middle">Samples</text>""");
        Line($"""<g transform="translate({Left + 14} {Top + 12})"><rect width="10" height="10" fill="#3b82f6"/><text x="16" y="10">{diagram.AccuracyLabel}</text><rect y="18" width="10" height="10" fill="#f97316" fill-opacity="0.45" stroke="#ea580c"/><text x="16" y="28">Distance from {diagram.ConfidenceLabel.ToLowerInvariant()}</text></g>""");
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

using System;
using Logits;
using Logits.Sampling;

/// <summary>Pictures of digits, drawn here: a little shifted, of changing ink, some of it missing, and with noise.</summary>
internal sealed class Digits
{
    public const int Pixels = Side * Side;

    private const int Side = 12;
    private const int GlyphWidth = 5;
    private const int GlyphHeight = 7;

    private static readonly string[] s_glyphs =
    [
        ".###. #...# #...# #...# #...# #...# .###.",
        "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
        ".###. #...# ....# ..##. .#... #.... #####",
        ".###. #...# ....# ..##. ....# #...# .###.",
        "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
        "##### #.... ####. ....# ....# #...# .###.",
        ".###. #.... #.... ####. #...# #...# .###.",
        "##### ....# ...#. ..#.. ..#.. .#... .#...",
        ".###. #...# #...# .###. #...# #...# .###.",
        ".###. #...# #...# .#### ....# ....# .###.",
    ];

    private readonly float[] _pixels;

    public Digits(int count, Xoshiro256 random)
    {
        var labels = new int[count];
        _pixels = new float[count * Pixels];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (int)(10 * random.NextDouble());
            Draw(s_glyphs[labels[i]], _pixels.AsSpan(i * Pixels, Pixels), random);
        }
        Labels = new ClassIndices(labels);
    }

    public ClassIndices Labels { get; }

    public int Count => Labels.Count;

    public ReadOnlySpan<float> this[int picture] => _pixels.AsSpan(picture * Pixels, Pixels);

    private static void Draw(string glyph, Span<float> pixels, Xoshiro256 random)
    {
        int left = 3 + (int)(3 * random.NextDouble()), top = 2;
        var ink = 0.7 + (0.6 * random.NextDouble());
        for (var y = 0; y < GlyphHeight; y++)
        {
            for (var x = 0; x < GlyphWidth; x++)
            {
                if (glyph[(y * (GlyphWidth + 1)) + x] == '#' && random.NextDouble() > 0.15)
                    pixels[((top + y) * Side) + left + x] = (float)ink;
            }
        }
        foreach (ref var pixel in pixels)
            pixel += (float)(0.5 * ((2 * random.NextDouble()) - 1));
    }
}

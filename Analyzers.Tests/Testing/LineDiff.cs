using System;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The difference of two texts by lines, from their longest common subsequence.</summary>
internal static class LineDiff
{
    public static string Format(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int[,] common = CommonSuffixLengths(before, after);

        var text = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                AppendLine(' ', before[i]);
                i++;
                j++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                AppendLine('-', before[i++]);
            }
            else
            {
                AppendLine('+', after[j++]);
            }
        }

        return text.ToString();

        // A carriage return is made visible: it may be all that differs.
        void AppendLine(char mark, string line) =>
            text.Append(mark).AppendLine(line.Replace("\r", "<CR>", StringComparison.Ordinal));
    }

    /// <summary>The length of the longest common subsequence of before[i..] and after[j..], for each i and j.</summary>
    private static int[,] CommonSuffixLengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i] == after[j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}

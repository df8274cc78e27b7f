namespace Logits.CodeFixes;

/// <summary>Gives the sink the logits: without the conversion where nothing else reads its result, else with the conversion where others read it.</summary>
internal static class PassedLogits
{
    public static Mend? Mend(FindingContext finding, string passKey, string moveKey)
        => (Conversions.Remove(finding, finding.Where) ?? Layers.RemoveFromTraining(finding)) is { } removal
            ? new Mend("Pass the logits", passKey, removal)
            : MovedConversion.Mend(finding, moveKey);
}

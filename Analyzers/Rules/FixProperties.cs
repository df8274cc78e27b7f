namespace Logits.Analyzers.Rules;

/// <summary>The keys of what a diagnostic tells its code fix.</summary>
internal static class FixProperties
{
    /// <summary>How many of the additional locations are places of origin; behind them comes the loss's creation, if there is one.</summary>
    public const string Origins = "origins";

    /// <summary>The kind that arrived, by its name.</summary>
    public const string Kind = "kind";

    /// <summary>The link of what arrived.</summary>
    public const string Link = "link";

    /// <summary>The class axis of what arrived, or the one that the sink works along; absent where neither is known.</summary>
    public const string Axis = "axis";

    /// <summary>How the library's users convert scores to the kind that is needed: C# with {0} for the scores, the axis filled in.</summary>
    public const string Conversion = "conversion";

    /// <summary>How the library's users write the conversion that made what arrived: C# with {0} for its input, the axis filled in.</summary>
    public const string Spelling = "spelling";

    /// <summary>The member beside the sink (or beside the loss's factory) that takes what arrived.</summary>
    public const string Counterpart = "counterpart";

    /// <summary>The parameters of the counterpart, comma separated.</summary>
    public const string CounterpartParameters = "counterpart-parameters";

    /// <summary>The parameter of the sink that the value arrived at.</summary>
    public const string Parameter = "parameter";

    /// <summary>A switch that decided what is needed: <c>from_logits</c>, <c>log_target</c>.</summary>
    public const string Setting = "setting";

    /// <summary>What the switch, or the threshold, would have to be for what arrived.</summary>
    public const string SettingValue = "setting-value";

    /// <summary>The shape of a formula: <c>Softmax</c>, <c>Sigmoid</c>, <c>SigmoidComplement</c>.</summary>
    public const string Formula = "formula";

    /// <summary>Present where the location behind the origins is that of the loss's creation.</summary>
    public const string Loss = "loss";

    /// <summary>Present where the finding marks a call or a creation, and the sink is behind it.</summary>
    public const string Elsewhere = "elsewhere";
}

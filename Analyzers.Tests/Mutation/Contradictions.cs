using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>The one table of what a finding must be called.</summary>
internal static class Contradictions
{
    public const string NormalisedTwice = "LGT1005";

    public const string Annotation = "LGT7002";

    public const string CompiledLoss = "LGT1007";

    public const string OneClass = "LGT3001";

    public const string TaskMismatch = "LGT3002";

    /// <summary>What a sink for one kind says to a prediction of another; null where the two agree.</summary>
    public static string? Id(Kind kind, Link link, Kind neededKind, Link neededLink) => (kind, neededKind) switch
    {
        (Kind.Probabilities, Kind.Logits) => "LGT1001",
        (Kind.Logits, Kind.Probabilities) => "LGT1002",
        (Kind.Logits or Kind.Probabilities, Kind.LogProbabilities) => "LGT1003",
        (Kind.LogProbabilities, Kind.Probabilities) => "LGT1004",
        (Kind.LogProbabilities, Kind.Logits) => "LGT1006",
        (Kind.Logits, Kind.Logits) => null,
        _ => link == neededLink ? null : TaskMismatch,
    };

    /// <summary>What a member that is annotated says to a value of another kind or task that it gives; null where the two agree.</summary>
    public static string? PromisedId(Kind kind, Link link, Kind promisedKind, Link promisedLink) => kind == promisedKind && link == promisedLink ? null : Annotation;

    /// <summary>What the compilation of a Keras model says to an output of another kind or task than its loss was told; null where they agree.</summary>
    public static string? CompiledId(Kind kind, Link link, Kind neededKind, Link neededLink)
        => kind == Kind.Logits
            ? neededKind == Kind.Logits ? null : CompiledLoss
            : link != neededLink ? TaskMismatch
            : kind != neededKind ? CompiledLoss
            : null;
}

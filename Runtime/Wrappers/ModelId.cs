using System;

namespace Logits;

/// <summary>
/// Which model logits come from. The logits of two models have different offsets and scales, so they must not be added, averaged or
/// ranked together; logits carry this name so that the attempt fails. <c>default</c> is a model that is not known, which is never refused.
/// </summary>
public readonly record struct ModelId
{
    /// <summary>A model by its name.</summary>
    /// <param name="name">Any text that tells the models of a program apart, such as a file name with a version; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or white space.</exception>
    public ModelId(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException($"The name was {(name is null ? "null" : $"'{name}'")}; it must tell the models of a program apart.", nameof(name));
        Name = name;
    }

    /// <summary>The name; null for a model that is not known.</summary>
    public string? Name { get; }

    /// <summary>The name, or words that say that there is none.</summary>
    public override string ToString() => Name ?? "(unknown model)";

    /// <summary>The model of what is made of several logits, which must be of one model as far as it is known.</summary>
    /// <param name="models">Those of the logits.</param>
    /// <param name="calibration">The calibration that takes such logits, with its article.</param>
    /// <param name="name">The argument that the logits came as.</param>
    /// <returns>That model, or <c>default</c> where one of them is not known.</returns>
    internal static ModelId Common(ReadOnlySpan<ModelId> models, string calibration, string name)
    {
        ModelId known = default;
        var areKnown = true;
        foreach (var model in models)
        {
            if (model.Name is null)
            {
                areKnown = false;
                continue;
            }
            if (known.Name is not null && model != known)
            {
                throw new ArgumentException(
                    $"The logits were of the models '{known}' and '{model}'; they must be of one model, as each model's logits have an offset and a scale of "
                    + $"their own. Calibrate first: fit {calibration} for each model on labelled data, and combine the probabilities that they give.",
                    name);
            }
            known = model;
        }
        return areKnown ? known : default;
    }
}

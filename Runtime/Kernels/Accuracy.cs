namespace Logits;

/// <summary>
/// How far the results of <see cref="Kernels"/> may be from the truth, in units in the last place (ULP) of the truth, for float and double
/// and every width of registers. The tests hold these very numbers; they are not proved.
/// </summary>
public static class Accuracy
{
    /// <summary>Softmax, for any class count. What is below the smallest normal number may be 0.</summary>
    public const double Softmax = 5;

    /// <summary>
    /// Log-softmax of float; in the last place of 1 where the truth is between 0.2 and 1 away from 0, in its own where it is nearer. What is
    /// nearer than the smallest normal number may be 0.
    /// </summary>
    public const double LogSoftmax = 3;

    /// <summary>Log-softmax of double, likewise.</summary>
    public const double LogSoftmaxOfDouble = 4;

    /// <summary>Log-sum-exp of rows of float, in the last place of 1 where the truth is nearer to 0 than that.</summary>
    public const double LogSumExp = 1.25;

    /// <summary>Log-sum-exp of double, likewise.</summary>
    public const double LogSumExpOfDouble = 5;

    /// <summary>Cross-entropy of a row of float, as <see cref="LogSoftmax"/>.</summary>
    public const double CrossEntropy = 2.5;

    /// <summary>The same where it comes with its gradient.</summary>
    public const double CrossEntropyWithGradient = 3.5;

    /// <summary>Cross-entropy of a row of double, with its gradient or without.</summary>
    public const double CrossEntropyOfDouble = 4;

    /// <summary>
    /// Cross-entropy of rows of float where the target is spread (dense targets, class weights, label smoothing), with its gradient or
    /// without; in the last place of the sum of the targets where the truth is between 0.2 and 1 times that, in its own elsewhere.
    /// </summary>
    public const double CrossEntropyOfTargets = 3.5;

    /// <summary>The same of double.</summary>
    public const double CrossEntropyOfTargetsOfDouble = 5;

    /// <summary>
    /// The gradient of cross-entropy with labels, without class weights and label smoothing; at the label in the last place of the target where
    /// the truth is more than 0.2 of that. What is below the smallest normal number may be 0.
    /// </summary>
    public const double CrossEntropyGradient = 6;

    /// <summary>
    /// The gradient of cross-entropy where the target is spread, softmax * sum(targets) - target, in the last place of the larger one, as
    /// their difference may cancel. What is below the smallest normal number, with its weight or without, may be 0.
    /// </summary>
    public const double CrossEntropyGradientOfTargets = 7;

    /// <summary>The logistic function.</summary>
    public const double Sigmoid = 1.75;

    /// <summary>Log-sigmoid and softplus.</summary>
    public const double LogSigmoid = 2;

    /// <summary>Binary cross-entropy of one logit.</summary>
    public const double BinaryCrossEntropy = 2.5;

    /// <summary>The same where the positive label weighs more or less.</summary>
    public const double WeightedBinaryCrossEntropy = 4;

    /// <summary>
    /// The gradient of binary cross-entropy, (1 - target) * sigmoid(x) - weight * target * sigmoid(-x), in the last place of the larger
    /// one, as their difference may cancel.
    /// </summary>
    public const double BinaryCrossEntropyGradient = 5;

    /// <summary>The logit of a probability.</summary>
    public const double Logit = 3;

    /// <summary>Entropy and Kullback-Leibler divergence of rows of float, in the last place of 1 where the truth is nearer to 0 than that.</summary>
    public const double Entropy = 4;

    /// <summary>Entropy and Kullback-Leibler divergence of rows of double, likewise.</summary>
    public const double EntropyOfDouble = 12;

    /// <summary>Any of these for <see cref="System.Half"/>, which is computed in float and rounded once.</summary>
    public const double Half = 1;
}

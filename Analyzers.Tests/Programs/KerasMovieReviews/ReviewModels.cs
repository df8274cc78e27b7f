using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.KerasApi;

namespace KerasMovieReviews;

/// <summary>Two ways of judging a review.</summary>
internal static class ReviewModels
{
    private static readonly ILayersApi layers = keras.layers;

    /// <summary>Word after word; the last layer returns a probability.</summary>
    public static IModel Recurrent(int words) => keras.Sequential(
        layers.Embedding(words, 32),
        layers.Bidirectional(layers.LSTM(32)),
        layers.Dense(16, activation: "relu"),
        /*@tail-layer Probabilities Sigmoid other-file*/ layers.Dense(1, activation: "sigmoid"));

    /// <summary>All words at once; the last layer returns a logit.</summary>
    public static IModel Averaging(int words)
    {
        var inputs = keras.Input(shape: 200);
        var x = layers.Embedding(words, 16).Apply(inputs);
        x = layers.GlobalAveragePooling1D().Apply(x);
        x = layers.Dropout(0.2f).Apply(x);
        return keras.Model(inputs, /*@tail-layer Logits Sigmoid other-file*/ layers.Dense(1).Apply(x));
    }
}

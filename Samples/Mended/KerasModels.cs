using System.Collections.Generic;
using Tensorflow;
using Tensorflow.Keras;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Mended;

/// <summary>Keras models whose last layer and whose loss say the same.</summary>
internal static class KerasModels
{
    public static void Digits()
    {
        var model = keras.Sequential(new List<ILayer>
        {
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation: "relu"),
            keras.layers.Dense(10, activation: "softmax"),
        });
        model.compile(
            optimizer: keras.optimizers.Adam(),
            loss: keras.losses.SparseCategoricalCrossentropy(from_logits: false),
            metrics: new[] { "accuracy" });
    }

    public static void Sentiment()
    {
        var inputs = keras.Input(shape: 200);
        var hidden = keras.layers.Dense(16, activation: "relu").Apply(inputs);
        var outputs = keras.layers.Dense(1).Apply(hidden);
        var model = keras.Model(inputs, outputs);
        model.compile(
            keras.optimizers.Adam(),
            keras.losses.BinaryCrossentropy(from_logits: true),
            new[] { "accuracy" });
    }

    public static void OneUnit()
    {
        var model = keras.Sequential();
        model.add(keras.layers.Dense(16, activation: "relu"));
        model.add(keras.layers.Dense(1, activation: "sigmoid"));
        model.compile(keras.optimizers.Adam(), keras.losses.MeanSquaredError());
    }

    public static Tensor CustomLoop(Tensor images, Tensor labels)
    {
        var scores = keras.layers.Dense(10).Apply(images);
        return tf.nn.softmax_cross_entropy_with_logits(labels, scores);
    }
}

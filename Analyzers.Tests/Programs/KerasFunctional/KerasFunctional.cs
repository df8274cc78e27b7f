using System;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Examples;

/// <summary>A functional model whose last layer is a softmax, with the default of from_logits.</summary>
internal static class KerasFunctional
{
    public static IModel Build()
    {
        var inputs = keras.Input(shape: 784);
        var outputs = keras.layers.Dense(64, activation: keras.activations.Relu).Apply(inputs);
        outputs = keras.layers.Dropout(0.2f).Apply(outputs);
        outputs = keras.layers.Dense(10).Apply(outputs);
        outputs = keras.layers.Softmax(axis: 1).Apply(outputs);
        var model = keras.Model(inputs, outputs, name: "mnist_model");
        model.summary();
        model.compile(
            loss: /*@loss Probabilities Softmax same-member*/ keras.losses.CategoricalCrossentropy(),
            optimizer: keras.optimizers.Adam(learning_rate: 0.001f),
            metrics: new[] { "accuracy" });
        return model;
    }
}

using System;
using System.Collections.Generic;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Examples;

/// <summary>Logits and from_logits: true; the softmax is applied where probabilities are shown.</summary>
internal sealed class KerasDigits
{
    private IModel _model;

    public void Build()
    {
        _model = keras.Sequential(new List<ILayer>
        {
            keras.layers.Rescaling(1.0f / 255, input_shape: (28, 28, 1)),
            keras.layers.Conv2D(16, 3, padding: "same", activation: keras.activations.Relu),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation: keras.activations.Relu),
            /*@tail-layer Logits Softmax same-member*/ keras.layers.Dense(10),
        });
        _model.compile(
            optimizer: keras.optimizers.Adam(),
            loss: /*@loss Logits Softmax same-member*/ keras.losses.SparseCategoricalCrossentropy(from_logits: true),
            metrics: new[] { "accuracy" });
    }

    public Tensor Predict(Tensor image)
    {
        Tensor logits = _model.predict(image);
        return tf.nn.softmax(logits);
    }

    public static void Binary()
    {
        var model = keras.Sequential();
        model.add(keras.layers.Dense(16, activation: "relu"));
        model.add(/*@tail-layer Probabilities Sigmoid same-member*/ keras.layers.Dense(1, activation: "sigmoid"));
        model.compile(keras.optimizers.RMSprop(), /*@loss Probabilities Sigmoid same-member*/ keras.losses.BinaryCrossentropy(), new[] { "accuracy" });
    }
}

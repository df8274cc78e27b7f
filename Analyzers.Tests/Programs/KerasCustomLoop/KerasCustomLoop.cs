using System;
using Tensorflow;
using Tensorflow.Keras;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Examples;

/// <summary>A custom training loop: logits into the tf.nn losses, argmax of the logits for the accuracy.</summary>
internal static class KerasCustomLoop
{
    public static float Step(Tensor images, Tensor labels)
    {
        var hidden = keras.layers.Dense(64, activation: "relu");
        var head = keras.layers.Dense(10);
        using var tape = tf.GradientTape();
        Tensor logits = /*@tail Logits Softmax same-member*/ head.Apply(hidden.Apply(images));

        // Silence: loss that applies the softmax itself
        var loss = tf.reduce_mean(/*@loss Logits Softmax same-member*/ tf.nn.sparse_softmax_cross_entropy_with_logits(labels: labels, logits: logits));
        var correct = tf.equal(tf.math.argmax(logits, 1), tf.cast(labels, tf.int64));
        print(correct);
        return (float)loss;
    }

    public static Tensor Binary(Tensor features, Tensor labels)
    {
        Tensor logit = /*@tail Logits Sigmoid same-member*/ keras.layers.Dense(1).Apply(features);
        var loss = /*@loss Logits Sigmoid same-member*/ tf.nn.sigmoid_cross_entropy_with_logits(labels: labels, logits: logit);
        var probability = tf.sigmoid(logit);
        print(probability > 0.5f);
        return loss;
    }
}

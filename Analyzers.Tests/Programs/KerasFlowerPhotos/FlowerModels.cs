// Structure: SciSharp/SciSharp-Stack-Examples, ImageProcessing/ImageClassificationKeras.cs, with the models in a factory
using System.Collections.Generic;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace KerasFlowerPhotos;

/// <summary>The networks, not yet compiled.</summary>
internal static class FlowerModels
{
    /// <summary>Returns scores.</summary>
    public static Model Convolutional(Shape image, int num_classes)
    {
        var layers = keras.layers;
        return keras.Sequential(new List<ILayer>
        {
            layers.Rescaling(1.0f / 255, input_shape: (image.dims[0], image.dims[1], 3)),
            layers.Conv2D(16, 3, padding: "same", activation: keras.activations.Relu),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding: "same", activation: keras.activations.Relu),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(128, activation: keras.activations.Relu),
            /*@tail-layer Logits Softmax other-file*/ layers.Dense(num_classes),
        });
    }

    /// <summary>Returns probabilities.</summary>
    public static Sequential Small(int num_classes)
    {
        var model = keras.Sequential();
        model.add(keras.layers.Rescaling(1.0f / 255));
        model.add(keras.layers.Conv2D(8, 5, strides: 2, activation: "relu"));
        model.add(keras.layers.GlobalAveragePooling2D());
        model.add(/*@tail-layer Probabilities Softmax other-file*/ keras.layers.Dense(num_classes, activation: "softmax"));
        return model;
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasTransferLearning;

/// <summary>What the user chose.</summary>
internal sealed record Choices(string BasePath, string Pictures, int Classes, float LearningRate = 1e-4f);

/// <summary>A new head over a network that has seen a million pictures; first the head alone learns, then all.</summary>
internal sealed class Recognizer
{
    private readonly Choices _choices;
    private readonly IModel _base;
    private readonly IModel _model;

    public Recognizer(Choices choices)
    {
        _choices = choices;
        _base = keras.models.load_model(choices.BasePath);
        _model = WithHead(_base);
    }

    public void Learn(IDatasetV2 pictures)
    {
        Compile(_choices.LearningRate, keras.losses.CategoricalCrossentropy());
        _model.fit(pictures, epochs: 10);

        Compile(_choices.LearningRate / 10, keras.losses.CategoricalCrossentropy());
        _model.fit(pictures, epochs: 5);
        _model.save("recognizer");
    }

    public IEnumerable<(int Class, float Probability)> Recognize(Tensor picture)
    {
        Tensor probabilities = _model.predict(picture);
        var row = probabilities.numpy().ToArray<float>();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] > 0.25f)
            {
                yield return (i, row[i]);
            }
        }
    }

    private void Compile(float learningRate, ILossFunc loss) => _model.compile(keras.optimizers.Adam(learningRate), loss, new[] { "accuracy" });

    private IModel WithHead(IModel trunk)
    {
        var inputs = keras.Input(shape: (160, 160, 3));
        var x = keras.layers.Rescaling(1f / 127.5f, offset: -1).Apply(inputs);
        x = trunk.Apply(x, training: false);
        x = keras.layers.GlobalAveragePooling2D().Apply(x);
        x = keras.layers.Dropout(0.2f).Apply(x);
        var outputs = /*@tail-layer Probabilities Softmax helper*/ keras.layers.Dense(_choices.Classes, activation: "softmax").Apply(x);
        return keras.Model(inputs, outputs, name: "recognizer");
    }
}

internal static class Program
{
    private static void Main(string[] args)
    {
        var choices = new Choices(BasePath: args[0], Pictures: args[1], Classes: Directory.GetDirectories(args[1]).Length);
        var pictures = keras.preprocessing.image_dataset_from_directory(choices.Pictures, label_mode: "categorical", image_size: (160, 160));
        var recognizer = new Recognizer(choices);
        recognizer.Learn(pictures);
        foreach (var (image, _) in pictures.take(1))
        {
            foreach (var (index, probability) in recognizer.Recognize(image))
            {
                Console.WriteLine($"{pictures.class_names[index]}: {probability:P0}");
            }
        }
    }
}

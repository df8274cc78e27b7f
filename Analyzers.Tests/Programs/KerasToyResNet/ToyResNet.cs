// Structure: SciSharp/SciSharp-Stack-Examples, ImageProcessing/ToyResNet.cs: BuildModel, PrepareData and Train of an example class
using System.Linq;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Utils;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasToyResNet;

public abstract class Example
{
    protected IModel model;

    public bool Run()
    {
        PrepareData();
        BuildModel();
        Train();
        return Accuracy() > 0.22;
    }

    public abstract void PrepareData();

    public abstract void BuildModel();

    public abstract void Train();

    protected abstract double Accuracy();
}

/// <summary>Blocks of convolutions, each added to what it was given.</summary>
public sealed class ToyResNet : Example
{
    private NDArray x_train, y_train;
    private NDArray x_test, y_test;
    private ICallback result;

    public override void PrepareData()
    {
        ((x_train, y_train), (x_test, y_test)) = keras.datasets.cifar10.load_data();
        x_train = x_train / 255.0f;
        x_test = x_test / 255.0f;
        y_train = np_utils.to_categorical(y_train, 10);
        y_test = np_utils.to_categorical(y_test, 10);
    }

    public override void BuildModel()
    {
        var layers = keras.layers;
        var inputs = keras.Input(shape: (32, 32, 3), name: "img");
        var x = layers.Conv2D(32, 3, activation: "relu").Apply(inputs);
        x = layers.Conv2D(64, 3, activation: "relu").Apply(x);
        var block = layers.MaxPooling2D(3).Apply(x);

        foreach (var _ in range(2))
        {
            x = layers.Conv2D(64, 3, activation: "relu", padding: "same").Apply(block);
            x = layers.Conv2D(64, 3, activation: "relu", padding: "same").Apply(x);
            block = layers.Add().Apply(new Tensors(x, block));
        }

        x = layers.Conv2D(64, 3, activation: "relu").Apply(block);
        x = layers.GlobalAveragePooling2D().Apply(x);
        x = layers.Dense(256, activation: "relu").Apply(x);
        x = layers.Dropout(0.5f).Apply(x);
        var outputs = /*@tail-layer Logits Softmax same-member*/ layers.Dense(10).Apply(x);

        model = keras.Model(inputs, outputs, name: "toy_resnet");
        model.summary();
        model.compile(
            optimizer: keras.optimizers.RMSprop(1e-3f),
            loss: /*@loss Logits Softmax same-member*/ keras.losses.CategoricalCrossentropy(from_logits: true),
            metrics: new[] { "accuracy" });
    }

    public override void Train()
    {
        result = model.fit(x_train[new Slice(0, 2000)], y_train[new Slice(0, 2000)], batch_size: 64, epochs: 3, validation_split: 0.2f);
        model.evaluate(x_test, y_test, verbose: 2);
    }

    protected override double Accuracy() => result.history["accuracy"].Last();
}

public static class Program
{
    public static void Main() => print(new ToyResNet().Run() ? "learned" : "did not learn");
}

// Structure: SciSharp/SciSharp-Stack-Examples, ImageProcessing/MnistCnnKerasSubclass.cs: a Model subclass, run_optimization under a tape
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasSubclassedDigits;

public class ConvNetArgs : ModelArgs
{
    public int NumClasses { get; set; }
}

public class ConvNet : Model
{
    private readonly ILayer conv1;
    private readonly ILayer maxpool1;
    private readonly ILayer conv2;
    private readonly ILayer maxpool2;
    private readonly ILayer flatten;
    private readonly ILayer fc1;
    private readonly ILayer dropout;
    private readonly ILayer output;

    public ConvNet(ConvNetArgs args)
        : base(args)
    {
        var layers = keras.layers;
        conv1 = layers.Conv2D(32, kernel_size: 5, activation: keras.activations.Relu);
        maxpool1 = layers.MaxPooling2D(2, strides: 2);
        conv2 = layers.Conv2D(64, kernel_size: 3, activation: keras.activations.Relu);
        maxpool2 = layers.MaxPooling2D(2, strides: 2);
        flatten = layers.Flatten();
        fc1 = layers.Dense(1024);
        dropout = layers.Dropout(rate: 0.5f);
        output = /*@tail-layer Logits Softmax other-file*/ layers.Dense(args.NumClasses);
        StackLayers(conv1, maxpool1, conv2, maxpool2, flatten, fc1, dropout, output);
    }

    /// <summary>Scores while training, probabilities else.</summary>
    protected override Tensors Call(Tensors inputs, Tensors state = null, bool? training = null, Tensorflow.Common.Types.IOptionalArgs optional_args = null)
    {
        inputs = tf.reshape(inputs, (-1, 28, 28, 1));
        inputs = conv1.Apply(inputs);
        inputs = maxpool1.Apply(inputs);
        inputs = conv2.Apply(inputs);
        inputs = maxpool2.Apply(inputs);
        inputs = flatten.Apply(inputs);
        inputs = fc1.Apply(inputs);
        inputs = dropout.Apply(inputs, training: training);
        inputs = output.Apply(inputs);

        // Silence: activation outside of training
        if (!training.Value)
        {
            inputs = tf.nn.softmax(inputs);
        }

        return inputs;
    }
}

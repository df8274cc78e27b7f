using System;
using System.Linq;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasSubclassedDigits;

public class Training
{
    private const int DisplayStep = 10;

    private IDatasetV2 train_data;
    private NDArray x_test, y_test, x_train, y_train;

    public static void Main()
    {
        tf.enable_eager_execution();
        var training = new Training();
        training.PrepareData();
        print($"Test Accuracy: {training.Train()}");
    }

    private void PrepareData()
    {
        ((x_train, y_train), (x_test, y_test)) = keras.datasets.mnist.load_data();
        (x_train, x_test) = (x_train / 255.0f, x_test / 255.0f);
        train_data = tf.data.Dataset.from_tensor_slices(x_train, y_train);
        train_data = train_data.repeat().shuffle(5000).batch(128).prefetch(1).take(100);
    }

    private float Train()
    {
        var conv_net = new ConvNet(new ConvNetArgs { NumClasses = 10 });
        var optimizer = keras.optimizers.Adam(0.001f);

        // Note that this applies the softmax to the logits.
        Func<Tensor, Tensor, Tensor> cross_entropy_loss = (x, y) =>
        {
            y = tf.cast(y, tf.int64);
            var loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels: y, logits: x);
            return tf.reduce_mean(loss);
        };

        foreach (var (step, (batch_x, batch_y)) in enumerate(train_data, 1))
        {
            var loss = run_optimization(conv_net, optimizer, cross_entropy_loss, batch_x, batch_y);
            if (step % DisplayStep == 0)
            {
                var pred = conv_net.Apply(batch_x, training: false);
                print($"step: {step}, loss: {(float)loss}, accuracy: {(float)accuracy(pred, batch_y)}");
            }
        }

        return (float)accuracy(conv_net.Apply(x_test, training: false), y_test);
    }

    private static Tensor run_optimization(ConvNet conv_net, IOptimizer optimizer, Func<Tensor, Tensor, Tensor> cross_entropy_loss, Tensor x, Tensor y)
    {
        using var g = tf.GradientTape();
        var pred = conv_net.Apply(x, training: true);
        var loss = cross_entropy_loss(pred, y);
        var gradients = g.gradient(loss, conv_net.TrainableVariables);
        optimizer.apply_gradients(zip(gradients, conv_net.TrainableVariables.Select(v => v as ResourceVariable)));
        return loss;
    }

    private static Tensor accuracy(Tensor y_pred, Tensor y_true)
    {
        var correct_prediction = tf.equal(tf.math.argmax(y_pred, 1), tf.cast(y_true, tf.int64));
        return tf.reduce_mean(tf.cast(correct_prediction, tf.float32), axis: -1);
    }
}

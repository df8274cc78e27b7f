using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasSpamFilter;

/// <summary>Whether a mail is wanted: two classes, a unit for each.</summary>
internal static class Program
{
    private static void Main()
    {
        var mails = np.random.randn(1000, 300);
        var spam = np.random.randint(0, 2, 1000);

        var model = Build();
        model.fit(mails, spam, batch_size: 32, epochs: 4);

        Tensor chances = model.predict(mails);
        print(tf.math.argmax(chances, 1));
    }

    private static IModel Build()
    {
        // Silence: two softmax units with a categorical loss
        var model = keras.Sequential(
            keras.layers.Dense(32, activation: "relu"),
            keras.layers.Dropout(0.3f),
            /*@tail-layer Probabilities Softmax same-member twounits*/ keras.layers.Dense(2, activation: "softmax"));
        model.compile(keras.optimizers.Adam(), /*@loss Probabilities Softmax same-member twounits*/ keras.losses.SparseCategoricalCrossentropy(), new[] { "accuracy" });
        return model;
    }
}

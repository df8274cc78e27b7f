using System;
using System.Collections.Generic;
using KerasMovieReviews;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

const int Words = 10000;

tf.enable_eager_execution();
var ((x_train, y_train), (x_test, y_test)) = keras.datasets.imdb.load_data(num_words: Words, maxlen: 200);

var reading = ReviewModels.Recurrent(Words);
Compile(reading, /*@loss Probabilities Sigmoid other-file*/ keras.losses.BinaryCrossentropy(from_logits: false));
Fit(reading);

var counting = ReviewModels.Averaging(Words);
Compile(counting, /*@loss Logits Sigmoid other-file*/ keras.losses.BinaryCrossentropy(from_logits: true));
Fit(counting);

Tensor read = reading.predict(x_test);
Tensor counted = counting.predict(x_test);

// A probability is compared with one half, a logit with zero.
var both = tf.logical_and(read > 0.5f, counted > 0f);
print($"{tf.reduce_sum(tf.cast(both, tf.int32)).numpy()} reviews praise, both say");

void Compile(IModel model, ILossFunc loss) => model.compile(keras.optimizers.Adam(), loss, new[] { "accuracy" });

void Fit(IModel model)
{
    model.fit(x_train, y_train, batch_size: 512, epochs: 10, validation_split: 0.4f);
    foreach (var (name, value) in model.evaluate(x_test, y_test))
    {
        Console.WriteLine($"{name}: {value:F3}");
    }
}

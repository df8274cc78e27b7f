using System.Linq;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasFlowerPhotos;

internal sealed class Program
{
    private readonly Shape _imageSize = (180, 180);
    private readonly string _directory;
    private IDatasetV2 _training, _validation;

    private Program(string directory) => _directory = directory;

    private static void Main(string[] args)
    {
        var program = new Program(args.FirstOrDefault() ?? "flower_photos");
        program.PrepareData();
        program.TrainBoth();
    }

    private void PrepareData()
    {
        _training = keras.preprocessing.image_dataset_from_directory(_directory, validation_split: 0.2f, subset: "training", seed: 123, image_size: _imageSize, batch_size: 32);
        _validation = keras.preprocessing.image_dataset_from_directory(_directory, validation_split: 0.2f, subset: "validation", seed: 123, image_size: _imageSize, batch_size: 32);
        _training = _training.cache().shuffle(1000).prefetch(buffer_size: -1);
        _validation = _validation.cache().prefetch(buffer_size: -1);
    }

    private void TrainBoth()
    {
        var large = FlowerModels.Convolutional(_imageSize, _training.class_names.Length);
        large.compile(
            optimizer: keras.optimizers.Adam(),
            loss: /*@loss Logits Softmax other-file*/ keras.losses.SparseCategoricalCrossentropy(from_logits: true),
            metrics: new[] { "accuracy" });
        large.summary();
        large.fit(_training, validation_data: _validation, epochs: 10);

        var small = FlowerModels.Small(_training.class_names.Length);
        small.compile(keras.optimizers.SGD(0.01f), /*@loss Probabilities Softmax other-file*/ keras.losses.SparseCategoricalCrossentropy(from_logits: false), new[] { "accuracy" });
        small.fit(_training, validation_data: _validation, epochs: 10);

        foreach (var (image, label) in _validation.take(1))
        {
            // Silence: softmax at inference
            Tensor scores = large.predict(image);
            var certain = tf.nn.softmax(scores);
            Tensor quick = small.predict(image);
            print($"{tf.math.argmax(scores, 1).numpy()}, certain by {tf.reduce_max(certain, 1).numpy()}; {tf.math.argmax(quick, 1).numpy()}, certain by {tf.reduce_max(quick, 1).numpy()}; in truth {label.numpy()}");
        }
    }
}

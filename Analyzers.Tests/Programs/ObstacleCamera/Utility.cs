using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace ObstacleCamera
{
    public static class Utility
    {
        private static readonly Random _random = new Random(0);

        /// <summary>Shuffled, and stacked into batches.</summary>
        public static (Tensor input, Tensor output)[] GetBatch(List<(Tensor input, Tensor output)> dataset, int batchSize)
        {
            return dataset
                .OrderBy(_ => _random.Next())
                .Chunk(batchSize)
                .Select(chunk => (stack(chunk.Select(item => item.input)), stack(chunk.Select(item => item.output))))
                .ToArray();
        }
    }

    public class Camera
    {
        private readonly MLModel _model = new MLModel(new[] { 64, 64 }, 3);
        private readonly List<(Tensor input, Tensor output)> _examples = new List<(Tensor, Tensor)>();

        public void Remember(Tensor image, long label) => _examples.Add((image.unsqueeze(0), tensor(label)));

        public void Learn() => _model.TrainOnBatch(_examples, epochCount: 10, batchSize: 16);

        public bool MustStop(Tensor image)
        {
            var (index, probability) = _model.Predict(image.unsqueeze(0));
            return index == 2 && probability > 0.8f;
        }
    }
}

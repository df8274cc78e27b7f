// Structure: kkaneko1090/TorchSharpSupervisedLearning: a model that trains itself (TrainOnBatch) and predicts (Predict)
using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace ObstacleCamera
{
    /// <summary>
    /// Two convolutions and two affine layers; what is in front of the camera.
    /// </summary>
    public class MLModel : Module<Tensor, Tensor>
    {
        #region Fields
        private Conv2d _conv1;
        private Conv2d _conv2;
        private Linear _linear1;
        private Linear _linear2;
        private int _hiddenLayerSize = 32;
        private Device _device = CPU;
        #endregion

        /// <param name="inputSize">height and width of the image</param>
        /// <param name="outputSize">number of the classes</param>
        public MLModel(int[] inputSize, int outputSize) : base("CNN")
        {
            // A dummy image tells how many features the convolutions leave.
            Tensor dummy = zeros([inputSize[0], inputSize[1]]).unsqueeze(0).unsqueeze(0);
            _conv1 = Conv2d(in_channels: 1, out_channels: 16, kernel_size: 8, stride: 2);
            _conv2 = Conv2d(in_channels: 16, out_channels: 16, kernel_size: 8, stride: 2);
            dummy = _conv1.forward(dummy);
            dummy = _conv2.forward(dummy);
            dummy = flatten(dummy, start_dim: 1);
            _linear1 = Linear(inputSize: dummy.shape[1], outputSize: _hiddenLayerSize);
            _linear2 = Linear(inputSize: _hiddenLayerSize, outputSize: outputSize);
            RegisterComponents();

            if (cuda.is_available()) _device = CUDA;
            this.to(_device);
        }

        public override Tensor forward(Tensor input)
        {
            var x = relu(_conv1.forward(input));
            x = relu(_conv2.forward(x));
            x = flatten(x, start_dim: 1);
            x = relu(_linear1.forward(x));
            x = /*@tail Logits Softmax class*/ _linear2.forward(x);
            return x;
        }

        /// <summary>
        /// Learns from all examples, several times.
        /// </summary>
        public void TrainOnBatch(List<(Tensor input, Tensor output)> dataset, int epochCount, int batchSize)
        {
            var optimizer = optim.Adam(parameters: this.parameters(), lr: 0.001);
            var loss = /*@loss Logits Softmax class*/ CrossEntropyLoss();

            for (int epoch = 0; epoch < epochCount; epoch++)
            {
                var batches = Utility.GetBatch(dataset, batchSize);
                for (int batch = 0; batch < batches.Length; batch++)
                {
                    var input = batches[batch].input.to(_device);
                    var output = batches[batch].output.to(_device);

                    optimizer.zero_grad();
                    var predicted = this.forward(input);
                    var error = loss.forward(predicted, output);
                    error.backward();
                    optimizer.step();

                    Console.WriteLine(error.ToSingle());
                }

                GC.Collect();
            }
        }

        /// <summary>
        /// The likeliest class of one image.
        /// </summary>
        public (int index, float probability) Predict(Tensor input)
        {
            // Silence: softmax at inference
            Tensor output = softmax(this.forward(input.unsqueeze(0).to(_device)), dim: 1).squeeze(0);
            float[] array = new float[output.shape[0]];
            for (int i = 0; i < array.Length; i++) array[i] = output[i].ToSingle();
            int maxIndex = 0;
            for (int i = 1; i < array.Length; i++)
                if (array[i] > array[maxIndex]) maxIndex = i;
            return (maxIndex, array[maxIndex]);
        }
    }
}

// Structure: williamlzw/PaddleOcrForTorchSharp: a recognition net, a converter between text and indexes, an engine over both
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PlateReader
{
    public class RecognitionNet : Module<Tensor, Tensor>
    {
        private readonly Sequential backbone;
        private readonly GRU rnn;
        private readonly Linear head;

        public RecognitionNet(int numOfClass, int hidden = 128) : base("rec")
        {
            backbone = Sequential(
                Conv2d(1, 32, 3, padding: 1), ReLU(), MaxPool2d(2),
                Conv2d(32, 64, 3, padding: 1), ReLU(), MaxPool2d(2),
                Conv2d(64, 128, 3, padding: 1), BatchNorm2d(128), ReLU(), AdaptiveAvgPool2d((1, 40)));
            rnn = GRU(128, hidden, numLayers: 2, bidirectional: true);
            head = Linear(hidden * 2, numOfClass);
            RegisterComponents();
        }

        /// <returns>(T, N, C): per column of the plate and per character its log-probability</returns>
        public override Tensor forward(Tensor image)
        {
            var columns = backbone.forward(image).squeeze(2).permute(2, 0, 1);
            var (sequence, _) = rnn.call(columns);
            return /*@tail LogProbabilities Softmax other-file*/ functional.log_softmax(head.forward(sequence), 2);
        }
    }
}

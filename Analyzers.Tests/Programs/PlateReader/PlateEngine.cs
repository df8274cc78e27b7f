using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PlateReader
{
    public class PlateEngine
    {
        private readonly RecognitionNet m_recModel;
        private readonly IConverter m_converter;
        private readonly Device m_device;

        public PlateEngine(string characters, bool useGpu)
        {
            var converter = new CtcLabelConverter(characters);
            m_device = torch.device(useGpu ? "cuda:0" : "cpu");
            m_recModel = new RecognitionNet(converter.NumOfClass);
            m_recModel.to(m_device);
            m_converter = converter;
        }

        public void Train(IEnumerable<(Tensor Plates, List<string> Texts)> batches)
        {
            // Silence: CTC of log-probabilities
            var criterion = CTCLoss(blank: 0, zero_infinity: true);
            using var optimizer = optim.RMSProp(m_recModel.parameters(), 1e-4);
            m_recModel.train();
            foreach (var (plates, texts) in batches)
            {
                var logProbabilities = m_recModel.forward(plates.to(m_device));
                var (targets, targetLengths) = m_converter.Encode(texts);
                var inputLengths = full(plates.shape[0], logProbabilities.shape[0], dtype: ScalarType.Int64);
                var loss = criterion.forward(logProbabilities, targets.to(m_device), inputLengths, targetLengths);
                optimizer.zero_grad();
                loss.backward();
                nn.utils.clip_grad_norm_(m_recModel.parameters(), 5);
                optimizer.step();
                Console.WriteLine(loss.ToSingle());
            }
        }

        /// <summary>Single characters, cut out by hand, teach the same net before whole plates do.</summary>
        public void Pretrain(IEnumerable<(Tensor Glyphs, Tensor Labels)> batches)
        {
            var criterion = /*@loss LogProbabilities Softmax other-file*/ NLLLoss();
            using var optimizer = optim.Adam(m_recModel.parameters());
            foreach (var (glyphs, labels) in batches)
            {
                var middle = m_recModel.forward(glyphs.to(m_device))[20];
                var loss = criterion.forward(middle, labels.to(m_device));
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }
        }

        public List<string> Read(Tensor plates, float minimum)
        {
            m_recModel.eval();
            using var _ = no_grad();
            return m_converter.Decode(m_recModel.forward(plates.to(m_device)).cpu())
                .Where(plate => plate.Item2 > minimum)
                .Select(plate => plate.Item1)
                .ToList();
        }
    }
}

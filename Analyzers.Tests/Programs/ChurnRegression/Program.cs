using System;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ChurnRegression
{
    /// <summary>Logistic regression: one weight per feature.</summary>
    internal sealed class LogisticRegression : Module<Tensor, Tensor>
    {
        private readonly Linear _weights;

        public LogisticRegression(long features) : base("logistic")
        {
            _weights = Linear(features, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => /*@tail Logits Sigmoid other-file*/ _weights.forward(x).squeeze(-1);
    }

    internal class Program
    {
        private static void Main()
        {
            var (x, y) = (randn(1000, 12), rand(1000).round());
            var model = new LogisticRegression(12);
            IModelTrainer trainer = new ModelTrainer(model, optim.LBFGS(model.parameters(), 0.1), /*@loss Logits Sigmoid other-file*/ BCEWithLogitsLoss());
            trainer.Fit(x, y, epochs: 50);
            Console.WriteLine($"loss {trainer.Evaluate(x, y):F4}");

            using var _ = no_grad();
            var scores = model.forward(x);

            // Silence: logit against zero
            var churns = scores > 0;
            Console.WriteLine($"accuracy {churns.eq(y.to_type(ScalarType.Bool)).to_type(ScalarType.Float32).mean().item<float>():P1}");

            // Silence: area under the curve of logits
            Console.WriteLine($"area under the curve {AreaUnderCurve(scores.data<float>().ToArray(), y.data<float>().ToArray()):F3}");

            // Silence: ranking by the logits of one model
            var (_, ranking) = scores.sort(descending: true);
            Console.WriteLine("call first: " + string.Join(", ", ranking.data<long>().ToArray().Take(10)));

            var (_, likeliest) = scores.topk(5);
            Console.WriteLine("in danger: " + string.Join(", ", likeliest.data<long>().ToArray().Zip(sigmoid(scores[likeliest]).data<float>().ToArray(), (id, p) => $"{id} ({p:P0})")));
        }

        /// <summary>The share of pairs of a leaver and a stayer whose order the scores get right.</summary>
        private static double AreaUnderCurve(float[] scores, float[] labels)
        {
            double right = 0, pairs = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                for (int j = 0; j < scores.Length; j++)
                {
                    if (labels[i] > labels[j])
                    {
                        pairs++;
                        right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    }
                }
            }

            return right / pairs;
        }
    }
}

using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;

namespace ChurnRegression
{
    internal class ModelTrainer : IModelTrainer
    {
        private const int BatchSize = 32;

        private readonly Module<Tensor, Tensor> _model;

        public Optimizer Optimizer { get; set; }

        public Loss<Tensor, Tensor, Tensor> Loss { get; set; }

        public ModelTrainer(Module<Tensor, Tensor> model, Optimizer optim, Loss<Tensor, Tensor, Tensor> loss)
        {
            _model = model;
            Optimizer = optim;
            Loss = loss;
        }

        public void Fit(Tensor x, Tensor y, int epochs)
        {
            _model.train();
            for (int i = 0; i < epochs; i++)
            {
                foreach (var (bx, by) in Batches(x, y))
                {
                    Tensor output = Loss.forward(_model.forward(bx), by);
                    _model.zero_grad();
                    output.backward();
                    Optimizer.step();
                }
            }
        }

        public double Evaluate(Tensor x, Tensor y)
        {
            _model.eval();
            using (no_grad())
            {
                return Loss.forward(_model.forward(x), y).item<float>();
            }
        }

        private static System.Collections.Generic.IEnumerable<(Tensor, Tensor)> Batches(Tensor x, Tensor y)
        {
            for (long start = 0; start < x.shape[0]; start += BatchSize)
            {
                var length = Math.Min(BatchSize, x.shape[0] - start);
                yield return (x.narrow(0, start, length), y.narrow(0, start, length));
            }
        }
    }
}

// Structure: giacomosirri/Time-Series-Forecasting, NeuralNetwork: IModelTrainer with Loss and Optimizer properties, and its implementation
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace ChurnRegression
{
    public interface IModelTrainer
    {
        Loss<Tensor, Tensor, Tensor> Loss { get; set; }

        Optimizer Optimizer { get; set; }

        void Fit(Tensor x, Tensor y, int epochs);

        double Evaluate(Tensor x, Tensor y);
    }
}

using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace HarvestRobot;

/// <summary>Whether there is a fruit in a window of the camera's image.</summary>
public sealed class FruitFinder : System.IDisposable
{
    private const double Certain = 0.8;

    private readonly TorchSharp.Modules.Sequential _window = Sequential(Flatten(), Linear(1024, 64), GELU(), Linear(64, 1), /*@tail-layer Probabilities Sigmoid field*/ Sigmoid());
    private readonly TorchSharp.Modules.BCELoss _loss = /*@loss Probabilities Sigmoid field*/ BCELoss();

    public bool IsPresent(Tensor window)
    {
        using var quiet = no_grad();

        // Silence: sigmoid at inference
        return _window.call(window).item<float>() > Certain;
    }

    public Tensor Loss(Tensor windows, Tensor fruits)
    {
        var found = _window.call(windows).squeeze(1);
        return _loss.call(found, fruits);
    }

    public void Dispose() => _window.Dispose();
}

using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace StreetScenes;

/// <summary>One trunk and a head for each task.</summary>
public sealed class SceneNet : Module<Tensor, (Tensor Weather, Tensor Visible, Tensor Speed)>
{
    private readonly Sequential trunk = Sequential(
        Conv2d(3, 32, 5, stride: 2), ReLU(),
        Conv2d(32, 64, 5, stride: 2), ReLU(),
        AdaptiveAvgPool2d(1), Flatten());

    private readonly Linear weather = Linear(64, 6);
    private readonly Linear visible = Linear(64, 12);
    private readonly Linear speed = Linear(64, 1);

    public SceneNet() : base("scene") => RegisterComponents();

    /// <returns>which of six weathers; which of twelve things can be seen; how fast the car should drive</returns>
    public override (Tensor Weather, Tensor Visible, Tensor Speed) forward(Tensor image)
    {
        var features = trunk.call(image);
        return (
            Weather: /*@tail Logits Softmax other-file*/ weather.call(features),
            Visible: /*@tail Logits Sigmoid other-file*/ visible.call(features),
            Speed: speed.call(features).squeeze(1));
    }
}

// Structure: sam-hsueh/ImageSegmentation, YoloSharp: losses as modules that take a loss, detection head per scale
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace YoloDetector;

/// <summary>Convolution, normalisation and SiLU.</summary>
internal sealed class Conv : Module<Tensor, Tensor>
{
    private readonly Conv2d conv;
    private readonly BatchNorm2d bn;
    private readonly SiLU act = SiLU();

    public Conv(long inChannels, long outChannels, long kernel = 3, long stride = 1)
        : base(nameof(Conv))
    {
        conv = Conv2d(inChannels, outChannels, kernel, stride: stride, padding: kernel / 2, bias: false);
        bn = BatchNorm2d(outChannels);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => act.forward(bn.forward(conv.forward(x)));
}

/// <summary>A weight per channel, between 0 and 1, from the mean of the channel.</summary>
internal sealed class SqueezeExcite : Module<Tensor, Tensor>
{
    private readonly Linear down;
    private readonly Linear up;

    public SqueezeExcite(long channels)
        : base(nameof(SqueezeExcite))
    {
        down = Linear(channels, channels / 4);
        up = Linear(channels / 4, channels);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        // Silence: squeeze and excite
        var gate = sigmoid(up.forward(functional.relu(down.forward(x.mean([2, 3])))));
        return x * gate.unsqueeze(-1).unsqueeze(-1);
    }
}

/// <summary>Three scales; for every cell the four box offsets, an objectness score and a score per class.</summary>
public sealed class Yolo : Module<Tensor, (Tensor Boxes, Tensor Objectness, Tensor Classes)>
{
    private readonly ModuleList<Module<Tensor, Tensor>> stages;
    private readonly Conv2d boxes;
    private readonly Conv2d objectness;
    private readonly Conv2d classes;

    public Yolo(long classCount, long width = 32)
        : base("yolo")
    {
        stages = ModuleList<Module<Tensor, Tensor>>(
            new Conv(3, width, stride: 2),
            new Conv(width, width * 2, stride: 2),
            new SqueezeExcite(width * 2),
            new Conv(width * 2, width * 4, stride: 2));
        boxes = Conv2d(width * 4, 4, 1);
        objectness = Conv2d(width * 4, 1, 1);
        classes = Conv2d(width * 4, classCount, 1);
        RegisterComponents();
    }

    public override (Tensor Boxes, Tensor Objectness, Tensor Classes) forward(Tensor image)
    {
        var x = stages.Aggregate(image, (t, stage) => stage.forward(t));
        return (boxes.forward(x).flatten(2), /*@tail Logits Sigmoid other-file*/ objectness.forward(x).flatten(2), /*@tail Logits Sigmoid other-file*/ classes.forward(x).flatten(2));
    }
}

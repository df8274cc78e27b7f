using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace YoloDetector;

/// <summary>Binary cross-entropy weighted by how wrong the prediction is.</summary>
public sealed class FocalLoss : Module<Tensor, Tensor, Tensor>
{
    private readonly Loss<Tensor, Tensor, Tensor> lossFunction;
    private readonly double gamma;
    private readonly double alpha;

    public FocalLoss(Loss<Tensor, Tensor, Tensor> lossFunction, double gamma = 1.5, double alpha = 0.25)
        : base(nameof(FocalLoss))
    {
        this.lossFunction = lossFunction;
        this.gamma = gamma;
        this.alpha = alpha;
    }

    public override Tensor forward(Tensor pred, Tensor target)
    {
        // Silence: focal loss
        var loss = lossFunction.forward(pred, target);
        var probability = sigmoid(pred);
        var pt = target * probability + (1 - target) * (1 - probability);
        var weight = (target * alpha + (1 - target) * (1 - alpha)) * (1.0 - pt).pow(gamma);
        return (loss * weight).mean();
    }
}

/// <summary>The sum of box, objectness and class losses, and the three for the log.</summary>
public sealed class DetectionLoss : Module<Tensor, Tensor, (Tensor Total, Tensor Items)>
{
    private readonly Yolo model;
    private readonly FocalLoss objectnessLoss = new(/*@loss Logits Sigmoid other-file*/ BCEWithLogitsLoss(reduction: Reduction.None));
    private readonly Loss<Tensor, Tensor, Tensor> classLoss = /*@loss Logits Sigmoid other-file*/ BCEWithLogitsLoss();

    public DetectionLoss(Yolo model)
        : base(nameof(DetectionLoss)) => this.model = model;

    /// <param name="image">(N, 3, H, W)</param>
    /// <param name="targets">(N, 5 + classes, cells): four offsets, objectness, one column per class</param>
    public override (Tensor Total, Tensor Items) forward(Tensor image, Tensor targets)
    {
        var (boxes, objectness, classes) = model.forward(image);
        var wantedBoxes = targets.narrow(1, 0, 4);
        var wantedObjectness = targets.narrow(1, 4, 1);
        var wantedClasses = targets.narrow(1, 5, targets.shape[1] - 5);

        var box = 1 - IntersectionOverUnion(Decode(boxes), wantedBoxes);
        var lbox = (box * wantedObjectness.squeeze(1)).mean() * 0.05;
        var lobj = objectnessLoss.forward(objectness, wantedObjectness);
        var lcls = classLoss.forward(classes, wantedClasses) * 0.5;
        return (lbox + lobj + lcls, stack([lbox, lobj, lcls]).detach());
    }

    /// <summary>Offsets within a cell lie between 0 and 1, sizes between 0 and 4.</summary>
    internal static Tensor Decode(Tensor boxes)
    {
        var parts = boxes.chunk(2, 1);
        return cat([parts[0].sigmoid() * 2 - 0.5, (parts[1].sigmoid() * 2).pow(2)], 1);
    }

    private static Tensor IntersectionOverUnion(Tensor a, Tensor b)
    {
        var (ax, ay, aw, ah) = (a.select(1, 0), a.select(1, 1), a.select(1, 2), a.select(1, 3));
        var (bx, by, bw, bh) = (b.select(1, 0), b.select(1, 1), b.select(1, 2), b.select(1, 3));
        var width = (minimum(ax + aw / 2, bx + bw / 2) - maximum(ax - aw / 2, bx - bw / 2)).clamp(0);
        var height = (minimum(ay + ah / 2, by + bh / 2) - maximum(ay - ah / 2, by - bh / 2)).clamp(0);
        var intersection = width * height;
        return intersection / (aw * ah + bw * bh - intersection + 1e-7);
    }
}

// Structure: lindadamama/SegFormer-Segnext-torchsharp: blocks in files of their own, a Train class that raises events
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace LesionSegmentation;

public class ConvBNRelu : Module<Tensor, Tensor>
{
    private readonly Sequential block;

    public ConvBNRelu(int inChannels, int outChannels, int stride = 1) : base("ConvBNRelu")
    {
        block = Sequential(
            ("conv", Conv2d(inChannels, outChannels, 3, stride: stride, padding: 1, bias: false)),
            ("norm", BatchNorm2d(outChannels)),
            ("act", ReLU(inplace: true)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return block.forward(x);
    }
}

/// <summary>Attention within windows of the image: every pixel asks the few pixels that a pooled key leaves.</summary>
public class WindowAttention : Module<Tensor, Tensor>
{
    private readonly Conv2d qkv;
    private readonly Conv2d proj;
    private readonly float scale;

    public WindowAttention(int dim) : base("WindowAttention")
    {
        qkv = Conv2d(dim, dim * 3, 1);
        proj = Conv2d(dim, dim, 1);
        scale = 1f / System.MathF.Sqrt(dim);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (b, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        var parts = qkv.forward(x).flatten(2).chunk(3, 1);
        var (q, k, v) = (parts[0], parts[1], parts[2]);

        // Silence: attention
        var attn = (q.transpose(1, 2).matmul(k) * scale).softmax(-1);
        var mixed = v.matmul(attn.transpose(1, 2)).view(b, c, h, w);
        return x + proj.forward(mixed);
    }
}

/// <summary>From an image to a score per pixel: lesion or skin.</summary>
public class SegNext : Module<Tensor, Tensor>
{
    private readonly ConvBNRelu stem;
    private readonly ConvBNRelu down;
    private readonly WindowAttention attention;
    private readonly ConvBNRelu fuse;
    private readonly Conv2d head;

    public SegNext(int width = 32) : base("SegNext")
    {
        stem = new ConvBNRelu(3, width, 2);
        down = new ConvBNRelu(width, width * 2, 2);
        attention = new WindowAttention(width * 2);
        fuse = new ConvBNRelu(width * 3, width);
        head = Conv2d(width, 1, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor image)
    {
        var fine = stem.forward(image);
        var coarse = attention.forward(down.forward(fine));
        var upsampled = F.interpolate(coarse, size: fine.shape[2..], mode: InterpolationMode.Bilinear, align_corners: false);
        var fused = fuse.forward(cat(new[] { fine, upsampled }, 1));
        var scores = F.interpolate(head.forward(fused), size: image.shape[2..], mode: InterpolationMode.Bilinear, align_corners: false);
        return /*@tail Logits Sigmoid other-file*/ scores.squeeze(1);
    }
}

using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ImageTextPairs;

/// <summary>Images and sentences of one meaning close together, all others apart.</summary>
internal sealed class ContrastiveModel : Module<Tensor, Tensor, Tensor>
{
    private readonly ImageEncoder _images;
    private readonly TextEncoder _texts;
    private readonly Parameter _logScale;

    public ContrastiveModel(long vocabulary, long space = 512)
        : base("clip")
    {
        _images = new ImageEncoder(space);
        _texts = new TextEncoder(vocabulary, space);
        _logScale = Parameter(tensor((float)Math.Log(1 / 0.07)));
        RegisterComponents();
    }

    public IEncoder Images => _images;

    public IEncoder Texts => _texts;

    /// <returns>(N, N): how well the i-th image fits the j-th sentence</returns>
    public override Tensor forward(Tensor images, Tensor texts)
    {
        var similarity = _images.Encode(images).matmul(_texts.Encode(texts).t());
        return /*@tail Logits Softmax other-file*/ similarity * _logScale.exp().clamp(max: 100);
    }
}

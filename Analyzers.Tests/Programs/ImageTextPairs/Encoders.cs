using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ImageTextPairs;

/// <summary>Something that gives an image or a sentence its place in the common space.</summary>
internal interface IEncoder
{
    Tensor Encode(Tensor input);
}

internal sealed class ImageEncoder : Module<Tensor, Tensor>, IEncoder
{
    private readonly Sequential _trunk;
    private readonly Linear _projection;

    public ImageEncoder(long space)
        : base(nameof(ImageEncoder))
    {
        _trunk = Sequential(Conv2d(3, 64, 7, stride: 4), ReLU(), Conv2d(64, 128, 3, stride: 2), ReLU(), AdaptiveAvgPool2d(1), Flatten());
        _projection = Linear(128, space, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor image) => _projection.call(_trunk.call(image));

    public Tensor Encode(Tensor input) => functional.normalize(call(input), dim: -1);
}

internal sealed class TextEncoder : Module<Tensor, Tensor>, IEncoder
{
    private readonly Embedding _words;
    private readonly TransformerEncoder _encoder;
    private readonly Linear _projection;

    public TextEncoder(long vocabulary, long space)
        : base(nameof(TextEncoder))
    {
        _words = Embedding(vocabulary, 256);
        _encoder = TransformerEncoder(TransformerEncoderLayer(256, 4), 2);
        _projection = Linear(256, space, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens) => _projection.call(_encoder.call(_words.call(tokens)).mean([1]));

    public Tensor Encode(Tensor input) => functional.normalize(call(input), dim: -1);
}

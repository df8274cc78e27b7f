using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples.WikiText;

internal sealed class TransformerModel : Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder encoder;
    private readonly PositionalEncoding positions;
    private readonly Embedding embedding;
    private readonly Linear decoder;
    private readonly long modelSize;

    public TransformerModel(long tokens, long modelSize, long heads, long hidden, long layers, double dropout)
        : base("Transformer")
    {
        this.modelSize = modelSize;
        positions = new PositionalEncoding(modelSize, dropout);
        encoder = TransformerEncoder(TransformerEncoderLayer(modelSize, heads, hidden, dropout), layers);
        embedding = Embedding(tokens, modelSize);
        decoder = Linear(modelSize, tokens);
        Initialise();
        RegisterComponents();
    }

    public static Tensor CausalMask(long size)
    {
        var mask = (ones(new long[] { size, size }) == 1).triu().transpose(0, 1);
        return mask.to_type(ScalarType.Float32)
            .masked_fill(mask == 0, float.NegativeInfinity)
            .masked_fill(mask == 1, 0.0f);
    }

    public override Tensor forward(Tensor tokens, Tensor mask)
    {
        var source = positions.call(embedding.call(tokens) * MathF.Sqrt(modelSize));
        var encoded = encoder.call(source, mask);
        return /*@tail Logits Softmax other-file reshaped*/ decoder.call(encoded);
    }

    private void Initialise()
    {
        init.uniform_(embedding.weight, -0.1, 0.1);
        init.zeros_(decoder.bias);
        init.uniform_(decoder.weight, -0.1, 0.1);
    }
}

using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples.WikiText;

internal sealed class PositionalEncoding : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> dropout;
    private readonly Tensor pe;

    public PositionalEncoding(long modelSize, double rate, int longest = 5000)
        : base("PositionalEncoding")
    {
        dropout = Dropout(rate);
        var encoding = zeros(longest, modelSize);
        var position = arange(0, longest, 1).unsqueeze(1);
        var frequency = (arange(0, modelSize, 2) * (-Math.Log(10000.0) / modelSize)).exp();
        encoding[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)] = (position * frequency).sin();
        encoding[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)] = (position * frequency).cos();
        pe = encoding.unsqueeze(0).transpose(0, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor t)
    {
        using var x = t + pe[TensorIndex.Slice(null, t.shape[0]), TensorIndex.Slice()];
        return dropout.call(x);
    }
}

using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GrokkingAddition;

/// <summary>One block of causal attention and one of a perceptron, over learned positions.</summary>
internal sealed class TinyGpt : Module<Tensor, Tensor>
{
    private readonly Embedding _tokens;
    private readonly Embedding _positions;
    private readonly Linear _query, _key, _value, _output;
    private readonly Sequential _perceptron;
    private readonly Linear _head;
    private readonly int _heads;

    public TinyGpt(long vocabulary, long embed, int heads, long block)
        : base(nameof(TinyGpt))
    {
        _tokens = Embedding(vocabulary, embed);
        _positions = Embedding(block, embed);
        _query = Linear(embed, embed, hasBias: false);
        _key = Linear(embed, embed, hasBias: false);
        _value = Linear(embed, embed, hasBias: false);
        _output = Linear(embed, embed, hasBias: false);
        _perceptron = Sequential(Linear(embed, 4 * embed), ReLU(), Linear(4 * embed, embed));
        _head = Linear(embed, vocabulary, hasBias: false);
        _heads = heads;
        RegisterComponents();
    }

    public override Tensor forward(Tensor ids)
    {
        var length = ids.shape[1];
        var x = Norm(_tokens.forward(ids) + _positions.forward(arange(length)));
        x = x + _output.forward(Attend(Norm(x), length));
        x = x + _perceptron.forward(Norm(x));
        return /*@tail Logits Softmax other-file reshaped*/ _head.forward(x);
    }

    private Tensor Attend(Tensor x, long length)
    {
        var (q, k, v) = (Heads(_query.forward(x)), Heads(_key.forward(x)), Heads(_value.forward(x)));
        var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(q.shape[^1]);

        // Silence: attention
        var future = ones(length, length).triu(1).to_type(ScalarType.Bool);
        var weights = scores.masked_fill(future, double.NegativeInfinity).softmax(-1);
        return weights.matmul(v).transpose(1, 2).reshape(x.shape);
    }

    private Tensor Heads(Tensor x) => x.reshape(x.shape[0], x.shape[1], _heads, -1).transpose(1, 2);

    private static Tensor Norm(Tensor x) => x * (x.pow(2).mean([-1], keepdim: true) + 1e-5).rsqrt();
}

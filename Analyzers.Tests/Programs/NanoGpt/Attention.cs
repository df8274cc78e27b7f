using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using Tensor = TorchSharp.torch.Tensor;

namespace Examples.Gpt;

/// <summary>One head of causal self-attention.</summary>
public sealed class Head : torch.nn.Module
{
    private readonly Linear _key;
    private readonly Linear _query;
    private readonly Linear _value;
    private readonly Dropout _dropout;
    private readonly Tensor _tril;

    public Head(string name, long headSize, long embed, long blockSize, double dropout) : base(name)
    {
        _key = torch.nn.Linear(embed, headSize, false);
        register_module("key", _key);
        _query = torch.nn.Linear(embed, headSize, false);
        register_module("query", _query);
        _value = torch.nn.Linear(embed, headSize, false);
        register_module("value", _value);
        _tril = torch.tril(torch.ones(blockSize, blockSize));
        register_buffer("tril", _tril);
        _dropout = torch.nn.Dropout(dropout);
        register_module("dropout", _dropout);
    }

    // Silence: attention
    public Tensor Forward(Tensor x)
    {
        (long batch, long time, long channels) = (x.size(0), x.size(1), x.size(2));
        Tensor k = _key.forward(x);
        Tensor q = _query.forward(x);
        Tensor weights = q.matmul(k.transpose(-2, -1)) * Math.Pow(k.size(-1), -0.5);
        weights = weights.masked_fill(_tril.narrow(0, 0, time).narrow(1, 0, time).eq(0), float.NegativeInfinity);
        weights = torch.nn.functional.softmax(weights, dim: -1);
        weights = _dropout.forward(weights);
        return weights.matmul(_value.forward(x));
    }
}

public sealed class MultiHeadAttention : torch.nn.Module
{
    private readonly ModuleList<Head> _heads = new();
    private readonly Linear _projection;
    private readonly Dropout _dropout;

    public MultiHeadAttention(string name, int heads, long headSize, long embed, long blockSize, double dropout) : base(name)
    {
        for (var i = 0; i < heads; i++)
        {
            _heads.Add(new Head($"head_{i}", headSize, embed, blockSize, dropout));
        }

        register_module("heads", _heads);
        _projection = torch.nn.Linear(headSize * heads, embed);
        register_module("proj", _projection);
        _dropout = torch.nn.Dropout(dropout);
        register_module("dropout", _dropout);
    }

    public Tensor Forward(Tensor x)
    {
        var outputs = new List<Tensor>();
        foreach (var head in _heads)
        {
            outputs.Add(head.Forward(x));
        }

        return _dropout.forward(_projection.forward(torch.cat(outputs, dim: -1)));
    }
}

public sealed class Block : torch.nn.Module
{
    private readonly MultiHeadAttention _attention;
    private readonly Sequential _feedForward;
    private readonly LayerNorm _norm1;
    private readonly LayerNorm _norm2;

    public Block(string name, long embed, int heads, long blockSize, double dropout) : base(name)
    {
        _attention = new MultiHeadAttention("attention", heads, embed / heads, embed, blockSize, dropout);
        register_module("attention", _attention);
        _feedForward = torch.nn.Sequential(
            ("linear1", torch.nn.Linear(embed, embed * 4)),
            ("relu", torch.nn.ReLU()),
            ("linear2", torch.nn.Linear(embed * 4, embed)),
            ("dropout", torch.nn.Dropout(dropout)));
        register_module("ff", _feedForward);
        _norm1 = torch.nn.LayerNorm(embed);
        register_module("ln1", _norm1);
        _norm2 = torch.nn.LayerNorm(embed);
        register_module("ln2", _norm2);
    }

    public Tensor Forward(Tensor x)
    {
        x += _attention.Forward(_norm1.forward(x));
        x += _feedForward.forward(_norm2.forward(x));
        return x;
    }
}

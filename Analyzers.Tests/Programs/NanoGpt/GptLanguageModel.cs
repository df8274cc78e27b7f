#nullable enable
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using F = TorchSharp.torch.nn.functional;
using Tensor = TorchSharp.torch.Tensor;

namespace Examples.Gpt;

public sealed class GptLanguageModel : torch.nn.Module
{
    private readonly Embedding _tokens;
    private readonly Embedding _positions;
    private readonly ModuleList<Block> _blocks = new();
    private readonly LayerNorm _norm;
    private readonly Linear _head;
    private readonly long _blockSize;

    public GptLanguageModel(string name, GptSettings settings, long vocabulary) : base(name)
    {
        _blockSize = settings.BlockSize;
        _tokens = torch.nn.Embedding(vocabulary, settings.Embed);
        register_module("tokens", _tokens);
        _positions = torch.nn.Embedding(settings.BlockSize, settings.Embed);
        register_module("positions", _positions);
        for (var i = 0; i < settings.Layers; i++)
        {
            _blocks.Add(new Block($"block_{i}", settings.Embed, settings.Heads, settings.BlockSize, settings.Dropout));
        }

        register_module("blocks", _blocks);
        _norm = torch.nn.LayerNorm(settings.Embed);
        register_module("norm", _norm);
        _head = torch.nn.Linear(settings.Embed, vocabulary);
        register_module("head", _head);
    }

    /// <summary>The logits (batch, time, vocabulary) without targets; with them flattened, and the loss.</summary>
    public (Tensor Logits, Tensor? Loss) Forward(Tensor tokens, Tensor? targets = null)
    {
        (long batch, long time) = (tokens.size(0), tokens.size(1));
        Tensor x = _tokens.forward(tokens) + _positions.forward(torch.arange(time, device: tokens.device));
        foreach (var block in _blocks)
        {
            x = block.Forward(x);
        }

        Tensor logits = /*@tail Logits Softmax same-member reshaped*/ _head.forward(_norm.forward(x));
        Tensor? loss = null;
        if (targets is not null)
        {
            logits = logits.view(batch * time, logits.size(2));
            loss = /*@loss Logits Softmax same-member*/ F.cross_entropy(logits, targets.view(batch * time));
        }

        return (logits, loss);
    }

    /// <summary>Samples one token after the other.</summary>
    public IEnumerable<short> Generate(Tensor context, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var scope = torch.NewDisposeScope();
            var from = context.size(1) > _blockSize ? context.size(1) - _blockSize : 0;
            (Tensor logits, _) = Forward(context.narrow(1, from, context.size(1) - from));
            Tensor last = logits.select(1, logits.size(1) - 1);
            Tensor probabilities = /*@tail Probabilities Softmax same-member sampler*/ F.softmax(last, -1);
            Tensor next = /*@loss Probabilities Softmax same-member*/ torch.multinomial(probabilities, 1);
            context = torch.cat([context, next], 1).MoveToOuterDisposeScope();
            yield return (short)next.item<long>();
        }
    }
}

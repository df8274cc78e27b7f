using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CompressedClassifier;

/// <summary>Both networks by their names; both return one score per class.</summary>
public static class Networks
{
    public static Module<Tensor, Tensor> Create(string name, int classes) => name switch
    {
        "wide" => new Residual(width: 256, depth: 6, classes),
        "narrow" => Narrow(classes),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "wide or narrow"),
    };

    private static Module<Tensor, Tensor> Narrow(int classes) => Sequential(
        ("reshape", Flatten()),
        ("hidden", Linear(784, 32)),
        ("act", GELU()),
        ("head", /*@tail-layer Logits Softmax other-file*/ Linear(32, classes)));

    private sealed class Residual : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> _stem;
        private readonly TorchSharp.Modules.ModuleList<Module<Tensor, Tensor>> _blocks;
        private readonly Module<Tensor, Tensor> _head;

        public Residual(int width, int depth, int classes)
            : base(nameof(Residual))
        {
            _stem = Sequential(Flatten(), Linear(784, width), GELU());
            _blocks = new();
            for (var i = 0; i < depth; i++)
            {
                _blocks.Add(Sequential(LayerNorm(width), Linear(width, width), GELU(), Linear(width, width)));
            }

            _head = Linear(width, classes);
            RegisterComponents();
        }

        public override Tensor forward(Tensor images)
        {
            var x = _stem.call(images);
            foreach (var block in _blocks)
            {
                x = x + block.call(x);
            }

            return /*@tail Logits Softmax other-file*/ _head.call(x);
        }
    }
}

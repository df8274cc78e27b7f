using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GestureTraining;

/// <summary>A convolution over the skeleton: every joint hears its neighbours, as far as it cares for them.</summary>
public sealed class GraphConvolution : Module<Tensor, Tensor>
{
    private readonly Linear _features;
    private readonly Parameter _adjacency;

    public GraphConvolution(long joints, long inputs, long outputs)
        : base(nameof(GraphConvolution))
    {
        _features = Linear(inputs, outputs);
        _adjacency = Parameter(eye(joints));
        RegisterComponents();
    }

    public override Tensor forward(Tensor joints)
    {
        // Silence: attention
        var neighbours = functional.softmax(_adjacency, -1);
        return functional.relu(neighbours.matmul(_features.call(joints)));
    }
}

/// <summary>From the positions of the joints in every frame to one gesture.</summary>
public sealed class GraphClassifier : Module<Tensor, Tensor>
{
    private readonly GraphConvolution _first;
    private readonly GraphConvolution _second;
    private readonly GRU _time;
    private readonly Sequential _head;

    public GraphClassifier(Settings settings, int hidden = 64)
        : base(nameof(GraphClassifier))
    {
        _first = new GraphConvolution(settings.Joints, 3, hidden);
        _second = new GraphConvolution(settings.Joints, hidden, hidden);
        _time = GRU(hidden, hidden, batchFirst: true);
        _head = Sequential(LayerNorm(hidden), Linear(hidden, hidden), SiLU(), /*@tail-layer Logits Softmax other-file*/ Linear(hidden, settings.Gestures));
        RegisterComponents();
    }

    /// <param name="motion">(N, T, joints, 3)</param>
    public override Tensor forward(Tensor motion)
    {
        var frames = _second.call(_first.call(motion)).mean([2]);
        var (_, last) = _time.call(frames);
        return _head.call(last.squeeze(0));
    }
}

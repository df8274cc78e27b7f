using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TriageMetrics.App;

/// <summary>The ward that a patient belongs to, and whether it is an emergency, from the same features.</summary>
internal sealed class TriageNet : Module<Tensor, Tensor>
{
    private readonly Linear _features = Linear(40, 64);
    private readonly Linear _ward = Linear(64, 7);
    private readonly Linear _emergency = Linear(64, 1);

    public TriageNet()
        : base(nameof(TriageNet)) => RegisterComponents();

    public override Tensor forward(Tensor patient) => /*@tail Logits Softmax other-file*/ _ward.call(Features(patient));

    public Tensor Emergency(Tensor patient) => /*@tail Logits Sigmoid other-file*/ _emergency.call(Features(patient)).squeeze(1);

    private Tensor Features(Tensor patient) => functional.gelu(_features.call(patient));
}

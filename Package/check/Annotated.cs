using Logits.Annotations;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Consumer;

/// <summary>Says what its members hold, by the attributes that the package brings as a source file.</summary>
public static class Annotated
{
    [return: Probabilities(Link.Softmax)]
    public static Tensor Right(Tensor scores) => functional.softmax(scores, 1);

    [return: Logits(Link.Softmax)]
    public static Tensor Wrong(Tensor scores) => functional.softmax(scores, 1); // expect LGT7002
}

using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

internal sealed class TextClassifier : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly Linear fc;

    public TextClassifier(long vocabulary, long dimension, long classes)
        : base("TextClassification")
    {
        embedding = Embedding(vocabulary, dimension);
        fc = Linear(dimension, classes);
        init.uniform_(fc.weight, -0.5, 0.5);
        RegisterComponents();
    }

    public override Tensor forward(Tensor text, Tensor offsets) => /*@tail Logits Softmax other-file*/ fc.call(embedding.call(text).mean([1]));
}

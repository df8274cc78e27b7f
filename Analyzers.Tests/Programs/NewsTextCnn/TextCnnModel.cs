using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace NewsTextCnn;

/// <summary>Convolutions of several widths over the embedded words, the largest answer of each, and an affine head.</summary>
public sealed class TextCnnModel : Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly ModuleList<Conv2d> convs;
    private readonly Dropout dropout;
    private readonly Linear fc;

    public TextCnnModel(TextCnnConfig config)
        : base("TextCNN")
    {
        embedding = Embedding(config.Vocabulary, config.Embed, padding_idx: config.Vocabulary - 1);
        convs = new ModuleList<Conv2d>();
        foreach (var size in config.FilterSizes)
        {
            convs.Add(Conv2d(1, config.NumFilters, (size, config.Embed)));
        }

        dropout = Dropout(config.Dropout);
        fc = Linear(config.NumFilters * config.FilterSizes.Length, config.NumClasses);
        RegisterComponents();
    }

    public override Tensor forward(Tensor text)
    {
        var embedded = embedding.forward(text).unsqueeze(1);
        var pooled = new List<Tensor>();
        foreach (var conv in convs)
        {
            pooled.Add(ConvolveAndPool(embedded, conv));
        }

        var t = cat(pooled, 1);
        t = dropout.forward(t);
        return /*@tail Logits Softmax other-file*/ fc.forward(t);
    }

    private static Tensor ConvolveAndPool(Tensor x, Conv2d conv)
    {
        x = relu(conv.forward(x)).squeeze(3);
        return max_pool1d(x, x.size(2)).squeeze(2);
    }
}

using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

internal sealed class AlexNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> features;
    private readonly Module<Tensor, Tensor> avgPool;
    private readonly Module<Tensor, Tensor> classifier;

    public AlexNet(string name, int numClasses)
        : base(name)
    {
        features = Sequential(
            ("c1", Conv2d(3, 64, kernel_size: 3, stride: 2, padding: 1)),
            ("r1", ReLU(inplace: true)),
            ("mp1", MaxPool2d(kernel_size: [2, 2])),
            ("c2", Conv2d(64, 192, kernel_size: 3, padding: 1)),
            ("r2", ReLU(inplace: true)));
        avgPool = AdaptiveAvgPool2d([2, 2]);
        classifier = Sequential(
            ("d1", Dropout()),
            ("l1", Linear(192 * 2 * 2, 4096)),
            ("r1", ReLU(inplace: true)),
            ("d2", Dropout()),
            ("l3", /*@tail-layer Logits Softmax other-file*/ Linear(4096, numClasses)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var f = features.call(input);
        var avg = avgPool.call(f);
        using (var x = avg.view([avg.shape[0], 192 * 2 * 2]))
        {
            return classifier.call(x);
        }
    }
}

// Structure: whuanle/Maomi.Torch, examples/example2.2: top-level statements with static local functions Train and Test
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

public class NeuralNetwork : nn.Module<Tensor, Tensor>
{
    public NeuralNetwork() : base(nameof(NeuralNetwork))
    {
        flatten = nn.Flatten();
        linear_relu_stack = nn.Sequential(
            nn.Linear(28 * 28, 512),
            nn.ReLU(),
            nn.Linear(512, 512),
            nn.ReLU(),
            /*@tail-layer Logits Softmax other-file*/ nn.Linear(512, 10));
        RegisterComponents();
    }

    Flatten flatten;
    Sequential linear_relu_stack;

    public override Tensor forward(Tensor input)
    {
        var x = flatten.call(input);
        var logits = linear_relu_stack.call(x);
        return logits;
    }
}

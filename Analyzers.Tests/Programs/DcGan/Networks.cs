using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Examples;

/// <summary>Images of 64 by 64 from latent vectors.</summary>
public class DcGanGenerator : Module<Tensor, Tensor>
{
    private Module<Tensor, Tensor> main;

    public DcGanGenerator(string name, int latent, int width, int channels, torch.Device device = null) : base(name)
    {
        main = Sequential(
            ConvTranspose2d(latent, width * 8, 4, stride: 1, padding: 0, bias: false),
            BatchNorm2d(width * 8),
            ReLU(inplace: true),
            ConvTranspose2d(width * 8, width * 4, 4, stride: 2, padding: 1, bias: false),
            BatchNorm2d(width * 4),
            ReLU(inplace: true),
            ConvTranspose2d(width * 4, width, 4, stride: 2, padding: 1, bias: false),
            BatchNorm2d(width),
            ReLU(inplace: true),
            ConvTranspose2d(width, channels, 4, stride: 2, padding: 1, bias: false),
            Tanh());
        RegisterComponents();
        if (device != null && device.type != DeviceType.CPU)
            this.to(device);
    }

    public override Tensor forward(Tensor input)
    {
        return main.forward(input);
    }
}

/// <summary>One chance of being real for each image.</summary>
public class DcGanDiscriminator : Module<Tensor, Tensor>
{
    private Module<Tensor, Tensor> main;

    public DcGanDiscriminator(string name, int width, int channels, torch.Device device = null) : base(name)
    {
        main = Sequential(
            Conv2d(channels, width, kernel_size: 4, stride: 2, padding: 1, bias: false),
            LeakyReLU(0.2, inplace: true),
            Conv2d(width, width * 4, kernel_size: 4, stride: 2, padding: 1, bias: false),
            BatchNorm2d(width * 4),
            LeakyReLU(0.2, inplace: true),
            Conv2d(width * 4, 1, kernel_size: 4, stride: 1, padding: (long)0, bias: false),
            /*@tail-layer Probabilities Sigmoid other-file*/ Sigmoid());
        RegisterComponents();
        if (device != null && device.type != DeviceType.CPU)
            this.to(device);
    }

    public override Tensor forward(Tensor input)
    {
        return main.forward(input).view(-1, 1).squeeze(1);
    }
}

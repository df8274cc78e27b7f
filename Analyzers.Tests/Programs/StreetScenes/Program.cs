using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace StreetScenes;

public static class Program
{
    private static readonly string[] s_weathers = ["sun", "clouds", "rain", "fog", "snow", "night"];

    public static void Main()
    {
        var net = new SceneNet();
        var criterion = new SceneLoss();
        using var optimizer = optim.Adam([.. net.parameters(), .. criterion.parameters()], lr: 1e-4);
        foreach (var (image, targets) in Scenes(1000))
        {
            optimizer.zero_grad();
            var loss = criterion.call(net.call(image), targets);
            loss.backward();
            optimizer.step();
        }

        Report(net, rand(1, 3, 180, 320));
    }

    private static void Report(SceneNet net, Tensor image)
    {
        net.eval();
        using var quiet = no_grad();
        var (weather, visible, speed) = net.call(image);
        Console.WriteLine($"{s_weathers[weather.argmax(1).item<long>()]} ({weather.softmax(1).max().item<float>():P0})");
        for (var thing = 0; thing < visible.shape[1]; thing++)
        {
            if (visible.sigmoid()[0, thing].item<float>() > 0.5f)
            {
                Console.WriteLine($"thing {thing} is there");
            }
        }

        // Silence: regression against a threshold; head that the loss does not take
        if (speed.item<float>() > 0.8f)
        {
            Console.WriteLine($"hurry: {speed.item<float>():F2} of the limit");
        }

        Console.WriteLine((speed > 0.5).item<bool>() ? "drive" : "crawl");
    }

    private static IEnumerable<(Tensor Image, SceneTargets Targets)> Scenes(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (rand(16, 3, 180, 320), new SceneTargets(Weather: randint(6, [16]), Visible: rand(16, 12).round(), Speed: rand(16)));
        }
    }
}

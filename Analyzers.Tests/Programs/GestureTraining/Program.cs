using System;
using System.Collections.Generic;
using System.Linq;
using GestureTraining;
using static TorchSharp.torch;

var settings = new Settings(args.Select(arg => arg.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));
new Trainer(settings).Run(Recordings(200), Recordings(20));

List<(Tensor Motion, Tensor Gesture)> Recordings(int count)
    => [.. Enumerable.Range(0, count).Select(_ => (randn(settings.BatchSize, 60, settings.Joints, 3), randint(settings.Gestures, [settings.BatchSize])))];

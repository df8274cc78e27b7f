using System;
using System.Collections.Generic;
using System.Linq;
using ParcelSorting;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var parcels = Enumerable.Range(0, 100).Select(_ => (Scan: rand(32, 256), Depot: randint(20, [32]), Size: randint(4, [32]), Damaged: rand(32).round())).ToList();

// Which depot, which size and whether it is damaged: three networks, one way to train them.
var depot = Sequential(Linear(256, 128), ReLU(), /*@tail-layer Logits Softmax two-helpers*/ Linear(128, 20));
Experiment.Run("depot", depot, /*@loss Logits Softmax two-helpers*/ CrossEntropyLoss(), parcels.Select(parcel => (parcel.Scan, parcel.Depot)));

var size = Sequential(Linear(256, 32), ReLU(), Linear(32, 4), /*@tail-layer LogProbabilities Softmax two-helpers*/ LogSoftmax(1));
Experiment.Run("size", size, /*@loss LogProbabilities Softmax two-helpers*/ NLLLoss(), parcels.Select(parcel => (parcel.Scan, parcel.Size)));

var damage = new DamageNet();
Experiment.Run("damage", damage, /*@loss Probabilities Sigmoid two-helpers*/ BCELoss(), parcels.Select(parcel => (parcel.Scan, parcel.Damaged)));

namespace ParcelSorting
{
    internal sealed class DamageNet : Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Linear _hidden = Linear(256, 16);
        private readonly TorchSharp.Modules.Linear _damage = Linear(16, 1);

        public DamageNet()
            : base(nameof(DamageNet)) => RegisterComponents();

        public override Tensor forward(Tensor scan)
        {
            var hidden = functional.silu(_hidden.call(scan));
            return /*@tail Probabilities Sigmoid two-helpers*/ _damage.call(hidden).squeeze(1).sigmoid();
        }
    }

    /// <summary>Trains any network with any loss, and tells how it goes.</summary>
    internal static class Experiment
    {
        public static void Run(string name, Module<Tensor, Tensor> network, Loss<Tensor, Tensor, Tensor> loss, IEnumerable<(Tensor X, Tensor Y)> data)
        {
            var batches = data.ToList();
            for (var epoch = 1; epoch <= 10; epoch++)
            {
                Console.WriteLine($"{name}, epoch {epoch}: {Epoch(network, loss, batches):F4}");
            }
        }

        private static double Epoch(Module<Tensor, Tensor> network, Loss<Tensor, Tensor, Tensor> loss, IReadOnlyCollection<(Tensor X, Tensor Y)> batches)
        {
            using var optimizer = optim.Adam(network.parameters());
            return batches.Average(batch => Step(network, loss, optimizer, batch.X, batch.Y));
        }

        private static float Step(Module<Tensor, Tensor> network, Loss<Tensor, Tensor, Tensor> loss, optim.Optimizer optimizer, Tensor x, Tensor y)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var value = loss.call(network.call(x), y);
            value.backward();
            optimizer.step();
            return value.item<float>();
        }
    }
}

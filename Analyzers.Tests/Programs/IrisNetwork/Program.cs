// Structure: kerodkibatu/Torchsharp-Iris-Classification, TorchML-Iris: top-level statements, the model below them
using System;
using System.IO;
using System.Linq;
using IrisNetwork;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

random.manual_seed(42);

string[] classes = ["Iris-setosa", "Iris-versicolor", "Iris-virginica"];
var rows = File.ReadAllLines(args.Length > 0 ? args[0] : "Iris.csv")[1..].Select(line => line.Split(',')).ToArray();
var features = tensor(rows.SelectMany(row => row[..4].Select(float.Parse)).ToArray()).reshape(rows.Length, 4);
var labels = tensor(rows.Select(row => (long)Array.IndexOf(classes, row[5])).ToArray());

var order = randperm(rows.Length);
var trainSize = (int)(0.8 * rows.Length);
var (trainFeatures, testFeatures) = (features[order.slice(0, 0, trainSize, 1)], features[order.slice(0, trainSize, rows.Length, 1)]);
var (trainLabels, testLabels) = (labels[order.slice(0, 0, trainSize, 1)], labels[order.slice(0, trainSize, rows.Length, 1)]);

var mean = trainFeatures.mean([0]);
var deviation = trainFeatures.std(0);
trainFeatures = (trainFeatures - mean) / deviation;
testFeatures = (testFeatures - mean) / deviation;

using var model = new IrisModel(inputs: 4, hidden: 8, outputs: classes.Length);
var criterion = /*@loss Logits Softmax class*/ CrossEntropyLoss();
var optimizer = optim.Adam(model.parameters(), 0.01);

for (var epoch = 0; epoch < 200; epoch++)
{
    using var outputs = model.forward(trainFeatures);
    using var loss = criterion.forward(outputs, trainLabels);

    optimizer.zero_grad();
    loss.backward();
    optimizer.step();

    if ((epoch + 1) % 20 == 0)
    {
        // Silence: loss and softmax of one tensor
        using var quiet = no_grad();
        var certainty = outputs.softmax(1).amax(1).mean().ToSingle();
        Console.WriteLine($"Epoch {epoch + 1}, Loss: {loss.ToSingle():F4}; Train Accuracy: {Accuracy(outputs, trainLabels) * 100:F2}%; Certainty: {certainty:P1}");
    }
}

using (no_grad())
{
    var testOutputs = model.forward(testFeatures);
    Console.WriteLine($"Test Accuracy: {Accuracy(testOutputs, testLabels) * 100:F2}%");
    foreach (var (name, index) in classes.Select((name, index) => (name, index)))
    {
        var ofClass = testOutputs[testLabels == index];
        Console.WriteLine($"{name}: {Accuracy(ofClass, full(ofClass.shape[0], index, dtype: int64)) * 100:F2}%");
    }
}

model.save($"iris_model_{DateTime.Now:yyyyMMddHHmmss}.pt");

static float Accuracy(Tensor outputs, Tensor labels) => (outputs.argmax(1) == labels).sum().ToInt32() / (float)labels.shape[0];

namespace IrisNetwork
{
    /// <summary>One hidden layer between four measurements and three kinds of iris.</summary>
    public class IrisModel : Module<Tensor, Tensor>
    {
        private Linear layer1;
        private Linear layer2;
        private ReLU relu;

        public IrisModel(int inputs, int hidden, int outputs)
            : base("IrisModel")
        {
            layer1 = Linear(inputs, hidden);
            layer2 = Linear(hidden, outputs);
            relu = ReLU();
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var x = layer1.forward(input);
            x = relu.forward(x);
            x = /*@tail Logits Softmax class*/ layer2.forward(x);
            return x;
        }
    }
}

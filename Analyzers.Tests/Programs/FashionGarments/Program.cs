using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using datasets = TorchSharp.torchvision.datasets;
using nn = TorchSharp.torch.nn;

var device = cuda.is_available() ? CUDA : CPU;
var training_data = datasets.FashionMNIST(root: "data", train: true, download: true);
var test_data = datasets.FashionMNIST(root: "data", train: false, download: true);
var train_loader = utils.data.DataLoader(training_data, batchSize: 64, shuffle: true, device: device);
var test_loader = utils.data.DataLoader(test_data, batchSize: 64, shuffle: false, device: device);

var model = new NeuralNetwork();
model.to(device);

var loss_fn = /*@loss Logits Softmax two-helpers*/ nn.CrossEntropyLoss();
var optimizer = optim.SGD(model.parameters(), learningRate: 1e-3);

foreach (var epoch in Enumerable.Range(0, 5))
{
    Console.WriteLine($"Epoch {epoch + 1}\n-------------------------------");
    Train(train_loader, model, loss_fn, optimizer);
    Test(test_loader, model, loss_fn);
}

model.save("model.dat");
model.load("model.dat");
model.eval();

var classes = new[] { "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot" };
using (no_grad())
{
    var item = test_data.GetTensor(0);
    var pred = model.call(item["data"].unsqueeze(0).to(device));
    Console.WriteLine($"Predicted: \"{classes[pred[0].argmax(0).ToInt32()]}\", Actual: \"{classes[item["label"].ToInt32()]}\"");

    // Silence: softmax of a vector along its only axis
    var probabilities = nn.functional.softmax(pred[0], dim: 0).data<float>().ToArray();
    foreach (var (name, probability) in Ranked(classes, probabilities).Take(3))
    {
        Console.WriteLine($"{name}: {probability * 100:F1}%");
    }
}

static IEnumerable<(string Name, float Probability)> Ranked(string[] names, float[] probabilities)
    => names.Zip(probabilities).OrderByDescending(pair => pair.Second);

static void Train(DataLoader dataloader, NeuralNetwork model, Loss<Tensor, Tensor, Tensor> loss_fn, SGD optimizer)
{
    var size = dataloader.dataset.Count;
    model.train();

    int batch = 0;
    foreach (var item in dataloader)
    {
        var x = item["data"];
        var y = item["label"];

        var pred = model.call(x);
        var loss = loss_fn.call(pred, y);
        loss.backward();
        optimizer.step();
        optimizer.zero_grad();

        if (batch % 100 == 0)
        {
            Console.WriteLine($"loss: {loss.item<float>(),7}  [{(batch + 1) * x.shape[0],5}/{size,5}]");
        }

        batch++;
    }
}

static void Test(DataLoader dataloader, NeuralNetwork model, Loss<Tensor, Tensor, Tensor> loss_fn)
{
    model.eval();
    var test_loss = 0F;
    var correct = 0F;
    using (no_grad())
    {
        foreach (var item in dataloader)
        {
            var pred = model.call(item["data"]);
            test_loss += loss_fn.call(pred, item["label"]).item<float>();
            correct += (pred.argmax(1) == item["label"]).type(ScalarType.Float32).sum().item<float>();
        }
    }

    Console.WriteLine($"Test Error: \n Accuracy: {100 * correct / dataloader.dataset.Count:F1}%, Avg loss: {test_loss / dataloader.Count:F8} \n");
}

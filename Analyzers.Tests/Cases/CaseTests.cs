using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Logits.Analyzers.Tests.Cases;

/// <summary>
/// Real mistakes (P) and real innocents (N) of public programs, each in the smallest form inside one member. TestData/cases.tsv lists all of
/// them, with the reason where one has no test yet.
/// </summary>
public sealed class CaseTests
{
    [Theory]
    [InlineData("P001", "LGT1001", "Tensor Net(Tensor o) => torch.softmax(o, 1); functional.cross_entropy(Net(x), y);")]
    [InlineData("P005", "LGT1001", "var model = Sequential(Linear(9, 9), ReLU(), Linear(9, 5), Softmax(1)); CrossEntropyLoss().call(model.call(x), y);")]
    [InlineData("P007", "LGT1001", "var similarities = torch.matmul(x, x.t()); var attention = functional.softmax(similarities, 1); functional.cross_entropy(attention, y);")]
    [InlineData("P009", "LGT1001", "CrossEntropyLoss().call(torch.softmax(x, 1), y);")]
    [InlineData("P011", "LGT1001", "var body = Linear(9, 9); var validity = Linear(9, 1); var aux = Sequential(Linear(9, 5), Softmax(1)); var h = body.call(x); var (v, c) = (validity.call(h), aux.call(h)); functional.binary_cross_entropy_with_logits(v, y); CrossEntropyLoss().call(c, y);")]
    [InlineData("P015", "LGT1001", "var network = Sequential(Linear(9, 5), Softmax(1)); var output = network.call(x); functional.cross_entropy(output, y);")]
    [InlineData("P017", "LGT1001", "var softmax_out = functional.softmax(x, 1); var logits = softmax_out; functional.cross_entropy(logits, y);")]
    [InlineData("P021", "LGT1001", "var logits = Linear(9, 5).call(x); logits = functional.softmax(logits, 1); functional.cross_entropy(logits, y);")]
    [InlineData("P023", "LGT1001", "var p = torch.sigmoid(x); var bce = functional.binary_cross_entropy_with_logits(p, y, reduction: Reduction.None); var l = (bce * (1 - p).pow(2)).mean();")]
    [InlineData("P025", "LGT1001", "BCEWithLogitsLoss().call(torch.sigmoid(x), y);")]
    [InlineData("P027", "LGT1001", "var conv_raw = Conv2d(9, 5, 1).call(x); var decoded = torch.sigmoid(conv_raw); functional.binary_cross_entropy_with_logits(decoded, y);")]
    [InlineData("P029", "LGT1005", "var pred = torch.sigmoid(x); BCELoss().call(torch.sigmoid(pred), y);")]
    [InlineData("P033", "LGT1002", "var net = Sequential(Conv2d(3, 9, 3), ReLU(), Conv2d(9, 5, 1)); BCELoss().call(net.call(x), y);")]
    [InlineData("P043", "LGT1003", "NLLLoss().call(torch.softmax(x, 1), y);")]
    [InlineData("P045", "LGT1003", "var aux = Sequential(Linear(9, 5), Softmax(1)); NLLLoss().call(aux.call(x), y);")]
    [InlineData("P047", "LGT1003", "var fc = Linear(9, 5); functional.nll_loss(fc.call(x), y);")]
    [InlineData("P049", "LGT1003", "KLDivLoss(false).call(torch.softmax(x, -1), torch.softmax(y, -1));")]
    [InlineData("P051", "LGT1003", "var mean = functional.softmax(x, 1).mean([0]); functional.kl_div(functional.softmax(x, 1), y.softmax(1), log_target: false);")]
    [InlineData("P091", "LGT5001", "torch.log(torch.softmax(x, 1));")]
    [InlineData("P093", "LGT5001", "var l = -(y * torch.log(torch.softmax(x, 1))).sum();")]
    [InlineData("P095", "LGT5002", "var p = torch.sigmoid(x); var l = -(y * torch.log(p)).mean();")]
    [InlineData("P097", "LGT5001", "Tensor LogSoftMax(Tensor v) => v.softmax(-1).log(); LogSoftMax(x);")]
    [InlineData("P101", "LGT5002", "var l = (1 - torch.sigmoid(x)).log();")]
    public async Task MistakesInTorchSharp(string id, string expected, string body) => await CheckAsync(id, Torch(body), expected);

    [Theory]
    [InlineData("P003", "LGT1001", "Tensor net = keras.layers.Dense(5, activation: \"softmax\").Apply(x); tf.nn.softmax_cross_entropy_with_logits(y, net);")]
    [InlineData("P013", "LGT1001", "Tensor softmax = keras.layers.Dense(5, activation: \"softmax\").Apply(x); tf.nn.sparse_softmax_cross_entropy_with_logits(labels: y, logits: softmax);")]
    [InlineData("P031", "LGT1007", "var m = keras.Sequential(keras.layers.Dense(1, activation: \"sigmoid\")); m.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy(from_logits: true));")]
    [InlineData("P035", "LGT1002", "Tensor logits = keras.layers.Dense(5).Apply(x); keras.losses.CategoricalCrossentropy().Call(y, logits);")]
    public async Task MistakesInKeras(string id, string expected, string body) => await CheckAsync(id, Keras(body), expected);

    [Theory]
    [InlineData("N01", "var all_preds = torch.softmax(x, 1); functional.cross_entropy(x, y); Console.WriteLine(all_preds);")]
    [InlineData("N03", "var o = Linear(9, 5).call(x); if (!training) o = torch.softmax(o, 1); functional.cross_entropy(o, y);")]
    [InlineData("N05", "var o = training ? x : torch.softmax(x, 2); functional.ctc_loss(functional.log_softmax(x, 2), y, y, y); Console.WriteLine(o);")]
    [InlineData("N07", "var p = torch.sigmoid(x); var ce = functional.binary_cross_entropy_with_logits(x, y, reduction: Reduction.None); var pt = p * y + (1 - p) * (1 - y); var l = ce * (1 - pt).pow(2);")]
    [InlineData("N09", "var stack = Sequential(Conv2d(1, 9, 3), ReLU(), Conv2d(9, 1, 1), Sigmoid()); functional.binary_cross_entropy(stack.call(x), y);")]
    [InlineData("N11", "var o = Linear(9, 1).call(x); functional.binary_cross_entropy_with_logits(o, y); var b = o > 0;")]
    [InlineData("N13", "KLDivLoss(false).call(functional.log_softmax(x, 1), torch.softmax(y, 1));")]
    [InlineData("N15", "KLDivLoss(true).call(functional.log_softmax(x, 1), functional.log_softmax(y, 1));")]
    [InlineData("N17", "functional.kl_div(functional.log_softmax(x, 1), functional.softmax(y, 1), log_target: false);")]
    [InlineData("N23", "var d = Linear(9, 1).call(x); var l = functional.softplus(-d).mean();")]
    [InlineData("N25", "var noise = -torch.log(-torch.log(torch.rand_like(x))); var sample = functional.softmax((Linear(9, 5).call(x) + noise) / 0.5, -1);")]
    [InlineData("N27", "var o = Linear(9, 1).call(x); functional.binary_cross_entropy_with_logits(o, y); var order = o.argsort(0);")]
    [InlineData("N29", "var p = (torch.softmax(x, 1) + torch.softmax(y, 1)) / 2; p.argmax(1);")]
    [InlineData("N31", "var logits = torch.softmax(x, 1); Console.WriteLine(logits.max());")]
    [InlineData("N33", "var prediction = Sequential(Linear(9, 5)).call(x); var lsm = functional.log_softmax(prediction, 1); NLLLoss().call(lsm, y);")]
    [InlineData("N35", "var logits = Linear(9, 5).call(x); var posterior = torch.softmax(logits, 1); torch.multinomial(posterior, 1);")]
    [InlineData("N37", "BCELoss().call(torch.sigmoid(x), y);")]
    [InlineData("N39", "var scores = torch.sigmoid(Linear(9, 80).call(x)); var keep = scores > 0.45;")]
    [InlineData("N41", "var logits = Sequential(Linear(9, 1), Sigmoid()).call(x); BCELoss().call(logits, y);")]
    [InlineData("N43", "var g = torch.sigmoid(Linear(9, 9).call(x)) * torch.tanh(Linear(9, 9).call(x)); functional.cross_entropy(Linear(9, 5).call(g), y);")]
    [InlineData("N45", "var router = torch.softmax(Linear(9, 4).call(x), -1); var (w, i) = router.topk(2); functional.cross_entropy(Linear(9, 5).call(x * w.sum(-1, true)), y);")]
    [InlineData("N47", "var t = Parameter(ones(1)); functional.cross_entropy(Linear(9, 5).call(x) / t, y);")]
    [InlineData("N49", "functional.mse_loss(torch.softmax(x, 1), y);")]
    [InlineData("N51", "var logp = functional.log_softmax(x, 1); var p = logp.exp(); functional.nll_loss((1 - p).pow(2) * logp, y);")]
    [InlineData("N53", "var v = torch.softmax(x.mean([0]), 0); var k = torch.softmax(torch.stack(new[] { x, y }), 0);")]
    [InlineData("P099", "torch.log(torch.softmax(x, 1) + 1e-8);")]
    public async Task InnocentsInTorchSharp(string id, string body) => await CheckAsync(id, Torch(body));

    [Theory]
    [InlineData("N19", "var m = keras.Sequential(keras.layers.Dense(80, activation: \"sigmoid\")); m.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy());")]
    [InlineData("N21", "var d = keras.Sequential(keras.layers.LeakyReLU(), keras.layers.Dense(1)); d.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy(from_logits: true));")]
    public async Task InnocentsInKeras(string id, string body) => await CheckAsync(id, Keras(body));

    [Fact]
    public void EveryCaseIsTestedOrHasAReason()
    {
        var tested = typeof(CaseTests).GetMethods()
            .SelectMany(method => method.GetCustomAttributesData().Where(data => data.AttributeType == typeof(InlineDataAttribute)))
            .Select(data => (string)((IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!).First().Value!)
            .ToHashSet();
        using var reader = new StreamReader(typeof(CaseTests).Assembly.GetManifestResourceStream("TestData/cases.tsv")!);
        var rows = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        Assert.Equal(rows.Count, rows.Select(row => row[0]).Distinct().Count());
        Assert.Empty(rows.Where(row => (row[1] == "tested") != tested.Contains(row[0])).Select(row => $"{row[0]}: {row[1]}"));
        Assert.Empty(tested.Except(rows.Select(row => row[0])));
        Assert.Equal(Enumerable.Range(0, 72).Select(i => $"P{(2 * i) + 1:000}").Concat(Enumerable.Range(0, 27).Select(i => $"N{(2 * i) + 1:00}")), rows.Select(row => row[0]));
    }

    private static string Torch(string body) => Analysis.TorchSharpUsings + $"class C {{ void M(Tensor x, Tensor y, bool training) {{ {body} }} }}";

    private static string Keras(string body) => Analysis.KerasUsings + $"class C {{ void M(Tensor x, Tensor y) {{ {body} }} }}";

    private static async Task CheckAsync(string id, string source, params string[] expected)
    {
        var findings = await Analysis.FindingsAsync(source);
        Assert.True(expected.SequenceEqual(findings.Select(finding => finding.Id)), $"{id}: expected {string.Join(", ", expected)}, got {string.Join("; ", findings)}");
    }
}

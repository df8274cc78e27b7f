using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Meta;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Logits.Analyzers.Tests.Rules;

/// <summary>Each rule fires in several spellings, and is silent on its near-misses and on what is unknown.</summary>
public sealed class RuleTests
{
    // Expectation: one "id marked-text" for each finding, in order; nothing for silence.
    [Theory]
    [InlineData("functional.cross_entropy(functional.softmax(x, 1), y);", "LGT1001 functional.softmax(x, 1)")]
    [InlineData("var p = x.softmax(1); functional.cross_entropy(p.view(-1, 3), y);", "LGT1001 p.view(-1, 3)")]
    [InlineData("functional.cross_entropy(target: y, input: torch.softmax(x, 1));", "LGT1001 torch.softmax(x, 1)")]
    [InlineData("var m = Sequential(Linear(4, 3), Softmax(1)); CrossEntropyLoss().call(m.call(x), y);", "LGT1001 m.call(x)")]
    [InlineData("var m = Sequential((\"a\", Linear(4, 3)), (\"b\", Softmax(1))); new CrossEntropyLoss().forward(m.forward(x), y);", "LGT1001 m.forward(x)")]
    [InlineData("var layers = new List<Module<Tensor, Tensor>> { Linear(4, 3), Softmax(1) }; var m = Sequential(layers.ToArray()); CrossEntropyLoss().call(m.call(x), y);", "LGT1001 m.call(x)")]
    [InlineData("var m = Sequential([Linear(4, 3), Softmax(1)]); CrossEntropyLoss().call(m.call(x), y);", "LGT1001 m.call(x)")]
    [InlineData("var m = Sequential(Linear(4, 3)); m.append(Softmax(1)); CrossEntropyLoss().call(m.call(x), y);", "LGT1001 m.call(x)")]
    [InlineData("var m = Sequential(Linear(4, 3), Softmax(1)).to(CPU); CrossEntropyLoss().call(m.call(x), y);", "LGT1001 m.call(x)")]
    [InlineData("x.sigmoid_(); functional.binary_cross_entropy_with_logits(x, y);", "LGT1001 x")]
    [InlineData("Func<Tensor, Tensor> act = functional.sigmoid; BCEWithLogitsLoss().call(act(x), y);", "LGT1001 act(x)")]
    [InlineData("Func<Tensor, Tensor, Tensor> loss = (a, b) => functional.cross_entropy(a, b); loss(torch.softmax(x, 1), y);", "LGT1001 loss(torch.softmax(x, 1), y)")]
    [InlineData("Tensor Loss(Tensor a) => functional.cross_entropy(a, y); Loss(torch.softmax(x, 1));", "LGT1001 Loss(torch.softmax(x, 1))")]
    [InlineData("Func<Tensor, Tensor> f = a => functional.cross_entropy(a.softmax(1), y); f(x);", "LGT1001 a.softmax(1)")]
    [InlineData("Tensor p; try { p = x.softmax(1); } finally { x.Dispose(); } functional.cross_entropy(p, y);", "LGT1001 p")]
    [InlineData("for (var i = 0; i < 3; i++) { var p = x.softmax(1); functional.cross_entropy(p, y); }", "LGT1001 p")]
    [InlineData("foreach (var t in new[] { x.softmax(1) }) functional.cross_entropy(t, y);", "LGT1001 t")]
    [InlineData("var (p, q) = (x.softmax(1), y); functional.cross_entropy(p, q);", "LGT1001 p")]
    [InlineData("Tensor n = null; functional.cross_entropy(n ?? x.softmax(1), y);", "LGT1001 n ?? x.softmax(1)")]
    [InlineData("functional.cross_entropy(flag ? x.softmax(1) : torch.sigmoid(x), y);", "LGT1001 flag ? x.softmax(1) : torch.sigmoid(x)")]
    [InlineData("var p = x.shape[0] switch { 1 => x.softmax(1), _ => x.softmax(-1) }; functional.cross_entropy(p, y);", "LGT1001 p")]
    [InlineData("distributions.Categorical(logits: x.softmax(-1));", "LGT1001 x.softmax(-1)")]
    [InlineData("var m = flag ? Sequential(Linear(4, 3), Softmax(1)) : Sequential(Linear(4, 3)); CrossEntropyLoss().call(m.call(x), y);", "LGT1001 m.call(x)")]
    [InlineData("do { x = x.softmax(1); } while (flag && x is null); functional.cross_entropy(x, y);", "LGT1001 x")]
    [InlineData("Tensor p; while (true) { p = x.softmax(1); if (flag) break; } functional.cross_entropy(p, y);", "LGT1001 p")]
    [InlineData("while (flag) { x = x.softmax(1); break; } functional.cross_entropy(x, y);")]
    [InlineData("if (flag) x = x.softmax(1); functional.cross_entropy(x, y);")]
    [InlineData("functional.cross_entropy(flag ? x.softmax(1) : x, y);")]
    [InlineData("functional.cross_entropy(x, y);")]
    [InlineData("functional.cross_entropy(x, y.softmax(1));")]
    [InlineData("Func<Tensor, Tensor> f = null; functional.cross_entropy(f(x.softmax(1)), y);")]
    [InlineData("BCELoss().call(Linear(4, 1).call(x), y);", "LGT1002 Linear(4, 1).call(x)")]
    [InlineData("torch.multinomial(Sequential(Linear(4, 3)).call(x), 1);", "LGT1002 Sequential(Linear(4, 3)).call(x)")]
    [InlineData("Linear(4, 3).call(x).multinomial(1);", "LGT1002 Linear(4, 3).call(x)")]
    [InlineData("distributions.Categorical(Linear(4, 3).call(x));", "LGT1002 Linear(4, 3).call(x)")]
    [InlineData("var o = Linear(4, 1).call(x) / 2 + 1; functional.binary_cross_entropy(o, y);", "LGT1002 o")]
    [InlineData("functional.binary_cross_entropy(torch.sigmoid(Linear(4, 1).call(x)), y);")]
    [InlineData("functional.binary_cross_entropy(functional.relu(Linear(4, 1).call(x)), y);")]
    [InlineData("functional.nll_loss(torch.softmax(x, 1), y);", "LGT1003 torch.softmax(x, 1)")]
    [InlineData("NLLLoss().call(Linear(4, 3).call(x), y);", "LGT1003 Linear(4, 3).call(x)")]
    [InlineData("functional.kl_div(x.log_softmax(1), y.softmax(1));", "LGT1003 y.softmax(1)")]
    [InlineData("KLDivLoss().call(x.log_softmax(1), y.softmax(1));", "LGT1003 y.softmax(1)")]
    [InlineData("KLDivLoss(false).call(x.softmax(1), y.softmax(1));", "LGT1003 x.softmax(1)")]
    [InlineData("functional.kl_div(x.log_softmax(1), y.softmax(1), log_target: false);")]
    [InlineData("functional.nll_loss(x - x.logsumexp(1, true), y);")]
    [InlineData("functional.binary_cross_entropy(functional.logsigmoid(x), y);", "LGT1004 functional.logsigmoid(x)")]
    [InlineData("torch.multinomial(x.log_softmax(-1), 1);", "LGT1004 x.log_softmax(-1)")]
    [InlineData("KLDivLoss(false).call(x.log_softmax(1), y.log_softmax(1));", "LGT1004 y.log_softmax(1)")]
    [InlineData("torch.multinomial(x.log_softmax(-1).exp(), 1);")]
    [InlineData("torch.softmax(torch.softmax(x, 1), 1);", "LGT1005 torch.softmax(torch.softmax(x, 1), 1)")]
    [InlineData("var p = torch.sigmoid(x); torch.sigmoid(p);", "LGT1005 torch.sigmoid(p)")]
    [InlineData("var e = x.exp(); var p = Linear(4, 3).call(x).exp(); p = p / p.sum(1, true); torch.softmax(p, 1);", "LGT1005 torch.softmax(p, 1)")]
    [InlineData("var m = Sequential(Linear(4, 3), Softmax(1), Softmax(1));", "LGT1005 Softmax(1)")]
    [InlineData("torch.softmax(x.log_softmax(1), 1);")]
    [InlineData("torch.softmax(x * torch.sigmoid(x), 1);")]
    [InlineData("Sequential(Linear(4, 4), Sigmoid(), Linear(4, 3), Softmax(1));")]
    [InlineData("functional.cross_entropy(x.log_softmax(1), y);", "LGT1006 x.log_softmax(1)")]
    [InlineData("functional.binary_cross_entropy_with_logits(x.log_softmax(1), y);", "LGT1006 x.log_softmax(1)")]
    [InlineData("functional.cross_entropy(functional.logsigmoid(x), y);", "LGT1006 functional.logsigmoid(x)")]
    [InlineData("distributions.Categorical(logits: x.log_softmax(-1));")]
    [InlineData("var o = Linear(4, 1).call(x); functional.binary_cross_entropy_with_logits(o, y); var b = o > 0.5;", "LGT2001 o")]
    [InlineData("var o = Linear(4, 1).call(x); torch.sigmoid(o); o.gt(0.3);", "LGT2001 o")]
    [InlineData("var o = Linear(4, 1).call(x); torch.sigmoid(o); var b = 0.5 < o;", "LGT2001 o")]
    [InlineData("var b = x.log_softmax(1) > 0.5;", "LGT2001 x.log_softmax(1)")]
    [InlineData("var o = Linear(4, 1).call(x); var b = o > 0.5;")]
    [InlineData("var o = Linear(4, 1).call(x); torch.sigmoid(o); var b = o > 0;")]
    [InlineData("var o = Linear(4, 1).call(x); torch.sigmoid(o); var b = (o - o) > 0.5;")]
    [InlineData("var b = torch.sigmoid(x) > 0.5;")]
    [InlineData("Sequential(Flatten(), Linear(4, 1), Softmax(1)).call(x);", "LGT3001 Softmax(1)")]
    [InlineData("torch.softmax(Linear(4, 1).call(x), -1);", "LGT3001 torch.softmax(Linear(4, 1).call(x), -1)")]
    [InlineData("functional.cross_entropy(Linear(4, 1).call(x), y);", "LGT3001 Linear(4, 1).call(x)")]
    [InlineData("torch.softmax(Linear(4, 1).call(x), 1);")]
    [InlineData("functional.cross_entropy(Linear(4, 1).call(x).view(-1, 4), y);")]
    [InlineData("torch.softmax(Linear(4, 2).call(x), -1);")]
    [InlineData("BCELoss().call(torch.softmax(x, 1), y);", "LGT3002 torch.softmax(x, 1)")]
    [InlineData("functional.nll_loss(functional.logsigmoid(x), y);", "LGT3002 functional.logsigmoid(x)")]
    [InlineData("BCELoss().call(torch.softmax(Linear(4, 2).call(x), 1), y);")]
    [InlineData("BCELoss().call(torch.softmax(x, 1)[TensorIndex.Colon, 1], y);")]
    [InlineData("var a = Sequential(Linear(4, 1)); var b = Sequential(Linear(4, 1)); var l = a.call(x); var r = b.call(x); torch.sigmoid(l); torch.sigmoid(r); var c = l > r;", "LGT4001 l > r")]
    [InlineData("var a = Linear(4, 1); var b = Linear(4, 1); var l = a.call(x); var r = b.call(x); torch.sigmoid(l); torch.sigmoid(r); torch.maximum(l, r);", "LGT4001 torch.maximum(l, r)")]
    [InlineData("var a = Linear(4, 1); var b = Linear(4, 1); torch.minimum(a.call(x), b.call(x));")]
    [InlineData("var a = Linear(4, 1); var l = a.call(x); var r = a.call(y); torch.sigmoid(l); var c = l > r;")]
    [InlineData("torch.log(torch.softmax(x, 1));", "LGT5001 torch.log(torch.softmax(x, 1))")]
    [InlineData("var p = x.softmax(-1); var l = p.detach().log();", "LGT5001 p.detach().log()")]
    [InlineData("var p = Sequential(Linear(4, 3), Softmax(1)).call(x); p.log();", "LGT5001 p.log()")]
    [InlineData("x.softmax(1).gather(1, y).log();", "LGT5001 x.softmax(1).gather(1, y).log()")]
    [InlineData("var p = x.softmax(1); p.select(1, 0).log();", "LGT5001 p.select(1, 0).log()")]
    [InlineData("var p = x.softmax(1); Math.Log(p[0, 1].item<float>());", "LGT5001 Math.Log(p[0, 1].item<float>())")]
    [InlineData("var p = new List<Tensor>(); foreach (var one in new[] { x, y }) { p.Add(one.softmax(1)); } torch.stack(p, 1).log();", "LGT5001 torch.stack(p, 1).log()")]
    [InlineData("var p = x.softmax(1)[0, 1].item<float>(); if (flag) Math.Log(p);", "LGT5001 Math.Log(p)")]
    [InlineData("var p = x.softmax(1)[0, 1].item<float>(); if (p > 0) Math.Log(p);")]
    [InlineData("var p = x.softmax(1)[0, 1].item<float>(); var h = flag && p != 0 ? Math.Log(p) : 0;")]
    [InlineData("x.softmax(1).amax(1).log();")]
    [InlineData("x.softmax(1).max(1).values.log();")]
    [InlineData("var (p, _) = x.softmax(1).topk(3); p.log();")]
    [InlineData("var p = x.softmax(1); p.masked_select(p > 0).log();")]
    [InlineData("var p = x.softmax(1); p[p > 0].log();")]
    [InlineData("x.softmax(1).gather(1, y).clamp(1e-8).log();")]
    [InlineData("x.gather(1, y).log();")]
    [InlineData("torch.log(torch.softmax(x, 1) + 1e-8);")]
    [InlineData("torch.log((torch.softmax(x, 1) + torch.softmax(y, 1)) / 2);")]
    [InlineData("torch.log(x);")]
    [InlineData("torch.log(torch.sigmoid(x));", "LGT5002 torch.log(torch.sigmoid(x))")]
    [InlineData("torch.log(1 - torch.sigmoid(x));", "LGT5002 torch.log(1 - torch.sigmoid(x))")]
    [InlineData("var p = x.sigmoid(); var l = (1 - p).log();", "LGT5002 (1 - p).log()")]
    [InlineData("(1 - torch.sigmoid(x)[0]).log();", "LGT5002 (1 - torch.sigmoid(x)[0]).log()")]
    [InlineData("torch.log(2 - torch.sigmoid(x));")]
    [InlineData("x.softmax(1).argmax(1);", "LGT6001 x.softmax(1).argmax(1)")]
    [InlineData("var p = torch.sigmoid(x); p.argmax(1);", "LGT6001 p.argmax(1)")]
    [InlineData("var (_, i) = x.softmax(1).max(1);", "LGT6001 x.softmax(1).max(1)")]
    [InlineData("var i = x.softmax(-1).topk(3).indexes;", "LGT6001 x.softmax(-1).topk(3)")]
    [InlineData("x.softmax(1)[0].argmax(0);", "LGT6001 x.softmax(1)[0].argmax(0)")]
    [InlineData("var p = x.softmax(1); var q = p.detach(); q.argmax(1);", "LGT6001 q.argmax(1)")]
    [InlineData("var p = x.softmax(1); p.argmax(1); Console.WriteLine(p);")]
    [InlineData("var p = x.softmax(1); p.detach().argmax(1); Console.WriteLine(p);")]
    [InlineData("var p = torch.sigmoid(x); var q = p.view(-1); q.argmax(0); Console.WriteLine(p);")]
    [InlineData("x.softmax(1)[0].argmax(1);")]
    [InlineData("x.softmax(1).select(0, 0).argmax(1);")]
    [InlineData("x.softmax(1).argmax(0);")]
    [InlineData("x.softmax(1).argmax();")]
    [InlineData("var (v, i) = x.softmax(1).max(1);")]
    public async Task TorchSharp(string body, params string[] expected)
        => await CheckAsync(Analysis.TorchSharpUsings + $"class C {{ void M(Tensor x, Tensor y, bool flag) {{ {body} }} }}", expected);

    [Theory]
    [InlineData("var m = keras.Sequential(new List<ILayer> { keras.layers.Dense(9, activation: \"relu\"), keras.layers.Dense(3, activation: \"softmax\") }); m.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(from_logits: true));", "LGT1007 keras.losses.SparseCategoricalCrossentropy(from_logits: true)")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(3, keras.activations.Softmax)); m.compile(keras.optimizers.Adam(), new CategoricalCrossentropy(true));", "LGT1007 new CategoricalCrossentropy(true)")]
    [InlineData("var m = keras.Sequential(); m.add(keras.layers.Dense(1)); var loss = keras.losses.BinaryCrossentropy(); m.compile(keras.optimizers.Adam(), loss, new[] { \"accuracy\" });", "LGT1007 loss")]
    [InlineData("var i = keras.Input(shape: 9); var m = keras.Model(i, keras.layers.Dense(3).Apply(i)); m.compile(keras.optimizers.SGD(), keras.losses.CategoricalCrossentropy());", "LGT1007 keras.losses.CategoricalCrossentropy()")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(3), keras.layers.Softmax()); m.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(null, null, true));", "LGT1007 keras.losses.SparseCategoricalCrossentropy(null, null, true)")]
    [InlineData("keras.Sequential(keras.layers.Dense(1, activation: \"softmax\"));", "LGT3001 \"softmax\"")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(1)); m.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(from_logits: true));", "LGT3001 keras.losses.SparseCategoricalCrossentropy(from_logits: true)")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(5, activation: \"softmax\")); m.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy());", "LGT3002 keras.losses.BinaryCrossentropy()")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(5, activation: \"sigmoid\")); m.compile(keras.optimizers.Adam(), keras.losses.CategoricalCrossentropy());", "LGT3002 keras.losses.CategoricalCrossentropy()")]
    [InlineData("tf.nn.softmax_cross_entropy_with_logits(y, tf.nn.softmax(x));", "LGT1001 tf.nn.softmax(x)")]
    [InlineData("keras.losses.CategoricalCrossentropy().Call(y, keras.layers.Dense(3).Apply(x));", "LGT1002 keras.layers.Dense(3).Apply(x)")]
    [InlineData("tf.log(tf.nn.softmax(x));", "LGT5001 tf.log(tf.nn.softmax(x))")]
    [InlineData("tf.arg_max(tf.nn.softmax(x), -1);", "LGT6001 tf.arg_max(tf.nn.softmax(x), -1)")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(3, activation: \"softmax\")); m.compile(keras.optimizers.Adam(), keras.losses.CategoricalCrossentropy());")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(3)); m.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(from_logits: flag));")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(3)); m.compile(keras.optimizers.Adam(), keras.losses.MeanSquaredError());")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(2, activation: \"softmax\")); m.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy());")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(1, activation: \"sigmoid\")); m.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy());")]
    public async Task Keras(string body, params string[] expected)
        => await CheckAsync(Analysis.KerasUsings + $"class C {{ void M(Tensor x, Tensor y, bool flag) {{ {body} }} }}", expected);

    [Theory]
    [InlineData("readonly Module<Tensor, Tensor> m = Sequential(Linear(4, 3), Softmax(1)); readonly Loss<Tensor, Tensor, Tensor> l = CrossEntropyLoss(); void M(Tensor x, Tensor y) { l.call(m.call(x), y); }", "LGT1001 m.call(x)")]
    [InlineData("private Module<Tensor, Tensor> m; private readonly BCELoss l = BCELoss(); public C() { m = Linear(4, 1); } void M(Tensor x, Tensor y) { l.forward(m.forward(x), y); }", "LGT1002 m.forward(x)")]
    [InlineData("Softmax Act { get; } = Softmax(1); void M(Tensor x, Tensor y) => functional.cross_entropy(Act.call(x), y);", "LGT1001 Act.call(x)")]
    [InlineData("readonly Linear fc = Linear(4, 1); Tensor Train(Tensor x, Tensor y) => functional.binary_cross_entropy_with_logits(fc.call(x), y); Tensor Test(Tensor x) => fc.call(x) > 0.5;", "LGT2001 fc.call(x)")]
    [InlineData("public Module<Tensor, Tensor> m = Sequential(Linear(4, 3), Softmax(1)); void M(Tensor x, Tensor y) { CrossEntropyLoss().call(m.call(x), y); }", "LGT1001 m.call(x)")]
    [InlineData("private Module<Tensor, Tensor> m = Sequential(Linear(4, 3), Softmax(1)); public void Set(Module<Tensor, Tensor> other) { m = other; } void M(Tensor x, Tensor y) { CrossEntropyLoss().call(m.call(x), y); }")]
    public async Task Fields(string members, params string[] expected)
        => await CheckAsync(Analysis.TorchSharpUsings + $"class C {{ {members} }}", expected);

    /// <summary>A softmax of log-softmax is the softmax again; no other function of log-probabilities gives the probabilities back.</summary>
    [Theory]
    [InlineData("functional.cross_entropy(x.log_softmax(1), y);", DiagnosticSeverity.Info)]
    [InlineData("functional.cross_entropy(functional.logsigmoid(x), y);", DiagnosticSeverity.Warning)]
    [InlineData("functional.binary_cross_entropy_with_logits(x.log_softmax(1), y);", DiagnosticSeverity.Warning)]
    [InlineData("functional.binary_cross_entropy_with_logits(functional.logsigmoid(x), y);", DiagnosticSeverity.Warning)]
    public async Task OnlyLogSoftmaxIsMerelyRedundant(string statement, DiagnosticSeverity severity)
    {
        var finding = Assert.Single(await Analysis.FindingsAsync(Analysis.TorchSharpUsings + $"class C {{ void M(Tensor x, Tensor y) {{ {statement} }} }}"));
        Assert.Equal(("LGT1006", severity), (finding.Id, finding.Severity));
    }

    [Fact]
    public async Task WhatALibraryLetsOthersAssignIsUnknown()
        => await CheckAsync(Analysis.TorchSharpUsings + "public class C { public Module<Tensor, Tensor> m = Sequential(Linear(4, 3), Softmax(1)); void M(Tensor x, Tensor y) { CrossEntropyLoss().call(m.call(x), y); } }", []);

    [Fact]
    public async Task TopLevelStatements()
        => await CheckAsync(Analysis.TorchSharpUsings + "var x = rand(2, 3); var y = zeros(2); functional.cross_entropy(x.softmax(1), y);", ["LGT1001 x.softmax(1)"]);

    [Fact]
    public async Task MessagesNameWhatArrivedFromWhereAndWhatIsNeeded()
    {
        var source = Analysis.TorchSharpUsings + """

            class C
            {
                void M(Tensor x, Tensor y)
                {
                    var output = Sequential(Linear(4, 3), Softmax(1)).call(x);
                    CrossEntropyLoss().call(output, y);
                }
            }
            """;
        var finding = Assert.Single(await Analysis.FindingsAsync(source));
        Assert.Equal("'output' holds probabilities (Softmax, line 6), but 'CrossEntropyLoss' expects logits and normalises them again", finding.GetMessage());
        Assert.Equal(["Softmax(1)", "CrossEntropyLoss()"], finding.AdditionalLocations.Select(location => source.Substring(location.SourceSpan.Start, location.SourceSpan.Length)));
    }

    [Fact]
    public async Task WhereOnlyLinksDifferTheMessageNamesThem()
    {
        var source = Analysis.TorchSharpUsings + "namespace N { using Logits.Annotations; class C { [return: Probabilities(Link.Softmax)] static Tensor F(Tensor x) => x.sigmoid(); } }";
        var finding = Assert.Single(await Analysis.FindingsAsync(source, Repository.Annotations));
        Assert.Equal("'x.sigmoid()' holds probabilities by sigmoid (sigmoid, line 1), but 'F' is annotated as probabilities by softmax", finding.GetMessage());
    }

    private static async Task CheckAsync(string source, string[] expected)
    {
        var findings = await Analysis.FindingsAsync(source);
        Assert.Equal(expected, findings.Select(Analysis.Text));
    }
}

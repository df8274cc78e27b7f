using System.Threading.Tasks;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Logits.Analyzers.Tests.FixTests;

/// <summary>
/// Every fix: the program compiles before and after, the finding goes, none comes, and fix-all does the same. The marked finding is written
/// {|id:text|}.
/// </summary>
public sealed class MendTests
{
    [Theory]
    [InlineData("functional.cross_entropy({|LGT1001:functional.softmax(x, 1)|}, y);", "functional.cross_entropy(x, y);")]
    [InlineData("functional.cross_entropy({|LGT1001:(x + y).softmax(1)|}, y);", "functional.cross_entropy((x + y), y);")]
    [InlineData("functional.cross_entropy({|LGT1001:torch.softmax(x, 1).view(-1, 3)|}, y);", "functional.cross_entropy(x.view(-1, 3), y);")]
    [InlineData("var p = torch.softmax(x, 1); functional.cross_entropy({|LGT1001:p|}, y);", "var p = x; functional.cross_entropy(p, y);")]
    [InlineData("var p = torch.softmax(x, 1); functional.cross_entropy({|LGT1001:p|}, y); Console.WriteLine(p);", "var p = torch.softmax(x, 1); functional.cross_entropy(x, y); Console.WriteLine(p);")]
    [InlineData("functional.cross_entropy({|LGT1001:x.softmax(1)|}, y); functional.binary_cross_entropy_with_logits({|LGT1001:torch.sigmoid(x)|}, y);", "functional.cross_entropy(x, y); functional.binary_cross_entropy_with_logits(x, y);")]
    public async Task PassesTheLogits(string source, string mended) => await MendsAsync<ProbabilitiesToLogitsFix>(source, mended);

    [Theory]
    [InlineData("var m = Sequential(Linear(4, 3), Softmax(1)); CrossEntropyLoss().call({|LGT1001:m.call(x)|}, y);")]
    [InlineData("var p = torch.softmax(x, 1); x = y; functional.cross_entropy({|LGT1001:p|}, y); Console.WriteLine(p);")]
    public async Task OffersNothingWhereAReaderIsNotKnown(string source) => await MendsAsync<ProbabilitiesToLogitsFix>(source, source);

    [Fact]
    public async Task TakesALossForProbabilitiesWhereItsArgumentsCarryOver()
    {
        await MendsAsync<ProbabilitiesToLogitsFix>("functional.binary_cross_entropy_with_logits({|LGT1001:torch.sigmoid(x)|}, y);", "functional.binary_cross_entropy(torch.sigmoid(x), y);", ProbabilitiesToLogitsFix.SwapLoss);
        await MendsAsync<ProbabilitiesToLogitsFix>("var m = Sequential(Linear(4, 1), Sigmoid()); BCEWithLogitsLoss(pos_weights: y).call({|LGT1001:m.call(x)|}, y);", "var m = Sequential(Linear(4, 1), Sigmoid()); BCEWithLogitsLoss(pos_weights: y).call({|LGT1001:m.call(x)|}, y);");
    }

    [Theory]
    [InlineData("BCELoss().call({|LGT1002:Linear(4, 1).call(x)|}, y);", "BCEWithLogitsLoss().call(Linear(4, 1).call(x), y);")]
    [InlineData("functional.binary_cross_entropy({|LGT1002:Linear(4, 1).call(x)|}, y);", "functional.binary_cross_entropy_with_logits(Linear(4, 1).call(x), y);")]
    [InlineData("var loss = BCELoss(); loss.call({|LGT1002:Linear(4, 1).call(x)|}, y);", "var loss = BCEWithLogitsLoss(); loss.call(Linear(4, 1).call(x), y);")]
    [InlineData("distributions.Categorical({|LGT1002:Linear(4, 3).call(x)|});", "distributions.Categorical(logits: Linear(4, 3).call(x));")]
    public async Task TakesTheSinkForLogits(string source, string mended) => await MendsAsync<LogitsToProbabilitiesFix>(source, mended);

    [Fact]
    public async Task NormalisesFirst()
        => await MendsAsync<LogitsToProbabilitiesFix>("torch.multinomial({|LGT1002:Linear(4, 3).call(x)|}, 1);", "torch.multinomial(torch.nn.functional.softmax(Linear(4, 3).call(x), -1), 1);");

    [Theory]
    [InlineData("functional.nll_loss({|LGT1003:Linear(4, 3).call(x)|}, y);", "functional.cross_entropy(Linear(4, 3).call(x), y);")]
    [InlineData("functional.nll_loss({|LGT1003:functional.softmax(x, 1)|}, y);", "functional.nll_loss(torch.nn.functional.log_softmax(x, 1), y);")]
    [InlineData("functional.kl_div(x.log_softmax(1), {|LGT1003:y.softmax(1)|});", "functional.kl_div(x.log_softmax(1), y.softmax(1), log_target: false);")]
    public async Task TakesTheLogarithm(string source, string mended) => await MendsAsync<LogProbabilitiesExpectedFix>(source, mended);

    [Fact]
    public async Task TakesTheExponential()
        => await MendsAsync<LogProbabilitiesToProbabilitiesFix>("torch.multinomial({|LGT1004:x.log_softmax(-1)|}, 1);", "torch.multinomial(x.log_softmax(-1).exp(), 1);");

    [Theory]
    [InlineData("var p = {|LGT1005:torch.softmax(torch.softmax(x, 1), 1)|};", "var p = torch.softmax(x, 1);")]
    [InlineData("var p = {|LGT1005:{|LGT1005:x.softmax(1).softmax(1)|}.softmax(1)|};", "var p = x.softmax(1);")]
    [InlineData("var m = Sequential(Linear(4, 3), Softmax(1), {|LGT1005:Softmax(1)|});", "var m = Sequential(Linear(4, 3), Softmax(1));")]
    public async Task NormalisesOnce(string source, string mended) => await MendsAsync<NormalisedTwiceFix>(source, mended);

    [Fact]
    public async Task DropsTheLogarithm()
        => await MendsAsync<LogProbabilitiesToLogitsFix>("functional.cross_entropy({|LGT1006:functional.log_softmax(x, 1)|}, y);", "functional.cross_entropy(x, y);");

    [Theory]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(3, activation: \"softmax\")); m.compile(keras.optimizers.Adam(), {|LGT1007:keras.losses.CategoricalCrossentropy(from_logits: true)|});", "var m = keras.Sequential(keras.layers.Dense(3, activation: \"softmax\")); m.compile(keras.optimizers.Adam(), keras.losses.CategoricalCrossentropy(from_logits: false));")]
    [InlineData("var m = keras.Sequential(keras.layers.Dense(3)); m.compile(keras.optimizers.Adam(), {|LGT1007:keras.losses.CategoricalCrossentropy()|});", "var m = keras.Sequential(keras.layers.Dense(3)); m.compile(keras.optimizers.Adam(), keras.losses.CategoricalCrossentropy(from_logits: true));")]
    public async Task TellsTheLoss(string source, string mended) => await MendsAsync<CompiledLossFix>(source, mended, usings: Analysis.KerasUsings);

    [Fact]
    public async Task ComparesWithTheLogit()
        => await MendsAsync<LogitThresholdFix>("var o = Linear(4, 1).call(x); torch.sigmoid(o); var b = {|LGT2001:o|} > 0.5f; var c = {|LGT2001:o|}.gt(0.9);", "var o = Linear(4, 1).call(x); torch.sigmoid(o); var b = o > 0f; var c = o.gt(2.1972);");

    [Theory]
    [InlineData("var m = Sequential(Flatten(), Linear(4, 1), {|LGT3001:Softmax(1)|});", "var m = Sequential(Flatten(), Linear(4, 1), Sigmoid());", false)]
    [InlineData("var l = keras.layers.Dense(1, activation: {|LGT3001:\"softmax\"|});", "var l = keras.layers.Dense(1, activation: \"sigmoid\");", true)]
    public async Task TakesASigmoid(string source, string mended, bool isKeras) => await MendsAsync<OneClassSoftmaxFix>(source, mended, usings: isKeras ? Analysis.KerasUsings : Analysis.TorchSharpUsings);

    [Fact]
    public async Task TakesTheLossOfTheSameTask()
        => await MendsAsync<TaskMismatchFix>("var m = keras.Sequential(keras.layers.Dense(5, activation: \"softmax\")); m.compile(keras.optimizers.Adam(), {|LGT3002:keras.losses.BinaryCrossentropy()|});", "var m = keras.Sequential(keras.layers.Dense(5, activation: \"softmax\")); m.compile(keras.optimizers.Adam(), keras.losses.CategoricalCrossentropy());", usings: Analysis.KerasUsings);

    [Fact]
    public async Task ComparesProbabilities()
        => await MendsAsync<ModelsComparedFix>("var a = Linear(4, 1); var b = Linear(4, 1); var l = a.call(x); var r = b.call(x); torch.sigmoid(l); torch.sigmoid(r); var c = {|LGT4001:l > r|};", "var a = Linear(4, 1); var b = Linear(4, 1); var l = a.call(x); var r = b.call(x); torch.sigmoid(l); torch.sigmoid(r); var c = torch.sigmoid(l) > torch.sigmoid(r);");

    [Theory]
    [InlineData("var l = {|LGT5001:torch.log(functional.softmax(x, 1))|};", "var l = functional.log_softmax(x, 1);")]
    [InlineData("var l = {|LGT5001:x.softmax(1).log()|};", "var l = x.log_softmax(1);")]
    [InlineData("var p = functional.softmax(x, 1); var l = {|LGT5001:p.log()|}; Console.WriteLine(p);", "var p = functional.softmax(x, 1); var l = functional.log_softmax(x, 1); Console.WriteLine(p);")]
    public async Task FusesTheSoftmax(string source, string mended) => await MendsAsync<LogOfSoftmaxFix>(source, mended);

    [Theory]
    [InlineData("var l = {|LGT5002:torch.log(torch.sigmoid(x))|};", "var l = torch.nn.functional.logsigmoid(x);")]
    [InlineData("var l = y * {|LGT5002:torch.log(torch.sigmoid(x))|} + (1 - y) * {|LGT5002:torch.log(1 - torch.sigmoid(x))|};", "var l = y * torch.nn.functional.logsigmoid(x) + (1 - y) * torch.nn.functional.logsigmoid(-x);")]
    public async Task FusesTheSigmoid(string source, string mended) => await MendsAsync<LogOfSigmoidFix>(source, mended);

    [Theory]
    [InlineData("var c = {|LGT6001:x.softmax(1).argmax(1)|};", "var c = x.argmax(1);")]
    [InlineData("var p = x.softmax(1); var c = {|LGT6001:p.argmax(1)|};", "var p = x; var c = p.argmax(1);")]
    public async Task DropsTheSoftmax(string source, string mended) => await MendsAsync<RedundantSoftmaxFix>(source, mended);

    private static async Task MendsAsync<TFix>(string source, string mended, string? key = null, string usings = Analysis.TorchSharpUsings)
        where TFix : CodeFixProvider, new()
    {
        var test = new FixTest<TFix>(usings, Program(source), Program(mended)) { CodeActionEquivalenceKey = key };
        test.MarkupOptions = Microsoft.CodeAnalysis.Testing.MarkupOptions.UseFirstDescriptor;
        await test.RunAsync();
    }

    private static string Program(string body) => $"class C {{ void M(Tensor x, Tensor y) {{ {body} }} }}";
}

using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.TaskMismatchFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class TaskMismatchFixTests
{
    private const string Model = "var model = keras.Sequential(keras.layers.Dense(8), keras.layers.Dense(10, activation: \"sigmoid\"));\n";

    [Fact]
    public Task Sigmoid_TakesTheBinaryLoss() => Verify.KerasAsync(
        Model + "model.compile(keras.optimizers.Adam(), {|LGT3002:keras.losses.CategoricalCrossentropy(from_logits: false)|}, new[] { \"accuracy\" });",
        Model + "model.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy(from_logits: false), new[] { \"accuracy\" });");

    [Fact]
    public Task SettingsByPosition_AreNotCarriedOver() => Verify.KerasNotOfferedAsync(
        Model + "model.compile(keras.optimizers.Adam(), {|LGT3002:keras.losses.CategoricalCrossentropy(\"auto\")|}, new[] { \"accuracy\" });");

    [Fact]
    public Task Softmax_IsForTheReaderToDecide() => Verify.TorchNotOfferedAsync(
        "return functional.binary_cross_entropy({|LGT3002:functional.softmax(x, 1)|}, target);");
}

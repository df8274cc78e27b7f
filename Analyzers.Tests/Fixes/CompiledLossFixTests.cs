using System.Threading.Tasks;
using Logits.CodeFixes;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.CompiledLossFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class CompiledLossFixTests
{
    private const string Start = "var model = keras.Sequential(keras.layers.Dense(8), keras.layers.Dense(10";
    private const string Compile = "));\nmodel.compile(keras.optimizers.Adam(), ";
    private const string End = ", new[] { \"accuracy\" });";

    [Fact]
    public Task LossIsTold() => Verify.KerasAsync(
        Start + ", activation: \"softmax\"" + Compile + "{|LGT1007:keras.losses.SparseCategoricalCrossentropy(from_logits: true)|}" + End,
        Start + ", activation: \"softmax\"" + Compile + "keras.losses.SparseCategoricalCrossentropy(from_logits: false)" + End);

    [Fact]
    public Task LossIsToldWhatWasLeftOut() => Verify.KerasAsync(
        Start + Compile + "{|LGT1007:keras.losses.SparseCategoricalCrossentropy()|}" + End,
        Start + Compile + "keras.losses.SparseCategoricalCrossentropy(from_logits: true)" + End);

    [Fact]
    public Task ActivationBecomesLinear() => Verify.KerasAsync(
        Start + ", activation: \"softmax\"" + Compile + "{|LGT1007:keras.losses.SparseCategoricalCrossentropy(from_logits: true)|}" + End,
        Start + ", activation: \"linear\"" + Compile + "keras.losses.SparseCategoricalCrossentropy(from_logits: true)" + End,
        CompiledLossFix.DropActivation);

    [Fact]
    public Task ActivationObjectBecomesLinear() => Verify.KerasAsync(
        Start + ", activation: keras.activations.Softmax" + Compile + "{|LGT1007:keras.losses.CategoricalCrossentropy(from_logits: true)|}" + End,
        Start + ", activation: keras.activations.Linear" + Compile + "keras.losses.CategoricalCrossentropy(from_logits: true)" + End,
        CompiledLossFix.DropActivation);

    [Fact]
    public Task ActivationLayerIsRemoved() => Verify.KerasAsync(
        Start + "), keras.layers.Softmax(-1" + Compile + "{|LGT1007:keras.losses.CategoricalCrossentropy(from_logits: true)|}" + End,
        Start + Compile + "keras.losses.CategoricalCrossentropy(from_logits: true)" + End,
        CompiledLossFix.DropActivation);

    [Fact]
    public Task ModelThatIsTrainedAndSaved_BecomesLinear() => Verify.KerasAsync(
        Start + ", activation: \"softmax\"" + Compile + "{|LGT1007:keras.losses.SparseCategoricalCrossentropy(from_logits: true)|}" + End + "\nmodel.summary();",
        Start + ", activation: \"linear\"" + Compile + "keras.losses.SparseCategoricalCrossentropy(from_logits: true)" + End + "\nmodel.summary();",
        CompiledLossFix.DropActivation);

    [Theory]
    [InlineData("var p = model.predict(keras.Input(8));")]
    [InlineData("var p = model.Apply(keras.Input(8));")]
    [InlineData("var other = model;")]
    [InlineData("System.Func<Tensors, Tensors> predict = x => model.predict(x);")]
    public Task ModelWhoseOutputIsRead_StaysAsItIs(string read) => Verify.KerasNotOfferedAsync(
        Start + ", activation: \"softmax\"" + Compile + "{|LGT1007:keras.losses.SparseCategoricalCrossentropy(from_logits: true)|}" + End + "\n" + read,
        CompiledLossFix.DropActivation);

    [Fact]
    public Task ScoresHaveNoActivationToDrop() => Verify.KerasNotOfferedAsync(
        Start + Compile + "{|LGT1007:keras.losses.SparseCategoricalCrossentropy()|}" + End,
        CompiledLossFix.DropActivation);

    [Fact]
    public Task LossInALocal_IsTold() => Verify.KerasAsync(
        "var loss = keras.losses.BinaryCrossentropy(true);\n" + Start + ", activation: \"sigmoid\"" + Compile + "{|LGT1007:loss|}" + End,
        "var loss = keras.losses.BinaryCrossentropy(false);\n" + Start + ", activation: \"sigmoid\"" + Compile + "loss" + End);

    [Fact]
    public Task LossOfTwoModels_IsNotTold() => Verify.KerasNotOfferedAsync(
        "var loss = keras.losses.BinaryCrossentropy(true);\nvar other = keras.Sequential(keras.layers.Dense(1));\nother.compile(keras.optimizers.Adam(), loss, new[] { \"accuracy\" });\n"
        + Start + ", activation: \"sigmoid\"" + Compile + "{|LGT1007:loss|}" + End,
        CompiledLossFix.TellLoss);

    [Fact]
    public Task Several_AtOnce() => Verify.KerasAsync(
        Start + Compile + "{|LGT1007:keras.losses.SparseCategoricalCrossentropy()|}" + End + "\nmodel.compile(keras.optimizers.Adam(), {|LGT1007:keras.losses.CategoricalCrossentropy()|}" + End,
        Start + Compile + "keras.losses.SparseCategoricalCrossentropy(from_logits: true)" + End + "\nmodel.compile(keras.optimizers.Adam(), keras.losses.CategoricalCrossentropy(from_logits: true)" + End);
}

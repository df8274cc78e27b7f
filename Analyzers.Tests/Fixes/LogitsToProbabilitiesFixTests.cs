using System.Threading.Tasks;
using Logits.CodeFixes;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.LogitsToProbabilitiesFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class LogitsToProbabilitiesFixTests
{
    [Fact]
    public Task Function_IsSwapped() => Verify.TorchAsync(
        "return functional.binary_cross_entropy({|LGT1002:Linear(3, 1).call(x)|}, target);",
        "return functional.binary_cross_entropy_with_logits(Linear(3, 1).call(x), target);");

    [Fact]
    public Task LossObject_IsSwapped() => Verify.TorchAsync(
        "var model = Linear(3, 1);\nvar loss = BCELoss();\nvar output = model.call(x);\nreturn loss.call({|LGT1002:output|}, target);",
        "var model = Linear(3, 1);\nvar loss = BCEWithLogitsLoss();\nvar output = model.call(x);\nreturn loss.call(output, target);");

    [Fact]
    public Task LossObjectInAField_IsSwappedWithItsType() => Verify.TorchMembersAsync(
        "private readonly BCELoss loss = BCELoss();\n\n    Tensor M(Tensor x, Tensor target) => loss.call({|LGT1002:Linear(3, 1).call(x)|}, target);",
        "private readonly BCEWithLogitsLoss loss = BCEWithLogitsLoss();\n\n    Tensor M(Tensor x, Tensor target) => loss.call(Linear(3, 1).call(x), target);");

    [Fact]
    public Task LossObjectOfOthers_IsNotSwapped() => Verify.TorchMembersNotOfferedAsync(
        "public readonly BCELoss loss = BCELoss();\n\n    Tensor M(Tensor x, Tensor target) => loss.call({|LGT1002:Linear(3, 1).call(x)|}, target);",
        LogitsToProbabilitiesFix.SwapLoss);

    [Fact]
    public Task Sigmoid_First() => Verify.TorchAsync(
        "var output = Linear(3, 1).call(x);\nreturn functional.binary_cross_entropy({|LGT1002:output|}, target);",
        "var output = Linear(3, 1).call(x);\nreturn functional.binary_cross_entropy(sigmoid(output), target);",
        LogitsToProbabilitiesFix.Normalise);

    [Fact]
    public Task Distribution_TakesLogitsByName() => Verify.TorchAsync(
        "return distributions.Categorical({|LGT1002:Linear(3, 4).call(x)|}).sample();",
        "return distributions.Categorical(logits: Linear(3, 4).call(x)).sample();");

    [Fact]
    public Task DistributionByName_TakesLogits() => Verify.TorchAsync(
        "return distributions.Bernoulli(probs: {|LGT1002:Linear(3, 4).call(x)|}).sample();",
        "return distributions.Bernoulli(logits: Linear(3, 4).call(x)).sample();");

    [Fact]
    public Task Keras_TellsTheLoss() => Verify.KerasAsync(
        "var loss = keras.losses.BinaryCrossentropy();\nvar value = loss.Call(y, {|LGT1002:keras.layers.Dense(1).Apply(x)|});",
        "var loss = keras.losses.BinaryCrossentropy(from_logits: true);\nvar value = loss.Call(y, keras.layers.Dense(1).Apply(x));");

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        "var a = Linear(3, 1).call(x);\nvar b = BCELoss().call({|LGT1002:a|}, target);\nreturn b + functional.binary_cross_entropy({|LGT1002:a|}, target);",
        "var a = Linear(3, 1).call(x);\nvar b = BCEWithLogitsLoss().call(a, target);\nreturn b + functional.binary_cross_entropy_with_logits(a, target);");
}

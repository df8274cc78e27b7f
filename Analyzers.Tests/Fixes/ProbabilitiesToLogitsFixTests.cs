using System.Threading.Tasks;
using Logits.CodeFixes;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.ProbabilitiesToLogitsFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class ProbabilitiesToLogitsFixTests
{
    [Fact]
    public Task Inline_IsUnwrapped() => Verify.TorchAsync(
        "return functional.cross_entropy({|LGT1001:functional.softmax(x, 1)|}, target);",
        "return functional.cross_entropy(x, target);");

    [Fact]
    public Task Method_IsUnwrapped() => Verify.TorchAsync(
        "return functional.cross_entropy({|LGT1001:(x + y).softmax(1)|}, target);",
        "return functional.cross_entropy((x + y), target);");

    [Fact]
    public Task LocalReadOnce_HoldsTheLogits() => Verify.TorchAsync(
        "var output = functional.softmax(x + y, 1);\nreturn functional.cross_entropy({|LGT1001:output|}, target);",
        "var output = x + y;\nreturn functional.cross_entropy(output, target);");

    [Fact]
    public Task LocalReadOften_StaysForTheOthers() => Verify.TorchAsync(
        "var p = torch.sigmoid(x);\nConsole.WriteLine(p);\nreturn functional.binary_cross_entropy_with_logits({|LGT1001:p|}, target);",
        "var p = torch.sigmoid(x);\nConsole.WriteLine(p);\nreturn functional.binary_cross_entropy_with_logits(x, target);");

    [Fact]
    public Task LocalReadOftenOfChangedInput_IsNotReplaced() => Verify.TorchNotOfferedAsync(
        "var p = functional.softmax(x, 1);\nx = y;\nConsole.WriteLine(p);\nreturn functional.cross_entropy({|LGT1001:p|}, target) + x;");

    [Fact]
    public Task LocalReadOftenInALoopThatChangesTheInput_IsNotReplaced() => Verify.TorchNotOfferedAsync(
        "var p = functional.softmax(x, 1);\nConsole.WriteLine(p);\nfor (var i = 0; i < 3; i++)\n{\n    y = functional.cross_entropy({|LGT1001:p|}, target);\n    x = y;\n}\n\nreturn x;");

    [Fact]
    public Task LayerCalled_IsLeftOut() => Verify.TorchAsync(
        "var activation = Softmax(1);\nreturn functional.cross_entropy({|LGT1001:activation.call(x)|}, target);",
        "var activation = Softmax(1);\nreturn functional.cross_entropy(x, target);");

    [Fact]
    public Task TailOfAModelForTraining_IsRemoved() => Verify.TorchAsync(
        "var model = Sequential(Linear(3, 4), Softmax(1));\nvar loss = CrossEntropyLoss();\nmodel.train();\nvar output = model.call(x);\nConsole.WriteLine(output.argmax(1));\nreturn loss.call({|LGT1001:output|}, target);",
        "var model = Sequential(Linear(3, 4));\nvar loss = CrossEntropyLoss();\nmodel.train();\nvar output = model.call(x);\nConsole.WriteLine(output.argmax(1));\nreturn loss.call(output, target);");

    [Fact]
    public Task NamedTailOfAModelForTraining_IsRemoved() => Verify.TorchAsync(
        "var model = Sequential(\n    (\"fc\", Linear(3, 4)),\n    (\"softmax\", Softmax(1)));\nvar loss = CrossEntropyLoss();\nreturn loss.call({|LGT1001:model.call(x)|}, target);",
        "var model = Sequential(\n    (\"fc\", Linear(3, 4)));\nvar loss = CrossEntropyLoss();\nreturn loss.call(model.call(x), target);");

    [Fact]
    public Task TailOfAModelThatAlsoPredicts_Stays() => Verify.TorchNotOfferedAsync(
        "var model = Sequential(Linear(3, 4), Softmax(1));\nvar loss = CrossEntropyLoss();\nConsole.WriteLine(model.call(y));\nreturn loss.call({|LGT1001:model.call(x)|}, target);");

    [Fact]
    public Task TailOfAModelThatIsHandedOn_Stays() => Verify.TorchNotOfferedAsync(
        "var model = Sequential(Linear(3, 4), Softmax(1));\nvar loss = CrossEntropyLoss();\nConsole.WriteLine(model);\nreturn loss.call({|LGT1001:model.call(x)|}, target);");

    [Fact]
    public Task Function_IsSwapped() => Verify.TorchAsync(
        "return functional.binary_cross_entropy_with_logits({|LGT1001:torch.sigmoid(x)|}, target, weight, reduction: Reduction.Sum);",
        "return functional.binary_cross_entropy(torch.sigmoid(x), target, weight, reduction: Reduction.Sum);",
        ProbabilitiesToLogitsFix.SwapLoss);

    [Fact]
    public Task FunctionWithAnArgumentThatWouldBeLost_IsNotSwapped() => Verify.TorchNotOfferedAsync(
        "return functional.binary_cross_entropy_with_logits({|LGT1001:torch.sigmoid(x)|}, target, pos_weights: weight);",
        ProbabilitiesToLogitsFix.SwapLoss);

    [Fact]
    public Task LossObject_IsSwapped() => Verify.TorchAsync(
        "var loss = BCEWithLogitsLoss(weight);\nreturn loss.call({|LGT1001:torch.sigmoid(x)|}, target);",
        "var loss = BCELoss(weight);\nreturn loss.call(torch.sigmoid(x), target);",
        ProbabilitiesToLogitsFix.SwapLoss);

    [Fact]
    public Task LossObjectOfAnotherSink_IsNotSwapped() => Verify.TorchNotOfferedAsync(
        "var loss = BCEWithLogitsLoss();\nvar other = loss.call(y, target);\nreturn loss.call({|LGT1001:torch.sigmoid(x)|}, target) + other;",
        ProbabilitiesToLogitsFix.SwapLoss);

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        "var a = functional.cross_entropy({|LGT1001:functional.softmax(x, 1)|}, target);\nvar p = y.softmax(1);\nreturn a + functional.cross_entropy({|LGT1001:p|}, target);",
        "var a = functional.cross_entropy(x, target);\nvar p = y;\nreturn a + functional.cross_entropy(p, target);");

    [Fact]
    public Task Nested_AtOnce() => Verify.TorchAsync(
        "return functional.cross_entropy({|LGT1001:functional.softmax(x * functional.binary_cross_entropy_with_logits({|LGT1001:torch.sigmoid(y)|}, target), 1)|}, target);",
        "return functional.cross_entropy(x * functional.binary_cross_entropy_with_logits(y, target), target);");

    [Fact]
    public Task Keras_PassesTheLogits() => Verify.KerasAsync(
        "var loss = tf.nn.softmax_cross_entropy_with_logits(y, {|LGT1001:tf.nn.softmax(x)|});",
        "var loss = tf.nn.softmax_cross_entropy_with_logits(y, x);");

    [Fact]
    public Task Keras_TellsTheLoss() => Verify.KerasAsync(
        "var loss = keras.losses.BinaryCrossentropy(from_logits: true);\nvar value = loss.Call(y, {|LGT1001:tf.sigmoid(x)|});",
        "var loss = keras.losses.BinaryCrossentropy(from_logits: false);\nvar value = loss.Call(y, tf.sigmoid(x));",
        ProbabilitiesToLogitsFix.TellLoss);

    [Fact]
    public Task TailOfAModelInAField_IsRemoved() => Verify.TorchMembersAsync(
        "private readonly Module<Tensor, Tensor> model = Sequential(Linear(3, 4), Softmax(1));\n\n    Tensor M(Tensor x, Tensor target) { return CrossEntropyLoss().call({|LGT1001:model.call(x)|}, target); }",
        "private readonly Module<Tensor, Tensor> model = Sequential(Linear(3, 4));\n\n    Tensor M(Tensor x, Tensor target) { return CrossEntropyLoss().call(model.call(x), target); }");

    [Fact]
    public Task TailOfAModelThatOthersSee_Stays() => Verify.TorchMembersNotOfferedAsync(
        "internal readonly Module<Tensor, Tensor> model = Sequential(Linear(3, 4), Softmax(1));\n\n    Tensor M(Tensor x, Tensor target) { return CrossEntropyLoss().call({|LGT1001:model.call(x)|}, target); }");

    [Fact]
    public Task LossObjectAssignedInTheConstructor_IsSwapped() => Verify.TorchMembersAsync(
        "private readonly BCEWithLogitsLoss loss;\n\n    C() { this.loss = BCEWithLogitsLoss(); }\n\n    Tensor M(Tensor x, Tensor target) { return loss.call({|LGT1001:torch.sigmoid(x)|}, target); }",
        "private readonly BCELoss loss;\n\n    C() { this.loss = BCELoss(); }\n\n    Tensor M(Tensor x, Tensor target) { return loss.call(torch.sigmoid(x), target); }",
        ProbabilitiesToLogitsFix.SwapLoss);

    [Fact]
    public Task LocalThatIsDisposed_DoesNotHoldAnothersTensor() => Verify.TorchAsync(
        "using var p = functional.softmax(x, 1);\nreturn functional.cross_entropy({|LGT1001:p|}, target);",
        "using var p = functional.softmax(x, 1);\nreturn functional.cross_entropy(x, target);");

    [Fact]
    public Task LocalThatIsDisposed_HoldsATensorOfItsOwn() => Verify.TorchAsync(
        "using var p = functional.softmax(x.view(-1, 3), 1);\nreturn functional.cross_entropy({|LGT1001:p|}, target);",
        "using var p = x.view(-1, 3);\nreturn functional.cross_entropy(p, target);");

    [Fact]
    public Task InputChangedBeforeALambdaRuns_IsNotTaken() => Verify.TorchNotOfferedAsync(
        "var p = functional.softmax(x, 1);\nFunc<Tensor> loss = () => functional.cross_entropy({|LGT1001:p|}, target);\nx = y;\nConsole.WriteLine(p);\nreturn loss() + x;");

    [Fact]
    public Task SinkInAFunction_IsNotMendedAtTheCall() => Verify.TorchNotOfferedAsync(
        "Tensor Loss(Tensor p)\n{\n    Console.WriteLine(p);\n    return functional.cross_entropy(p, target);\n}\n\nreturn {|LGT1001:Loss(functional.softmax(x, 1))|};");
}

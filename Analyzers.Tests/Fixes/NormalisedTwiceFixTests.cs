using System.Threading.Tasks;
using Logits.CodeFixes;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.NormalisedTwiceFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class NormalisedTwiceFixTests
{
    [Fact]
    public Task Inner_IsDropped() => Verify.TorchAsync(
        "return {|LGT1005:functional.softmax(functional.softmax(x, 1), 1)|};",
        "return functional.softmax(x, 1);");

    [Fact]
    public Task InnerOfAnotherKind_IsDropped() => Verify.TorchAsync(
        "return {|LGT1005:functional.log_softmax(torch.sigmoid(x), 1)|};",
        "return functional.log_softmax(x, 1);");

    [Fact]
    public Task InnerInALocal_IsDropped() => Verify.TorchAsync(
        "var p = torch.sigmoid(x + y);\nreturn {|LGT1005:p.softmax(1)|};",
        "var p = x + y;\nreturn p.softmax(1);");

    [Fact]
    public Task OuterThatIsTheSame_IsDroppedWhereTheInnerIsRead() => Verify.TorchAsync(
        "var p = functional.softmax(x + y, 1);\nConsole.WriteLine(p);\nreturn {|LGT1005:functional.softmax(p, 1)|};",
        "var p = functional.softmax(x + y, 1);\nConsole.WriteLine(p);\nreturn p;");

    [Fact]
    public Task AnotherKindThatIsRead_StaysAsItIs() => Verify.TorchNotOfferedAsync(
        "var p = torch.sigmoid(x + y);\nConsole.WriteLine(p);\nreturn {|LGT1005:functional.softmax(p, 1)|};");

    [Fact]
    public Task ThreeTimes_AtOnce() => Verify.TorchAsync(
        "return {|LGT1005:functional.softmax({|LGT1005:functional.softmax(torch.sigmoid(x), 1)|}, 1)|};",
        "return functional.softmax(x, 1);");

    [Fact]
    public Task LayerBefore_IsDropped() => Verify.TorchAsync(
        "var model = Sequential(Linear(3, 4), Sigmoid(), {|LGT1005:Softmax(1)|});\nreturn model.call(x);",
        "var model = Sequential(Linear(3, 4), Softmax(1));\nreturn model.call(x);");

    [Fact]
    public Task ActivationOfALayerBefore_IsNotALayerToDrop() => Verify.KerasNotOfferedAsync(
        "var model = keras.Sequential(keras.layers.Dense(8), keras.layers.Dense(10, activation: \"softmax\"), {|LGT1005:keras.layers.Softmax(-1)|});");
}

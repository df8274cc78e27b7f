using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.OneClassSoftmaxFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class OneClassSoftmaxFixTests
{
    [Fact]
    public Task Activation_IsSigmoid() => Verify.KerasAsync(
        "var model = keras.Sequential(keras.layers.Dense(8), keras.layers.Dense(1, activation: {|LGT3001:\"softmax\"|}));",
        "var model = keras.Sequential(keras.layers.Dense(8), keras.layers.Dense(1, activation: \"sigmoid\"));");

    [Fact]
    public Task Function_IsSigmoid() => Verify.TorchAsync(
        "return {|LGT3001:functional.softmax(Linear(3, 1).call(x), -1)|};",
        "return functional.sigmoid(Linear(3, 1).call(x));");

    [Fact]
    public Task Method_IsSigmoid() => Verify.TorchAsync(
        "return {|LGT3001:Linear(3, 1).call(x).softmax(-1)|};",
        "return Linear(3, 1).call(x).sigmoid();");

    [Fact]
    public Task Layer_IsSigmoid() => Verify.TorchAsync(
        "var model = Sequential(Linear(3, 1), {|LGT3001:Softmax(-1)|});\nreturn model.call(x);",
        "var model = Sequential(Linear(3, 1), Sigmoid());\nreturn model.call(x);");

    [Fact]
    public Task Loss_IsForTheReaderToChoose() => Verify.TorchNotOfferedAsync(
        "return functional.cross_entropy({|LGT3001:Linear(3, 1).call(x)|}, target);");

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        "var a = {|LGT3001:functional.softmax(Linear(3, 1).call(x), -1)|};\nreturn a + {|LGT3001:torch.softmax(Linear(3, 1).call(y), -1)|};",
        "var a = functional.sigmoid(Linear(3, 1).call(x));\nreturn a + sigmoid(Linear(3, 1).call(y));");

    [Fact]
    public Task ActivationObject_IsSigmoid() => Verify.KerasAsync(
        "var model = keras.Sequential(keras.layers.Dense(8), keras.layers.Dense(1, activation: {|LGT3001:keras.activations.Softmax|}));",
        "var model = keras.Sequential(keras.layers.Dense(8), keras.layers.Dense(1, activation: keras.activations.Sigmoid));");
}

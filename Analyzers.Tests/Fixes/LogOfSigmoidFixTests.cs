using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.LogOfSigmoidFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class LogOfSigmoidFixTests
{
    [Fact]
    public Task Function_IsFused() => Verify.TorchAsync(
        "return {|LGT5002:torch.log(torch.sigmoid(x))|};",
        "return functional.logsigmoid(x);");

    [Fact]
    public Task Method_KeepsItsSpelling() => Verify.TorchAsync(
        "return {|LGT5002:x.sigmoid().log()|};",
        "return x.log_sigmoid();");

    [Fact]
    public Task Complement_TakesTheNegative() => Verify.TorchAsync(
        "return {|LGT5002:torch.log(1 - torch.sigmoid(x + y))|};",
        "return functional.logsigmoid(-(x + y));");

    [Fact]
    public Task ComplementOfMethod_TakesTheNegative() => Verify.TorchAsync(
        "return {|LGT5002:(1 - x.sigmoid()).log()|};",
        "return (-x).log_sigmoid();");

    [Fact]
    public Task CrossEntropyByHand_ThroughALocal() => Verify.TorchAsync(
        "var p = torch.sigmoid(x);\nreturn -(target * {|LGT5002:torch.log(p)|} + (1 - target) * {|LGT5002:torch.log(1 - p)|});",
        "var p = torch.sigmoid(x);\nreturn -(target * functional.logsigmoid(x) + (1 - target) * functional.logsigmoid(-x));");

    [Fact]
    public Task Nested_AtOnce() => Verify.TorchAsync(
        "return {|LGT5002:torch.log(torch.sigmoid(y + {|LGT5002:x.sigmoid().log()|}))|};",
        "return functional.logsigmoid(y + x.log_sigmoid());");

    [Fact]
    public Task ChangedInput_IsNotTaken() => Verify.TorchNotOfferedAsync(
        "var p = torch.sigmoid(x);\nx = y;\nreturn {|LGT5002:torch.log(p)|} + x;");

    [Fact]
    public Task TensorFlow_TakesSoftplus() => Verify.KerasAsync(
        "var p = {|LGT5002:tf.log(tf.nn.sigmoid(x))|};",
        "var p = -tf.math.softplus(-x);");
}

using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.ProbabilitiesToLogitsFix>;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>A loss is made another one where it is made, if every sink of it is wrong.</summary>
public class SwappedLossTests
{
    private const string Trainer = Programs.TorchUsings + """
        class Trainer
        {
            private readonly Module<Tensor, Tensor> _model;
            private readonly Loss<Tensor, Tensor, Tensor> _loss;

            public Trainer(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss)
            {
                _model = model;
                _loss = loss;
            }

            public void Step(Tensor x, Tensor y) => _loss.call(_model.call(x), y).backward();
        }
        """;

    private static string Program(string members) => Programs.TorchUsings + $$"""
        class Program
        {
            private readonly Sequential _net = Sequential(Linear(20, 5), Sigmoid());

            {{members}}
        }
        """;

    [Fact]
    public Task MadeForTheConstructor_IsAnother() => Verify.FilesAsync(
        [Trainer, Program("Trainer Make() => {|LGT1001:new Trainer(_net, BCEWithLogitsLoss())|};")],
        [Trainer, Program("Trainer Make() => new Trainer(_net, BCELoss());")]);

    [Fact]
    public Task HeldInAVariable_IsAnotherThere() => Verify.FilesAsync(
        [Trainer, Program("Trainer Make()\n    {\n        var loss = BCEWithLogitsLoss();\n        return {|LGT1001:new Trainer(_net, loss)|};\n    }")],
        [Trainer, Program("Trainer Make()\n    {\n        var loss = BCELoss();\n        return new Trainer(_net, loss);\n    }")]);

    [Fact]
    public Task HeldInAVariableForTwo_BothAreMended() => Verify.FilesAsync(
        [Trainer, Program("private readonly BCEWithLogitsLoss _loss = BCEWithLogitsLoss();\n\n    Trainer First() => {|LGT1001:new Trainer(_net, _loss)|};\n\n    void Second(Tensor x, Tensor y) => _loss.call({|LGT1001:_net.call(x)|}, y);")],
        [Trainer, Program("private readonly BCELoss _loss = BCELoss();\n\n    Trainer First() => new Trainer(_net, _loss);\n\n    void Second(Tensor x, Tensor y) => _loss.call(_net.call(x), y);")]);

    [Fact]
    public Task ASinkThatIsRight_KeepsTheLoss() => Verify.FilesNotOfferedAsync(
        Trainer,
        Program("Trainer Make(Tensor x, Tensor y)\n    {\n        var loss = BCEWithLogitsLoss();\n        loss.call(Linear(20, 5).call(x), y).backward();\n        return {|LGT1001:new Trainer(_net, loss)|};\n    }"));

    [Fact]
    public Task ASinkOfWhichNothingIsKnown_KeepsTheLoss() => Verify.FilesNotOfferedAsync(
        Trainer,
        Program("Trainer Make(Tensor x, Tensor y)\n    {\n        var loss = BCEWithLogitsLoss();\n        loss.call(x, y).backward();\n        return {|LGT1001:new Trainer(_net, loss)|};\n    }"));

    [Fact]
    public Task AnArgumentThatTheOtherLacks_KeepsTheLoss() => Verify.FilesNotOfferedAsync(
        Trainer,
        Program("Trainer Make(Tensor weights) => {|LGT1001:new Trainer(_net, BCEWithLogitsLoss(pos_weights: weights))|};"));

    private const string PublicTrainer = Programs.TorchUsings + """
        public interface ITrainer
        {
            Loss<Tensor, Tensor, Tensor> Loss { get; }
        }

        public class PublicTrainer : ITrainer
        {
            private readonly Module<Tensor, Tensor> _model;

            public PublicTrainer(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss)
            {
                _model = model;
                Loss = loss;
            }

            public Loss<Tensor, Tensor, Tensor> Loss { get; }

            public Loss<Tensor, Tensor, Tensor> Current() => Loss;

            public void Step(Tensor x, Tensor y) => Loss.call(_model.call(x), y).backward();
        }
        """;

    private const string Make = "PublicTrainer Make() => {|LGT1001:new PublicTrainer(_net, BCEWithLogitsLoss())|};";

    private static Task VerifySolutionAsync(string mended, string membersOfDependent)
    {
        var dependent = Programs.TorchUsings + $"public static class App {{ {membersOfDependent} }}";
        return Verify.SolutionAsync(
            new TestedProject(TestedProject.Main, [PublicTrainer, Program(Make)], [PublicTrainer, Program(mended)]),
            new TestedProject("App", [dependent], [dependent], TestedProject.Main));
    }

    [Fact]
    public Task NoOtherProjectUsesIt_IsAnother() => VerifySolutionAsync(
        "PublicTrainer Make() => new PublicTrainer(_net, BCELoss());",
        "public static void Fit(PublicTrainer trainer, Tensor x, Tensor y) => trainer.Step(x, y);");

    [Theory]
    [InlineData("PublicTrainer trainer, Tensor x, Tensor y) => trainer.Loss")]
    [InlineData("PublicTrainer trainer, Tensor x, Tensor y) => trainer.Current()")]
    [InlineData("ITrainer trainer, Tensor x, Tensor y) => trainer.Loss")]
    public Task AnotherProjectUsesIt_KeepsTheLoss(string use) => VerifySolutionAsync(Make, $"public static void Fit({use}.call(x, y).backward();");
}

using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Logits.Analyzers.Tests.Rules;

/// <summary>The spellings of older TorchSharp versions mean the same: losses as delegates, modules that are not generic, no <c>call</c>.</summary>
public sealed class OlderVersionTests
{
    private const string Usings = "using System; using TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn; using static TorchSharp.torch.nn.functional; ";

    [Theory]
    [InlineData("Loss loss = cross_entropy_loss(); loss(softmax(x, 1), y);", "LGT1001 softmax(x, 1)")]
    [InlineData("cross_entropy_loss()(softmax(x, 1), y);", "LGT1001 softmax(x, 1)")]
    [InlineData("Module act = Softmax(1); var loss = cross_entropy_loss(); loss(act.forward(Linear(9, 5).forward(x)), y);", "LGT1001 act.forward(Linear(9, 5).forward(x))")]
    [InlineData("Loss loss = nll_loss(reduction: Reduction.Mean); loss(softmax(x, 1), y);", "LGT1003 softmax(x, 1)")]
    [InlineData("var loss = binary_cross_entropy_loss(); loss(Sequential((\"a\", Linear(9, 1))).forward(x), y);", "LGT1002 Sequential((\"a\", Linear(9, 1))).forward(x)")]
    [InlineData("var loss = binary_cross_entropy_with_logits_loss(); loss(Sigmoid(x), y);", "LGT1001 Sigmoid(x)")]
    [InlineData("var loss = kl_div_loss(); loss(log_softmax(x, 1), softmax(y, 1));", "LGT1003 softmax(y, 1)")]
    [InlineData("var loss = nll_loss(); loss(LogSoftmax(dimension: 1).forward(x), y);")]
    [InlineData("var loss = cross_entropy_loss(); loss(Linear(9, 5).forward(x), y);")]
    [InlineData("var loss = kl_div_loss(logTarget: false); loss(log_softmax(x, 1), softmax(y, 1));")]
    public async Task Delegates(string body, params string[] expected) => await CheckAsync(LibrarySources.TorchSharpE1Reference, body, expected);

    [Theory]
    [InlineData("var loss = CrossEntropyLoss(); loss.forward(Sequential(Linear(9, 5), Softmax(1)).forward(x), y);", "LGT1001 Sequential(Linear(9, 5), Softmax(1)).forward(x)")]
    [InlineData("BCELoss().forward(Linear(9, 1).forward(x), y);", "LGT1002 Linear(9, 1).forward(x)")]
    [InlineData("NLLLoss().forward(log_softmax(Linear(9, 5).forward(x), 1), y);")]
    public async Task ForwardOnly(string body, params string[] expected) => await CheckAsync(LibrarySources.TorchSharpE2Reference, body, expected);

    private static async Task CheckAsync(MetadataReference library, string body, string[] expected)
    {
        var source = Usings + $"class C {{ void M(torch.Tensor x, torch.Tensor y) {{ {body} }} }}";
        var compilation = Analysis.Compilation(source, LibrarySources.FrameworkReferences.Add(library));
        Analysis.MustCompile(compilation);
        var findings = await Analysis.FindingsAsync(compilation);
        Assert.Equal(expected, findings.Select(Analysis.Text));
    }
}

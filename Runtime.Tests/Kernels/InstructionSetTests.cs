using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Logits.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Runs the tests of kernels again, each time without some instructions, so that every width of registers is tested.</summary>
[Collection("Alone")]
public sealed class InstructionSetTests
{
    private const string Expected = "LOGITS_TEST_LANES";

    [Theory]
    [Trait("Process", "Parent")]
    [InlineData("256", "DOTNET_EnableAVX512", "DOTNET_EnableAVX512F")]
    [InlineData("128", "DOTNET_EnableAVX2")]
    [InlineData("1", "DOTNET_EnableHWIntrinsic")]
    public async Task TheKernelsAreRightWithout(string lanes, params string[] switches)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["test", typeof(InstructionSetTests).Assembly.Location, "--filter", "Process!=Parent&Size!=Huge&FullyQualifiedName~Runtime.Tests.Numerics"])
            start.ArgumentList.Add(argument);
        foreach (var name in switches)
            start.Environment[name] = "0";
        start.Environment[Expected] = lanes;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0 && output.Contains("Passed!", StringComparison.Ordinal), output);
    }

    [Fact]
    public void TheRegistersAreThoseThatWereAskedFor()
    {
        var expected = Environment.GetEnvironmentVariable(Expected);
        var widest = Lanes512<float>.IsSupported ? "512" : Lanes256<float>.IsSupported ? "256" : Lanes128<float>.IsSupported ? "128" : "1";
        // A processor may have less than what is left.
        if (expected != null)
            Assert.True(int.Parse(widest) <= int.Parse(expected), $"{widest} instead of {expected}");
    }
}

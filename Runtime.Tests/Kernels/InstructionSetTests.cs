using System;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Threading.Tasks;
using Logits.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Runs the tests of kernels again, each time without some instructions, so that every width of registers is tested.</summary>
[Collection("Alone")]
public sealed class InstructionSetTests
{
    private const string Expected = "LOGITS_TEST_REGISTERS";

    /// <summary>The bits of the widest registers that the kernels use here, and whether those of 128 bits fuse multiplication and addition.</summary>
    private static (int Bits, bool Fuse) Registers
        => (Lanes512<float>.IsSupported ? 512 : Lanes256<float>.IsSupported ? 256 : Lanes128<float>.IsSupported ? 128 : 1, Lanes128<float>.Fuses);

    [Theory]
    [Trait("Process", "Parent")]
    [InlineData(256, true, "DOTNET_EnableAVX512=0", "DOTNET_EnableAVX512F=0")]
    // What ARM has: the other instructions are there, but no use is made of wider registers.
    [InlineData(128, true, "DOTNET_PreferredVectorBitWidth=128")]
    [InlineData(128, false, "DOTNET_EnableAVX2=0")]
    [InlineData(1, false, "DOTNET_EnableHWIntrinsic=0")]
    public async Task TheKernelsAreRightWithout(int bits, bool fuse, params string[] switches)
    {
        // A processor may have less than what is left; other processors than x64 know the last switch only.
        var left = (Math.Min(bits, Registers.Bits), fuse && Registers.Fuse);
        if (left == Registers || (bits > 1 && RuntimeInformation.ProcessArchitecture != Architecture.X64))
            return;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["test", typeof(InstructionSetTests).Assembly.Location, "--filter", "Process!=Parent&Size!=Huge&FullyQualifiedName~Runtime.Tests.Numerics"])
            start.ArgumentList.Add(argument);
        foreach (var set in switches)
            start.Environment[set.Split('=')[0]] = set.Split('=')[1];
        start.Environment[Expected] = $"{left}";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0 && output.Contains("Passed!", StringComparison.Ordinal), output);
    }

    [Fact]
    public void TheRegistersAreThoseThatWereAskedFor()
        => Assert.Equal(Environment.GetEnvironmentVariable(Expected) ?? $"{Registers}", $"{Registers}");

    /// <summary>The tests are built for each framework that the library is built for, to test that build of it.</summary>
    [Fact]
    public void TheBuildIsThatOfTheTests()
        => Assert.Equal(FrameworkOf(typeof(InstructionSetTests)), FrameworkOf(typeof(Kernels)));

    private static string? FrameworkOf(Type type) => type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName;
}

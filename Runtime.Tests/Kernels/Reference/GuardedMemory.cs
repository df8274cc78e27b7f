using System;
using System.Runtime.InteropServices;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>
/// Memory between pages that may not be touched: a kernel that reads or writes beyond either end crashes the process, with a stack trace that
/// shows which. Where the system is not known, plain memory.
/// </summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    // The same for x64 and arm64.
    private const int NoAccess = 0, ReadAndWrite = 3, PrivateAndAnonymous = 0x22;

    private readonly nint _mapped;
    private readonly nint _page = Environment.SystemPageSize;
    private readonly byte* _start;

    public GuardedMemory(nint bytes)
    {
        this.Length = (bytes + _page - 1) / _page * _page;
        if (!IsProtected)
        {
            _start = (byte*)NativeMemory.AlignedAlloc((nuint)this.Length, (nuint)_page);
            return;
        }
        _mapped = Map(0, this.Length + (2 * _page), NoAccess, PrivateAndAnonymous, -1, 0);
        if (_mapped == -1 || Protect(_mapped + _page, this.Length, ReadAndWrite) != 0)
            throw new InvalidOperationException($"There were no pages to protect: error {Marshal.GetLastPInvokeError()}.");
        _start = (byte*)(_mapped + _page);
    }

    /// <summary>Whether what lies around the memory is out of reach.</summary>
    public static bool IsProtected => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is (Architecture.X64 or Architecture.Arm64);

    /// <summary>The first byte, where a page begins.</summary>
    public byte* Start => _start;

    /// <summary>How many bytes there are, up to the end of a page.</summary>
    public nint Length { get; }

    public void Dispose()
    {
        if (IsProtected)
            _ = Unmap(_mapped, this.Length + (2 * _page));
        else
            NativeMemory.AlignedFree(_start);
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(nint address, nint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(nint address, nint length);
}

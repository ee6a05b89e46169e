using System.Buffers.Binary;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pause;

/// <summary>
/// The only process of a sandbox. It holds the namespaces, and does what the first process of a pid namespace owes: it reaps orphans, and ends when asked to.
/// <code>
/// block SIGINT, SIGTERM, SIGCHLD          // a first process ignores signals without a handler; blocked ones it can wait for
/// reap:  while (wait4(any, WNOHANG) > 0);
/// wait:  switch (sigwait) { SIGCHLD: goto reap;  interrupted: goto wait;  else: exit(0) }
/// </code>
/// It is made here, as bytes, so that a sandbox needs no compiler, no registry and no file beside ActorKube. It has no heap and no library, and touches one page.
/// </summary>
internal static class PauseProgram
{
    private const int Sigint = 2;
    private const int Sigterm = 15;
    private const int Sigchld = 17;

    /// <summary>A static ELF executable of under 300 bytes.</summary>
    /// <param name="architecture">As Go names it.</param>
    public static byte[] Build(string architecture) => architecture switch
    {
        "amd64" => ElfFile.Build(ElfMachine.X64, X64Pause.Assemble()),
        "arm64" => ElfFile.Build(ElfMachine.Arm64, Arm64Pause.Assemble()),
        _ => throw new RuntimeException(RuntimeError.Invalid, $"no sandbox program for architecture '{architecture}'"),
    };

    /// <summary>The kernel's signal set: bit n-1 is signal n.</summary>
    public static byte[] SignalSet()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (1UL << (Sigint - 1)) | (1UL << (Sigterm - 1)) | (1UL << (Sigchld - 1)));
        return bytes;
    }
}

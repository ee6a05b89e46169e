using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Pause;

namespace ActorKube.NodeAgent.Tests.Runtimes.DockerEngine;

[SupportedOSPlatform("linux")]
public sealed class PauseProgramTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Theory(Timeout = 60_000)]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Build_ForThisMachine_RunsUntilItIsAskedToStop(string signal)
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "pause");
        await File.WriteAllBytesAsync(path, PauseProgram.Build(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64"), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var process = Process.Start(path);

        try
        {
            // It sleeps nowhere but where it waits for signals.
            await WaitUntilAsleepAsync(process.Id);
            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
        finally
        {
            process.Kill();
        }

        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Worked out by hand from the encodings of the Arm manual (ADR counts bytes, B.cond instructions), as there is no such machine here to run it on.</summary>
    [Fact]
    public void Build_Arm64_IsTheseInstructions()
    {
        uint[] expected =
        [
            0xd28010e8, 0xd2800000, 0x10000321, 0xd2800002, 0xd2800103, 0xd4000001, // block the signals
            0xd2802088, 0x92800000, 0xd2800001, 0xd2800022, 0xd2800003, 0xd4000001, 0x7100001f, 0x54ffff2c, // reap
            0xd2801128, 0x10000180, 0xd2800001, 0xd2800002, 0xd2800103, 0xd4000001, 0x7100441f, 0x54fffe20, 0x7100001f, 0x54fffee4, // wait
            0xd2800bc8, 0xd2800000, 0xd4000001, // exit
        ];
        var code = PauseProgram.Build("arm64").AsSpan(120);

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], BinaryPrimitives.ReadUInt32LittleEndian(code[(i * 4)..]));
        }

        Assert.Equal(expected.Length * 4 + 8, code.Length);
        Assert.Equal(0x14002u, BinaryPrimitives.ReadUInt64LittleEndian(code[^8..]));
    }

    [Fact]
    public void Build_OtherMachine_IsRefused() => Assert.Equal(RuntimeError.Invalid, Assert.Throws<RuntimeException>(() => PauseProgram.Build("s390x")).Error);

    [Theory]
    [InlineData("x86_64", "amd64")]
    [InlineData("aarch64", "arm64")]
    [InlineData("riscv64", "riscv64")]
    public void GoArchitecture_KernelsName_IsTranslated(string kernel, string expected) => Assert.Equal(expected, EngineFacts.GoArchitecture(kernel));

    private static async Task WaitUntilAsleepAsync(int process)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!(await File.ReadAllTextAsync($"/proc/{process}/status", TestContext.Current.CancellationToken)).Contains("State:\tS", StringComparison.Ordinal))
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}

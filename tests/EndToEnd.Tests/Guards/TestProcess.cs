using System.Diagnostics;
using System.Globalization;
using ActorKube.Tests.Engines;

namespace ActorKube.EndToEnd.Tests.Guards;

/// <summary>A process of a test: its output line by line, signals, and its end with the test's.</summary>
internal sealed class TestProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];

    private TestProcess(Process process) => _process = process;

    /// <param name="program">A file beside this one.</param>
    public static TestProcess Start(string program, string[] arguments, string? engine = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["DOCKER_HOST"] = engine ?? "unix:///nonexistent/docker.sock";
        return new TestProcess(Process.Start(start)!);
    }

    /// <summary>Returns when a line with this text has come.</summary>
    public async Task WaitForLineAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            _output.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"'{text}' never came:\n{string.Join('\n', _output)}");
    }

    public Task SignalAsync(string signal) => Command.RunAsync("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Its exit code.</summary>
    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}

using System.Diagnostics;
using System.Text;

namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>A kubectl that runs beside the test, which reads what it writes as it comes.</summary>
public sealed class KubectlSession : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _errors;
    private readonly char[] _buffer = new char[4096];

    public KubectlSession(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync(Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task WriteAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync(Cancellation);
    }

    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Reads on until the text has come; all that came up to now.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        while (!_output.ToString().Contains(text, StringComparison.Ordinal))
        {
            if (!await ReadAsync())
            {
                Assert.Fail($"'{text}' never came, but: {_output}{await _errors}");
            }
        }

        return _output.ToString();
    }

    /// <summary>All that it writes, errors last, and how it ended.</summary>
    public async Task<(int ExitCode, string Output)> ReadToEndAsync()
    {
        while (await ReadAsync())
        {
        }

        await _process.WaitForExitAsync(Cancellation);
        return (_process.ExitCode, _output + await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task<bool> ReadAsync()
    {
        var count = await _process.StandardOutput.ReadAsync(_buffer, Cancellation);
        _output.Append(_buffer, 0, count);
        return count > 0;
    }
}

using System.Diagnostics;

namespace ActorKube.Host.Launcher.Programs;

/// <summary>Runs programs of this machine to their end. They inherit no terminal, and run in <c>/</c>: another user may not be allowed into the caller's folder.</summary>
internal static class Tool
{
    /// <param name="input">What it reads; nothing more comes.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed or is missing; the message has its words.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken, string input = "")
    {
        var (exitCode, output, error) = await TryRunAsync(program, arguments, cancellationToken, input).ConfigureAwait(false);
        return exitCode == 0 ? output : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed with exit code {exitCode}: {Tail(error + output)}");
    }

    /// <exception cref="InvalidOperationException">It is missing.</exception>
    public static async Task<ToolResult> TryRunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken, string input = "")
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return new ToolResult(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                WorkingDirectory = "/",
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"'{program}' can't be run: {e.Message}", e);
        }
    }

    private static string Tail(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(5));
}

internal sealed record ToolResult(int ExitCode, string Output, string Error);

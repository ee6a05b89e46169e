using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.Launcher;

/// <summary>Runs the launcher's commands on a data folder, and kubectl against what they start.</summary>
/// <param name="endpoint">Of the container engine; null where none is needed.</param>
internal sealed class LauncherProgram(string data, Func<string?> endpoint)
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "actorkube");

    /// <summary>Output of a command, which must succeed.</summary>
    public async Task<string> OkAsync(params string[] arguments)
    {
        var (exitCode, output) = await TryAsync(arguments);
        Assert.True(exitCode == 0, $"actorkube {string.Join(' ', arguments)}: {output}");
        return output;
    }

    public Task<(int ExitCode, string Output)> TryAsync(params string[] arguments) => RunAsync(Path, arguments is ["image"] ? arguments : [.. arguments, "--data", data]);

    public async Task<JsonObject> StatusAsync() => JsonNode.Parse((await TryAsync("status", "--json")).Output)!.AsObject();

    public async Task<string> KubectlAsync(string arguments, string context = "actorkube")
    {
        var (exitCode, output) = await RunAsync("kubectl", ["--kubeconfig", System.IO.Path.Combine(data, "kubeconfig"), "--context", context, .. arguments.Split(' ')]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOCKER_HOST"] = endpoint() },
        })!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, output + await errors);
    }
}

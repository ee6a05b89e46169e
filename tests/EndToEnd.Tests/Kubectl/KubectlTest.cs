using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>Runs the stock kubectl in a namespace of the test's own.</summary>
public abstract partial class KubectlTest(HostProcess host) : IAsyncLifetime
{
    protected const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, labels: {app: web}}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: c, image: "registry.example/web:1", ports: [{containerPort: 80}]}]
        """;

    protected HostProcess Host => host;

    protected string Namespace { get; } = "t-" + TestContext.Current.Test!.UniqueID[..16];

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, (await host.KubectlAsync($"create namespace {Namespace}")).ExitCode);
        await OkAsync("wait --for=create serviceaccount/default --timeout=30s");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await host.KubectlAsync($"delete namespace {Namespace} --wait=false");
    }

    protected Task<(int ExitCode, string Output)> RunAsync(string arguments, string input = "", string? editor = null) =>
        host.KubectlAsync($"-n {Namespace} {arguments}", input, editor);

    /// <summary>What a command prints that succeeds, without the last line's end.</summary>
    protected async Task<string> OkAsync(string arguments, string input = "", string? editor = null)
    {
        var (exitCode, output) = await RunAsync(arguments, input, editor);
        Assert.True(exitCode == 0, $"kubectl {arguments}: {output}");
        return output.TrimEnd('\n');
    }

    /// <summary>What a command prints that fails.</summary>
    protected async Task<string> FailAsync(string arguments, string input = "", string? editor = null)
    {
        var (exitCode, output) = await RunAsync(arguments, input, editor);
        Assert.True(exitCode != 0, $"kubectl {arguments} should fail: {output}");
        return output.TrimEnd('\n');
    }

    /// <summary>Repeats a command until its output, as <see cref="Rows"/>, has a text in it; the test's time limit ends it.</summary>
    protected async Task EventuallyAsync(string arguments, string expected)
    {
        while (!string.Join('\n', Rows((await RunAsync(arguments)).Output)).Contains(expected, StringComparison.Ordinal))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A command that goes on until it is killed.</summary>
    protected Process Start(string arguments) =>
        Process.Start(new ProcessStartInfo("kubectl", $"--kubeconfig {host.Kubeconfig} -n {Namespace} {arguments}") { RedirectStandardOutput = true })!;

    /// <summary>The lines of a table, their columns one space apart.</summary>
    internal static IReadOnlyList<string> Rows(string table) => [.. table.Split('\n').Select(static line => Spaces().Replace(line, " ").TrimEnd())];

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}

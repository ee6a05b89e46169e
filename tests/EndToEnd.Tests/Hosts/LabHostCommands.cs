using System.Text.Json.Nodes;
using ActorKube.Tests.Engines;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>What people do to a host of the lab from outside.</summary>
internal static class LabHostCommands
{
    /// <summary>kubectl through this host; its output.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Task<string> KubectlAsync(this LabHost host, params IReadOnlyList<string> arguments) => Command.RunAsync("kubectl", ["--kubeconfig", host.Kubeconfig, .. arguments]);

    public static async Task ApplyAsync(this LabHost host, string manifests)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, manifests, TestContext.Current.CancellationToken);
            await host.KubectlAsync("apply", "-f", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Process of a container of the host's engine, as this machine numbers it.</summary>
    /// <param name="containerId">As a pod's status has it: <c>docker://...</c>.</param>
    public static async Task<int> ProcessAsync(this LabHost host, string containerId)
    {
        using var engine = TestEngine.Client(host.Engine);
        var details = JsonNode.Parse(await engine.GetStringAsync(new Uri($"http://docker/v1.41/containers/{containerId.Split("//")[1]}/json"), TestContext.Current.CancellationToken))!;
        return (int)details["State"]!["Pid"]!;
    }
}

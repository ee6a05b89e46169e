using System.Diagnostics;
using System.Globalization;
using ActorKube.Tests.Lab;
using ActorKube.Tests.Ports;

namespace ActorKube.EndToEnd.Tests;

/// <summary>One of several hosts, each a process on this machine with a simulated node of its own.</summary>
/// <param name="more">What else it is started with.</param>
internal sealed class ClusterMember(string name, string journal, params IReadOnlyList<string> more) : HostProcess
{
    private readonly string _advertised = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePorts.One()}");

    public string Name => name;

    protected override IReadOnlyList<string> MoreOptions =>
        ["--journal", $"postgres:{journal}", "--token", "known-to-these-hosts-alone", "--node-name", name, "--advertise", _advertised, .. more];

    /// <summary>Runs <c>actorkube explain rebalance</c>.</summary>
    public async Task<string> ExplainRebalanceAsync()
    {
        var (exitCode, output) = await RunAsync(new ProcessStartInfo("dotnet", [Program, "explain", "rebalance", "--data", DataDirectory]));
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>As the administrator. The authority of such hosts lies in the journal, and in the kubeconfig of each.</summary>
    public HttpClient Connect() => KubeconfigClient.Connect(Kubeconfig);
}

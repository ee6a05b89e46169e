namespace ActorKube.EndToEnd.Tests.Fleet;

/// <summary>A host that carries twelve simulated nodes in three racks of two zones.</summary>
public sealed class FleetHost : HostProcess
{
    /// <summary>What <c>explain pod</c> prints.</summary>
    public Task<(int ExitCode, string Output)> ExplainAsync(string pod) => RunAsync(new System.Diagnostics.ProcessStartInfo("dotnet", [Program, "explain", "pod", pod, "--data", DataDirectory]));

    protected override IReadOnlyList<string> MoreOptions =>
    [
        "--nodes", "12", "--node-name", "sim", "--node-shape", "cpu=4,memory=8Gi,pods=20,zones=2,racks=3,label:pool=a,example.com/gpu=2,start=uniform(1ms,20ms),ready=100ms,detect=50ms",
    ];
}

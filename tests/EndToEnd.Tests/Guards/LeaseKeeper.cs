using ActorKube.NodeAgent.Fencing.Guards;

namespace ActorKube.EndToEnd.Tests.Guards;

/// <summary>A host of which there is nothing but the renewal of its guard's lease.</summary>
internal static class LeaseKeeper
{
    public const string Argument = "keep-lease";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    public static async Task<int> RunAsync(string path)
    {
        using var lease = GuardLease.Open(path);
        lease.Renew(lease.Now + Lease);
        await Console.Out.WriteLineAsync("Keeping");
        while (true)
        {
            lease.Renew(lease.Now + Lease);
            await Task.Delay(Period, TimeProvider.System);
        }
    }
}

namespace ActorKube.Tests.Engines;

/// <summary>Removes what a dockerd leaves behind when it ends.</summary>
internal static class EngineLeftovers
{
    public static async Task RemoveAsync(string directory, string bridge)
    {
        await Mounts.RemoveAsync(directory);
        foreach (var table in new[] { "filter", "nat" })
        {
            var rules = await Command.RunAsync("iptables", ["-w", "-t", table, "-S"]);
            foreach (var rule in rules.Split('\n').Where(r => r.StartsWith("-A ", StringComparison.Ordinal) && r.Split(' ').Contains(bridge)))
            {
                await Command.RunAsync("iptables", ["-w", "-t", table, "-D", .. rule.Split(' ')[1..]]);
            }
        }

        await Command.RunAsync("ip", ["link", "delete", bridge]);
        Directory.Delete(directory, recursive: true);
    }
}

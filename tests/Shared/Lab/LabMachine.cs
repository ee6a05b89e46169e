using System.Globalization;
using System.Net;
using ActorKube.Tests.Engines;

namespace ActorKube.Tests.Lab;

/// <summary>A machine of a <see cref="LabNetwork"/>: a network namespace with one address.</summary>
internal sealed record LabMachine(string Name, string Namespace, IPAddress Address)
{
    /// <summary>What a command starts with to run on the machine.</summary>
    public IReadOnlyList<string> Enter => ["nsenter", $"--net=/run/netns/{Namespace}"];

    public Task RunAsync(params string[] command) => Command.RunAsync(Enter[0], [.. Enter.Skip(1), .. command]);

    /// <summary>Processes of the machine itself; containers are namespaces of their own.</summary>
    public async Task<IReadOnlyList<int>> ProcessesAsync() =>
        [.. (await Command.RunAsync("ip", ["netns", "pids", Namespace])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static p => int.Parse(p, CultureInfo.InvariantCulture))];
}

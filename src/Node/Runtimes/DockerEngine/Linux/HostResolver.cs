using System.Net;
using ActorKube.NodeAgent.Containers;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>The host's resolvers as pods can use them.</summary>
internal static class HostResolver
{
    private const string Usual = "/etc/resolv.conf";

    /// <summary>What systemd-resolved asks, whose own address no pod reaches.</summary>
    private const string BehindSystemd = "/run/systemd/resolve/resolv.conf";

    public static DnsConfig Read() => Choose(ReadFile(Usual), ReadFile(BehindSystemd));

    /// <summary>Pure.</summary>
    internal static DnsConfig Choose(string usual, string behind)
    {
        var own = HostDns.Parse(usual);
        return own.Servers.Count > 0 && own.Servers.All(IsLoopback) && HostDns.Parse(behind) is { Servers.Count: > 0 } better ? better : own;
    }

    private static bool IsLoopback(string server) => IPAddress.TryParse(server, out var address) && IPAddress.IsLoopback(address);

    private static string ReadFile(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}

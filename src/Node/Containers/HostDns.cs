using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Containers;

/// <summary>The host's <c>resolv.conf</c>.</summary>
internal static class HostDns
{
    public const string Path = "/etc/resolv.conf";

    public static DnsConfig Parse(string text)
    {
        var servers = new List<string>();
        var (searches, options) = (Array.Empty<string>(), Array.Empty<string>());
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["nameserver", var server, ..]:
                    servers.Add(server);
                    break;
                case ["search" or "domain", .. var rest]:
                    searches = rest;
                    break;
                case ["options", .. var rest]:
                    options = rest;
                    break;
                default:
                    break;
            }
        }

        return new DnsConfig(servers, searches, options);
    }
}

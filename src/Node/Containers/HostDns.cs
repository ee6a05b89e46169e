using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Containers;

/// <summary>The host's <c>resolv.conf</c>.</summary>
public static class HostDns
{
    private const string Path = "/etc/resolv.conf";

    /// <summary>As it is now; nothing where there is none.</summary>
    public static DnsConfig Read() => Parse(File.Exists(Path) ? File.ReadAllText(Path) : "");

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

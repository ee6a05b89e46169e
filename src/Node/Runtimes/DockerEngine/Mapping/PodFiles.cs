using System.Text;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

/// <summary>Contents of the files in <c>/etc</c> that all containers of a pod share with its sandbox.</summary>
internal static class PodFiles
{
    public static string Hosts(SandboxConfig config, IReadOnlyList<string> addresses)
    {
        var text = new StringBuilder("""
            # Managed by ActorKube.
            127.0.0.1	localhost
            ::1	localhost ip6-localhost ip6-loopback
            fe00::0	ip6-localnet
            fe00::0	ip6-mcastprefix
            fe00::1	ip6-allnodes
            fe00::2	ip6-allrouters

            """);
        var names = config.Domain is { Length: > 0 } domain ? $"{config.Hostname}.{domain}\t{config.Hostname}" : config.Hostname;
        foreach (var address in addresses)
        {
            text.Append(address).Append('\t').Append(names).Append('\n');
        }

        foreach (var alias in config.HostAliases)
        {
            text.Append(alias.Address).Append('\t').AppendJoin('\t', alias.Names).Append('\n');
        }

        return text.ToString();
    }

    public static string ResolvConf(DnsConfig dns)
    {
        var text = new StringBuilder();
        if (dns.Searches.Count > 0)
        {
            text.Append("search ").AppendJoin(' ', dns.Searches).Append('\n');
        }

        foreach (var server in dns.Servers)
        {
            text.Append("nameserver ").Append(server).Append('\n');
        }

        if (dns.Options.Count > 0)
        {
            text.Append("options ").AppendJoin(' ', dns.Options).Append('\n');
        }

        return text.ToString();
    }
}

using System.Collections.Frozen;

namespace ActorKube.Ingresses.Tls;

/// <summary>Finds the certificate for a host that a client asks for. Immutable.</summary>
/// <param name="Hosts">By name in lower case, or by <c>*.</c> and what stands behind it.</param>
/// <param name="Fallback">For all other hosts.</param>
internal sealed record CertificateTable(FrozenDictionary<string, ServerCertificate> Hosts, ServerCertificate Fallback)
{
    /// <param name="host">As the client's hello names it; empty for none.</param>
    public ServerCertificate Find(string host)
    {
        if (Hosts.TryGetValue(host, out var found))
        {
            return found;
        }

        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Hosts.TryGetValue("*" + host[dot..], out found) ? found : Fallback;
    }
}

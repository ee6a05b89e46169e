using System.Collections.Frozen;
using ActorKube.Api.Core;
using ActorKube.Api.Networking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Ingresses.Routing;
using ActorKube.Network;

namespace ActorKube.Ingresses.Tls;

/// <summary>Makes the table of certificates from the secrets that Ingresses name, and keeps what was read as long as the secret stays as it is. Not thread-safe.</summary>
internal sealed class CertificateBook(ServerCertificate fallback)
{
    private Dictionary<ObjectKey, CertificateEntry> _known = [];

    /// <summary>Whether a change of that secret concerns a certificate.</summary>
    public bool Uses(ObjectKey secret) => _known.ContainsKey(secret);

    /// <param name="ingresses">Ours, the oldest first: of two with a certificate for a host, that of the older is shown.</param>
    public (CertificateTable Table, IReadOnlyList<Problem> Problems) Read(IEnumerable<Ingress> ingresses, ViewSnapshot view)
    {
        var used = new Dictionary<ObjectKey, CertificateEntry>();
        var hosts = new Dictionary<string, ServerCertificate>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<Problem>();
        foreach (var ingress in ingresses)
        {
            foreach (var tls in ingress.Spec.Tls ?? [])
            {
                if (string.IsNullOrEmpty(tls.SecretName))
                {
                    continue;
                }

                var key = new ObjectKey(IngressResources.Secrets, ingress.Metadata.Namespace ?? "", tls.SecretName);
                var entry = used.TryGetValue(key, out var known) ? known : used[key] = Entry(key, view);
                if (entry.Certificate is not { } certificate)
                {
                    problems.Add(new Problem(IngressName.Of(ingress).Key, "BadCertificate", $"secret \"{key.Name}\": {entry.Problem}"));
                    continue;
                }

                foreach (var host in tls.Hosts is { Count: > 0 } named ? named : certificate.Names)
                {
                    hosts.TryAdd(host, certificate);
                }
            }
        }

        _known = used;
        return (new CertificateTable(hosts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), fallback), problems);
    }

    private CertificateEntry Entry(ObjectKey key, ViewSnapshot view)
    {
        if (view.Get(key) is not { } stored)
        {
            return new CertificateEntry(0, null, "it isn't there");
        }

        if (_known.TryGetValue(key, out var known) && known.Revision == stored.Revision)
        {
            return known;
        }

        try
        {
            return new CertificateEntry(stored.Revision, CertificateReader.Read(stored.Read<Secret>()), null);
        }
        catch (FormatException e)
        {
            return new CertificateEntry(stored.Revision, null, e.Message);
        }
    }

    /// <param name="Revision">Of the secret; 0 if there is none.</param>
    private sealed record CertificateEntry(long Revision, ServerCertificate? Certificate, string? Problem);
}

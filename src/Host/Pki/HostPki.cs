using System.Net;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Engine.Commands;
using ActorKube.Host.Composition;

namespace ActorKube.Host.Pki;

/// <summary>The certificates of a host. A host that is alone keeps its authority as a file; hosts of one cluster have theirs in the journal, sealed.</summary>
internal sealed class HostPki
{
    private HostPki(CertificateAuthority authority, RotatingCertificate server, X509Certificate2 administrator) => (Authority, Server, Administrator) = (authority, server, administrator);

    public CertificateAuthority Authority { get; }

    /// <summary>Of the API.</summary>
    public RotatingCertificate Server { get; }

    public X509Certificate2 Administrator { get; }

    /// <exception cref="WrongTokenException">The token isn't that of the cluster.</exception>
    public static async Task<HostPki> OpenAsync(HostSettings settings, ObjectCommands store, TimeProvider time, CancellationToken cancellationToken)
    {
        var files = new PkiDirectory(Path.Combine(settings.DataDirectory, "pki"), time);
        var authority = settings.IsShared
            ? CertificateAuthority.FromPem(await new ClusterSecrets(store, settings.Token).OpenAsync("actorkube-authority", () => CertificateAuthority.Create("actorkube-ca", time).ToPem(), cancellationToken).ConfigureAwait(false), time)
            : files.OpenAuthority();
        IPAddress[] addresses = settings.Advertise is { } advertised ? [settings.ServiceAddress, advertised.Address] : [settings.ServiceAddress];
        var server = new RotatingCertificate(time, CertificateAuthority.LeafLife, _ => files.OpenServer(authority, addresses));
        return new HostPki(authority, server, files.OpenAdministrator(authority));
    }
}

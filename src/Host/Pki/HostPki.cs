using System.Net;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Commands;
using ActorKube.Host.Composition;

namespace ActorKube.Host.Pki;

/// <summary>
/// The certificates and keys of a host. A host that is alone keeps the authority and the key of tokens as files; hosts of one cluster have theirs in the journal, sealed.
/// </summary>
internal sealed class HostPki : IAsyncDisposable
{
    private readonly SigningKeyLoad _key;

    private HostPki(CertificateAuthority authority, SigningKeyLoad key, PkiDirectory files, IPAddress[] addresses, TimeProvider time)
    {
        _key = key;
        Authority = authority;
        SigningKeys = new FixedSigningKey(key.Key);
        Server = new RotatingCertificate(time, CertificateAuthority.LeafLife, _ => files.OpenServer(authority, addresses));
        Administrator = files.OpenAdministrator(authority);
    }

    public CertificateAuthority Authority { get; }

    /// <summary>Of service-account tokens.</summary>
    public ISigningKeys SigningKeys { get; }

    /// <summary>Of the API.</summary>
    public RotatingCertificate Server { get; }

    public X509Certificate2 Administrator { get; }

    /// <exception cref="WrongTokenException">The token isn't that of the cluster.</exception>
    public static async Task<HostPki> OpenAsync(HostSettings settings, ObjectCommands store, TimeProvider time, CancellationToken cancellationToken)
    {
        var directory = Path.Combine(settings.DataDirectory, "pki");
        var files = new PkiDirectory(directory, time);
        IPAddress[] addresses = settings.Advertise is { } advertised ? [settings.ServiceAddress, advertised.Address] : [settings.ServiceAddress];
        if (!settings.IsShared)
        {
            return new HostPki(files.OpenAuthority(), new SigningKeyLoad(() => SigningKeyFile.Open(directory)).Start(), files, addresses, time);
        }

        var secrets = new ClusterSecrets(store, settings.Token);
        var authority = await secrets.OpenAsync("actorkube-authority", () => CertificateAuthority.Create("actorkube-ca", time).ToPem(), cancellationToken).ConfigureAwait(false);
        var key = await secrets.OpenAsync("actorkube-token-key", NewKey, cancellationToken).ConfigureAwait(false);
        return new HostPki(CertificateAuthority.FromPem(authority, time), new SigningKeyLoad(() => SigningKey.FromPem(key)).Start(), files, addresses, time);
    }

    public ValueTask DisposeAsync() => _key.DisposeAsync();

    private static string NewKey()
    {
        using var key = SigningKey.Create();
        return key.ToPem();
    }
}

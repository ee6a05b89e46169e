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

    private HostPki(CertificateAuthority authority, CertificateAuthority front, SigningKeyLoad key, PkiDirectory files, Func<CertificateAuthority, X509Certificate2> server, TimeProvider time)
    {
        _key = key;
        Authority = authority;
        SigningKeys = new FixedSigningKey(key.Key);
        Server = new RotatingCertificate(time, CertificateAuthority.LeafLife, _ => server(authority));
        FrontAuthority = front;
        Front = new RotatingCertificate(time, CertificateAuthority.LeafLife, _ => front.IssueClient(FrontName));
        Administrator = files.OpenAdministrator(authority);
    }

    /// <summary>Of the front proxy's certificates, which extension servers believe.</summary>
    public const string FrontName = "front-proxy-client";

    public CertificateAuthority Authority { get; }

    /// <summary>Signs what extension servers know this cluster's API servers by, and nothing else.</summary>
    public CertificateAuthority FrontAuthority { get; }

    /// <summary>Shown to extension servers.</summary>
    public RotatingCertificate Front { get; }

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
            return new HostPki(files.OpenAuthority(), files.OpenFrontAuthority(), new SigningKeyLoad(() => SigningKeyFile.Open(directory)).Start(), files, Server, time);
        }

        var secrets = new ClusterSecrets(store, settings.Token);
        var authority = await secrets.OpenAsync("actorkube-authority", () => CertificateAuthority.Create("actorkube-ca", time).ToPem(), cancellationToken).ConfigureAwait(false);
        var front = await secrets.OpenAsync("actorkube-front-proxy-authority", () => CertificateAuthority.Create("actorkube-front-proxy-ca", time).ToPem(), cancellationToken).ConfigureAwait(false);
        var key = await secrets.OpenAsync("actorkube-token-key", NewKey, cancellationToken).ConfigureAwait(false);
        return new HostPki(CertificateAuthority.FromPem(authority, time), CertificateAuthority.FromPem(front, time), new SigningKeyLoad(() => SigningKey.FromPem(key)).Start(), files, Server, time);

        X509Certificate2 Server(CertificateAuthority authority) => files.OpenServer(authority, settings.ClusterDomain, addresses);
    }

    public ValueTask DisposeAsync() => _key.DisposeAsync();

    private static string NewKey()
    {
        using var key = SigningKey.Create();
        return key.ToPem();
    }
}

using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActorKube.Api.ApiRegistration;
using ActorKube.Engine.Transport;

namespace ActorKube.Server.Aggregation;

/// <summary>The connections to extension servers: one client for each APIService, until it says something else of whom to trust. Thread-safe.</summary>
/// <param name="identity">Shown to the servers, asked for at each connection.</param>
internal sealed class ExtensionClients(Func<X509Certificate2> identity) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>So that a new certificate is shown some day.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Client> _clients = new(StringComparer.Ordinal);

    /// <exception cref="ExtensionServerException">The APIService's certificates can't be read.</exception>
    public HttpMessageInvoker For(APIService api)
    {
        // One that is replaced is not disposed: requests on it go on, and its connections are closed when nobody has used them for a while.
        return _clients.AddOrUpdate(
            api.Metadata.Name ?? "",
            static (_, asked) => new Client(asked.Spec, asked.Self.Open(asked.Spec)),
            static (_, known, asked) => known.Holds(asked.Spec) ? known : new Client(asked.Spec, asked.Self.Open(asked.Spec)),
            (api.Spec, Self: this)).Invoker;
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Invoker.Dispose();
        }
    }

    private HttpMessageInvoker Open(APIServiceSpec spec) => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            LocalCertificateSelectionCallback = (_, _, _, _, _) => identity(),
            CertificateChainPolicy = spec.InsecureSkipTLSVerify ? null : Trust(spec),

            // What the APIService itself asks for.
#pragma warning disable CA5359
            RemoteCertificateValidationCallback = spec.InsecureSkipTLSVerify ? static (_, _, _, _) => true : null,
#pragma warning restore CA5359
        },
        PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new RepeatedHeaderStream(context.PlaintextStream)),
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        ConnectCallback = TcpConnections.ConnectAsync,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = Lifetime,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    });

    /// <summary>Without certificates of its own: those that the system trusts.</summary>
    private static X509ChainPolicy Trust(APIServiceSpec spec)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (spec.CaBundle is { Length: > 0 } bundle)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            Import(policy.CustomTrustStore, bundle);
        }

        return policy;
    }

    private static void Import(X509Certificate2Collection into, ReadOnlyMemory<byte> bundle)
    {
        try
        {
            into.ImportFromPem(Encoding.UTF8.GetString(bundle.Span));
        }
        catch (CryptographicException e)
        {
            throw new ExtensionServerException($"unable to load root certificates: {e.Message}");
        }

        if (into.Count == 0)
        {
            throw new ExtensionServerException("unable to load root certificates: unable to parse bytes as PEM block");
        }
    }

    private sealed record Client(APIServiceSpec Spec, HttpMessageInvoker Invoker)
    {
        public bool Holds(APIServiceSpec other) => ReferenceEquals(Spec, other)
            || (Spec.InsecureSkipTLSVerify == other.InsecureSkipTLSVerify && (Spec.CaBundle ?? default).Span.SequenceEqual((other.CaBundle ?? default).Span));
    }
}

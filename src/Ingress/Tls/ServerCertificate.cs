using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.Ingresses.Tls;

/// <summary>A certificate as connections are answered with it. Sessions are resumed as long as it is the same object.</summary>
internal sealed class ServerCertificate
{
    /// <param name="leaf">With its private key.</param>
    /// <param name="chain">What else clients are to be shown.</param>
    public ServerCertificate(X509Certificate2 leaf, X509Certificate2Collection chain)
    {
        Leaf = leaf;
        Options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(leaf, chain, offline: true),
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        };
    }

    public X509Certificate2 Leaf { get; }

    public SslServerAuthenticationOptions Options { get; }

    /// <summary>The host names that it is for, wildcards among them.</summary>
    public IEnumerable<string> Names => Leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(static e => e.EnumerateDnsNames());
}

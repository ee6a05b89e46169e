using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ActorKube.Tests.Lab;

/// <summary>A plain client of a host's API, made from the kubeconfig that the host wrote.</summary>
internal static class KubeconfigClient
{
    /// <summary>As the administrator; one connection for each request under way.</summary>
    public static HttpClient Connect(string kubeconfig)
    {
        var fields = File.ReadLines(kubeconfig).Select(static l => l.Split(':', 2)).Where(static p => p.Length == 2).DistinctBy(static p => p[0].Trim()).ToDictionary(static p => p[0].Trim(), static p => p[1].Trim());
        string Pem(string field) => Encoding.ASCII.GetString(Convert.FromBase64String(fields[field]));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509Certificate2.CreateFromPem(Pem("certificate-authority-data")));
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(2),
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificates = [X509Certificate2.CreateFromPem(Pem("client-certificate-data"), Pem("client-key-data"))],
                CertificateChainPolicy = trust,
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri(fields["server"]), Timeout = TimeSpan.FromSeconds(30) };
    }
}

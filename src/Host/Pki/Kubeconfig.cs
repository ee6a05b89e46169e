using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ActorKube.Host.Pki;

/// <summary>The file by which kubectl finds the cluster and proves who it is.</summary>
public static class Kubeconfig
{
    public static void Write(string path, Uri server, X509Certificate2 authority, X509Certificate2 client) => Write(path, [("actorkube", server)], authority, client);

    /// <param name="servers">One or more hosts of the cluster, each with the name of its context; the first context is current.</param>
    public static void Write(string path, IReadOnlyList<(string Name, Uri Url)> servers, X509Certificate2 authority, X509Certificate2 client)
    {
        using var key = client.GetECDsaPrivateKey()!;
        var trusted = Base64(authority.ExportCertificatePem());
        PrivateFile.Write(path, $"""
            apiVersion: v1
            kind: Config
            clusters:
            {string.Join('\n', servers.Select(s => $"""
            - name: {s.Name}
              cluster:
                server: {s.Url.GetLeftPart(UriPartial.Authority)}
                certificate-authority-data: {trusted}
            """))}
            contexts:
            {string.Join('\n', servers.Select(static s => $"""
            - name: {s.Name}
              context:
                cluster: {s.Name}
                user: kubernetes-admin
            """))}
            current-context: {servers[0].Name}
            users:
            - name: kubernetes-admin
              user:
                client-certificate-data: {Base64(client.ExportCertificatePem())}
                client-key-data: {Base64(key.ExportPkcs8PrivateKeyPem())}

            """);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}

using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ActorKube.Host.Pki;

/// <summary>The file by which kubectl finds the cluster and proves who it is.</summary>
public static class Kubeconfig
{
    public static void Write(string path, Uri server, X509Certificate2 authority, X509Certificate2 client)
    {
        using var key = client.GetECDsaPrivateKey()!;
        PrivateFile.Write(path, $"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: actorkube
              cluster:
                server: {server.GetLeftPart(UriPartial.Authority)}
                certificate-authority-data: {Base64(authority.ExportCertificatePem())}
            contexts:
            - name: actorkube
              context:
                cluster: actorkube
                user: kubernetes-admin
            current-context: actorkube
            users:
            - name: kubernetes-admin
              user:
                client-certificate-data: {Base64(client.ExportCertificatePem())}
                client-key-data: {Base64(key.ExportPkcs8PrivateKeyPem())}

            """);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}

using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Text;

namespace ActorKube.Host.Pki;

/// <summary>What a client needs to talk to a cluster: where it is, whom to trust, and who it is itself.</summary>
internal sealed record ClusterAccess(Uri Server, X509Certificate2 Authority, X509Certificate2 Client)
{
    /// <summary>Reads a file that <see cref="Kubeconfig"/> wrote: its current context counts.</summary>
    /// <exception cref="InvalidDataException">It is none of those.</exception>
    public static ClusterAccess Read(string path)
    {
        var config = YamlReader.Read(File.ReadAllText(path)).Root;
        var context = Find(config, "contexts", (string?)config?["current-context"])?["context"];
        var cluster = Find(config, "clusters", (string?)context?["cluster"])?["cluster"];
        var user = Find(config, "users", (string?)context?["user"])?["user"];
        return new ClusterAccess(
            new Uri(Text(cluster, "server")),
            X509Certificate2.CreateFromPem(Pem(cluster, "certificate-authority-data")),
            X509Certificate2.CreateFromPem(Pem(user, "client-certificate-data"), Pem(user, "client-key-data")));

        string Text(JsonNode? node, string name) => (string?)node?[name] ?? throw new InvalidDataException($"{path}: the current context has no {name}.");

        string Pem(JsonNode? node, string name) => Encoding.ASCII.GetString(Convert.FromBase64String(Text(node, name)));
    }

    private static JsonNode? Find(JsonNode? config, string list, string? name) =>
        (config?[list] as JsonArray)?.FirstOrDefault(i => name is not null && (string?)i?["name"] == name);
}

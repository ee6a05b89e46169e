using System.Text;
using System.Text.Json;
using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent.Images;

/// <summary>Credentials for registries from a pod's imagePullSecrets.</summary>
internal sealed class PullSecrets(IConfigSources sources)
{
    /// <summary>Those that are for the image's registry, in the pod's order. A secret that is missing or malformed is passed over, as by the kubelet.</summary>
    public IEnumerable<RegistryCredentials> For(Pod pod, string reference)
    {
        var registry = ImageReference.Registry(reference);
        foreach (var name in pod.Spec.ImagePullSecrets.OrEmpty().Select(static s => s.Name ?? ""))
        {
            if (sources.Secret(pod.Metadata.Namespace ?? "", name)?.Data is { } data && Read(data, registry) is { } credentials)
            {
                yield return credentials;
            }
        }
    }

    private static RegistryCredentials? Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> data, string registry)
    {
        try
        {
            return data.TryGetValue(".dockerconfigjson", out var json) && JsonDocument.Parse(json).RootElement.TryGetProperty("auths", out var auths) ? Find(auths, registry)
                : data.TryGetValue(".dockercfg", out var old) ? Find(JsonDocument.Parse(old).RootElement, registry)
                : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static RegistryCredentials? Find(JsonElement auths, string registry)
    {
        foreach (var entry in auths.EnumerateObject().Where(e => Host(e.Name) == registry))
        {
            var auth = entry.Value;
            if (auth.TryGetProperty("auth", out var both) && both.GetString() is { Length: > 0 } encoded)
            {
                var text = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
                var colon = text.IndexOf(':', StringComparison.Ordinal);
                return colon < 0 ? null : new RegistryCredentials(text[..colon], text[(colon + 1)..]);
            }

            return new RegistryCredentials(Text(auth, "username"), Text(auth, "password"));
        }

        return null;
    }

    private static string Text(JsonElement auth, string name) => auth.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    /// <summary>Entries may be URLs, and Docker Hub has several names.</summary>
    private static string Host(string entry)
    {
        var start = entry.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var host = entry[start..].Split('/')[0];
        return host is "index.docker.io" or "registry-1.docker.io" ? "docker.io" : host;
    }
}

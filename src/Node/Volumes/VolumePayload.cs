using System.Text;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Sources;
using ActorKube.NodeAgent.Variables;

namespace ActorKube.NodeAgent.Volumes;

/// <summary>What the files of volumes are made from.</summary>
internal sealed record VolumeInputs
{
    public required Pod Pod { get; init; }

    public required PodPlace Place { get; init; }

    public required IConfigSources Sources { get; init; }

    public required IReadOnlyDictionary<string, Quantity> Allocatable { get; init; }

    public TokenKeeper? Tokens { get; init; }

    public string Namespace => Pod.Metadata.Namespace ?? "";
}

/// <summary>The files of configMap, secret, downwardAPI and projected volumes.</summary>
internal static class VolumePayload
{
    private const int DefaultMode = 0b110_100_100;
    private const int SecretMode = 0b110_100_100;
    private static readonly TimeSpan DefaultTokenLife = TimeSpan.FromHours(1);

    /// <summary>Null for volumes of other kinds.</summary>
    /// <exception cref="ConfigException">An object or key that isn't optional is missing.</exception>
    public static async ValueTask<IReadOnlyDictionary<string, VolumeFile>?> OfAsync(Volume volume, VolumeInputs inputs, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, VolumeFile>(StringComparer.Ordinal);
        switch (volume)
        {
            case { ConfigMap: { } source }:
                ConfigMap(files, inputs, source.Name, source.Items, source.Optional, source.DefaultMode ?? DefaultMode);
                break;
            case { Secret: { } source }:
                Secret(files, inputs, source.SecretName, source.Items, source.Optional, source.DefaultMode ?? SecretMode);
                break;
            case { DownwardAPI: { } source }:
                Downward(files, inputs, source.Items, source.DefaultMode ?? DefaultMode);
                break;
            case { Projected: { } source }:
                foreach (var projection in source.Sources.OrEmpty())
                {
                    await ProjectAsync(files, inputs, projection, source.DefaultMode ?? DefaultMode, cancellationToken);
                }

                break;
            default:
                return null;
        }

        return files;
    }

    private static async ValueTask ProjectAsync(
        SortedDictionary<string, VolumeFile> files, VolumeInputs inputs, VolumeProjection projection, int mode, CancellationToken cancellationToken)
    {
        if (projection.ConfigMap is { } map)
        {
            ConfigMap(files, inputs, map.Name, map.Items, map.Optional, mode);
        }

        if (projection.Secret is { } secret)
        {
            Secret(files, inputs, secret.Name, secret.Items, secret.Optional, mode);
        }

        if (projection.DownwardAPI is { } downward)
        {
            Downward(files, inputs, downward.Items, mode);
        }

        if (projection.ServiceAccountToken is { } token && inputs.Tokens is { } tokens)
        {
            var life = token.ExpirationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultTokenLife;
            var (pod, account) = (inputs.Pod, inputs.Pod.Spec.ServiceAccountName is { Length: > 0 } name ? name : "default");
            var request = new ServiceAccountTokenRequest(inputs.Namespace, account, pod.Metadata.Name ?? "", pod.Metadata.Uid ?? "", token.Audience, life);
            try
            {
                var kept = await tokens.GetAsync(request, cancellationToken);
                files[token.Path] = new VolumeFile(Encoding.UTF8.GetBytes(kept.Text), mode) { RenewAt = kept.RenewAt };
            }
            catch (ApiException e)
            {
                throw new ConfigException($"failed to fetch token: {e.Message}");
            }
        }
    }

    private static void ConfigMap(
        SortedDictionary<string, VolumeFile> files, VolumeInputs inputs, string? name, IReadOnlyList<KeyToPath>? items, bool? optional, int mode)
    {
        if (inputs.Sources.ConfigMap(inputs.Namespace, name ?? "") is { } map)
        {
            var contents = map.BinaryData.OrEmpty().ToDictionary(StringComparer.Ordinal);
            foreach (var (key, text) in map.Data.OrEmpty())
            {
                contents[key] = Encoding.UTF8.GetBytes(text);
            }

            Add(files, contents, items, optional, mode, "configmap");
        }
        else if (optional != true)
        {
            throw new ConfigException($"configmap \"{name}\" not found");
        }
    }

    private static void Secret(
        SortedDictionary<string, VolumeFile> files, VolumeInputs inputs, string? name, IReadOnlyList<KeyToPath>? items, bool? optional, int mode)
    {
        if (inputs.Sources.Secret(inputs.Namespace, name ?? "") is { } secret)
        {
            Add(files, secret.Data.OrEmpty(), items, optional, mode, "secret");
        }
        else if (optional != true)
        {
            throw new ConfigException($"secret \"{name}\" not found");
        }
    }

    private static void Add(
        SortedDictionary<string, VolumeFile> files, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> contents, IReadOnlyList<KeyToPath>? items, bool? optional, int mode, string what)
    {
        if (items is not { Count: > 0 })
        {
            foreach (var (key, content) in contents)
            {
                files[key] = new VolumeFile(content, mode);
            }

            return;
        }

        foreach (var item in items)
        {
            if (contents.TryGetValue(item.Key, out var content))
            {
                files[item.Path] = new VolumeFile(content, item.Mode ?? mode);
            }
            else if (optional != true)
            {
                throw new ConfigException($"{what} references non-existent {(what == "secret" ? "secret" : "config")} key: {item.Key}");
            }
        }
    }

    private static void Downward(SortedDictionary<string, VolumeFile> files, VolumeInputs inputs, IReadOnlyList<DownwardAPIVolumeFile>? items, int mode)
    {
        foreach (var item in items.OrEmpty())
        {
            var text = item switch
            {
                { FieldRef: { } field } => DownwardFields.Value(inputs.Pod, inputs.Place, field.FieldPath),
                { ResourceFieldRef: { } resource } => ResourceFields.Value(inputs.Pod, PodSelf(inputs.Pod), resource, inputs.Allocatable),
                _ => "",
            };
            files[item.Path] = new VolumeFile(Encoding.UTF8.GetBytes(text), item.Mode ?? mode);
        }
    }

    /// <summary>In a volume the selector names its container; it must.</summary>
    private static Container PodSelf(Pod pod) => pod.Spec.Containers.OrEmpty()[0];
}

using System.Text.Json;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Host.Pki;
using ActorKube.Server.Aggregation;
using ActorKube.Server.Authentication;

namespace ActorKube.Host.Composition;

/// <summary>
/// Tells extension servers whom to believe, in the config map that they read at their start: <c>extension-apiserver-authentication</c> of kube-system, as on Kubernetes. Written by each host that finds
/// it missing or different; all hosts of a cluster write the same.
/// </summary>
internal static class ExtensionTrust
{
    private const string Name = "extension-apiserver-authentication";
    private const string Space = "kube-system";

    private static readonly WriteOptions Writes = new() { User = Users.System, Cause = "bootstrap" };

    public static async Task TellAsync(ObjectCommands store, HostPki pki, CancellationToken cancellationToken)
    {
        var (kind, key, data) = (store.Kinds.Stored("configmaps"), new ObjectKey("configmaps", Space, Name), Data(pki));
        var found = store.View.Snapshot().Get(key)?.Read<ConfigMap>();
        if (found is not null && IsSaid(found, data))
        {
            return;
        }

        try
        {
            if (found is null)
            {
                await store.CreateAsync(kind, new ConfigMap { Metadata = new ObjectMeta { Name = Name, Namespace = Space }, Data = data }, Writes, cancellationToken).ConfigureAwait(false);
                return;
            }

            await store.UpdateAsync(new ObjectUpdate(kind, key, present => (ConfigMap)present with { Data = data }), Writes, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Code is 404 or 409)
        {
            // Another host was first, or somebody deletes it: then the next start writes it.
        }
    }

    private static bool IsSaid(ConfigMap found, Dictionary<string, string> data) => data.All(d => found.Data?.GetValueOrDefault(d.Key) == d.Value);

    private static Dictionary<string, string> Data(HostPki pki) => new(StringComparer.Ordinal)
    {
        ["client-ca-file"] = pki.Authority.Certificate.ExportCertificatePem() + "\n",
        ["requestheader-allowed-names"] = List(HostPki.FrontName),
        ["requestheader-client-ca-file"] = pki.FrontAuthority.Certificate.ExportCertificatePem() + "\n",
        ["requestheader-extra-headers-prefix"] = List(FrontProxyHeaders.ExtraPrefix),
        ["requestheader-group-headers"] = List(FrontProxyHeaders.Group),
        ["requestheader-username-headers"] = List(FrontProxyHeaders.User),
    };

    private static string List(string only) => JsonSerializer.Serialize([only], TextsJson.Default.StringArray);
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class TextsJson : System.Text.Json.Serialization.JsonSerializerContext;

using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Server.Authentication;

namespace ActorKube.Host.Composition;

/// <summary>Creates what every cluster has from its first moment. Safe to repeat: what is there stays as it is.</summary>
internal static class Bootstrap
{
    private static readonly string[] Namespaces = ["default", "kube-system", "kube-public", "kube-node-lease"];

    public static async Task RunAsync(ObjectCommands store, CancellationToken cancellationToken)
    {
        var options = new WriteOptions { User = Users.System, Cause = "bootstrap" };
        foreach (var name in Namespaces)
        {
            await EnsureAsync(store, new Namespace { Metadata = new ObjectMeta { Name = name } }, "namespaces", options, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task EnsureAsync(ObjectCommands store, Namespace value, string resource, WriteOptions options, CancellationToken cancellationToken)
    {
        if (store.View.Snapshot().Get(new ObjectKey(resource, value.Metadata.Namespace ?? "", value.Metadata.Name!)) is null)
        {
            var kind = store.Kinds.Stored(resource);
            await store.CreateAsync(kind, kind.Default(value), options, cancellationToken).ConfigureAwait(false);
        }
    }
}

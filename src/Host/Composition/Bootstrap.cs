using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.FlowControl;
using ActorKube.Api.Meta;
using ActorKube.Api.Scheduling;
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
        var snapshot = store.View.Snapshot();
        var missing = Objects().Where(o => snapshot.Get(new ObjectKey(o.Resource, "", o.Value.Metadata.Name!)) is null);
        await Task.WhenAll(missing.Select(o => EnsureAsync(store, o.Resource, o.Value, options, cancellationToken))).ConfigureAwait(false);
    }

    private static async Task EnsureAsync(ObjectCommands store, string resource, IApiObject value, WriteOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await store.CreateAsync(store.Kinds.Stored(resource), value, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Code == 409)
        {
            // Another host of a new cluster was first.
        }
    }

    private static IEnumerable<(string Resource, IApiObject Value)> Objects() =>
    [
        .. Namespaces.Select(n => ("namespaces", (IApiObject)new Namespace { Metadata = new ObjectMeta { Name = n } })),
        .. PriorityClassBootstrap.PriorityClasses.Select(c => ("priorityclasses.scheduling.k8s.io", (IApiObject)c)),
        .. FlowControlBootstrap.PriorityLevels.Select(l => ("prioritylevelconfigurations.flowcontrol.apiserver.k8s.io", (IApiObject)l)),
        .. FlowControlBootstrap.FlowSchemas.Select(s => ("flowschemas.flowcontrol.apiserver.k8s.io", (IApiObject)s)),
        .. ApiServiceBootstrap.ApiServices.Select(s => ("apiservices.apiregistration.k8s.io", (IApiObject)s)),
    ];
}

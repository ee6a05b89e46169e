using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;
using ActorKube.Engine.Objects;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>What the slices of a service have in common.</summary>
internal static class SliceTemplate
{
    /// <summary>Who keeps them.</summary>
    public const string Keeper = "endpointslice-controller.k8s.io";

    public static bool IsKept(StoredObject slice, string keeper) => slice.Header.Labels[NetworkingNames.ManagedBy] == keeper;

    /// <summary>The service's own labels, and those by which slices are found, which a service can't change.</summary>
    public static Dictionary<string, string> LabelsOf(Service service)
    {
        var labels = ServiceSelector.LabelsOf(service);
        labels[NetworkingNames.ServiceName] = service.Metadata.Name ?? "";
        labels[NetworkingNames.ManagedBy] = Keeper;
        return labels;
    }

    /// <summary>A slice for an owner, without endpoints. Its name begins with the owner's.</summary>
    public static EndpointSlice Make(IApiObject owner, string family, IReadOnlyList<SlicePort> ports, IReadOnlyDictionary<string, string> labels) => new()
    {
        ApiVersion = "discovery.k8s.io/v1",
        Kind = "EndpointSlice",
        Metadata = new ObjectMeta
        {
            GenerateName = owner.Metadata.Name + "-",
            Namespace = owner.Metadata.Namespace,
            Labels = labels,
            OwnerReferences = [Owners.ControllerOf(owner)],
        },
        AddressType = family,
        Ports = ports,
    };
}

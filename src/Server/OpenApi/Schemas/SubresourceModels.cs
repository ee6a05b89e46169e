using ActorKube.Api.Authentication;
using ActorKube.Api.AutoscalingV1;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Policy;
using ActorKube.Api.Schema;
using ActorKube.Server.Discovery;

namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>The records that subresources take and give.</summary>
internal static class SubresourceModels
{
    /// <summary>Null for a subresource that has no record: a stream, a proxy, a log.</summary>
    public static TypeModel? Of(Kind parent, Subresource subresource) => (subresource.Group, subresource.Kind) switch
    {
        _ when subresource.Name == "log" => null,
        ("autoscaling", "Scale") => Scale.Model,
        ("policy", "Eviction") => Eviction.Model,
        ("authentication.k8s.io", "TokenRequest") => TokenRequest.Model,
        ("", "Binding") => Binding.Model,
        ("", var kind) when kind == parent.Name => parent.Model,
        _ => null,
    };

    /// <summary>The kind of its bodies.</summary>
    public static GroupVersionKind KindOf(Kind parent, Subresource subresource) => subresource.Version.Length > 0
        ? new GroupVersionKind(subresource.Group, subresource.Version, subresource.Kind)
        : new GroupVersionKind(parent.Group, parent.Version, subresource.Kind);
}

using ActorKube.Api.Networking;
using ActorKube.Engine.Objects;

namespace ActorKube.Ingresses.Routing;

/// <summary>An Ingress, for those who only refer to it.</summary>
internal sealed record IngressName(string Namespace, string Name)
{
    public ObjectKey Key => new(IngressResources.Ingresses, Namespace, Name);

    public static IngressName Of(Ingress ingress) => new(ingress.Metadata.Namespace ?? "", ingress.Metadata.Name ?? "");

    public override string ToString() => $"{Namespace}/{Name}";
}

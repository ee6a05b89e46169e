namespace ActorKube.Api.Schema;

/// <summary>Marks a record of the Kubernetes object model: the source generator gives it a <see cref="TypeModel"/> and its JSON codec.</summary>
/// <param name="name">Name of its schema as OpenAPI publishes it, such as <c>io.k8s.api.core.v1.Pod</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ApiTypeAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The whole record is one value to server-side apply: it has one owner (<c>x-kubernetes-map-type: atomic</c>).</summary>
    public bool Atomic { get; init; }

    /// <summary>Discriminated unions, as the JSON text of <c>x-kubernetes-unions</c>; null where there is none.</summary>
    public string? Unions { get; init; }
}

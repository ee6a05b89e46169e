using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Settings of a namespace, which only delay its removal.</summary>
[ApiType("io.k8s.api.core.v1.NamespaceSpec")]
public sealed partial record NamespaceSpec
{
    /// <summary>
    /// Must be empty for the namespace to go; <c>kubernetes</c> leaves once its content is deleted. Changed through <c>finalize</c>.
    /// </summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Finalizers { get; init; }
}

using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Configuration for Pods as keys and values, at most 1 MiB. Not for secrets.</summary>
[ApiType("io.k8s.api.core.v1.ConfigMap")]
public sealed partial record ConfigMap : IApiObject
{
    /// <summary>The kind of this object, <c>ConfigMap</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary><c>true</c> forbids every change of the data, for good, and spares nodes from watching. Absent allows changes.</summary>
    [Field(4)]
    public bool? Immutable { get; init; }

    /// <summary>Entries as UTF-8 text. Keys consist of letters, digits, dashes, underscores and dots; none may be in <c>binaryData</c> too.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <summary>Entries of any bytes, as base64. No key may be in <c>data</c> too.</summary>
    [Field(3)]
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? BinaryData { get; init; }
}

using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Passwords, keys and other confidential data, at most 1 MiB. Base64 is an encoding and protects nothing.</summary>
[ApiType("io.k8s.api.core.v1.Secret")]
public sealed partial record Secret : IApiObject
{
    /// <summary>The kind of this object, <c>Secret</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary><c>true</c> forbids every change of the data, for good, and spares nodes from watching. Absent allows changes.</summary>
    [Field(5)]
    public bool? Immutable { get; init; }

    /// <summary>Entries of any bytes, as base64. Keys consist of letters, digits, dashes, underscores and dots.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? Data { get; init; }

    /// <summary>Entries as plain text for convenience: written into <c>data</c>, over the same keys, and never returned.</summary>
    [Field(4)]
    public IReadOnlyDictionary<string, string>? StringData { get; init; }

    /// <summary>
    /// What programs may expect in it, such as <c>Opaque</c> (default) or <c>kubernetes.io/tls</c>. Immutable; some types require certain keys.
    /// </summary>
    [Field(3)]
    public string? Type { get; init; }
}

using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.Secret")]
public sealed partial record Secret : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(5)]
    public bool? Immutable { get; init; }

    [Field(2)]
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? Data { get; init; }

    [Field(4)]
    public IReadOnlyDictionary<string, string>? StringData { get; init; }

    [Field(3)]
    public string? Type { get; init; }
}

using ActorKube.Api.Meta;
using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apps;

[ApiType("io.k8s.api.apps.v1.ControllerRevision")]
public sealed partial record ControllerRevision : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Schema = "io.k8s.apimachinery.pkg.runtime.RawExtension", Always = true)]
    public RawJson? Data { get; init; }

    [Field(3, Required = true, Always = true)]
    public long Revision { get; init; }
}

using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.Status")]
public sealed partial record Status
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ListMeta Metadata { get; init; } = new();

    [Field(2, Name = "status")]
    public string? Outcome { get; init; }

    [Field(3)]
    public string? Message { get; init; }

    [Field(4)]
    public string? Reason { get; init; }

    [Field(5, List = ListType.Atomic)]
    public StatusDetails? Details { get; init; }

    [Field(6)]
    public int Code { get; init; }
}

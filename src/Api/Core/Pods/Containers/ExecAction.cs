using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ExecAction")]
public sealed partial record ExecAction
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Command { get; init; }
}

using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Command run inside a container; exit code 0 is success.</summary>
[ApiType("io.k8s.api.core.v1.ExecAction")]
public sealed partial record ExecAction
{
    /// <summary>Program and arguments, run from the container's root directory without a shell; write <c>sh -c</c> where one is needed.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Command { get; init; }
}

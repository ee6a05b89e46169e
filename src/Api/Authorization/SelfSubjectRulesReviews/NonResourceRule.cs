using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Verbs that the caller may use on certain paths.</summary>
[ApiType("io.k8s.api.authorization.v1.NonResourceRule")]
public sealed partial record NonResourceRule
{
    /// <summary>Verbs, such as <c>get</c> and <c>post</c>; <c>*</c> means all.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>Paths; <c>*</c> may be the last step, as in <c>/healthz/*</c>, or stand for all.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? NonResourceURLs { get; init; }
}
